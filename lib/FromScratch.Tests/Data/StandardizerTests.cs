using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class StandardizerTests
{
    // The deck's two columns: hours of study and attendance.
    private static readonly Matrix<double> X = Mat([10, 5], [9, 5], [3, 2], [2, 4], [11, 1]);

    [Fact]
    public void Mean_and_population_spread_are_the_decks()
    {
        var standardizer = Standardizer.Fit(X);

        Near([7, 3.4], standardizer.Mean, 1e-12);
        Near([3.742, 1.625], standardizer.Scale, 5e-4);
    }

    [Fact]
    public void The_sample_spread_is_larger() => Near([4.183, 1.817], Standardizer.Fit(X, sample: true).Scale, 5e-4);

    [Fact]
    public void Standardised_columns_have_mean_zero_and_spread_one()
    {
        var again = Standardizer.Fit(Standardizer.Fit(X).Transform(X));

        Near([0, 0], again.Mean, 1e-12);
        Near([1, 1], again.Scale, 1e-12);
    }

    [Fact]
    public void New_data_are_measured_with_the_training_mean_and_spread() =>
        Near([(14 - 7) / Math.Sqrt(14), 0], Standardizer.Fit(X).Transform(Mat([14, 3.4])).Row(0), 1e-12);

    [Fact]
    public void A_constant_column_is_refused_by_number_even_where_its_mean_is_rounded()
    {
        var error = Assert.Throws<ArgumentException>(() => Standardizer.Fit(Mat([1, 0.1], [2, 0.1], [3, 0.1])));

        Assert.StartsWith("Column 1 of X is constant (always 0.1)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sparse_column_of_one_number_among_zeros_has_a_spread()
    {
        var sparse = Matrix<double>.Build.SparseOfMatrix(Mat([0, 1], [5, 0], [0, 0]));
        var standardizer = Standardizer.Fit(sparse);

        Assert.Equal(Standardizer.Fit(Mat([0, 1], [5, 0], [0, 0])), standardizer);
        Near([-1 / Math.Sqrt(2), Math.Sqrt(2), -1 / Math.Sqrt(2)], standardizer.Transform(sparse).Column(0), 1e-12);
    }

    [Theory]
    [InlineData(1e-200, 0), InlineData(1e200, double.PositiveInfinity)]
    public void A_spread_whose_square_is_no_number_is_refused_with_its_column(double unit, double found)
    {
        var error = Assert.Throws<ArgumentException>(() => Standardizer.Fit(Mat([1, unit], [2, 2 * unit])));

        Assert.StartsWith(FormattableString.Invariant($"Scale[1] is {found}, but the square of a spread"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_has_no_spread() => Assert.Throws<ArgumentException>(() => Standardizer.Fit(Mat([1, 2])));

    [Fact]
    public void A_missing_number_is_refused_with_its_place()
    {
        var error = Assert.Throws<ArgumentException>(() => Standardizer.Fit(Mat([1, 2], [3, double.NaN])));

        Assert.StartsWith("X[1, 1] is NaN, but every entry must be a finite number.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_features_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Standardizer.Fit(X).Transform(Mat([1, 2, 3])));

        Assert.StartsWith("This standardizer was fitted on 2 columns, but X is 1×3.", error.Message, StringComparison.Ordinal);
    }

    private static void Near(double[] expected, Vector<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        foreach (var (e, a) in expected.Zip(actual)) Assert.Equal(e, a, tolerance);
    }
}
