using MathNet.Numerics.LinearAlgebra;
namespace FromScratch.Tests;

public sealed class TrainTestSplitTests
{
    private static readonly Dataset Numbered = Make(10);

    [Theory]
    [InlineData(10, 0.2, 2), InlineData(10, 0.25, 3), InlineData(150, 0.1, 15), InlineData(569, 0.2, 114), InlineData(2, 0.5, 1)]
    public void The_test_set_has_exactly_its_share(int n, double fraction, int m)
    {
        var (train, test) = TrainTestSplit.Of(Make(n), fraction, seed: 1);

        Assert.Equal((n - m, m), (train.Count, test.Count));
    }

    [Fact]
    public void Every_example_is_in_exactly_one_set_with_its_own_target()
    {
        var (train, test) = TrainTestSplit.Of(Numbered, 0.3, seed: 7);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => (double)i), train.y.Concat(test.y).Order());
        Assert.All([train, test], set => Assert.Equal(10 * set.y, set.X.Column(0)));
    }

    [Fact]
    public void A_seed_fixes_the_split_and_another_changes_it()
    {
        Assert.Equal(TrainTestSplit.Of(Numbered, 0.3, 7).Test.y, TrainTestSplit.Of(Numbered, 0.3, 7).Test.y);
        Assert.NotEqual(TrainTestSplit.Of(Numbered, 0.3, 7).Train.y, TrainTestSplit.Of(Numbered, 0.3, 8).Train.y);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(-0.2), InlineData(20), InlineData(double.NaN)]
    public void A_fraction_outside_zero_to_one_is_refused(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TrainTestSplit.Of(Numbered, fraction, 1));

    [Fact]
    public void An_empty_set_is_refused_with_the_counts()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => TrainTestSplit.Of(Numbered, 0.01, 1));

        Assert.StartsWith("10 examples with a test fraction of 0.01 leave 10 for training and 0 for the test", error.Message, StringComparison.Ordinal);
    }

    private static Dataset Make(int n) => new("numbered", Matrix<double>.Build.Dense(n, 1, (i, _) => 10 * i),
        Vector<double>.Build.Dense(n, i => i), ["ten times y"], "y", "this test");
}
