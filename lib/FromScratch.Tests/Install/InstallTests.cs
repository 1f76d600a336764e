using System.Diagnostics;
using System.Text.Json.Nodes;
using FromScratch.Kernel;

namespace FromScratch.Tests.Install;

public sealed class InstallTests : IDisposable
{
    private readonly CopiedCommand command = new();

    private string Kernels => command["data/kernels"];

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task The_kernelspec_is_what_Jupyter_defines_and_starts_the_copied_program()
    {
        var run = await command.Run("install");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var spec = Spec(".net-csharp");
        Assert.Equal(("C# (FromScratch)", "C#", "message"), ((string?)spec["display_name"], (string?)spec["language"], (string?)spec["interrupt_mode"]));
        string[] argv = [.. spec["argv"]!.AsArray().Select(part => (string)part!)];
        Assert.Equal(["jupyter", "{connection_file}"], argv[^2..]);
        Assert.True(Path.IsPathFullyQualified(argv[0]) && File.Exists(argv[0]), argv[0]);
        Directory.Delete(command["bin"], recursive: true);
        using var help = Process.Start(new ProcessStartInfo(argv[0], [argv[1].Replace("{resource_dir}", Path.Combine(Kernels, ".net-csharp"), StringComparison.Ordinal), "--help"]) { RedirectStandardOutput = true })!;
        Assert.Contains("uninstall", await help.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.All(["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], logo => Assert.True(File.Exists(Path.Combine(Kernels, ".net-csharp", logo))));
    }

    [Fact]
    public async Task What_was_done_where_and_what_comes_next_is_said()
    {
        var installed = (await command.Run("install")).Out.Split('\n');
        Assert.Equal($"Installed the kernel \"C# (FromScratch)\" as .net-csharp in {Path.Combine(Kernels, ".net-csharp")}", installed[0]);
        Assert.Contains(installed, line => line.StartsWith("VS Code does not look there", StringComparison.Ordinal));
        Assert.Contains(installed, line => line.StartsWith("Next: ", StringComparison.Ordinal));
        var removed = (await command.Run("uninstall")).Out.Split('\n');
        Assert.Equal($"Removed the kernel \"C# (FromScratch)\", .net-csharp, from {Path.Combine(Kernels, ".net-csharp")}", removed[0]);
        Assert.StartsWith("Next: ", removed[1], StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Kernels));
        Assert.StartsWith("Nothing to remove", (await command.Run("uninstall")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_kernel_keeps_its_name_and_its_files()
    {
        var foreign = AddForeign(Kernels, ".net-csharp");
        var run = await command.Run("install");
        Assert.Equal(0, run.Code);
        Assert.Contains(".net-csharp is the name of another kernel, \".NET (C#)\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("so this one is named fromscratch", run.Out, StringComparison.Ordinal);
        Assert.Equal("C# (FromScratch)", (string?)Spec("fromscratch")["display_name"]);

        var refused = await command.Run("install", "--name", ".NET-CSharp");
        Assert.Equal(2, refused.Code);
        Assert.Contains("Nothing was changed; choose another name with --name.", refused.Error, StringComparison.Ordinal);

        var removed = await command.Run("uninstall");
        Assert.Contains("fromscratch", removed.Out, StringComparison.Ordinal);
        Assert.Equal(foreign, File.ReadAllText(Path.Combine(Kernels, ".net-csharp", "kernel.json")));
        Assert.Equal([".net-csharp"], Directory.EnumerateDirectories(Kernels).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_foreign_kernel_elsewhere_on_Jupyters_path_is_not_hidden()
    {
        AddForeign(command["shared/kernels"], ".net-csharp");
        await command.Run("install");
        Assert.Equal(["fromscratch"], Directory.EnumerateDirectories(Kernels).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_unreadable_kernelspec_counts_as_foreign()
    {
        AddForeign(Kernels, ".net-csharp", "{ broken");
        await command.Run("install");
        Assert.Equal("{ broken", File.ReadAllText(Path.Combine(Kernels, ".net-csharp", "kernel.json")));
        Assert.True(File.Exists(Path.Combine(Kernels, "fromscratch", "kernel.json")));
    }

    [Fact]
    public async Task Installing_again_replaces_the_program_and_a_running_one_keeps_its_files()
    {
        await command.Run("install");
        var first = Program();
        using (File.OpenRead(Path.Combine(first, "FromScratch.Kernel.dll")))
        {
            var again = await command.Run("install");
            Assert.StartsWith("Replaced the kernel", again.Out, StringComparison.Ordinal);
            Assert.Contains("A notebook still runs the previous one", again.Out, StringComparison.Ordinal);
            Assert.True(Directory.Exists(first));
            var refused = await command.Run("uninstall");
            Assert.Equal((2, "A notebook is running on .net-csharp: close it and try again. Nothing was removed."), (refused.Code, refused.Error.TrimEnd()));
        }

        Assert.DoesNotContain("still runs", (await command.Run("install")).Out, StringComparison.Ordinal);
        Assert.NotEqual(first, Program());
    }

    [Fact]
    public async Task Files_of_others_in_the_folder_stay()
    {
        await command.Run("install", "--name", "mine");
        File.WriteAllText(Path.Combine(Kernels, "mine", "notes.txt"), "keep");
        await command.Run("uninstall");
        Assert.Equal(["notes.txt"], Directory.EnumerateFileSystemEntries(Path.Combine(Kernels, "mine")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("c#")]
    [InlineData("")]
    public async Task A_name_that_Jupyter_would_not_accept_is_refused(string name)
    {
        var run = await command.Run("install", "--name", name);
        Assert.Equal((2, $"--name {name}: expected letters, digits, '-', '.' and '_', as Jupyter allows."), (run.Code, run.Error.TrimEnd()));
        Assert.False(Directory.Exists(Kernels));
    }

    [Theory]
    [InlineData("unix", "", "/h/.local/share/jupyter/kernels")]
    [InlineData("unix", "XDG_DATA_HOME=/x", "/x/jupyter/kernels")]
    [InlineData("unix", "XDG_DATA_HOME=/x JUPYTER_DATA_DIR=/j", "/j/kernels")]
    [InlineData("macos", "XDG_DATA_HOME=/x", "/h/Library/Jupyter/kernels")]
    [InlineData("macos", "JUPYTER_DATA_DIR=/j", "/j/kernels")]
    [InlineData("windows", "APPDATA=/a", "/a/jupyter/kernels")]
    [InlineData("windows", "", "/h/AppData/Roaming/jupyter/kernels")]
    public void The_users_folder_is_Jupyters_on_every_platform(string platform, string variables, string expected)
    {
        var set = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(expected, new KernelFolders(platform, set.GetValueOrDefault, "/h").User.Replace('\\', '/'));
    }

    private static string AddForeign(string kernels, string name, string text = """{ "argv": ["other"], "display_name": ".NET (C#)", "language": "C#" }""")
    {
        Directory.CreateDirectory(Path.Combine(kernels, name));
        File.WriteAllText(Path.Combine(kernels, name, "kernel.json"), text);
        return text;
    }

    private JsonNode Spec(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Kernels, name, "kernel.json")))!;

    private string Program() => Assert.Single(Directory.EnumerateDirectories(Path.Combine(Kernels, ".net-csharp")));
}
