using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Tensor;

namespace FromScratch;

/// <summary>Lesson 05, softmax regression.</summary>
public static partial class Check
{
    /// <summary>pⱼ = e^(zⱼ − max z) / Σₘ e^(zₘ − max z).</summary>
    /// <param name="yours">Scores z → probabilities, as many.</param>
    public static Verdict SafeSoftmax(Func<Vector<double>, Vector<double>> yours) => Judge.Function(
        "05-safe-softmax", yours, right: Softmax,
        cases: [Vec(3.2, 5.1, -1.7), Vec(1000, 999), Vec(-1000, -1001, -1000), Vec(-1000, 0, 1000)],
        praise: "The shift cancels, and the largest exponent is e⁰ = 1.",
        hints:
        [
            "Which number can you subtract from all scores, so that none is above 0 and one is exactly 0?",
            "var shifted = z - z.Maximum(); then take the exponential of each entry, and divide by the sum.",
            "var e = (z - z.Maximum()).PointwiseExp(); return e / e.Sum();",
        ],
        mistakes:
        [
            ("This is the softmax without the shift: right for small scores, NaN for 1000.", z => z.PointwiseExp() / z.PointwiseExp().Sum()),
            ("You subtracted the smallest score and did not divide by the sum.", z => (z - z.Minimum()).PointwiseExp()),
            ("You subtracted another score than the largest. A score far above it overflows.", z => (z - z.Minimum()).PointwiseExp() is var e ? e / e.Sum() : e),
            ("Divide by the sum: these numbers do not sum to 1.", z => (z - z.Maximum()).PointwiseExp()),
            ("The exponential is missing: a score is not a probability, and may be negative.", z => z / z.Sum()),
            ("You divided by the largest term. Divide by the sum of all.", z => z.PointwiseExp() / z.PointwiseExp().Maximum()),
            ("You divided the scores by their maximum. Subtract it: only a shift leaves the probabilities as they are.", z => Softmax(z / z.Maximum())),
        ]);

    /// <summary>Yᵢⱼ = 1[yᵢ = j], n×k.</summary>
    /// <param name="yours">(y, k) → Y.</param>
    public static Verdict OneHot(Func<Vector<double>, int, Matrix<double>> yours) => Judge.Function(
        "05-one-hot", yours, right: Hot, cases: [(Vec(0, 2, 1, 1), 3), (Vec(3, 0), 4), (Vec(1, 0), 3)],
        praise: "A row for each example, and a single 1 in the column of its class.",
        hints:
        [
            "Begin with zeros, n×k. For each example set one entry to 1.",
            "Row i, column y[i]: the class number is the column's index. It is a double: cast it with (int).",
            "for (var i = 0; i < y.Count; i++) Y[i, (int)y[i]] = 1;",
        ],
        mistakes:
        [
            ("These are the zeros of the stub.", (y, k) => Matrix<double>.Build.Dense(y.Count, k)),
            ("A row is an example, a column a class: yours is k×n.", (y, k) => Hot(y, k).Transpose()),
            ("Classes count from 0: your ones stand one column too far left.", (y, k) => Matrix<double>.Build.Dense(y.Count, k, (i, j) => y[i] - 1 == j ? 1 : 0)),
            ("There are k columns, also where the last classes do not occur.", (y, k) => Hot(y, (int)y.Maximum() + 1)),
            ("Put a 1 there, not the class number.", (y, k) => Matrix<double>.Build.Dense(y.Count, k, (i, j) => y[i] == j ? j : 0)),
            ("Zeros and ones are swapped: this is \"one-cold\".", (y, k) => 1 - Hot(y, k)),
        ]);

    /// <summary>L = ln Σₘ e^zₘ − z_y.</summary>
    /// <param name="yours">(scores z, class number y) → the cross-entropy.</param>
    public static Verdict SoftmaxLoss(Func<Vector<double>, int, double> yours) => Judge.Function(
        "05-softmax-loss", yours, right: (z, y) => LogSumExp(z) - z[y],
        cases: [(Vec(3.2, 5.1, -1.7), 0), (Vec(2, 1, 0.1), 2), (Vec(0, 1000, 0), 0), (Vec(-1000, -1001), 1)],
        praise: "Log-sum-exp minus the true score: finite even where the probability rounds to 0.",
        hints:
        [
            "Take the maximum out of the logarithm: ln Σ e^z = max z + ln Σ e^(z − max z).",
            "var max = z.Maximum(); the sum is (z - max).PointwiseExp().Sum().",
            "return max + Math.Log((z - max).PointwiseExp().Sum()) - z[y];",
        ],
        mistakes:
        [
            ("The true score is missing: subtract z[y].", (z, _) => LogSumExp(z)),
            ("The sign is wrong: this is ln p, which is never above 0.", (z, y) => z[y] - LogSumExp(z)),
            ("For a score of 1000 this is ∞: e¹⁰⁰⁰ overflows. Take the maximum out first.", (z, y) => Math.Log(z.PointwiseExp().Sum()) - z[y]),
            ("Where the probability is rounded to 0 this is ∞. Do not form it: stay with the scores.", (z, y) => -Math.Log(Softmax(z)[y])),
            ("The shift must be the largest score, also where all are far below 0: there every e^z is rounded to 0.", (z, y) => Math.Max(0, z.Maximum()) is var m ? m + Math.Log((z - m).PointwiseExp().Sum()) - z[y] : 0),
            ("You shifted the scores inside the logarithm and forgot to add the maximum again.", (z, y) => LogSumExp(z - z.Maximum()) - z[y]),
            ("You took the largest score in place of the true one.", (z, _) => LogSumExp(z) - z.Maximum()),
        ]);

    /// <summary>∂L/∂z = (softmax(z/T) − Y)/T.</summary>
    /// <param name="yours">(scores z, class number y, T) → the gradient, as many entries as z.</param>
    public static Verdict TemperedGradient(Func<Vector<double>, int, double, Vector<double>> yours) => Judge.Function(
        "05-tempered-gradient", yours, right: (z, y, T) => Tempered(z, y, T) / T,
        cases: [(Vec(3.2, 5.1, -1.7), 0, 1), (Vec(2, 1, 0.1), 1, 2), (Vec(0, 1), 1, 0.5)],
        praise: "p − Y at the tempered scores, and 1/T from the chain rule.",
        hints: ["Call u = z/T. You know ∂L/∂u. The chain rule needs ∂u/∂z.", "∂L/∂u = softmax(u) − Y, and ∂u/∂z = 1/T.", "var dz = Softmax(z / T); dz[y] -= 1; return dz / T;"],
        mistakes:
        [
            ("The inner derivative is missing: u = z/T grows by 1/T where z grows by 1.", Tempered),
            ("The probabilities must be those of z/T, too.", (z, y, T) => Tempered(z, y, 1) / T),
            ("This is the gradient for T = 1.", (z, y, _) => Tempered(z, y, 1)),
            ("The derivative of z/T is 1/T: divide, do not multiply.", (z, y, T) => Tempered(z, y, T) * T),
            ("The sign is wrong: the gradient is prediction minus truth.", (z, y, T) => Tempered(z, y, T) / -T),
            ("Subtract 1 at the true class: this is p/T only.", (z, _, T) => Softmax(z / T) / T),
        ]);

    /// <summary>−ln(e/(e + 2)) = ln(e + 2) − 1, to three decimals.</summary>
    /// <param name="yours">The lowest loss of three classes where the softmax is applied twice.</param>
    public static Verdict SoftmaxTwice(double yours) => Judge.Value(
        "05-softmax-twice", yours, right: Math.Log(Math.E + 2) - 1, tolerance: Tolerance.Decimals(3),
        praise: "A certain answer, (1, 0, 0), becomes 0.576: the second softmax cannot be sure.",
        hints:
        [
            "What is the best the first softmax can give to the true class, and what to the others?",
            "(1, 0, 0). Take the softmax of these three numbers.",
            "e¹/(e¹ + e⁰ + e⁰) = 0.576. The loss is minus its natural logarithm.",
        ],
        mistakes:
        [
            ("That would be the floor with a single softmax. Two limit how sure the model can be.", 0),
            ("That is the probability. The loss is minus its logarithm.", Math.E / (Math.E + 2)),
            ("That is the loss of a model that knows nothing. This one knows all it can.", Math.Log(3)),
            ("There are three classes: the two wrong ones both have e⁰ = 1.", Math.Log(Math.E + 1) - 1),
            ("That is a logarithm to base 10.", -Math.Log10(Math.E / (Math.E + 2))),
            ("That is the largest loss, for an answer that is as wrong as can be.", Math.Log(Math.E + 2)),
        ]);

    private static Matrix<double> Hot(Vector<double> y, int k) => Matrix<double>.Build.Dense(y.Count, k, (i, j) => y[i] == j ? 1 : 0);
    private static Vector<double> Tempered(Vector<double> z, int y, double T) => Softmax(z / T) - Hot(Vec(y), z.Count).Row(0);
}
