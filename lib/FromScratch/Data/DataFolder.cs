namespace FromScratch;

/// <summary>Where the course's data files are.</summary>
public static class DataFolder
{
    /// <summary>The nearest folder <c>data</c> that holds <c>cars.csv</c>: at or above the current directory, else at or above the program.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find() => FindFrom(Environment.CurrentDirectory, AppContext.BaseDirectory);

    /// <summary>The nearest folder <c>data</c> that holds <c>cars.csv</c>, at or above the first start that has one.</summary>
    /// <param name="starts">Folders to start from.</param>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string FindFrom(params IReadOnlyList<string> starts)
    {
        foreach (var start in starts)
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "data", "cars.csv")))
                    return Path.Combine(folder.FullName, "data");
        throw new DirectoryNotFoundException(
            $"Expected a folder 'data' with the file cars.csv, at or above {string.Join(" or ", starts)}, found none. Open the course's own folder, the one that holds data, lib and notebooks.");
    }

    /// <summary>The full path of a data file.</summary>
    /// <param name="name">A file name, such as "cars.csv".</param>
    /// <exception cref="DirectoryNotFoundException">There is no data folder.</exception>
    public static string PathTo(string name) => Path.Combine(Find(), name);
}
