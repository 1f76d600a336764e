// The innermost loops of a matrix product: a tile of C stays in registers while k runs.
using System.Numerics;

namespace FromScratch;

internal static class Tile<L, V, T> where L : ILanes<V, T> where T : unmanaged, INumberBase<T>
{
    /// <summary>C ← β·C + α·A·B for 2·Count rows and 8 or 4 columns; where β = 0 the old C is not read.</summary>
    // Column p of A starts at a + p·aStride, row p of B at b + p·(8 or 4), column j of C at c + j·cStride.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TEight>(ref T a, int aStride, ref T b, int k, T alpha, T beta, ref T c, int cStride)
    {
        var eight = typeof(TEight) == typeof(Eight);
        V c00 = default!, c10 = default!, c01 = default!, c11 = default!, c02 = default!, c12 = default!, c03 = default!, c13 = default!;
        V c04 = default!, c14 = default!, c05 = default!, c15 = default!, c06 = default!, c16 = default!, c07 = default!, c17 = default!;
        for (; k > 0; k--)
        {
            V a0 = L.Load(ref a), a1 = L.Load(ref Unsafe.Add(ref a, L.Count));
            V b0 = L.All(b), b1 = L.All(Unsafe.Add(ref b, 1)), b2 = L.All(Unsafe.Add(ref b, 2)), b3 = L.All(Unsafe.Add(ref b, 3));
            (c00, c10) = (L.MultiplyAdd(a0, b0, c00), L.MultiplyAdd(a1, b0, c10));
            (c01, c11) = (L.MultiplyAdd(a0, b1, c01), L.MultiplyAdd(a1, b1, c11));
            (c02, c12) = (L.MultiplyAdd(a0, b2, c02), L.MultiplyAdd(a1, b2, c12));
            (c03, c13) = (L.MultiplyAdd(a0, b3, c03), L.MultiplyAdd(a1, b3, c13));
            if (eight)
            {
                V b4 = L.All(Unsafe.Add(ref b, 4)), b5 = L.All(Unsafe.Add(ref b, 5)), b6 = L.All(Unsafe.Add(ref b, 6)), b7 = L.All(Unsafe.Add(ref b, 7));
                (c04, c14) = (L.MultiplyAdd(a0, b4, c04), L.MultiplyAdd(a1, b4, c14));
                (c05, c15) = (L.MultiplyAdd(a0, b5, c05), L.MultiplyAdd(a1, b5, c15));
                (c06, c16) = (L.MultiplyAdd(a0, b6, c06), L.MultiplyAdd(a1, b6, c16));
                (c07, c17) = (L.MultiplyAdd(a0, b7, c07), L.MultiplyAdd(a1, b7, c17));
            }
            a = ref Unsafe.Add(ref a, aStride);
            b = ref Unsafe.Add(ref b, eight ? 8 : 4);
        }
        Update(c00, c10, alpha, beta, ref c);
        Update(c01, c11, alpha, beta, ref Unsafe.Add(ref c, cStride));
        Update(c02, c12, alpha, beta, ref Unsafe.Add(ref c, 2 * cStride));
        Update(c03, c13, alpha, beta, ref Unsafe.Add(ref c, 3 * cStride));
        if (!eight) return;
        c = ref Unsafe.Add(ref c, 4 * cStride);
        Update(c04, c14, alpha, beta, ref c);
        Update(c05, c15, alpha, beta, ref Unsafe.Add(ref c, cStride));
        Update(c06, c16, alpha, beta, ref Unsafe.Add(ref c, 2 * cStride));
        Update(c07, c17, alpha, beta, ref Unsafe.Add(ref c, 3 * cStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Update(V top, V bottom, T alpha, T beta, ref T c)
    {
        ref var lower = ref Unsafe.Add(ref c, L.Count);
        (top, bottom) = (L.MultiplyAdd(top, L.All(alpha), default!), L.MultiplyAdd(bottom, L.All(alpha), default!));
        if (beta != T.Zero)
            (top, bottom) = (L.MultiplyAdd(L.Load(ref c), L.All(beta), top), L.MultiplyAdd(L.Load(ref lower), L.All(beta), bottom));
        L.Store(top, ref c);
        L.Store(bottom, ref lower);
    }
}

internal readonly struct Eight;
internal readonly struct Four;
