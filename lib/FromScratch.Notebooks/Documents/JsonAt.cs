using System.Text.Json;

namespace FromScratch.Notebooks;

/// <summary>A JSON value together with its place, so that a wrong type can be reported as <c>cells[3].source: expected …, found …</c>.</summary>
internal sealed record JsonAt(string File, string Path, JsonNode? Node)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = FormatterSource.MaximumDepth };

    public bool IsMissing => Node is null;
    public JsonAt this[string key] => new(File, Path.Length == 0 ? key : $"{Path}.{key}", Object()[key]);

    public IEnumerable<JsonAt> Items() => (Node as JsonArray ?? throw Expected("a list")).Select((item, i) => new JsonAt(File, $"{Path}[{i}]", item));
    public JsonObject Object() => Node as JsonObject ?? throw Expected("an object");

    /// <summary>Null when it is no text.</summary>
    public string? Text => Node?.GetValueKind() == JsonValueKind.String ? Node.GetValue<string>() : null;
    public string String() => Text ?? throw Expected("a text");

    /// <summary>nbformat's multi-line text: one string, or a list of strings to be joined.</summary>
    public string Lines() => Node is JsonArray ? string.Concat(Items().Select(line => line.String()))
        : Text ?? throw Expected("a text or a list of texts");

    public int Integer() => Node is JsonValue value && value.TryGetValue(out int number) ? number : throw Expected("an integer");

    /// <summary>An own copy of an optional object, free to be placed in another tree.</summary>
    public JsonObject Section() => IsMissing ? [] : (JsonObject)Object().DeepClone();

    public NotebookException Expected(string what) => new(File, $"{(Path.Length == 0 ? "" : Path + ": ")}expected {what}, found {Found()}.");

    public static JsonAt Parse(string text, string file)
    {
        text = text.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text)) throw new NotebookException(file, "expected a notebook in JSON, found an empty file.");
        try
        {
            var root = JsonNode.Parse(text, documentOptions: Strict);
            _ = root?.ToJsonString(); // Decodes every text.
            return new JsonAt(file, "", root);
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0);
            var place = $"line {line + 1}, column {Column(text, line, (int)(e.BytePositionInLine ?? 0))}";
            throw new NotebookException(file, $"expected a notebook in JSON, found broken JSON at {place}: {e.Message.Split(" LineNumber:")[0]}", e);
        }
        // A text such as "\ud800" is well-formed JSON but half a character: it can be neither decoded nor written as UTF-8.
        catch (InvalidOperationException e)
        {
            throw new NotebookException(file, "expected texts of whole characters, found half of a surrogate pair (\\ud800 to \\udfff alone).", e);
        }
    }

    private static int Column(string text, int line, int bytes)
    {
        var start = Encoding.UTF8.GetBytes(text.Split('\n').ElementAtOrDefault(line) ?? "");
        return 1 + Encoding.UTF8.GetCharCount(start, 0, Math.Min(bytes, start.Length));
    }

    private string Found() => Node?.GetValueKind() switch
    {
        null => "nothing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text \"{OneLine.Of(Node.GetValue<string>(), 40)}\"",
        JsonValueKind.Number => $"the number {OneLine.Of(Node.ToJsonString(), 40)}",
        _ => Node.ToJsonString(),
    };
}
