using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Tensor;

namespace FromScratch;

public static partial class Check
{
    /// <summary>dh + h² + h + hk + k.</summary>
    /// <param name="yours">The parameters of a recurrent layer and a dense one, from d, h, k and T.</param>
    public static Verdict RnnParameters(Func<int, int, int, int, int> yours) => Judge.Function(
        "17-parameters", yours, right: (d, h, k, T) => d * h + h * h + h + h * k + k, cases: [(2, 3, 1, 5), (4, 2, 3, 7), (1, 5, 2, 20)],
        praise: "And not one of them for the length of the sequence.",
        hints:
        [
            "List them: U, W, b, V, c, with their shapes.",
            "U is d×h, W is h×h, b has h, V is h×k, c has k. All steps share them.",
            "d * h + h * h + h + h * k + k",
        ],
        mistakes:
        [
            ("The steps share U, W and b: T does not appear.", (d, h, k, T) => T * (d * h + h * h + h) + h * k + k),
            ("The biases b and c are missing.", (d, h, k, T) => d * h + h * h + h * k),
            ("W is missing: from the state before, h×h.", (d, h, k, T) => d * h + h + h * k + k),
            ("The output's V and c are missing.", (d, h, k, T) => d * h + h * h + h),
            ("That is an LSTM: four times U, W and b.", (d, h, k, T) => 4 * (d * h + h * h + h) + h * k + k),
        ]);

    /// <summary>tanh(x·U + h·W).</summary>
    /// <param name="yours">The new state from x (d), the state before (h), U (d×h) and W (h×h).</param>
    public static Verdict RnnStep(Func<Vector<double>, Vector<double>, Matrix<double>, Matrix<double>, Vector<double>> yours) => Judge.Function(
        "17-step", yours, right: (x, h, U, W) => (x * U + h * W).PointwiseTanh(),
        cases:
        [
            (Vec(1, -1), Vec(0.5, 0.2), Mat([0.4, -0.3], [0.1, 0.6]), Mat([0.2, 0.7], [-0.5, 0.1])),
            (Vec(0.5, 2), Vec(-0.4, 0.9), Mat([0.3, 0.2], [-0.6, 0.1]), Mat([0, 1], [0.5, 0.3])),
        ],
        praise: "What it reads, and what it remembers, through one tanh.",
        hints:
        [
            "Two products: what x says through U, and what h says through W.",
            "Add the two, and put tanh around the sum.",
            "(x * U + h * W).PointwiseTanh()",
        ],
        mistakes:
        [
            ("tanh is missing.", (x, h, U, W) => x * U + h * W),
            ("It forgets everything: the state before must go in, through W.", (x, h, U, W) => (x * U).PointwiseTanh()),
            ("It never reads: x must go in, through U.", (x, h, U, W) => (h * W).PointwiseTanh()),
            ("Rows are examples here: x * U, not U * x.", (x, h, U, W) => (U * x + W * h).PointwiseTanh()),
            ("These units have tanh, not the sigmoid.", (x, h, U, W) => Sigmoid(x * U + h * W)),
        ]);

    /// <summary>(dh ∘ (1 − h²))·Wᵀ.</summary>
    /// <param name="yours">∂L/∂h_{t−1}, from ∂L/∂h_t, h_t and W.</param>
    public static Verdict BackInTime(Func<Vector<double>, Vector<double>, Matrix<double>, Vector<double>> yours) => Judge.Function(
        "17-back-in-time", yours, right: (dh, h, W) => W * dh.PointwiseMultiply(1 - h.PointwiseMultiply(h)),
        cases:
        [
            (Vec(1, -2), Vec(0.5, 0.8), Mat([0.3, 0.9], [-0.4, 0.2])),
            (Vec(0.2, 1), Vec(-0.6, 0.1), Mat([1, 0.5], [0.7, -1])),
        ],
        praise: "A slope and a matrix for each step back: that product is what vanishes.",
        hints:
        [
            "Backwards through the two parts of a step: first tanh, then W.",
            "dz = dh ∘ (1 − h ∘ h), then dz·Wᵀ, which is W * dz with a vector.",
            "W * dh.PointwiseMultiply(1 - h.PointwiseMultiply(h))",
        ],
        mistakes:
        [
            ("The slope of tanh is missing: 1 − h².", (dh, h, W) => W * dh),
            ("That is dz. It still has to go back through W.", (dh, h, W) => dh.PointwiseMultiply(1 - h.PointwiseMultiply(h))),
            ("Backwards it is Wᵀ: W * dz with a vector, not dz * W.", (dh, h, W) => dh.PointwiseMultiply(1 - h.PointwiseMultiply(h)) * W),
            ("h(1 − h) is the slope of the sigmoid. These units have tanh.", (dh, h, W) => W * dh.PointwiseMultiply(h).PointwiseMultiply(1 - h)),
            ("The slope belongs to h_t, before W: first through tanh, then through W.", (dh, h, W) => (W * dh).PointwiseMultiply(1 - h.PointwiseMultiply(h))),
        ]);

    /// <summary>f∘c + i∘g.</summary>
    /// <param name="yours">c_t from f, i, g and c_{t−1}.</param>
    public static Verdict LstmMemory(Func<Vector<double>, Vector<double>, Vector<double>, Vector<double>, Vector<double>> yours) => Judge.Function(
        "17-memory", yours, right: (f, i, g, c) => f.PointwiseMultiply(c) + i.PointwiseMultiply(g),
        cases: [(Vec(0.9, 0.1), Vec(0.2, 0.7), Vec(-0.5, 0.8), Vec(2, -1)), (Vec(0.5, 1), Vec(1, 0.3), Vec(0.4, -0.6), Vec(-0.7, 1.5))],
        praise: "Keep, and add: no matrix, so nothing that shrinks it step by step.",
        hints:
        [
            "Two products, entry by entry, and a sum.",
            "The forget gate multiplies what was there; the input gate multiplies what is new.",
            "f.PointwiseMultiply(c) + i.PointwiseMultiply(g)",
        ],
        mistakes:
        [
            ("The gates are exchanged: f belongs to the old memory, i to the candidate.", (f, i, g, c) => i.PointwiseMultiply(c) + f.PointwiseMultiply(g)),
            ("An open forget gate keeps: f∘c, not (1 − f)∘c.", (f, i, g, c) => (1 - f).PointwiseMultiply(c) + i.PointwiseMultiply(g)),
            ("There is no tanh around the sum; it comes later, in h.", (f, i, g, c) => (f.PointwiseMultiply(c) + i.PointwiseMultiply(g)).PointwiseTanh()),
            ("The input gate is missing.", (f, i, g, c) => f.PointwiseMultiply(c) + g),
            ("The forget gate is missing.", (f, i, g, c) => c + i.PointwiseMultiply(g)),
        ]);

    /// <summary>Σᵢ pᵢ·mᵢ with p = softmax(M·q).</summary>
    /// <param name="yours">What is read, from q (d) and M (m×d).</param>
    public static Verdict Attend(Func<Vector<double>, Matrix<double>, Vector<double>> yours) => Judge.Function(
        "17-attend", yours, right: (q, M) => Softmax(M * q) * M,
        cases: [(Vec(1, -1), Mat([2, 0], [0, 1])), (Vec(0.5, 2), Mat([1, 0.3], [-0.5, 0.2]))],
        praise: "A mean of the memories, weighted by how well each fits the question.",
        hints:
        [
            "First a score for each memory: M * q. Then weights, then the mean.",
            "p = Softmax(M * q) has an entry for each row of M. The weighted sum of the rows is p * M.",
            "Softmax(M * q) * M",
        ],
        mistakes:
        [
            ("Those are the weights. Now take the weighted sum of the memories.", (q, M) => Softmax(M * q)),
            ("Those are the scores. Take their softmax, then the weighted sum.", (q, M) => M * q),
            ("The softmax is missing: scores are no weights.", (q, M) => M * q * M),
            ("That looks only at the best memory. Attention takes a bit of each.", (q, M) => M.Row((M * q).MaximumIndex())),
            ("p must multiply the rows of M: p * M, not M * p.", (q, M) => M * Softmax(M * q)),
        ]);

    /// <summary>(0.9·0.8)¹⁰, to four decimals.</summary>
    /// <param name="yours">What is left of a gradient after 10 steps back.</param>
    public static Verdict GradientLeft(double yours) => Judge.Value(
        "17-gradient-left", yours, right: Math.Pow(0.72, 10), tolerance: Tolerance.Decimals(4),
        praise: "Four in a hundred, after ten steps only.",
        hints:
        [
            "By which factor does one step back multiply the gradient?",
            "The slope of tanh and the weight: 0.8·0.9 for each step.",
            "Math.Pow(0.9 * 0.8, 10)",
        ],
        mistakes:
        [
            ("That is without the slope of tanh.", Math.Pow(0.9, 10)),
            ("That is without the weight.", Math.Pow(0.8, 10)),
            ("That is one step. Ten steps multiply ten times.", 0.72),
            ("The factors multiply; they do not add up.", 7.2),
            ("The slope is given: 0.8, not 1 − 0.8².", Math.Pow(0.9 * 0.36, 10)),
        ]);
}
