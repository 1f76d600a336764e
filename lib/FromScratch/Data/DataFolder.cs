namespace FromScratch;

/// <summary>Where the course's data files are: in the folder <c>data</c> that holds <c>cars.csv</c>.</summary>
/// <remarks>Both methods throw <see cref="DirectoryNotFoundException"/> where there is none.</remarks>
public static class DataFolder
{
    /// <summary>The full path of a data file, such as "cars.csv", found from the current directory, else the program.</summary>
    public static string PathTo(string name) => Path.Combine(FindFrom(Environment.CurrentDirectory, AppContext.BaseDirectory), name.Given());

    /// <summary>The nearest data folder, at or above the first of the given folders that has one.</summary>
    public static string FindFrom(params IReadOnlyList<string> starts)
    {
        foreach (var start in starts.Given())
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "data", "cars.csv"))) return Path.Combine(folder.FullName, "data");
        throw new DirectoryNotFoundException($"Expected a folder 'data' with the file cars.csv, at or above "
            + $"{string.Join(" or ", starts)}, found none. Open the course's folder, which holds data, lib and notebooks.");
    }
}
