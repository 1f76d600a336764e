using System.Buffers;

namespace FromScratch.Notebooks;

/// <summary>Document → nbformat 4.5 text.</summary>
internal static class NotebookWriter
{
    public static string Write(NotebookDocument document) => CanonicalJson.Write(new JsonObject
    {
        ["cells"] = new JsonArray([.. document.Cells.Select(Cell)]),
        ["metadata"] = document.Metadata.DeepClone(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });

    /// <summary>What ends a line for Python's <c>str.splitlines</c>, by which Jupyter splits.</summary>
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029");

    /// <summary>Text as Jupyter stores it: a list of lines, each with its line end.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(LineEnds);
            var next = length < 0 ? text.Length : start + length + 1;
            if (text[next - 1] == '\r' && next < text.Length && text[next] == '\n')
                next++;
            lines.Add((JsonNode)text[start..next]);
            start = next;
        }
        return lines;
    }

    private static JsonNode Cell(NotebookCell cell)
    {
        var json = new JsonObject
        {
            ["cell_type"] = cell.Kind switch { CellKind.Code => "code", CellKind.Markdown => "markdown", _ => "raw" },
            ["id"] = cell.Id,
            ["metadata"] = cell.Metadata.DeepClone(),
            ["source"] = Lines(cell.Source),
        };
        if (cell.Attachments.Count > 0)
            json["attachments"] = cell.Attachments.DeepClone();
        if (cell.Kind == CellKind.Code)
        {
            json["execution_count"] = cell.ExecutionCount;
            json["outputs"] = new JsonArray([.. cell.Outputs.Select(output => OutputJson.Write(output, cell.ExecutionCount))]);
        }
        return json;
    }
}
