"""Cells that misbehave: the kernel survives, or dies with a message and restarts clean. python3 hostile.py"""

import os
import tempfile
import time
import unittest

from jupyter_client.manager import KernelManager
from kernel_client import KERNEL, PATIENCE, KernelTest


class Hostile(KernelTest):
    def assert_survives(self):
        self.assertEqual(self.run_cell("40 + 2").result, "42")

    def test_exit_is_an_error_that_says_what_to_do(self):
        self.assertIn("restart", self.run_cell("Environment.Exit(3);").error["evalue"])
        self.assert_survives()

    def test_a_stack_overflow_is_an_error_of_the_cell(self):
        cell = self.run_cell("int Deep(int n) => 1 + Deep(n + 1);\nDeep(0)")
        self.assertEqual(cell.error["ename"], "InsufficientExecutionStackException")
        self.assert_survives()

    def test_an_exception_on_another_thread_is_told(self):
        self.run_cell('new System.Threading.Thread(() => throw new Exception("stray")).Start(); System.Threading.Thread.Sleep(500);')
        self.assert_survives()

    def test_an_exception_of_an_async_void_is_survived(self):
        self.run_cell('async void Lost() { await Task.Delay(50); throw new Exception("lost"); }\nLost(); await Task.Delay(500);')
        self.assert_survives()

    def test_a_throwing_finalizer_is_survived(self):
        self.run_cell(
            'class Bad { ~Bad() { throw new Exception("finalizer"); } }\n'
            "void Make() { new Bad(); }\nMake(); GC.Collect(); GC.WaitForPendingFinalizers();"
        )
        self.assert_survives()

    def test_a_gigabyte_is_taken_and_given_back(self):
        self.assertEqual(self.run_cell("new byte[1_000_000_000].Length").result, "1000000000")
        self.assert_survives()

    def test_more_memory_than_there_is_is_an_error(self):
        cell = self.run_cell("var all = new List<byte[]>(); new byte[int.MaxValue].Length + new double[int.MaxValue / 1].Length * 4L")
        self.assertIn(cell.reply["content"]["status"], ("ok", "error"))
        self.assert_survives()

    def test_endless_output_can_be_stopped(self):
        request = self.send("while (true) Console.WriteLine(\"more and more and more\");")
        time.sleep(1)
        self.control("interrupt_request")
        self.assertEqual(self.wait(request).reply["content"]["status"], "error")
        self.assert_survives()

    def test_the_folder_may_be_deleted(self):
        with tempfile.TemporaryDirectory() as folder:
            self.run_cell(f'Environment.CurrentDirectory = @"{folder}";')
        self.assertFalse(os.path.exists(folder))
        self.assert_survives()
        self.assertIsNotNone(self.run_cell('#r "gone.dll"').error)
        self.run_cell(f'Environment.CurrentDirectory = @"{tempfile.gettempdir()}";')

    def test_throwing_null_is_an_error(self):
        self.assertEqual(self.run_cell("throw null;").error["ename"], "NullReferenceException")
        self.assert_survives()

    def test_another_console_is_the_business_of_its_cell(self):
        self.run_cell("Console.SetOut(TextWriter.Null);")
        self.assertEqual(self.run_cell('Console.Write("still here");').text(), "still here")

    def test_the_thread_pool_may_be_starved(self):
        self.run_cell("for (var i = 0; i < 200; i++) Task.Run(() => System.Threading.Thread.Sleep(20_000));")
        self.assert_survives()
        self.assertEqual(self.control("kernel_info_request")["content"]["status"], "ok")


class Death(unittest.TestCase):
    def test_comes_with_a_message_and_a_restart_is_clean(self):
        with tempfile.TemporaryFile() as log:
            manager = KernelManager(kernel_name=KERNEL)
            manager.start_kernel(stderr=log)
            client = self.ready(manager)
            client.execute("var before = 1;", reply=True, timeout=PATIENCE)
            client.execute('Environment.FailFast("enough");')
            deadline = time.monotonic() + PATIENCE
            while manager.is_alive():
                self.assertLess(time.monotonic(), deadline, "still alive")
                time.sleep(0.1)
            client.stop_channels()
            log.seek(0)
            self.assertIn("enough", log.read().decode())

            manager.start_kernel(stderr=log)
            client = self.ready(manager)
            reply = client.execute("before", reply=True, timeout=PATIENCE)
            self.assertEqual(reply["content"]["ename"], "CompilationError")
            client.stop_channels()
            manager.shutdown_kernel(now=True)

    @staticmethod
    def ready(manager):
        client = manager.blocking_client()
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
        return client


if __name__ == "__main__":
    unittest.main()
