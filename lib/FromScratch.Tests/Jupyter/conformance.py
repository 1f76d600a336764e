"""The Jupyter protocol as its front ends use it, against the installed kernel: python3 conformance.py"""

import datetime
import os
import subprocess
import sys
import tempfile
import time
import unittest

import psutil
import zmq
from jupyter_client.connect import write_connection_file
from jupyter_client.manager import KernelManager
from jupyter_client.session import Session
from kernel_client import KERNEL, PATIENCE, KernelTest

LOOPS_AND_WAITS = {
    "while": "while (true) { }",
    "for": "for (;;) { }",
    "do": "do { } while (true);",
    "empty_body": "while (true);",
    "goto": "again: goto again;",
    "swallowing_loop": "while (true) { try { while (true) { } } catch (Exception) { } }",
    "endless_sequence": "Enumerable.Repeat(1, int.MaxValue).Select(x => { for (var i = 0; i < 1000; i++) { } return x; }).Sum(x => 0L)",
    "sleep": "System.Threading.Thread.Sleep(1_000_000);",
    "delay": "await Task.Delay(1_000_000);",
    "event": "new System.Threading.ManualResetEvent(false).WaitOne();",
    "task": "await Task.Run(() => { while (true) { } });",
    "parallel": "System.Threading.Tasks.Parallel.For(0, 4, i => { while (true) { } });",
    "recursive_function": "int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nwhile (Fib(30) > 0) { }",
}


class KernelInfo(KernelTest):
    def test_says_language_and_protocol(self):
        info = self.reply(self.client.kernel_info())["content"]
        self.assertEqual(info["status"], "ok")
        self.assertGreaterEqual(tuple(map(int, info["protocol_version"].split("."))), (5, 3))
        self.assertEqual(info["language_info"]["name"], "C#")
        self.assertEqual(info["language_info"]["file_extension"], ".cs")
        self.assertIn("FromScratch", info["banner"])

    def test_is_answered_on_control_while_a_cell_runs(self):
        request = self.send("System.Threading.Thread.Sleep(1500);")
        started = time.monotonic()
        self.assertEqual(self.control("kernel_info_request")["content"]["status"], "ok")
        self.assertLess(time.monotonic() - started, 1)
        self.wait(request)

    def test_knows_no_comms_and_refuses_new_ones(self):
        self.assertEqual(self.reply(self.client.comm_info())["content"]["comms"], {})
        message = self.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "jupyter.widget", "data": {}})
        self.client.shell_channel.send(message)
        while True:
            told = self.client.get_iopub_msg(timeout=PATIENCE)
            if told["msg_type"] == "comm_close":
                self.assertEqual(told["content"]["comm_id"], "c1")
                break

    def test_answers_what_it_does_not_know(self):
        message = self.client.session.msg("tea_request", {})
        self.client.shell_channel.send(message)
        reply = self.reply(message["header"]["msg_id"])
        self.assertEqual((reply["msg_type"], reply["content"]["status"]), ("tea_reply", "error"))

    def test_echoes_heartbeats_of_any_shape(self):
        socket = zmq.Context.instance().socket(zmq.REQ)
        socket.linger = 0
        socket.connect(f"tcp://{self.manager.ip}:{self.manager.hb_port}")
        for beat in ([b"ping"], [b"a", b"", b"c"], [b"x" * 100_000]):
            socket.send_multipart(beat)
            self.assertTrue(socket.poll(PATIENCE * 1000))
            self.assertEqual(socket.recv_multipart(), beat)
        socket.close()


class Execution(KernelTest):
    def test_publishes_in_the_order_of_the_protocol(self):
        cell = self.run_cell('Console.WriteLine("a"); display("b"); Console.Error.WriteLine("c"); 1+1')
        self.assertEqual(
            cell.order,
            ["busy", "execute_input", "stream", "display_data", "stream", "execute_result", "idle"],
        )
        self.assertEqual((cell.text(), cell.text("stderr"), cell.result), ("a\n", "c\n", "2"))

    def test_counts_what_it_stores_and_keeps_variables(self):
        first = self.run_cell("var kept = 20;").reply["content"]["execution_count"]
        second = self.run_cell("kept + 1")
        self.assertEqual(second.reply["content"]["execution_count"], first + 1)
        self.assertEqual(second.all("execute_result")[0]["execution_count"], first + 1)
        self.assertEqual(second.result, "21")
        unstored = self.run_cell("kept", store_history=False)
        self.assertEqual(unstored.reply["content"]["execution_count"], first + 1)

    def test_stays_quiet_when_told_to(self):
        cell = self.run_cell('Console.WriteLine("hush"); 3', silent=True)
        self.assertEqual(cell.order, ["busy", "idle"])
        self.assertEqual(cell.reply["content"]["status"], "ok")

    def test_evaluates_user_expressions_each_for_itself(self):
        cell = self.run_cell("var five = 5;", user_expressions={"twice": "2*five", "wrong": "six"})
        answers = cell.reply["content"]["user_expressions"]
        self.assertEqual(answers["twice"]["data"]["text/plain"], "10")
        self.assertEqual(answers["wrong"]["status"], "error")
        self.assertIn("six", answers["wrong"]["evalue"])

    def test_evaluates_a_user_expression_that_is_no_text(self):
        message = self.client.session.msg("execute_request", {"code": "1", "user_expressions": {"number": 7, "nothing": None}})
        self.client.shell_channel.send(message)
        answers = self.reply(message["header"]["msg_id"])["content"]["user_expressions"]
        self.assertEqual(answers["number"]["data"]["text/plain"], "7")
        self.assertEqual(answers["nothing"]["status"], "ok")

    def test_updates_and_clears_what_it_displayed(self):
        cell = self.run_cell('var shown = display("old"); shown.Update("new"); clear_output(wait: true); display("last");')
        first, last = cell.all("display_data")
        update = cell.all("update_display_data")[0]
        self.assertEqual(update["transient"]["display_id"], first["transient"]["display_id"])
        self.assertEqual((update["data"]["text/plain"], last["data"]["text/plain"]), ("new", "last"))
        self.assertEqual(cell.all("clear_output"), [{"wait": True}])

    def test_prints_200_000_lines_in_order_and_in_few_messages(self):
        cell = self.run_cell("for (var i = 0; i < 200_000; i++) Console.WriteLine(i);")
        self.assertEqual(cell.text(), "".join(f"{i}\n" for i in range(200_000)))
        self.assertLess(len(cell.messages), 2_000)

    def test_shows_text_while_the_cell_still_runs(self):
        request = self.send('Console.WriteLine("early"); System.Threading.Thread.Sleep(3000);')
        started = time.monotonic()
        while self.client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "stream":
            pass
        self.assertLess(time.monotonic() - started, 2.5)
        self.reply(request)

    def test_keeps_korean_and_emoji(self):
        self.assertEqual(self.run_cell('Console.Write("경사하강법 📉");').text(), "경사하강법 📉")


class Errors(KernelTest):
    def test_name_the_line_and_show_no_compiler_names(self):
        cell = self.run_cell("int[] a = { 1 };\nint At(int i) =>\n    a[i];\nAt(7);")
        self.assertEqual(cell.error["ename"], "IndexOutOfRangeException")
        traceback = "\n".join(cell.error["traceback"])
        self.assertIn("line 3", traceback)
        self.assertIn("line 4", traceback)
        for inner in ("MoveNext", "<<", "__", "Submission"):
            self.assertNotIn(inner, traceback)
        self.assertEqual(cell.all("error")[0]["evalue"], cell.error["evalue"])

    def test_of_the_compiler_give_line_and_column(self):
        cell = self.run_cell("var x = 1;\nvar y = x + nowhere;")
        self.assertEqual(cell.error["ename"], "CompilationError")
        self.assertIn("(2,13)", cell.error["evalue"])

    def test_abort_what_was_sent_before_them_and_nothing_after(self):
        requests = [self.send(code) for code in ('throw new Exception("stop");', "1", "2")]
        replies = [self.reply(request)["content"]["status"] for request in requests]
        self.assertEqual(replies, ["error", "aborted", "aborted"])
        self.assertEqual(self.run_cell("3").result, "3")

    def test_abort_the_same_when_the_front_ends_clock_is_wrong(self):
        for seconds in (-60, 60):
            requests = [self.send_dated(seconds, code) for code in ('throw new Exception("stop");', "1")]
            replies = [self.reply(request)["content"]["status"] for request in requests]
            self.assertEqual(replies, ["error", "aborted"])
            time.sleep(1.1)
            self.assertEqual(self.reply(self.send_dated(seconds, "2"))["content"]["status"], "ok")

    def send_dated(self, seconds, code):
        message = self.client.session.msg("execute_request", {"code": code})
        message["header"]["date"] += datetime.timedelta(seconds=seconds)
        self.client.shell_channel.send(message)
        return message["header"]["msg_id"]

    def test_do_not_abort_when_the_front_end_says_so(self):
        requests = [self.send('throw new Exception("go on");', stop_on_error=False), self.send("4")]
        replies = [self.reply(request)["content"]["status"] for request in requests]
        self.assertEqual(replies, ["error", "ok"])

    def test_in_a_request_are_answered(self):
        message = self.client.session.msg("execute_request", {"code": 7})
        self.client.shell_channel.send(message)
        content = self.reply(message["header"]["msg_id"])["content"]
        self.assertEqual(content["status"], "error")
        self.assertIn("code", content["evalue"])


class Editing(KernelTest):
    def test_completes_members_in_code_points(self):
        self.run_cell('var words = new List<string>();')
        code = '"🙂".Length; words.Ad'
        content = self.reply(self.client.complete(code, cursor_pos=len(code)))["content"]
        self.assertIn("AddRange", content["matches"])
        self.assertEqual((content["cursor_start"], content["cursor_end"]), (len(code) - 2, len(code)))
        kinds = {i["text"]: i["type"] for i in content["metadata"]["_jupyter_types_experimental"]}
        self.assertEqual(kinds["AddRange"], "function")

    def test_inspects_with_documentation(self):
        self.run_cell("/// <summary>Doubles.</summary>\nint Twice(int x) => 2 * x;")
        content = self.reply(self.client.inspect("Twice(3)", cursor_pos=3))["content"]
        self.assertTrue(content["found"])
        self.assertIn("Twice(int x)", content["data"]["text/plain"])
        self.assertFalse(self.reply(self.client.inspect("   ", cursor_pos=1))["content"]["found"])

    def test_tells_complete_from_incomplete_code(self):
        def status(code):
            return self.reply(self.client.is_complete(code))["content"]

        self.assertEqual(status("var x = 1;")["status"], "complete")
        self.assertEqual(status("1 + 1")["status"], "complete")
        unfinished = status("for (var i = 0; i < 3; i++) {")
        self.assertEqual(unfinished["status"], "incomplete")
        self.assertTrue(unfinished["indent"].isspace())
        self.assertEqual(status("var = ;")["status"], "invalid")

    def test_remembers_what_was_run(self):
        self.run_cell("var remembered = 1;")
        history = self.reply(self.client.history(raw=True, output=False, hist_access_type="tail", n=1))
        self.assertEqual(history["content"]["history"][0][2], "var remembered = 1;")
        found = self.reply(self.client.history(hist_access_type="search", pattern="*bered*"))["content"]["history"]
        self.assertTrue(found)
        self.assertTrue(self.reply(self.client.history(hist_access_type="range"))["content"]["history"])


class Input(KernelTest):
    def test_reaches_the_cell_that_asks(self):
        request = self.send('Console.Write("Name? "); var name = Console.ReadLine(); name', allow_stdin=True)
        prompts = []

        def answer(content):
            prompts.append(content)
            self.client.input("Ada")

        cell = self.wait(request, answer=answer)
        self.assertEqual((cell.result, cell.text(), len(prompts)), ("Ada", "Name? ", 1))

    def test_is_at_its_end_where_nobody_can_answer(self):
        self.assertEqual(self.run_cell("Console.ReadLine() is null", allow_stdin=False).result, "True")

    def test_waiting_can_be_interrupted(self):
        request = self.send("Console.ReadLine()", allow_stdin=True)
        self.client.get_stdin_msg(timeout=PATIENCE)
        self.control("interrupt_request")
        self.assertEqual(self.reply(request)["content"]["status"], "error")
        self.assertEqual(self.run_cell("1").result, "1")


class Interrupts(KernelTest):
    def test_do_nothing_when_nothing_runs(self):
        self.assertEqual(self.control("interrupt_request")["content"]["status"], "ok")
        self.assertEqual(self.run_cell("1").result, "1")


def interrupts(code):
    def test(self):
        request = self.send(code)
        time.sleep(0.8)
        started = time.monotonic()
        self.control("interrupt_request")
        reply = self.reply(request)["content"]
        self.assertEqual(reply["status"], "error", reply)
        self.assertLess(time.monotonic() - started, 5)
        self.assertEqual(self.run_cell("40 + 2").result, "42")

    return test


for name, code in LOOPS_AND_WAITS.items():
    setattr(Interrupts, f"test_stop_{name}", interrupts(code))


class Lifetime(KernelTest):
    def test_restart_forgets_variables(self):
        self.run_cell("var gone = 1;")
        self.client.stop_channels()
        self.manager.restart_kernel(now=False)
        type(self).client = self.connect()
        self.assertEqual(self.run_cell("gone").error["ename"], "CompilationError")

    def test_shutdown_is_answered_and_ends_the_process_even_in_a_loop(self):
        self.send("while (true) { }")
        time.sleep(0.5)
        self.assertEqual(self.control("shutdown_request", {"restart": False})["content"]["status"], "ok")
        for _ in range(100):
            if not self.manager.is_alive():
                break
            time.sleep(0.1)
        self.assertFalse(self.manager.is_alive())
        self.manager.start_kernel()
        self.client.stop_channels()
        type(self).client = self.connect()


class Orphan(unittest.TestCase):
    PARENT = "import subprocess, sys; print(subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL).pid, flush=True); sys.stdin.read()"

    def test_ends_with_the_process_that_started_it(self):
        path, _ = write_connection_file()
        spec = KernelManager(kernel_name=KERNEL).kernel_spec
        command = [part.format(connection_file=path, resource_dir=spec.resource_dir) for part in spec.argv]
        parent = subprocess.Popen([sys.executable, "-c", self.PARENT, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        kernel = psutil.Process(int(parent.stdout.readline()))
        time.sleep(3)
        self.assertTrue(self.lives(kernel))
        parent.kill()
        parent.communicate()
        os.remove(path)
        for _ in range(100):
            if not self.lives(kernel):
                return
            time.sleep(0.1)
        kernel.kill()
        self.fail("The kernel outlives the process that started it.")

    def lives(self, process):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


class Clients(KernelTest):
    def test_two_share_variables_and_get_their_own_replies(self):
        other = self.connect()
        self.run_cell("var shared = 7;")
        mine, theirs = self.send("shared + 1"), self.send("shared + 2", other)
        self.assertEqual(self.wait(theirs, other).result, "9")
        self.assertEqual(self.wait(mine).result, "8")
        other.stop_channels()

    def test_with_the_same_identity_get_their_own_replies(self):
        sockets = [self.raw_shell(b"twin") for _ in range(2)]
        session = self.client.session
        for i, socket in enumerate(sockets):
            session.send(socket, session.msg("is_complete_request", {"code": "1" if i == 0 else "for("}))
        for socket, status in zip(sockets, ("complete", "incomplete")):
            self.assertTrue(socket.poll(PATIENCE * 1000))
            self.assertEqual(session.recv(socket, mode=0)[1]["content"]["status"], status)
            socket.close()

    def test_that_sign_wrongly_are_ignored(self):
        intruder = Session(key=b"wrong")
        socket = self.raw_shell(b"intruder")
        path = os.path.join(tempfile.gettempdir(), f"fromscratch-intruder-{os.getpid()}")
        intruder.send(socket, intruder.msg("execute_request", {"code": f'File.WriteAllText("{path}", "");', "silent": False}))
        self.assertFalse(socket.poll(700))
        socket.close()
        self.assertFalse(os.path.exists(path))
        self.assertEqual(self.run_cell("1").result, "1")

    def test_that_subscribe_late_are_welcomed_and_miss_nothing_from_there(self):
        socket = zmq.Context.instance().socket(zmq.SUB)
        socket.linger = 0
        socket.connect(f"tcp://{self.manager.ip}:{self.manager.iopub_port}")
        socket.subscribe(b"")
        self.assertTrue(socket.poll(PATIENCE * 1000))
        session = self.client.session
        welcome = session.feed_identities(socket.recv_multipart())[1]
        self.assertEqual(session.deserialize(welcome)["msg_type"], "iopub_welcome")
        self.run_cell("1")
        self.assertTrue(socket.poll(PATIENCE * 1000))
        socket.close()

    def raw_shell(self, identity):
        socket = zmq.Context.instance().socket(zmq.DEALER)
        socket.linger = 0
        socket.identity = identity
        socket.connect(f"tcp://{self.manager.ip}:{self.manager.shell_port}")
        return socket


class Console(unittest.TestCase):
    def test_answers(self):
        command = ["jupyter", "console", "--kernel", KERNEL, "--simple-prompt"]
        done = subprocess.run(command, input="var six = 6;\nsix * 7\n", capture_output=True, text=True, timeout=PATIENCE)
        self.assertIn("Out[2]: 42", done.stdout)


if __name__ == "__main__":
    unittest.main()
