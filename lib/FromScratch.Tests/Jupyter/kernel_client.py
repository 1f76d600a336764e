"""A kernel under test, driven by jupyter_client, and what a cell of it published."""

import time
import unittest
from queue import Empty

from jupyter_client.manager import KernelManager

KERNEL = ".net-csharp"
PATIENCE = 60


class Cell:
    """Everything that belongs to one request: iopub messages in order, and the reply."""

    def __init__(self, messages, reply):
        self.messages, self.reply = messages, reply

    @property
    def order(self):
        return [
            m["content"]["execution_state"] if m["msg_type"] == "status" else m["msg_type"]
            for m in self.messages
        ]

    def all(self, kind):
        return [m["content"] for m in self.messages if m["msg_type"] == kind]

    def text(self, stream="stdout"):
        return "".join(c["text"] for c in self.all("stream") if c["name"] == stream)

    @property
    def result(self):
        results = self.all("execute_result")
        return results[0]["data"]["text/plain"] if results else None

    @property
    def error(self):
        return self.reply["content"] if self.reply["content"]["status"] == "error" else None


class KernelTest(unittest.TestCase):
    """One kernel for the tests of a class; each test leaves it usable for the next."""

    @classmethod
    def setUpClass(cls):
        cls.manager = KernelManager(kernel_name=KERNEL)
        cls.manager.start_kernel()
        cls.client = cls.connect()

    @classmethod
    def connect(cls):
        client = cls.manager.blocking_client()
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
        return client

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel(now=True)

    def send(self, code, client=None, **options):
        return (client or self.client).execute(code, **options)

    def wait(self, request, client=None, answer=None):
        """Collects what a request caused, up to idle, and its reply; answer is called for input requests."""
        client = client or self.client
        messages, deadline = [], time.monotonic() + PATIENCE
        while not messages or messages[-1]["content"].get("execution_state") != "idle":
            self.assertLess(time.monotonic(), deadline, f"no idle; so far {[m['msg_type'] for m in messages[:20]]} …")
            if answer:
                try:
                    answer(client.get_stdin_msg(timeout=0.02)["content"])
                except Empty:
                    pass
            try:
                message = client.get_iopub_msg(timeout=0.02 if answer else 1)
            except Empty:
                continue
            if message["parent_header"].get("msg_id") == request:
                messages.append(message)
        return Cell(messages, self.reply(request, client))

    def reply(self, request, client=None, channel="shell"):
        client = client or self.client
        deadline = time.monotonic() + PATIENCE
        while True:
            get = client.get_shell_msg if channel == "shell" else client.get_control_msg
            reply = get(timeout=max(0.1, deadline - time.monotonic()))
            if reply["parent_header"].get("msg_id") == request:
                return reply

    def run_cell(self, code, client=None, **options):
        return self.wait(self.send(code, client, **options), client)

    def control(self, kind, content=None):
        message = self.client.session.msg(kind, content or {})
        self.client.control_channel.send(message)
        return self.reply(message["header"]["msg_id"], channel="control")
