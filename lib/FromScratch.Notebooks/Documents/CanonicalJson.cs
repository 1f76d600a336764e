using System.Text.Encodings.Web;
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

    private static string Quoted(string text) => $"\"{MustBeEscaped().Replace(Scalar.WellFormed(text), Escape)}\"";

    // \u001b, not \u001B
    private static string Escape(Match letter) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(letter.Value).ToLowerInvariant();

    [GeneratedRegex("""["\\\u0000-\u001f]""")]
    private static partial Regex MustBeEscaped();
}
