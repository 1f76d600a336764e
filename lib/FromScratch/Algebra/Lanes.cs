using System.Runtime.InteropServices;
using static System.Numerics.Vector;

namespace FromScratch;

/// <summary>A lane is as many entries as one instruction takes: how a formula, entry by entry, runs at full speed.</summary>
internal static class Lanes
{
    /// <summary>What becomes of the entries x, y and z in the same place.</summary>
    public interface IFormula { Lane Of(Lane x, Lane y, Lane z); }

    /// <summary>resultᵢ = f(xᵢ, yᵢ, zᵢ); the result may lie where an input does.</summary>
    public static void Map<F>(F f, ReadOnlySpan<Real> x, ReadOnlySpan<Real> y, ReadOnlySpan<Real> z, Span<Real> result)
        where F : struct, IFormula
    {
        var results = MemoryMarshal.Cast<Real, Lane>(result);
        var xs = MemoryMarshal.Cast<Real, Lane>(x)[..results.Length];
        var ys = MemoryMarshal.Cast<Real, Lane>(y)[..results.Length];
        var zs = MemoryMarshal.Cast<Real, Lane>(z)[..results.Length];
        for (var i = 0; i < results.Length; i++) results[i] = f.Of(xs[i], ys[i], zs[i]);
        var done = results.Length * Lane.Count;
        if (done < x.Length) Store(f.Of(Load(x[done..]), Load(y[done..]), Load(z[done..])), result[done..]);
    }

    /// <summary>The first entries of x; where there are fewer than a lane holds, zeros follow.</summary>
    public static Lane Load(ReadOnlySpan<Real> x)
    {
        if (x.Length >= Lane.Count) return new(x);
        Span<Real> padded = stackalloc Real[Lane.Count];
        padded.Clear();
        x.CopyTo(padded);
        return new(padded);
    }

    /// <summary>As many entries as there is room for.</summary>
    public static void Store(Lane v, Span<Real> x)
    {
        if (v.TryCopyTo(x)) return;
        for (var i = 0; i < x.Length; i++) x[i] = v[i];
    }

    /// <summary>eˣ − 1, x ≤ 0, with all digits kept near 0. Source: Higham, Accuracy and Stability of Numerical Algorithms, §1.14.1.</summary>
    public static Lane ExpM1(Lane x)
    {
        var u = Exp(x);
        var nearZero = ConditionalSelect(LessThan(u, Lane.One), (u - Lane.One) * x / Log(u), x);
        return ConditionalSelect(GreaterThan(u, Lane.Zero), nearZero, u - Lane.One);
    }

    /// <summary>ln(1 + x), likewise, 0 ≤ x ≤ 1.</summary>
    public static Lane Log1P(Lane x)
    {
        var u = Lane.One + x;
        return ConditionalSelect(GreaterThan(u, Lane.One), Log(u) * x / (u - Lane.One), x);
    }

    /// <summary>The entries, column after column: the array itself where the matrix or vector is dense, else a copy.</summary>
    public static Real[] Values(this Matrix<Real> X) => X.AsColumnMajorArray() ?? X.ToColumnMajorArray();
    public static Real[] Values(this Vector<Real> v) => v.AsArray() ?? v.ToArray();
    public static Span<Real> ColumnOf(this Matrix<Real> X, int j) => X.Values().AsSpan(j * X.RowCount, X.RowCount);
}
