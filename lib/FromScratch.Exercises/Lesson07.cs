using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

/// <summary>Lesson 07, optimizers.</summary>
public static partial class Check
{
    /// <summary>⌈m / b⌉ · epochs.</summary>
    /// <param name="yours">(m, b, epochs) → the number of updates.</param>
    public static Verdict Updates(Func<int, int, int, int> yours) => Judge.Function(
        "07-updates", yours, right: (m, b, epochs) => (m + b - 1) / b * epochs,
        cases: [(1000, 10, 1), (1000, 32, 4), (7, 3, 10)],
        praise: "Every epoch ends with what is left, however short.",
        hints:
        [
            "How many batches has one epoch of 7 examples, 3 at a time?",
            "Three: 3, 3 and 1. So m / b is rounded up, and then multiplied by the epochs.",
            "(m + b - 1) / b * epochs, with whole numbers.",
        ],
        mistakes:
        [
            ("You dropped the short batch at the end of an epoch: round up.", (m, b, epochs) => m / b * epochs),
            ("That is one epoch.", (m, b, _) => (m + b - 1) / b),
            ("That is the number of examples looked at. An update takes b of them.", (m, _, epochs) => m * epochs),
            ("Each epoch has a short batch of its own: round up first, then multiply.", (m, b, epochs) => (m * epochs + b - 1) / b),
            ("An extra batch in every epoch is too many where b divides m.", (m, b, epochs) => (m / b + 1) * epochs),
        ]);

    /// <summary>v = g(1 − ρᵗ)/(1 − ρ).</summary>
    /// <param name="yours">(g, ρ, t) → the velocity after t steps from 0.</param>
    public static Verdict VelocityAfter(Func<double, double, int, double> yours) => Judge.Function(
        "07-velocity-after", yours, right: (g, r, t) => g * (1 - Math.Pow(r, t)) / (1 - r),
        cases: [(1, 0.9, 1), (2, 0.5, 3), (-1, 0.99, 10)],
        praise: "A geometric series: it begins with g and tends to g/(1 − ρ).",
        hints:
        [
            "After 1, 2, 3 steps: g, g + ρg, g + ρg + ρ²g. How does it go on?",
            "v = g(1 + ρ + … + ρᵗ⁻¹). Subtract ρ·v: nearly all terms cancel.",
            "v − ρv = g(1 − ρᵗ). Divide by 1 − ρ.",
        ],
        mistakes:
        [
            ("That is the limit for t → ∞. After t steps the factor 1 − ρᵗ is left.", (g, r, _) => g / (1 - r)),
            ("That is a mean, whose limit is g. Momentum is a sum: divide by 1 − ρ.", (g, r, t) => g * (1 - Math.Pow(r, t))),
            ("You count one step too few: the sum has t terms, the last is ρᵗ⁻¹.", (g, r, t) => g * (1 - Math.Pow(r, t - 1)) / (1 - r)),
            ("You count one step too many: the last term is ρᵗ⁻¹, not ρᵗ.", (g, r, t) => g * (1 - Math.Pow(r, t + 1)) / (1 - r)),
            ("Without forgetting it would be t·g. Each step multiplies what was there by ρ.", (g, _, t) => g * t),
            ("That is the last term of the sum only.", (g, r, t) => g * Math.Pow(r, t - 1)),
        ]);

    /// <summary>s ← .9s + .1g², θ − ηg/(√s + 10⁻⁸).</summary>
    /// <param name="yours">(θ, g, s, η) → the new θ.</param>
    public static Verdict RmsStep(Func<Vector<double>, Vector<double>, Vector<double>, double, Vector<double>> yours) => Judge.Function(
        "07-rms-step", yours, right: (x, g, s, n) => Rms(x, g, (0.9 * s) + (0.1 * Squared(g)), n),
        cases: [(Vec(1, -2), Vec(0.5, 4), Vec(0, 0), 0.1), (Vec(0, 3), Vec(-2, 1), Vec(1, 9), 0.01), (Vec(1, 2), Vec(0, 3), Vec(0, 1), 0.1)],
        praise: "Each entry is divided by the root of its own mean square.",
        hints:
        [
            "First the memory: s = 0.9 * s + 0.1 * (g entry by entry times g).",
            "Then divide g, entry by entry, by the root of s: g.PointwiseDivide(s.PointwiseSqrt() + 1e-8).",
            "return theta - rate * g.PointwiseDivide(s.PointwiseSqrt() + 1e-8);",
        ],
        mistakes:
        [
            ("That is Adagrad: it adds up the squares. RMSProp takes a fading mean, 0.9·s + 0.1·g².", (x, g, s, n) => Rms(x, g, s + Squared(g), n)),
            ("The memory must take in the new gradient before it divides.", (x, g, s, n) => Rms(x, g, s, n)),
            ("The root is missing: you divided by the mean square.", (x, g, s, n) => x - n * g.PointwiseDivide((0.9 * s) + (0.1 * Squared(g)) + 1e-8)),
            ("The weights are swapped: the past counts 0.9, the new gradient 0.1.", (x, g, s, n) => Rms(x, g, (0.1 * s) + (0.9 * Squared(g)), n)),
            ("The factor 0.1 before g² is missing: without it the memory is a sum.", (x, g, s, n) => Rms(x, g, (0.9 * s) + Squared(g), n)),
            ("The ε is missing: where all gradients were 0 it keeps 0/0 from being NaN.", (x, g, s, n) => x - n * g.PointwiseDivide(((0.9 * s) + (0.1 * Squared(g))).PointwiseSqrt())),
            ("You went up: the step subtracts.", (x, g, s, n) => Rms(x, g, (0.9 * s) + (0.1 * Squared(g)), -n)),
        ]);

    /// <summary>m̂ = m/(1 − βᵗ).</summary>
    /// <param name="yours">(m, β, t) → m̂.</param>
    public static Verdict BiasCorrection(Func<double, double, int, double> yours) => Judge.Function(
        "07-bias-correction", yours, right: (m, b, t) => m / (1 - Math.Pow(b, t)),
        cases: [(0.1, 0.9, 1), (0.5, 0.9, 3), (-2, 0.999, 100)],
        praise: "Under a constant gradient this gives back the gradient itself.",
        hints:
        [
            "After one step m = (1 − β)g. By what must you divide to get g?",
            "After two steps m = β(1 − β)g + (1 − β)g = (1 − β²)g.",
            "m / (1 - Math.Pow(beta, t))",
        ],
        mistakes:
        [
            ("That is right for t = 1 only.", (m, b, _) => m / (1 - b)),
            ("m is too small: divide by 1 − βᵗ, do not multiply.", (m, b, t) => m * (1 - Math.Pow(b, t))),
            ("Divide by 1 − βᵗ, what m has reached, not by βᵗ, what is still missing.", (m, b, t) => m / Math.Pow(b, t)),
            ("The first step is t = 1, so the exponent is t, not t + 1.", (m, b, t) => m / (1 - Math.Pow(b, t + 1))),
            ("β to the power of t: Math.Pow(beta, t), not t times β.", (m, b, t) => m / (1 - b * t)),
        ]);

    /// <summary>From ρ = .9 to .99 the gain 1/(1 − ρ) grows tenfold.</summary>
    /// <param name="yours">"a", "b", "c" or "d".</param>
    public static Verdict MoreMomentum(string yours) => Judge.Value(
        "07-more-momentum", yours, right: "c",
        praise: "The gain goes from 10 to 100, so the rate goes from 0.1 to 0.01.",
        hints:
        [
            "How large is the velocity under a constant gradient, for ρ = 0.9 and for ρ = 0.99?",
            "1/(1 − 0.9) = 10 and 1/(1 − 0.99) = 100.",
            "Steps of η·v: v is ten times as large, so η should be a tenth.",
        ],
        mistakes:
        [
            ("A larger ρ forgets less, so the sum grows.", "a"),
            ("It is a sum, not a mean: its weights 1, ρ, ρ², … add up to 1/(1 − ρ).", "b"),
            ("The gain is 1/(1 − ρ), not ρ.", "d"),
        ]);

    private static Vector<double> Squared(Vector<double> g) => g.PointwiseMultiply(g);
    private static Vector<double> Rms(Vector<double> theta, Vector<double> g, Vector<double> s, double rate) =>
        theta - rate * g.PointwiseDivide(s.PointwiseSqrt() + 1e-8);
}
