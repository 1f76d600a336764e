namespace FromScratch.Notebooks;

/// <summary>A file is no notebook this engine can take; the message is one line, the file as the caller named it and what was expected and found.</summary>
public sealed class NotebookException(string file, string problem, Exception? cause = null)
    : Exception($"{file}: {problem}".ReplaceLineEndings(" "), cause);
