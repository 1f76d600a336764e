// Packing: numbers in the order in which a tile uses them, so that every load of the innermost loop is the next one.
using System.Numerics;

namespace FromScratch;

internal static class Panels
{
    /// <summary>to[p·width + r] = M[r, p] for r &lt; rows and p &lt; k; one of the strides is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack<T>(ref T from, int rowStride, int pStride, int rows, int k, ref T to, int width) where T : unmanaged
    {
        Span<int> starts = stackalloc int[rowStride == 1 ? 0 : rows];
        for (var r = 0; r < starts.Length; r++) starts[r] = r * rowStride;
        if (rowStride != 1) Gather(ref from, starts, k, ref to, width, ahead: k);
        for (var p = 0; rowStride == 1 && p < k; p++)
        {
            ref T source = ref Unsafe.Add(ref from, (nint)p * pStride), target = ref Unsafe.Add(ref to, p * width);
            var r = 0;
            for (; r <= rows - System.Numerics.Vector<T>.Count; r += System.Numerics.Vector<T>.Count) Vector.LoadUnsafe(ref source, (nuint)r).StoreUnsafe(ref target, (nuint)r);
            for (; r < rows; r++) Unsafe.Add(ref target, r) = Unsafe.Add(ref source, r);
        }
    }

    /// <summary>to[p·width + r] = from[starts[r] + p] for p &lt; k. Rows that lie far apart in memory are asked for so many numbers ahead.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Gather<T>(ref T from, ReadOnlySpan<int> starts, int k, ref T to, int width, int ahead) where T : unmanaged
    {
        var (four, line) = (Vector128.IsHardwareAccelerated ? 16 / Unsafe.SizeOf<T>() : int.MaxValue, 64 / Unsafe.SizeOf<T>());
        var (wholeRows, wholeK) = (starts.Length - starts.Length % four, k - k % four);
        for (var near = 0; near < wholeK; near += line)
        {
            for (var r = 0; Sse.IsSupported && near + ahead < k && r < starts.Length; r++)
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref from, starts[r] + near + ahead)));
            for (var r = 0; r < wholeRows; r += four)
            {
                // Of doubles two rows: the second stands for the third and fourth.
                ref T a = ref Unsafe.Add(ref from, starts[r]), b = ref Unsafe.Add(ref from, starts[r + 1]);
                ref T c = ref Unsafe.Add(ref from, starts[r + four / 2]), d = ref Unsafe.Add(ref from, starts[r + four - 1]);
                for (var p = near; p < Math.Min(near + line, wholeK); p += four)
                    Transpose(ref Unsafe.Add(ref a, p), ref Unsafe.Add(ref b, p), ref Unsafe.Add(ref c, p), ref Unsafe.Add(ref d, p), ref Unsafe.Add(ref to, p * width + r), width);
            }
        }
        for (var r = 0; r < starts.Length; r++)
            for (var p = r < wholeRows ? wholeK : 0; p < k; p++) Unsafe.Add(ref to, p * width + r) = Unsafe.Add(ref from, starts[r] + p);
    }

    // 4×4 floats by two rounds of interleaving, 2×2 doubles by one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose<T>(ref T first, ref T second, ref T third, ref T fourth, ref T to, int width)
    {
        var (a, b) = (Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref second));
        if (typeof(T) == typeof(float))
        {
            var (c, d) = (Vector128.LoadUnsafe(ref third), Vector128.LoadUnsafe(ref fourth));
            (a, c, b, d) = (Low(a, c), High(a, c), Low(b, d), High(b, d));
            High(c, d).StoreUnsafe(ref to, (nuint)(3 * width));
            Low(c, d).StoreUnsafe(ref to, (nuint)(2 * width));
        }
        High(a, b).StoreUnsafe(ref to, (nuint)width);
        Low(a, b).StoreUnsafe(ref to);
    }

    // (a₀, b₀, a₁, b₁) and (a₂, b₂, a₃, b₃), or (a₀, b₀) and (a₁, b₁) of doubles.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Low<T>(Vector128<T> a, Vector128<T> b) => typeof(T) == typeof(float)
        ? (Sse.IsSupported ? Sse.UnpackLow(a.AsSingle(), b.AsSingle()) : AdvSimd.Arm64.ZipLow(a.AsSingle(), b.AsSingle())).As<float, T>()
        : (Sse2.IsSupported ? Sse2.UnpackLow(a.AsDouble(), b.AsDouble()) : AdvSimd.Arm64.ZipLow(a.AsDouble(), b.AsDouble())).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> High<T>(Vector128<T> a, Vector128<T> b) => typeof(T) == typeof(float)
        ? (Sse.IsSupported ? Sse.UnpackHigh(a.AsSingle(), b.AsSingle()) : AdvSimd.Arm64.ZipHigh(a.AsSingle(), b.AsSingle())).As<float, T>()
        : (Sse2.IsSupported ? Sse2.UnpackHigh(a.AsDouble(), b.AsDouble()) : AdvSimd.Arm64.ZipHigh(a.AsDouble(), b.AsDouble())).As<double, T>();
}
