using System.Text.Json;

namespace FromScratch.Notebooks;

/// <summary>
/// JSON as Jupyter writes it (Python's <c>json.dumps(indent=1, sort_keys=True, ensure_ascii=False)</c>): keys in ordinal order,
/// one space a level, LF, only what must be escaped is escaped, numbers as they were spelled, and a final newline.
/// </summary>
/// <remarks>.NET's own writer escapes emoji and line separators under every encoder it offers, hence this one.</remarks>
internal static partial class CanonicalJson
{
    public static string Write(JsonNode node) => Text(node, "\n") + "\n";

    private static string Text(JsonNode? node, string newLine) => node switch
    {
        null => "null",
        JsonObject { Count: > 0 } members => Block('{', '}', newLine, members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{Quoted(member.Key)}: {Text(member.Value, newLine + " ")}")),
        JsonArray { Count: > 0 } items => Block('[', ']', newLine, items.Select(item => Text(item, newLine + " "))),
        JsonValue when node.GetValueKind() == JsonValueKind.String => Quoted(node.GetValue<string>()),
        _ => node.ToJsonString(),
    };

    private static string Block(char open, char close, string newLine, IEnumerable<string> parts) =>
        $"{open}{newLine} {string.Join($",{newLine} ", parts)}{newLine}{close}";

    private static string Quoted(string text) => $"\"{Escaped().Replace(Scalar.WellFormed(text), letter => letter.Value[0] switch
    {
        '"' or '\\' => "\\" + letter.Value,
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        var control => $"\\u{(int)control:x4}",
    })}\"";

    [GeneratedRegex("""["\\\u0000-\u001f]""")]
    private static partial Regex Escaped();
}
