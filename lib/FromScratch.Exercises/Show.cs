using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch;

/// <summary>Inputs and answers in a verdict's sentence: <c>[1, 2]</c>, <c>[[1, 2], [3, 4]]</c>; large ones by their shape.</summary>
internal static class Show
{
    const int MostNumbers = 16;

    public static string Value(object? value, int digits = 6) => value switch
    {
        null => "null",
        double x => Number(x, digits),
        float x => Number(x, digits),
        string s => $"\"{s}\"",
        Vector<double> { Count: > MostNumbers } or Array { Length: > MostNumbers } => Answer.Shape(value),
        Matrix<double> m when m.RowCount * m.ColumnCount > MostNumbers => Answer.Shape(m),
        Vector<double> v => List(v, digits),
        Matrix<double> m => $"[{string.Join(", ", m.EnumerateRows().Select(row => List(row, digits)))}]",
        ITuple t => $"({string.Join(", ", Enumerable.Range(0, t.Length).Select(i => Value(t[i], digits)))})",
        IEnumerable s => List(s.Cast<object?>().Take(MostNumbers), digits),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static string Number(double x, int digits = 6) => double.IsInfinity(x) ? x > 0 ? "∞" : "−∞"
        : x.ToString($"G{digits}", CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal);

    static string List<T>(IEnumerable<T> items, int digits) => $"[{string.Join(", ", items.Select(item => Value(item, digits)))}]";
}
