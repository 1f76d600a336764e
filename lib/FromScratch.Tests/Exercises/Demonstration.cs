using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Exercises;

/// <summary>Exercises declared as a lesson declares them. The id is a parameter here so that each test has a hint counter of its own.</summary>
internal static class Demonstration
{
    public static Verdict MeanAbsoluteError(Func<Vector<double>, Vector<double>, double> yours, string id = "demo-mae") => Judge.Function(
        id, yours, right: Loss.MeanAbsoluteError,
        cases: [(Vec(1, 2, 3), Vec(0, 2, 5)), (Vec(-1, 4), Vec(3, -4))],
        praise: "The mean of the absolute differences, whatever their sign.",
        mistakes:
        [
            ("You summed; the mean divides by n.", (yHat, y) => (yHat - y).L1Norm()),
            ("You squared; this loss takes the absolute value.", (yHat, y) => (yHat - y).PointwisePower(2).Average()),
        ],
        hints: ["Start with yHat - y.", "PointwiseAbs() removes the signs.", "(yHat - y).PointwiseAbs().Average()"]);

    public static Verdict Predict(Func<Matrix<double>, Vector<double>, Vector<double>> yours, string id = "demo-predict") => Judge.Function(
        id, yours, right: (X, w) => X * w,
        cases: [(Mat([1, 2], [3, 4], [5, 6]), Vec(1, -1)), (Mat([1, 0], [0, 2], [1, 1]), Vec(3, 4))],
        praise: "One product for all rows.", hints: ["Rows are examples.", "X * w"]);

    public static Verdict Gram(Func<Matrix<double>, Matrix<double>> yours, string id = "demo-gram") => Judge.Function(
        id, yours, right: X => X * Mat([1, 2], [0, 1]),
        cases: [Mat([1, 2], [3, 4]), Mat([0, 1], [5, 6])],
        praise: "Right.", hints: ["Multiply from the right."]);

    public static Verdict SigmoidAtTwo(double yours, string id = "demo-sigmoid-2") => Judge.Value(
        id, yours, right: 0.880797, tolerance: Tolerance.Decimals(3),
        praise: "σ(2) = 1 / (1 + e⁻²).",
        mistakes: [("The exponent needs its minus sign.", 0.119203)],
        hints: ["σ(z) = 1 / (1 + e⁻ᶻ).", "e⁻² ≈ 0.135."]);

    public static Verdict AndGate((double W1, double W2, double B) yours, string id = "demo-and") => Judge.Condition(
        id, yours, right: (1, 1, -1.5),
        complaint: gate => (from x1 in Enumerable.Range(0, 2)
                            from x2 in Enumerable.Range(0, 2)
                            let fires = gate.W1 * x1 + gate.W2 * x2 + gate.B > 0
                            where fires != (x1 + x2 == 2)
                            select $"For x1 = {x1}, x2 = {x2} your gate gives {(fires ? 1 : 0)}.").FirstOrDefault(),
        praise: "Only (1, 1) is above the line.", hints: ["b must undo one weight, not two."]);
}
