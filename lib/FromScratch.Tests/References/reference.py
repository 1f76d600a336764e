"""What PyTorch (float64) and scikit-learn make of small, fixed problems: python3 reference.py > reference.json"""
import json
import math

import numpy as np
import sklearn
import torch
from sklearn.linear_model import LogisticRegression

torch.set_default_dtype(torch.float64)
N, SIZES = 7, [3, 5, 4, 3]
X = torch.tensor([[math.sin(1 + 3 * i + 7 * j) for j in range(SIZES[0])] for i in range(N)])
LABELS = torch.tensor([i % 3 for i in range(N)])
BITS = torch.tensor([[float((i + j) % 2) for j in range(3)] for i in range(N)])
TARGETS = torch.tensor([[math.cos(2 + i + 5 * j) for j in range(3)] for i in range(N)])
ACTIVATIONS = {
    "sigmoid": torch.sigmoid, "tanh": torch.tanh, "ReLU": torch.relu, "linear": lambda z: z,
    "leaky": lambda z: torch.nn.functional.leaky_relu(z, 0.01), "ELU": torch.nn.functional.elu}
LOSSES = {
    "softmax": lambda z: torch.nn.functional.cross_entropy(z, LABELS),
    "binary": lambda z: torch.nn.functional.binary_cross_entropy_with_logits(z, BITS),
    "squared": lambda z: torch.nn.functional.mse_loss(z, TARGETS)}
OPTIMISERS = {
    "descent": lambda p: torch.optim.SGD(p, 0.1),
    "decay": lambda p: torch.optim.SGD(p, 0.1, weight_decay=0.01),
    "momentum": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, nesterov=True),
    "adagrad": lambda p: torch.optim.Adagrad(p, 0.1),
    "rmsprop": lambda p: torch.optim.RMSprop(p, 0.01),
    "adam": lambda p: torch.optim.Adam(p, 0.01),
    "adamw": lambda p: torch.optim.AdamW(p, 0.01, weight_decay=0)}


def parameters():
    k, made = 0, []
    for d, h in zip(SIZES, SIZES[1:]):
        for shape in ((h, d), (h,)):
            size = int(np.prod(shape))
            made.append(torch.tensor([0.7 * math.sin(k + i + 1) for i in range(size)]).reshape(shape).requires_grad_())
            k += size
    return made


def forward(theta, f):
    a = X
    for l in range(0, len(theta), 2):
        z = a @ theta[l].T + theta[l + 1]
        a = f(z)
    return z


def flat(tensors):
    return torch.cat([t.detach().flatten() for t in tensors]).tolist()


def gradients():
    for name, f in ACTIVATIONS.items():
        for goal, loss in LOSSES.items():
            theta = parameters()
            z = forward(theta, f)
            value = loss(z)
            value.backward()
            yield {"activation": name, "loss": goal, "logits": flat([z.T]), "value": value.item(), "gradient": flat(t.grad for t in theta)}


def steps():
    for name, make in OPTIMISERS.items():
        theta, losses = parameters(), []
        rule = make(theta)
        for _ in range(10):
            rule.zero_grad()
            loss = LOSSES["softmax"](forward(theta, torch.tanh))
            loss.backward()
            rule.step()
            losses.append(loss.item())
        yield {"optimiser": name, "losses": losses, "theta": flat(theta)}


def regressions():
    points = np.array([[math.sin(1 + 3 * i + 7 * j) for j in range(2)] for i in range(40)])
    for k in (2, 3):
        y = np.array([(7 * i * i + i // 3) % k for i in range(40)])
        fit = LogisticRegression(penalty=None, solver="newton-cg", tol=1e-9, max_iter=100).fit(points, y)
        yield {"classes": k, "weights": fit.coef_.tolist(), "bias": fit.intercept_.tolist()}


def cut(theta, *shapes):
    """Parameters of these shapes, one after the other, from the vector theta."""
    made, at = [], 0
    for shape in shapes:
        size = int(np.prod(shape))
        made.append(theta[at:at + size].reshape(shape))
        at += size
    return made


def convolution(theta, x):
    w, b, v, c, dense, bias = cut(theta, (3, 2, 3, 3), (3,), (4, 3, 2, 2), (4,), (3, 16), (3,))
    a = torch.tanh(torch.nn.functional.conv2d(x.reshape(-1, 2, 6, 7), w, b, padding=1, stride=1))
    a = torch.nn.functional.max_pool2d(a, 2)
    a = torch.relu(torch.nn.functional.conv2d(a, v, c, padding=1, stride=2))
    return a.reshape(len(x), -1) @ dense.T + bias


def recurrent(cell, gates, every):
    start = [torch.zeros(1, N, 4)] * (2 if gates == 4 else 1)

    def net(theta, x):
        u, w, b, dense, bias = cut(theta, (gates * 4, 2), (gates * 4, 4), (gates * 4,), (3, 4), (3,))
        weights = [u, w, b, torch.zeros(gates * 4)]
        states = cell(x.reshape(N, 5, 2), start if gates == 4 else start[0], weights, True, 1, 0.0, False, False, True)[0]
        states = states.transpose(0, 1).reshape(-1, 4) if every else states[:, -1]
        return states @ dense.T + bias

    return net, 10, gates * 4 * 7 + 15


LAYERS = {"convolution": (convolution, 84, 160), "rnn": recurrent(torch.rnn_tanh, 1, False), "rnn, every step": recurrent(torch.rnn_tanh, 1, True),
          "lstm": recurrent(torch.lstm, 4, False), "lstm, every step": recurrent(torch.lstm, 4, True)}


def layers():
    for name, (net, inputs, size) in LAYERS.items():
        x = torch.tensor([[math.sin(1 + 3 * i + 7 * j) for j in range(inputs)] for i in range(N)])
        theta, losses = torch.tensor([0.7 * math.sin(k + 1) for k in range(size)]).requires_grad_(), []
        rule = torch.optim.Adam([theta], 0.01)
        for step in range(10):
            rule.zero_grad()
            z = net(theta, x)
            loss = torch.nn.functional.cross_entropy(z, torch.tensor([i % 3 for i in range(len(z))]))
            loss.backward()
            if step == 0:
                first = {"layer": name, "logits": flat([z.T]), "gradient": flat([theta.grad])}
            rule.step()
            losses.append(loss.item())
        yield {**first, "losses": losses, "theta": flat([theta])}


def adversaries():
    noise = torch.tensor([[math.sin(2 + 5 * i + 3 * j) for j in range(2)] for i in range(N)])
    g, d = (torch.tensor([0.7 * math.sin(k + 1) for k in range(size)]).requires_grad_() for size in (33, 21))
    rules = torch.optim.Adam([g], 0.02), torch.optim.Adam([d], 0.05)
    entropy, losses = torch.nn.functional.binary_cross_entropy_with_logits, []

    def chain(theta, x, sizes):
        w, b, v, c = cut(theta, sizes[1::-1], (sizes[1],), sizes[2:0:-1], (sizes[2],))
        return torch.tanh(x @ w.T + b) @ v.T + c

    for _ in range(10):
        made = chain(g, noise, (2, 5, 3))
        rules[1].zero_grad()
        loss = (entropy(chain(d, X, (3, 4, 1)), torch.ones(N, 1)) + entropy(chain(d, made.detach(), (3, 4, 1)), torch.zeros(N, 1))) / 2
        loss.backward()
        rules[1].step()
        rules[0].zero_grad()
        other = entropy(chain(d, made, (3, 4, 1)), torch.ones(N, 1))
        other.backward()
        rules[0].step()
        losses += [loss.item(), other.item()]
    yield {"losses": losses, "theta": flat([g, d])}


print(json.dumps({"torch": torch.__version__, "sklearn": sklearn.__version__, "gradients": list(gradients()), "steps": list(steps()),
                  "regressions": list(regressions()), "layers": list(layers()),
                  "adversaries": list(adversaries())}, indent=1))
