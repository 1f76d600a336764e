namespace FromScratch.Tests;

internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Notebooks => Path.Combine(Root, "notebooks");

    private static string Find(string? folder) => folder switch
    {
        null => throw new InvalidOperationException("No global.json above the tests: where is the repository?"),
        _ when File.Exists(Path.Combine(folder, "global.json")) => folder,
        _ => Find(Path.GetDirectoryName(folder)),
    };
}
