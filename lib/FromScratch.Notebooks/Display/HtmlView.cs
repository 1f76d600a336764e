using System.Security;

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
        var body = rows.ToList();
        var caption = title == "" ? "" : $"<caption style=\"text-align:left\">{Escape(title)}</caption>";
        var corner = body.Any(row => row.Head is not null) ? "<th></th>" : "";
        var heads = columns is null ? ""
            : $"<thead><tr>{corner}{string.Concat(columns.Select(column => $"<th{style}>{Escape(column)}</th>"))}</tr></thead>";
        return $"<table>{caption}{heads}<tbody>{string.Concat(body.Select(row => Row(row.Head, row.Cells)))}</tbody></table>";

        string Row(string? head, IEnumerable<string> cells) =>
            $"<tr>{(head is null ? "" : $"<th{Left}>{Escape(head)}</th>")}{string.Concat(cells.Select(cell => $"<td{style}>{cell}</td>"))}</tr>";
    }

    /// <summary>Markup as text, and control characters as their pictures (ESC as ␛), for HTML has no place for them.</summary>
    static string Escape(string text) => string.Concat(SecurityElement.Escape(text).Select(c => c switch
    {
        >= '\x7f' and <= '\x9f' => '\u2421',
        < ' ' and not ('\n' or '\t' or '\r') => (char)(0x2400 + c),
        _ => c,
    }));
}
