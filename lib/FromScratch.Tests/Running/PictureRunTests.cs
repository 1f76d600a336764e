using FromScratch.Notebooks;

namespace FromScratch.Tests.Running;

/// <summary><c>run --write --pictures</c> with a driver that answers without a browser; <c>.ci/run</c> draws with the real one.</summary>
public sealed class PictureRunTests : IDisposable
{
    private const string Missing = "1 picture missing; to draw: dotnet run --project lib/FromScratch.Kernel -- run notebooks --write --pictures\n";

    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>A lesson whose last cell is the curve y = slope·x.</summary>
    private string AddLesson(int slope, string name = "00-a.ipynb") => folder.Add(name,
        $"#r \"{Path.Combine(AppContext.BaseDirectory, "FromScratch.Plots.dll")}\"\nusing FromScratch;", $"// Draw\nPlot.Curve(x => {slope} * x, 0, 1)");

    private Task<Command> Run(string? path, params string[] arguments) => Command.RunWithPath(folder.Path, path, ["run", .. arguments]);

    /// <summary>A folder with a program named node that says it is ready, then answers every figure with the line given.</summary>
    private string Node(string answer, string ready = """{"ready": "0"}""")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The driver of this test is a shell script.");
        var bin = Directory.CreateDirectory(folder.FileOf("bin")).FullName;
        var node = Path.Combine(bin, "node");
        File.WriteAllText(node, $"#!/bin/sh\necho '{ready}'\nwhile read -r figure; do echo '{answer}'; done\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return bin;
    }

    private static string? PictureIn(string path) => (string?)NotebookDocument.Read(path).Cells[^1].Outputs.OfType<BundleOutput>().Single().Data.GetValueOrDefault("image/png");

    [Fact]
    public async Task A_drawn_picture_stays_until_its_figure_changes_and_then_is_missed()
    {
        var path = AddLesson(slope: 1);
        var drawn = await Run(Node("""{"png": "AAAA"}"""), ".", "--write", "--pictures");
        Assert.Equal((0, ""), (drawn.ExitCode, drawn.Error));
        Assert.Equal("AAAA", PictureIn(path));
        var bytes = File.ReadAllBytes(path);

        // Neither a run with another browser nor one without touches it.
        await Run(Node("""{"png": "BBBB"}"""), ".", "--write", "--pictures");
        Assert.Equal(bytes, File.ReadAllBytes(path));
        var kept = await Run(null, ".", "--write");
        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.DoesNotContain("missing", kept.Out, StringComparison.Ordinal);

        File.WriteAllText(path, File.ReadAllText(path).Replace("1 * x", "2 * x", StringComparison.Ordinal));
        var check = await Run(null, ".", "--check");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("fingerprint of application/vnd.plotly.v1+json", check.Error, StringComparison.Ordinal);
        var dropped = await Run(null, ".", "--write");
        Assert.EndsWith(Missing, dropped.Out, StringComparison.Ordinal);
        Assert.Null(PictureIn(path));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_drawn_fails_the_lesson_names_the_cell_and_writes_nothing()
    {
        var path = AddLesson(slope: 1);
        var before = File.ReadAllBytes(path);
        var run = await Run(Node("""{"error": "no such trace"}"""), ".", "--write", "--pictures");
        Assert.Equal((1, "./00-a.ipynb: cell draw: its picture cannot be drawn: no such trace\n"), (run.ExitCode, run.Error));
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData("""{"error": "the package upng-js is missing: npm install --prefix .ci/browser"}""", "the package upng-js is missing: npm install --prefix .ci/browser\n")]
    [InlineData("", "expected a line of JSON from .ci/browser/pictures.mjs: ")]
    public async Task What_the_driver_misses_is_said_before_any_lesson_runs(string ready, string message)
    {
        folder.Add("00-a.ipynb", "File.WriteAllText(\"ran\", \"\");");
        var run = await Run(Node("", ready), ".", "--write", "--pictures");
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("--pictures: " + message, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.FileOf("ran")));
    }

    [Fact]
    public async Task Without_node_the_command_that_installs_is_named_before_any_lesson_runs()
    {
        folder.Add("00-a.ipynb", "File.WriteAllText(\"ran\", \"\");");
        var run = await Run(folder.Path, ".", "--write", "--pictures");
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("--pictures: cannot start node (", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("npm install --prefix .ci/browser\n", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.FileOf("ran")));
    }

    [Fact]
    public async Task The_README_gets_the_pictures_it_shows()
    {
        Directory.CreateDirectory(folder.FileOf("notebooks"));
        AddLesson(slope: 1, Path.Combine("notebooks", "00-a.ipynb"));
        File.WriteAllText(folder.FileOf("README.md"), "![a line](.github/images/00-a/draw.png) ![other](.github/images/01-b/draw.png) ![drawn by hand](.github/images/logo.png)");
        Assert.Equal(0, (await Run(Node("""{"png": "AAAA"}"""), "notebooks", "--write", "--pictures")).ExitCode);
        Assert.Equal([0, 0, 0], File.ReadAllBytes(folder.FileOf(".github/images/00-a/draw.png")));
        Assert.False(Directory.Exists(folder.FileOf(".github/images/01-b")));
    }

    [Fact]
    public async Task A_cell_the_README_shows_but_the_lesson_lacks_is_named()
    {
        Directory.CreateDirectory(folder.FileOf("notebooks"));
        AddLesson(slope: 1, Path.Combine("notebooks", "00-a.ipynb"));
        File.WriteAllText(folder.FileOf("README.md"), "![a line](.github/images/00-a/gone.png)");
        var run = await Run(Node("""{"png": "AAAA"}"""), "notebooks", "--write", "--pictures");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("README.md: expected a cell gone with a picture in notebooks/00-a.ipynb, found none.", run.Error, StringComparison.Ordinal);
    }
}
