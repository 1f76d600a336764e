using System.Text.Json.Nodes;
using FromScratch.Notebooks;
using static FromScratch.Tests.Documents.Sample;

namespace FromScratch.Tests.Documents;

public sealed class CommittedOutputsTests
{
    [Fact]
    public void Text_and_a_picture_stay_while_html_and_json_go()
    {
        var kept = Assert.Single(CommittedOutputs.Of([Displayed(
            ("text/plain", "0.5"), ("image/png", "iVBO\nRw0K\n"), ("text/html", "<b>0.5</b>"), ("application/json", new JsonObject()), ("image/svg+xml", "<svg/>"))]));

        Assert.Equal(Json(Displayed(("text/plain", "0.5"), ("image/png", "iVBORw0K"))), Json(kept));
    }

    [Fact]
    public void A_figure_leaves_a_fingerprint_in_the_metadata()
    {
        // 3 numbers 2, -1, 0.5: sum 1.5, absolute sum 3.5, weighted 2·1 - 1·2 + 0.5·3 = 1.5.
        var kept = (DisplayOutput)Assert.Single(CommittedOutputs.Of([Figure("""{"y": [2, -1, 5e-1], "name": "손실"}""")]));

        Assert.Equal(["text/plain"], kept.Data.Keys);
        var sketch = kept.Metadata["fingerprint"]![Plotly]!.GetValue<string>();
        Assert.Matches("^[0-9a-f]{16} 3 1.5 3.5 1.5$", sketch);
    }

    [Fact]
    public void A_deeply_nested_figure_leaves_a_fingerprint_and_can_be_read_back()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 200)) + "7" + string.Concat(Enumerable.Repeat("]", 200));
        var figure = Displayed((Plotly, JsonNode.Parse(deep, documentOptions: new() { MaxDepth = 256 })!));
        var read = NotebookDocument.Parse(Json(figure), "deep.ipynb").Cells[0].Outputs;

        Assert.Equal(Json(CommittedOutputs.Of([figure])), Json(CommittedOutputs.Of(read)));
        Assert.EndsWith(" 1 7 7 7", ((DisplayOutput)CommittedOutputs.Of(read)[0]).Metadata["fingerprint"]![Plotly]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figures_sentence_is_the_alternative_text_of_its_picture()
    {
        var figure = Figure("[1]", "A falling curve");
        var kept = (DisplayOutput)Assert.Single(CommittedOutputs.Of([figure with { Data = new Dictionary<string, JsonNode>(figure.Data) { ["image/png"] = "iVBO" } }]));

        Assert.Equal(["text/plain", "image/png"], kept.Data.Keys);
        Assert.Equal("A falling curve", (string?)kept.Metadata["image/png"]!["alt"]);
        Assert.Equal(Json(kept), Json(CommittedOutputs.Of([kept])));
    }

    [Fact]
    public void A_fingerprint_does_not_depend_on_the_order_of_members_or_the_spelling_of_numbers() =>
        Assert.Equal(
            Json(CommittedOutputs.Of([Figure("""{"x": [1.0, 20], "title": "a"}""")])),
            Json(CommittedOutputs.Of([Figure("""{"title": "\u0061", "x": [1, 2e1]}""")])));

    [Fact]
    public void An_output_with_nothing_to_commit_goes()
    {
        Assert.Empty(CommittedOutputs.Of([Displayed(("text/html", "<b/>")), new ErrorOutput("E", "m", ["at line 1"]), Printed("")]));
        Assert.Single(CommittedOutputs.Of([Displayed((Plotly, new JsonObject()))]));
    }

    [Fact]
    public void Streams_of_one_name_that_follow_each_other_become_one() =>
        Assert.Equal(
            [Printed("one two"), new StreamOutput("stderr", "careful"), Printed("three")],
            CommittedOutputs.Of([Printed("one "), Printed("two"), new StreamOutput("stderr", "careful"), Printed("three")]));

    [Theory]
    [InlineData("10 %\r50 %\r100 %\n", "100 %\n")]
    [InlineData("loading\rdone\n", "doneing\n")]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("50 %\r", "50 %")]
    [InlineData("first\nx\ry", "first\ny")]
    [InlineData("경사하강\r끝", "끝사하강")]
    public void Progress_lines_settle_as_a_terminal_shows_them(string printed, string settled) =>
        Assert.Equal([Printed(settled)], CommittedOutputs.Of([Printed(printed)]));

    [Fact]
    public void A_progress_line_settles_across_the_pieces_it_was_printed_in() =>
        Assert.Equal([Printed("100 %\n")], CommittedOutputs.Of([Printed("50 %\r"), Printed("100 %"), Printed("\n")]));

    [Fact]
    public void Committing_what_is_committed_changes_nothing()
    {
        var random = new Random(2);
        for (var trial = 0; trial < 2000; trial++)
        {
            var outputs = RandomOutputs(random);
            var once = CommittedOutputs.Of(outputs);
            Assert.Equal(Json(once), Json(CommittedOutputs.Of(once)));
        }
    }

    internal static List<Output> RandomOutputs(Random random)
    {
        string[] texts = ["", "\r", "a\n", "\r\n", "50 %\r", "손실 0.5", "b\rc", "\r\r\n"];
        return [.. Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(6) switch
        {
            0 when random.Next(2) == 0 => CommittedPicturesTests.WithPicture(Figure("[1]", texts[random.Next(texts.Length)]), "iVBO"),
            0 => Figure($$"""{"y": [{{random.Next(9)}}, 1e-3], "title": "{{random.Next(3)}}"}"""),
            1 => new ResultOutput(new Dictionary<string, JsonNode> { ["text/plain"] = texts[random.Next(texts.Length)] }),
            2 => new ErrorOutput("Exception", "message", []),
            3 => new StreamOutput("stderr", texts[random.Next(texts.Length)]),
            _ => (Output)Printed(texts[random.Next(texts.Length)]),
        })];
    }
}
