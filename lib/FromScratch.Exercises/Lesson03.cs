using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

/// <summary>Lesson 03, gradient descent.</summary>
public static partial class Check
{
    /// <summary>∇f of f(u, v) = 3u² + uv + 2v² − 4v, which is (6u + v, u + 4v − 4).</summary>
    /// <param name="yours">θ = (u, v) → (∂f/∂u, ∂f/∂v).</param>
    public static Verdict DerivedGradient(Func<Vector<double>, Vector<double>> yours) => Judge.Function(
        "03-derived-gradient", yours, right: t => Vec(6 * t[0] + t[1], t[0] + 4 * t[1] - 4),
        cases: [Vec(1, 2), Vec(-2, 0.5), Vec(0, 0)],
        praise: "Each partial derivative holds the other parameter still, and uv counts in both.",
        mistakes: [
            ("The term uv depends on both parameters: its derivative is v along u, and u along v.", t => Vec(6 * t[0], 4 * t[1] - 4)),
            ("The term −4v has a slope too: −4.", t => Vec(6 * t[0] + t[1], t[0] + 4 * t[1])),
            ("The derivative of u² is 2u, not u: a factor 2 comes down from each square.", t => Vec(3 * t[0] + t[1], t[0] + 2 * t[1] - 4)),
            ("The two entries are in the other order: ∂f/∂u comes first.", t => Vec(t[0] + 4 * t[1] - 4, 6 * t[0] + t[1])),
        ],
        hints: [
            "For ∂f/∂u read v as a fixed number, such as 7, and differentiate what is left.",
            "Term by term along u: 3u² gives 6u, uv gives v, and 2v² − 4v does not move.",
            "Along v: uv gives u, 2v² gives 4v, −4v gives −4.",
        ]);

    /// <summary>θ − α·∇L for L = (1/n) Σᵢ (w·xᵢ + b − yᵢ)² at θ = (w, b).</summary>
    /// <param name="yours">(x, y, θ, α) → the new (w, b).</param>
    public static Verdict SimultaneousStep(Func<Vector<double>, Vector<double>, Vector<double>, double, Vector<double>> yours) => Judge.Function(
        "03-simultaneous-step", yours, right: (x, y, t, a) => Step(x, y, t, a, 2.0 / x.Count),
        cases: [(Vec(1, 2, 3), Vec(2, 4, 6), Vec(0, 0), 0.1), (Vec(0, 1, 2, 5), Vec(1, -1, 3, 2), Vec(0.5, -2), 0.03)],
        praise: "Both entries of the gradient come from the errors at the old point.",
        mistakes: [
            ("You went up: the step subtracts α times the gradient.", (x, y, t, a) => Step(x, y, t, -a, 2.0 / x.Count)),
            ("Your w already sees the new b. Compute both entries of the gradient first, then move.", (x, y, t, a) => InTurn(x, y, t, a, first: 1)),
            ("Your b already sees the new w. Compute both entries of the gradient first, then move.", (x, y, t, a) => InTurn(x, y, t, a, first: 0)),
            ("The loss is the mean, so its gradient has the factor 2/n: yours lacks the 1/n.", (x, y, t, a) => Step(x, y, t, a, 2)),
            ("The 2 that comes down from the square is missing.", (x, y, t, a) => Step(x, y, t, a, 1.0 / x.Count)),
            ("Only w has moved: b is a parameter too.", (x, y, t, a) => Vec(Step(x, y, t, a, 2.0 / x.Count)[0], t[1])),
            ("The result is (w, b), in that order: yours is (b, w).", (x, y, t, a) => Vec(Step(x, y, t, a, 2.0 / x.Count)[1], Step(x, y, t, a, 2.0 / x.Count)[0])),
        ],
        hints: [
            "Begin with the errors, a vector with n entries: var e = w * x + b - y;",
            "∂L/∂w = (2/n) Σ eᵢxᵢ is 2.0 / x.Count * (e * x), and ∂L/∂b is 2.0 / x.Count * e.Sum().",
            "Put both in one vector and return theta - alpha * that vector.",
        ]);

    /// <summary>θ ← θ − α·(2u + v, u + 2v), repeated, for f(u, v) = u² + uv + v².</summary>
    /// <param name="yours">(start, α, steps) → the point after so many steps.</param>
    public static Verdict RepairedLoop(Func<Vector<double>, double, int, Vector<double>> yours) => Judge.Function(
        "03-repaired-loop", yours, right: (start, a, steps) => Loop(start, steps, t => t - a * Bowl(t)),
        cases: [(Vec(1, 2), 0.1, 1), (Vec(3, -1), 0.2, 2), (Vec(-2, 5), 0.05, 7)],
        praise: "The whole gradient is computed at the old point before anything moves.",
        mistakes: [
            ("This is the loop as it stands. Its u is right after one step, its v is not. Why only v?", (start, a, steps) => Loop(start, steps, t => { t[0] -= a * Bowl(t)[0]; t[1] -= a * Bowl(t)[1]; return t; })),
            ("You have swapped the two lines: now the line for u uses a v that has already moved.", (start, a, steps) => Loop(start, steps, t => { t[1] -= a * Bowl(t)[1]; t[0] -= a * Bowl(t)[0]; return t; })),
            ("Your slopes stay those of the start: the gradient must be taken anew at each point.", (start, a, steps) => start - steps * a * Bowl(start)),
            ("You take one step too few.", (start, a, steps) => Loop(start, steps - 1, t => t - a * Bowl(t))),
        ],
        hints: [
            "Follow one step by hand from (1, 2) with α = 0.1, and write down which u the second line reads.",
            "Compute both slopes before you change u or v.",
            "var (du, dv) = (2 * u + v, u + 2 * v); and only then u -= alpha * du; v -= alpha * dv;",
        ]);

    /// <summary>2/λmax = 1/max(p, q) for f(u, v) = p·u² + q·v².</summary>
    /// <param name="yours">(p, q) → the α below which gradient descent converges.</param>
    public static Verdict LargestRate(Func<double, double, double> yours) => Judge.Function(
        "03-largest-rate", yours, right: (p, q) => 1 / Math.Max(p, q), cases: [(1, 10), (3, 0.5), (2, 2.5)],
        praise: "The largest curvature is 2·max(p, q), and the limit is 2 divided by it.",
        mistakes: [
            ("The curvature of p·u² is its second derivative, 2p, not p.", (p, q) => 2 / Math.Max(p, q)),
            ("The steepest direction sets the limit: take the larger curvature, not the smaller.", (p, q) => 1 / Math.Min(p, q)),
            ("This is the best rate for the steepest direction, 1/λmax; the limit is twice as far.", (p, q) => 0.5 / Math.Max(p, q)),
            ("The two directions do not add up: u and v each have a limit, and both must hold.", (p, q) => 1 / (p + q)),
        ],
        hints: [
            "Take u alone: the slope of p·u² is 2p·u. By which factor does one step multiply u?",
            "|1 − 2pα| < 1 holds for α < 1/p, and the same for q. Both must hold.",
            "1/p and 1/q: the smaller of the two, which is 1 divided by the larger of p and q.",
        ]);

    /// <summary>zᵢ = (xᵢ − μ)/σ, with σ = √((1/n) Σᵢ (xᵢ − μ)²) of the population.</summary>
    /// <param name="yours">x → z, as long as x.</param>
    public static Verdict ZScore(Func<Vector<double>, Vector<double>> yours) => Judge.Function(
        "03-z-score", yours, right: x => Centred(x) / Math.Sqrt(Variance(x)),
        cases: [Vec(10, 9, 3, 2, 11), Vec(5, 5, 2, 4, 1), Vec(-1, 3)],
        praise: "Mean 0 and spread 1, whatever the unit was.",
        mistakes: [
            ("This is the sample's s, with 1/(n − 1). The population's σ has 1/n.", x => Centred(x) / Math.Sqrt(Variance(x) * x.Count / (x.Count - 1))),
            ("You divided by the variance σ². Take its root.", x => Centred(x) / Variance(x)),
            ("The mean is right; now divide by σ.", Centred),
            ("Subtract the mean first: z is a distance to the mean.", x => x / Math.Sqrt(Variance(x))),
            ("You divided by the root of the sum of squares: the mean, 1/n, is missing under the root.", x => Centred(x) / Centred(x).L2Norm()),
        ],
        hints: [
            "Two steps: subtract the mean from every entry, then divide every entry by σ.",
            "With var d = x - x.Average(), σ² is the mean of the squares of d: d * d / x.Count.",
            "return d / Math.Sqrt(d * d / x.Count);",
        ]);

    private static Vector<double> Step(Vector<double> x, Vector<double> y, Vector<double> t, double a, double factor)
    {
        var e = t[0] * x + t[1] - y;
        return t - a * factor * Vec(e * x, e.Sum());
    }

    private static Vector<double> InTurn(Vector<double> x, Vector<double> y, Vector<double> t, double a, int first)
    {
        t[first] = Step(x, y, t, a, 2.0 / x.Count)[first];
        t[1 - first] = Step(x, y, t, a, 2.0 / x.Count)[1 - first];
        return t;
    }

    private static Vector<double> Bowl(Vector<double> t) => Vec(2 * t[0] + t[1], t[0] + 2 * t[1]);
    private static Vector<double> Loop(Vector<double> start, int steps, Func<Vector<double>, Vector<double>> step) =>
        Enumerable.Range(0, steps).Aggregate(start, (t, _) => step(t));
    private static Vector<double> Centred(Vector<double> x) => x - x.Average();
    private static double Variance(Vector<double> x) => Centred(x).PointwisePower(2).Average();
}
