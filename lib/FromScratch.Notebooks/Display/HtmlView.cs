namespace FromScratch.Notebooks;

/// <summary>A <see cref="View"/> as HTML: plain tables and preformatted text, without a colour, so that it suits every theme.</summary>
internal static class HtmlView
{
    const string Left = " style=\"text-align:left;vertical-align:top\"";
    const string Right = " style=\"text-align:right;white-space:pre;font-family:monospace\"";

    public static string Write(View view) => IsText(view) ? $"<pre>{Escape(TextView.Write(view))}</pre>" : Part(view);

    static bool IsText(View view) => view is Leaf || view is Items items && items.Shown.All(item => item is Leaf);

    static string Part(View view) => view switch
    {
        Grid grid => Table(grid.Title, grid.ColumnHeads, grid.Cells.Select((row, i) => (grid.RowHeads?[i], row.Select(Escape))), Right),
        Pairs { Rows.Count: > 0 } pairs => Table(pairs.Name, null, pairs.Rows.Select(row => ((string?)row.Key, Cells(row.Value))).Concat(Rest(pairs.Rest)), Left),
        Items items when !IsText(items) && Columns(items) is { } columns => Table("", columns,
            items.Shown.Select((item, i) => ((string?)$"{i}", ((Pairs)item).Rows.Select(row => Part(row.Value)))).Concat(Rest(items.Rest)), Left),
        Items items when !IsText(items) => Table("", null, items.Shown.Select((item, i) => ((string?)$"{i}", Cells(item))).Concat(Rest(items.Rest)), Left),
        _ => Escape(TextView.Write(view)),
    };

    static IEnumerable<string> Cells(View view) => [Part(view)];

    static IEnumerable<(string?, IEnumerable<string>)> Rest(string? rest) => rest is null ? [] : [("…", [Escape(rest)])];

    /// <summary>The property names shared by all items: then they are rows of one table.</summary>
    static List<string>? Columns(Items items)
    {
        if (items.Shown.Any(item => item is not Pairs { Rows.Count: > 0, Sign: " = " })) return null;
        var names = items.Shown.Cast<Pairs>().Select(pairs => pairs.Rows.Select(row => row.Key).ToList()).ToList();
        return names.All(name => name.SequenceEqual(names[0])) ? names[0] : null;
    }

    static string Table(string title, IReadOnlyList<string>? columns, IEnumerable<(string? Head, IEnumerable<string> Cells)> rows, string style)
    {
        var html = new StringBuilder("<table>");
        if (title != "") html.Append($"<caption style=\"text-align:left\">{Escape(title)}</caption>");
        var body = rows.ToList();
        if (columns is not null)
        {
            html.Append("<thead><tr>");
            if (body.Any(row => row.Head is not null)) html.Append("<th></th>");
            foreach (var column in columns) html.Append($"<th{style}>{Escape(column)}</th>");
            html.Append("</tr></thead>");
        }
        html.Append("<tbody>");
        foreach (var (head, cells) in body)
        {
            html.Append("<tr>");
            if (head is not null) html.Append($"<th{Left}>{Escape(head)}</th>");
            foreach (var cell in cells) html.Append($"<td{style}>{cell}</td>");
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>Markup as text, and control characters as their pictures (ESC as ␛), for HTML has no place for them.</summary>
    static string Escape(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\n' or '\t' or '\r' => html.Append(c),
                < ' ' => html.Append((char)(0x2400 + c)),
                >= '\x7f' and <= '\x9f' => html.Append('\u2421'),
                _ => html.Append(c),
            };
        }
        return html.ToString();
    }
}
