using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Tensor;

namespace FromScratch;

/// <summary>Lesson 10, backpropagation.</summary>
public static partial class Check
{
    /// <summary>(1/b, −a/b²) for f = a/b.</summary>
    /// <param name="yours">(a, b) → (∂f/∂a, ∂f/∂b).</param>
    public static Verdict QuotientSlopes(Func<double, double, Vector<double>> yours) => Judge.Function(
        "10-quotient", yours, right: (a, b) => Vec(1 / b, -a / (b * b)), cases: [(3, 2), (-1, 4), (0.5, -0.2)],
        praise: "A quotient is a product with 1/b, and 1/b falls where b grows.",
        mistakes: [
            ("The sign of ∂f/∂b: the quotient falls where b grows (for a and b above 0).", (a, b) => Vec(1 / b, a / (b * b))),
            ("1/b has the slope −1/b², not −1/b: the square is missing.", (a, b) => Vec(1 / b, -a / b)),
            ("In ∂f/∂b the factor a is missing.", (a, b) => Vec(1 / b, -1 / (b * b))),
            ("The two slopes are in the other order: ∂f/∂a comes first.", (a, b) => Vec(-a / (b * b), 1 / b)),
            ("These are the slopes of the product a·b. For the quotient write a·(1/b).", (a, b) => Vec(b, a)),
        ],
        hints: [
            "Write f as a · (1/b). Hold b still: 1/b is a fixed number.",
            "Hold a still: f is a times 1/b, and 1/b has the slope −1/b².",
            "return Vec(1 / b, -a / (b * b));",
        ]);

    /// <summary>δ = (W·δ⁺) ∘ σ′(z).</summary>
    /// <param name="yours">(W, δ of the next layer, z) → δ of the hidden layer.</param>
    public static Verdict HiddenDelta(Func<Matrix<double>, Vector<double>, Vector<double>, Vector<double>> yours) => Judge.Function(
        "10-hidden-delta", yours, right: (W, δ, z) => (W * δ).PointwiseMultiply(SigmoidDerivative(z)),
        cases: [(Mat([2, -1], [0.5, 3]), Vec(0.2, -0.4), Vec(1, -2)), (Mat([1, 4], [-2, 1]), Vec(-1, 0.3), Vec(0, 0.5)), (Mat([1], [-2], [3]), Vec(0.5), Vec(1, 0, -1))],
        praise: "Back through the weights, then through the activation.",
        mistakes: [
            ("The factor σ′(z) is missing: the slope has to pass through the activation too.", (W, δ, z) => W * δ),
            ("Row i of W leaves hidden unit i: it is W * delta, not delta * W.", (W, δ, z) => (δ * W).PointwiseMultiply(SigmoidDerivative(z))),
            ("You took the value σ(z). It is the derivative σ′(z) that multiplies.", (W, δ, z) => (W * δ).PointwiseMultiply(Sigmoid(z))),
            ("The weights are missing: each δ comes back through W.", (W, δ, z) => δ.PointwiseMultiply(SigmoidDerivative(z))),
            ("σ′ is taken at z itself, not at σ(z).", (W, δ, z) => (W * δ).PointwiseMultiply(SigmoidDerivative(Sigmoid(z)))),
        ],
        hints: [
            "Two things stand between a hidden unit's z and the next layer: the activation and the weights.",
            "Through the weights: W * delta, with h entries. Then times σ′(z), entry by entry.",
            "return (W * delta).PointwiseMultiply(SigmoidDerivative(z));",
        ]);

    /// <summary>dWᵢⱼ = aᵢδⱼ.</summary>
    /// <param name="yours">(a, δ) → dW, d×k.</param>
    public static Verdict WeightSlopes(Func<Vector<double>, Vector<double>, Matrix<double>> yours) => Judge.Function(
        "10-weight-slopes", yours, right: (a, δ) => a.OuterProduct(δ),
        cases: [(Vec(1, 0.5), Vec(-2, 3)), (Vec(2, -1, 4), Vec(0.5, 1)), (Vec(0.3), Vec(1, 2, 3))],
        praise: "What came in times the δ where it goes.",
        mistakes: [
            ("That is the transpose: W leads from d inputs (rows) to k units (columns).", (a, δ) => δ.OuterProduct(a)),
            ("Descent subtracts the slope; the slope itself has no minus.", (a, δ) => -a.OuterProduct(δ)),
            ("The inputs are missing: every row is δ alone, as for a bias.", (a, δ) => Matrix<double>.Build.Dense(a.Count, δ.Count, (i, j) => δ[j])),
            ("The δ are missing: every column is a alone.", (a, δ) => Matrix<double>.Build.Dense(a.Count, δ.Count, (i, j) => a[i])),
        ],
        hints: [
            "Entry (i, j) belongs to the weight from input i to unit j. What came in there, and what came back?",
            "dW[i, j] = a[i] * delta[j] for all i and j.",
            "return a.OuterProduct(delta);",
        ]);

    /// <summary>[(w + ε)³ − (w − ε)³] / 2ε.</summary>
    /// <param name="yours">(w, ε) → the measured slope of w³.</param>
    public static Verdict MeasuredSlope(Func<double, double, double> yours) => Judge.Function(
        "10-measured-slope", yours, right: (w, e) => (Cube(w + e) - Cube(w - e)) / (2 * e), cases: [(1, 0.5), (-2, 0.25), (0.5, 1)],
        praise: "Symmetric differences lose the error in ε and keep only that in ε².",
        mistakes: [
            ("That is the forward difference. The central one looks to both sides.", (w, e) => (Cube(w + e) - Cube(w)) / e),
            ("That is the backward difference. The central one looks to both sides.", (w, e) => (Cube(w) - Cube(w - e)) / e),
            ("The two points lie 2ε apart: divide by 2 * eps.", (w, e) => (Cube(w + e) - Cube(w - e)) / e),
            ("Put brackets around 2 * eps: x / 2 * eps multiplies by eps.", (w, e) => (Cube(w + e) - Cube(w - e)) / 2 * e),
            ("The order: the value to the right minus the value to the left.", (w, e) => (Cube(w - e) - Cube(w + e)) / (2 * e)),
            ("That is the exact slope, 3w². Measure it, as if you did not know it.", (w, e) => 3 * w * w),
        ],
        hints: [
            "How much does w³ change from w − ε to w + ε, and how far apart are these points?",
            "The change is Cube(w + eps) - Cube(w - eps); the distance is 2 * eps.",
            "return (Cube(w + eps) - Cube(w - eps)) / (2 * eps);",
        ]);

    /// <summary>"c": only the output unit's bias.</summary>
    /// <param name="yours">"a", "b", "c" or "d".</param>
    public static Verdict ZeroStart(string yours) => Judge.Value(
        "10-zero-start", yours, right: "c",
        praise: "A net that starts at zero has nothing to send forward, and nothing to send back through.",
        mistakes: [
            ("The slope comes back through the weights W2. What are they?", "a"),
            ("dW2 is a·δ. What is a = tanh(0)?", "b"),
            ("The prediction is ½ and the target 1, so the output's δ is not 0. Which parameter gets it undiminished?", "d"),
        ],
        hints: [
            "Forward first: what do the hidden units answer, and what does the output unit?",
            "δ of the output is not 0. Step 4: dW2 = a·δ with a = 0, and db2 = δ.",
            "Step 3: the hidden δ is W2·δ·f′ with W2 = 0.",
        ]);

    private static double Cube(double w) => w * w * w;
}
