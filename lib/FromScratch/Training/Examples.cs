namespace FromScratch;

/// <summary>Training data laid out so that an example is one piece of memory: batches in any order are copied at full speed.</summary>
internal sealed class Examples(Matrix<Real> X, Matrix<Real> Y)
{
    private const int Tile = 16;
    private readonly Real[] x = Rows(X), y = Rows(Y);
    private readonly Dictionary<int, (Matrix<Real> X, Matrix<Real> Y)> buffers = [];

    /// <summary>The examples with these numbers: X, m×d, and their targets, m×k; valid until the next call.</summary>
    public (Matrix<Real> X, Matrix<Real> Y) Batch(ReadOnlySpan<int> order)
    {
        if (!buffers.TryGetValue(order.Length, out var batch)) batch = buffers[order.Length] =
            (Matrix<Real>.Build.Dense(order.Length, X.ColumnCount), Matrix<Real>.Build.Dense(order.Length, Y.ColumnCount));
        Gather(x, order, batch.X);
        Gather(y, order, batch.Y);
        return batch;
    }

    private static void Gather(Real[] rows, ReadOnlySpan<int> order, Matrix<Real> batch)
    {
        var (values, m, d) = (batch.Values(), batch.RowCount, batch.ColumnCount);
        for (var tile = 0; tile < m; tile += Tile)
            for (var j = 0; j < d; j++)
                for (var i = tile; i < Math.Min(tile + Tile, m); i++) values[j * m + i] = rows[order[i] * d + j];
    }

    // Row after row, from column after column; a strip of rows at a time.
    private static Real[] Rows(Matrix<Real> M)
    {
        var (values, n, d, rows) = (M.Values(), M.RowCount, M.ColumnCount, new Real[M.RowCount * M.ColumnCount]);
        Parallel.For(0, (n + Tile - 1) / Tile, strip =>
        {
            for (var j = 0; j < d; j++)
                for (var i = strip * Tile; i < Math.Min(n, (strip + 1) * Tile); i++) rows[i * d + j] = values[j * n + i];
        });
        return rows;
    }
}
