using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

/// <summary>Lesson 20, where next.</summary>
public static partial class Check
{
    /// <summary>(1 − t)/(1 + t).</summary>
    /// <param name="yours">t, 0 … 1 → the IoU of two unit squares, one shifted by t.</param>
    public static Verdict ShiftedIoU(Func<double, double> yours) => Judge.Function(
        "20-shifted-iou", yours, right: t => (1 - t) / (1 + t), cases: [0, 0.5, 0.2, 1],
        praise: "Half a side off is only a third: IoU is a strict judge.",
        mistakes: [
            ("That is the intersection. Divide it by the union.", t => 1 - t),
            ("The two areas together count the intersection twice: subtract it once.", t => (1 - t) / 2),
            ("The union is 1 + t wide: as wide as a square, and t more.", t => (1 - t) / (2 - t)),
            ("That is union over intersection.", t => (1 + t) / (1 - t)),
        ],
        hints: [
            "Draw the two squares: one from 0 to 1, one from t to 1 + t. Both are 1 high.",
            "They share the part from t to 1; together they cover the part from 0 to 1 + t.",
            "(1 - t) / (1 + t)",
        ]);

    /// <summary>2J/(1 + J).</summary>
    /// <param name="yours">J, 0 … 1 → Dice.</param>
    public static Verdict DiceFromIoU(Func<double, double> yours) => Judge.Function(
        "20-dice", yours, right: J => 2 * J / (1 + J), cases: [0.5, 0.2, 1, 0],
        praise: "One measure, two scales.",
        mistakes: [
            ("That is the way back, from Dice to IoU.", J => J / (2 - J)),
            ("Dice has twice the intersection on top.", J => J / (1 + J)),
            ("Below stand both areas, u + i. Divide above and below by u.", J => 2 * J),
            ("The areas add up to u + i, not to u − i.", J => 2 * J / (1 - J)),
        ],
        hints: [
            "Dice = 2i/(|A| + |B|), and |A| + |B| = u + i.",
            "2i/(u + i): divide above and below by u, and remember i/u = J.",
            "2 * J / (1 + J)",
        ]);

    /// <summary>σ − 1/σ.</summary>
    /// <param name="yours">σ &gt; 0 → ∂KL/∂σ.</param>
    public static Verdict PullOnSigma(Func<double, double> yours) => Judge.Function(
        "20-sigma", yours, right: sigma => sigma - 1 / sigma, cases: [0.5, 2, 1, 0.1],
        praise: "Too narrow is pulled wider, too wide is pulled narrower.",
        mistakes: [
            ("The logarithm depends on σ too: ln σ² = 2 ln σ.", sigma => sigma),
            ("The ½ in front belongs to both terms.", sigma => 2 * sigma - 2 / sigma),
            ("That is the derivative with respect to s = ln σ².", sigma => (sigma * sigma - 1) / 2),
            ("The derivative of ln σ² = 2 ln σ is 2/σ, not 1/σ.", sigma => sigma - 0.5 / sigma),
            ("The sign is wrong: −ln σ² falls as σ grows.", sigma => sigma + 1 / sigma),
        ],
        hints: [
            "Only two terms contain σ: σ² and −ln σ².",
            "Their derivatives are 2σ and −2/σ, and the ½ halves both.",
            "sigma - 1 / sigma",
        ]);

    /// <summary>q + α(r + 0.9·max next − q).</summary>
    /// <param name="yours">(q, r, next, alpha) → the new Q(s, a), with γ = 0.9.</param>
    public static Verdict BellmanUpdate(Func<double, double, Vector<double>, double, double> yours) => Judge.Function(
        "20-bellman", yours, right: (q, r, next, alpha) => q + alpha * (r + 0.9 * next.Maximum() - q),
        cases: [(0.2, 1, Vec(0, 0, 0, 0), 0.5), (0.4, 0, Vec(0.1, 0.8, 0.3, 0.2), 0.1), (0.5, 0, Vec(-1, -0.5, -2, -0.7), 0.25)],
        praise: "A step of α towards what you get plus what you can expect.",
        mistakes: [
            ("That adds the target and keeps all of the old value. The bracket is target minus q.", (q, r, next, alpha) => q + alpha * (r + 0.9 * next.Maximum())),
            ("γ is missing: what comes later is worth 0.9 of itself.", (q, r, next, alpha) => q + alpha * (r + next.Maximum() - q)),
            ("Take the best action of the next state, not the mean of all.", (q, r, next, alpha) => q + alpha * (r + 0.9 * next.Average() - q)),
            ("That is the target. Go only a step of α towards it.", (q, r, next, alpha) => r + 0.9 * next.Maximum()),
            ("The reward is missing in the target.", (q, r, next, alpha) => q + alpha * (0.9 * next.Maximum() - q)),
            ("The sign is wrong: this runs away from the target.", (q, r, next, alpha) => q - alpha * (r + 0.9 * next.Maximum() - q)),
        ],
        hints: [
            "First the target: the reward, and 0.9 times the largest entry of next.",
            "new = q + alpha * (target - q)",
            "return q + alpha * (r + 0.9 * next.Maximum() - q);",
        ]);
}
