using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Properties;

/// <summary>What holds of a model whatever its shape and its numbers, asked of random ones.</summary>
public sealed class ModelPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    private static Vector<double> Numbers(int n, int seed) => Vector<double>.Build.Random(n, seed);

    private static Matrix<double> Numbers(int n, int d, int seed) => Matrix<double>.Build.Random(n, d, seed);

    [Theory, MemberData(nameof(Seeds))]
    public void Each_row_of_a_product_with_bias_is_its_own_rows_and_sums_go_through(int seed)
    {
        var random = new Random(seed);
        var (n, d, k) = (random.Next(1, 20), random.Next(1, 20), random.Next(1, 20));
        var (X, more, W, b) = (Numbers(n, d, seed), Numbers(n, d, seed + 1), Numbers(d, k, seed + 2), Numbers(k, seed));

        for (var i = 0; i < n; i++)
            Assert.True(((X * W + b).Row(i) - (X.Row(i) * W + b)).InfinityNorm() < 1e-13);
        Assert.True(((X + more) * W + b - (X * W + b) - more * W).InfinityNorm() < 1e-12);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_polynomial_is_its_features_times_its_coefficients(int seed)
    {
        var (x, w) = (Numbers(5, seed), Numbers(1 + seed % 6, seed + 1));
        var horner = x.Map(t => w.Reverse().Aggregate(0.0, (sum, c) => (sum + c) * t));

        Assert.True((Polynomial.Features(x, w.Count) * w - horner).InfinityNorm() < 1e-12);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Every_regression_has_its_gradient_at_any_shape(int seed)
    {
        var random = new Random(seed);
        var (n, d, k) = (random.Next(1, 9), random.Next(1, 6), random.Next(2, 6));
        var X = Numbers(n, d, seed);
        var (real, binary, labels) = (Numbers(n, seed), Vec([.. Enumerable.Range(0, n).Select(_ => (double)random.Next(2))]), Vec([.. Enumerable.Range(0, n).Select(_ => (double)random.Next(k))]));
        var (linear, logistic) = (new LinearRegression(Numbers(d, seed + 1), 0.3), new LogisticRegression(Numbers(d, seed + 1), -0.2));
        var softmax = new SoftmaxRegression(Numbers(d, k, seed + 2), Numbers(k, seed));
        GradientCheck[] checks =
        [
            GradientCheck.Compare(m => m.Loss(X, real), linear, linear.Gradient(X, real)),
            GradientCheck.Compare(m => m.Loss(X, binary), logistic, logistic.Gradient(X, binary)),
            GradientCheck.Compare(m => m.Loss(X, labels), softmax, softmax.Gradient(X, labels)),
        ];
        Assert.All(checks, check => Assert.True(check.Passed, $"{n} {d} {k}: {check}"));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Softmax_of_two_classes_is_the_logistic_regression_of_their_difference(int seed)
    {
        var (X, W, b) = (Numbers(6, 3, seed), Numbers(3, 2, seed + 1), Numbers(2, seed));
        var logistic = new LogisticRegression(W.Column(1) - W.Column(0), b[1] - b[0]);

        Assert.True((new SoftmaxRegression(W, b).Probabilities(X).Column(1) - logistic.Probabilities(X)).InfinityNorm() < 1e-14);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void One_against_the_rest_names_the_surest_of_its_models(int seed)
    {
        var X = Numbers(7, 2, seed);
        var models = Enumerable.Range(0, 4).Select(k => new LogisticRegression(Numbers(2, seed + k), k - 1.5)).ToArray();
        var predicted = new OneVersusRest(models).Predict(X);

        for (var i = 0; i < 7; i++)
            Assert.Equal(models.Max(m => m.Probabilities(X)[i]), models[(int)predicted[i]].Probabilities(X)[i]);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Prelu_and_maxout_can_both_be_relu(int seed)
    {
        var X = Numbers(5, 3, seed);
        var relu = Activation.ReLU.Of(X);
        var beside = Matrix<double>.Build.Dense(5, 6, (i, j) => j % 2 == 0 ? X[i, j / 2] : 0);

        Assert.Equal(relu, new PReLU(Vec(0, 0, 0)).Forward(X));
        Assert.Equal(relu, new Maxout(2).Forward(beside));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_schedule_that_only_falls_stays_between_one_and_nothing(int seed)
    {
        var random = new Random(seed);
        var (epochs, factor) = (1 + 20 * random.NextDouble(), 0.1 + 0.8 * random.NextDouble());
        foreach (var schedule in new[] { Schedules.Step(epochs, factor), Schedules.Exponential(factor), Schedules.Cosine(epochs, factor) })
        {
            var rates = Enumerable.Range(0, 60).Select(t => schedule(t / 2.0)).ToList();
            Assert.Equal(1, rates[0], 1e-15);
            Assert.All(rates.Zip(rates.Skip(1)), pair => Assert.True(0 < pair.Second && pair.Second <= pair.First));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Each_class_of_a_confusion_table_is_found_and_called_as_often_as_it_is_there(int seed)
    {
        var random = new Random(seed);
        var (predicted, y) = (Vec([.. Enumerable.Range(0, 40).Select(_ => (double)random.Next(3))]), Vec([.. Enumerable.Range(0, 40).Select(_ => (double)random.Next(3))]));
        var table = Metrics.Confusion(predicted, y, 3);

        Assert.Equal(Enumerable.Range(0, 3).Select(c => (double)y.Count(label => label == c)), table.RowSums());
        Assert.Equal(Enumerable.Range(0, 3).Select(c => (double)predicted.Count(label => label == c)), table.ColumnSums());
        Assert.Equal(Metrics.Accuracy(predicted, y), table.Diagonal().Sum() / 40, 1e-15);
    }
}
