using System.Text.Json;

namespace FromScratch.Notebooks;

/// <summary>
/// JSON as Jupyter writes it (Python's <c>json.dumps(indent=1, sort_keys=True, ensure_ascii=False)</c>): keys in ordinal order,
/// one space a level, LF, only what must be escaped is escaped, numbers as they were spelled, and a final newline.
/// </summary>
/// <remarks>.NET's own writer escapes emoji and line separators under every encoder it offers, hence this one.</remarks>
internal static class CanonicalJson
{
    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Append(text, node, depth: 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: > 0 } members:
                Block(text, '{', members.OrderBy(member => member.Key, StringComparer.Ordinal), '}', depth, member =>
                {
                    AppendText(text, member.Key);
                    text.Append(": ");
                    Append(text, member.Value, depth + 1);
                });
                break;
            case JsonArray { Count: > 0 } items:
                Block(text, '[', items, ']', depth, item => Append(text, item, depth + 1));
                break;
            case JsonValue when node.GetValueKind() == JsonValueKind.String:
                AppendText(text, node.GetValue<string>());
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void Block<T>(StringBuilder text, char open, IEnumerable<T> parts, char close, int depth, Action<T> append)
    {
        var separator = open;
        foreach (var part in parts)
        {
            text.Append(separator).Append('\n').Append(' ', depth + 1);
            append(part);
            separator = ',';
        }
        text.Append('\n').Append(' ', depth).Append(close);
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        // Runes, because half of a surrogate pair cannot be written as UTF-8: it becomes U+FFFD.
        foreach (var rune in value.EnumerateRunes())
            _ = rune.Value switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < 0x20 => text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
                _ => text.Append(rune.ToString()),
            };
        text.Append('"');
    }
}
