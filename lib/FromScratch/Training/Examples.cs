using System.Buffers;

namespace FromScratch;

/// <summary>Training data laid out so that an example is one piece of memory: batches in any order are copied at full speed.</summary>
internal sealed class Examples(Matrix<Real> X, Matrix<Real> Y) : IDisposable
{
    // So many rows at a time, of the data or of a batch, stay in the first-level cache.
    private const int Many = 256, Few = 16;
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
        if (batch.RowCount <= Few) Strip(rows, order.Span, batch, 0);
        else Strips(rows, order, batch);
    }

    // On its own, so that a small batch pays for no closure.
    private static void Strips(Real[] rows, ReadOnlyMemory<int> order, Matrix<Real> batch) =>
        Team.Run(Product.ThreadsToMove(batch.RowCount * batch.ColumnCount), (batch.RowCount + Few - 1) / Few, strip => Strip(rows, order.Span, batch, strip * Few));

    private static void Strip(Real[] rows, ReadOnlySpan<int> order, Matrix<Real> batch, int i)
    {
        var (values, m, d, count) = (batch.Values(), batch.RowCount, batch.ColumnCount, Math.Min(Few, batch.RowCount - i));
        if (d < Few) // narrow rows: to turn them a block at a time does not pay
        {
            for (var r = i; r < i + count; r++)
                for (var q = 0; q < d; q++) values[q * m + r] = rows[order[r] * d + q];
            return;
        }
        var few = ArrayPool<Real>.Shared.Rent(Few * d);
        for (var r = 0; r < count; r++) rows.AsSpan(order[i + r] * d, d).CopyTo(few.AsSpan(r * d));
        Transpose(few, 0, d, count, d, values, i, m);
        ArrayPool<Real>.Shared.Return(few);
    }

    // Row after row, from column after column.
    private static Real[] Rows(Matrix<Real> M)
    {
        var (values, n, d, rows) = (M.Values(), M.RowCount, M.ColumnCount, ArrayPool<Real>.Shared.Rent(M.RowCount * M.ColumnCount));
        Team.Run(Control.MaxDegreeOfParallelism, (n + Many - 1) / Many, strip =>
        {
            var i = strip * Many;
            Transpose(values, i, n, d, Math.Min(Many, n - i), rows, i * d, d);
        });
        return rows;
    }

    // to[target + q·width + r] = from[start + r·stride + q], r < rows, q < columns.
    private static void Transpose(Real[] from, int start, int stride, int rows, int columns, Real[] to, int target, int width) =>
        Panels<Lanes<Real>, Lane, Real>.Pack(ref from[start], stride, 1, rows, columns, ref to[target], width);
}
