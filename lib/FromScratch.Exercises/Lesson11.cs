using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

public static partial class Check
{
    /// <summary>4h + 1.</summary>
    /// <param name="yours">The number of parameters of a 2–h–1 network.</param>
    public static Verdict XorParameters(Func<int, int> yours) => Judge.Function(
        "11-parameters", yours, right: h => 4 * h + 1, cases: [2, 1, 7],
        praise: "Two weights, a bias and an outgoing weight for each hidden unit, and one bias of the output.",
        hints:
        [
            "Count what belongs to one hidden unit: weights in, bias, weight out.",
            "W₁ is 2×h, b₁ has h entries, W₂ is h×1, b₂ has 1.",
            "2 * h + h + h + 1",
        ],
        mistakes:
        [
            ("3h is the first layer with its biases, or all weights without any. Both layers have weights and biases.", h => 3 * h),
            ("The bias of the output is missing.", h => 4 * h),
            ("The biases of the hidden units are missing.", h => 3 * h + 1),
        ]);

    /// <summary>∂L/∂zᵢ = (2/n)(pᵢ − yᵢ)·pᵢ(1 − pᵢ), for the mean squared error of p = σ(z).</summary>
    /// <param name="yours">The gradient with respect to the logits, from p and y.</param>
    public static Verdict SquaredErrorDelta(Func<Vector<double>, Vector<double>, Vector<double>> yours)
    {
        static Vector<double> Right(Vector<double> p, Vector<double> y) => 2.0 / y.Count * (p - y).PointwiseMultiply(p).PointwiseMultiply(1 - p);

        return Judge.Function("11-squared-error-delta", yours, Right,
            cases: [(Vec(0.9, 0.2, 0.6), Vec(1, 0, 0)), (Vec(0.3, 0.7, 0.5, 0.1), Vec(1, 0, 1, 1))],
            praise: "The slope p(1 − p) stays in: that is what slows a confident mistake down.",
            hints:
            [
                "Two links of the chain rule: ∂L/∂p and ∂p/∂z.",
                "∂L/∂pᵢ = (2/n)(pᵢ − yᵢ) and ∂pᵢ/∂zᵢ = pᵢ(1 − pᵢ).",
                "2.0 / y.Count * (p - y).PointwiseMultiply(p.PointwiseMultiply(1 - p))",
            ],
            mistakes:
            [
                ("That is the gradient of the cross-entropy. With the squared error the slope p(1 − p) does not cancel.", (p, y) => (p - y) / y.Count),
                ("That is ∂L/∂p. Go one link further, through the sigmoid.", (p, y) => 2.0 / y.Count * (p - y)),
                ("The mean's 1/n is missing.", (p, y) => Right(p, y) * y.Count),
                ("The 2 that comes down from the square is missing: that is the half-mean.", (p, y) => Right(p, y) / 2),
                ("The sign is wrong: where p is above y, more z means more loss.", (p, y) => -Right(p, y)),
                ("The slope of the sigmoid is p(1 − p); you took that of tanh, 1 − p².", (p, y) => 2.0 / y.Count * (p - y).PointwiseMultiply(1 - p.PointwiseMultiply(p))),
            ]);
    }

    /// <summary>dZ₁ = (dz₂·w₂ᵀ) ∘ A ∘ (1 − A).</summary>
    /// <param name="yours">dZ₁, n×h, from dz₂ (n), w₂ (h) and A (n×h), the outputs of sigmoid units.</param>
    public static Verdict HiddenDelta(Func<Vector<double>, Vector<double>, Matrix<double>, Matrix<double>> yours)
    {
        static Matrix<double> Right(Vector<double> dz2, Vector<double> w2, Matrix<double> A) =>
            dz2.OuterProduct(w2).PointwiseMultiply(A).PointwiseMultiply(1 - A);

        return Judge.Function("11-hidden-delta", yours, Right,
            cases:
            [
                (Vec(0.2, -0.1, 0.3), Vec(2, -1), Mat([0.9, 0.2], [0.5, 0.7], [0.1, 0.6])),
                (Vec(-0.4, 0.25), Vec(1, 3, -2), Mat([0.3, 0.8, 0.5], [0.6, 0.1, 0.9])),
            ],
            praise: "The output's error, shared out by the weights, times the slope of each unit.",
            hints:
            [
                "First dA: how much does the loss change when unit k says a little more to example i?",
                "dA = dz2.OuterProduct(w2). Then times the slope of the sigmoid, written with A.",
                "dz2.OuterProduct(w2).PointwiseMultiply(A.PointwiseMultiply(1 - A))",
            ],
            mistakes:
            [
                ("That is dA. The slope of the units is missing: step 4.", (dz2, w2, A) => dz2.OuterProduct(w2)),
                ("1 − a² is the slope of tanh. These units are sigmoids.", (dz2, w2, A) => dz2.OuterProduct(w2).PointwiseMultiply(1 - A.PointwiseMultiply(A))),
                ("The weights w2 are missing: a unit is answerable for the error only as far as it was listened to.", (dz2, w2, A) => dz2.OuterProduct(w2 * 0 + 1).PointwiseMultiply(A).PointwiseMultiply(1 - A)),
                ("You took a for the slope; it is a(1 − a).", (dz2, w2, A) => dz2.OuterProduct(w2).PointwiseMultiply(A)),
                ("Your matrix is h×n. A row is an example: dz2 comes first in the outer product.", (dz2, w2, A) => Right(dz2, w2, A).Transpose()),
            ]);
    }

    /// <summary>H(m/k) = −(m/k) ln(m/k) − (1 − m/k) ln(1 − m/k).</summary>
    /// <param name="yours">The least mean cross-entropy of k examples with one answer, m of which have y = 1.</param>
    public static Verdict LeastLoss(Func<int, int, double> yours)
    {
        static double H(double q) => -q * Math.Log(q) - (1 - q) * Math.Log(1 - q);

        return Judge.Function("11-least-loss", yours, right: (k, m) => H((double)m / k), cases: [(2, 1), (3, 1), (5, 4)],
            praise: "The best answer is the share of ones, and what is left is the entropy.",
            hints:
            [
                "All k examples get the same probability q. Which q is best?",
                "The best q is the share m/k. Put it into −q ln q − (1 − q) ln(1 − q).",
                "var q = (double)m / k; return -q * Math.Log(q) - (1 - q) * Math.Log(1 - q);",
            ],
            mistakes:
            [
                ("Natural logarithms, please: that is in bits.", (k, m) => H((double)m / k) / Math.Log(2)),
                ("That is the sum over the group. The mean divides by k.", (k, m) => k * H((double)m / k)),
                ("That counts only the examples with y = 1. The others have −(1 − q) ln(1 − q).", (k, m) => -(double)m / k * Math.Log((double)m / k)),
                ("A loss is not negative: the minus signs are missing.", (k, m) => -H((double)m / k)),
                ("m / k of two integers drops the fraction, so it is 0. Write (double)m / k.", (k, m) => H(m / k)),
                ("That is the loss of always answering ½; the share m/k is better.", (k, m) => Math.Log(2)),
            ]);
    }

    /// <summary>ln 2, to three decimals.</summary>
    /// <param name="yours">The loss of a 2–2–1 network on XOR that started with all parameters at 0.</param>
    public static Verdict XorFromZero(double yours) => Judge.Value(
        "11-from-zero", yours, right: Math.Log(2), tolerance: Tolerance.Decimals(3),
        praise: "Every gradient is 0 there: the network never moves, and always answers ½.",
        hints:
        [
            "What does the network answer at the start, and what are its gradients?",
            "All hidden units say 0 and W₂ is 0: dW₂ = Aᵀ·dz₂ and dA = dz₂·W₂ᵀ vanish. And db₂?",
            "It answers ½ to all four, for ever: the loss is -Math.Log(0.5).",
        ],
        mistakes:
        [
            ("It does not learn XOR. Work out dW₂ and dA at the start.", 0),
            ("To learn half of it, the network would have to move first. Does it?", 0.3466),
            ("That is its squared error. The cross-entropy of the answer ½ is −ln ½.", 0.25),
            ("That is the probability it answers. The loss is minus its logarithm.", 0.5),
            ("In bits it is 1; the course takes natural logarithms.", 1),
        ]);
}
