using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

/// <summary>Lesson 06, generalization.</summary>
public static partial class Check
{
    /// <summary>bias² = (1/n) Σⱼ (mean over the sets of ŷⱼ − fⱼ)².</summary>
    /// <param name="yours">(predictions, sets×n; truth, n) → bias².</param>
    public static Verdict BiasSquared(Func<Matrix<double>, Vector<double>, double> yours) => Judge.Function(
        "06-bias-squared", yours, right: (P, f) => Mean(MeanOf(P) - f),
        cases: [(Mat([1, 2], [3, 4]), Vec(1, 1)), (Mat([0, 0, 3], [2, -1, 1]), Vec(1, 2, 0))],
        praise: "First the average over the training sets, then the squared distance to the truth.",
        hints:
        [
            "Which model is compared with the truth: each one, or the average of all?",
            "The average prediction is P.ColumnSums() / P.RowCount, a vector of n.",
            "var off = P.ColumnSums() / P.RowCount - f; return off * off / off.Count;",
        ],
        mistakes:
        [
            ("You squared before you averaged over the sets: that is bias² + variance.", (P, f) => (P + -f).PointwisePower(2).ColumnSums().Average() / P.RowCount),
            ("That is the variance: the spread about the average model, which knows nothing of the truth.", (P, _) => (P + -MeanOf(P)).PointwisePower(2).ColumnSums().Average() / P.RowCount),
            ("The square is missing: errors to both sides cancel.", (P, f) => (MeanOf(P) - f).Average()),
            ("That is the sum over the points. Take the mean.", (P, f) => Mean(MeanOf(P) - f) * f.Count),
            ("You took the sum over the sets, not the average.", (P, f) => Mean(P.ColumnSums() - f)),
        ]);

    /// <summary>w = Σ xᵢyᵢ / (Σ xᵢ² + nλ), where J = (1/2n) Σ (w·xᵢ − yᵢ)² + (λ/2)w².</summary>
    /// <param name="yours">(x, y, λ) → the w of least J.</param>
    public static Verdict RidgeSlope(Func<Vector<double>, Vector<double>, double, double> yours) => Judge.Function(
        "06-ridge-slope", yours, right: (x, y, l) => x * y / (x * x + x.Count * l),
        cases: [(Vec(1, 2, 3), Vec(2, 4, 6), 0), (Vec(1, 2, 3), Vec(2, 4, 6), 1), (Vec(-1, 0, 2, 2), Vec(1, 1, 3, 5), 0.5)],
        praise: "The penalty adds nλ to the denominator: the weight is pulled towards 0.",
        hints:
        [
            "Set dJ/dw = (1/n) Σ (w·xᵢ − yᵢ)xᵢ + λw to 0.",
            "Multiply by n and sort by w: w(Σ xᵢ² + nλ) = Σ xᵢyᵢ.",
            "return x * y / (x * x + x.Count * lambda);",
        ],
        mistakes:
        [
            ("That is the weight without a penalty: right only for λ = 0.", (x, y, _) => x * y / (x * x)),
            ("The n is missing: the error is a mean, so (1/n) Σ xᵢ² stands beside λ.", (x, y, l) => x * y / (x * x + l)),
            ("The penalty makes the weight smaller: nλ is added, not subtracted.", (x, y, l) => x * y / (x * x - x.Count * l)),
            ("The derivative of (λ/2)w² is λw: the ½ is gone.", (x, y, l) => x * y / (x * x + x.Count * l / 2)),
            ("The derivative of (λ/2)w² is λw, not 2λw.", (x, y, l) => x * y / (x * x + 2 * x.Count * l)),
            ("You subtracted λ from the weight. It belongs in the denominator.", (x, y, l) => x * y / (x * x) - l),
        ]);

    /// <summary>w − α(g + λw).</summary>
    /// <param name="yours">(w, g, α, λ) → the weights after one step, where g is the gradient without the penalty.</param>
    public static Verdict WeightDecayStep(Func<Vector<double>, Vector<double>, double, double, Vector<double>> yours) => Judge.Function(
        "06-weight-decay-step", yours, right: (w, g, a, l) => w - a * (g + l * w),
        cases: [(Vec(1, -2), Vec(0.5, 0.5), 0.1, 0), (Vec(1, -2), Vec(0, 0), 0.1, 0.5), (Vec(3, 0.5), Vec(-1, 2), 0.2, 1)],
        praise: "(1 − αλ)w − αg: every step shrinks the weights a little.",
        hints:
        [
            "The penalty (λ/2) Σ w² adds λw to the gradient.",
            "Then take the step as always: minus α times the gradient.",
            "return w - alpha * (g + lambda * w);",
        ],
        mistakes:
        [
            ("The decay is missing: right only for λ = 0.", (w, g, a, _) => w - a * g),
            ("With this sign the weights grow: the penalty's gradient is +λw, and the step subtracts it.", (w, g, a, l) => w - a * (g - l * w)),
            ("The learning rate multiplies the penalty's gradient, too.", (w, g, a, l) => w - a * g - l * w),
            ("You went up: the step subtracts.", (w, g, a, l) => w + a * (g + l * w)),
            ("The derivative of (λ/2)w² is λw, not λ: it shrinks large weights more.", (w, g, a, l) => w - a * (g + l)),
        ]);

    /// <summary>The index of the lowest loss before the first run of p epochs without a new lowest.</summary>
    /// <param name="yours">(validation losses, patience p) → the epoch to go back to, counted from 0.</param>
    public static Verdict EarlyStopping(Func<double[], int, int> yours) => Judge.Function(
        "06-early-stopping", yours, right: (losses, p) => Best(losses, p).Best,
        cases: [([5, 4, 3, 3.5, 3.2, 3.4, 1], 3), ([5, 4, 4.5, 3, 3.5, 3.2, 3.1, 2], 2), ([3, 2, 1], 2), ([3, 4, 2, 2, 2, 1], 2), ([5, 4, 4.5, 3, 3.5, 2, 2.5], 2)],
        praise: "You waited p epochs for a better one, and went back to the best.",
        hints:
        [
            "Keep the epoch of the lowest loss so far. Stop when the present epoch is p epochs later.",
            "for each epoch: if (losses[epoch] < losses[best]) best = epoch; else if (epoch - best >= patience) stop.",
            "var best = 0; for (var e = 1; e < losses.Length && e - best <= patience; e++) if (losses[e] < losses[best]) best = e; return best;",
        ],
        mistakes:
        [
            ("That is the lowest of all. Training had stopped before it got there.", (losses, _) => Array.IndexOf(losses, losses.Min())),
            ("That is the epoch at which training stops. Go back to the best one.", (losses, p) => Best(losses, p).Stop),
            ("You stopped at the first rise: patience waits p epochs for a better one.", (losses, _) => Best(losses, 1).Best),
            ("A loss as low as the lowest is no new lowest: compare with <, not with ≤.", (losses, p) => Best([.. losses.Select((loss, epoch) => loss - 1e-9 * epoch)], p).Best),
            ("Count epochs from 0: this is one too many.", (losses, p) => Best(losses, p).Best + 1),
        ]);

    /// <summary>Training error .92 and validation error .98 where noise alone is .25: high bias.</summary>
    /// <param name="yours">"a", "b", "c" or "d".</param>
    public static Verdict Diagnosis(string yours) => Judge.Value(
        "06-diagnosis", yours, right: "b",
        praise: "Both errors are high and close together: the model is too stiff.",
        hints:
        [
            "Is the training error near the noise, 0.25, or far above it?",
            "A model that cannot fit even its own training data has a high bias.",
            "What makes a model more supple: a higher degree, or a larger λ?",
        ],
        mistakes:
        [
            ("More examples lower the variance. Here the two errors are nearly equal: there is hardly any.", "a"),
            ("A larger λ makes the model stiffer, and it is too stiff already.", "c"),
            ("Early stopping keeps a model from fitting its training data too well. This one does not fit them at all.", "d"),
        ]);

    private static Vector<double> MeanOf(Matrix<double> P) => P.ColumnSums() / P.RowCount;
    private static double Mean(Vector<double> off) => off * off / off.Count;
    private static (int Best, int Stop) Best(double[] losses, int patience)
    {
        var (best, epoch) = (0, 1);
        for (; epoch < losses.Length && epoch - best <= patience; epoch++) if (losses[epoch] < losses[best]) best = epoch;
        return (best, epoch - 1);
    }
}
