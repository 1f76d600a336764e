using System.Globalization;
using FromScratch.Notebooks;
using static FromScratch.Tests.Documents.Sample;

namespace FromScratch.Tests.Documents;

public sealed class OutputComparisonTests
{
    private static IReadOnlyList<OutputDifference> Compare(Output committed, Output fresh) =>
        OutputComparison.Compare(Committed(Lesson(committed)), Lesson(fresh));

    private static NotebookDocument Committed(NotebookDocument document) =>
        NotebookDocument.Parse(NotebookCleaner.Clean(document).ToJson(), "committed.ipynb");

    [Theory]
    [InlineData("loss 0.1234", "loss 0.1235")]
    [InlineData("loss 0.1234", "loss 0.1234")]
    [InlineData("[-0.00, 1.0]", "[0.00, 1.0]")]
    [InlineData("x  9.99\n", "x 10.00\n")]
    [InlineData("1.25E-05", "1.26e-05")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1", "0.9999999999999999")]
    [InlineData("rate .5, loss 2.", "rate .5, loss 2.")]
    [InlineData("took 12.5kB.", "took 12.6kB.")]
    [InlineData("(0.25, 0.75)", "(0.2501, 0.7499)")]
    public void Last_digits_may_differ(string committed, string fresh) => Assert.Empty(Compare(Printed(committed), Printed(fresh)));

    [Theory]
    [InlineData("the loss falls", "the loss rises")]
    [InlineData("epoch 10", "epoch 11")]
    [InlineData("3 of 10.", "4 of 10.")]
    [InlineData("loss 0.1234", "loss 0.1236")]
    [InlineData("loss 0.1234", "loss 0.2234")]
    [InlineData("loss 0.1234", "loss -0.1234")]
    [InlineData("1.25E-05", "1.25E-04")]
    [InlineData("1", "0.99")]
    [InlineData("version 1.2.3", "version 1.2.4")]
    [InlineData("2026-11-21", "2026-11-22")]
    [InlineData("w1.5", "w1.6")]
    [InlineData("  9", " 9")]
    [InlineData("0.5 0.5", "0.5")]
    [InlineData("one\ntwo\n", "one\n")]
    public void Anything_else_may_not(string committed, string fresh)
    {
        Assert.Single(Compare(Printed(committed), Printed(fresh)));
        Assert.Single(Compare(Displayed(("text/plain", committed)), Displayed(("text/plain", fresh))));
    }

    [Fact]
    public void A_difference_names_the_cell_the_line_and_both_sides()
    {
        var difference = Assert.Single(Compare(Printed("same\nloss 1.50 good\nend"), Printed("same\nloss 1.75 good\nend")));

        Assert.Equal("train, output 1 (stdout), line 2\n  committed: loss 1.50 good\n  fresh:     loss 1.75 good", difference.ToString());
    }

    [Fact]
    public void A_long_line_is_cut_around_the_difference()
    {
        var same = new string('x', 500);
        var difference = Assert.Single(Compare(Printed($"{same} falls {same}"), Printed($"{same} rises {same}")));

        Assert.Contains("x falls x", difference.Committed);
        Assert.Contains("x rises x", difference.Fresh);
        Assert.True(difference.Committed.Length <= 102);
    }

    [Fact]
    public void A_missing_an_extra_and_another_kind_of_output_are_noticed()
    {
        Assert.Equal("(nothing)", Assert.Single(OutputComparison.Compare(Lesson(Printed("a")), Lesson())).Fresh);
        Assert.Equal("display: b", Assert.Single(OutputComparison.Compare(Lesson(Printed("a")), Lesson(Printed("a"), Displayed(("text/plain", "b"))))).Fresh);
        Assert.Single(Compare(Printed("a"), new StreamOutput("stderr", "a")));
        Assert.Single(Compare(Displayed(("text/plain", "a")), new ResultOutput(Displayed(("text/plain", "a")).Data)));
    }

    [Fact]
    public void A_missing_and_an_extra_cell_and_a_failed_cell_are_noticed()
    {
        var (one, none) = (Lesson(), Lesson() with { Cells = [] });

        Assert.Equal(("train", "(nothing)"), OutputComparison.Compare(one, none).Select(d => (d.CellId, d.Fresh)).Single());
        Assert.Equal(("train", "(nothing)"), OutputComparison.Compare(none, one).Select(d => (d.CellId, d.Committed)).Single());
        Assert.Equal("Exception: it\\nbroke", Assert.Single(OutputComparison.Compare(one, Lesson(new ErrorOutput("Exception", "it\nbroke", [])))).Fresh);
    }

    [Fact]
    public void A_picture_counts_only_where_no_fingerprint_speaks_for_it()
    {
        var (figure, redrawn) = (Figure("[1]"), Figure("[1]"));
        figure = figure with { Data = new Dictionary<string, System.Text.Json.Nodes.JsonNode>(figure.Data) { ["image/png"] = "AAAA" } };

        Assert.Empty(Compare(figure, redrawn));
        Assert.Single(Compare(Displayed(("image/png", "AAAA")), Displayed(("image/png", "AAAB"))));
    }

    [Fact]
    public void A_changed_figure_is_noticed_beside_its_old_picture()
    {
        var figure = Figure("[1]");
        figure = figure with { Data = new Dictionary<string, System.Text.Json.Nodes.JsonNode>(figure.Data) { ["image/png"] = "AAAA" } };

        Assert.Equal($"output 1, fingerprint of {Plotly}", Assert.Single(Compare(figure, Figure("[1.01]"))).Place);
    }

    /// <summary>A curve of 1000 points with a title.</summary>
    private static DisplayOutput Curve(Action<double[]>? change = null, string title = "Loss by epoch")
    {
        var y = Enumerable.Range(0, 1000).Select(i => 2 * Math.Exp(-i / 300.0) + 0.1 * Math.Sin(i)).ToArray();
        change?.Invoke(y);
        return Figure($$"""{"data": [{"y": [{{string.Join(", ", y.Select(v => v.ToString("R", CultureInfo.InvariantCulture)))}}]}], "title": "{{title}}"}""");
    }

    [Fact]
    public void A_figure_equals_itself_and_one_whose_last_digits_differ()
    {
        var random = new Random(3);

        Assert.Empty(Compare(Curve(), Curve()));
        Assert.Empty(Compare(Curve(), Curve(y =>
        {
            for (var i = 0; i < y.Length; i++)
                y[i] *= 1 + 1e-12 * (random.NextDouble() - 0.5);
        })));
    }

    [Theory, InlineData(0), InlineData(17), InlineData(500), InlineData(999)]
    public void A_figure_with_one_number_changed_by_1_percent_is_noticed(int index)
    {
        var difference = Assert.Single(Compare(Curve(), Curve(y => y[index] *= 1.01)));

        Assert.Equal($"output 1, fingerprint of {Plotly}", difference.Place);
        Assert.NotEqual(difference.Committed, difference.Fresh);
    }

    [Theory, InlineData(0, 1), InlineData(10, 900), InlineData(998, 999)]
    public void Two_swapped_numbers_in_a_figure_are_noticed(int i, int j) =>
        Assert.Single(Compare(Curve(), Curve(y => (y[i], y[j]) = (y[j], y[i]))));

    [Fact]
    public void A_changed_title_a_lost_point_and_a_lost_figure_are_noticed()
    {
        Assert.Single(Compare(Curve(), Curve(title: "Loss by step")));
        Assert.Single(Compare(Figure("[1, 2, 0]"), Figure("[1, 2]")));
        Assert.Single(Compare(Curve(), Displayed(("text/plain", "A falling curve"))));
    }

    [Fact]
    public void A_damaged_fingerprint_is_a_difference_and_no_crash()
    {
        var damaged = Displayed(("text/plain", "A falling curve")) with { Metadata = new() { ["fingerprint"] = new System.Text.Json.Nodes.JsonObject { [Plotly] = "abc" } } };

        Assert.Equal("abc", Assert.Single(Compare(damaged, Curve())).Committed);
    }
}
