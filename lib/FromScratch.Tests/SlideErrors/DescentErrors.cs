using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Loss;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

/// <summary>What the decks say about lines, their loss and its descent, beside what is so.</summary>
public sealed class DescentErrors
{
    private static readonly Matrix<double> X = Mat([1], [2], [3]);
    private static readonly Vector<double> y = Vec(2, 4, 6);

    // Deck 000, line 141: W := W − α ∂cost/∂W, and nothing for b.
    [Fact]
    public void E21_slide_update_leaves_the_bias_where_it_was_and_cannot_fit_a_line_off_the_origin()
    {
        var offset = y + 5;
        LinearRegression Descend(Func<LinearRegression, LinearRegression> gradient) =>
            new GradientDescent(0.1).Minimize(m => m.Loss(X, offset), gradient, LinearRegression.Zero(1), 2000).Last;

        var slide = Descend(m => m.Gradient(X, offset) with { Bias = 0 });
        var right = Descend(m => m.Gradient(X, offset));

        Assert.Equal(0, slide.Bias);
        Assert.True(slide.Loss(X, offset) > 3);
        Assert.Equal(5, right.Bias, 1e-9);
        Assert.True(right.Loss(X, offset) < 1e-18);
    }

    // Deck 002, line 528: ½(h − y)², called MSE; deck 003, line 750, and deck 000, line 137: the mean; deck 003, line 886: 2/N.
    [Fact]
    public void E31_slide_half_of_the_square_does_not_belong_to_the_gradient_with_two_over_n()
    {
        var at = Vec(0, 1, 5);
        var slide = GradientCheck.Compare(v => HalfMeanSquaredError(v, y), at, MeanSquaredErrorGradient(at, y));

        Assert.False(slide.Passed);
        Assert.Contains("yours is twice it", slide.ToString(), StringComparison.Ordinal);
        Assert.True(GradientCheck.Compare(v => MeanSquaredError(v, y), at, MeanSquaredErrorGradient(at, y)).Passed);
        Assert.True(GradientCheck.Compare(v => HalfMeanSquaredError(v, y), at, HalfMeanSquaredErrorGradient(at, y)).Passed);
    }

    // Deck 003, lines 886 to 888: w0 ← …, then w1 ← …, as if the second line saw the new w0.
    [Fact]
    public void E33_slide_update_read_line_by_line_ends_elsewhere_than_the_gradient_step()
    {
        var start = LinearRegression.Zero(1);
        var b = start.Bias - 0.1 * start.Gradient(X, y).Bias;
        var sequential = start with { Bias = b, Weights = start.Weights - 0.1 * (start with { Bias = b }).Gradient(X, y).Weights };
        var simultaneous = new GradientDescent(0.1).Step(start, start.Gradient(X, y));

        Assert.Equal((0.8, 1.547), (Math.Round(sequential.Bias, 3), Math.Round(sequential.Weights[0], 3)));
        Assert.Equal((0.8, 1.867), (Math.Round(simultaneous.Bias, 3), Math.Round(simultaneous.Weights[0], 3)));
    }

    // Deck 000, lines 149, 292 and 302, and deck 002, line 1337: XW in one place, WX in another.
    [Fact]
    public void E34_slide_product_WX_does_not_exist_where_examples_are_rows()
    {
        var (fiveExamples, W, b) = (Matrix<double>.Build.Dense(5, 3, 1), Mat([1, 10], [2, 20], [3, 30]), Vec(0.5, -0.5));

        Assert.Throws<ArgumentException>(() => W * fiveExamples);
        Assert.Equal("5×2", (fiveExamples * W + b).ShapeText());
        Assert.Equal(Vec(6.5, 59.5), (fiveExamples * W + b).Row(4));
    }

    // Deck 003, line 859: the gradient at a point is the slope of the tangent there.
    [Fact]
    public void E57_slide_gradient_as_one_slope_fails_for_two_parameters_where_the_vector_passes()
    {
        var model = LinearRegression.Zero(1);
        double L(Vector<double> theta) => model.FromVector(theta).Loss(X, y);
        double Slope(Vector<double> direction) => GradientCheck.CentralDifferences(t => L(t[0] * direction.Normalize(2)), Vec(0.0))[0];
        var g = model.Gradient(X, y).ToVector();
        var slide = Slope(Vec(1, 0)) * Vec(1, 1); // one number for every parameter

        Assert.False(GradientCheck.Compare(L, Vec(0, 0), slide).Passed);
        Assert.True(GradientCheck.Compare(L, Vec(0, 0), g).Passed);
        Assert.Equal(g.L2Norm(), Slope(g), 1e-6); // the steepest slope is its length
        Assert.Equal(0, Slope(Vec(-g[1], g[0])), 1e-6); // and across it the ground is level
    }
}
