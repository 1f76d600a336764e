using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Tensor;

namespace FromScratch;

public static partial class Check
{
    /// <summary>−½ mean ln p − ½ mean ln(1 − q).</summary>
    /// <param name="yours">L_D, from D of the real and D of the forged examples.</param>
    public static Verdict PoliceLoss(Func<Vector<double>, Vector<double>, double> yours)
    {
        static double Log(Vector<double> v) => v.PointwiseLog().Average();

        return Judge.Function("18-police-loss", yours, right: (p, q) => -Log(p) / 2 - Log(1 - q) / 2,
            cases: [(Vec(0.9, 0.6), Vec(0.2, 0.3)), (Vec(0.5, 0.7, 0.8), Vec(0.4, 0.1, 0.6))],
            praise: "The binary cross-entropy of real and forged.",
            hints:
            [
                "The real ones have the label 1, the forged ones 0.",
                "A real one costs −ln p, a forged one −ln(1 − q); each kind is half of all.",
                "-p.PointwiseLog().Average() / 2 - (1 - q).PointwiseLog().Average() / 2",
            ],
            mistakes:
            [
                ("A loss is not negative: the minus signs are missing.", (p, q) => Log(p) / 2 + Log(1 - q) / 2),
                ("The two halves: each kind is only half of the batch.", (p, q) => -Log(p) - Log(1 - q)),
                ("That wants the forged ones to be called real: ln(1 − q), not ln q.", (p, q) => -Log(p) / 2 - Log(q) / 2),
                ("That looks at the real ones only.", (p, q) => -Log(p) / 2),
            ]);
    }

    /// <summary>∂L/∂sᵢ = (σ(sᵢ) − 1)/n.</summary>
    /// <param name="yours">The gradient of −mean ln σ(s), from s.</param>
    public static Verdict ForgerSlope(Func<Vector<double>, Vector<double>> yours) => Judge.Function(
        "18-forger-slope", yours, right: s => (Sigmoid(s) - 1) / s.Count, cases: [Vec(-2, 0.5), Vec(1, -4, 0.3)],
        praise: "Large where the forger is caught: −(1 − D).",
        hints: ["ln σ has the derivative σ′/σ, and σ′ = σ(1 − σ).", "−(1 − σ(s)) each, and the mean divides by n.", "(Sigmoid(s) - 1) / s.Count"],
        mistakes:
        [
            ("1/n is missing: the loss is a mean.", s => Sigmoid(s) - 1),
            ("The sign: a larger logit lowers this loss.", s => (1 - Sigmoid(s)) / s.Count),
            ("That is the slope of ln(1 − D), which vanishes where the police is sure.", s => -Sigmoid(s) / s.Count),
        ]);

    /// <summary>∂L/∂w = (1/n) Σ (σ(v·w·zᵢ + c) − 1)·v·zᵢ.</summary>
    /// <param name="yours">The gradient of −mean ln σ(v·w·z + c), from z, w, v and c.</param>
    public static Verdict ThroughThePolice(Func<Vector<double>, double, double, double, double> yours)
    {
        static Vector<double> Slope(Vector<double> z, double w, double v, double c) => Sigmoid(v * w * z + c) - 1;

        return Judge.Function("18-through-the-police", yours, right: (z, w, v, c) => v * Slope(z, w, v, c).PointwiseMultiply(z).Average(),
            cases: [(Vec(1, -0.5), 2, 0.7, 0.1), (Vec(0.3, 2, 1), -1, 1.5, -0.4)],
            praise: "Loss to logit, logit to x, x to w.",
            hints:
            [
                "Three factors for each i: ∂L/∂s, ∂s/∂x and ∂x/∂w, with s = v·x + c and x = w·z.",
                "∂L/∂s is (σ(s) − 1)/n, ∂s/∂x is v, ∂x/∂w is z.",
                "((Sigmoid(v * w * z + c) - 1) * v).PointwiseMultiply(z).Average()",
            ],
            mistakes:
            [
                ("It never went through the police: the factor v = ∂s/∂x is missing.", (z, w, v, c) => Slope(z, w, v, c).PointwiseMultiply(z).Average()),
                ("That is the mean of dx. It still has to reach w: ∂x/∂w = z.", (z, w, v, c) => v * Slope(z, w, v, c).Average()),
                ("1/n is missing: the loss is a mean.", (z, w, v, c) => v * Slope(z, w, v, c).PointwiseMultiply(z).Sum()),
                ("The sign: σ − 1, prediction minus the label 1.", (z, w, v, c) => -v * Slope(z, w, v, c).PointwiseMultiply(z).Average()),
                ("Those forged ones have the label 0: that is how the police learns.", (z, w, v, c) => v * (Slope(z, w, v, c) + 1).PointwiseMultiply(z).Average()),
            ]);
    }

    /// <summary>D* = p/(p + q).</summary>
    /// <param name="yours">D*, from the two densities.</param>
    public static Verdict PerfectPolice(Func<double, double, double> yours) => Judge.Function(
        "18-perfect-police", yours, right: (p, q) => p / (p + q), cases: [(0.6, 0.2), (0.1, 0.4)],
        praise: "The share of the real ones.",
        hints: ["Of all that occurs at x, which share is real?", "Set −p/(2D) + q/(2(1 − D)) to zero.", "p / (p + q)"],
        mistakes:
        [
            ("That is the share of the forged ones.", (p, q) => q / (p + q)),
            ("Those are the odds. A probability is p of all.", (p, q) => p / q),
            ("That is a difference: it can be negative.", (p, q) => p - q),
        ]);

    /// <summary>ln 2.</summary>
    /// <param name="yours">L_D where q = p and D = D*.</param>
    public static Verdict LossAtTheEnd(double yours) => Judge.Value("18-end", yours, right: Math.Log(2), tolerance: Tolerance.Decimals(3),
        praise: "The police can only guess.",
        hints: ["What is D* where p = q?", "Put ½ into both logarithms of L_D.", "-Math.Log(0.5)"],
        mistakes:
        [
            ("That is what the police answers. Its loss is minus a logarithm.", 0.5),
            ("That would be a police that is always right.", 0),
            ("Each kind is half of the batch: 2 ln 2 is twice too much.", 1.3863),
            ("In bits it is 1; the course takes natural logarithms.", 1),
        ]);
}
