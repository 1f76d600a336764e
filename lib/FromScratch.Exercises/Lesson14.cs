using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

/// <summary>Lesson 14, digits.</summary>
public static partial class Check
{
    /// <summary>−ln(1/k) = ln k.</summary>
    /// <param name="yours">k → the mean cross-entropy where each of k classes has probability 1/k.</param>
    public static Verdict LossOfKnowingNothing(Func<int, double> yours) => Judge.Function(
        "14-knowing-nothing", yours, right: k => Math.Log(k), cases: [2, 3, 10],
        praise: "A start far above this is worse than knowing nothing.",
        mistakes: [
            ("That is the probability of each class. The loss is its negative logarithm.", k => 1.0 / k),
            ("The minus is missing: a loss is not below 0.", k => -Math.Log(k)),
            ("This course uses the natural logarithm, not the one of base 2.", k => Math.Log2(k)),
            ("This course uses the natural logarithm, not the one of base 10.", k => Math.Log10(k)),
            ("Only the true class counts: do not add up all k.", k => k * Math.Log(k)),
        ],
        hints: [
            "The loss of an image is −ln of the probability of its true class.",
            "That probability is 1/k for every image, so the mean is −ln(1/k).",
            "−ln(1/k) = ln k: Math.Log(k)",
        ]);

    /// <summary>Σᵢ Cᵢᵢ / Σᵢⱼ Cᵢⱼ.</summary>
    /// <param name="yours">C, k×k → the share of right answers.</param>
    public static Verdict AccuracyFromConfusion(Func<Matrix<double>, double> yours) => Judge.Function(
        "14-accuracy", yours, right: C => C.Trace() / C.Enumerate().Sum(),
        cases: [Mat([30, 2], [4, 14]), Mat([5, 1, 0], [2, 20, 3], [0, 4, 6])],
        praise: "The right answers over all answers.",
        mistakes: [
            ("That is the number of right answers. Divide by the number of all.", C => C.Trace()),
            ("That is the share of mistakes: the right answers stand on the diagonal.", C => 1 - C.Trace() / C.Enumerate().Sum()),
            ("Divide by the number of images, not of classes.", C => C.Trace() / C.RowCount),
            ("That is right answers over mistakes. Divide by all answers.", C => C.Trace() / (C.Enumerate().Sum() - C.Trace())),
            ("That is the mean recall: it counts a rare class as much as a frequent one.", C => Enumerable.Range(0, C.RowCount).Average(i => C[i, i] / C.Row(i).Sum())),
        ],
        hints: [
            "Where in C are the right answers?",
            "On the diagonal: C.Trace() is its sum. And how many images are there in all?",
            "C.Trace() / C.Enumerate().Sum()",
        ]);

    /// <summary>√(Σᵢ xᵢ² + 1).</summary>
    /// <param name="yours">x → the standard deviation of z = Σᵢ xᵢwᵢ + b, with w and b from N(0, 1).</param>
    public static Verdict StartSpread(Func<Vector<double>, double> yours) => Judge.Function(
        "14-spread", yours, right: x => Math.Sqrt(x.DotProduct(x) + 1), cases: [Vec(1, 2, 0), Vec(0.5, -0.5), Vec(3, 0.1, 1, 2)],
        praise: "It grows with the root of the number of inputs: that is what He's start divides by.",
        mistakes: [
            ("The bias is drawn from N(0, 1) too: its variance is 1.", x => x.L2Norm()),
            ("That is the variance. The standard deviation is its root.", x => x.DotProduct(x) + 1),
            ("That is the variance without the bias. Add 1, then take the root.", x => x.DotProduct(x)),
            ("Variances add up, standard deviations do not.", x => x.L1Norm() + 1),
            ("Nothing is averaged here: z is a sum.", x => Math.Sqrt(x.DotProduct(x) / x.Count + 1)),
        ],
        hints: [
            "First the variance of z: add up those of the terms.",
            "The terms xᵢwᵢ have variance xᵢ², the bias has variance 1.",
            "Math.Sqrt(x.DotProduct(x) + 1)",
        ]);

    /// <summary>"c": hidden outputs and output weights are 0, so only the output biases have a gradient.</summary>
    /// <param name="yours">"a", "b", "c" or "d".</param>
    public static Verdict AllZeroNetwork(string yours) => Judge.Value(
        "14-zero-start", yours, right: "c",
        praise: "Zero times an error is zero, forwards and backwards.",
        mistakes: [
            ("The error reaches a hidden unit through the output weights. What are these?", "a"),
            ("The gradient of an output weight is error times hidden output. What does a hidden unit put out?", "b"),
            ("One group of parameters is multiplied by nothing on its way to the logits.", "d"),
        ],
        hints: [
            "Compute the hidden outputs at the start: max(0, 0·x + 0).",
            "∂L/∂W of the output layer is (hidden output)·(P − Y), and ∂L/∂(hidden output) is (P − Y)·Wᵀ.",
            "Both are 0. What is left has the gradient P − Y itself.",
        ]);
}
