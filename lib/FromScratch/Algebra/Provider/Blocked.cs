// A product cut to fit the caches, and into pieces for the threads.
using System.Numerics;

namespace FromScratch;

/// <remarks>As in Goto and van de Geijn, Anatomy of High-Performance Matrix Multiplication (2008): A and B are packed once, a panel of
/// A stays in the first-level cache while a block of B passes from the second, a tile of C stays in registers.</remarks>
internal sealed class Blocked<L, V, T>(T alpha, Strided<T> A, Strided<T> B, T beta, Strided<T> C)
    where L : ILanes<V, T> where T : unmanaged, INumberBase<T>
{
    // A panel of A fits the first cache; it is as deep for all widths of vectors, so that sums have the same digits. A block of B: the second.
    private const int Deep = 256, BlockBytes = 256 << 10;
    // Multiplications that make a piece of work for a thread.
    private const long Piece = 1 << 17;
    // The shared pool keeps arrays for the thread that had them, and every cell of a notebook has a new one.
    private static readonly ArrayPool<T> Pool = ArrayPool<T>.Create(1 << 23, Environment.ProcessorCount + 1);
    private static readonly int Height = 2 * L.Count, Width = L.ManyRegisters ? 8 : 4;
    private readonly int m = A.Rows, n = B.Columns, k = A.Columns;
    private T[] packed = [];
    private int depth, wide, tall;

    public void Run()
    {
        var threads = Product.Threads((long)m * n * k);
        packed = Pool.Rent(checked(k * (n + 3)));
        // Blocks of equal depth, so that none is a sliver; deep ones where a tile of C is dear to write.
        depth = C.RowStride == 1 ? Deep : 4 * Deep;
        depth = (k - 1) / ((k + depth - 1) / depth) + 1;
        wide = Math.Max(1, BlockBytes / (depth * Width * Unsafe.SizeOf<T>())) * Width;
        var some = Math.Min(2 * BlockBytes / (depth * Height * Unsafe.SizeOf<T>()), m / (4 * threads * Height));
        tall = (int)Math.Min(m, Math.Max(some, Piece / ((long)Height * Math.Min(n, wide) * k) + 1) * Height);
        Team.Run(threads, (n + Width - 1) / Width, PackColumns);
        Team.Run(threads, (m + tall - 1) / tall, Strips);
        Pool.Return(packed);
    }

    private void PackColumns(int panel)
    {
        var (j, columns) = (panel * Width, Math.Min(Width, n - panel * Width));
        for (var p = 0; p < k; p += depth)
            Panels.Pack(ref B.At(p, j), B.ColumnStride, B.RowStride, columns, Math.Min(depth, k - p), ref Packed(p, j), columns > 4 ? 8 : 4);
    }

    // In the order of use: all columns of the first rows of B, then of the next; the last panel has 8 or 4 columns.
    private ref T Packed(int p, int j) => ref packed[p * ((n + 3) / 4 * 4) + j * Math.Min(depth, k - p)];

    private void Strips(int piece)
    {
        var (first, last) = (piece * tall, Math.Min(m, piece * tall + tall));
        Span<T> corner = stackalloc T[Height * 8];
        var panels = Pool.Rent(depth * (tall + Height));
        for (var p = 0; p < k; p += depth)
            for (var from = 0; from < n; from += wide)
                for (var i = first; i < last; i += Height)
                    Strip(p, i, from, ref panels[(i - first) * depth], corner);
        Pool.Return(panels);
    }

    private void Strip(int p, int i, int from, ref T panel, Span<T> corner)
    {
        var (rows, deep, keep) = (Math.Min(Height, m - i), Math.Min(depth, k - p), p == 0 ? beta : T.One);
        var asItIs = A.RowStride == 1 && n <= Product.Few && rows == Height;
        if (!asItIs && from == 0) Panels.Pack(ref A.At(i, p), A.RowStride, A.ColumnStride, rows, deep, ref panel, Height);
        ref var a = ref asItIs ? ref A.At(i, p) : ref panel;
        var aStride = asItIs ? A.ColumnStride : Height;
        for (var j = from; j < Math.Min(n, from + wide); j += Width)
        {
            var columns = Math.Min(Width, n - j);
            var fits = C.RowStride == 1 && rows == Height && columns is 8 or 4;
            ref var c = ref fits ? ref C.At(i, j) : ref corner[0];
            var (scale, old, cStride) = fits ? (alpha, keep, C.ColumnStride) : (T.One, T.Zero, Height);
            if (columns > 4) Tile<L, V, T>.Multiply<Eight>(ref a, aStride, ref Packed(p, j), deep, scale, old, ref c, cStride);
            else Tile<L, V, T>.Multiply<Four>(ref a, aStride, ref Packed(p, j), deep, scale, old, ref c, cStride);
            if (fits) continue;
            for (var q = 0; q < columns; q++)
                for (var r = 0; r < rows; r++) Product.Update(ref C.At(i + r, j + q), corner[q * Height + r], alpha, keep);
        }
    }
}
