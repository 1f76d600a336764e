using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Lessons;

/// <summary>What a learner does with a lesson: solves its exercises and turns its knobs.</summary>
public partial class LessonUseTests
{
    private const string Figure = "application/vnd.plotly.v1+json";

    public static TheoryData<string> Lessons => [.. Lesson.Numbers];

    public static TheoryData<string> LessonsWithKnobs => [.. Lesson.Numbers.Where(number => number != "00")];

    [Theory, MemberData(nameof(Lessons))]
    public void Every_stub_fails_its_check_and_every_solution_passes_it(string lesson)
    {
        var notebook = NotebookDocument.Read(Lesson.PathOf(lesson));
        var session = new Session(Repository.Notebooks);
        var judged = 0;
        foreach (var (cell, next) in notebook.Cells.Zip(notebook.Cells.Skip(1).Append(null)))
        {
            if (cell.Kind != CellKind.Code)
            {
                continue;
            }

            var stub = Execute(session, cell.Source, cell.Id);
            if (cell.Tags.Contains("exercise"))
            {
                var solution = Solution().Match(next?.Source ?? "");
                Assert.True(solution.Success, $"Exercise {cell.Id} is not followed by a folded solution.");
                Assert.StartsWith("✗", Value(stub), StringComparison.Ordinal);
                Assert.StartsWith("✓", Value(Execute(session, solution.Groups[1].Value, $"solution of {cell.Id}")), StringComparison.Ordinal);
                judged++;
            }
        }

        Assert.InRange(judged, 3, 6);
    }

    [Theory, MemberData(nameof(LessonsWithKnobs))]
    public void Every_knob_at_either_end_of_its_range_changes_a_figure_without_an_error(string lesson)
    {
        var notebook = NotebookDocument.Read(Lesson.PathOf(lesson));
        var session = new Session(Repository.Notebooks);
        var turned = 0;
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            var before = Figures(Execute(session, cell.Source, cell.Id));
            foreach (Match knob in cell.Tags.Contains("knobs") ? Knob().Matches(cell.Source) : Enumerable.Empty<Match>())
            {
                var ends = new[] { knob.Groups["low"], knob.Groups["high"] }.Where(end => end.Value != knob.Groups["value"].Value);
                foreach (var end in ends)
                {
                    var value = knob.Groups["value"];
                    var source = cell.Source[..value.Index] + end.Value + cell.Source[(value.Index + value.Length)..];
                    var after = Figures(Execute(session, source, $"{cell.Id} with {knob.Groups["name"]} = {end}"));
                    Assert.False(before == after, $"{cell.Id}: {knob.Groups["name"]} = {end} changes no figure.");
                    turned++;
                }
            }
        }

        Assert.True(turned >= 2, $"Lesson {lesson} has no knob.");
    }

    private static List<Output> Execute(Session session, string code, string name)
    {
        var outputs = new List<Output>();
        var error = session.Execute(code, name, outputs.Add, cancellation: TestContext.Current.CancellationToken);
        Assert.True(error is null, $"{name}: {error?.Name}: {error?.Message}");
        return outputs;
    }

    private static string Value(List<Output> outputs) => outputs.OfType<ResultOutput>().Single().Data["text/plain"].GetValue<string>();

    private static string Figures(List<Output> outputs) =>
        string.Concat(outputs.OfType<BundleOutput>().Select(output => output.Data.GetValueOrDefault(Figure)).OfType<JsonNode>().Select(json => json.ToJsonString()));

    [GeneratedRegex(@"```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Solution();

    [GeneratedRegex(@"^(?:var|double|int|string)\s+(?<name>\w+)\s*=\s*(?<value>[^;]+);\s*//\s*(?<low>\S+)\s+…\s+(?<high>[^:\s]+):", RegexOptions.Multiline)]
    private static partial Regex Knob();
}
