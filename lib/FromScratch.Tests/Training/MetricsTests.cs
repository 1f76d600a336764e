using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class MetricsTests
{
    private static readonly Vector<double> Predicted = Vec(1, 1, 1, 0, 0, 0, 0, 0), Truth = Vec(1, 1, 0, 1, 0, 0, 0, 0);

    [Fact]
    public void Accuracy_is_the_share_that_is_right() => Assert.Equal(0.75, Metrics.Accuracy(Predicted, Truth));

    [Fact]
    public void The_confusion_matrix_counts_the_four_cases()
    {
        var matrix = ConfusionMatrix.Of(Predicted, Truth);

        Assert.Equal(new ConfusionMatrix(TruePositives: 2, FalsePositives: 1, FalseNegatives: 1, TrueNegatives: 4), matrix);
        Assert.Equal((2 / 3.0, 2 / 3.0), (matrix.Precision, matrix.Recall));
    }

    [Fact]
    public void Precision_and_recall_tell_false_alarms_from_misses()
    {
        var timid = ConfusionMatrix.Of(Vec(1, 0, 0, 0), Vec(1, 1, 1, 0));
        var bold = ConfusionMatrix.Of(Vec(1, 1, 1, 1), Vec(1, 0, 0, 0));

        Assert.Equal((1, 1 / 3.0), (timid.Precision, timid.Recall));
        Assert.Equal((0.25, 1), (bold.Precision, bold.Recall));
        Assert.True(double.IsNaN(ConfusionMatrix.Of(Vec(0), Vec(0)).Precision));
    }

    [Fact]
    public void The_confusion_matrix_prints_as_a_table() => Assert.Equal("""
                 predicted 1  predicted 0
        is 1               2            1
        is 0               1            4
        """, ConfusionMatrix.Of(Predicted, Truth).ToString(), ignoreLineEndingDifferences: true);

    [Fact]
    public void Only_zero_and_one_are_labels_of_a_confusion_matrix()
    {
        var error = Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(Vec(1, 0.5), Vec(1, 0)));

        Assert.StartsWith("predicted[1] is 0.5, but a class is one of 0 … 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void R_squared_is_one_for_the_truth_zero_for_the_mean_and_negative_below_it()
    {
        var y = Vec(1, 2, 3, 6);

        Assert.Equal(1, Metrics.RSquared(y, y));
        Assert.Equal(0, Metrics.RSquared(Vec(3, 3, 3, 3), y));
        Assert.True(Metrics.RSquared(Vec(6, 3, 2, 1), y) < 0);
        Assert.Throws<ArgumentException>(() => Metrics.RSquared(Vec(1, 2), Vec(3, 3)));
        Assert.Equal(1, Metrics.RSquared(Vec(0, 5, 0), MathNet.Numerics.LinearAlgebra.Vector<double>.Build.SparseOfArray([0, 5, 0])));
    }

    [Fact]
    public void R_squared_of_the_cars_is_the_squared_correlation()
    {
        var data = Datasets.Cars();
        var r = MathNet.Numerics.Statistics.Correlation.Pearson(data.X.Column(0), data.y);

        Assert.Equal(r * r, Metrics.RSquared(LinearRegression.NormalEquation(data.X, data.y).Predict(data.X), data.y), 1e-12);
    }

    [Fact]
    public void Of_several_classes_the_counts_stand_in_a_table_and_each_class_against_the_rest_in_its_own()
    {
        var (predicted, y) = (Vec(0, 1, 2, 2, 1, 0, 2), Vec(0, 1, 2, 1, 1, 2, 2));
        var C = Metrics.Confusion(predicted, y, 3);

        Assert.Equal(Mat([1, 0, 0], [0, 2, 1], [1, 0, 2]), C);
        Assert.Equal(Metrics.Accuracy(predicted, y), C.Trace() / C.RowSums().Sum(), 1e-15);
        Assert.Equal(new ConfusionMatrix(2, 1, 1, 3), ConfusionMatrix.OfClass(C, 2));
        Assert.Equal(ConfusionMatrix.Of(predicted.Map(p => p == 2 ? 1.0 : 0, Zeros.Include), y.Map(p => p == 2 ? 1.0 : 0, Zeros.Include)), ConfusionMatrix.OfClass(C, 2));
        Assert.Throws<ArgumentException>(() => Metrics.Confusion(predicted, y, 2));
    }

    [Fact]
    public void F1_is_the_harmonic_mean_of_precision_and_recall()
    {
        var counts = new ConfusionMatrix(6, 2, 3, 9);

        Assert.Equal(2 * counts.Precision * counts.Recall / (counts.Precision + counts.Recall), counts.F1, 1e-15);
        Assert.True(double.IsNaN(new ConfusionMatrix(0, 0, 0, 5).F1));
    }
}
