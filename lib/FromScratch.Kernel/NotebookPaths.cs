namespace FromScratch.Kernel;

/// <summary>Turns what stands on the command line into notebooks, in lecture order.</summary>
internal static class NotebookPaths
{
    /// <summary>
    /// Every file named, and every <c>.ipynb</c> below every folder named; dot-folders such as <c>.ipynb_checkpoints</c> are left out.
    /// Of them those of the lesson numbers in <paramref name="only"/>, such as <c>03</c>; all when it is empty.
    /// </summary>
    /// <exception cref="CommandException">A path does not exist, or nothing is left to do.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths, IReadOnlyCollection<string> only)
    {
        var all = paths.SelectMany(Expand).DistinctBy(Path.GetFullPath).ToList();
        if (all.Count == 0) throw new CommandException($"No notebook (*.ipynb) in {string.Join(", ", paths)}.");
        var unknown = only.Where(number => !all.Any(path => Matches(path, number))).ToList();
        return unknown.Count > 0
            ? throw new CommandException($"--only {string.Join(",", unknown)}: no such lesson. There are {string.Join(", ", all.Select(Path.GetFileNameWithoutExtension))}.")
            : [.. all.Where(path => only.Count == 0 || only.Any(number => Matches(path, number)))];
    }

    private static bool Matches(string path, string number) => Path.GetFileName(path).StartsWith(number + "-", StringComparison.Ordinal);

    private static IEnumerable<string> Expand(string path) => File.Exists(path) ? [path]
        : !Directory.Exists(path) ? throw new CommandException($"{path}: no such file or folder.")
        : Directory.EnumerateFiles(path, "*.ipynb", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(path, file).Split('/', '\\').Any(part => part.StartsWith('.'))).Order(StringComparer.Ordinal);
}
