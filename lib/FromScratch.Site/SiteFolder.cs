namespace FromScratch.Site;

/// <summary>The folder a site stands in: replaced whole or not at all, and never when it holds a file we did not write.</summary>
public static class SiteFolder
{
    /// <summary>The file that lists what we wrote.</summary>
    internal const string Marker = ".fromscratch-site";

    /// <summary>Looks, before the long work, whether the folder may be replaced.</summary>
    /// <param name="folder">A folder that need not exist.</param>
    /// <exception cref="SiteException">It is a file, or holds one that is not ours.</exception>
    public static void Check(string folder)
    {
        if (File.Exists(folder))
            throw new SiteException($"{folder}: expected a folder to write the site into, found a file.");
        if (!Directory.Exists(folder))
            return;

        var marker = Path.Combine(folder, Marker);
        HashSet<string> ours = File.Exists(marker) ? [Marker, .. File.ReadAllLines(marker)] : [];
        if (Files(folder).FirstOrDefault(file => !ours.Contains(file)) is { } foreign)
            throw new SiteException($"{folder}: it holds {foreign}, which `site` did not write. Move that away, or name another folder; nothing was changed.");
    }

    /// <summary>Writes a new site beside the old one, then puts it in its place.</summary>
    internal static void Replace(string folder, Action<string> write)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        target = new DirectoryInfo(target).LinkTarget is null ? target : Directory.ResolveLinkTarget(target, returnFinalTarget: true)!.FullName;
        var (fresh, old) = (Beside(target), Beside(target));
        Directory.CreateDirectory(fresh);
        try
        {
            write(fresh);
            File.WriteAllLines(Path.Combine(fresh, Marker), Files(fresh).Order(StringComparer.Ordinal));
            Check(folder);
            if (Directory.Exists(target))
                Directory.Move(target, old);
            Directory.Move(fresh, target);
        }
        catch
        {
            if (Directory.Exists(old) && !Directory.Exists(target))
                Directory.Move(old, target);
            Directory.Delete(fresh, recursive: true);
            throw;
        }

        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
    }

    private static string Beside(string target) =>
        Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");

    // A folder that is a link is foreign as a whole: what it holds is somewhere else.
    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Where(entry => File.Exists(entry) || new DirectoryInfo(entry).LinkTarget is not null)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
}
