using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class GradientCheckTests
{
    private static readonly Func<Vector<double>, double> Cubes = v => v.PointwisePower(3).Sum();
    private static readonly Vector<double> At = Vec(1, -2, 0.5), True = Vec(3, 12, 0.75);

    [Fact]
    public void Central_differences_find_the_gradient()
    {
        Assert.True((GradientCheck.CentralDifferences(Cubes, At) - True).L2Norm() < 1e-8);
        Assert.Equal(Vec(1, -2, 0.5), At);
    }

    [Fact]
    public void A_larger_epsilon_has_an_error_of_epsilon_squared()
    {
        double Error(double epsilon) => (GradientCheck.CentralDifferences(Cubes, Vec(1.0), epsilon)[0] - 3) / (epsilon * epsilon);

        Assert.Equal(1, Error(1e-1), 1e-9);
        Assert.Equal(1, Error(1e-2), 1e-7);
    }

    [Fact]
    public void The_right_gradient_passes_with_a_sentence_without_noise_digits() =>
        Assert.Equal("Gradient check passed: all 3 components agree to better than 1e-6.", GradientCheck.Compare(Cubes, At, True).ToString());

    [Theory]
    [InlineData(-1, "yours -12, finite differences 12, relative error 2e0: yours has the wrong sign.")]
    [InlineData(0.5, "yours 6, finite differences 12, relative error 5e-1: yours is half of it (is a factor 2 missing?).")]
    [InlineData(2, "yours 24, finite differences 12, relative error 5e-1: yours is twice it (a factor 2 too many?).")]
    [InlineData(5, "yours 60, finite differences 12, relative error 8e-1: yours is 5 times it (is 1/n missing?).")]
    [InlineData(0, "yours 0, finite differences 12, relative error 1e0: yours is zero.")]
    [InlineData(1.01, "yours 12.1, finite differences 12, relative error 1e-2.")]
    public void A_wrong_component_is_named_with_the_likely_mistake(double factor, string verdict)
    {
        var check = GradientCheck.Compare(Cubes, At, Vec(3, 12 * factor, 0.75));

        Assert.False(check.Passed);
        Assert.Equal((1, 12 * factor), (check.WorstIndex, check.Yours));
        Assert.Equal($"Gradient check FAILED at component 1 of 0…2: {verdict}", check.ToString());
    }

    [Fact]
    public void A_gradient_that_is_not_a_number_fails()
    {
        var check = GradientCheck.Compare(Cubes, At, Vec(3, 12, double.NaN));

        Assert.False(check.Passed);
        Assert.Equal((2, double.PositiveInfinity), (check.WorstIndex, check.RelativeError));
    }

    [Theory]
    [InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void A_function_that_is_not_finite_at_the_point_itself_fails(double there)
    {
        var check = GradientCheck.Compare(v => v[0] == 0 ? there : Math.Sin(v[0]) / v[0], Vec(0), Vec(0));

        Assert.False(check.Passed);
        Assert.Equal(double.PositiveInfinity, check.RelativeError);
    }

    [Fact]
    public void Your_function_is_asked_one_question_at_a_time()
    {
        // MathNet would share a map of so many entries out to threads.
        var (threads, at) = (new HashSet<int>(), Vector<double>.Build.Dense(8192));
        GradientCheck.CentralDifferences(v => { lock (threads) threads.Add(Environment.CurrentManagedThreadId); return v[0]; }, at);

        Assert.Single(threads);
    }

    [Fact]
    public void Rounding_condemns_no_component_that_is_zero() =>
        Assert.True(GradientCheck.Compare(v => (v[0] - 3) * (v[0] - 3) + 1e3, Vec(3), Vec(0)).Passed);

    [Fact]
    public void A_model_is_checked_through_its_parameters()
    {
        var (X, y) = (Mat([1, 2], [3, 4], [5, 7]), Vec(1, 2, 4));
        var model = new LinearRegression(Vec(0.5, -1), 2);
        var g = model.Gradient(X, y);

        Assert.True(GradientCheck.Compare(m => m.Loss(X, y), model, g).Passed);
        Assert.EndsWith("yours is 3 times it (is 1/n missing?).", GradientCheck.Compare(m => m.Loss(X, y), model, 3 * g).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_and_epsilon_must_make_sense()
    {
        Assert.Equal("gradient", Assert.Throws<ArgumentException>(() => GradientCheck.Compare(Cubes, At, Vec(1))).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientCheck.Compare(Cubes, At, True, epsilon: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientCheck.Compare(Cubes, At, True, epsilon: double.PositiveInfinity));
    }
}
