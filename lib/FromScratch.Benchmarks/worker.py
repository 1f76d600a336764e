"""The same workloads in NumPy or PyTorch: a line in (a workload), a line out (seconds), so that rounds take turns."""
import gzip
import importlib
import os
import sys
import time

library = importlib.import_module(sys.argv[1])
torch = library if sys.argv[1] == "torch" else None
import numpy as np

if torch:
    torch.set_num_threads(int(sys.argv[2]))


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


def xor(dtype, epochs):
    (W1, W2), b1, b2 = matrices(dtype, (2, 4), (4, 1)), np.zeros(4, dtype), np.zeros(1, dtype)
    X, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype), np.array([[0], [1], [1], [0]], dtype)
    if torch:
        net = sequential([2, 4, 1], torch.nn.Sigmoid, dtype)
        X, y = torch.from_numpy(X), torch.from_numpy(y)
        step = stepper(net, torch.nn.BCEWithLogitsLoss(), torch.optim.SGD(net.parameters(), 0.5))

    def run():
        nonlocal W1, W2, b1, b2
        for _ in range(epochs):
            if torch:
                step(X, y)
                continue
            A = 1 / (1 + np.exp(-(X @ W1 + b1)))
            P = 1 / (1 + np.exp(-(A @ W2 + b2)))
            loss = -np.mean(y * np.log(P) + (1 - y) * np.log(1 - P))
            dZ2 = (P - y) / 4
            dZ1 = dZ2 @ W2.T * A * (1 - A)
            W2 -= 0.5 * (A.T @ dZ2)
            b2 -= 0.5 * dZ2.sum(0)
            W1 -= 0.5 * (X.T @ dZ1)
            b1 -= 0.5 * dZ1.sum(0)
        return loss if not torch else None

    return run


def sequential(sizes, activation, dtype):
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(inputs, outputs), activation()]
    return torch.nn.Sequential(*layers[:-1]).to(getattr(torch, dtype))


def stepper(net, objective, optimizer):
    def step(X, y):
        optimizer.zero_grad()
        loss = objective(net(X), y)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def mnist(n):
    folder = os.environ.get("FROMSCRATCH_DATA")
    if folder and os.path.exists(os.path.join(folder, "train-images-idx3-ubyte.gz")):
        read = lambda name, skip: np.frombuffer(gzip.open(os.path.join(folder, name)).read(), np.uint8, offset=skip)
        X, y = read("train-images-idx3-ubyte.gz", 16).reshape(60000, 784), read("train-labels-idx1-ubyte.gz", 8)
        return X[:n].astype(np.float32) / 255, y[:n].astype(np.int64)
    rng = np.random.default_rng(1)
    return rng.random((n, 784), np.float32), rng.integers(0, 10, n)


def mlp(epochs, n, batch, optimizer, *sizes):
    """A softmax regression is the net without hidden layers."""
    X, y = mnist(n)
    if torch:
        X, y = torch.from_numpy(X), torch.from_numpy(y)
        net = sequential(sizes, torch.nn.ReLU, "float32")
        rule = torch.optim.Adam(net.parameters(), 0.001) if optimizer == "Adam" else torch.optim.SGD(net.parameters(), 0.1)
        return train(epochs, X, y, batch, stepper(net, torch.nn.CrossEntropyLoss(), rule))
    theta = []
    for W in matrices("float32", *zip(sizes, sizes[1:])):
        theta += [W * np.float32(np.sqrt(2 / W.shape[0])), np.zeros(W.shape[1], np.float32)]
    m, v, t = [np.zeros_like(p) for p in theta], [np.zeros_like(p) for p in theta], 0

    def step(X, y):
        nonlocal t
        A = [X]
        for k in range(0, len(theta), 2):
            Z = A[-1] @ theta[k]
            Z += theta[k + 1]
            A.append(np.maximum(Z, 0, out=Z) if k + 2 < len(theta) else Z)
        P = A.pop()
        P -= P.max(1, keepdims=True)
        np.exp(P, out=P)
        P /= P.sum(1, keepdims=True)
        rows = np.arange(len(y))
        loss = -np.log(P[rows, y]).mean()
        P[rows, y] -= 1
        P /= len(y)
        g, dZ = [], P
        for k in range(len(theta) - 2, -1, -2):
            g[:0] = [A[k // 2].T @ dZ, dZ.sum(0)]
            if k:
                dZ = dZ @ theta[k].T
                dZ *= A[k // 2] > 0
        t += 1
        for p, d, mean, square in zip(theta, g, m, v):
            if optimizer == "SGD":
                p -= 0.1 * d
                continue
            mean *= 0.9
            mean += 0.1 * d
            square *= 0.999
            square += 0.001 * d * d
            p -= 0.001 * (mean / (1 - 0.9**t)) / (np.sqrt(square / (1 - 0.999**t)) + 1e-8)
        return loss

    return train(epochs, X, y, batch, step)


def train(epochs, X, y, batch, step):
    def run():
        for _ in range(epochs):
            order = torch.randperm(len(y)) if torch else np.random.permutation(len(y))
            for i in range(0, len(y), batch):
                chosen = order[i : i + batch]
                step(X[chosen], y[chosen])

    return run


def cnn(n, batch):
    if not torch:
        return None
    X, y = mnist(n)
    nn = torch.nn
    net = nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10))
    step = stepper(net, nn.CrossEntropyLoss(), torch.optim.SGD(net.parameters(), 0.1))
    return train(1, torch.from_numpy(X).reshape(n, 1, 28, 28), torch.from_numpy(y), batch, step)


def linear_regression(n, d, steps):
    X, w = matrices("float64", (n, d), (d,))
    y = X @ w + 1

    def run():
        w, b = library.zeros(d, dtype=library.float64), 0.0
        for _ in range(steps):
            e = X @ w + b - y
            loss = (e * e).mean()
            w = w - 0.1 * (2 / n) * (X.T @ e)
            b = b - 0.1 * 2 * e.mean()
        return loss

    return run


def loss_surface(kind, points, n):
    """At each point on its own, as a plot asks for it; to compute a row of points at a time takes NumPy longer."""
    if torch:
        return None
    x = np.random.default_rng(1).uniform(-1, 1, n)
    y = (x > 0).astype(float)
    grid = np.linspace(-3, 3, points)

    def mse(a, b):
        return ((a * x + b - y) ** 2).mean()

    def logistic(a, b):
        z = a * x + b
        return (np.logaddexp(0, z) - y * z).mean()

    loss = mse if kind == "MSE" else logistic
    return lambda: [loss(a, b) for a in grid for b in grid]


def boundary(points, hidden):
    (W1, W2), b1, b2 = matrices("float64", (2, hidden), (hidden, 1)), 0.1, 0.2
    u = np.linspace(-3, 3, points)
    X = np.stack(np.meshgrid(u, u), -1).reshape(-1, 2)
    if torch:
        X = torch.from_numpy(X)
        return lambda: torch.sigmoid(torch.tanh(X @ W1 + b1) @ W2 + b2)
    return lambda: 1 / (1 + np.exp(-(np.tanh(X @ W1 + b1) @ W2 + b2)))


def number(text):
    return int(text) if text.lstrip("-").isdigit() else text


print(library.__version__, flush=True)
for line in sys.stdin:
    words = line.split()
    if words[0] == "load":
        run = globals()[words[1]](*map(number, words[2:]))
        print("ok" if run else "none", flush=True)
    elif words[0] == "touch":
        np.ones(1 << 29, np.int8)
        print("ok", flush=True)
    else:
        repeat = int(words[1])
        start = time.perf_counter()
        for _ in range(repeat):
            run()
        print(time.perf_counter() - start, flush=True)
