namespace FromScratch.Notebooks;

/// <summary>Text → lower-case ASCII words joined by hyphens, at most 40 characters; empty when the text has no ASCII word.</summary>
internal static partial class Slug
{
    public const int MaxLength = 40;

    public static string Of(string text, int maxWords = int.MaxValue)
    {
        var slug = "";
        foreach (var word in Word().Matches(Apostrophe().Replace(text, "")).Take(maxWords).Select(word => word.Value.ToLowerInvariant()))
        {
            if (slug.Length > 0 && slug.Length + 1 + word.Length > MaxLength) break;
            slug += slug.Length == 0 ? word : "-" + word;
        }
        return Cut(slug, MaxLength);
    }

    public static string Cut(string slug, int length) => slug.Length <= length ? slug : slug[..length].TrimEnd('-');

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex("(?<=[A-Za-z])['’](?=[A-Za-z])")]
    private static partial Regex Apostrophe();
}
