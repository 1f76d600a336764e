// C ← α·A·B + β·C for any shape: which loops, with which vectors.
using System.Numerics;

namespace FromScratch;

/// <summary>A matrix in an array, entry (i, j) at Start + i·RowStride + j·ColumnStride: transposing swaps the two strides.</summary>
internal readonly record struct Strided<T>(T[] Data, int Rows, int Columns, int RowStride, int ColumnStride, int Start = 0)
{
    /// <summary>Stored by columns, as MathNet does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Strided(T[] data, int rows, int columns, bool transposed = false)
        : this(data, transposed ? columns : rows, transposed ? rows : columns, transposed ? rows : 1, transposed ? 1 : rows)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.LongLength != (long)rows * columns)
            throw new ArgumentException($"A {rows}×{columns} matrix has {(long)rows * columns} entries, but the array has {data.Length}.");
    }

    public Strided<T> Transposed => new(Data, Columns, Rows, ColumnStride, RowStride, Start);
    public ref T At(int i, int j) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Data), Start + (nint)i * RowStride + (nint)j * ColumnStride);
}

internal static class Product
{
    /// <summary>So few columns that a number of A is used too rarely for packing it to pay; and so many more that it does.</summary>
    public const int Few = 16, NotMany = 64;
    // Multiplications below which everything but plain loops costs more than it saves, and from which on threads pay.
    private const long Tiny = 300, Large = 1 << 20;

    public static int Bits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
    public static int Threads(long multiplications) => multiplications < Large ? 1 : Control.MaxDegreeOfParallelism;
    public static int ThreadsToMove(int entries) => Threads(8L * entries); // to move one takes as long as some multiplications

    /// <summary>C ← α·A·B + β·C; C may be the array of A or B. Where β = 0, C is not read.</summary>
    public static void Multiply<T>(T alpha, in Strided<T> A, in Strided<T> B, T beta, in Strided<T> C) where T : unmanaged, INumberBase<T>
    {
        if (A.Columns != B.Rows)
            throw new ArgumentException($"A·B: A is {A.Rows}×{A.Columns}, so B needs {A.Columns} rows, but it is {B.Rows}×{B.Columns}.");
        if (C.Data.Length == 0) return;
        var work = (long)A.Rows * A.Columns * B.Columns;
        if (ReferenceEquals(C.Data, A.Data)) Multiply(alpha, A with { Data = [.. C.Data] }, B, beta, C);
        else if (ReferenceEquals(C.Data, B.Data)) Multiply(alpha, A, B with { Data = [.. C.Data] }, beta, C);
        else if (work <= Tiny || alpha == T.Zero || Bits == 0) Plain(alpha, A, B, beta, C);
        // Few rows are few columns of the transposed product, Cᵀ = Bᵀ·Aᵀ; with not many, B is too large to be copied whole.
        else if (A.Rows < B.Columns && A.Rows <= NotMany) Choose(alpha, B.Transposed, A.Transposed, beta, C.Transposed);
        else Choose(alpha, A, B, beta, C);
    }

    /// <summary>c ← α·sum + β·c.</summary>
    public static void Update<T>(ref T c, T sum, T alpha, T beta) where T : INumberBase<T> =>
        c = beta == T.Zero ? alpha * sum : alpha * sum + beta * c;

    private static void Plain<T>(T alpha, in Strided<T> A, in Strided<T> B, T beta, in Strided<T> C) where T : unmanaged, INumberBase<T>
    {
        var (rows, k, aStep, bStep) = (C.Rows, alpha == T.Zero ? 0 : A.Columns, (nint)A.ColumnStride, (nint)B.RowStride);
        var inLanes = A.RowStride == 1 && C.RowStride == 1 ? rows - rows % System.Numerics.Vector<T>.Count : 0;
        for (var j = 0; j < C.Columns; j++)
        {
            ref var b = ref B.At(0, j);
            for (var i = 0; i < inLanes; i += System.Numerics.Vector<T>.Count)
            {
                ref T a = ref A.At(i, 0), c = ref C.At(i, j);
                var sum = System.Numerics.Vector<T>.Zero;
                for (nint p = 0; p < k; p++) sum += System.Numerics.Vector.LoadUnsafe(ref Unsafe.Add(ref a, p * aStep)) * Unsafe.Add(ref b, p * bStep);
                sum = beta == T.Zero ? sum * alpha : sum * alpha + System.Numerics.Vector.LoadUnsafe(ref c) * beta;
                sum.StoreUnsafe(ref c);
            }
            for (var i = inLanes; i < rows; i++)
            {
                ref var a = ref A.At(i, 0);
                var sum = T.Zero;
                for (nint p = 0; p < k; p++) sum += Unsafe.Add(ref a, p * aStep) * Unsafe.Add(ref b, p * bStep);
                Update(ref C.At(i, j), sum, alpha, beta);
            }
        }
    }

    private static void Choose<T>(T alpha, Strided<T> A, Strided<T> B, T beta, Strided<T> C) where T : unmanaged, INumberBase<T>
    {
        if (B.Columns == 1 && B.RowStride == 1 && C.RowStride == 1) MatrixVector.Multiply(alpha, A, B, beta, C);
        else if (Bits == 512) new Blocked<Lanes512<T>, Vector512<T>, T>(alpha, A, B, beta, C).Run();
        else new Blocked<Lanes<T>, System.Numerics.Vector<T>, T>(alpha, A, B, beta, C).Run();
    }
}
