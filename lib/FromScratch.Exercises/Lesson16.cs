using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

public static partial class Check
{
    /// <summary>h′ = ⌊(h + 2p − k)/s⌋ + 1.</summary>
    /// <param name="yours">The places along a side, from h, k, p and s.</param>
    public static Verdict OutputSize(Func<int, int, int, int, int> yours) => Judge.Function(
        "16-output-size", yours, right: (h, k, p, s) => (h + 2 * p - k) / s + 1, cases: [(8, 3, 0, 1), (28, 5, 2, 2), (9, 3, 1, 4), (7, 2, 0, 3)],
        praise: "The first window, and one more for each stride that still fits.",
        hints:
        [
            "Padded on both sides, the side is h + 2p. Where does the first window end?",
            "h + 2p − k pixels are left after the first window, and each move takes s of them.",
            "(h + 2 * p - k) / s + 1",
        ],
        mistakes:
        [
            ("The first window itself is missing: + 1.", (h, k, p, s) => (h + 2 * p - k) / s),
            ("There are zeros on both sides: 2p.", (h, k, p, s) => (h + p - k) / s + 1),
            ("The stride is missing.", (h, k, p, s) => h + 2 * p - k + 1),
            ("The first window is there before any move: divide first, then add 1.", (h, k, p, s) => (h + 2 * p - k + 1) / s),
            ("The padding is missing.", (h, k, p, s) => (h - k) / s + 1),
        ]);

    /// <summary>m·(c·k² + 1).</summary>
    /// <param name="yours">The parameters of a convolution, from c, k and m.</param>
    public static Verdict ConvolutionParameters(Func<int, int, int, int> yours) => Judge.Function(
        "16-parameters", yours, right: (c, k, m) => m * (c * k * k + 1), cases: [(1, 3, 8), (8, 3, 16), (3, 5, 2)],
        praise: "Few numbers, and none of them knows how large the image is.",
        hints:
        [
            "Count one filter first: how many numbers lie in its window, over all channels?",
            "A filter has c·k·k weights and one bias.",
            "m * (c * k * k + 1)",
        ],
        mistakes:
        [
            ("The biases are missing: one for each filter.", (c, k, m) => m * c * k * k),
            ("Each of the m filters has a bias.", (c, k, m) => m * c * k * k + 1),
            ("A filter looks at all c channels, with weights of its own for each.", (c, k, m) => m * (k * k + 1)),
            ("A window has k rows and k columns: k·k.", (c, k, m) => m * (c * k + 1)),
            ("The bias belongs to the filter, not to each channel.", (c, k, m) => m * c * (k * k + 1)),
        ]);

    /// <summary>dWᵢⱼ = Σ_yx dZ_yx·X_{y+i, x+j}.</summary>
    /// <param name="yours">dW, k×k, from the image X and dZ.</param>
    public static Verdict FilterGradient(Func<Matrix<double>, Matrix<double>, Matrix<double>> yours)
    {
        static Matrix<double> Right(Matrix<double> X, Matrix<double> dZ)
        {
            var k = X.RowCount - dZ.RowCount + 1;
            return Matrix<double>.Build.Dense(k, k, (i, j) => X.SubMatrix(i, dZ.RowCount, j, dZ.ColumnCount).PointwiseMultiply(dZ).Enumerate().Sum());
        }

        return Judge.Function("16-filter-gradient", yours, Right,
            cases:
            [
                (Mat([1, 2, 0], [0, 3, 1], [4, 1, 2]), Mat([0.5, -1], [2, 1])),
                (Mat([2, 1, 0, 3], [1, 0, 5, 2], [0, 4, 1, 1], [3, 2, 2, 0]), Mat([1, -0.5], [0.25, 2])),
            ],
            praise: "A weight that is used at every place gets the sum over all places.",
            hints:
            [
                "Which pixel did W[i, j] multiply at place (y, x)?",
                "Z[y, x] holds X[y + i, x + j]·W[i, j], so that place adds dZ[y, x]·X[y + i, x + j] to dW[i, j].",
                "Four loops, over i, j, y and x: dW[i, j] += dZ[y, x] * X[y + i, x + j];",
            ],
            mistakes:
            [
                ("dW is still the zeros it began with: fill it.", (X, dZ) => 0 * Right(X, dZ)),
                ("The sign is wrong: nothing is subtracted on the way.", (X, dZ) => -Right(X, dZ)),
                ("Rows and columns are exchanged somewhere.", (X, dZ) => Right(X, dZ).Transpose()),
                ("That is the mean over the places. A shared weight gets the sum.", (X, dZ) => Right(X, dZ) / (dZ.RowCount * dZ.ColumnCount)),
                ("dZ is turned upside down. The forward pass did not turn the kernel either.",
                    (X, dZ) => Right(X, Matrix<double>.Build.Dense(dZ.RowCount, dZ.ColumnCount, (y, x) => dZ[dZ.RowCount - 1 - y, dZ.ColumnCount - 1 - x]))),
            ]);
    }

    /// <summary>dX_yx = dA_{⌊y/2⌋, ⌊x/2⌋}/4.</summary>
    /// <param name="yours">dX, 2h×2w, from dA, h×w.</param>
    public static Verdict AveragePoolGradient(Func<Matrix<double>, Matrix<double>> yours)
    {
        static Matrix<double> Spread(Matrix<double> dA, double share) =>
            Matrix<double>.Build.Dense(2 * dA.RowCount, 2 * dA.ColumnCount, (y, x) => share * dA[y / 2, x / 2]);

        return Judge.Function("16-average-pool", yours, right: dA => Spread(dA, 0.25), cases: [Mat([4, -8], [2, 1]), Mat([1, 2, 3], [0, 5, -1])],
            praise: "Each of the four has a quarter of the say, and gets a quarter of the gradient.",
            hints:
            [
                "How much does the mean of four numbers change if one of them grows by 1?",
                "Pixel (y, x) lies in block (y / 2, x / 2), and went into its mean with the factor ¼.",
                "Matrix<double>.Build.Dense(2 * dA.RowCount, 2 * dA.ColumnCount, (y, x) => dA[y / 2, x / 2] / 4)",
            ],
            mistakes:
            [
                ("That is the gradient of a sum over the block. The mean has a ¼.", dA => Spread(dA, 1)),
                ("Each block has four pixels, not two: ¼.", dA => Spread(dA, 0.5)),
                ("Only one pixel of each block gets something, as with the maximum. Here all four went into the mean.",
                    dA => Matrix<double>.Build.Dense(2 * dA.RowCount, 2 * dA.ColumnCount, (y, x) => y % 2 + x % 2 == 0 ? dA[y / 2, x / 2] : 0)),
            ]);
    }

    /// <summary>1 + layers·(k − 1).</summary>
    /// <param name="yours">The pixels along a side that one unit of the last layer depends on.</param>
    public static Verdict ReceptiveField(Func<int, int, int> yours) => Judge.Function(
        "16-receptive-field", yours, right: (layers, k) => 1 + layers * (k - 1), cases: [(1, 3), (2, 3), (3, 5)],
        praise: "Every layer adds k − 1 neighbours.",
        hints:
        [
            "One layer sees k pixels. Two units side by side in it see k + 1 together.",
            "The second layer sees k units of the first, which reach k − 1 pixels further than one of them does.",
            "1 + layers * (k - 1)",
        ],
        mistakes:
        [
            ("The windows of neighbouring units overlap: they do not lie end to end.", (layers, k) => layers * k),
            ("That is how often a path through the layers can fork. Neighbouring windows overlap.", (layers, k) => (int)Math.Pow(k, layers)),
            ("One pixel too few: for a single layer it must be k.", (layers, k) => layers * (k - 1)),
            ("That is one layer. Each further layer adds k − 1.", (layers, k) => k),
        ]);
}
