using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class OptimizerTests
{
    private static readonly Optimizer[] All = [new GradientDescent(0.1), new Momentum(0.01), new Momentum(0.01, RateInside: true),
        new Nesterov(0.01), new Adagrad(0.5), new RMSProp(0.05), new Adam(0.1), new AdamW(0.1) { WeightDecay = 0 }];

    public static TheoryData<int> Each => [.. Enumerable.Range(0, All.Length)];

    private static double[] Walk(Optimizer optimizer, params double[] gradients)
    {
        var (run, theta) = (optimizer.Start(), Vec(0));
        return [.. gradients.Select(g => (theta = run.Step(theta, Vec(g)))[0])];
    }

    // Two steps from θ = 0 with g = 1, then g = 2.
    [Fact]
    public void Two_steps_by_hand()
    {
        Assert.Equal([-0.1, -0.3], Walk(new GradientDescent(0.1), 1, 2), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([-0.1, -0.35], Walk(new Momentum(0.1, 0.5), 1, 2), (a, b) => Math.Abs(a - b) < 1e-15); // v: 1, 2.5
        Assert.Equal([-0.15, -0.475], Walk(new Nesterov(0.1, 0.5), 1, 2), (a, b) => Math.Abs(a - b) < 1e-15); // g + v/2: 1.5, 3.25
        Assert.Equal([-0.1, -0.1 - 0.2 / Math.Sqrt(5)], Walk(new Adagrad(0.1, 1e-300), 1, 2), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([-0.1 / Math.Sqrt(0.5), -0.1 / Math.Sqrt(0.5) - 0.2 / 1.5], Walk(new RMSProp(0.1, 0.5, 1e-300), 1, 2), (a, b) => Math.Abs(a - b) < 1e-15); // s: .5, 2.25
        var (m, v) = ((0.25 + 1) / 0.75, (0.25 + 2) / 0.75); // m̂ and v̂ of the second step, β₁ = β₂ = ½
        Assert.Equal([-0.1, -0.1 - 0.1 * m / Math.Sqrt(v)], Walk(new Adam(0.1, 0.5, 0.5, 1e-300), 1, 2), (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Theory, MemberData(nameof(Each))]
    public void It_reaches_the_bottom_of_a_narrow_valley(int which)
    {
        static double Valley(Vector<double> t) => t[0] * t[0] / 20 + t[1] * t[1];
        var descent = All[which].Minimize(Valley, t => Vec(t[0] / 10, 2 * t[1]), Vec(-7, 2), 2000);

        Assert.True(Valley(descent.Last) < 1e-3, $"{All[which]}: {descent}");
    }

    [Theory, MemberData(nameof(Each))]
    public void Every_parameter_is_treated_alike_however_many_there_are(int which)
    {
        foreach (var n in new[] { 1, 2, 3, 4, 5, 8, 11 })
        {
            var (run, theta) = (All[which].Start(), Vector<double>.Build.Dense(n, 1));
            for (var t = 1; t <= 5; t++) theta = run.Step(theta, theta * t);
            Assert.Single(theta.Distinct());
        }
    }

    [Theory, MemberData(nameof(Each))]
    public void Two_runs_of_one_optimiser_do_not_share_their_memory(int which)
    {
        var (first, second) = (All[which].Start(), All[which].Start());
        first.Step(Vec(1, 2), Vec(3, -4));

        Assert.Equal(All[which].Start().Step(Vec(1, 2), Vec(1, 1)), second.Step(Vec(1, 2), Vec(1, 1)));
    }

    [Fact]
    public void Both_conventions_of_momentum_agree_until_the_rate_changes()
    {
        double[] Four(bool inside)
        {
            var (run, theta) = (new Momentum(0.1, 0.9, inside).Start(), Vec(0));
            return [.. new[] { 1, 1, 0.1, 0.1 }.Select(factor => (theta = run.Step(theta, Vec(1), factor))[0])];
        }

        Assert.Equal(Four(true)[1], Four(false)[1], 1e-15);
        Assert.NotEqual(Four(true)[3], Four(false)[3], 0.1);
    }

    [Fact]
    public void Momentum_gains_one_over_one_minus_rho()
    {
        var path = Walk(new Momentum(0.01, 0.9), [.. Enumerable.Repeat(1.0, 500)]);

        Assert.Equal(0.01 / (1 - 0.9), path[^2] - path[^1], 1e-12);
    }

    [Fact]
    public void Weight_decay_adds_lambda_theta_to_the_gradient_and_in_adamw_shrinks_theta_itself()
    {
        Assert.Equal(Vec(2 - 0.1 * (1 + 0.5 * 2)), new GradientDescent(0.1) { WeightDecay = 0.5 }.Start().Step(Vec(2), Vec(1)));
        Assert.Equal(2 * (1 - 0.1 * 0.5) - 0.1, new AdamW(0.1) { WeightDecay = 0.5 }.Start().Step(Vec(2), Vec(1))[0], 1e-8);
        Assert.Equal(0.01, new AdamW().WeightDecay);
    }

    [Fact]
    public void A_long_gradient_is_shortened_and_a_short_one_left()
    {
        var model = new LinearRegression(Vec(3), 4);

        Assert.True((Vec(0.6, 0.8) - Clip.ToNorm(Vec(3, 4), 1)).InfinityNorm() < 1e-15);
        Assert.True((Vec(0.6, 0.8) - Clip.ToNorm(Vec(3e200, 4e200), 1)).InfinityNorm() < 1e-15);
        Assert.Equal(Vec(3, 4), Clip.ToNorm(Vec(3, 4), 5));
        Assert.Equal(Vec(1.5, 2), Clip.ToNorm(model, 2.5).ToVector());
        Assert.True((Vec(-0.6, -0.8) - new GradientDescent(1) { MaxNorm = 1 }.Start().Step(Vec(0, 0), Vec(3, 4))).InfinityNorm() < 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => Clip.ToNorm(Vec(3, 4), 0));
    }

    [Fact]
    public void Schedules_by_hand()
    {
        Assert.Equal(1, Schedules.Constant(7));
        Assert.Equal([1, 1, 0.1, 0.1, 0.01], new[] { 0, 9.9, 10, 19, 20 }.Select(t => Math.Round(Schedules.Step(10)(t), 12)));
        Assert.Equal(0.25, Schedules.Exponential(0.5)(2));
        Assert.Equal([1, 0.55, 0.1, 0.1], new[] { 0, 50.0, 100, 300 }.Select(t => Math.Round(Schedules.Cosine(100, 0.1)(t), 12)));
        Assert.Equal([0.1, 0.55, 1, 0.5], new[] { 0, 1.0, 2, 3 }.Select(t => Math.Round(Schedules.WarmUp(2, Schedules.Exponential(0.5))(t), 12)));
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_with_their_value()
    {
        Assert.All([-1, 0, double.NaN, double.PositiveInfinity], rate =>
            Assert.Equal(rate, Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(rate)).ActualValue));
        Assert.Equal("Decay", Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum(0.1, 1)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(0.1) with { Beta2 = -0.1 });
        Assert.Throws<ArgumentException>(() => new Adam().Start().Step(Vec(1, 2), Vec(1)));
        var run = new Adam().Start();
        run.Step(Vec(1), Vec(1));
        Assert.Throws<ArgumentException>(() => run.Step(Vec(1, 2, 3, 4, 5, 6, 7, 8, 9), Vec(1, 2, 3, 4, 5, 6, 7, 8, 9)));
    }
}
