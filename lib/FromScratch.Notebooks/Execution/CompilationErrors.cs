using Microsoft.CodeAnalysis;

namespace FromScratch.Notebooks;

/// <summary>Says what the compiler found wrong with a cell: line and column of the cell, the line itself, and a mark below it.</summary>
internal static class CompilationErrors
{
    private const int Shown = 5;
    private const string MissingReference = "CS0006";

    /// <returns>Null when it found nothing but warnings.</returns>
    public static ErrorOutput? Describe(IEnumerable<Diagnostic> diagnostics, SyntaxTree cell)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start).ToList();
        if (errors.Count == 0) return null;
        // Without its library every name below is unknown too: say the cause once instead of listing its consequences.
        var causes = errors.Where(e => e.Id == MissingReference).ToList();
        var told = causes.Count > 0 ? causes : errors;
        var more = told.Count > Shown ? $"\n… and {told.Count - Shown} more" : "";
        return new ErrorOutput("CompilationError", string.Join("\n", told.Take(Shown).Select(e => Describe(e, cell))) + more, []);
    }

    private static string Describe(Diagnostic error, SyntaxTree cell)
    {
        var place = error.Location.GetLineSpan();
        var file = error.Location.SourceTree == cell || error.Location.SourceTree is null ? "" : Path.GetFileName(place.Path) + " ";
        var (line, column) = (place.StartLinePosition.Line, place.StartLinePosition.Character);
        var hint = error.Id == MissingReference ? ". The course's own libraries are built by: dotnet build lib" : "";
        var head = $"{file}({line + 1},{column + 1}): {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}{hint}";
        if (error.Location.SourceTree is not { } tree || line >= tree.GetText().Lines.Count) return head;
        var width = error.Location.SourceSpan.Length;
        var text = tree.GetText().Lines[line].ToString();
        var mark = new string('^', Math.Clamp(width, 1, Math.Max(1, text.Length - column)));
        return $"{head}\n    {text}\n    {Regex.Replace(text[..column], @"[^\t]", " ")}{mark}";
    }
}
