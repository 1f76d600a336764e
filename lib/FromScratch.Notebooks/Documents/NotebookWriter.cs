namespace FromScratch.Notebooks;

/// <summary>Document → nbformat 4.5 text.</summary>
internal static partial class NotebookWriter
{
    public static string Write(NotebookDocument document) => CanonicalJson.Write(new JsonObject
    {
        ["cells"] = new JsonArray([.. document.Cells.Select(Cell)]),
        ["metadata"] = document.Metadata.DeepClone(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });

    private static JsonNode Cell(NotebookCell cell)
    {
        var json = new JsonObject
        {
            ["cell_type"] = cell.Kind.ToString().ToLowerInvariant(),
            ["id"] = cell.Id,
            ["metadata"] = cell.Metadata.DeepClone(),
            ["source"] = Lines(cell.Source),
        };
        if (cell.Attachments.Count > 0)
            json["attachments"] = cell.Attachments.DeepClone();
        if (cell.Kind == CellKind.Code)
        {
            json["execution_count"] = cell.ExecutionCount;
            json["outputs"] = new JsonArray([.. cell.Outputs.Select(output => Output(output, cell.ExecutionCount))]);
        }
        return json;
    }

    // nbformat repeats the cell's run counter in its result.
    private static JsonObject Output(Output output, int? count) => output switch
    {
        StreamOutput stream => new JsonObject { ["output_type"] = "stream", ["name"] = stream.Name, ["text"] = Lines(stream.Text) },
        DisplayOutput display => new JsonObject(Bundle("display_data", display)),
        ResultOutput result => new JsonObject(Bundle("execute_result", result)) { ["execution_count"] = count },
        ErrorOutput error => new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        },
        _ => throw new ArgumentException($"{output.GetType().Name} has no form in nbformat.", nameof(output)),
    };

    private static Dictionary<string, JsonNode?> Bundle(string type, BundleOutput output) => new()
    {
        ["output_type"] = type,
        ["data"] = new JsonObject(output.Data.Select(entry => KeyValuePair.Create(entry.Key, Content(entry.Key, entry.Value)))),
        ["metadata"] = output.Metadata.DeepClone(),
    };

    // Jupyter splits text into lines, and keeps base64 in one piece.
    private static JsonNode? Content(string mime, JsonNode content) =>
        mime.StartsWith("text/", StringComparison.Ordinal) || mime is "application/javascript" or "image/svg+xml"
            ? Lines(content.GetValue<string>()) : content.DeepClone();

    /// <summary>Text as Jupyter stores it: a list of lines, each with its line end.</summary>
    private static JsonArray Lines(string text) => [.. AfterLineEnd().Split(text).Where(line => line.Length > 0).Select(line => (JsonNode)line)];

    /// <summary>After what ends a line for Python's <c>str.splitlines</c>, by which Jupyter splits.</summary>
    [GeneratedRegex(@"(?<=[\n\v\f\u001c-\u001e\u0085\u2028\u2029]|\r(?!\n))")]
    private static partial Regex AfterLineEnd();
}
