namespace FromScratch;

/// <summary>Training data laid out so that an example is one piece of memory: batches in any order are copied at full speed.</summary>
internal sealed class Examples(Matrix<Real> X, Matrix<Real> Y) : IDisposable
{
    // So many rows at a time, of the data or of a batch, stay in the cache; a batch's rows lie anywhere, so they are asked for ahead.
    private const int Many = 256, Few = 128, Ahead = 128 / sizeof(Real);
    private readonly Real[] x = Rows(X), y = Rows(Y);
    private readonly Dictionary<int, (Matrix<Real> X, Matrix<Real> Y)> batches = [];

    /// <summary>The examples with these numbers, X, m×d, and Y, m×k; valid until the next call.</summary>
    public (Matrix<Real> X, Matrix<Real> Y) Take(ReadOnlyMemory<int> order)
    {
        var m = order.Length;
        if (!batches.TryGetValue(m, out var batch))
            batch = batches[m] = (Matrix<Real>.Build.Dense(m, X.ColumnCount), Matrix<Real>.Build.Dense(m, Y.ColumnCount));
        Gather(x, order, batch.X);
        Gather(y, order, batch.Y);
        return batch;
    }

    /// <summary>Leaves the memory to the next training.</summary>
    public void Dispose()
    {
        ArrayPool<Real>.Shared.Return(x);
        ArrayPool<Real>.Shared.Return(y);
    }

    private static void Gather(Real[] rows, ReadOnlyMemory<int> order, Matrix<Real> batch)
    {
        var threads = Product.ThreadsToMove(batch.RowCount * batch.ColumnCount);
        if (threads == 1 && batch.RowCount <= Few) Part(rows, order.Span, batch, 0, 0, batch.ColumnCount);
        else InParts(threads, rows, order, batch);
    }

    // On its own, so that a small batch pays for no closure.
    private static void InParts(int threads, Real[] rows, ReadOnlyMemory<int> order, Matrix<Real> batch)
    {
        var wide = (batch.ColumnCount - 1) / threads + 1;
        Team.Run(threads, (batch.RowCount + Few - 1) / Few * threads, part => Part(rows, order.Span, batch, part / threads * Few, part % threads * wide, wide));
    }

    private static void Part(Real[] rows, ReadOnlySpan<int> order, Matrix<Real> batch, int i, int j, int wide)
    {
        var (m, d) = (batch.RowCount, batch.ColumnCount);
        Span<int> starts = stackalloc int[Math.Min(Few, m - i)];
        for (var r = 0; r < starts.Length; r++) starts[r] = order[i + r] * d + j;
        if (j < d) Panels.Gather(ref rows[0], starts, Math.Min(wide, d - j), ref batch.Values()[j * m + i], m, Ahead);
    }

    // Row after row, from column after column.
    private static Real[] Rows(Matrix<Real> M)
    {
        var (values, n, d, rows) = (M.Values(), M.RowCount, M.ColumnCount, ArrayPool<Real>.Shared.Rent(M.RowCount * M.ColumnCount));
        int[] starts = [.. Enumerable.Range(0, d).Select(q => q * n)];
        Team.Run(Control.MaxDegreeOfParallelism, (n + Many - 1) / Many, strip =>
        {
            var i = strip * Many;
            Panels.Gather(ref values[i], starts, Math.Min(Many, n - i), ref rows[i * d], d, ahead: Many);
        });
        return rows;
    }
}
