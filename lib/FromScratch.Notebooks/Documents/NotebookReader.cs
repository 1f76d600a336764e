namespace FromScratch.Notebooks;

/// <summary>JSON text → document.</summary>
internal static class NotebookReader
{
    public static NotebookDocument Read(string text, string name)
    {
        var root = JsonAt.Parse(text, name);
        RequireVersion4(root);
        var cells = root["cells"].Items().Select(Cell).ToList();
        var ids = CellIds.For(cells, keep: CellIds.IsValid);
        return new NotebookDocument(name, root["metadata"].Section(), [.. cells.Zip(ids, (cell, id) => cell with { Id = id })]);
    }

    private static void RequireVersion4(JsonAt root)
    {
        if (root.Node is not JsonObject || root["nbformat"].IsMissing) throw root.Expected("a notebook (an object with \"nbformat\" and \"cells\")");
        var (major, minor) = (root["nbformat"].Integer(), root["nbformat_minor"].IsMissing ? 0 : root["nbformat_minor"].Integer());
        if (major != 4 || minor is < 0 or > 5) throw new NotebookException(root.File, $"expected nbformat 4.0 to 4.5, found {major}.{minor}.");
    }

    private static NotebookCell Cell(JsonAt cell)
    {
        var kind = Kind(cell["cell_type"]);
        var id = cell["id"].IsMissing ? "" : cell["id"].String();
        var metadata = cell["metadata"].Section();
        if (!cell["metadata"].IsMissing && cell["metadata"]["tags"] is { IsMissing: false } tags)
            foreach (var tag in tags.Items())
                tag.String();
        var read = new NotebookCell(kind, id, Source(cell["source"])) { Metadata = metadata, Attachments = cell["attachments"].Section() };
        return kind != CellKind.Code ? read : read with
        {
            ExecutionCount = cell["execution_count"].IsMissing ? null : cell["execution_count"].Integer(),
            Outputs = cell["outputs"].IsMissing ? [] : [.. cell["outputs"].Items().Select(Output)],
        };
    }

    private static string Source(JsonAt source) => source.Lines().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static CellKind Kind(JsonAt type) => type.Text switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        "raw" => CellKind.Raw,
        _ => throw type.Expected("\"code\", \"markdown\" or \"raw\""),
    };

    private static Output Output(JsonAt json) => json["output_type"].Text switch
    {
        "stream" => new StreamOutput(json["name"].String(), json["text"].Lines()),
        "display_data" => new DisplayOutput(Bundle(json["data"])) { Metadata = json["metadata"].Section() },
        "execute_result" => new ResultOutput(Bundle(json["data"])) { Metadata = json["metadata"].Section() },
        "error" => new ErrorOutput(json["ename"].String(), json["evalue"].String(), [.. json["traceback"].Items().Select(line => line.String())]),
        _ => throw json["output_type"].Expected("\"stream\", \"display_data\", \"execute_result\" or \"error\""),
    };

    private static Dictionary<string, JsonNode> Bundle(JsonAt data)
    {
        var bundle = new Dictionary<string, JsonNode>();
        foreach (var (mime, content) in data.Object())
            if (!IsJson(mime))
                bundle[mime] = data[mime].Lines();
            else if (content is not null)
                bundle[mime] = content.DeepClone();
        return bundle;
    }

    private static bool IsJson(string mime) =>
        mime == "application/json" || (mime.StartsWith("application/", StringComparison.Ordinal) && mime.EndsWith("+json", StringComparison.Ordinal));
}
