namespace FromScratch.Notebooks;

/// <summary>
/// Cell ids that say what the cell is about, as <c>softmax-definition</c> does. An id a tool made up (8 hex digits, a UUID, <c>#VSC-…</c>,
/// <c>cell-3</c>) is replaced by one derived from the cell's content, so saving in another editor changes no id.
/// </summary>
internal static partial class CellIds
{
    /// <summary>Valid by nbformat 4.5.</summary>
    public static bool IsValid(string id) => Valid().IsMatch(id);

    /// <summary>Lower-case words joined by hyphens, and not made up by a tool.</summary>
    public static bool IsReadable(string id) => id.Length <= Slug.MaxLength && Kebab().IsMatch(id) && !MadeUp().IsMatch(id);

    /// <summary>One unique id a cell: its own where <paramref name="keep"/> says so (the first cell's, among equals), else one from its content.</summary>
    public static IReadOnlyList<string> For(IReadOnlyList<NotebookCell> cells, Func<string, bool> keep)
    {
        var taken = new HashSet<string>();
        var kept = cells.Select(cell => keep(cell.Id) && taken.Add(cell.Id)).ToList();
        return [.. cells.Zip(kept, (cell, isKept) => isKept ? cell.Id : Unique(Derive(cell), taken))];
    }

    private static string Unique(string id, HashSet<string> taken)
    {
        var candidate = id;
        for (var n = 2; !taken.Add(candidate); n++)
            candidate = $"{Slug.Cut(id, Slug.MaxLength - $"-{n}".Length)}-{n}";
        return candidate;
    }

    private static string Derive(NotebookCell cell)
    {
        var kind = cell.Kind switch { CellKind.Code => "code", CellKind.Markdown => "text", _ => "raw" };
        var slug = (cell.Kind == CellKind.Code ? CellWords.OfCode(cell.Source) : CellWords.OfProse(cell.Source))
            .FirstOrDefault(words => words.Length > 0, kind);
        return IsReadable(slug) ? slug : Slug.Cut($"{kind}-{slug}", Slug.MaxLength);
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$(?!\n)")]
    private static partial Regex Valid();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)")]
    private static partial Regex Kebab();

    [GeneratedRegex("^([0-9a-f]{8,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|vsc(-.*)?|[0-9-]+|cell(-[0-9]+)?)$")]
    private static partial Regex MadeUp();
}
