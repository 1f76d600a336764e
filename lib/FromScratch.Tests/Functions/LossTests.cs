using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Loss;
using static FromScratch.Tensor;
using GradientOf = System.Func<MathNet.Numerics.LinearAlgebra.Vector<double>, MathNet.Numerics.LinearAlgebra.Vector<double>, MathNet.Numerics.LinearAlgebra.Vector<double>>;
using LossOf = System.Func<MathNet.Numerics.LinearAlgebra.Vector<double>, MathNet.Numerics.LinearAlgebra.Vector<double>, double>;

namespace FromScratch.Tests;

public sealed class LossTests
{
    public static TheoryData<string, LossOf, GradientOf> All => new()
    {
        { nameof(SumSquaredError), SumSquaredError, SumSquaredErrorGradient },
        { nameof(MeanSquaredError), MeanSquaredError, MeanSquaredErrorGradient },
        { nameof(HalfMeanSquaredError), HalfMeanSquaredError, HalfMeanSquaredErrorGradient },
        { nameof(MeanAbsoluteError), MeanAbsoluteError, MeanAbsoluteErrorGradient },
        { nameof(BinaryCrossEntropy), BinaryCrossEntropy, BinaryCrossEntropyGradient },
        { nameof(BinaryCrossEntropyFromLogits), BinaryCrossEntropyFromLogits, BinaryCrossEntropyFromLogitsGradient },
    };

    [Fact]
    public void Errors_of_one_two_and_minus_three_are_worked_by_hand()
    {
        var (prediction, y) = (Vec(2, 4, 2), Vec(1, 2, 5));

        Assert.Equal(14, SumSquaredError(prediction, y));
        Assert.Equal(14 / 3.0, MeanSquaredError(prediction, y), 1e-15);
        Assert.Equal(14 / 6.0, HalfMeanSquaredError(prediction, y), 1e-15);
        Assert.Equal(2, MeanAbsoluteError(prediction, y));
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Every_gradient_agrees_with_finite_differences(string name, LossOf loss, GradientOf gradient)
    {
        var (at, y) = (Vec(0.2, 0.9, 0.6, 0.35), Vec(0, 1, 0, 1));

        var check = GradientCheck.Compare(p => loss(p, y), at, gradient(at, y));

        Assert.True(check.Passed, $"{name}: {check}");
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Every_loss_refuses_lengths_that_differ(string name, LossOf loss, GradientOf gradient)
    {
        var error = Assert.Throws<ArgumentException>(() => loss(Vec(0.5, 0.5), Vec(1)));

        Assert.Contains("has 2 entries, so y needs 2, but it has 1.", error.Message, StringComparison.Ordinal);
        Assert.Equal("y", error.ParamName);
        Assert.Equal(error.Message, Assert.Throws<ArgumentException>(() => gradient(Vec(0.5, 0.5), Vec(1))).Message);
        Assert.NotEmpty(name);
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void No_loss_is_the_mean_of_nothing(string name, LossOf loss, GradientOf gradient)
    {
        var nothing = Vector<double>.Build.Dense(0);

        Assert.Contains("is empty", Assert.Throws<ArgumentException>(() => loss(nothing, nothing)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => gradient(nothing, nothing));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void The_gradient_of_the_absolute_error_is_zero_at_the_kink() =>
        Assert.Equal(Vec(0.5, 0), MeanAbsoluteErrorGradient(Vec(3, 1), Vec(2, 1)));

    [Fact]
    public void One_outlier_moves_the_squared_error_far_more_than_the_absolute()
    {
        var (prediction, y, outlier) = (Vec(1, 2, 3, 4), Vec(2, 3, 4, 5), Vec(2, 3, 4, 14));

        Assert.Equal((1, 25.75), (MeanSquaredError(prediction, y), MeanSquaredError(prediction, outlier)));
        Assert.Equal((1, 3.25), (MeanAbsoluteError(prediction, y), MeanAbsoluteError(prediction, outlier)));
    }
}
