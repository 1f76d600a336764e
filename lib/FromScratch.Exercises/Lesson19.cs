using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

public static partial class Check
{
    /// <summary>Pixel (r, c) becomes pixel (r, 7 − c).</summary>
    /// <param name="yours">The mirrored image, from one of 64 pixels.</param>
    public static Verdict MirrorImage(Func<Vector<double>, Vector<double>> yours)
    {
        static Func<Vector<double>, Vector<double>> From(Func<int, int, int> source) => x => Vector<double>.Build.Dense(64, i => x[source(i / 8, i % 8)]);

        return Judge.Function("19-mirror", yours, right: From((r, c) => 8 * r + 7 - c),
            cases: [Vector<double>.Build.Dense(64, i => i), Vector<double>.Build.Dense(64, i => i * i % 17)],
            praise: "The row stays, the column c becomes 7 − c.",
            hints:
            [
                "Entry i is pixel (i / 8, i % 8). Which of the two changes?",
                "The new pixel (r, c) is the old pixel (r, 7 − c).",
                "Vector<double>.Build.Dense(64, i => x[8 * (i / 8) + 7 - i % 8])",
            ],
            mistakes:
            [
                ("That exchanges top and bottom.", From((r, c) => 8 * (7 - r) + c)),
                ("That turns the image by half a turn: rows are reversed too.", From((r, c) => 63 - 8 * r - c)),
                ("That exchanges rows and columns: it mirrors at the diagonal.", From((r, c) => 8 * c + r)),
                ("8 − c is one too far: columns are counted from 0 to 7.", From((r, c) => Math.Min(63, 8 * r + 8 - c))),
            ]);
    }

    /// <summary>z = (x − μ)/σ, with μ and σ of the training set.</summary>
    /// <param name="yours">The standardised test values, from the training and the test values.</param>
    public static Verdict StandardizeTest(Func<Vector<double>, Vector<double>, Vector<double>> yours)
    {
        static double Sigma(Vector<double> v, int less = 0) => Math.Sqrt((v - v.Average()).PointwisePower(2).Sum() / (v.Count - less));
        static Vector<double> Z(Vector<double> by, Vector<double> x) => (x - by.Average()) / Sigma(by);

        return Judge.Function("19-standardize", yours, right: Z,
            cases: [(Vec(1, 2, 3, 6), Vec(3, 5)), (Vec(-2, 0, 4), Vec(1, 7, 2))],
            praise: "The training set's mean and spread: the test set tells the model nothing.",
            hints:
            [
                "What would you do if a single test example came in? It has no spread of its own.",
                "Take the mean μ and the standard deviation σ of train; return (test − μ) / σ.",
                "var mean = train.Average(); return (test - mean) / Math.Sqrt((train - mean).PointwisePower(2).Average());",
            ],
            mistakes:
            [
                ("You measured the mean and the spread on the test set. The model was trained with those of the training set.", (train, test) => Z(test, test)),
                ("You measured on both sets together: that is the leak.", (train, test) => Z(Vec([.. train, .. test]), test)),
                ("The mean is removed; the division by σ is missing.", (train, test) => test - train.Average()),
                ("That divides by n − 1 in the spread; here it is the mean, by n.", (train, test) => (test - train.Average()) / Sigma(train, 1)),
                ("That divides by the variance. σ is its root.", (train, test) => (test - train.Average()) / Math.Pow(Sigma(train), 2)),
            ]);
    }

    /// <summary>α = ln(E₁/E₂) / ln(n₂/n₁).</summary>
    /// <param name="yours">α, from n₁, E₁, n₂, E₂.</param>
    public static Verdict PowerLawExponent(Func<double, double, double, double, double> yours) => Judge.Function(
        "19-exponent", yours, right: (n1, E1, n2, E2) => Math.Log(E1 / E2) / Math.Log(n2 / n1),
        cases: [(100, 0.2, 400, 0.1), (50, 0.3, 1000, 0.04)],
        praise: "The slope between two points on log axes, with the sign turned.",
        hints:
        [
            "E₁/E₂ = (n₁/n₂)^(−α): c has cancelled.",
            "Logarithms: ln(E₁/E₂) = α·ln(n₂/n₁).",
            "Math.Log(E1 / E2) / Math.Log(n2 / n1)",
        ],
        mistakes:
        [
            ("The sign: the error falls, and α is positive.", (n1, E1, n2, E2) => Math.Log(E2 / E1) / Math.Log(n2 / n1)),
            ("That is 1/α: the logarithm of the errors stands above.", (n1, E1, n2, E2) => Math.Log(n2 / n1) / Math.Log(E1 / E2)),
            ("That is a ratio of ratios; the logarithms are missing.", (n1, E1, n2, E2) => E1 / E2 / (n2 / n1)),
            ("That is the slope on ordinary axes. Take logarithms first.", (n1, E1, n2, E2) => (E1 - E2) / (n2 - n1)),
        ]);

    /// <summary>m = n·(E/target)^(1/α).</summary>
    /// <param name="yours">m, from n, E, α and the target.</param>
    public static Verdict ExamplesNeeded(Func<double, double, double, double, double> yours) => Judge.Function(
        "19-needed", yours, right: (n, E, alpha, target) => n * Math.Pow(E / target, 1 / alpha),
        cases: [(1000, 0.1, 0.5, 0.05), (200, 0.3, 0.25, 0.2)],
        praise: "Half the error costs 2^(1/α) times the data.",
        hints:
        [
            "E/target = (m/n)^α. Solve for m.",
            "The root that undoes a power of α is the power 1/α.",
            "n * Math.Pow(E / target, 1 / alpha)",
        ],
        mistakes:
        [
            ("The power is 1/α, to undo the power α.", (n, E, alpha, target) => n * Math.Pow(E / target, alpha)),
            ("That needs fewer examples for a smaller error: the ratio is upside down.", (n, E, alpha, target) => n * Math.Pow(target / E, 1 / alpha)),
            ("That is the factor. Multiply by the n you have.", (n, E, alpha, target) => Math.Pow(E / target, 1 / alpha)),
            ("That says half the error for twice the data. It is a power law.", (n, E, alpha, target) => n * E / target),
        ]);

    /// <summary>1: the mean does not change.</summary>
    /// <param name="yours">The factor of the gradient where each example is there twice.</param>
    public static Verdict EveryExampleTwice(double yours) => Judge.Value("19-twice", yours, right: 1, tolerance: Tolerance.Decimals(3),
        praise: "The sum doubles and so does n: the mean stays.",
        hints: ["Write the mean as a sum over a count.", "Twice the sum, divided by twice the count."],
        mistakes:
        [
            ("That holds for the sum of the losses. This is the mean.", 2),
            ("The count doubles, and so does the sum.", 0.5),
            ("The direction is the same, and what is its length?", 0),
        ]);
}
