using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class GradientDescentTests
{
    private static readonly Func<Vector<double>, double> Bowl = v => v[0] * v[0] + 10 * v[1] * v[1];
    private static readonly Func<Vector<double>, Vector<double>> BowlGradient = v => Vec(2 * v[0], 20 * v[1]);

    [Fact]
    public void A_step_goes_against_the_gradient() =>
        Assert.Equal(Vec(0.9, 2.2), new GradientDescent(0.1).Step(Vec(1, 2), Vec(1, -2)));

    [Fact]
    public void A_step_clips_and_decays_as_a_run_of_the_same_rule_does()
    {
        foreach (var rule in (GradientDescent[])[new(0.1) { MaxNorm = 1 }, new(0.1) { WeightDecay = 0.5 }, new(0.1) { MaxNorm = 1, WeightDecay = 0.5 }])
            Assert.Equal(rule.Start().Step(Vec(1, 2), Vec(30, 40)), rule.Step(Vec(1, 2), Vec(30, 40)));
    }

    [Fact]
    public void A_gradient_of_another_length_is_refused_even_where_it_is_zero()
    {
        var error = Assert.Throws<ArgumentException>(() => new GradientDescent(0.1).Minimize(_ => 0, _ => Vec(0), Vec(1, 2), steps: 3));

        Assert.StartsWith("gradient has 1 entries, so start needs 1, but it has 2.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_path_holds_the_start_and_every_step_with_its_loss()
    {
        var descent = new GradientDescent(0.05).Minimize(Bowl, BowlGradient, Vec(1, 1), steps: 2);

        Assert.Equal([Vec(1, 1), Vec(0.9, 0), Vec(0.81, 0)], descent.Points);
        Assert.Equal(descent.Points.Select(Bowl), descent.Losses);
        Assert.Equal((2, Vec(0.81, 0)), (descent.Steps, descent.Last));
        Assert.Equal("Took all 2 steps: loss 11 → 0.6561.", descent.ToString());
    }

    [Fact]
    public void It_converges_where_the_gradient_is_shorter_than_the_tolerance()
    {
        var descent = new GradientDescent(0.05).Minimize(Bowl, BowlGradient, Vec(1, 1), steps: 1000, tolerance: 1e-3);

        Assert.True(descent.Converged);
        Assert.True(BowlGradient(descent.Last).L2Norm() <= 1e-3);
        Assert.True(BowlGradient(descent.Points[^2]).L2Norm() > 1e-3);
        Assert.StartsWith("Converged after 73 steps: loss 11 → ", descent.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.09, false), InlineData(0.11, true)]
    public void A_bowl_of_curvature_twenty_is_left_from_a_learning_rate_of_one_tenth_on(double learningRate, bool climbs)
    {
        var descent = new GradientDescent(learningRate).Minimize(Bowl, BowlGradient, Vec(1, 1), steps: 50);

        Assert.Equal(climbs, descent.Losses[^1] > descent.Losses[0]);
        Assert.StartsWith(climbs ? "Climbed for 50 steps" : "Took all 50 steps", descent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diverging_run_stops_with_a_verdict_and_keeps_its_path()
    {
        var data = Datasets.Cars();
        var descent = new GradientDescent(0.1).Minimize(m => m.Loss(data.X, data.y), m => m.Gradient(data.X, data.y),
            LinearRegression.Zero(1), steps: 10_000);

        Assert.True(descent.Diverged);
        Assert.InRange(descent.Steps, 10, 500);
        Assert.All(descent.Losses.SkipLast(1), loss => Assert.True(double.IsFinite(loss)));
        Assert.StartsWith($"Diverged: after {descent.Steps} steps the loss is no longer a finite number.", descent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_descends_to_the_normal_equation()
    {
        var data = Datasets.Mtcars("wt", "hp");
        var X = Standardizer.Fit(data.X).Transform(data.X);

        var descent = new GradientDescent(0.3).Minimize(m => m.Loss(X, data.y), m => m.Gradient(X, data.y),
            LinearRegression.Zero(2), steps: 1000, tolerance: 1e-9);

        var best = LinearRegression.NormalEquation(X, data.y);
        Assert.True(descent.Converged);
        Assert.True((descent.Last - best).ToVector().L2Norm() < 1e-8);
    }

    [Fact]
    public void No_steps_give_the_start() =>
        Assert.Equal([Vec(1, 1)], new GradientDescent(0.1).Minimize(Bowl, BowlGradient, Vec(1, 1), steps: 0).Points);

    [Theory]
    [InlineData(0), InlineData(-0.1), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void A_learning_rate_that_is_no_positive_number_is_refused(double learningRate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientDescent(learningRate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientDescent(1) with { LearningRate = learningRate });
    }

    [Fact]
    public void Other_bad_arguments_are_refused()
    {
        var descent = new GradientDescent(0.1);

        Assert.Throws<ArgumentOutOfRangeException>(() => descent.Minimize(Bowl, BowlGradient, Vec(1, 1), steps: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => descent.Minimize(Bowl, BowlGradient, Vec(1, 1), 1, tolerance: -1));
        Assert.Contains("theta has 2 entries, so g needs 2, but it has 1.",
            Assert.Throws<ArgumentException>(() => descent.Step(Vec(1, 2), Vec(1))).Message, StringComparison.Ordinal);
    }
}
