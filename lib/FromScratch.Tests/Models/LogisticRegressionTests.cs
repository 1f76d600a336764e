using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class LogisticRegressionTests
{
    private static readonly LogisticRegression Deck = new(Vec(1, 1), -3);
    private static readonly Matrix<double> X = Mat([1, 1], [1.5, 1.5], [2, 2], [3, 3]);

    [Fact]
    public void The_boundary_of_the_deck_gives_its_logits_probabilities_and_classes()
    {
        Assert.Equal(Vec(-1, 0, 1, 3), Deck.Logits(X));
        Assert.Equal([0.269, 0.5, 0.731, 0.953], Deck.Probabilities(X).Select(p => Math.Round(p, 3)));
        Assert.Equal(Vec(0, 0, 1, 1), Deck.Predict(X));
    }

    [Fact]
    public void A_higher_threshold_calls_fewer_positive()
    {
        Assert.Equal(Vec(1, 1, 1, 1), Deck.Predict(X, threshold: 0.2));
        Assert.Equal(Vec(0, 0, 0, 1), Deck.Predict(X, threshold: 0.8));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deck.Predict(X, threshold: 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deck.Predict(X, threshold: double.NaN));
    }

    [Fact]
    public void Knowing_nothing_costs_the_logarithm_of_two() =>
        Assert.Equal(Math.Log(2), LogisticRegression.Zero(2).Loss(X, Vec(0, 0, 1, 1)), 1e-15);

    [Fact]
    public void The_gradient_at_zero_is_worked_by_hand()
    {
        var g = LogisticRegression.Zero(2).Gradient(X, Vec(0, 0, 1, 1));

        // p − y = (.5, .5, −.5, −.5); the column (1, 1.5, 2, 3) against it is −1.25, over n = 4.
        Assert.Equal(new LogisticRegression(Vec(-0.3125, -0.3125), 0), g);
    }

    [Fact]
    public void Gradient_agrees_with_finite_differences()
    {
        var (data, y) = Cancer();
        var model = new LogisticRegression(Vec(0.7, -0.4), 0.3);

        var check = GradientCheck.Compare(m => m.Loss(data, y), model, model.Gradient(data, y));

        Assert.True(check.Passed, check.ToString());
    }

    // Reference: scikit-learn 1.2.1 (Debian python3-sklearn), /usr/bin/python3 -c "
    // from sklearn.datasets import load_breast_cancer as f; from sklearn.linear_model import LogisticRegression as L
    // from sklearn.metrics import log_loss, confusion_matrix as c
    // d = f(); X = d.data[:, :2]; X = (X - X.mean(0)) / X.std(0); y = 1 - d.target
    // m = L(penalty=None, solver='newton-cg', tol=1e-12, max_iter=10000).fit(X, y); import numpy; numpy.set_printoptions(precision=12)
    // print(m.coef_, m.intercept_, log_loss(y, m.predict_proba(X)), m.score(X, y), c(y, m.predict(X)))"
    // printed [[3.722003494333 0.937407450021]] [-0.707567275345] 0.25582012862749626 0.8910369068541301 [[334  23] [ 39 173]]
    [Fact]
    public void Breast_cancer_on_two_features_agrees_with_scikit_learn()
    {
        var (data, y) = Cancer();

        var descent = new GradientDescent(2).Minimize(m => m.Loss(data, y), m => m.Gradient(data, y),
            LogisticRegression.Zero(2), steps: 5000, tolerance: 1e-10);

        Assert.True(descent.Converged, descent.ToString());
        Assert.Equal(3.722003494333, descent.Last.Weights[0], 1e-8);
        Assert.Equal(0.937407450021, descent.Last.Weights[1], 1e-8);
        Assert.Equal(-0.707567275345, descent.Last.Bias, 1e-8);
        Assert.Equal(0.25582012862749626, descent.Losses[^1], 1e-12);
        Assert.Equal(0.8910369068541301, Metrics.Accuracy(descent.Last.Predict(data), y), 1e-15);
        Assert.Equal(new ConfusionMatrix(173, 23, 39, 334), ConfusionMatrix.Of(descent.Last.Predict(data), y));
    }

    [Fact]
    public void Shapes_and_labels_that_do_not_fit_are_refused()
    {
        Refused("X·w: X is 4×2, so w needs 2 entries, but it has 3.", () => LogisticRegression.Zero(3).Logits(X));
        Refused("z has 4 entries, so y needs 4, but it has 1.", () => Deck.Loss(X, Vec(1)));
        Refused("y[3] is 2, but it must lie between 0 and 1.", () => Deck.Gradient(X, Vec(0, 1, 0, 2)));
    }

    private static (Matrix<double> X, Vector<double> y) Cancer()
    {
        var data = Datasets.BreastCancer("radius_mean", "texture_mean");
        return (Standardizer.Fit(data.X).Transform(data.X), data.y);
    }

    private static void Refused(string message, Action act) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
}
