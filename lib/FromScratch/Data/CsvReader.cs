using System.Text;

namespace FromScratch;

/// <summary>Splits comma-separated text into records, as RFC 4180 has it: a quoted field may hold commas, line ends and doubled quotes.</summary>
internal static class CsvReader
{
    /// <summary>Every record with the line it starts on, counted from 1. Empty lines at the end are left out.</summary>
    /// <exception cref="InvalidDataException">A quote is left open, or text follows a closing quote.</exception>
    public static List<(int Line, string[] Fields)> Read(string text, string name)
    {
        var records = new List<(int, string[])>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, firstLine, quoted, wasQuoted) = (1, 1, false, false);
        text = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
            else if (quoted && c == '"') quoted = false;
            else if (quoted) field.Append(c);
            else if (c == '"' && field.Length == 0 && !wasQuoted) quoted = wasQuoted = true;
            else if (c is ',' or '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                wasQuoted = false;
                if (c == ',') continue;
                records.Add((firstLine, fields.ToArray()));
                fields.Clear();
                firstLine = line;
            }
            else if (wasQuoted)
                throw new InvalidDataException($"{name}, line {line}: expected a comma after the closing quote, found '{c}'.");
            else field.Append(c);
        }
        if (quoted) throw new InvalidDataException($"{name}, line {firstLine}: a quote is opened and never closed.");
        return records;
    }
}
