using System.Text.Json;

namespace FromScratch.Notebooks;

/// <summary>A JSON value together with its place, so that a wrong type can be reported as <c>cells[3].source: expected …, found …</c>.</summary>
internal readonly record struct JsonAt(string File, string Path, JsonNode? Node)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public bool IsMissing => Node is null;

    public JsonAt this[string key] => new(File, Path.Length == 0 ? key : $"{Path}.{key}", Object()[key]);

    public IEnumerable<JsonAt> Items()
    {
        var (file, path) = (File, Path);
        return Array().Select((item, i) => new JsonAt(file, $"{path}[{i}]", item));
    }

    public JsonObject Object() => Node as JsonObject ?? throw Expected("an object");

    public JsonArray Array() => Node as JsonArray ?? throw Expected("a list");

    public string String() => Node?.GetValueKind() == JsonValueKind.String ? Node.GetValue<string>() : throw Expected("a text");

    /// <summary>nbformat's multi-line text: one string, or a list of strings to be joined.</summary>
    public string Lines() => Node switch
    {
        JsonArray => string.Concat(Items().Select(line => line.String())),
        JsonValue when Node.GetValueKind() == JsonValueKind.String => Node.GetValue<string>(),
        _ => throw Expected("a text or a list of texts"),
    };

    public int Integer() =>
        Node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out int number)
            ? number
            : throw Expected("an integer");

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
            DecodeEveryText(root);
            return new JsonAt(file, "", root);
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0);
            var place = string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, column {Column(text, line, (int)(e.BytePositionInLine ?? 0))}");
            throw new NotebookException(file, $"expected a notebook in JSON, found broken JSON at {place}: {Reason(e)}", e);
        }
        // A text such as "\ud800" is well-formed JSON but half a character: it can be neither decoded nor written as UTF-8.
        catch (InvalidOperationException e)
        {
            throw new NotebookException(file, "expected texts of whole characters, found half of a surrogate pair (\\ud800 to \\udfff alone).", e);
        }
    }

    private static void DecodeEveryText(JsonNode? node)
    {
        if (node is JsonObject members)
            foreach (var (_, value) in members)
                DecodeEveryText(value);
        else if (node is JsonArray items)
            foreach (var item in items)
                DecodeEveryText(item);
        else if (node?.GetValueKind() == JsonValueKind.String)
            node.GetValue<string>();
    }

    private static int Column(string text, int line, int bytes)
    {
        var start = Encoding.UTF8.GetBytes(text.Split('\n').ElementAtOrDefault(line) ?? "");
        return 1 + Encoding.UTF8.GetCharCount(start, 0, Math.Min(bytes, start.Length));
    }

    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
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
