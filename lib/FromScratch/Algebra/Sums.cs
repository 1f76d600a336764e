// Sums with the same digits on every machine: how wide its vectors are does not change the order of the additions.
using System.Numerics;

namespace FromScratch;

internal static class Sums
{
    /// <summary>Σᵢ xᵢ·yᵢ, or, without y, Σᵢ xᵢ.</summary>
    /// <remarks>As many chains of additions as 64 bytes hold numbers, then neighbours in pairs: the order in which
    /// System.Numerics.Tensors adds where it has AVX-512, and there only.</remarks>
    public static T Add<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y = default) where T : unmanaged, INumberBase<T> =>
        x.Length == 4 && y.IsEmpty ? x[0] + x[1] + (x[2] + x[3]) : InChains(x, y); // four sooner: all of XOR

    private static T InChains<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y) where T : unmanaged, INumberBase<T>
    {
        var (n, w, dot) = (x.Length, Math.Min(Vector512<T>.Count, (int)BitOperations.RoundUpToPowerOf2((uint)x.Length + 1) / 2), !y.IsEmpty);
        var xs = MemoryMarshal.Cast<T, Vector512<T>>(x);
        var ys = MemoryMarshal.Cast<T, Vector512<T>>(y);
        var (sum, eights) = (Vector512<T>.Zero, n > 8 * w ? (n - w) / (8 * w) * 8 : 0);
        for (var k = 0; k < xs.Length; k++)
        {
            var i = k < eights ? k + 1 : k == eights ? 0 : k; // the first after whole eights
            sum += dot ? xs[i] * ys[i] : xs[i];
        }
        Span<T> chains = stackalloc T[Vector512<T>.Count];
        sum.CopyTo(chains);
        for (var i = xs.Length * chains.Length; i < n; i++) chains[i < w ? i : w + i - n] += dot ? x[i] * y[i] : x[i];
        for (; w > 1; w /= 2)
            for (var i = 0; i < w / 2; i++) chains[i] = chains[2 * i] + chains[2 * i + 1];
        return chains[0];
    }
}
