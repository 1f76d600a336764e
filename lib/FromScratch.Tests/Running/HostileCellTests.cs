namespace FromScratch.Tests.Running;

/// <summary>Cells that would end or spoil the process of an engine that trusts them; all of a test's cells in one process.</summary>
public sealed class HostileCellTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static string[] Lines(string path) => File.ReadAllText(path).Split('\n');

    [Fact]
    public async Task A_hostile_cell_spoils_neither_the_next_cell_nor_the_next_lesson()
    {
        (string Cell, string? Told)[] cells =
        [
            ("var t = new System.Threading.Thread(() => throw new Exception(\"stray\")); t.Start(); t.Join();", "On another thread: Exception: stray\\n"),
            ("async void Go() { await Task.Yield(); throw new Exception(\"stray\"); } Go(); await Task.Delay(300);", "On another thread: Exception: stray\\n"),
            ("var timer = new System.Threading.Timer(_ => throw new Exception(\"stray\"), null, 0, -1); await Task.Delay(300);", "On another thread: Exception: stray\\n"),
            ("class Bad { ~Bad() => throw new Exception(\"stray\"); }\nvoid Make() { new Bad(); }\nMake(); GC.Collect(); GC.WaitForPendingFinalizers();", "On another thread: Exception: stray\\n"),
            ("Console.SetOut(new StringWriter()); Console.SetError(TextWriter.Null); Console.SetIn(new StringReader(\"\"));", null),
            ("System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(\"\") { NumberFormat = { NumberDecimalSeparator = \"!\" } };", null),
            ("var bytes = new byte[1 << 30]; for (var i = 0; i < bytes.Length; i += 4096) bytes[i] = 1;", null),
            ("for (var i = 0; i < 200_000; i++) Console.WriteLine(1);", null),
            ("var gone = Directory.CreateTempSubdirectory().FullName; Environment.CurrentDirectory = gone; Directory.Delete(gone);", null),
            ("for (var i = 0; i < 64; i++) _ = Task.Run(() => System.Threading.Thread.Sleep(500));", null),
        ];
        var paths = cells.Select((cell, i) => folder.Add($"{i:00}-hostile.ipynb", cell.Cell, "Console.WriteLine(\"alive \" + 0.5);")).ToList();

        var run = await Command.Run(folder.Path, "run", ".", "--write", "--timeout", "60");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (var ((cell, told), path) in cells.Zip(paths))
        {
            Assert.Contains(Lines(path), line => line.Contains("\"alive 0.5", StringComparison.Ordinal));
            Assert.Equal((cell, told is not null), (cell, Lines(path).Any(line => line.Contains("On another thread", StringComparison.Ordinal))));
            Assert.True(told is null || Lines(path).Any(line => line.Contains(told, StringComparison.Ordinal)), cell);
        }
    }

    [Fact]
    public async Task A_cell_that_would_end_the_process_fails_alone()
    {
        (string Error, string Cell)[] cells =
        [
            ("InvalidOperationException: Environment.Exit would end the session", "Environment.Exit(0);"),
            ("NullReferenceException", "throw null;"),
            ("InsufficientExecutionStackException", "int Deep(int n) => 1 + Deep(n + 1);\nDeep(0)"),
            ("OutOfMemoryException", "new int[100].Select(_ => new double[2_000_000_000]).ToList()"),
            ("TooMuchOutput", "while (true) Console.WriteLine(\"again\");"),
            ("Timeout", "new System.Threading.Thread(() => { while (true) { } }).Start(); System.Threading.Thread.Sleep(-1);"),
        ];
        for (var i = 0; i < cells.Length; i++)
        {
            folder.Add($"{i:00}-hostile.ipynb", "// Hostile\n" + cells[i].Cell);
        }

        var run = await Command.Run(folder.Path, "run", ".", "--timeout", "10");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("6 lessons, 6 failures,", run.Out, StringComparison.Ordinal);
        foreach (var (error, _) in cells)
        {
            Assert.Contains("cell hostile: " + error, run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("enough of this", "Environment.FailFast(\"enough of this\");")]
    [InlineData("Stack overflow", "class Deep { public override string ToString() => $\"{this}\"; }\nnew Deep().ToString()")] // calls itself without its name
    public async Task What_does_end_the_process_says_why_and_writes_nothing(string message, string cell)
    {
        var path = folder.Add("00-a.ipynb", cell);
        var before = File.ReadAllBytes(path);
        var run = await Command.Run(folder.Path, "run", ".", "--write");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }
}
