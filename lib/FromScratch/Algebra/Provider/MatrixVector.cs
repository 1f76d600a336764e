// c ← α·A·b + β·c for vectors b and c: reading A takes longer than the arithmetic, so A is read once, as it lies in memory.
using System.Numerics;

namespace FromScratch;

internal static class MatrixVector
{
    // So many entries of c at a time stay in the first-level cache.
    private const int Rows = 1024;

    public static void Multiply<T>(T alpha, Strided<T> A, Strided<T> b, T beta, Strided<T> c) where T : unmanaged, INumberBase<T> =>
        Team.Run(Product.Threads((long)A.Rows * A.Columns), (A.Rows + Rows - 1) / Rows, piece =>
        {
            var (i, rows) = (piece * Rows, Math.Min(Rows, A.Rows - piece * Rows));
            if (A.RowStride == 1) Columns(alpha, A, b, beta, Span(c, i, 0, rows), i);
            else for (; rows > 0; i++, rows--) Product.Update(ref c.At(i, 0), Sums.Add<T>(Span(A, i, 0, A.Columns), Span(b, 0, 0, A.Columns)), alpha, beta);
        });

    // c ← β·c + Σₚ (α·bₚ)·(A's column p).
    private static void Columns<T>(T alpha, Strided<T> A, Strided<T> b, T beta, Span<T> c, int i) where T : unmanaged, INumberBase<T>
    {
        var p = beta == T.Zero ? 1 : 0;
        if (p == 1) TensorPrimitives.Multiply(Span(A, i, 0, c.Length), alpha * b.At(0, 0), c);
        else TensorPrimitives.Multiply(c, beta, c);
        for (; p + 4 <= A.Columns; p += 4)
            Four(Span(A, i, p, c.Length), Span(A, i, p + 1, c.Length), Span(A, i, p + 2, c.Length), Span(A, i, p + 3, c.Length),
                alpha * b.At(p, 0), alpha * b.At(p + 1, 0), alpha * b.At(p + 2, 0), alpha * b.At(p + 3, 0), c);
        for (; p < A.Columns; p++) TensorPrimitives.MultiplyAdd(Span(A, i, p, c.Length), alpha * b.At(p, 0), c, c);
    }

    // c is read and written once for four columns.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four<T>(Span<T> a0, Span<T> a1, Span<T> a2, Span<T> a3, T b0, T b1, T b2, T b3, Span<T> c) where T : unmanaged, INumberBase<T>
    {
        var j = 0;
        for (; j + System.Numerics.Vector<T>.Count <= c.Length; j += System.Numerics.Vector<T>.Count)
            (new System.Numerics.Vector<T>(c[j..]) + new System.Numerics.Vector<T>(a0[j..]) * b0 + new System.Numerics.Vector<T>(a1[j..]) * b1 + new System.Numerics.Vector<T>(a2[j..]) * b2 + new System.Numerics.Vector<T>(a3[j..]) * b3).CopyTo(c[j..]);
        for (; j < c.Length; j++) c[j] = c[j] + a0[j] * b0 + a1[j] * b1 + a2[j] * b2 + a3[j] * b3;
    }

    private static Span<T> Span<T>(Strided<T> M, int i, int j, int length) => MemoryMarshal.CreateSpan(ref M.At(i, j), length);
}
