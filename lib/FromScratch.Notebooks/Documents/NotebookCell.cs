namespace FromScratch.Notebooks;

/// <summary>The three kinds of cell in nbformat 4.</summary>
public enum CellKind
{
    /// <summary>Runs, and has outputs.</summary>
    Code,

    /// <summary>Prose.</summary>
    Markdown,

    /// <summary>Text that neither runs nor renders.</summary>
    Raw,
}

/// <summary>One cell; change it by <c>cell with { … }</c>.</summary>
/// <param name="Kind">Code, markdown or raw.</param>
/// <param name="Id">Unique in its notebook; 1 to 64 letters, digits, <c>-</c> or <c>_</c>.</param>
/// <param name="Source">The text, line ends as LF.</param>
public sealed record NotebookCell(CellKind Kind, string Id, string Source)
{
    /// <summary>Everything nbformat calls the cell's metadata, foreign entries included.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Pictures a markdown cell carries: file name → MIME type → content.</summary>
    public JsonObject Attachments { get; init; } = [];

    /// <summary>The host's run counter; null for a cell that has not run.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>What the last run left behind; always empty for prose.</summary>
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>The cell's tags, from <c>metadata.tags</c>.</summary>
    public IReadOnlyList<string> Tags =>
        Metadata["tags"] is JsonArray tags ? [.. tags.Select(tag => tag!.GetValue<string>())] : [];
}
