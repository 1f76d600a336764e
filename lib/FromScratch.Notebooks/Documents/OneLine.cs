namespace FromScratch.Notebooks;

/// <summary>Text for a message: control characters made visible, long text cut.</summary>
internal static class OneLine
{
    public static string Of(string text, int width = 100)
    {
        var line = text.Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\uFEFF", "\\ufeff", StringComparison.Ordinal);
        return line.Length <= width ? line : string.Concat(line.AsSpan(0, width - 1), "…");
    }
}
