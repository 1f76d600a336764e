using System.Buffers;

namespace FromScratch;

/// <summary>Training data laid out so that an example is one piece of memory: batches in any order are copied at full speed.</summary>
internal sealed class Examples(Matrix<Real> X, Matrix<Real> Y) : IDisposable
{
    // So many rows of M at a time stay in the first-level cache.
    private const int Strip = 256;
    private readonly Real[] x = Rows(X), y = Rows(Y);
    private readonly Dictionary<int, Batch> batches = [];

    /// <summary>The examples with these numbers; valid until the next call.</summary>
    public Batch Take(ReadOnlySpan<int> order)
    {
        var (m, d, k) = (order.Length, X.ColumnCount, Y.ColumnCount);
        if (!batches.TryGetValue(m, out var batch)) batch = batches[m] = new(Dense(m, d), Dense(d, m), Dense(m, k), Dense(k, m));
        Gather(x, order, batch.X, batch.Xt);
        Gather(y, order, batch.Y, batch.Yt);
        return batch;
    }

    /// <summary>Leaves the memory to the next training.</summary>
    public void Dispose()
    {
        ArrayPool<Real>.Shared.Return(x);
        ArrayPool<Real>.Shared.Return(y);
    }

    private static Matrix<Real> Dense(int n, int k) => Matrix<Real>.Build.Dense(n, k);

    private static void Gather(Real[] rows, ReadOnlySpan<int> order, Matrix<Real> batch, Matrix<Real> transposed)
    {
        var (values, columns, m, d) = (batch.Values(), transposed.Values(), batch.RowCount, batch.ColumnCount);
        for (var i = 0; i < m; i++) rows.AsSpan(order[i] * d, d).CopyTo(columns.AsSpan(i * d));
        Transpose(columns, 0, d, m, d, values, 0, m);
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

/// <summary>X, m×d, and targets Y, m×k; with their transposes, which cost nothing to keep.</summary>
internal sealed record Batch(Matrix<Real> X, Matrix<Real> Xt, Matrix<Real> Y, Matrix<Real> Yt);
