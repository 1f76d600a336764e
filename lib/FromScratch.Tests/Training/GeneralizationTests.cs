using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class GeneralizationTests
{
    private static readonly Vector<double> Points = Vector<double>.Build.Dense(15, i => i / 14.0);

    private static BiasVariance Of(int degree, int sets = 4000) => BiasVariance.Simulate(t => Math.Sin(2 * Math.PI * t), 0.3, Points, y =>
    {
        var X = Polynomial.Features(Points, degree);
        return LinearRegression.NormalEquation(X, y).Predict(X);
    }, sets, 1);

    [Theory]
    [InlineData(1), InlineData(3), InlineData(6)]
    public void Bias_squared_variance_and_noise_make_up_the_error(int degree)
    {
        var b = Of(degree);

        Assert.Equal(b.Error, b.BiasSquared + b.Variance + b.Noise, 0.005);
        // Of a linear fit the variance is known: σ²·(d + 1)/n.
        Assert.Equal(0.09 * (degree + 1) / 15, b.Variance, 0.002);
        Assert.Equal(0.09, b.Noise, 0.002);
    }

    [Fact]
    public void A_suppler_model_has_less_bias_and_more_variance()
    {
        var (stiff, supple) = (Of(1), Of(6));

        Assert.True(stiff.BiasSquared > 0.1 && supple.BiasSquared < 0.001);
        Assert.True(stiff.Variance < supple.Variance);
        Assert.Equal("20×15", Of(1, 20).Predictions.ShapeText());
    }

    [Fact]
    public void The_same_seed_gives_the_same_noise_at_however_many_points()
    {
        // MathNet would share a map of so many points out to threads, which would draw from one generator at once.
        var many = Vector<double>.Build.Dense(20_000);
        Matrix<double> Noise() => BiasVariance.Simulate(_ => 0, 1, many, y => y, 2, 1).Predictions;

        Assert.Equal(Noise(), Noise());
        Assert.Equal(new MathNet.Numerics.Distributions.Normal(0, 1, new Random(1)).Sample(), Noise()[0, 0]);
    }

    [Fact]
    public void Polynomial_features_are_the_powers_of_x()
    {
        Assert.Equal(Mat([2, 4, 8], [-1, 1, -1]), Polynomial.Features(Vec(2, -1), 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Polynomial.Features(Vec(1), 0));
    }

    [Theory]
    [InlineData(2), InlineData(4), InlineData(50)]
    public void Every_example_is_tested_on_in_exactly_one_fold(int k)
    {
        var (data, folds) = (Datasets.Cars(), Folds.Of(Datasets.Cars(), k, 3));

        Assert.Equal(k, folds.Count);
        Assert.All(folds, fold => Assert.Equal(50, fold.Train.Count + fold.Test.Count));
        Assert.Equal(data.X.Column(0).Zip(data.y).Order(), folds.SelectMany(fold => fold.Test.X.Column(0).Zip(fold.Test.y)).Order());
        Assert.All(folds, fold => Assert.InRange(fold.Test.Count, 50 / k, 50 / k + 1));
    }

    [Fact]
    public void Folds_and_simulations_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Folds.Of(Datasets.Cars(), 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Folds.Of(Datasets.Cars(), 51, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BiasVariance.Simulate(t => t, -1, Points, y => y, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BiasVariance.Simulate(t => t, 1, Points, y => y, 1, 1));
        Assert.StartsWith("x has 15 entries, so ŷ needs 15, but it has 2.",
            Assert.Throws<ArgumentException>(() => BiasVariance.Simulate(t => t, 1, Points, y => y.SubVector(0, 2), 2, 1)).Message, StringComparison.Ordinal);
    }
}
