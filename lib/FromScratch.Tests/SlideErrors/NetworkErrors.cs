using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Loss;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

/// <summary>What the decks write for softmax, layers, gates and optimisers, beside what is so.</summary>
public sealed class NetworkErrors
{
    // Deck 000, line 290: cost Σ y log S.
    [Fact]
    public void E2_slide_cost_without_minus_is_negative()
    {
        var (y, S) = (Vec(0, 1, 0), Vec(0.2, 0.7, 0.1));

        Assert.True(y.PointwiseMultiply(S.PointwiseLog()).Sum() < 0);
        Assert.Equal(-Math.Log(0.7), CrossEntropy(y, S), 1e-15);
    }

    // Deck 004, line 301: xᵢ / Σ e^xⱼ; deck 003, line 1924: no index on the numerator.
    [Fact]
    public void E4_slide_softmax_without_the_exponential_does_not_sum_to_one()
    {
        var x = Vec(2, 1, 0.1);

        Assert.Equal(0.276, (x / x.PointwiseExp().Sum()).Sum(), 5e-3);
        Assert.Equal(1, Softmax(x).Sum(), 1e-15);
    }

    // Deck 003, line 1770: tanh squashes to [0, 1].
    [Fact]
    public void E6_tanh_goes_below_zero() => Assert.True(Activation.Tanh.Of(-2) < -0.9);

    // Deck 003, lines 1796 and 1817: ∂L/∂w = g·s·x.
    [Fact]
    public void E8_slide_slope_of_relu_is_its_value_and_fails_the_gradient_check()
    {
        var (s, g) = (Vec(1.5, 3, -0.5), Vec(1, 2, 3));
        double L(Vector<double> v) => g * Activation.ReLU.Of(v);

        Assert.False(GradientCheck.Compare(L, s, g.PointwiseMultiply(Activation.ReLU.Of(s))).Passed);
        Assert.True(GradientCheck.Compare(L, s, g.PointwiseMultiply(Activation.ReLU.Derivative(s))).Passed);
    }

    // A 2-2-1 net of sigmoids at x = (1, .5), target 1, with deck 002's loss ½(ŷ − y)²: sums and weights of the output unit.
    private static (Vector<double> Z1, Vector<double> W2, double Z2, double Output) Example()
    {
        var (z1, W2) = (Vec(1, 0), Vec(2, -1));
        var z2 = Sigmoid(z1) * W2 - 0.5;
        return (z1, W2, z2, Sigmoid(z2));
    }

    // Deck 002, line 661: (−y − ŷ) f′(z⁽²⁾).
    [Fact]
    public void E9_slide_sign_and_layer_fail_the_gradient_check()
    {
        var (z1, _, z2, output) = Example();
        double L(Vector<double> z) => 0.5 * Math.Pow(1 - Sigmoid(z[0]), 2);

        Assert.False(GradientCheck.Compare(L, Vec(z2), Vec((-1 - output) * SigmoidDerivative(z1[0]))).Passed);
        Assert.False(GradientCheck.Compare(L, Vec(z2), Vec((-1 - output) * SigmoidDerivative(z2))).Passed);
        Assert.False(GradientCheck.Compare(L, Vec(z2), Vec(-(1 - output) * SigmoidDerivative(z1[0]))).Passed);
        Assert.True(GradientCheck.Compare(L, Vec(z2), Vec(-(1 - output) * SigmoidDerivative(z2))).Passed);
    }

    // Deck 002, line 603: δⱼ with the sum over j.
    [Fact]
    public void E10_summing_over_the_layers_own_units_fails_the_gradient_check()
    {
        var (z1, W2, z2, output) = Example();
        double L(Vector<double> z) => 0.5 * Math.Pow(1 - Sigmoid(Sigmoid(z) * W2 - 0.5), 2);
        var delta = -(1 - output) * SigmoidDerivative(z2);

        Assert.False(GradientCheck.Compare(L, z1, W2.Sum() * delta * SigmoidDerivative(z1)).Passed);
        Assert.True(GradientCheck.Compare(L, z1, (W2 * delta).PointwiseMultiply(SigmoidDerivative(z1))).Passed);
    }

    // Deck 003, line 1527: W₂ 4×1 with f = W₂ g(W₁x).
    [Fact]
    public void E14_slide_shapes_do_not_multiply()
    {
        var (W1, x) = (Matrix<double>.Build.Random(4, 3, 1), Vec(1, 2, 3).ToColumnMatrix());
        var hidden = Activation.Sigmoid.Of(W1 * x);

        Assert.Throws<ArgumentException>(() => Matrix<double>.Build.Random(4, 1, 1) * hidden);
        Assert.Equal("1×1", (Matrix<double>.Build.Random(1, 4, 1) * hidden).ShapeText());
    }

    // Deck 002, lines 425 to 427: weights 6, 2, 2 and 2, 2, 6 without a threshold.
    [Fact]
    public void E25_without_a_threshold_any_single_yes_is_enough_for_everybody()
    {
        var days = Mat([1, 0, 0], [0, 1, 0], [0, 0, 1]);

        Assert.Equal(new Perceptron(Vec(6, 2, 2), 0).Predict(days), new Perceptron(Vec(2, 2, 6), 0).Predict(days));
        Assert.Equal(Vec(1, 0, 0), new Perceptron(Vec(6, 2, 2), -5).Predict(days));
        Assert.Equal(Vec(0, 0, 1), new Perceptron(Vec(2, 2, 6), -5).Predict(days));
    }

    // Deck 001, line 118: S of what is a softmax already.
    [Fact]
    public void E13_softmax_applied_twice_makes_a_sure_model_unsure()
    {
        var z = Vec(8, 0, 0);

        Assert.True(CrossEntropy(Vec(1, 0, 0), Softmax(Softmax(z))) > 0.5);
        Assert.True(CrossEntropy(Vec(1, 0, 0), Softmax(z)) < 0.001);
    }

    // Deck 002, line 1361: error = bias + variance.
    [Fact]
    public void E15_slide_sum_lacks_the_square_and_the_noise()
    {
        var x = Vector<double>.Build.Dense(15, i => i / 14.0);
        var b = BiasVariance.Simulate(t => Math.Sin(2 * Math.PI * t), 0.3, x, y => Vector<double>.Build.Dense(15, y.Average()), 3000, 1);

        Assert.NotEqual(b.Error, Math.Sqrt(b.BiasSquared) + b.Variance, 0.05);
        Assert.Equal(b.Error, b.BiasSquared + b.Variance + b.Noise, 0.01);
    }

    // Deck 004, lines 152 to 157 and 188: −0.5 + x₁ + x₂ stands beside AND.
    [Fact]
    public void E23_slide_weights_for_and_are_or()
    {
        var X = Mat([0, 0], [0, 1], [1, 0], [1, 1]);
        var slide = new Perceptron(Vec(1, 1), -0.5);

        Assert.NotEqual(Vec(0, 0, 0, 1), slide.Predict(X));
        Assert.Equal(Perceptron.Or.Predict(X), slide.Predict(X));
        Assert.Equal(Vec(0, 0, 0, 1), Perceptron.And.Predict(X));
    }

    // Deck 001, line 232, and deck 003, line 1401: η inside v, and outside.
    [Fact]
    public void E32_the_two_momenta_part_when_the_rate_changes()
    {
        double Four(bool inside)
        {
            var (run, theta) = (new Momentum(0.1, 0.9, inside).Start(), Vec(0));
            foreach (var factor in new[] { 1, 1, 0.1, 0.1 }) theta = run.Step(theta, Vec(1), factor);
            return theta[0];
        }

        Assert.Equal((-0.644, -0.351), (Math.Round(Four(true), 3), Math.Round(Four(false), 3)));
    }

    // Deck 001, line 236, and deck 003, line 1413: momentum is an exponential mean.
    [Fact]
    public void E45_momentum_under_a_constant_gradient_is_no_mean_but_ten_times_it()
    {
        var (run, theta, before) = (new Momentum(1, 0.9).Start(), Vec(0), Vec(0));
        for (var t = 0; t < 500; t++) (before, theta) = (theta, run.Step(theta, Vec(1)));

        Assert.Equal(10, (before - theta)[0], 1e-9);
    }

    // Deck 001, lines 208 to 218: Adagrad needs no learning rate.
    [Fact]
    public void E46_adagrad_steps_scale_with_its_rate_and_only_shrink()
    {
        double[] Steps(double rate)
        {
            var (run, theta) = (new Adagrad(rate).Start(), Vec(0));
            return [.. Enumerable.Range(0, 20).Select(_ => -(theta = run.Step(theta, Vec(1)))[0])];
        }
        var (small, large) = (Steps(0.1), Steps(1));

        Assert.Equal(10 * small[^1], large[^1], 1e-9);
        Assert.All(Enumerable.Range(2, 17), t => Assert.True(small[t + 1] - small[t] < small[t] - small[t - 1]));
    }

    // Deck 000, line 222: the cross-entropy is the difference of two distributions.
    [Fact]
    public void E47_cross_entropy_of_equal_distributions_is_not_zero() =>
        Assert.Equal(Math.Log(2), CrossEntropy(Vec(0.5, 0.5), Vec(0.5, 0.5)), 1e-15);

    // Deck 002, line 304: XOR is linearly separable.
    [Fact]
    public void E48_no_line_separates_xor_but_the_hidden_features_do()
    {
        var (X, y) = (Mat([0, 0], [0, 1], [1, 0], [1, 1]), Vec(0, 1, 1, 0));
        var features = Matrix<double>.Build.DenseOfColumnVectors(Perceptron.Or.Predict(X), Perceptron.Nand.Predict(X));

        Assert.False(new Perceptron(Vec(0, 0), 0).Train(X, y, 200).Converged);
        Assert.True(new Perceptron(Vec(0, 0), 0).Train(features, y, 200).Converged);
    }

    // Deck 002, line 831: "Long-Short Term" memory, as if it had one memory that is long and one that is short.
    [Fact]
    public void E51_a_short_term_memory_fades_and_the_long_short_term_memory_is_one_that_lasts()
    {
        // The first of 100 inputs is 1, the others 0, and nobody is trained: only the kind of memory differs.
        var X = Matrix<double>.Build.Dense(1, 100, (_, t) => t == 0 ? 1 : 0);
        var shortTerm = new Rnn(Mat([1]), Mat([0.8]), Vec(0));
        var lasting = new Lstm(Mat([20, 0, 2, 0]), Mat([0, 0, 0, 0]), Vec(-10, 10, 0, 10));

        Assert.InRange(shortTerm.Forward(X)[0, 0], 0, 1e-9);
        Assert.InRange(lasting.Forward(X)[0, 0], 0.7, 1);
    }

    // Deck 002, line 837: an autoencoder is a network with as many outputs as inputs.
    [Fact]
    public void E54_as_many_outputs_as_inputs_reconstruct_nothing_where_the_target_is_another()
    {
        var X = Mat([1, 0], [0, 1], [1, 0.5], [0.2, 0.8]);
        var mirrored = Matrix<double>.Build.DenseOfColumnVectors(X.Column(1), X.Column(0));
        var model = new Autoencoder(new([new Dense(Mat([0, 1], [1, 0]), Vec(0, 0), Activation.Linear)], Objective.MeanSquaredError),
            new([new Dense(Mat([1, 0], [0, 1]), Vec(0, 0), Activation.Linear)], Objective.MeanSquaredError));

        Assert.Equal(0, model.Whole.Loss(X, mirrored), 1e-15);
        Assert.True(model.Whole.Loss(X, X) > 0.5);
        Assert.Equal(0, new Autoencoder(model.Decoder, model.Decoder).Whole.Loss(X, X), 1e-15);
    }
}
