using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FromScratch.Kernel;

namespace FromScratch.Tests.Install;

/// <summary>What the README tells a newcomer to type and to expect.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private readonly CopiedCommand command = new() { DataFolder = "" };

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task What_install_and_uninstall_print_stands_in_the_README()
    {
        var quoted = OutputBlock().Matches(Text).SelectMany(block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        var printed = (await command.Run("install")).Out + (await command.Run("uninstall")).Out + KernelProgram.Compiling;
        Assert.Equal(5, quoted.Count);
        Assert.All(quoted, line => Assert.Matches("(?m)^" + Regex.Escape(line).Replace(" …", " .+", StringComparison.Ordinal) + "$", printed));
    }

    [Fact]
    public async Task Every_command_of_the_README_exists()
    {
        var help = (await command.Run("--help")).Out;
        var commands = CommandName().Matches(Text).Select(match => match.Groups["name"].Value).Distinct().ToList();
        Assert.Equal(["clean", "install", "jupyter", "run", "site", "uninstall"], commands.Order(StringComparer.Ordinal));
        Assert.All(commands, name => Assert.Matches($"(?m)^  {name} ", help));
    }

    [Fact]
    public void The_settings_it_names_are_those_the_repository_ships()
    {
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".vscode", "settings.json")))!.AsObject();
        Assert.Equal(settings.Select(setting => setting.Key), Setting().Matches(Text).Select(match => match.Groups["name"].Value));
        Assert.Equal(".", (string?)settings["jupyter.completionTriggerCharacters"]!["csharp"]![0]);
    }

    [Fact]
    public void The_picture_of_the_kernel_picker_names_our_kernel()
    {
        var picture = File.ReadAllText(Path.Combine(Repository.Root, PicturePath().Match(Text).Groups["path"].Value));
        Assert.Contains($">{KernelSpec.DisplayName}</text>", picture, StringComparison.Ordinal);
        Assert.Contains("A sketch, not a screenshot", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dev_container_runs_the_README_s_commands()
    {
        var container = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".devcontainer", "devcontainer.json")))!;
        Assert.All(((string)container["postCreateCommand"]!).Split(" && "), line => Assert.Contains("   " + line + "\n", Text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"```text\n(?<lines>[^`]+)```")]
    private static partial Regex OutputBlock();

    [GeneratedRegex(@"(FromScratch\.Kernel -- |^\| `)(?<name>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex CommandName();

    [GeneratedRegex(@"`(?<name>jupyter\.\w+)`")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\((?<path>\.github/images/kernel-picker\.svg)\)")]
    private static partial Regex PicturePath();
}
