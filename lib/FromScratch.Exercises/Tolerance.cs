namespace FromScratch;

/// <summary>How far an answer may be from the right one: |yours − right| ≤ <c>Relative</c> · |right| + <c>Absolute</c>, element by element.</summary>
/// <param name="Relative">Share of the right value's size.</param>
/// <param name="Absolute">In the answer's own unit; what counts where the right value is 0.</param>
internal readonly record struct Tolerance(double Relative, double Absolute)
{
    /// <summary>A computed answer: equal to six significant digits.</summary>
    public static readonly Tolerance Computed = new(1e-6, 1e-12);

    /// <summary>An answer read off with <paramref name="digits"/> decimals: rounded and cut off are both right.</summary>
    public static Tolerance Decimals(int digits) => new(1e-9, Math.Pow(10, -digits));

    /// <summary>NaN equals NaN and ∞ equals ∞: some exercises are about them.</summary>
    /// <param name="right">The right value.</param>
    /// <param name="yours">The learner's.</param>
    /// <param name="scale">The largest right value beside it: rounding there may leave a trace here (a vector's 1e-17 where 0 is right).</param>
    public bool Allows(double right, double yours, double scale) =>
        right.Equals(yours) || double.IsFinite(right) && Math.Abs(yours - right) <= Relative * (Math.Abs(right) + 1e-6 * scale) + Absolute;
}
