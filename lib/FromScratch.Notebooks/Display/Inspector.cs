using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FromScratch.Notebooks;

/// <summary>Reads a value into a <see cref="View"/>: each property once, long, deep and circular things cut.</summary>
internal sealed class Inspector
{
    const int MostItems = 50;
    const int MostParts = 2_000;
    const int Deepest = 4;

    readonly HashSet<object> path = new(ReferenceEqualityComparer.Instance);
    int parts;

    public View Look(object? value) => Read(() => value);

    /// <summary>What is read; where the reading throws, its exception.</summary>
    View Read(Func<object?> read)
    {
        try
        {
            var value = read();
            if (++parts > MostParts) return new Leaf("…");
            if (Scalar.Text(value, quoted: path.Count > 0) is { } text) return new Leaf(text);
            if (path.Contains(value!)) return new Leaf($"{TypeName.Of(value!.GetType())} (itself again)");
            if (path.Count == Deepest) return new Leaf(Scalar.OwnText(value!) ?? $"{TypeName.Of(value!.GetType())} …");
            path.Add(value!);
            try { return Compound(value!); }
            finally { path.Remove(value!); }
        }
        catch (Exception e) when (e is not OutOfMemoryException) { return new Leaf(Scalar.Describe(e)); }
    }

    View Compound(object value)
    {
        // Inside something else, a value with formatters of its own is shown by its text.
        if (path.Count > 1 && FormatterSource.Format(value).GetValueOrDefault("text/plain") is { } own) return new Leaf(own.GetValue<string>());
        if (GridReader.Read(value) is { } grid) return grid;
        if (value is ITuple tuple) return new Items([.. Enumerable.Range(0, tuple.Length).Select(i => Look(tuple[i]))], null, '(', ')');
        if (IsEntry(value.GetType())) return Properties(value);
        if (Scalar.OwnText(value) is { } text) return new Leaf(text);
        return value switch
        {
            Array { Rank: > 2 } array => Nested(array, []),
            IEnumerable sequence when IsDictionary(value.GetType()) => Dictionary(sequence),
            IEnumerable sequence => Sequence(sequence),
            _ => Properties(value),
        };
    }

    Items Sequence(IEnumerable sequence)
    {
        var (items, rest) = Take(sequence);
        return new([.. items.Select(Look)], rest);
    }

    Pairs Dictionary(IEnumerable dictionary)
    {
        var (entries, rest) = Take(dictionary);
        return new("", ": ", [.. entries.Select(e => (TextView.Write(Look(Part(e!, "Key"))), Look(Part(e!, "Value"))))], rest);
    }

    /// <summary>The first items, and what is left out; a sequence that breaks off says why.</summary>
    static (List<object?> Items, string? LeftOut) Take(IEnumerable sequence)
    {
        var items = new List<object?>();
        var enumerator = sequence.GetEnumerator();
        try
        {
            while (enumerator.MoveNext())
            {
                if (items.Count == MostItems) return (items, Count(sequence) is { } n ? $"… ({n} items)" : "… (more)");
                items.Add(enumerator.Current);
            }
            return (items, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException) { return (items, $"… ({Scalar.Describe(e)})"); }
        finally { (enumerator as IDisposable)?.Dispose(); }
    }

    static int? Count(IEnumerable sequence) => sequence is ICollection collection ? collection.Count
        : sequence.GetType().GetProperty("Count", typeof(int))?.GetValue(sequence) as int?;

    /// <summary>An array of three or more axes as a sequence of arrays with one axis less.</summary>
    View Nested(Array array, int[] index)
    {
        var axis = index.Length;
        if (axis == array.Rank) return Look(array.GetValue(index));
        var (length, first) = (array.GetLength(axis), array.GetLowerBound(axis));
        var shown = Enumerable.Range(first, Math.Min(length, MostItems / 4)).TakeWhile(_ => parts < MostParts);
        return new Items([.. shown.Select(i => Nested(array, [.. index, i]))], length > MostItems / 4 ? $"… ({length} items)" : null);
    }

    /// <summary>Public fields and properties; one that throws shows its exception.</summary>
    Pairs Properties(object value)
    {
        var type = value.GetType();
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(f => (f.Name, Read(() => f.GetValue(value))));
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.GetMethod is { IsPublic: true } && !p.PropertyType.IsByRefLike && !p.PropertyType.IsPointer)
            .DistinctBy(p => p.Name)
            .Select(p => (p.Name, Read(() => p.GetValue(value))));
        return new(TypeName.Of(type), " = ", [.. fields, .. properties], null);
    }

    // A group, as GroupBy makes it, has a key and is its own value.
    static object? Part(object entry, string name) => entry.GetType().GetProperty(name) is { } part ? part.GetValue(entry) : entry;

    static bool IsDictionary(Type type) => typeof(IDictionary).IsAssignableFrom(type)
        || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>) && IsPair(i.GetGenericArguments()[0]));

    static bool IsPair(Type type) => IsEntry(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IGrouping<,>));
    static bool IsEntry(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
}
