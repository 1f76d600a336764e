using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class BatchesTests
{
    private static readonly Vector<double> y = Vec(0, 1, 2, 3, 4, 5, 6);
    private static readonly Matrix<double> X = Matrix<double>.Build.DenseOfColumnVectors(y, 10 * y);

    [Theory]
    [InlineData(3, new[] { 3, 3, 1 }), InlineData(7, new[] { 7 }), InlineData(100, new[] { 7 }), InlineData(1, new[] { 1, 1, 1, 1, 1, 1, 1 })]
    public void Batches_have_their_size_and_the_last_short_one_is_kept(int batchSize, int[] sizes) =>
        Assert.Equal(sizes, Batches.Of(X, y, batchSize, seed: 0).Select(batch => batch.X.RowCount));

    [Fact]
    public void A_thousand_examples_in_batches_of_ten_are_a_hundred_updates()
    {
        var many = Vector<double>.Build.Dense(1000, i => i);

        Assert.Equal(100, Batches.Of(many.ToColumnMatrix(), many, 10, seed: 0).Count());
    }

    [Fact]
    public void An_epoch_meets_every_example_once_beside_its_target()
    {
        var batches = Batches.Of(X, y, 3, seed: 5).ToList();

        Assert.Equal(y, batches.SelectMany(batch => batch.y).Order());
        Assert.All(batches, batch => Assert.Equal(10 * batch.y, batch.X.Column(1)));
    }

    [Fact]
    public void A_seed_fixes_the_order_and_another_changes_it()
    {
        static IEnumerable<double> Order(int seed) => Batches.Of(X, y, 2, seed).SelectMany(batch => batch.y);

        Assert.Equal(Order(5), Order(5));
        Assert.NotEqual(Order(5), Order(6));
    }

    [Fact]
    public void Bad_arguments_are_refused_at_the_call()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Batches.Of(X, y, 0, seed: 0));
        Assert.Throws<ArgumentException>(() => Batches.Of(X, Vec(1, 2), 3, seed: 0));
    }
}
