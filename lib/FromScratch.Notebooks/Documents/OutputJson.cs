namespace FromScratch.Notebooks;

/// <summary>One output of a code cell ↔ its JSON in nbformat 4.</summary>
internal static class OutputJson
{
    public static Output Read(JsonAt json) => json["output_type"].IsMissing
        ? throw json["output_type"].Expected(Kinds)
        : json["output_type"].String() switch
        {
            "stream" => new StreamOutput(json["name"].String(), json["text"].Lines()),
            "display_data" => new DisplayOutput(Bundle(json["data"])) { Metadata = json["metadata"].Section() },
            "execute_result" => new ResultOutput(Bundle(json["data"])) { Metadata = json["metadata"].Section() },
            "error" => new ErrorOutput(
                json["ename"].String(), json["evalue"].String(), [.. json["traceback"].Items().Select(line => line.String())]),
            _ => throw json["output_type"].Expected(Kinds),
        };

    /// <param name="output">The output.</param>
    /// <param name="count">The cell's run counter, which nbformat repeats in the cell's result.</param>
    public static JsonNode Write(Output output, int? count) => output switch
    {
        StreamOutput stream => new JsonObject
        {
            ["output_type"] = "stream",
            ["name"] = stream.Name,
            ["text"] = NotebookWriter.Lines(stream.Text),
        },
        DisplayOutput display => Bundle("display_data", display),
        ResultOutput result => Bundle("execute_result", result, count),
        ErrorOutput error => new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        },
        _ => throw new ArgumentException($"{output.GetType().Name} has no form in nbformat.", nameof(output)),
    };

    public static bool IsJson(string mime) =>
        mime == "application/json" || (mime.StartsWith("application/", StringComparison.Ordinal) && mime.EndsWith("+json", StringComparison.Ordinal));

    private const string Kinds = "\"stream\", \"display_data\", \"execute_result\" or \"error\"";

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

    private static JsonObject Bundle(string type, BundleOutput output)
    {
        var data = new JsonObject();
        foreach (var (mime, content) in output.Data)
            data[mime] = IsSplit(mime) ? NotebookWriter.Lines(content.GetValue<string>()) : content.DeepClone();
        return new JsonObject { ["output_type"] = type, ["data"] = data, ["metadata"] = output.Metadata.DeepClone() };
    }

    private static JsonObject Bundle(string type, BundleOutput output, int? count)
    {
        var json = Bundle(type, output);
        json["execution_count"] = count;
        return json;
    }

    /// <summary>Jupyter splits text into lines, and keeps base64 in one piece.</summary>
    private static bool IsSplit(string mime) =>
        mime.StartsWith("text/", StringComparison.Ordinal) || mime is "application/javascript" or "image/svg+xml";
}
