"""The same workloads in NumPy or PyTorch: a line in (a workload), a line out (seconds), so that rounds take turns."""
import importlib
import sys
import time

library = importlib.import_module(sys.argv[1])
threads = int(sys.argv[2])
torch = library if sys.argv[1] == "torch" else None
import numpy as np

if torch:
    torch.set_num_threads(threads)


def matrices(dtype, *shapes):
    rng = np.random.default_rng(1)
    arrays = [rng.standard_normal(shape).astype(dtype) for shape in shapes]
    return [torch.from_numpy(a) for a in arrays] if torch else arrays


def product(dtype, m, n, k, a, b):
    A, B = matrices(dtype, (k, m) if a == "T" else (m, k), (n, k) if b == "T" else (k, n))
    if a == "T":
        A = A.T
    if b == "T":
        B = B.T
    multiply = library.matmul
    C = multiply(A, B)
    return lambda: multiply(A, B, out=C)


WORKLOADS = {"product": product}


def number(text):
    return int(text) if text.lstrip("-").isdigit() else text


print(library.__version__, flush=True)
for line in sys.stdin:
    words = line.split()
    if words[0] == "load":
        run = WORKLOADS[words[1]](*map(number, words[2:])) if words[1] in WORKLOADS else None
        print("ok" if run else "none", flush=True)
    else:
        repeat = int(words[1])
        start = time.perf_counter()
        for _ in range(repeat):
            run()
        print(time.perf_counter() - start, flush=True)
