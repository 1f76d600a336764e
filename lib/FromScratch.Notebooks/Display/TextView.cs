namespace FromScratch.Notebooks;

/// <summary>A <see cref="View"/> as text: on one line while it fits, else one part per line, indented.</summary>
internal static class TextView
{
    const int Width = 100;

    public static string Write(View view) => Line(view) is { } line && line.Length <= Width ? line : Block(view);

    /// <summary>The view on one line; null when a part of it needs several.</summary>
    public static string? Line(View view) => view switch
    {
        Leaf leaf => leaf.Text.Contains('\n') ? null : leaf.Text,
        Items items => Join(items.Shown.Select(Line), items.Rest) is { } parts ? $"{items.Open}{parts}{items.Close}" : null,
        Pairs { Rows.Count: 0 } pairs => pairs.Name == "" ? "{}" : pairs.Name,
        Pairs pairs => Join(pairs.Rows.Select(row => Line(row.Value) is { } value ? $"{row.Key}{pairs.Sign}{value}" : null), pairs.Rest) is { } rows
            ? $"{pairs.Name} {{ {rows} }}".TrimStart() : null,
        _ => null,
    };

    static string? Join(IEnumerable<string?> parts, string? rest)
    {
        var all = (rest is null ? parts : parts.Append(rest)).ToList();
        return all.Contains(null) ? null : string.Join(", ", all);
    }

    static string Block(View view) => view switch
    {
        Items items when items.Shown.All(item => item is Leaf leaf && !leaf.Text.Contains('\n')) => Fill(items),
        Items items => $"{items.Open}\n{Lines(items.Shown.Select(Write), items.Rest)}\n{items.Close}",
        Pairs pairs => $"{pairs.Name} {{\n{Lines(pairs.Rows.Select(row => Row(row.Key + pairs.Sign, row.Value)), pairs.Rest)}\n}}".TrimStart(),
        Grid grid => $"{grid.Title}\n{string.Join('\n', grid.Cells.Select(row => $" {string.Join("  ", row)}".TrimEnd()))}".TrimEnd(),
        _ => ((Leaf)view).Text,
    };

    static string Row(string start, View value) => value is Grid ? $"{start.TrimEnd()}\n{Indent(Write(value))}" : start + Write(value);
    static string Lines(IEnumerable<string> parts, string? rest) => string.Join('\n', (rest is null ? parts : parts.Append(rest)).Select(Indent));
    static string Indent(string text) => $"  {text.Replace("\n", "\n  ", StringComparison.Ordinal)}";

    /// <summary>Short items side by side, a new line where the width ends.</summary>
    static string Fill(Items items)
    {
        var (text, column) = (new StringBuilder().Append(items.Open), 1);
        var parts = items.Shown.Select(item => Line(item)!).Concat(items.Rest is null ? [] : [items.Rest]).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i] + (i < parts.Count - 1 ? "," : items.Close);
            if (i > 0 && column + 1 + part.Length > Width) (text, column) = (text.Append("\n "), 1);
            else if (i > 0) (text, column) = (text.Append(' '), column + 1);
            text.Append(part);
            column += part.Length;
        }
        return text.ToString();
    }
}
