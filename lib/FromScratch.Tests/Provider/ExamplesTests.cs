using MathNet.Numerics.LinearAlgebra;

namespace FromScratch.Tests.Provider;

public class ExamplesTests
{
    // Narrow and wide rows, odd ones, whole and broken vectors; batches of one row, of a few, and of more than one part.
    public static TheoryData<int, int, int> Sizes => new(
        from d in (int[])[1, 2, 3, 7, 16, 37, 131, 784] from m in (int[])[1, 4, 15, 100, 128, 129, 300] select (300, d, m));

    [Theory, MemberData(nameof(Sizes))]
    public void A_batch_has_the_rows_that_were_asked_for(int n, int d, int m)
    {
        var (X, Y) = (Matrix<double>.Build.Random(n, d, 1), Matrix<double>.Build.Random(n, 1, 2));
        int[] order = [.. Enumerable.Range(0, n)];
        new Random(d).Shuffle(order);
        using var examples = new Examples(X, Y);

        var (x, y) = examples.Take(order.AsMemory(0, m));

        Assert.Equal(X.Rows(order[..m]), x);
        Assert.Equal(Y.Rows(order[..m]), y);
    }

    // In single precision four rows are turned at a time, in double two.
    [Theory, MemberData(nameof(Sizes))]
    public void Single_precision_gathers_the_same_rows(int n, int d, int m)
    {
        float[] rows = [.. Enumerable.Range(0, n * d).Select(i => (float)i)];
        var (order, batch) = (new int[m], new float[m * d]);
        for (var r = 0; r < m; r++) order[r] = (r * 7 + d) % n * d;

        Panels.Gather(ref rows[0], order, d, ref batch[0], m, ahead: 32);

        for (var q = 0; q < d; q++)
            for (var r = 0; r < m; r++) Assert.Equal(rows[order[r] + q], batch[q * m + r]);
    }
}
