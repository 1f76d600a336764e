using Microsoft.CodeAnalysis.CSharp;

namespace FromScratch.Notebooks;

/// <summary>
/// The one form a notebook has in git, whichever editor saved it: readable ids, no run counters, metadata from an allow-list,
/// outputs as <see cref="CommittedOutputs"/> allows.
/// </summary>
public static partial class NotebookCleaner
{
    /// <summary>
    /// Cleans a notebook whose language is C# or not said; cleaning twice changes nothing more. An id that a tool made up, or that
    /// repeats, is derived from the cell's content; of the cell's metadata the tags stay; blank lines at the end of a source go, and
    /// blanks at the end of its code lines.
    /// </summary>
    /// <exception cref="NotebookException">The notebook, or a code cell of it, is in another language, which cleaning would lose.</exception>
    public static NotebookDocument Clean(NotebookDocument document)
    {
        NotebookLanguage.RequireCSharp(document);
        var cells = document.Cells.Select(Clean).ToList();
        var ids = CellIds.For(cells, keep: CellIds.IsReadable);
        return document with { Metadata = Metadata(), Cells = [.. cells.Zip(ids, (cell, id) => cell with { Id = id })] };
    }

    /// <summary>Why a file's text is not clean: its first line that differs, or null when it is clean; messages call it by the name.</summary>
    /// <exception cref="NotebookException">The text is no C# notebook.</exception>
    public static string? FirstUncleanLine(string text, string name)
    {
        var clean = Clean(NotebookDocument.Parse(text, name)).ToJson();
        if (text == clean) return null;
        var (found, expected) = (text.Split('\n'), clean.Split('\n'));
        var line = found.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{name}: line {line + 1}: expected {Show(expected, line)}, found {Show(found, line)}.";

        static string Show(string[] lines, int line) => line < lines.Length ? $"`{OneLine.Of(lines[line])}`" : "the end of the file";
    }

    private static NotebookCell Clean(NotebookCell cell)
    {
        var source = CleanSource(cell);
        return new NotebookCell(cell.Kind, cell.Id, source)
        {
            Metadata = cell.Tags.Count == 0 ? [] : new JsonObject { ["tags"] = cell.Metadata["tags"]!.DeepClone() },
            Attachments = new JsonObject(cell.Attachments
                .Where(file => IsReferenced(file.Key, source))
                .Select(file => KeyValuePair.Create(file.Key, file.Value?.DeepClone()))),
            Outputs = CommittedOutputs.Of(cell.Outputs),
        };
    }

    /// <summary>Two blanks at the end of a markdown line are a line break, and in a text of several lines they are text.</summary>
    private static string CleanSource(NotebookCell cell)
    {
        if (cell.Kind != CellKind.Code) return cell.Source.TrimEnd();
        var texts = SyntaxFactory.ParseTokens(cell.Source).Where(token => token.Text.Contains('\n')).Select(token => token.Span).ToList();
        return BlanksAtLineEnd().Replace(cell.Source, blanks => texts.Any(text => text.Contains(blanks.Index)) ? blanks.Value : "").TrimEnd();
    }

    [GeneratedRegex(@"[^\S\n]+$", RegexOptions.Multiline)]
    private static partial Regex BlanksAtLineEnd();

    private static bool IsReferenced(string file, string source) =>
        new[] { source, Uri.UnescapeDataString(source) }.Any(text => text.Contains($"attachment:{file}", StringComparison.Ordinal));

    /// <summary>With "polyglot-notebook" as the language's name VS Code's Jupyter extension silently runs nothing.</summary>
    private static JsonObject Metadata() => new()
    {
        ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "C#",
            ["pygments_lexer"] = "csharp",
        },
    };
}
