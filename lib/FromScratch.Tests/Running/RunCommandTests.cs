namespace FromScratch.Tests.Running;

public sealed class RunCommandTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    private Task<Command> Run(params string[] arguments) => Command.Run(folder.Path, ["run", .. arguments]);

    [Fact]
    public async Task Lessons_run_in_order_and_touch_no_file()
    {
        var second = folder.Add("01-b.ipynb", "40 + 2");
        folder.Add("00-a.ipynb", "var x = 1;", "x");
        var before = File.ReadAllBytes(second);
        var run = await Run(".", second); // named twice, run once
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^00-a +2 cells +\d+\.\d s  ok\n01-b +1 cells +\d+\.\d s  ok\n2 lessons, 0 failures, \d+\.\d s\n$", run.Out);
        Assert.Equal(before, File.ReadAllBytes(second));
    }

    [Fact]
    public async Task Written_outputs_are_found_the_same_and_a_changed_one_is_told()
    {
        var path = folder.Add("00-a.ipynb", "Console.WriteLine(\"loss 0.25\"); 40 + 2");
        Assert.Equal(0, (await Run(".", "--write")).ExitCode);
        Assert.Contains("\"42\"", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Contains("same", (await Run(".", "--check")).Out, StringComparison.Ordinal);

        File.WriteAllText(path, File.ReadAllText(path).Replace("\"42\"", "\"43\"", StringComparison.Ordinal));
        var check = await Run(".", "--check");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("committed: 43", check.Error, StringComparison.Ordinal);
        Assert.Contains("fresh:     42", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_written_notebook_is_clean()
    {
        folder.Add("00-a.ipynb", "display(1); Console.Write(\"50 %\\r100 %\\n\"); new[] { 1.5, 2 }");
        await Run(".", "--write");
        Assert.Equal(0, (await Command.Run(folder.Path, "clean", ".", "--verify")).ExitCode);
    }

    [Fact]
    public async Task A_notebook_saved_by_an_editor_while_it_runs_is_not_overwritten()
    {
        var path = folder.Add("00-a.ipynb", "// before\nFile.WriteAllText(\"00-a.ipynb\", File.ReadAllText(\"00-a.ipynb\").Replace(\"// before\", \"// after\"));");
        var run = await Run(".", "--write");
        Assert.Equal((1, "./00-a.ipynb: changed while it ran, perhaps by an editor; nothing was written.\n"), (run.ExitCode, run.Error));
        Assert.Contains("\"// after\\n\"", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_with_a_byte_order_mark_is_not_clean()
    {
        var path = folder.Add("00-a.ipynb", "1");
        var clean = File.ReadAllBytes(path);
        File.WriteAllBytes(path, [0xEF, 0xBB, 0xBF, .. clean]);
        var verify = await Command.Run(folder.Path, "clean", ".", "--verify");
        Assert.Equal((1, "./00-a.ipynb: line 1: expected `{`, found `\\ufeff{`.\n"), (verify.ExitCode, verify.Error));
        var run = await Command.Run(folder.Path, "clean", ".");
        Assert.Equal((0, "./00-a.ipynb: cleaned\n"), (run.ExitCode, run.Out));
        Assert.Equal(clean, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_notebook_that_cannot_be_cleaned_does_not_keep_the_others_dirty()
    {
        var path = folder.Add("01-b.ipynb", "1");
        var clean = File.ReadAllBytes(path);
        File.WriteAllText(folder.FileOf("00-a.ipynb"), "{ not json");
        File.WriteAllText(path, File.ReadAllText(path) + "\n");
        var run = await Command.Run(folder.Path, "clean", ".");
        Assert.Equal((1, "./01-b.ipynb: cleaned\n"), (run.ExitCode, run.Out));
        Assert.StartsWith("./00-a.ipynb: expected a notebook in JSON", run.Error, StringComparison.Ordinal);
        Assert.Equal(clean, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_cell_that_throws_fails_the_run_names_its_place_and_writes_nothing()
    {
        var path = folder.Add("00-a.ipynb", "var xs = new int[2];", "// Read past the end\nvar y = xs[2];", "1");
        var before = File.ReadAllBytes(path);
        var run = await Run(".", "--write");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("1 lesson, 1 failure", run.Out, StringComparison.Ordinal);
        Assert.Contains("00-a.ipynb: cell read-past-the-end: IndexOutOfRangeException: Index was outside the bounds of the array.\n  in read-past-the-end, line 2:  var y = xs[2];\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_failing_lesson_does_not_keep_the_others_from_running()
    {
        folder.Add("00-a.ipynb", "nonsense");
        folder.Add("01-b.ipynb", "1");
        var run = await Run(".");
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"00-a .* failed\n01-b .* ok\n2 lessons, 1 failure,", run.Out);
    }

    [Fact]
    public async Task A_cell_that_never_ends_is_stopped_by_the_timeout()
    {
        folder.Add("00-a.ipynb", "// Forever\nwhile (true) { }");
        var run = await Run(".", "--timeout", "1");
        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("00-a.ipynb: cell forever: Timeout: it did not end within 1 s. Allow more with --timeout.", run.FirstErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_prints_ten_megabytes_is_stopped_and_the_file_stays()
    {
        var path = folder.Add("00-a.ipynb", "// Flood\nfor (int i = 0; i < 100_000; i++) Console.WriteLine(new string('x', 100));");
        var before = File.ReadAllBytes(path);
        var run = await Run(".", "--write");
        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("00-a.ipynb: cell flood: TooMuchOutput: it printed more than 1,000,000 characters.", run.FirstErrorLine, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_cell_that_displays_without_end_is_stopped()
    {
        folder.Add("00-a.ipynb", "// Flood\nwhile (true) display(1);");
        var run = await Run(".");
        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("00-a.ipynb: cell flood: TooMuchOutput: it has more than 10,000 outputs.", run.FirstErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_is_asked_for_though_dotnet_is_not_on_the_path()
    {
        folder.Add("00-a.ipynb", "#r \"nuget: No.Such.Package.Of.Ours, 1.0.0\"");
        var run = await Command.RunWithPath(folder.Path, folder.Path, "run", ".");
        Assert.Contains("No.Such.Package.Of.Ours 1.0.0 could not be restored", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_library_is_named()
    {
        folder.Add("00-a.ipynb", "#r \"../lib/bin/Missing.dll\"\nusing Missing;");
        var run = await Run(".");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("CS0006: Metadata file '../lib/bin/Missing.dll' could not be found", run.FirstErrorLine, StringComparison.Ordinal);
        Assert.Contains("dotnet build lib", run.FirstErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_reads_the_console_gets_no_answer_instead_of_waiting()
    {
        folder.Add("00-a.ipynb", "Console.ReadLine() ?? \"nothing\"");
        Assert.Equal(0, (await Run(".", "--timeout", "20")).ExitCode);
    }

    [Theory]
    [InlineData("{ not json", "00-a.ipynb")]
    [InlineData("{\"cells\": 1}", "00-a.ipynb")]
    [InlineData("", "00-a.ipynb")]
    public async Task A_file_that_is_no_notebook_is_named_in_one_line_and_stays(string content, string name)
    {
        File.WriteAllText(folder.FileOf(name), content);
        var run = await Run(".", "--write");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(name, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(folder.FileOf(name)));
    }

    [Fact]
    public async Task A_notebook_of_another_language_is_named_in_one_line()
    {
        folder.AddInLanguage("00-a.ipynb", "python");
        var run = await Run(".");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("expected a C# notebook, found the language \"python\"", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere: no such file or folder.", "nowhere")]
    [InlineData("No notebook (*.ipynb) in ..", ".")]
    public async Task A_path_without_a_notebook_is_named_and_nothing_runs(string message, string path)
    {
        var run = await Run(path);
        Assert.Equal((2, message, ""), (run.ExitCode, run.Error.TrimEnd(), run.Out));
    }

    [Theory]
    [InlineData("--write and --check: choose one.", "--write", "--check")]
    [InlineData("--pictures: expected --write with it.", "--pictures")]
    [InlineData("--timeout 0: expected seconds above 0, at most 86400.", "--timeout", "0")]
    [InlineData("--only 07: no such lesson. There are 00-a.", "--only", "07")]
    public async Task Options_that_make_no_sense_are_refused(string message, params string[] options)
    {
        folder.Add("00-a.ipynb", "1");
        var run = await Run([".", .. options]);
        Assert.Equal((2, message), (run.ExitCode, run.Error.TrimEnd()));
    }

    [Fact]
    public async Task Only_picks_lessons_by_number()
    {
        folder.Add("00-a.ipynb", "1");
        folder.Add("01-b.ipynb", "1");
        folder.Add("02-c.ipynb", "1");
        var run = await Run(".", "--only", "00,02");
        Assert.Contains("2 lessons, 0 failures", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("01-b", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupt_stops_the_cell_and_the_lessons_after_it_and_writes_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        var path = folder.Add("00-a.ipynb", "File.WriteAllText(\"started\", \"\"); while (true) { }");
        folder.Add("01-b.ipynb", "1");
        var before = File.ReadAllBytes(path);
        using var process = Command.Start(folder.Path, "run", ".", "--write");
        while (!File.Exists(folder.FileOf("started")))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        using var interrupt = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("01-b.ipynb: not run, interrupted.", error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task Killed_while_writing_the_notebook_is_the_old_one_or_the_new_one()
    {
        var path = folder.Add("00-a.ipynb", "for (int i = 0; i < 20_000; i++) Console.WriteLine($\"line {i}\");");
        var old = File.ReadAllBytes(path);
        await Run(".", "--write");
        var written = File.ReadAllBytes(path);
        Assert.NotEqual(old, written);

        var random = new Random(1);
        for (var i = 0; i < 5; i++)
        {
            File.WriteAllBytes(path, old);
            using var process = Command.Start(folder.Path, "run", ".", "--write");
            await Task.Delay(random.Next(200, 3000), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Contains(File.ReadAllBytes(path), new[] { old, written });
        }
    }
}
