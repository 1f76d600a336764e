namespace FromScratch;

/// <summary>Remembers, for the life of the process, which hints each exercise has given.</summary>
internal static class HintBook
{
    static readonly Lock Gate = new();
    static readonly Dictionary<string, Page> Pages = [];

    /// <summary>
    /// The hint for one more wrong try: a mistake recognised for the first time gets its own hint alone; after that, and without
    /// one, the general hints come in their order, and the last stays.
    /// </summary>
    public static string Next(string id, string? mistake, string[] hints)
    {
        lock (Gate)
        {
            if (!Pages.TryGetValue(id, out var page)) Pages[id] = page = new();
            if (mistake is not null && page.Explained.Add(mistake) || hints.Length == 0) return mistake ?? "";
            page.Given = Math.Min(page.Given + 1, hints.Length);
            var hint = $"Hint {page.Given} of {hints.Length}: {hints[page.Given - 1]}";
            return mistake is null ? hint : $"{mistake}\n{hint}";
        }
    }

    /// <summary>Solved: who breaks it again starts from the first hint.</summary>
    public static void Close(string id)
    {
        lock (Gate) Pages.Remove(id);
    }

    sealed class Page
    {
        public int Given { get; set; }

        public HashSet<string> Explained { get; } = [];
    }
}
