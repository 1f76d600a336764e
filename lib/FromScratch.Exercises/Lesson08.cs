using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

/// <summary>Lesson 08, the perceptron.</summary>
public static partial class Check
{
    /// <summary>x₁ ∧ ¬x₂: 1 at (1, 0) alone.</summary>
    /// <param name="yours">(w₁, w₂, b).</param>
    public static Verdict AndNotGate(Vector<double> yours) => Judge.Condition(
        "08-and-not", yours, right: Vec(1, -1, -0.5), complaint: NotAndNot,
        praise: "x1 speaks for a 1, x2 against it, and the bias sets how much it takes.",
        hints: [
            "Which of the two inputs speaks for the answer 1, and which against it? That gives the signs of the weights.",
            "The four rows: b ≤ 0, w2 + b ≤ 0, w1 + b > 0, w1 + w2 + b ≤ 0.",
            "Take w1 = 1 and w2 = −1. Then b must lie above −1 and not above 0.",
        ]);

    /// <summary>1 &lt; b ≤ 2 for NAND with w = (−1, −1).</summary>
    /// <param name="yours">(low, high).</param>
    public static Verdict NandBiasRange((double Low, double High) yours) => Judge.Value(
        "08-nand-bias", yours, right: (1.0, 2.0),
        praise: "One 1 must still pass, two must not.",
        mistakes: [
            ("That is the range of AND, with w = (1, 1). Here both weights are −1.", (-2.0, -1.0)),
            ("With that range the answer is 1 at (0, 0) alone: one 1 must be enough to keep the answer 1.", (0.0, 1.0)),
            ("Both ends are right, but the lower one comes first.", (2.0, 1.0)),
            ("That bias works, but others do too: give both ends of the range.", (1.5, 1.5)),
        ],
        hints: [
            "Write down z for one 1 and for two: −1 + b and −2 + b.",
            "One 1: −1 + b > 0. Two: −2 + b ≤ 0. Solve both for b.",
            "b > 1 from the first, b ≤ 2 from the second.",
        ]);

    /// <summary>d = (w·x + b)/‖w‖.</summary>
    /// <param name="yours">(w, b, x) → the distance of x from the line, positive where the answer is 1.</param>
    public static Verdict SignedDistance(Func<Vector<double>, double, Vector<double>, double> yours) => Judge.Function(
        "08-distance", yours, right: (w, b, x) => (w * x + b) / w.L2Norm(),
        cases: [(Vec(3, 4), -2, Vec(2, 1)), (Vec(1, 1), -1.5, Vec(0, 0)), (Vec(-2, 1), 4, Vec(1, 0.5))],
        praise: "z grows with the weights; divided by their length it is a distance.",
        mistakes: [
            ("That is z. It doubles when w and b double, but the line stays: divide by ‖w‖.", (w, b, x) => w * x + b),
            ("The bias is missing: the line need not go through the origin.", (w, b, x) => w * x / w.L2Norm()),
            ("You divided by ‖w‖². One of the two cancels: w·w/‖w‖ is ‖w‖.", (w, b, x) => (w * x + b) / (w * w)),
            ("Put brackets around w * x + b: the bias is divided too.", (w, b, x) => w * x + b / w.L2Norm()),
            ("The sign tells the side: do not take the absolute value.", (w, b, x) => Math.Abs(w * x + b) / w.L2Norm()),
        ],
        hints: [
            "Multiply out: w·x − d·(w·w)/‖w‖ + b = 0, and w·w is ‖w‖².",
            "So w·x + b − d·‖w‖ = 0. Solve for d.",
            "return (w * x + b) / w.L2Norm();",
        ]);

    /// <summary>θ + α·((t − t̂)/2)·(x, 1), labels −1 and 1.</summary>
    /// <param name="yours">(θ, x, t, α) → the new θ = (w₁, w₂, b).</param>
    public static Verdict SignedStep(Func<Vector<double>, Vector<double>, double, double, Vector<double>> yours) => Judge.Function(
        "08-signed-step", yours, right: (θ, x, t, α) => Moved(θ, x, α * (t - Side(θ, x)) / 2),
        cases: [(Vec(0, 0, 0), Vec(1, 2), 1, 0.5), (Vec(1, 1, -0.5), Vec(1, 0.5), -1, 0.1), (Vec(2, -1, 1), Vec(0.5, 3), -1, 1), (Vec(1, -1, 0), Vec(2, 2), -1, 0.5)],
        praise: "(t − t̂)/2 is −1, 0 or 1, as y − ŷ is.",
        mistakes: [
            ("The half is missing: t − t̂ is 2 or −2 after a mistake.", (θ, x, t, α) => Moved(θ, x, α * (t - Side(θ, x)))),
            ("You move after right answers too. Only a mistake changes anything.", (θ, x, t, α) => Moved(θ, x, α * t)),
            ("You went away from the right side: it is t − t̂, not t̂ − t.", (θ, x, t, α) => Moved(θ, x, α * (Side(θ, x) - t) / 2)),
            ("At z = 0 the answer is −1, so t = −1 is right there and nothing moves.", (θ, x, t, α) => t * (θ[0] * x[0] + θ[1] * x[1] + θ[2]) > 0 ? θ : Moved(θ, x, α * t)),
            ("The bias has to move too: its input is 1.", (θ, x, t, α) => Moved(θ, x, α * (t - Side(θ, x)) / 2) is var moved ? Vec(moved[0], moved[1], θ[2]) : moved),
            ("Your answer is 0 or 1. Here it is −1 or 1.", (θ, x, t, α) => Moved(θ, x, α * (t - (Side(θ, x) + 1) / 2) / 2)),
        ],
        hints: [
            "y − ŷ = (t + 1)/2 − (t̂ + 1)/2. What is left?",
            "The step is alpha * (t - answer) / 2, with var answer = w * x + b > 0 ? 1 : -1;",
            "Add step · (x1, x2, 1) to theta: return theta + step * Vec(x[0], x[1], 1);",
        ]);

    /// <summary>"c": from zero, α only scales the weights.</summary>
    /// <param name="yours">"a", "b", "c" or "d".</param>
    public static Verdict RateFromZero(string yours) => Judge.Value(
        "08-rate-from-zero", yours, right: "c",
        praise: "The sign of z does not see the size of the weights.",
        mistakes: [
            ("A tenth of the step on a tenth of the weights: the sign of z changes at the same moment.", "a"),
            ("Better would be another line. Is (0.2, 0.1), −0.2 another line than (2, 1), −2?", "b"),
            ("AND is linearly separable, so the theorem promises an end for every rate.", "d"),
        ],
        hints: [
            "Write down w and b after the first correction, for both rates.",
            "They are (1, 1), 1 and (0.1, 0.1), 0.1. What do the two answer at (0, 0)?",
            "z is a tenth at every point and every step, with the same sign.",
        ]);

    private static double Side(Vector<double> θ, Vector<double> x) => θ[0] * x[0] + θ[1] * x[1] + θ[2] > 0 ? 1 : -1;
    private static Vector<double> Moved(Vector<double> θ, Vector<double> x, double step) => θ + step * Vec(x[0], x[1], 1);

    private static string? NotAndNot(Vector<double> wb)
    {
        if (wb.Count != 3) return $"Three numbers are needed, w1, w2 and b; yours are {wb.Count}.";
        if (wb.Exists(v => !double.IsFinite(v), Zeros.Include)) return "Put three finite numbers in place of NaN.";
        var table = string.Concat(Enumerable.Range(0, 4).Select(row => wb[0] * (row / 2) + wb[1] * (row % 2) + wb[2] > 0 ? '1' : '0'));
        return table switch
        {
            "0010" => null,
            "0100" => "That is \"x2 and not x1\": the weights are in the other order.",
            "0001" => "That is AND: x2 must count against the answer 1, so its weight is negative.",
            "1101" => "Every row is the opposite of what it should be: turn all three signs round.",
            "0011" => "That is x1 alone: at (1, 1) the answer must be 0. Let x2 count more against it.",
            "1011" => "The answer at (0, 0) must be 0: the bias is too large.",
            "0000" => "It never answers 1: at (1, 0), w1 + b must be above 0.",
            _ => $"At (0, 0), (0, 1), (1, 0), (1, 1) it answers {string.Join(", ", table.AsEnumerable())}, where 0, 0, 1, 0 is right.",
        };
    }
}
