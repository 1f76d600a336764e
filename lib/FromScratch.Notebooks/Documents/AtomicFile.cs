namespace FromScratch.Notebooks;

/// <summary>Replaces a text file whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes UTF-8 (no byte order mark) to a hidden <c>.NAME.tmp</c> in the same folder, which must exist, flushes it to the disk and
    /// renames it over the file. A symbolic link stays and its target is replaced; the Unix file mode is kept; a file that already has
    /// these bytes is not touched.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written; the old one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written to; the old file is untouched.</exception>
    public static void Write(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var isLink = new FileInfo(path).LinkTarget is not null;
        var target = isLink ? File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
        if (Directory.Exists(target)) throw new IOException($"{path}: expected a file to write, found a folder.");
        if (File.Exists(target) && File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes)) return;
        if (File.Exists(target) && new FileInfo(target).IsReadOnly) throw new UnauthorizedAccessException($"{path}: expected a file to write, found one that is read-only.");
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.tmp");
        var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        try
        {
            using (stream)
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
