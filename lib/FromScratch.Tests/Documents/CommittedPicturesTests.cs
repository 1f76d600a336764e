using System.Text.Json.Nodes;
using FromScratch.Notebooks;
using static FromScratch.Tests.Documents.Sample;

namespace FromScratch.Tests.Documents;

public sealed class CommittedPicturesTests
{
    internal static DisplayOutput WithPicture(DisplayOutput figure, string png) =>
        figure with { Data = new Dictionary<string, JsonNode>(figure.Data) { ["image/png"] = png } };

    /// <summary>What git would hold after a run that drew the picture.</summary>
    private static NotebookDocument Committed(string figure, string png) =>
        NotebookDocument.Parse(NotebookCleaner.Clean(Lesson(WithPicture(Figure(figure), png))).ToJson(), "lesson.ipynb");

    private static string? PictureOf(NotebookDocument document) =>
        (string?)((BundleOutput)Assert.Single(document.Cells[0].Outputs)).Data.GetValueOrDefault("image/png");

    [Fact]
    public void An_unchanged_figure_keeps_its_picture_and_is_not_drawn()
    {
        var placed = CommittedPictures.Place(Lesson(Figure("[1, 2.5]")), Committed("[1, 2.5]", "OLD="), (_, _) => throw new InvalidOperationException());
        Assert.Equal("OLD=", PictureOf(placed));
    }

    [Fact]
    public void Last_digits_do_not_change_a_picture() =>
        Assert.Equal("OLD=", PictureOf(CommittedPictures.Place(Lesson(Figure("[1, 2.5000000001]")), Committed("[1, 2.5]", "OLD="), (_, _) => "NEW=")));

    [Theory, InlineData("[1, 2.6]"), InlineData("[1, 2.5, 0]"), InlineData("[1, \"2.5\"]")]
    public void A_changed_figure_is_drawn_anew(string changed) =>
        Assert.Equal("NEW=", PictureOf(CommittedPictures.Place(Lesson(Figure(changed)), Committed("[1, 2.5]", "OLD="), (cell, figure) =>
        {
            Assert.Equal(("train", JsonNode.Parse(changed)!.ToJsonString()), (cell, figure.ToJsonString()));
            return "NEW=";
        })));

    [Fact]
    public void A_changed_figure_that_nobody_draws_loses_its_old_picture() =>
        Assert.Null(PictureOf(CommittedPictures.Place(Lesson(Figure("[2]")), Committed("[1]", "OLD="), (_, _) => null)));

    [Fact]
    public void A_picture_follows_its_figure_into_another_cell()
    {
        var committed = Committed("[1]", "OLD=");
        var moved = committed with { Cells = [committed.Cells[0] with { Id = "elsewhere" }] };
        Assert.Equal("OLD=", PictureOf(CommittedPictures.Place(Lesson(Figure("[1]")), moved, (_, _) => null)));
    }

    [Fact]
    public void Outputs_without_a_figure_stay_as_they_are()
    {
        var lesson = Lesson(Printed("loss 0.5\n"), Displayed(("text/plain", "1"), ("application/json", new JsonObject())));
        Assert.Equal(lesson.ToJson(), CommittedPictures.Place(lesson, Committed("[1]", "OLD="), (_, _) => throw new InvalidOperationException()).ToJson());
    }

    [Fact]
    public void Cleaning_keeps_a_picture_and_its_alternative_text()
    {
        var clean = Committed("[1]", "OLD=").ToJson();
        Assert.Contains("\"alt\": \"A falling curve\"", clean, StringComparison.Ordinal);
        Assert.Null(NotebookCleaner.FirstUncleanLine(clean, "lesson.ipynb"));
    }
}
