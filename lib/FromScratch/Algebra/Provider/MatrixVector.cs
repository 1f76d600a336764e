// c ← α·A·b + β·c for vectors b and c: reading A takes longer than the arithmetic, so A is read once, as it lies in memory.
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

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
            else for (; rows > 0; i++, rows--) Product.Update(ref c.At(i, 0), TensorPrimitives.Dot<T>(Span(A, i, 0, A.Columns), Span(b, 0, 0, A.Columns)), alpha, beta);
        });

    // c ← β·c + Σₚ (α·bₚ)·(A's column p).
    private static void Columns<T>(T alpha, Strided<T> A, Strided<T> b, T beta, Span<T> c, int i) where T : unmanaged, INumberBase<T>
    {
        if (beta != T.Zero) TensorPrimitives.Multiply(c, beta, c);
        for (var p = 0; p < A.Columns; p++)
            if (p == 0 && beta == T.Zero) TensorPrimitives.Multiply(Span(A, i, 0, c.Length), alpha * b.At(0, 0), c);
            else TensorPrimitives.MultiplyAdd(Span(A, i, p, c.Length), alpha * b.At(p, 0), c, c);
    }

    private static Span<T> Span<T>(Strided<T> M, int i, int j, int length) => MemoryMarshal.CreateSpan(ref M.At(i, j), length);
}
