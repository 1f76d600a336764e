namespace FromScratch.Notebooks;

/// <summary>A file is no notebook this engine can take; the message is one line that says what was expected and what was found.</summary>
public sealed class NotebookException : Exception
{
    /// <summary>Builds the line <c>file: problem</c>.</summary>
    /// <param name="file">The notebook's name or path, as the caller gave it.</param>
    /// <param name="problem">What was expected and what was found.</param>
    /// <param name="cause">The exception behind it, if any.</param>
    public NotebookException(string file, string problem, Exception? cause = null)
        : base($"{file}: {problem}".ReplaceLineEndings(" "), cause) { }
}
