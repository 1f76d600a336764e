using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class ActivationTests
{
    private static readonly Activation[] All = [Activation.Step, Activation.Linear, Activation.Sigmoid, Activation.Tanh,
        Activation.ReLU, Activation.LeakyReLU(), Activation.LeakyReLU(0.25), Activation.ELU(), Activation.ELU(0.5)];

    public static TheoryData<int> Each => [.. Enumerable.Range(0, All.Length)];

    // Values at −1, 0 and 2, worked by hand.
    public static TheoryData<string, double, double, double> ByHand => new()
    {
        { "step", 0, 0, 1 }, { "linear", -1, 0, 2 }, { "sigmoid", 1 / (1 + Math.E), 0.5, 1 / (1 + Math.Exp(-2)) },
        { "tanh", -0.7615941559557649, 0, 0.9640275800758169 }, { "ReLU", 0, 0, 2 }, { "leaky ReLU (0.01)", -0.01, 0, 2 },
        { "ELU (1)", 1 / Math.E - 1, 0, 2 }, { "ELU (0.5)", (1 / Math.E - 1) / 2, 0, 2 },
    };

    [Theory, MemberData(nameof(ByHand))]
    public void It_has_its_values_by_hand(string name, double atMinusOne, double atZero, double atTwo)
    {
        var f = All.Single(f => f.Name == name);

        Assert.All(f.Of(Vec(-1, 0, 2)).Zip(Vec(atMinusOne, atZero, atTwo)), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
    }

    [Theory, MemberData(nameof(Each))]
    public void Its_derivative_agrees_with_finite_differences(int which)
    {
        var (f, random) = (All[which], new Random(which));
        for (var k = 0; k < 20; k++)
        {
            // Any length, so that every remainder of a lane is met; away from the kink, where there is no derivative.
            var z = Vector<double>.Build.Dense(random.Next(1, 20), _ => (random.Next(2) * 2 - 1) * (0.01 + 5 * random.NextDouble()));
            var check = GradientCheck.Compare(v => f.Of(v).Sum(), z, f.Derivative(z));
            Assert.True(check.Passed, $"{f}: {check}");
        }
    }

    [Theory, MemberData(nameof(Each))]
    public void Any_finite_number_gives_a_finite_value_and_slope(int which)
    {
        foreach (var z in new[] { -1e308, -745.2, -709, -40, -1e-308, 0, 1e-308, 40, 709, 710, 1e308, double.MaxValue, -double.MaxValue })
        {
            Assert.True(double.IsFinite(All[which].Of(z)), $"{All[which]} of {z}");
            Assert.True(double.IsFinite(All[which].Derivative(z)), $"{All[which]}′ of {z}");
        }
        Assert.True(double.IsNaN(All[which].Of(double.NaN)));
    }

    [Theory, MemberData(nameof(Each))]
    public void Number_vector_and_matrix_agree(int which)
    {
        var (f, Z) = (All[which], Mat([-2, -0.5, 0], [1e-9, 0.5, 3]));

        Assert.Equal(Z.Map(f.Of), f.Of(Z));
        Assert.Equal(Z.Map(f.Derivative), f.Derivative(Z));
        Assert.Equal(f.Of(Z).Row(1), f.Of(Z.Row(1)));
        Assert.Equal(f.Derivative(Z).Row(1), f.Derivative(Z.Row(1)));
    }

    [Fact]
    public void A_step_and_relu_below_zero_are_printed_as_0_not_as_minus_0() =>
        Assert.All([Activation.Step, Activation.ReLU], f => Assert.Equal("0", f.Of(-3).ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void Tanh_and_elu_keep_their_digits_near_zero()
    {
        foreach (var z in new[] { 1e-300, 1e-17, -1e-9, 3e-5, 0.011, -0.3, 1, 7, 19, -30 })
        {
            Assert.Equal(1, Activation.Tanh.Of(z) / Math.Tanh(z), 4e-15);
            var expM1 = Math.Abs(z) < 1e-4 ? z + z * z / 2 + z * z * z / 6 : Math.Exp(z) - 1;
            if (z < 0) Assert.Equal(1, Activation.ELU().Of(z) / expM1, 1e-12);
        }
        Assert.Equal((-1.0, 1.0), (Activation.Tanh.Of(-40), Activation.Tanh.Of(1e308)));
    }

    [Fact]
    public void Tanh_is_a_sigmoid_stretched_and_moved()
    {
        Assert.All([-6.0, -0.1, 0, 2, 9], z => Assert.Equal(2 * Activation.Sigmoid.Of(2 * z) - 1, Activation.Tanh.Of(z), 1e-15));
    }

    [Theory]
    [InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(-1)]
    public void A_parameter_that_makes_no_function_is_refused_by_its_value(double parameter)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Activation.ELU(parameter));

        Assert.Equal(("alpha", parameter), (error.ParamName, error.ActualValue));
    }
}
