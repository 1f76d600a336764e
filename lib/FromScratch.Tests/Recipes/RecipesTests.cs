using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FromScratch.Tests.Recipes;

/// <summary>The headline recipes on the course's own digits, in seconds; what they reach on MNIST is committed, and held to its bands.</summary>
public sealed partial class RecipesTests : IDisposable
{
    private readonly RecipesCommand command = new();

    public void Dispose() => command.Dispose();

    private static List<(string Name, string Text, double Accuracy, int Seeds)> Rows(string report) => [.. Row().Matches(report).Select(match => (
        match.Groups["name"].Value, match.Groups["text"].Value, double.Parse(match.Groups["mean"].Value, CultureInfo.InvariantCulture),
        int.Parse(match.Groups["seeds"].Value, CultureInfo.InvariantCulture)))];

    private static string Committed => File.ReadAllText(Path.Combine(Repository.Root, "lib", "FromScratch.Recipes", "RESULTS.md"));

    [Fact]
    public async Task Every_recipe_trains_on_the_courses_own_digits_and_is_the_one_of_the_committed_table()
    {
        var (code, report, _) = await command.Run("--digits", "--seeds", "1", "--write", command["table.md"]);

        Assert.Equal(0, code);
        Assert.Equal(7, Rows(report).Count);
        Assert.All(Rows(report), row => Assert.True(row.Accuracy > 75 && row.Seeds == 1, $"{row}"));
        Assert.Equal(report, await File.ReadAllTextAsync(command["table.md"], TestContext.Current.CancellationToken));
        Assert.Equal(Rows(Committed).Select(row => (row.Name, row.Text)), Rows(report).Select(row => (row.Name, row.Text)));
    }

    [Theory]
    [InlineData("softmax", 91.0, 92.0, 10)]
    [InlineData("mlp", 94.0, 95.0, 3)]
    [InlineData("mlp-he", 97.5, 98.5, 3)]
    [InlineData("autoencoder", 95.9, 96.9, 1)]
    [InlineData("cnn", 98.9, 99.5, 1)]
    public void The_committed_accuracy_on_mnist_is_in_the_band_of_the_slide(string name, double low, double high, int seeds)
    {
        var row = Rows(Committed).Single(row => row.Name == name);
        Assert.InRange(row.Accuracy, low, high);
        Assert.InRange(row.Seeds, seeds, 100);
        Assert.Contains("| **" + name, Committed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_seed_is_read_not_trained_and_the_table_tells_mean_and_spread()
    {
        await command.Run("softmax", "--digits", "--seeds", "2");
        var lines = await File.ReadAllLinesAsync(command.Results, TestContext.Current.CancellationToken);
        Assert.Equal(2, lines.Length);
        await File.WriteAllLinesAsync(command.Results, lines.Select((line, k) => Accuracy().Replace(line, $"\"accuracy\":0.9{2 * k}")), TestContext.Current.CancellationToken);
        var (code, report, error) = await command.Run("softmax", "--digits", "--seeds", "2");

        Assert.Equal((0, "softmax: 2 of 2 seeds are finished already\n"), (code, error.ReplaceLineEndings("\n")));
        Assert.Contains("1,000 steps × 100 | 91.8 % | 91.00 ± 1.41 % | 2 | ", report, StringComparison.Ordinal);
        Assert.Contains("`dotnet run -c Release --project lib/FromScratch.Recipes -- softmax --seeds 2 --digits`", report, StringComparison.Ordinal);
        Assert.DoesNotContain(command.Results, report, StringComparison.Ordinal);
        Assert.Contains("| 90.00 % | 1 |", (await command.Run("softmax", "--digits", "--seeds", "1")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_run_loses_the_seed_under_way_and_no_other()
    {
        using (var process = command.Start("mlp-he", "--digits", "--seeds", "100"))
        {
            Assert.StartsWith("mlp-he, seed 1 of 100: ", await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var first = (await File.ReadAllLinesAsync(command.Results, TestContext.Current.CancellationToken))[0];
        // As if it had been killed while it wrote the second.
        await File.WriteAllTextAsync(command.Results, first + "\n" + first.Replace("\"seed\":1", "\"seed\":2", StringComparison.Ordinal)[..^20], TestContext.Current.CancellationToken);
        var (code, report, error) = await command.Run("mlp-he", "--digits", "--seeds", "2");

        Assert.Equal((0, 2), (code, Rows(report).Single().Seeds));
        Assert.StartsWith("mlp-he: 1 of 2 seeds are finished already", error, StringComparison.Ordinal);
        Assert.Contains("mlp-he, seed 2 of 2: ", error, StringComparison.Ordinal);
        Assert.Equal(first, (await File.ReadAllLinesAsync(command.Results, TestContext.Current.CancellationToken))[0]);
        Assert.StartsWith("mlp-he: 2 of 2", (await command.Run("mlp-he", "--digits", "--seeds", "2")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_seed_under_way_keeps_the_others_and_still_prints_the_table()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A test cannot press Ctrl-C there.");
        using var process = command.Start("mlp-he", "--digits", "--seeds", "100");
        await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var (code, report, error) = await RecipesCommand.End(process);

        Assert.Equal(130, code);
        Assert.Contains($"Interrupted. Finished seeds are kept in {command.Results}", error, StringComparison.Ordinal);
        Assert.Equal((await File.ReadAllLinesAsync(command.Results, TestContext.Current.CancellationToken)).Length, Rows(report).Single().Seeds);
    }

    [Theory]
    [InlineData("library")]
    [InlineData("parameters")]
    [InlineData("data")]
    [InlineData("machine")]
    public async Task What_another_library_recipe_data_set_or_machine_made_is_kept_but_not_counted(string what)
    {
        await command.Run("softmax", "--digits", "--seeds", "1");
        var other = (await File.ReadAllTextAsync(command.Results, TestContext.Current.CancellationToken)).Replace($"\"{what}\":\"", $"\"{what}\":\"another ", StringComparison.Ordinal);
        await File.WriteAllTextAsync(command.Results, other, TestContext.Current.CancellationToken);
        var (_, _, error) = await command.Run("softmax", "--digits", "--seeds", "1");

        Assert.StartsWith("softmax, seed 1 of 1: ", error, StringComparison.Ordinal);
        Assert.StartsWith(other, await File.ReadAllTextAsync(command.Results, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "There is no recipe 'rnn'; expected some of softmax, mlp, mlp-he, autoencoder, autoencoder-normal, autoencoder-glorot, cnn.", "softmax", "rnn")]
    [InlineData(2, "--seeds 0: expected 1 … 100.", "--seeds", "0")]
    [InlineData(2, "--seeds 101: expected 1 … 100.", "--seeds", "101")]
    [InlineData(1, "Cannot parse argument 'many' for option '--seeds'", "--seeds", "many")]
    [InlineData(1, "To do it by hand, put the files", "softmax")]
    public async Task What_cannot_be_done_is_told_in_a_line_and_nothing_is_written(int expected, string message, params string[] arguments)
    {
        var (code, _, error) = await command.Run(arguments);

        Assert.Equal(expected, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(command.Results));
    }

    [GeneratedRegex("\"accuracy\":[0-9.]+")]
    private static partial Regex Accuracy();

    [GeneratedRegex(@"^\| \*\*(?<name>[^*]+)\*\*: (?<text>[^|]+) \| [^|]+ \| (?<mean>[0-9.]+)[^|]* \| (?<seeds>\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
