namespace FromScratch.Kernel;

/// <summary>Turns what stands on the command line into notebooks, in lecture order.</summary>
internal static class NotebookPaths
{
    /// <summary>Every file named, and every <c>.ipynb</c> below every folder named; dot-folders such as <c>.ipynb_checkpoints</c> are left out.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="only">Lesson numbers such as <c>03</c>; empty for all.</param>
    /// <exception cref="CommandException">A path does not exist, or nothing is left to do.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths, IReadOnlyCollection<string> only)
    {
        var all = paths.SelectMany(Expand).Distinct().ToList();
        if (all.Count == 0) throw new CommandException($"No notebook (*.ipynb) in {string.Join(", ", paths)}.");
        var unknown = only.Where(number => !all.Any(path => Matches(path, number))).ToList();
        return unknown.Count > 0
            ? throw new CommandException($"--only {string.Join(",", unknown)}: no such lesson. There are {string.Join(", ", all.Select(Path.GetFileNameWithoutExtension))}.")
            : [.. all.Where(path => only.Count == 0 || only.Any(number => Matches(path, number)))];
    }

    private static bool Matches(string path, string number) => Path.GetFileName(path).StartsWith(number + "-", StringComparison.Ordinal);

    private static IEnumerable<string> Expand(string path)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) throw new CommandException($"{path}: no such file or folder.");
        return Directory.EnumerateFiles(path, "*.ipynb", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(path, file).Split('/', '\\').Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal);
    }
}
