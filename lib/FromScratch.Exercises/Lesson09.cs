using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Tensor;

namespace FromScratch;

/// <summary>Lesson 09, the multilayer perceptron.</summary>
public static partial class Check
{
    /// <summary>XOR = h₁ ∧ ¬h₂ for h₁ = OR and h₂ = AND.</summary>
    /// <param name="yours">(w₁, w₂, b) of the output unit.</param>
    public static Verdict XorFromOrAnd(Vector<double> yours) => Judge.Condition(
        "09-xor-or-and", yours, right: Vec(1, -1, -0.5), complaint: NotXor,
        praise: "At least one, and not both.",
        hints: [
            "The corners go to (0, 0), (1, 0), (1, 0) and (1, 1). Which of these places must answer 1?",
            "Only (1, 0): h1 speaks for the answer 1, and h2 against it.",
            "b ≤ 0, w1 + b > 0 and w1 + w2 + b ≤ 0: for example w1 = 1 and w2 = −1.",
        ]);

    /// <summary>Σₗ sₗ₋₁·sₗ + sₗ.</summary>
    /// <param name="yours">Sizes, inputs first → the number of weights and biases.</param>
    public static Verdict ParameterCount(Func<int[], int> yours) => Judge.Function(
        "09-parameters", yours, right: s => Layers(s, (d, k) => d * k + k), cases: [[3, 3, 1], [2, 1], [4, 5, 6, 2]],
        praise: "A weight for each pair, a bias for each unit that computes something.",
        mistakes: [
            ("The biases are missing: one for each unit.", s => Layers(s, (d, k) => d * k)),
            ("The inputs have no biases: they compute nothing.", s => Layers(s, (d, k) => d * k + k) + s[0]),
            ("A layer has as many biases as outputs, not as inputs.", s => Layers(s, (d, k) => d * k + d)),
            ("That is the number of units. Every pair of units in neighbouring layers has a weight.", s => s.Sum()),
            ("Add the layers up; do not multiply them.", s => s.Aggregate(1, (a, b) => a * b)),
        ],
        hints: [
            "Take one layer with d inputs and k units: how large is its W, and how long is its b?",
            "d·k weights and k biases. Add this up over the layers, from sizes[l − 1] to sizes[l].",
            "for (var l = 1; l < sizes.Length; l++) count += sizes[l - 1] * sizes[l] + sizes[l];",
        ]);

    /// <summary>(W₁W₂, b₁W₂ + b₂).</summary>
    /// <param name="yours">(W₁, b₁, W₂, b₂) → (W, b).</param>
    public static Verdict CollapsedLayers(
        Func<Matrix<double>, Vector<double>, Matrix<double>, Vector<double>, (Matrix<double> W, Vector<double> B)> yours) => Judge.Function(
        "09-collapse", yours, right: (W1, b1, W2, b2) => (W1 * W2, b1 * W2 + b2),
        cases: [(Mat([1, 2], [0, -1]), Vec(1, -2), Mat([3, 1], [1, 2]), Vec(0.5, 1)), (Mat([2, 0], [1, 1]), Vec(-1, 3), Mat([0, 1], [-1, 2]), Vec(2, 0)), (Mat([1], [2]), Vec(3), Mat([1, 0, -1]), Vec(0, 1, 2))],
        praise: "The first bias passes through the second layer too.",
        mistakes: [
            ("The first bias goes through the second layer: b1 * W2, then + b2.", (W1, b1, W2, b2) => (W1 * W2, b1 + b2)),
            ("The order matters: X meets W1 first, so W is W1·W2.", (W1, b1, W2, b2) => (W2 * W1, b1 * W2 + b2)),
            ("The first layer's bias is missing.", (W1, b1, W2, b2) => (W1 * W2, b2)),
            ("The second layer's bias is missing.", (W1, b1, W2, b2) => (W1 * W2, b1 * W2)),
            ("Weights of layers in a chain multiply; they do not add.", (W1, b1, W2, b2) => (W1 + W2, b1 * W2 + b2)),
            ("b1 is a row here: b1 * W2, not W2 * b1.", (W1, b1, W2, b2) => (W1 * W2, W2 * b1 + b2)),
        ],
        hints: [
            "Multiply out: (X·W1 + b1)·W2 is X·W1·W2 + b1·W2.",
            "What stands right of X is W. What has no X is b.",
            "return (W1 * W2, b1 * W2 + b2);",
        ]);

    /// <summary>f′(z) = σ(z) + z·σ(z)(1 − σ(z)) for f(z) = z·σ(z).</summary>
    /// <param name="yours">z → f′(z).</param>
    public static Verdict SwishDerivative(Func<double, double> yours) => Judge.Function(
        "09-swish", yours, right: z => Sigmoid(z) + z * SigmoidDerivative(z), cases: [-2, 0.5, 3],
        praise: "Both factors depend on z, so each counts once.",
        mistakes: [
            ("Both factors depend on z: the second term, z·σ′(z), is missing.", Sigmoid),
            ("The first term is missing: the derivative of z is 1, and it stands before σ(z).", z => z * SigmoidDerivative(z)),
            ("The derivative of a product is not the product of the derivatives.", SigmoidDerivative),
            ("The factor z is missing in the second term: z·σ(z)(1 − σ(z)).", z => Sigmoid(z) + SigmoidDerivative(z)),
            ("That is the value f(z), not its slope.", z => z * Sigmoid(z)),
            ("σ′ is σ(1 − σ): in your second term the factor 1 − σ(z) is missing.", z => Sigmoid(z) + z * Sigmoid(z)),
        ],
        hints: [
            "Product rule with u = z and v = σ(z): u′v + uv′.",
            "u′ = 1 and v′ = σ(z)(1 − σ(z)).",
            "Sigmoid(z) + z * Sigmoid(z) * (1 - Sigmoid(z))",
        ]);

    /// <summary>"b": a step has slope 0, so nothing reaches the hidden weights.</summary>
    /// <param name="yours">"a", "b", "c" or "d".</param>
    public static Verdict StepUnits(string yours) => Judge.Value(
        "09-step-units", yours, right: "b",
        praise: "No slope, no learning: this is why the step had to go.",
        mistakes: [
            ("More slowly would need a small slope. How large is the slope of a step?", "a"),
            ("To grow they would have to move. How large is the slope of a step?", "c"),
            ("Rosenblatt's rule oscillates; it uses no slope. Gradient descent does.", "d"),
        ],
        hints: [
            "Gradient descent moves a weight by α times the slope of the loss along it.",
            "Nudge a hidden weight a little. Does any answer of a step unit change?",
            "The derivative of the step is 0 on both sides of the jump.",
        ]);

    private static int Layers(int[] s, Func<int, int, int> count) => s.Zip(s.Skip(1), count).Sum();

    private static string? NotXor(Vector<double> wb)
    {
        if (wb.Count != 3) return $"Three numbers are needed, w1, w2 and b; yours are {wb.Count}.";
        if (wb.Exists(v => !double.IsFinite(v), Zeros.Include)) return "Put three finite numbers in place of NaN.";
        bool At(int or, int and) => wb[0] * or + wb[1] * and + wb[2] > 0;
        return (At(0, 0), At(1, 0), At(1, 1)) switch
        {
            (false, true, false) => null,
            (false, true, true) => "That is OR: at (1, 1) both hidden units are 1, and the answer must be 0. Let h2 count against it.",
            (false, false, true) => "That is AND: it answers 1 only where both hidden units are 1.",
            (true, false, true) => "That is the opposite of XOR: turn all three signs round.",
            (true, _, _) => "Where no hidden unit is 1 the answer must be 0: the bias is too large.",
            _ => "It never answers 1: where h1 = 1 and h2 = 0, w1 + b must be above 0.",
        };
    }
}
