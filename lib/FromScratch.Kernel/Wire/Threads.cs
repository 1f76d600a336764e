namespace FromScratch.Kernel.Wire;

internal static class Threads
{
    /// <summary>Starts a background thread of our own: the thread pool belongs to the cells.</summary>
    public static Thread Start(string name, Action body, int stackBytes = 0)
    {
        var thread = new Thread(() => body(), stackBytes) { Name = name, IsBackground = true };
        thread.Start();
        return thread;
    }
}
