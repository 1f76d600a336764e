namespace FromScratch.Notebooks;

/// <summary>
/// A <c>.ipynb</c> document: reads nbformat 4.0 to 4.5, writes 4.5 byte for byte as Jupyter does
/// (keys sorted, indented by one space, LF, one source line a line, text as itself) but for numbers, which keep their spelling.
/// Immutable: change it by <c>with { … }</c>.
/// </summary>
/// <param name="Name">The file's name or path, for messages.</param>
/// <param name="Metadata">Everything nbformat calls the notebook's metadata, foreign entries included.</param>
/// <param name="Cells">The cells in reading order; their ids are valid and unique.</param>
public sealed record NotebookDocument(string Name, JsonObject Metadata, IReadOnlyList<NotebookCell> Cells)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The language its code cells are written in: <c>language_info.name</c>, else <c>kernelspec.language</c>, else empty.</summary>
    public string Language =>
        NotebookLanguage.Note(Metadata, "language_info", "name") ?? NotebookLanguage.Note(Metadata, "kernelspec", "language") ?? "";

    /// <summary>Reads a notebook file. Cells without a valid, unique id (all of them before 4.5) get one from their content.</summary>
    /// <exception cref="NotebookException">The file is missing, unreadable, or no notebook of nbformat 4.0 to 4.5. No other exception escapes.</exception>
    public static NotebookDocument Read(string path)
    {
        try { return Parse(Utf8.GetString(File.ReadAllBytes(path)), path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new NotebookException(path, e switch
            {
                FileNotFoundException or DirectoryNotFoundException => "expected a notebook, found no such file.",
                DecoderFallbackException d => $"expected UTF-8 text, found the bytes {Convert.ToHexString(d.BytesUnknown ?? [])} at byte {d.Index}.",
                _ => $"cannot be read: {e.Message}",
            }, e);
        }
    }

    /// <summary>Reads a notebook from its JSON text, which may have a byte order mark and CRLF; messages call it by the name.</summary>
    /// <exception cref="NotebookException">The text is no notebook of nbformat 4.0 to 4.5.</exception>
    public static NotebookDocument Parse(string text, string name) => NotebookReader.Read(text, name);

    /// <summary>The document as nbformat 4.5, with a final newline.</summary>
    public string ToJson() => NotebookWriter.Write(this);

    /// <summary>Writes <see cref="ToJson"/>, whole or not at all (see <see cref="AtomicFile"/>).</summary>
    /// <exception cref="IOException">The file cannot be written; the old one is untouched.</exception>
    public void Write(string path) => AtomicFile.Write(path, ToJson());

    /// <summary>The same document with the outputs of every code cell replaced.</summary>
    public NotebookDocument WithOutputs(Func<NotebookCell, IReadOnlyList<Output>> outputs) => this with
    {
        Cells = [.. Cells.Select(cell => cell.Kind == CellKind.Code ? cell with { Outputs = outputs(cell) } : cell)],
    };
}
