namespace FromScratch;

/// <summary>A lane is as many entries as one instruction takes: how a formula, entry by entry, runs at full speed.</summary>
internal static class Lanes
{
    /// <summary>What becomes of the entries x, y and z in the same place.</summary>
    public interface IFormula { Lane Of(Lane x, Lane y, Lane z); }

    /// <summary>resultᵢ = f(xᵢ, yᵢ, zᵢ); the result may lie where an input does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    /// <summary>Σᵢ (xᵢ − yᵢ)², for as many entries in each; 32 bytes at a time on every machine, so that all have the same digits.</summary>
    public static double SquaredDistance(ReadOnlySpan<Real> x, ReadOnlySpan<Real> y)
    {
        var xs = MemoryMarshal.Cast<Real, Vector256<Real>>(x);
        var ys = MemoryMarshal.Cast<Real, Vector256<Real>>(y);
        var (done, squares) = (xs.Length * Vector256<Real>.Count, Vector256<Real>.Zero);
        for (var i = 0; i < xs.Length; i++) squares += (xs[i] - ys[i]) * (xs[i] - ys[i]);
        for (var i = done; i < x.Length; i++) squares = squares.WithElement(i - done, squares[i - done] + (x[i] - y[i]) * (x[i] - y[i]));
        return Vector256.Sum(squares);
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

    private const double Ln2 = 0.693147180559945309;
    // A number has so many binary digits after the first; added to 1½ times its last whole number, another is rounded to a whole one.
    private const int Mantissa = sizeof(Real) == 8 ? 52 : 23;
    private const Real Round = (Real)(1.5 * (1L << Mantissa));

    /// <summary>eˣ − 1, x ≤ 0, with all digits kept near 0: with x = n·ln 2 + r, 2ⁿ(eʳ − 1) + (2ⁿ − 1), where eʳ − 1 is
    /// r + r²/2! + r³/3! + ….</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane ExpM1(Lane x)
    {
        x = ConditionalSelect(LessThan(x, new Lane(-50)), new Lane(-50), x); // e⁻⁵⁰ is lost beside 1; NaN stays
        var n = x * new Lane((Real)(1 / Ln2)) + new Lane(Round);
        var r = x - (n - new Lane(Round)) * new Lane((Real)Ln2);
        var power = ((n.As<Real, Bits>() << Mantissa) + Lane.One.As<Real, Bits>()).As<Bits, Real>();
        // Odd and even powers on their own: neither waits for the other.
        var s = r * r;
        var odd = Over(1, s, Over(6, s, Over(120, s, Over(5040, s, Over(362_880, s, Over(39_916_800, s, Over(6_227_020_800, s, Lane.Zero)))))));
        var even = Over(2, s, Over(24, s, Over(720, s, Over(40_320, s, Over(3_628_800, s, Over(479_001_600, s, Lane.Zero))))));
        return power * (r * (odd + r * even)) + (power - Lane.One);
    }

    // 1/k! + s·more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lane Over(double factorial, Lane s, Lane more) => MultiplyAddEstimate(s, more, new Lane((Real)(1 / factorial)));

    /// <summary>ln(1 + x), 0 ≤ x ≤ 1, likewise. Source: Higham, Accuracy and Stability of Numerical Algorithms, §1.14.1.</summary>
    public static Lane Log1P(Lane x)
    {
        var u = Lane.One + x;
        return ConditionalSelect(GreaterThan(u, Lane.One), Log(u) * x / (u - Lane.One), x);
    }

    /// <summary>The entries, column after column: the array itself where the matrix or vector is dense, else a copy.</summary>
    public static Real[] Values(this Matrix<Real> X, [CallerArgumentExpression(nameof(X))] string name = "") =>
        X.Given(name).AsColumnMajorArray() ?? X.ToColumnMajorArray();
    public static Real[] Values(this Vector<Real> v, [CallerArgumentExpression(nameof(v))] string name = "") => v.Given(name).AsArray() ?? v.ToArray();
    public static Span<Real> ColumnOf(this Matrix<Real> X, int j) => X.Values().AsSpan(j * X.RowCount, X.RowCount);
}
