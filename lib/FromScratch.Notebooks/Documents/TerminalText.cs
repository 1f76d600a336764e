namespace FromScratch.Notebooks;

/// <summary>Printed text with carriage returns, as a terminal shows it in the end: a progress line keeps its last state.</summary>
public static class TerminalText
{
    /// <summary>What is left of the text.</summary>
    public static string Settle(string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return text.Contains('\r') ? string.Join('\n', text.Split('\n').Select(Overwrite)) : text;
    }

    private static string Overwrite(string line)
    {
        var shown = new List<string>();
        foreach (var writing in line.Split('\r'))
        {
            var column = 0;
            for (var letters = StringInfo.GetTextElementEnumerator(writing); letters.MoveNext(); column++)
                if (column < shown.Count)
                    shown[column] = letters.GetTextElement();
                else
                    shown.Add(letters.GetTextElement());
        }
        return string.Concat(shown);
    }
}
