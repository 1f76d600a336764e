namespace FromScratch.Notebooks;

/// <summary>In which language a notebook and its cells are written, in the words of the editors that save them.</summary>
internal static class NotebookLanguage
{
    private static readonly string[] CSharp = ["", "c#", "csharp", "polyglot-notebook", "dotnet-interactive.csharp"];

    /// <summary>Where Polyglot Notebooks and VS Code note a cell's language, the most telling first.</summary>
    private static readonly (string Section, string Key)[] CellLanguage =
        [("polyglot_notebook", "kernelName"), ("dotnet_interactive", "language"), ("vscode", "languageId")];

    public static void RequireCSharp(NotebookDocument document)
    {
        if (!IsCSharp(document.Language))
            throw new NotebookException(document.Name, $"expected a C# notebook, found the language \"{OneLine.Of(document.Language, 40)}\".");
        foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Code))
            if (LanguageOf(cell) is var language && !IsCSharp(language))
                throw new NotebookException(document.Name, $"expected C# in every code cell, found \"{OneLine.Of(language, 40)}\" in cell {cell.Id}.");
    }

    private static bool IsCSharp(string language) => CSharp.Contains(language.ToLowerInvariant());

    private static string LanguageOf(NotebookCell cell) =>
        CellLanguage.Select(place => Note(cell.Metadata, place.Section, place.Key)).FirstOrDefault(language => language is { Length: > 0 }) ?? "";

    /// <summary>A text in a section of some metadata; null where there is none.</summary>
    public static string? Note(JsonObject metadata, string section, string key) =>
        (metadata[section] as JsonObject)?[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
