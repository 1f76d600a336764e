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
            && Number().Split(committed).SequenceEqual(Number().Split(fresh))
            && ours.Zip(theirs).All(pair => AreSame(pair.First, pair.Second));
    }

    private static bool AreSame(Match a, Match b)
    {
        if (a.Value == b.Value) return true;
        var (first, second) = (a.Value.TrimStart(' '), b.Value.TrimStart(' '));
        var sameColumn = a.Length == b.Length || a.Length - first.Length == b.Length - second.Length;
        return sameColumn && AreNear(first, second);
    }

    private static bool AreNear(string a, string b)
    {
        if (IsInteger(a) && IsInteger(b)) return a == b;
        var (x, y) = (double.Parse(a, CultureInfo.InvariantCulture), double.Parse(b, CultureInfo.InvariantCulture));
        // Trailing zeros may be cut (0.25 beside 0.2501), so the finer unit counts; a whole number beside 0.99 is no rounding.
        var unit = IsInteger(a) || IsInteger(b) ? 0 : Math.Min(LastDigit(a), LastDigit(b));
        return Math.Abs(x - y) <= Math.Max(unit * (1 + 1e-6), RelativeTolerance * Math.Max(Math.Abs(x), Math.Abs(y)));
    }

    private static bool IsInteger(string number) => number.AsSpan().IndexOfAny('.', 'e', 'E') < 0;

    /// <summary>One unit of the last printed digit: 1e-4 for 0.1234, 1e-7 for 1.25e-05.</summary>
    private static double LastDigit(string number)
    {
        var e = number.IndexOfAny(['e', 'E']);
        var exponent = e < 0 ? 0 : int.TryParse(number.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) ? power : 0;
        var mantissa = e < 0 ? number : number[..e];
        var point = mantissa.IndexOf('.');
        return Math.Pow(10, exponent - (point < 0 ? 0 : mantissa.Length - 1 - point));
    }

    /// <summary>A number with the blanks before it; no part of a name (x1), of a version (1.2.3), and without a sentence's full stop.</summary>
    [GeneratedRegex(@" *(?<![\w.])[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?![0-9]|\.[0-9])")]
    private static partial Regex Number();
}
