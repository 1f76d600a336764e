"""How long a learner waits for the installed kernel, and what it holds: python3 speed.py [STARTS]"""

import statistics
import sys
import time

import psutil
from jupyter_client.manager import KernelManager

STARTS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
CELLS = 300


def run(client, code):
    request = client.execute(code)
    while True:
        reply = client.get_shell_msg(timeout=60)
        if reply["parent_header"].get("msg_id") == request:
            assert reply["content"]["status"] == "ok", reply["content"]
            return


def seconds(action):
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def ready(manager):
    client = manager.blocking_client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    return client


def start():
    manager = KernelManager(kernel_name=".net-csharp")
    manager.start_kernel()
    return manager, ready(manager)


infos, firsts, restarts = [], [], []
for _ in range(STARTS):
    began = time.perf_counter()
    manager, client = start()
    infos.append(time.perf_counter() - began)
    run(client, 'Console.WriteLine("first");')
    firsts.append(time.perf_counter() - began)
    client.stop_channels()
    restarts.append(seconds(lambda: (manager.restart_kernel(), ready(manager))))
    manager.shutdown_kernel(now=True)

manager, client = start()
process = psutil.Process(manager.provisioner.pid)
cells = [seconds(lambda: run(client, f"var x{i} = {i}; x{i} + 1")) for i in range(CELLS)]
megabytes = process.memory_info().rss / 2**20
manager.shutdown_kernel(now=True)


def line(name, value, unit, goal):
    print(f"{name:42} {value:8.3f} {unit:3} goal {goal}")


line("start to kernel_info", statistics.median(infos), "s", "-")
line("start to the end of the first cell", statistics.median(firsts), "s", "<= 1.0")
line("restart to ready", statistics.median(restarts), "s", "<= 1.0")
line("cell round trip, median of 300", 1000 * statistics.median(cells), "ms", "<= 30")
line("cells 250-300 over cells 50-100", statistics.median(cells[250:]) / statistics.median(cells[50:100]), "x", "flat")
line("resident after 300 cells", megabytes, "MB", "<= 300")
