using System.Buffers;

namespace FromScratch;

/// <summary>Training data laid out so that an example is one piece of memory: batches in any order are copied at full speed.</summary>
internal sealed class Examples(Matrix<Real> X, Matrix<Real> Y) : IDisposable
{
    // So many rows of M at a time stay in the first-level cache.
    private const int Strip = 256;
    private readonly Real[] x = Rows(X), y = Rows(Y);
    private readonly Dictionary<int, (Matrix<Real> X, Matrix<Real> Y)> buffers = [];
    private Real[] chosen = [];

    /// <summary>The examples with these numbers: X, m×d, and their targets, m×k; valid until the next call.</summary>
    public (Matrix<Real> X, Matrix<Real> Y) Batch(ReadOnlySpan<int> order)
    {
        if (!buffers.TryGetValue(order.Length, out var batch)) batch = buffers[order.Length] =
            (Matrix<Real>.Build.Dense(order.Length, X.ColumnCount), Matrix<Real>.Build.Dense(order.Length, Y.ColumnCount));
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

    private void Gather(Real[] rows, ReadOnlySpan<int> order, Matrix<Real> batch)
    {
        var (values, m, d) = (batch.Values(), batch.RowCount, batch.ColumnCount);
        if (chosen.Length < m * d) chosen = new Real[m * d];
        for (var i = 0; i < m; i++) rows.AsSpan(order[i] * d, d).CopyTo(chosen.AsSpan(i * d));
        Transpose(chosen, 0, d, m, d, values, 0, m);
    }

    // Row after row, from column after column.
    private static Real[] Rows(Matrix<Real> M)
    {
        var (values, n, d, rows) = (M.Values(), M.RowCount, M.ColumnCount, ArrayPool<Real>.Shared.Rent(M.RowCount * M.ColumnCount));
        Team.Run(Control.MaxDegreeOfParallelism, (n + Strip - 1) / Strip, strip =>
        {
            var i = strip * Strip;
            Transpose(values, i, n, d, Math.Min(Strip, n - i), rows, i * d, d);
        });
        return rows;
    }

    // to[target + q·width + r] = from[start + r·stride + q], r < rows, q < columns.
    private static void Transpose(Real[] from, int start, int stride, int rows, int columns, Real[] to, int target, int width) =>
        Panels<Lanes<Real>, Lane, Real>.Pack(ref from[start], stride, 1, rows, columns, ref to[target], width);
}
