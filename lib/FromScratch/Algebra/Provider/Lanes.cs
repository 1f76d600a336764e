// What the kernels ask of the processor: V holds Count numbers of type T and computes with all of them in one instruction.
using System.Numerics;
using Simd = System.Numerics.Vector;

namespace FromScratch;

internal interface ILanes<V, T>
{
    static abstract int Count { get; }
    /// <summary>32 registers hold 8 columns of two vectors each and leave room for the operands; 16 hold 4.</summary>
    static abstract bool ManyRegisters { get; }
    static abstract V Load(ref T from);
    static abstract void Store(V v, ref T to);
    static abstract V All(T value);
    /// <summary>a·b + c, rounded once where the processor can.</summary>
    static abstract V MultiplyAdd(V a, V b, V c);
}

/// <summary>AVX-512.</summary>
internal readonly struct Lanes512<T> : ILanes<Vector512<T>, T> where T : unmanaged, INumberBase<T>
{
    public static int Count => Vector512<T>.Count;
    public static bool ManyRegisters => true;
    public static Vector512<T> Load(ref T from) => Vector512.LoadUnsafe(ref from);
    public static void Store(Vector512<T> v, ref T to) => v.StoreUnsafe(ref to);
    public static Vector512<T> All(T value) => Vector512.Create(value);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> a, Vector512<T> b, Vector512<T> c) => typeof(T) == typeof(float)
        ? Vector512.MultiplyAddEstimate(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : Vector512.MultiplyAddEstimate(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
}

/// <summary>Vector256 with AVX2, Vector128 with SSE and on Arm: Vector&lt;T&gt; is the wider of what there is.</summary>
internal readonly struct Lanes<T> : ILanes<System.Numerics.Vector<T>, T> where T : unmanaged, INumberBase<T>
{
    public static int Count => System.Numerics.Vector<T>.Count;
    public static bool ManyRegisters => AdvSimd.IsSupported;
    public static System.Numerics.Vector<T> Load(ref T from) => Simd.LoadUnsafe(ref from);
    public static void Store(System.Numerics.Vector<T> v, ref T to) => v.StoreUnsafe(ref to);
    public static System.Numerics.Vector<T> All(T value) => Simd.Create(value);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static System.Numerics.Vector<T> MultiplyAdd(System.Numerics.Vector<T> a, System.Numerics.Vector<T> b, System.Numerics.Vector<T> c) =>
        typeof(T) == typeof(float)
            ? Simd.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
            : Simd.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();
}
