using System.Globalization;
using System.Text.Json.Nodes;

namespace FromScratch;

/// <summary>Numbers on their way into a figure: six significant digits, and null where a number is not finite.</summary>
internal static class Numbers
{
    public static double Round(double value, int digits = 6) =>
        value == 0 ? 0 : double.Parse(value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static JsonNode? Node(double value, int digits = 6) =>
        double.IsFinite(value) ? JsonValue.Create(Round(value, digits)) : null;

    public static JsonArray Array(IEnumerable<double> values) => new([.. values.Select(v => Node(v))]);

    /// <summary>f at every (x, y): a row for each y, a column for each x.</summary>
    public static double[][] Grid(Func<double, double, double> f, double[] x, double[] y) =>
        [.. y.Select(yi => x.Select(xj => f(xj, yi)).ToArray())];

    public static JsonArray Rows(double[][] rows, int digits = 6) =>
        new([.. rows.Select(row => (JsonNode)new JsonArray([.. row.Select(v => Node(v, digits))]))]);

    /// <summary><paramref name="count"/> values from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public static double[] Spaced(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))];

    /// <summary>A number in a sentence or on a slider.</summary>
    public static string Say(double value) => value.ToString(Math.Abs(value) is >= 1e3 and < 1e7 ? "F0" : "G4", CultureInfo.InvariantCulture).Replace("E-0", "e-", StringComparison.Ordinal).Replace("E+0", "e", StringComparison.Ordinal);

    /// <summary>From the least to the greatest finite value, with <paramref name="margin"/> of the width added at both ends.</summary>
    /// <returns>Null when no value is finite.</returns>
    public static double[]? Extent(IEnumerable<double> values, double margin = 0.05)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0) return null;
        double least = finite.Min(), greatest = finite.Max();
        double pad = greatest > least ? margin * (greatest - least) : 1;
        return [least - pad, greatest + pad];
    }
}
