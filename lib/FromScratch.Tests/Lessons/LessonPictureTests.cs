using System.Buffers.Binary;
using System.Text.RegularExpressions;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Lessons;

/// <summary>What a viewer that runs no script shows of the committed notebooks: GitHub's, for one.</summary>
public sealed partial class LessonPictureTests
{
    private const string Command = "dotnet run --project lib/FromScratch.Kernel -- run notebooks --write --pictures";

    private static readonly string[] Paths = [.. Directory.GetFiles(Repository.Notebooks, "*.ipynb").Order(StringComparer.Ordinal)];

    /// <summary>Every output that is a figure: it has left its fingerprint.</summary>
    private static List<(string Place, BundleOutput Output)> Figures() =>
        [.. Paths.SelectMany(path => NotebookDocument.Read(path).Cells.SelectMany(cell => cell.Outputs.OfType<BundleOutput>()
            .Where(output => output.Metadata["fingerprint"] is not null)
            .Select(output => ($"{Path.GetFileName(path)}, cell {cell.Id}", output))))];

    private static byte[] Picture(BundleOutput output) => Convert.FromBase64String((string)output.Data["image/png"]!);

    [Fact]
    public void Every_figure_has_its_picture_and_its_sentence()
    {
        Assert.NotEmpty(Figures());
        foreach (var (place, output) in Figures())
        {
            Assert.True(output.Data.ContainsKey("image/png"), $"{place}: the picture is missing; to draw: {Command}");
            var sentence = (string?)output.Data.GetValueOrDefault("text/plain");
            Assert.True(sentence?.EndsWith('.'), $"{place}: expected a sentence, found '{sentence}'.");
            Assert.True(sentence == (string?)output.Metadata["image/png"]?["alt"], $"{place}: expected the sentence as alternative text; to repair: {Command}");
        }
    }

    [Fact]
    public void Pictures_are_small_and_as_wide_as_a_page()
    {
        var pictures = Figures().Select(figure => (figure.Place, Png: Picture(figure.Output))).ToList();
        Assert.All(pictures, picture =>
        {
            Assert.Equal([0x89, .. "PNG\r\n\x1a\n"u8], picture.Png[..8]);
            Assert.True(picture.Png.Length <= 60_000, $"{picture.Place}: a picture of {picture.Png.Length} bytes, 60000 at most.");
            var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(picture.Png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(picture.Png.AsSpan(20)));
            Assert.True(width == 700 && height is >= 200 and <= 640, $"{picture.Place}: a picture of {width}×{height} pixels.");
        });
        Assert.InRange(pictures.Sum(picture => picture.Png.Length), 1, 6_000_000);
    }

    [Fact]
    public void The_READMEs_gallery_shows_five_pictures_of_the_lessons_with_their_sentences()
    {
        var gallery = Shown().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")));
        Assert.Equal(5, gallery.Count);
        foreach (Match shown in gallery)
        {
            var (lesson, cell) = (shown.Groups["lesson"].Value, shown.Groups["cell"].Value);
            var figure = Figures().Find(figure => figure.Place == $"{lesson}.ipynb, cell {cell}").Output;
            Assert.True(figure is not null, $"README.md: {lesson} has no figure in a cell {cell}.");
            Assert.Equal((string?)figure.Data["text/plain"], shown.Groups["alt"].Value);
            Assert.True(Picture(figure).SequenceEqual(File.ReadAllBytes(Path.Combine(Repository.Root, shown.Groups["file"].Value))), $"{shown.Groups["file"].Value} is not the picture of its cell; to write: {Command}");
        }
    }

    [GeneratedRegex(@"\[!\[(?<alt>[^\]]+)\]\((?<file>\.github/images/(?<lesson>[^/)\s]+)/(?<cell>[^/)\s]+)\.png)\)\]\(notebooks/\k<lesson>\.ipynb\)")]
    private static partial Regex Shown();
}
