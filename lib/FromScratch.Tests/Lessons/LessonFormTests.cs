using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Lessons;

/// <summary>The form every lesson keeps, so that a learner who knows one lesson finds their way in all.</summary>
public partial class LessonFormTests
{
    private static readonly string[] Sections =
        ["The question", "Setup", "Data", "Model", "Loss", "Gradient", "Training", "What we see", "Try it", "Exercises", "The slide says …", "Summary"];

    private static readonly string[] Indispensable = ["The question", "Setup", "Exercises", "Summary"];

    public static TheoryData<string> Lessons => [.. Lesson.Numbers];

    private static NotebookDocument Read(string lesson) => NotebookDocument.Read(Lesson.PathOf(lesson));

    private static IEnumerable<NotebookCell> Code(NotebookDocument notebook) => notebook.Cells.Where(cell => cell.Kind == CellKind.Code);

    [Theory, MemberData(nameof(Lessons))]
    public void Sections_stand_in_the_course_order(string lesson)
    {
        var headings = Read(lesson).Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => cell.Source.Split('\n')).Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).ToList();
        Assert.Equal(Sections.Where(headings.Contains), headings);
        Assert.Empty(Indispensable.Except(headings));
    }

    [Theory, MemberData(nameof(Lessons))]
    public void The_setup_cell_is_the_same_everywhere(string lesson) =>
        Assert.Equal(Code(Read("00")).First().Source, Code(Read(lesson)).First().Source);

    [Theory, MemberData(nameof(Lessons))]
    public void Code_cells_are_short_and_narrow_and_outnumbered_by_prose(string lesson)
    {
        var notebook = Read(lesson);
        var lengths = Code(notebook).Select(cell => cell.Source.Split('\n').Length).Order().ToList();
        Assert.InRange(lengths[^1], 1, 25);
        Assert.InRange(lengths[lengths.Count / 2], 1, 4);
        Assert.DoesNotContain(Code(notebook).SelectMany(cell => cell.Source.Split('\n')), line => line.Length > 80);
        Assert.True(notebook.Cells.Count(cell => cell.Kind == CellKind.Markdown) >= lengths.Count, "More code than prose.");
    }

    [Theory, MemberData(nameof(Lessons))]
    public void A_lesson_keeps_to_the_portable_subset(string lesson)
    {
        foreach (var cell in Code(Read(lesson)))
        {
            Assert.DoesNotContain("nuget:", cell.Source, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(Magic(), cell.Source);
            Assert.DoesNotMatch(TopLevelUsingVar(), cell.Source);
            Assert.DoesNotMatch(BareTopLevelLoop(), cell.Source);
        }
    }

    [Theory, MemberData(nameof(Lessons))]
    public void Links_lead_to_files_that_exist(string lesson)
    {
        var links = Read(lesson).Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => Link().Matches(cell.Source)).Select(match => match.Groups[1].Value)
            .Where(target => !target.StartsWith("http", StringComparison.Ordinal) && !target.StartsWith('#')).ToList();
        Assert.NotEmpty(links);
        Assert.DoesNotContain(links, link => !File.Exists(Path.Combine(Repository.Notebooks, link.Split('#')[0])));
    }

    [Theory, MemberData(nameof(Lessons))]
    public void The_committed_notebook_is_clean(string lesson) =>
        Assert.Null(NotebookCleaner.FirstUncleanLine(File.ReadAllText(Lesson.PathOf(lesson)), lesson));

    [Theory, MemberData(nameof(Lessons))]
    public void A_lesson_saved_by_an_editor_with_counts_widgets_and_foreign_ids_is_cleaned_to_the_same_bytes(string lesson)
    {
        var committed = Read(lesson);
        var saved = committed with
        {
            Metadata = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "x", ["language"] = "C#", ["display_name"] = "x" }, ["widgets"] = new JsonObject { ["state"] = 1 } },
            Cells = [.. committed.Cells.Select((cell, i) =>
            {
                var metadata = (JsonObject)cell.Metadata.DeepClone();
                metadata["vscode"] = new JsonObject { ["languageId"] = cell.Kind == CellKind.Code ? "csharp" : "markdown" };
                metadata["trusted"] = true;
                return cell with { Id = $"{0x9f3a1c00 + (i * 7919):x8}", Metadata = metadata, ExecutionCount = cell.Kind == CellKind.Code ? i : null };
            })],
        };
        Assert.NotEqual(committed.ToJson(), saved.ToJson());
        Assert.Equal(File.ReadAllText(Lesson.PathOf(lesson)), NotebookCleaner.Clean(NotebookDocument.Parse(saved.ToJson(), lesson)).ToJson());
    }

    [Theory, MemberData(nameof(Lessons))]
    public void The_committed_outputs_are_what_the_lesson_prints(string lesson) =>
        Assert.Empty(OutputComparison.Compare(Read(lesson), Lesson.Run(lesson).Document));

    [GeneratedRegex(@"^\s*#!|^\s*%", RegexOptions.Multiline)]
    private static partial Regex Magic();

    [GeneratedRegex(@"^using\s+var\b", RegexOptions.Multiline)]
    private static partial Regex TopLevelUsingVar();

    [GeneratedRegex(@"^(for|while|do)\b", RegexOptions.Multiline)]
    private static partial Regex BareTopLevelLoop();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
