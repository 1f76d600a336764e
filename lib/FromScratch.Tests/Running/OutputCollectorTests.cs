using FromScratch.Notebooks;

namespace FromScratch.Tests.Running;

public sealed class OutputCollectorTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string[] Run(params string[] cells)
    {
        var run = LessonRunner.Run(NotebookDocument.Read(folder.Add("00-a.ipynb", cells)), TimeSpan.FromSeconds(60), cancellation: TestContext.Current.CancellationToken);
        Assert.Null(run.Failure);
        return [.. run.Document.Cells.Select(cell => string.Join(" · ", cell.Outputs.Select(Text)))];
    }

    private static string Text(Output output) => output switch
    {
        StreamOutput stream => stream.Text.TrimEnd(),
        BundleOutput bundle => bundle.Data["text/plain"].GetValue<string>(),
        _ => output.ToString(),
    };

    [Fact]
    public void An_update_replaces_the_display_where_it_stands_also_in_a_cell_above() =>
        Assert.Equal(["10 · 2", "3", "11"], Run("var a = display(1); var b = display(2); a.Update(10);", "display(3); Console.Write(\"\");", "var c = display(5); c.Update(11); c.Update(11);"));

    [Fact]
    public void An_update_from_a_later_cell_shows_nothing_below_that_cell() => Assert.Equal(["8", ""], Run("var a = display(1);", "a.Update(8);"));

    [Fact]
    public void A_clear_takes_away_what_was_shown_and_one_that_waits_does_so_when_the_next_output_comes() =>
        Assert.Equal(
            ["b", "a", "b", ""],
            Run(
                "Console.WriteLine(\"a\"); clear_output(); Console.WriteLine(\"b\");",
                "Console.WriteLine(\"a\"); clear_output(wait: true);",
                "Console.WriteLine(\"a\"); clear_output(wait: true); Console.WriteLine(\"b\");",
                "display(1); clear_output();"));

    [Fact]
    public void Two_hundred_thousand_short_lines_are_one_output()
    {
        var cells = Run("for (int i = 0; i < 200_000; i++) Console.WriteLine(i % 10);");
        Assert.Equal(200_000 * 2 - 1, Assert.Single(cells).Length);
    }
}
