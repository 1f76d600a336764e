using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class SoftmaxRegressionTests
{
    private static readonly Matrix<double> Deck = Mat([10, 5], [9, 5], [3, 2], [2, 4], [11, 1]);
    private static readonly Vector<double> Classes = Vec(0, 0, 1, 1, 2); // A, A, B, B, C

    private static SoftmaxRegression Some => new(Mat([0.1, -0.2, 0.3], [0, 0.4, -0.1]), Vec(0.5, 0, -0.5));

    [Fact]
    public void Its_logits_probabilities_and_loss_by_hand()
    {
        var X = Mat([1, 2]);

        Assert.Equal(Mat([0.6, 0.6, -0.4]), Some.Logits(X).Map(z => Math.Round(z, 12)));
        Assert.Equal(1 / (2 + Math.Exp(-1)), Some.Probabilities(X)[0, 0], 1e-15);
        Assert.Equal(Math.Log(2 + Math.Exp(-1)), Some.Loss(X, Vec(1)), 1e-15);
        Assert.Equal(Math.Log(3), SoftmaxRegression.Zero(2, 3).Loss(Deck, Classes), 1e-15);
    }

    [Fact]
    public void Its_gradient_agrees_with_finite_differences_and_with_the_network_of_one_layer()
    {
        var check = GradientCheck.Compare(m => m.Loss(Deck, Classes), Some, Some.Gradient(Deck, Classes));

        Assert.True(check.Passed, check.ToString());
        Assert.True((Some.Gradient(Deck, Classes).ToVector() - Some.AsNetwork().Gradient(Deck, Classes).ToVector()).InfinityNorm() < 1e-15);
    }

    [Fact]
    public void Descent_learns_the_five_students_of_the_deck_and_so_do_three_models_of_one_against_the_rest()
    {
        var z = Standardizer.Fit(Deck).Transform(Deck);
        var softmax = new GradientDescent(1).Minimize(m => m.Loss(z, Classes), m => m.Gradient(z, Classes), SoftmaxRegression.Zero(2, 3), 500);
        var rest = OneVersusRest.Fit(z, Classes, 3, (X, y) =>
            new GradientDescent(1).Minimize(m => m.Loss(X, y), m => m.Gradient(X, y), LogisticRegression.Zero(2), 500).Last);

        Assert.Equal(Classes, softmax.Last.Predict(z));
        Assert.Equal(Classes, rest.Predict(z));
        Assert.All(softmax.Last.Probabilities(z).RowSums(), sum => Assert.Equal(1, sum, 1e-14));
        Assert.Equal("5×3", rest.Probabilities(z).ShapeText());
    }

    [Fact]
    public void Labels_and_shapes_that_do_not_fit_are_refused()
    {
        Assert.Contains("y[4] is 3, but a class is one of 0 … 2", Assert.Throws<ArgumentException>(() => Some.Loss(Deck, Vec(0, 0, 1, 1, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("W is 2×3", Assert.Throws<ArgumentException>(() => Some.Logits(Mat([1, 2, 3]))).Message.Replace("it is", "W is", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => OneVersusRest.Fit(Deck, Classes, 2, (_, _) => LogisticRegression.Zero(2)));
        Assert.Throws<ArgumentException>(() => Some.FromVector(Vec(1, 2)));
    }

    [Fact]
    public void Where_there_is_one_class_it_is_the_answer_however_large_its_logit()
    {
        Assert.Equal(Vec(0, 0), new SoftmaxRegression(Mat([1]), Vec(1)).Predict(Mat([5], [-5])));
        Assert.Equal(Vec(0, 0), new OneVersusRest([new(Vec(1), 1)]).Predict(Mat([5], [-5])));
    }

    [Fact]
    public void The_surest_of_the_models_wins_where_two_probabilities_round_to_one()
    {
        var rest = new OneVersusRest([new(Vec(1), 40), new(Vec(1), 50), new(Vec(1), 45)]);

        Assert.Equal(Vec(1, 1, 1), rest.Probabilities(Mat([0])).Row(0));
        Assert.Equal(Vec(1), rest.Predict(Mat([0])));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneVersusRest.Fit(Mat([0]), Vec(0), 1, (_, _) => LogisticRegression.Zero(1)));
    }
}
