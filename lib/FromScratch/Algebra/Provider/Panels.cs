// Packing: numbers in the order in which a tile uses them, so that every load of the innermost loop is the next one.
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FromScratch;

internal static class Panels<L, V, T> where L : ILanes<V, T> where T : unmanaged, INumberBase<T>
{
    /// <summary>to[p·width + r] = M[r, p] for r &lt; rows and p &lt; k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(ref T from, int rowStride, int pStride, int rows, int k, ref T to, int width)
    {
        var four = Vector128.IsHardwareAccelerated ? 16 / Unsafe.SizeOf<T>() : int.MaxValue;
        var pair = rowStride == 1 && rows == 2 * L.Count;
        var (wholeRows, wholeK) = pair ? (rows, k) : rowStride == 1 ? (rows - rows % four, k) : pStride == 1 ? (rows - rows % four, k - k % four) : (0, 0);
        if (rowStride != 1)
            for (var line = 0; line < wholeK; line += 16)
                for (var r = 0; r < wholeRows; r += four)
                    for (var p = line; p < Math.Min(line + 16, wholeK); p += four)
                        Transpose(ref Unsafe.Add(ref from, (nint)r * rowStride + p), rowStride, ref Unsafe.Add(ref to, p * width + r), width);
        else if (pair)
            for (var p = 0; p < k; p++)
            {
                L.Store(L.Load(ref Unsafe.Add(ref from, (nint)p * pStride)), ref Unsafe.Add(ref to, p * width));
                L.Store(L.Load(ref Unsafe.Add(ref from, (nint)p * pStride + L.Count)), ref Unsafe.Add(ref to, p * width + L.Count));
            }
        else
            for (var p = 0; p < k; p++)
                for (var r = 0; r < wholeRows; r += four)
                    Vector128.LoadUnsafe(ref from, (nuint)((nint)p * pStride + r)).StoreUnsafe(ref to, (nuint)(p * width + r));
        for (var r = 0; r < rows; r++)
            for (var p = r < wholeRows ? wholeK : 0; p < k; p++)
                Unsafe.Add(ref to, p * width + r) = Unsafe.Add(ref from, (nint)r * rowStride + (nint)p * pStride);
    }

    // 4×4 floats by two rounds of interleaving, 2×2 doubles by one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref T from, nint stride, ref T to, int width)
    {
        var (a, b) = (Vector128.LoadUnsafe(ref from), Vector128.LoadUnsafe(ref Unsafe.Add(ref from, stride)));
        if (typeof(T) == typeof(float))
        {
            var (c, d) = (Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 2 * stride)), Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 3 * stride)));
            (a, c, b, d) = (Low(a, c), High(a, c), Low(b, d), High(b, d));
            High(c, d).StoreUnsafe(ref to, (nuint)(3 * width));
            Low(c, d).StoreUnsafe(ref to, (nuint)(2 * width));
        }
        High(a, b).StoreUnsafe(ref to, (nuint)width);
        Low(a, b).StoreUnsafe(ref to);
    }

    // (a₀, b₀, a₁, b₁) and (a₂, b₂, a₃, b₃), or (a₀, b₀) and (a₁, b₁) of doubles.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Low(Vector128<T> a, Vector128<T> b) => typeof(T) == typeof(float)
        ? (Sse.IsSupported ? Sse.UnpackLow(a.AsSingle(), b.AsSingle()) : AdvSimd.Arm64.ZipLow(a.AsSingle(), b.AsSingle())).As<float, T>()
        : (Sse2.IsSupported ? Sse2.UnpackLow(a.AsDouble(), b.AsDouble()) : AdvSimd.Arm64.ZipLow(a.AsDouble(), b.AsDouble())).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> High(Vector128<T> a, Vector128<T> b) => typeof(T) == typeof(float)
        ? (Sse.IsSupported ? Sse.UnpackHigh(a.AsSingle(), b.AsSingle()) : AdvSimd.Arm64.ZipHigh(a.AsSingle(), b.AsSingle())).As<float, T>()
        : (Sse2.IsSupported ? Sse2.UnpackHigh(a.AsDouble(), b.AsDouble()) : AdvSimd.Arm64.ZipHigh(a.AsDouble(), b.AsDouble())).As<double, T>();
}
