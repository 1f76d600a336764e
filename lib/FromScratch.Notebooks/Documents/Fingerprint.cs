using System.Security.Cryptography;
using System.Text.Json;

namespace FromScratch.Notebooks;

/// <summary>
/// A sketch of a JSON value in one line: enough to see that a figure changed, small enough for git.
/// With x₁ … xₙ its numbers in reading order (members of an object in ordinal order of their names):
/// n, Σ xᵢ, Σ |xᵢ|, Σ i·xᵢ, and a hash of all the rest, texts included.
/// </summary>
/// <param name="Structure">First 16 hex digits of the SHA-256 of the JSON with each number replaced by a placeholder.</param>
/// <param name="Count">n.</param>
/// <param name="Sum">Σ xᵢ.</param>
/// <param name="AbsoluteSum">Σ |xᵢ|.</param>
/// <param name="WeightedSum">Σ i·xᵢ, which two swapped numbers change.</param>
internal sealed record Fingerprint(string Structure, int Count, double Sum, double AbsoluteSum, double WeightedSum)
{
    private const double Tolerance = 1e-6;

    public static Fingerprint Of(JsonNode json)
    {
        var numbers = new List<double>();
        var structure = new StringBuilder();
        Walk(JsonSerializer.SerializeToElement(json), numbers, structure);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(structure.ToString())))[..16];
        return new Fingerprint(
            hash, numbers.Count, numbers.Sum(), numbers.Sum(Math.Abs), numbers.Select((x, i) => (i + 1) * x).Sum());
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

    private static void Walk(JsonElement json, List<double> numbers, StringBuilder structure)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                structure.Append('{');
                foreach (var member in json.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    AppendText(structure, member.Name);
                    Walk(member.Value, numbers, structure);
                }
                structure.Append('}');
                break;
            case JsonValueKind.Array:
                structure.Append('[');
                foreach (var item in json.EnumerateArray())
                    Walk(item, numbers, structure);
                structure.Append(']');
                break;
            case JsonValueKind.Number:
                numbers.Add(json.GetDouble());
                structure.Append('#');
                break;
            case JsonValueKind.String:
                AppendText(structure, json.GetString()!);
                break;
            default:
                structure.Append(json.GetRawText());
                break;
        }
    }

    /// <summary>With its length in front, so that no text can pass for structure.</summary>
    private static void AppendText(StringBuilder structure, string text) =>
        structure.Append(CultureInfo.InvariantCulture, $"\"{text.Length}:{text}");
}
