using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

public static partial class Check
{
    /// <summary>σ = √(2/d).</summary>
    /// <param name="yours">The standard deviation of the starting weights of a ReLU unit with d inputs.</param>
    public static Verdict ReluSpread(Func<int, double> yours) => Judge.Function(
        "12-relu-spread", yours, right: d => Math.Sqrt(2.0 / d), cases: [8, 64, 3],
        praise: "That is He initialisation: it makes up for the half that ReLU cuts off.",
        hints:
        [
            "The mean square of z is d·σ² times that of the inputs. What does ReLU do to it?",
            "½·d·σ² = 1. Solve for σ.",
            "Math.Sqrt(2.0 / d)",
        ],
        mistakes:
        [
            ("That is the variance σ². The standard deviation is its root.", d => 2.0 / d),
            ("That is right for tanh near 0. ReLU cuts the mean square in half: make up for it.", d => 1 / Math.Sqrt(d)),
            ("The 2 belongs on top: the weights must be larger, not smaller.", d => Math.Sqrt(1 / (2.0 * d))),
            ("2 / d of two integers drops the fraction. Write 2.0 / d.", d => Math.Sqrt(2 / d)),
        ]);

    /// <summary>A ∘ 1[U &lt; keep] / keep.</summary>
    /// <param name="yours">What dropout makes of A (n×k) in training, from A, random numbers U (n×k, 0 … 1) and keep.</param>
    public static Verdict Dropout(Func<Matrix<double>, Matrix<double>, double, Matrix<double>> yours)
    {
        static Matrix<double> Right(Matrix<double> A, Matrix<double> U, double keep) => A.PointwiseMultiply(U.Map(u => u < keep ? 1 / keep : 0.0));

        return Judge.Function("12-dropout", yours, Right,
            cases:
            [
                (Mat([1, 2, 3], [4, 5, 6]), Mat([0.1, 0.9, 0.4], [0.7, 0.2, 0.95]), 0.8),
                (Mat([-1, 2], [0.5, 3]), Mat([0.3, 0.1], [0.6, 0.2]), 0.25),
            ],
            praise: "The units that stay are enlarged, so that the mean stays what it was.",
            hints:
            [
                "Make a mask with a number where the unit stays and 0 where it goes.",
                "Where it stays, the number is 1/keep, so that the mask is 1 on average.",
                "A.PointwiseMultiply(U.Map(u => u < keep ? 1 / keep : 0.0))",
            ],
            mistakes:
            [
                ("The division by keep is missing: the layer above would see smaller signals than after training.", (A, U, keep) => A.PointwiseMultiply(U.Map(u => u < keep ? 1.0 : 0.0))),
                ("You drop where U < keep. keep is the share that stays.", (A, U, keep) => A.PointwiseMultiply(U.Map(u => u < keep ? 0.0 : 1 / keep))),
                ("You multiply by keep; divide by it.", (A, U, keep) => A.PointwiseMultiply(U.Map(u => u < keep ? keep : 0.0))),
                ("You divide by 1 − keep, the share that goes. Divide by the share that stays.", (A, U, keep) => A.PointwiseMultiply(U.Map(u => u < keep ? 1 / (1 - keep) : 0.0))),
                ("That is the mask. Multiply A by it, entry by entry.", (A, U, keep) => U.Map(u => u < keep ? 1 / keep : 0.0)),
            ]);
    }

    /// <summary>g·min(1, c/‖g‖).</summary>
    /// <param name="yours">The gradient g, no longer than c.</param>
    public static Verdict ClipGradient(Func<Vector<double>, double, Vector<double>> yours) => Judge.Function(
        "12-clip", yours, right: (g, c) => g * Math.Min(1, c / g.L2Norm()),
        cases: [(Vec(3, 4), 1), (Vec(0.3, 0.4), 1), (Vec(-5, 1, 7), 2.5), (Vec(1.2, 1.6), 2.5), (Vec(2, -2, 1), 2.5)],
        praise: "The direction stays, and only the length is limited.",
        hints:
        [
            "Compute the length of g, and compare it with c.",
            "If it is longer than c, multiply g by c / length. If not, return g itself.",
            "var length = Math.Sqrt(g * g); return length > c ? g * (c / length) : g;",
        ],
        mistakes:
        [
            ("A short gradient stays as it is; you made it longer.", (g, c) => g * (c / g.L2Norm())),
            ("You cut each entry to ±c. That turns the gradient: shorten the whole of it.", (g, c) => g.Map(x => Math.Clamp(x, -c, c))),
            ("That has length 1, not c.", (g, c) => g.L2Norm() > c ? g / g.L2Norm() : g),
            ("The length is the root of the sum of the squares; you took the sum of the sizes.", (g, c) => g.L1Norm() > c ? g * (c / g.L1Norm()) : g),
            ("g * g is the squared length. Take its root.", (g, c) => g * g > c ? g * (c / (g * g)) : g),
        ]);

    /// <summary>ln 26, to two decimals.</summary>
    /// <param name="yours">The first loss of a well initialised classifier of 26 classes.</param>
    public static Verdict FirstLoss(double yours) => Judge.Value(
        "12-first-loss", yours, right: Math.Log(26), tolerance: Tolerance.Decimals(2),
        praise: "It knows nothing, and claims nothing.",
        hints:
        [
            "Which probability does it give to each of the 26 letters?",
            "The loss is −ln of the probability of the true letter, 1/26.",
            "Math.Log(26)",
        ],
        mistakes:
        [
            ("That is the first loss for ten classes.", 2.302585),
            ("That is the probability of the true letter. The loss is minus its logarithm.", 0.038462),
            ("The course takes natural logarithms; that is to base 2.", 4.70044),
            ("The course takes natural logarithms; that is to base 10.", 1.414973),
            ("A loss is not negative.", -3.258097),
        ]);

    /// <summary>(|w|/4)ᵐ.</summary>
    /// <param name="yours">The largest size of ∂aₘ/∂a₀ for m sigmoid units in a chain, each with weight w.</param>
    public static Verdict VanishingBound(Func<double, int, double> yours) => Judge.Function(
        "12-vanishing-bound", yours, right: (w, m) => Math.Pow(Math.Abs(w) / 4, m), cases: [(1, 10), (-2, 3), (5, 4)],
        praise: "m factors, each at most |w|/4.",
        hints:
        [
            "Each layer contributes the factor w·σ′(z). How large can σ′ be?",
            "σ′ ≤ ¼, so each factor is at most |w|/4 in size. There are m of them.",
            "Math.Pow(Math.Abs(w) / 4, m)",
        ],
        mistakes:
        [
            ("The weight is missing: each factor is w·σ′(z).", (w, m) => Math.Pow(0.25, m)),
            ("The slope of the sigmoid is at most ¼; you took 1, as for tanh.", (w, m) => Math.Pow(Math.Abs(w), m)),
            ("A size is not negative: take |w|.", (w, m) => Math.Pow(w / 4, m)),
            ("The factors are multiplied, not added: a power, not a product with m.", (w, m) => m * Math.Abs(w) / 4),
            ("The weight counts once for every layer.", (w, m) => Math.Abs(w) * Math.Pow(0.25, m)),
        ]);
}
