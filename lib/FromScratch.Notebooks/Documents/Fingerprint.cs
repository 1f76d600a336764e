using System.Security.Cryptography;
using System.Text.Json;

namespace FromScratch.Notebooks;

/// <summary>
/// A sketch of a JSON value in one line: enough to see that a figure changed, small enough for git.
/// With x₁ … xₙ its numbers in reading order (members of an object in ordinal order of their names):
/// n, Σ xᵢ, Σ |xᵢ|, Σ i·xᵢ, which two swapped numbers change, and a hash of all the rest, texts included:
/// the first 16 hex digits of the SHA-256 of the JSON with each number replaced by a placeholder.
/// </summary>
internal sealed record Fingerprint(string Structure, int Count, double Sum, double AbsoluteSum, double WeightedSum)
{
    private const double Tolerance = 1e-6;

    public static Fingerprint Of(JsonNode json)
    {
        var numbers = new List<double>();
        using var document = JsonDocument.Parse(json.ToJsonString(), new JsonDocumentOptions { MaxDepth = FormatterSource.MaximumDepth });
        var structure = Walk(document.RootElement, numbers);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(structure)))[..16];
        return new Fingerprint(hash, numbers.Count, numbers.Sum(), numbers.Sum(Math.Abs), numbers.Select((x, i) => (i + 1) * x).Sum());
    }

    public static Fingerprint? Parse(string text) => text.Split(' ') is [var structure, var count, .. { Length: 3 } moments]
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && Number(moments[0]) is { } sum && Number(moments[1]) is { } absoluteSum && Number(moments[2]) is { } weightedSum
            ? new Fingerprint(structure, n, sum, absoluteSum, weightedSum)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Structure} {Count} {Sum:R} {AbsoluteSum:R} {WeightedSum:R}");

    /// <summary>Equal texts and structure; moments within 10⁻⁶ of Σ |xᵢ|, so digits that depend on the machine pass.</summary>
    public bool Matches(Fingerprint other) =>
        Structure == other.Structure && Count == other.Count
        && IsNear(Sum, other.Sum) && IsNear(AbsoluteSum, other.AbsoluteSum) && IsNear(WeightedSum, other.WeightedSum);

    private bool IsNear(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= Tolerance * AbsoluteSum;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>All but the numbers, which are added to the list; each text with its length in front, so that none can pass for structure.</summary>
    private static string Walk(JsonElement json, List<double> numbers)
    {
        if (json.ValueKind == JsonValueKind.Number)
            numbers.Add(json.GetDouble());
        return json.ValueKind switch
        {
            JsonValueKind.Object => "{" + string.Concat(json.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)
                .Select(member => Text(member.Name) + Walk(member.Value, numbers))) + "}",
            JsonValueKind.Array => "[" + string.Concat(json.EnumerateArray().Select(item => Walk(item, numbers))) + "]",
            JsonValueKind.Number => "#",
            JsonValueKind.String => Text(json.GetString()!),
            _ => json.GetRawText(),
        };
    }

    private static string Text(string text) => $"\"{text.Length}:{text}";
}
