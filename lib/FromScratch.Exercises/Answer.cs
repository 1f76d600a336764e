using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch;

/// <summary>Compares answers: numbers, bool, string, vectors, matrices, arrays, and tuples of these.</summary>
internal static class Answer
{
    /// <summary>Null when the answers agree; otherwise the end of "Your function returned …", with numbers of so many <paramref name="digits"/>.</summary>
    public static string? Difference(object? right, object? yours, Tolerance tolerance, int digits = 6)
    {
        if (yours is null) return right is null ? null : "null";
        if (right is null) return $"{Show.Value(yours)}, where null is right";
        if (right is ITuple rights && yours is ITuple all && rights.Length == all.Length)
            return Enumerable.Range(0, rights.Length)
                .Select(i => Difference(rights[i], all[i], tolerance, digits) is { } what ? $"as value {i + 1} of {all.Length} {what}" : null)
                .FirstOrDefault(what => what is not null);
        if (Numbers(right) is not { } expected || Numbers(yours) is not { } actual) return Same(right, yours) ? null : Show.Value(yours);
        if (Misshapen(right, yours) is { } misshapen) return misshapen;

        var scale = expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        var wrong = Enumerable.Range(0, actual.Length).FirstOrDefault(i => !tolerance.Allows(expected[i], actual[i], scale), -1);
        return wrong < 0 ? null : Wrong(yours, wrong, expected[wrong], actual[wrong], digits);
    }

    /// <summary>The numbers in an answer, row by row; null when it is not made of numbers.</summary>
    public static double[]? Numbers(object? answer) => answer switch
    {
        double x => [x],
        float x => [x],
        int n => [n],
        long n => [n],
        Vector<double> v => v.ToArray(),
        Matrix<double> m => m.ToRowMajorArray(),
        double[] a => a,
        int[] a => [.. a.Select(n => (double)n)],
        IEnumerable<double> s => [.. s],
        _ => null,
    };

    /// <summary>What is wrong with the shape of <paramref name="yours"/>; null when nothing is.</summary>
    public static string? Misshapen(object? right, object? yours)
    {
        if (right is null || yours is null || Shape(right) == Shape(yours)) return null;
        var (value, shape) = (Show.Value(yours), Shape(yours));
        return value == shape ? $"{shape}, where {Shape(right)} is right" : $"{value}: {shape}, where {Shape(right)} is right";
    }

    /// <summary>True for what a stub cell holds: null, NaN, or an empty text.</summary>
    public static bool IsPlaceholder(object? answer) => answer is null or double.NaN or "";

    /// <summary>The shape in words; empty for what has none.</summary>
    public static string Shape(object answer) => answer switch
    {
        Vector<double> v => $"a vector of {v.Count}",
        Matrix<double> m => $"a matrix of shape {m.RowCount}×{m.ColumnCount}",
        Array a => $"an array of {a.Length}",
        _ => "",
    };

    /// <summary>A copy of what a learner's function could change in place.</summary>
    public static T Copy<T>(T input) => input switch
    {
        Vector<double> v => (T)(object)v.Clone(),
        Matrix<double> m => (T)(object)m.Clone(),
        Array a => (T)a.Clone(),
        _ => input,
    };

    static bool Same(object right, object yours) => right is string a && yours is string b
        ? string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase)
        : right is Array many && yours is Array all ? many.Cast<object>().SequenceEqual(all.Cast<object>()) : right.Equals(yours);

    /// <summary>The answer; where it is long or not finite also its first wrong entry.</summary>
    static string Wrong(object yours, int index, double expected, double actual, int digits)
    {
        var (whole, odd) = (Show.Value(yours, digits), Odd(actual));
        if (Shape(yours) == "") return odd ?? whole;
        if (odd is null && whole != Shape(yours)) return whole;
        var place = yours is Matrix<double> m ? $"[{index / m.ColumnCount}, {index % m.ColumnCount}]" : $"[{index}]";
        return $"{whole}, and its entry {place} is {odd ?? $"{Show.Number(actual)}, where {Show.Number(expected)} is right"}";
    }

    static string? Odd(double x) => double.IsNaN(x) ? "NaN: not a number, as 0/0, ∞ − ∞, or the root or logarithm of a negative number give"
        : double.IsInfinity(x) ? $"{Show.Number(x)}: often e to a large power, ln 0, or a division by 0" : null;
}
