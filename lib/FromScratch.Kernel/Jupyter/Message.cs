using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FromScratch.Kernel.Wire;

namespace FromScratch.Kernel.Jupyter;

/// <summary>A request, verified and parsed.</summary>
/// <param name="Header">Goes back unchanged as the parent header of everything it causes.</param>
/// <param name="Content">Its arguments.</param>
/// <param name="From">The connection the reply goes to.</param>
/// <param name="Arrived">Set against the time of an error, to tell who was sent before it.</param>
internal sealed record Message(JsonObject Header, JsonObject Content, Connection From, DateTimeOffset Arrived)
{
    public string Type => (string)Header["msg_type"]!;

    /// <summary>When the front end sent it, by its own clock; when it arrived, if it does not say.</summary>
    public DateTimeOffset Sent =>
        Header["date"] is JsonValue value && value.TryGetValue(out string? text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : Arrived;

    public string Text(string name) => Take<string>(name) ?? throw Expected(name, "a string");
    public int Integer(string name) => Take<int?>(name) ?? throw Expected(name, "an integer");
    public bool Flag(string name, bool otherwise) => Content.ContainsKey(name) ? Take<bool?>(name) ?? throw Expected(name, "a boolean") : otherwise;

    private T? Take<T>(string name) => Content[name] is JsonValue value && value.TryGetValue(out T? taken) ? taken : default;

    private ArgumentException Expected(string name, string what) => new($"{Type}: \"{name}\" must be {what}, found {Content[name]?.ToJsonString() ?? "nothing"}.");
}

/// <summary>Messages to frames and back: <c>&lt;IDS|MSG&gt;</c>, signature, header, parent header, metadata, content.</summary>
internal sealed class MessageCodec(byte[] key)
{
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly string session = Guid.NewGuid().ToString("N");

    /// <summary>Null when the frames are no message, or not signed with our key; nothing is parsed before that is known.</summary>
    public Message? Decode(byte[][] frames, Connection from)
    {
        var start = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual(Delimiter)) + 1;
        if (start == 0 || frames.Length < start + 5) return null;
        var signed = frames[(start + 1)..(start + 5)];
        if (!CryptographicOperations.FixedTimeEquals(Sign(signed), frames[start])) return null; // Its time does not tell how much was right.
        try
        {
            var parts = signed.Select(part => JsonNode.Parse(part, documentOptions: Strict) as JsonObject).ToArray();
            // The header goes back with every answer, so it must be one that can be written.
            return parts is [{ } header, _, { }, { } content] && Bytes(header).Length > 0
                && header["msg_type"] is JsonValue type && type.TryGetValue(out string? _)
                ? new Message(header, content, from, DateTimeOffset.UtcNow)
                : null;
        }
        // The latter for half a character, "\ud800", which can be neither read nor written.
        catch (Exception e) when (e is JsonException or InvalidOperationException) { return null; }
    }

    public byte[][] Encode(string type, JsonObject content, JsonObject? parent, params byte[][] prefix)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString("N"),
            ["msg_type"] = type,
            ["session"] = session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("o", CultureInfo.InvariantCulture),
            ["version"] = KernelInfo.ProtocolVersion,
        };
        byte[][] parts = [Bytes(header), Bytes(parent ?? []), "{}"u8.ToArray(), Bytes(content)];
        return [.. prefix, Delimiter, Sign(parts), .. parts];
    }

    /// <summary>HMAC-SHA256 over a message's parts, as lower-case hexadecimal digits; with an empty key nothing is signed.</summary>
    /// <remarks>Source: Jupyter messaging, "The wire protocol".</remarks>
    private byte[] Sign(byte[][] parts)
    {
        if (key.Length == 0) return [];
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts) hmac.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));
    }

    private static byte[] Bytes(JsonObject part) => Encoding.UTF8.GetBytes(part.ToJsonString());
}
