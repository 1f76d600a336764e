using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

/// <summary>Lesson 15, autoencoder.</summary>
public static partial class Check
{
    /// <summary>2dh + 2hc + 2h + c + d.</summary>
    /// <param name="yours">(d, h, c) → the parameters of d–h–c–h–d.</param>
    public static Verdict AutoencoderParameters(Func<int, int, int, int> yours) => Judge.Function(
        "15-parameters", yours, right: (d, h, c) => 2 * d * h + 2 * h * c + 2 * h + c + d, cases: [(64, 32, 2), (5, 4, 3), (784, 128, 64)],
        praise: "The weights mirror each other, the biases do not.",
        mistakes: [
            ("The biases are missing: one for each unit of h, c, h and d.", (d, h, c) => 2 * d * h + 2 * h * c),
            ("That is the encoder. The decoder learns as well.", (d, h, c) => d * h + h + h * c + c),
            ("The biases do not mirror: the decoder's last layer has d of them, and the code has c only once.", (d, h, c) => 2 * (d * h + h + h * c + c)),
            ("The inputs have no biases: only the outputs of a layer have.", (d, h, c) => 2 * d * h + 2 * h * c + 2 * h + c + 2 * d),
        ],
        hints: [
            "Take the layers one by one: d–h, h–c, c–h, h–d.",
            "A layer of k inputs and m outputs has k·m weights and m biases.",
            "2 * d * h + 2 * h * c for the weights, and h + c + h + d for the biases",
        ]);

    /// <summary>2(X̂ − X)/(nd).</summary>
    /// <param name="yours">(X̂, X) → ∂L/∂X̂, n×d.</param>
    public static Verdict ReconstructionGradient(Func<Matrix<double>, Matrix<double>, Matrix<double>> yours) => Judge.Function(
        "15-output-gradient", yours, right: (Xhat, X) => 2.0 / (X.RowCount * X.ColumnCount) * (Xhat - X),
        cases: [(Mat([0.5, 1, 0], [0.2, 0.9, 1]), Mat([1, 1, 0.5], [0, 1, 0.25])), (Mat([0.1, 0.7]), Mat([0, 1]))],
        praise: "Bright where the reconstruction is too bright.",
        mistakes: [
            ("It is still 0. (2 / (n * d) divides whole numbers, which is 0: write 2.0.)", (Xhat, X) => 0 * X),
            ("The loss is a mean over all pixels: divide by n·d, not by n alone.", (Xhat, X) => 2.0 / X.RowCount * (Xhat - X)),
            ("The loss is a mean: divide by the number of pixels, n·d.", (Xhat, X) => 2 * (Xhat - X)),
            ("That divides by the pixels of one image. There are n images.", (Xhat, X) => 2.0 / X.ColumnCount * (Xhat - X)),
            ("That is the squared error itself, not its derivative.", (Xhat, X) => (Xhat - X).PointwisePower(2) / (X.RowCount * X.ColumnCount)),
        ],
        hints: [
            "Take one pixel: what is the derivative of (x̂ − x)² with respect to x̂?",
            "It is 2(x̂ − x). The mean over n·d pixels divides by n·d.",
            "2.0 / (X.RowCount * X.ColumnCount) * (Xhat - X)",
        ]);

    /// <summary>(X + N, X).</summary>
    /// <param name="yours">(X, N) → input and target of a denoising autoencoder.</param>
    public static Verdict DenoisingPair(Func<Matrix<double>, Matrix<double>, (Matrix<double> Input, Matrix<double> Target)> yours) =>
        Judge.Function("15-denoising", yours, right: (X, N) => (X + N, X),
            cases: [(Mat([0.5, 1], [0, 0.25]), Mat([0.1, -0.2], [0.3, 0]))],
            praise: "Spoil what goes in, ask for what was there.",
            mistakes: [
                ("That is the plain autoencoder: it never sees noise.", (X, N) => (X, X)),
                ("The other way round: this asks for noise that the network cannot know.", (X, N) => (X, X + N)),
                ("Here the noise is in the target too: this network learns to keep it.", (X, N) => (X + N, X + N)),
                ("That asks for the noise itself. The target here is the clean image.", (X, N) => (X + N, N)),
            ],
            hints: [
                "What does the network get to see when it is used later? That is the input.",
                "It sees a spoilt image, X + N. What do you want to get back?",
                "return (X + N, X);",
            ]);

    /// <summary>"b": the identity copies anything.</summary>
    /// <param name="yours">"a", "b", "c" or "d".</param>
    public static Verdict IdentityAutoencoder(string yours) => Judge.Value(
        "15-identity", yours, right: "b",
        praise: "Nothing stands in its way, so it need not learn anything.",
        mistakes: [
            ("Its error is 0 indeed. And what would it be on an image of a cat?", "a"),
            ("Compute X̂ = X·W·V with W = V = I.", "c"),
            ("Give it X + noise: what comes out?", "d"),
        ],
        hints: [
            "Multiply: X̂ = (X·I + 0)·I + 0.",
            "X̂ = X, whatever X is.",
            "A copy needs no knowledge of what is copied.",
        ]);

    /// <summary>(2/nd)(XᵀEW + EᵀXW), E = XWWᵀ − X.</summary>
    /// <param name="yours">(X, W) → ∂L/∂W, d×c, with the decoder's weights tied to Wᵀ.</param>
    public static Verdict TiedGradient(Func<Matrix<double>, Matrix<double>, Matrix<double>> yours)
    {
        static Matrix<double> E(Matrix<double> X, Matrix<double> W) => X * W * W.Transpose() - X;
        static Matrix<double> Encoder(Matrix<double> X, Matrix<double> W) => 2.0 / (X.RowCount * X.ColumnCount) * X.Transpose() * E(X, W) * W;
        static Matrix<double> Decoder(Matrix<double> X, Matrix<double> W) => 2.0 / (X.RowCount * X.ColumnCount) * E(X, W).Transpose() * X * W;

        return Judge.Function("15-tied", yours, right: (X, W) => Encoder(X, W) + Decoder(X, W),
            cases: [(Mat([1, 2, 0], [0.5, -1, 1]), Mat([0.2, 0.1], [0.4, -0.3], [0.1, 0.5])), (Mat([1, 0], [2, 1], [0, 3]), Mat([0.6], [0.7]))],
            praise: "A weight that is used twice gets the sum of both gradients.",
            mistakes: [
                ("That is W as the encoder. It is the decoder too: add its share.", Encoder),
                ("That is W as the decoder. It is the encoder too: add its share.", Decoder),
                ("Both shares are there. The mean over n·d is missing.", (X, W) => X.RowCount * X.ColumnCount * (Encoder(X, W) + Decoder(X, W))),
                ("The two shares add up: nothing is subtracted.", (X, W) => Encoder(X, W) - Decoder(X, W)),
                ("It is still 0.", (X, W) => 0 * W),
            ],
            hints: [
                "First take V = Wᵀ as fixed: X̂ = (X·W)·V. What is ∂L/∂W? Then take H as fixed: X̂ = H·V. What is ∂L/∂V?",
                "With dX̂ = 2E/(nd): dW = Xᵀ·dX̂·W as the encoder, and dV = Hᵀ·dX̂, whose transpose is dX̂ᵀ·X·W.",
                "2.0 / (X.RowCount * X.ColumnCount) * (X.Transpose() * E * W + E.Transpose() * X * W)",
            ]);
    }
}
