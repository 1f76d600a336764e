using System.Text.RegularExpressions;
using FromScratch.Notebooks;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FromScratch.Site;

/// <summary>A heading of a page.</summary>
internal sealed record Section(string Id, int Level, string Title);

/// <summary>One lesson, read but not yet written: first every page must know its sections, for others link to them.</summary>
internal sealed partial class LessonPage
{
    private readonly Dictionary<NotebookCell, MarkdownDocument> prose = new(ReferenceEqualityComparer.Instance);

    public LessonPage(Lesson lesson)
    {
        Run = lesson.Run;
        Picture = lesson.Committed.Cells.SelectMany(cell => cell.Outputs).OfType<BundleOutput>()
            .Select(output => output.Data.GetValueOrDefault("image/png")?.GetValue<string>()).FirstOrDefault(picture => picture is not null);
        foreach (var cell in Run.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            var text = prose[cell] = ProseWriter.Parse(cell.Source);
            foreach (var heading in text.Descendants<HeadingBlock>())
                Add(heading);
        }

        Title = Sections.FirstOrDefault(section => section.Level == 1)?.Title ?? Name;
        Minutes = Run.Cells.Select(cell => Time().Match(cell.Source)).FirstOrDefault(match => match.Success)?.Groups["minutes"].Value;
    }

    public NotebookDocument Run { get; }

    /// <summary>The notebook's file name without its extension, and the page's.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Run.Name);

    public string File => Name + ".html";

    public string Title { get; }

    /// <summary>Minutes to read, where the lesson says so.</summary>
    public string? Minutes { get; }

    /// <summary>The first picture the committed notebook shows, a PNG in base64; null while it has none.</summary>
    public string? Picture { get; }

    public string PictureFile => $"assets/pictures/{Name}.png";

    public List<Section> Sections { get; } = [];

    public IEnumerable<MarkdownDocument> Prose => prose.Values;

    public MarkdownDocument ProseOf(NotebookCell cell) => prose[cell];

    /// <summary>The id of the section that <c>#What-we-see</c> names, as notebooks write it; null where there is none.</summary>
    public string? Find(string fragment) => Slug(fragment) is var id && Sections.Any(section => section.Id == id) ? id : null;

    private void Add(HeadingBlock heading)
    {
        var title = ProseWriter.Text(heading);
        var id = Slug(title);
        for (var n = 2; Find(id) is not null; n++)
            id = $"{Slug(title)}-{n}";
        heading.GetAttributes().Id = id;
        Sections.Add(new Section(id, heading.Level, title));
    }

    private static string Slug(string title) => string.Join('-', Word().Matches(title.ToLowerInvariant()).Select(word => word.Value)) is { Length: > 0 } words ? words : "section";

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\*\*Time\.\*\* (About )?(?<minutes>\d+) minutes")]
    private static partial Regex Time();
}
