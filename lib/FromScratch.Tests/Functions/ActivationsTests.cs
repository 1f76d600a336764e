using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class ActivationsTests
{
    private static readonly double[] Extremes = [-1e308, -745.2, -700, -40, -1e-308, 0, 1e-308, 40, 700, 745.2, 1e308];

    [Theory]
    [InlineData(0, 0.5), InlineData(2, 0.8807970779778823), InlineData(-1, 0.2689414213699951), InlineData(-700, 9.859676543759770e-305)]
    public void Sigmoid_has_its_known_values(double z, double expected) => Assert.Equal(1, Sigmoid(z) / expected, 1e-13);

    [Fact]
    public void The_boundary_of_the_deck_gives_its_four_probabilities()
    {
        var X = Mat([1, 1], [1.5, 1.5], [2, 2], [3, 3]);
        var p = Sigmoid(X * Vec(1, 1) - 3);

        Assert.Equal([0.269, 0.5, 0.731, 0.953], p.Select(x => Math.Round(x, 3)));
    }

    [Fact]
    public void Sigmoid_of_any_finite_number_is_a_probability_and_symmetric()
    {
        Assert.All(Extremes, z => Assert.InRange(Sigmoid(z), 0, 1));
        Assert.All(Extremes, z => Assert.Equal(1, Sigmoid(z) + Sigmoid(-z), 1e-15));
        Assert.Equal((0.0, 1.0), (Sigmoid(double.NegativeInfinity), Sigmoid(double.PositiveInfinity)));
    }

    [Fact]
    public void The_slope_of_sigmoid_is_a_quarter_in_the_middle_and_small_but_not_zero_at_six()
    {
        Assert.Equal(0.25, SigmoidDerivative(0));
        Assert.Equal(0.00247, SigmoidDerivative(6), 5e-6);
        Assert.Equal(SigmoidDerivative(6), SigmoidDerivative(-6));
        Assert.Equal(1, SigmoidDerivative(40) / Math.Exp(-40), 1e-12);
    }

    [Theory]
    [InlineData(-3), InlineData(0.2), InlineData(5)]
    public void Derivatives_agree_with_finite_differences(double z)
    {
        Assert.True(GradientCheck.Compare(v => Sigmoid(v[0]), Vec(z), Vec(SigmoidDerivative(z))).Passed);
        Assert.True(GradientCheck.Compare(v => Softplus(v[0]), Vec(z), Vec(Sigmoid(z))).Passed);
    }

    [Fact]
    public void Logit_undoes_sigmoid()
    {
        Assert.All([-20.0, -1, 0, 0.3, 20], z => Assert.Equal(z, Logit(Sigmoid(z)), 1e-6));
        Assert.Equal(Math.Log(3), Logit(0.75), 1e-15);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (Logit(0), Logit(1)));
    }

    [Theory]
    [InlineData(-0.1), InlineData(1.1), InlineData(double.NaN)]
    public void Logit_refuses_what_is_no_probability(double p) =>
        Assert.Equal("p", Assert.Throws<ArgumentOutOfRangeException>(() => Logit(p)).ParamName);

    [Fact]
    public void Softplus_neither_overflows_nor_loses_its_tail()
    {
        Assert.Equal(Math.Log(2), Softplus(0), 1e-15);
        Assert.Equal(1e308, Softplus(1e308));
        Assert.Equal(1, Softplus(-40) / Math.Exp(-40), 1e-12);
        Assert.All(Extremes, z => Assert.True(double.IsFinite(Softplus(z)) && Softplus(z) >= 0));
    }

    [Fact]
    public void Vectors_are_treated_entry_by_entry()
    {
        var z = Vec(-2, 0, 3);

        Assert.True((Vec(Sigmoid(-2), 0.5, Sigmoid(3)) - Sigmoid(z)).InfinityNorm() < 1e-15);
        Assert.Equal(Vec(SigmoidDerivative(-2), 0.25, SigmoidDerivative(3)), SigmoidDerivative(z));
        Assert.Equal(Vec(Softplus(-2), Softplus(0), Softplus(3)), Softplus(z));
        Assert.Equal(Vec(Logit(0.1), 0), Logit(Vec(0.1, 0.5)));
        Assert.Equal(0.5, Sigmoid(Vector<double>.Build.Sparse(3))[1]);
    }
}
