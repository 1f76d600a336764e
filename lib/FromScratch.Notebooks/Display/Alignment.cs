namespace FromScratch.Notebooks;

/// <summary>
/// Prints numbers together, after NumPy's rules: one number of decimals for all (six significant digits of the largest), trailing zeros
/// blank, columns aligned on the decimal point; scientific as soon as a number that is not 0 would print as 0,
/// or the largest is below 0.0001 or needs ten digits.
/// </summary>
internal static class Alignment
{
    const int Digits = 6;
    const int MantissaDigits = 4;

    /// <summary>Stands where rows or columns are left out.</summary>
    public static readonly object Gap = new();

    /// <summary>The cells as text, each column's cells of one length.</summary>
    public static string[][] Pad(object?[][] rows)
    {
        var format = Format([.. rows.SelectMany(row => row).Select(Finite).OfType<double>()]);
        var cells = rows.Select(row => row.Select(cell => Split(cell, format)).ToArray()).ToArray();
        for (var j = 0; j < (cells.Length == 0 ? 0 : cells[0].Length); j++)
        {
            var before = cells.Max(row => row[j].Whole.Length);
            var after = cells.Max(row => row[j].Fraction.Length);
            foreach (var row in cells) row[j] = (row[j].Whole.PadLeft(before), row[j].Fraction.PadRight(after));
        }
        return [.. cells.Select(row => row.Select(cell => cell.Whole + cell.Fraction).ToArray())];
    }

    static string Format(double[] numbers)
    {
        var sizes = numbers.Select(Math.Abs).Where(size => size > 0).ToArray();
        if (sizes.Length == 0) return "0";
        var (smallest, largest) = (sizes.Min(), sizes.Max());
        if (largest < 1e15 && numbers.All(x => x == Math.Truncate(x))) return "0";

        var decimals = Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(largest)), 0, 9);
        if (largest is >= 1e-4 and < 1e9 && smallest >= 0.5 * Math.Pow(10, -decimals)) return $"0.{new string('#', decimals)}";

        // Mantissas keep their zeros, so that the exponents line up.
        var needed = numbers.Max(x => Number.Text(x, $"0.{new string('#', MantissaDigits)}e+00").IndexOf('e') - (x < 0 ? 3 : 2));
        return $"0.{new string('0', Math.Max(needed, 0))}e+00";
    }

    static (string Whole, string Fraction) Split(object? cell, string format)
    {
        if (cell == Gap) return ("…", "");
        if (cell is Exception e) return ($"({TypeName.Of(e.GetType())})", "");
        if (Finite(cell) is not { } x) return (Scalar.Text(cell, quoted: true) ?? Scalar.OwnText(cell!) ?? TypeName.Of(cell!.GetType()), "");
        // A long beyond 2^53 keeps its digits.
        var text = cell is long or ulong or decimal && Math.Abs(x) > 1e15 ? Scalar.OwnText(cell)! : Number.Text(x, format);
        var point = text.IndexOf('.');
        return point < 0 || text.Contains('e') ? (text, "") : (text[..point], text[point..]);
    }

    static double? Finite(object? cell) => cell switch
    {
        double x when double.IsFinite(x) => x,
        float x when float.IsFinite(x) => x,
        Half x when Half.IsFinite(x) => (double)x,
        int or long or short or sbyte or byte or ushort or uint or ulong or decimal => Convert.ToDouble(cell, null),
        _ => null,
    };
}
