using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class AutoencoderTests
{
    // Points on a curve in five dimensions: two numbers describe them.
    private static readonly Matrix<double> Curve = Matrix<double>.Build.Dense(120, 5, (i, j) => 0.5 + 0.4 * Math.Sin(0.05 * i + j));

    private static double Error(Autoencoder model) => Loss.MeanSquaredError(Flat(model.Reconstruct(Curve)), Flat(Curve));

    private static Vector<double> Flat(Matrix<double> M) => Vector<double>.Build.Dense(M.ToColumnMajorArray());

    [Fact]
    public void A_code_of_one_number_by_hand()
    {
        var model = new Autoencoder(new([new Dense(Mat([0.6], [0.8]), Vec(0), Activation.Linear)], Objective.MeanSquaredError),
            new([new Dense(Mat([0.6, 0.8]), Vec(0, 0), Activation.Linear)], Objective.MeanSquaredError));

        Assert.True((model.Encode(Mat([3, 4])) - Mat([5])).InfinityNorm() < 1e-14);
        Assert.True((model.Reconstruct(Mat([3, 4], [4, -3])) - Mat([3, 4], [0, 0])).InfinityNorm() < 1e-14);
        Assert.Equal(25.0 / 4, model.Whole.Loss(Mat([3, 4], [4, -3]), Mat([3, 4], [4, -3])), 1e-14);
    }

    [Fact]
    public void The_gradient_of_the_reconstruction_error_agrees_with_finite_differences()
    {
        var model = Autoencoder.Of([5, 4, 2], Activation.Sigmoid, Initialize.Normal(0.7), 1);
        var check = GradientCheck.Compare(m => m.Whole.Loss(Curve, Curve), model, model.FromVector(model.Whole.Gradient(Curve, Curve).ToVector()));

        Assert.True(check.Passed, check.ToString());
        Assert.Equal([5, 4, 2, 4, 5], (int[])[5, .. model.Whole.Layers.Select(layer => ((Dense)layer).Bias.Count)]);
    }

    [Fact]
    public void A_linear_autoencoder_ends_no_better_than_principal_components()
    {
        var centred = Curve + -(Curve.ColumnSums() / Curve.RowCount);
        var singular = centred.Svd().S;
        var best = singular.Skip(1).Sum(s => s * s) / (120 * 5);
        var model = Autoencoder.Of([5, 1], Activation.Linear, Initialize.Xavier, 1).Fit(centred, new(new Adam(0.01)) { Epochs = 200 });
        var error = Loss.MeanSquaredError(Flat(model.Reconstruct(centred)), Flat(centred));

        Assert.InRange(error, best - 1e-12, 1.05 * best);
    }

    [Fact]
    public void Greedy_stacking_learns_the_curve_layer_by_layer()
    {
        var trainer = new Trainer(new Adam(0.02)) { Epochs = 60, BatchSize = 20 };
        var start = Autoencoder.Of([5, 4, 2], Activation.Sigmoid, Initialize.Xavier, 1);
        var stacked = Autoencoder.Stack(Curve, [5, 4, 2], Activation.Sigmoid, Initialize.Xavier, 1, trainer);

        Assert.Equal((2, 2), (stacked.Encoder.Layers.Count, stacked.Decoder.Layers.Count));
        Assert.True(Error(stacked) < 0.6 * Error(start), $"{Error(stacked)} against {Error(start)}");
        Assert.True(Error(stacked.Fit(Curve, trainer)) < Error(stacked));
    }

    [Fact]
    public void A_denoising_autoencoder_gives_back_less_noise_than_it_was_given()
    {
        var noise = 0.1 * Initialize.Normal()(120, 5, new Random(1));
        var model = Autoencoder.Of([5, 4, 2], Activation.Sigmoid, Initialize.Xavier, 1).Fit(Curve, new(new Adam(0.02)) { Epochs = 200 }, input: Curve + noise);

        Assert.True((model.Reconstruct(Curve + noise) - Curve).FrobeniusNorm() < 0.8 * noise.FrobeniusNorm());
    }

    [Fact]
    public void The_classifier_begins_with_the_encoder_and_equal_probabilities()
    {
        var model = Autoencoder.Of([5, 3], Activation.Sigmoid, Initialize.Xavier, 1);
        var classifier = model.Classifier(4);

        Assert.Same(model.Encoder.Layers[0], classifier.Layers[0]);
        Assert.All(classifier.Predict(Curve).Enumerate(), p => Assert.Equal(0.25, p));
    }

    [Fact]
    public void A_stack_of_one_size_and_a_code_that_is_not_dense_are_refused()
    {
        Assert.Contains("at least two sizes", Assert.Throws<ArgumentException>(() => Autoencoder.Stack(Curve, [5], Activation.Sigmoid, Initialize.Xavier, 1,
            new(new Adam()))).Message, StringComparison.Ordinal);
        var model = Autoencoder.Of([5, 3], Activation.Linear, Initialize.Xavier, 1);
        var learnt = model with { Encoder = model.Encoder with { Layers = [.. model.Encoder.Layers, new PReLU(Vec(0, 0, 0))] } };
        Assert.Contains("found PReLU", Assert.Throws<ArgumentException>(() => learnt.Classifier(2)).Message, StringComparison.Ordinal);
    }
}
