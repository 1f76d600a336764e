using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Loss;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

/// <summary>What the decks say about the sigmoid, its input and its range, beside what is so.</summary>
public sealed class SigmoidErrors
{
    // Deck 000, lines 210 and 218: H(X) = 1 / (1 + e^{WX}).
    [Fact]
    public void E1_slide_sigmoid_with_positive_exponent_falls_where_it_should_rise()
    {
        static double Slide(double wx) => 1 / (1 + Math.Exp(wx));

        Assert.Equal((0.119, 0.881), (Math.Round(Slide(2), 3), Math.Round(Sigmoid(2), 3)));
        Assert.True(Slide(3) < Slide(2));
        Assert.True(Sigmoid(3) > Sigmoid(2));
        Assert.Equal(0.731, Math.Round(new LogisticRegression(Vec(2), -1).Probabilities(Mat([1]))[0], 3)); // the bias counts too: z = 2 − 1
    }

    // Deck 003, lines 1029 and 1036: w0 = 3, for the boundary −3 + x1 + x2 ≥ 0.
    [Fact]
    public void E5_slide_bias_of_plus_three_puts_the_boundary_points_far_inside_the_positive_class()
    {
        var onTheBoundary = Mat([1.5, 1.5], [0, 3], [3, 0]);
        var slide = new LogisticRegression(Vec(1, 1), 3).Probabilities(onTheBoundary);
        var right = new LogisticRegression(Vec(1, 1), -3).Probabilities(onTheBoundary);

        Assert.All(slide, p => Assert.Equal(0.998, p, 5e-4));
        Assert.All(right, p => Assert.Equal(0.5, p));
    }

    // Deck 002, line 1752: (σ(x) − y) σ′(z) x, for half the squared error.
    [Fact]
    public void E7_slide_gradient_takes_the_sigmoid_of_the_input_and_fails_the_gradient_check()
    {
        var (x, w, b, y) = (3.0, 2.0, -1.0, 0.0);
        var z = w * x + b;
        double HalfSquaredError(Vector<double> theta) => HalfMeanSquaredError(Vec(Sigmoid(theta[0] * x + theta[1])), Vec(y));
        var slide = (Sigmoid(x) - y) * SigmoidDerivative(z) * Vec(x, 1);
        var right = (Sigmoid(z) - y) * SigmoidDerivative(z) * Vec(x, 1);

        Assert.Equal((0.01900, 0.01981), (Math.Round(slide[0], 5), Math.Round(right[0], 5)));
        Assert.False(GradientCheck.Compare(HalfSquaredError, Vec(w, b), slide).Passed);
        Assert.True(GradientCheck.Compare(HalfSquaredError, Vec(w, b), right).Passed);
    }

    // Deck 002, line 385: 1 if z > 0; line 396: 1 if z ≥ 0, else −1; deck 003, line 1024: ≥. The course: > 0, labels 0 and 1.
    [Fact]
    public void E24_slides_disagree_on_the_boundary_itself_and_on_the_label_of_the_negative_class()
    {
        var model = new LogisticRegression(Vec(1, 1), -3);
        var (X, y) = (Mat([1, 1], [1.5, 1.5], [2, 2]), Vec(0, 0, 1));
        var slide = model.Logits(X).Map(z => z >= 0 ? 1.0 : -1.0);

        Assert.Equal(Vec(-1, 1, 1), slide);
        Assert.Equal(1 / 3.0, Metrics.Accuracy(slide, y));
        Assert.Throws<ArgumentException>(() => BinaryCrossEntropy(model.Probabilities(X), slide));
        Assert.Equal(Vec(0, 0, 1), model.Predict(X));
        Assert.Equal(1, Metrics.Accuracy(model.Predict(X), y));
    }

    // Deck 003, line 969: the logit lies in [−∞, ∞]; line 1753: the sigmoid in [0, 1].
    [Fact]
    public void E38_slide_intervals_are_closed_but_no_logit_reaches_probability_zero_or_one()
    {
        static bool SlideHas(double p) => p is >= 0 and <= 1;
        static bool HasLogit(double p) => double.IsFinite(Logit(p));

        Assert.True(SlideHas(0) && SlideHas(1));
        Assert.False(HasLogit(0) || HasLogit(1));
        Assert.All([1e-300, 0.5, 1 - 1e-15], p => Assert.True(HasLogit(p)));
        Assert.All([-700.0, -6, 0, 6, 36], z => Assert.True(Sigmoid(z) is > 0 and < 1));
    }

    // Deck 002, line 1765: the gradient becomes 0 below −6 and above 6.
    [Theory]
    [InlineData(-6), InlineData(6)]
    public void E53_slide_slope_of_zero_at_six_fails_the_gradient_check_and_the_true_slope_is_a_four_hundredth(double z)
    {
        const double Slide = 0;

        Assert.False(GradientCheck.Compare(v => Sigmoid(v[0]), Vec(z), Vec(Slide)).Passed);
        Assert.True(GradientCheck.Compare(v => Sigmoid(v[0]), Vec(z), Vec(SigmoidDerivative(z))).Passed);
        Assert.Equal(0.0025, SigmoidDerivative(z), 5e-5);
    }
}
