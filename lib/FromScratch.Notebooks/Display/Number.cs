namespace FromScratch.Notebooks;

/// <summary>One number as a reader wants it: 7 significant digits, whole numbers in full, invariant culture.</summary>
/// <remarks>Seven is what a <c>float</c> carries, so <c>0.1f</c> and <c>0.1</c> both show as 0.1, and <c>0.1 + 0.2</c> as 0.3.</remarks>
internal static class Number
{
    public static string Format(double x)
    {
        var size = Math.Abs(x);
        return x switch
        {
            double.NaN => "NaN",
            double.PositiveInfinity => "∞",
            double.NegativeInfinity => "-∞",
            0 => "0",
            _ when size is >= 1e15 or < 1e-4 => Text(x, "0.######e+00"),
            _ when x == Math.Truncate(x) => Text(x, "F0"),
            // One decimal stays, so that 1234567.9 is not mistaken for a whole number.
            _ when size >= 1e6 => Text(x, "0.0"),
            _ => Text(x, "G7"),
        };
    }

    public static string Text(double x, string format) => x.ToString(format, CultureInfo.InvariantCulture);
}
