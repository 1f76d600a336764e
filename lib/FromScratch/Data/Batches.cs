namespace FromScratch;

/// <summary>B₁, B₂, …: an epoch's examples, shuffled and cut into batches; each example is in exactly one.</summary>
/// <remarks>Source: deck 002, Mini-batch Gradient Descent.</remarks>
public static class Batches
{
    /// <summary>⌈n / batchSize⌉ batches; the last is shorter where batchSize does not divide n.</summary>
    /// <param name="X">n×d, n ≥ 1.</param> <param name="y">n targets.</param> <param name="batchSize">≥ 1.</param>
    /// <param name="seed">The same seed gives the same order; take the epoch's number for a new order each epoch.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, n = 0, or batchSize is below 1.</exception>
    public static IEnumerable<(Matrix<Real> X, Vector<Real> y)> Of(Matrix<Real> X, Vector<Real> y, int batchSize, int seed) =>
        Combinatorics.GeneratePermutation(Shape.OneEntryPerRow(X, y).Count, new Random(seed)).Chunk(Valid.Count(batchSize))
            .Select(batch => (X.Rows(batch), y.Entries(batch)));
}
