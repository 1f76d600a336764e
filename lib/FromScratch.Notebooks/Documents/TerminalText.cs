namespace FromScratch.Notebooks;

/// <summary>Printed text with carriage returns, as a terminal shows it in the end: a progress line keeps its last state.</summary>
public static class TerminalText
{
    /// <summary>What is left of the text.</summary>
    public static string Settle(string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return text.Contains('\r') ? string.Join('\n', text.Split('\n').Select(line => line.Split('\r').Aggregate(Overwrite))) : text;
    }

    private static string Overwrite(string shown, string writing)
    {
        var (before, columns) = (new StringInfo(shown), new StringInfo(writing).LengthInTextElements);
        return columns < before.LengthInTextElements ? writing + before.SubstringByTextElements(columns) : writing;
    }
}
