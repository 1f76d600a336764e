namespace FromScratch.Notebooks;

/// <summary>Compares printed text whose last digits may depend on the machine.</summary>
internal static partial class NumericText
{
    private const double RelativeTolerance = 1e-9;

    /// <summary>
    /// Equal but for numbers written with a decimal point or an exponent, which may differ by one unit of their last printed digit,
    /// or by 10⁻⁹ of their size where that is more. Integers must be equal. A number may grow into the blanks before it, as in a table.
    /// </summary>
    public static bool AreSame(string committed, string fresh)
    {
        if (committed == fresh) return true;
        var (ours, theirs) = (Number().Matches(committed), Number().Matches(fresh));
        return ours.Count == theirs.Count
            && Number().Replace(committed, "\0") == Number().Replace(fresh, "\0")
            && ours.Zip(theirs).All(pair => AreSame(pair.First, pair.Second));
    }

    private static bool AreSame(Match a, Match b)
    {
        if (a.Value == b.Value) return true;
        if (a.Length != b.Length && a.Groups["blanks"].Length != b.Groups["blanks"].Length) return false;
        if (IsInteger(a) && IsInteger(b)) return a.Groups["number"].Value == b.Groups["number"].Value;
        var (x, y) = (Parse(a.Groups["number"]), Parse(b.Groups["number"]));
        // Trailing zeros may be cut (0.25 beside 0.2501), so the finer unit counts; a whole number beside 0.99 is no rounding.
        var unit = IsInteger(a) || IsInteger(b) ? 0 : Math.Min(LastDigit(a), LastDigit(b));
        return Math.Abs(x - y) <= Math.Max(unit * (1 + 1e-6), RelativeTolerance * Math.Max(Math.Abs(x), Math.Abs(y)));
    }

    private static double Parse(Group number) => number.Success ? double.Parse(number.Value, CultureInfo.InvariantCulture) : 0;
    private static bool IsInteger(Match number) => !number.Groups["decimals"].Success && !number.Groups["exponent"].Success;

    /// <summary>One unit of the last printed digit: 1e-4 for 0.1234, 1e-7 for 1.25e-05.</summary>
    private static double LastDigit(Match number) => Math.Pow(10, Parse(number.Groups["exponent"]) - number.Groups["decimals"].Length);

    /// <summary>A number with the blanks before it; no part of a name (x1), of a version (1.2.3), and without a sentence's full stop.</summary>
    [GeneratedRegex("""
        (?<blanks>[ ]*) (?<![\w.])
        (?<number> [+-]? ([0-9]+ (\.(?<decimals>[0-9]+))? | \.(?<decimals>[0-9]+)) ([eE](?<exponent>[+-]?[0-9]+))? )
        (?![0-9] | \.[0-9])
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Number();
}
