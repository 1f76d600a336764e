using System.Numerics;
using System.Reflection;

namespace FromScratch.Notebooks;

/// <summary>
/// Finds the matrices and vectors, by shape alone: int <c>RowCount</c>, <c>ColumnCount</c> and an indexer <c>[int, int]</c> make a matrix;
/// int <c>Count</c> and an indexer <c>[int]</c> of numbers, outside the System namespaces, make a vector; 2-D arrays are matrices.
/// </summary>
internal static class GridReader
{
    /// <summary>Longer axes show their first and last three.</summary>
    const int Longest = 12;
    const int Edge = 3;

    public static Grid? Read(object value)
    {
        if (value is Array array)
        {
            if (array.Rank != 2) return null;
            var (top, left) = (array.GetLowerBound(0), array.GetLowerBound(1));
            return Matrix("array", array.GetLength(0), array.GetLength(1), (i, j) => array.GetValue(i + top, j + left));
        }
        var properties = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance);
        if (Int("RowCount") is { } rows && Int("ColumnCount") is { } columns && Indexer(2) is { } cell)
            return Matrix("matrix", Length(rows), Length(columns), (i, j) => cell.GetValue(value, [i, j]));
        if (!IsSystem(value.GetType()) && Int("Count") is { } count && Indexer(1) is { } element && IsNumber(element.PropertyType))
            return Matrix("", 1, Length(count), (_, i) => element.GetValue(value, [i])) with { Title = $"vector of {Length(count)}", RowHeads = null };
        return null;

        PropertyInfo? Int(string name) => properties.FirstOrDefault(p => p.Name == name && p.PropertyType == typeof(int) && p.GetIndexParameters().Length == 0);
        PropertyInfo? Indexer(int arity) => properties.FirstOrDefault(p => p.CanRead
            && p.GetIndexParameters() is var index && index.Length == arity && index.All(i => i.ParameterType == typeof(int)));
        int Length(PropertyInfo property) => (int)property.GetValue(value)!;
    }

    static Grid Matrix(string noun, int rows, int columns, Func<int, int, object?> cell)
    {
        var (shownRows, shownColumns) = (Window(rows), Window(columns));
        var values = shownRows.Select(i => shownColumns
            .Select(j => i is null || j is null ? Alignment.Gap : Try(() => cell(i.Value, j.Value))).ToArray()).ToArray();
        return new($"{rows}×{columns} {noun}", Heads(shownRows), Heads(shownColumns), Alignment.Pad(values));
    }

    /// <summary>The indices to show, null where some are left out.</summary>
    static int?[] Window(int length) => length <= Longest
        ? [.. Enumerable.Range(0, Math.Max(length, 0)).Select(i => (int?)i)]
        : [.. Enumerable.Range(0, Edge).Select(i => (int?)i), null, .. Enumerable.Range(length - Edge, Edge).Select(i => (int?)i)];

    static string[] Heads(int?[] indices) => [.. indices.Select(i => i is { } n ? Number.Format(n) : "…")];

    static object? Try(Func<object?> read)
    {
        try { return read(); }
        catch (TargetInvocationException e) { return e.InnerException; }
        catch (Exception e) when (e is not OutOfMemoryException) { return e; }
    }

    static bool IsNumber(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(INumberBase<>));
    static bool IsSystem(Type type) => type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
}
