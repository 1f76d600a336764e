using System.Globalization;
using System.Text.RegularExpressions;
using FromScratch.Notebooks;
using MathNet.Numerics;

namespace FromScratch.Tests.Lessons;

/// <summary>
/// A number in a lesson's prose is a promise: a cell of the lesson prints it or holds it, or it is worked out before the reader's eyes,
/// or somebody else measured it. Looked at are numbers with a decimal point, percentages, and whole numbers from 100, but no years.
/// </summary>
public partial class LessonProseTests
{
    /// <summary>Worked out in the prose, and here again.</summary>
    private static readonly (string Lesson, string Text, double Value)[] Worked =
    [
        ("01", "25.5", Math.Sqrt(650)), ("01", "784", 28 * 28), ("01", "361", 19 * 19), ("01", "139", 120 + 19), ("01", "154", 159 - 5), ("01", "0.1", 6 / 60.0),
        ("02", "204", (1000 + 20) / 5.0),
        ("03", "0.13", FindRoots.OfFunction(w => (4 * w * w * w) - (8 * w) + 1, 0, 1)),
        ("04", "2.718", Math.E), ("04", "2.5", Datasets.StudyHours() is var students ? students.X.Column(0).Zip(students.y).Where(s => s.Second == 1).Min(s => s.First) : 0),
        ("05", "1.8", double.MaxValue / 1e308), ("05", "308", Math.Floor(Math.Log10(double.MaxValue))), ("05", "710", Math.Ceiling(Math.Log(double.MaxValue))),
        ("05", "0.576", Math.E / (Math.E + 2)), ("05", "0.551", -Math.Log(Math.E / (Math.E + 2))),
        ("07", "1797", Datasets.Digits().y.Count), ("07", "60,000", 60 * 1000),
        ("08", "150", Datasets.Iris().y.Count),
        ("09", "1.4", 1.2 + 0.2), ("09", "0.9", (0.5 * 0.6) - (1 * -0.3) + 0.1 + 0.2), ("09", "269,322", (785 * 256) + (257 * 256) + (257 * 10)),
        ("10", "2.45", 1.5 + (19 / 20.0)),
        ("12", "1,797", Datasets.Digits().y.Count), ("12", "5.7", Math.Sqrt(32)), ("12", "3.258", Math.Log(26)),
        ("13", "3.3", 100 / 30.0), ("13", "0.04", 0.2 * 0.2),
        ("14", "1797", Datasets.Digits().y.Count),
        ("15", "1797", Datasets.Digits().y.Count), ("15", "92,000", 1437 * 64),
        ("16", "160", 16 * ((1 * 9) + 1)), ("16", "4,640", 32 * ((16 * 9) + 1)), ("16", "1,290", 129 * 10),
        ("17", "0.72", 0.9 * 0.8), ("17", "0.0374", Math.Pow(0.72, 10)),
    ];

    /// <summary>From outside, or made up for a question: nothing in the lesson could compute it.</summary>
    private static readonly (string Lesson, string[] Texts, string Source)[] Given =
    [
        ("01", ["199", "10,000", "500"], "made up for a question"),
        ("01", ["700"], "a goal for the learner, whose two solutions Lesson01Tests counts"),
        ("04", ["0.98"], "the second of the thresholds to try"),
        ("05", ["999", "998.1", "-1001"], "scores chosen to overflow"),
        ("06", ["0.92", "0.98"], "made up for a question"),
        ("08", ["-2.75"], "the second place of the grid"),
        ("12", ["94.5 %", "96.6 %"], "the slides, 002:1635-1646"),
        ("14", ["91.8 %", "94.5 %", "96.6 %", "99.1 %"], "the slides, 002:1599-1692"),
        ("14", ["10,000", "200", "1024", "20,000"], "MNIST, and the slides' recipes"),
        ("15", ["94.5 %", "96.6 %"], "the slides, 002:1635-1646"),
        ("16", ["60,000"], "MNIST"), ("16", ["128"], "32·2·2 inputs of the last layer"),
    ];

    public static TheoryData<string> Lessons => [.. Lesson.Numbers];

    [Theory, MemberData(nameof(Lessons))]
    public void Every_number_in_the_prose_is_printed_or_held_by_a_cell_or_accounted_for(string lesson)
    {
        var known = Known(lesson);
        var accounted = Accounted(lesson);
        var loose = Claims(Prose(lesson)).Where(claim => !accounted.Contains(claim.Text) && !Agrees(claim.Text, known)).ToList();
        Assert.True(loose.Count == 0, $"Lesson {lesson}: print these numbers in a cell, or account for them here:\n{string.Join('\n', loose.Select(claim => $"{claim.Text} in: {claim.Context}"))}");
    }

    [Fact]
    public void What_is_worked_out_in_the_prose_comes_out_so()
    {
        foreach (var (lesson, text, value) in Worked)
            Assert.True(Agrees(text, [value]), $"Lesson {lesson} says {text}, but it is {value}.");
    }

    [Theory, MemberData(nameof(Lessons))]
    public void Nothing_is_accounted_for_in_vain(string lesson)
    {
        var known = Known(lesson);
        var unknown = Claims(Prose(lesson)).Select(claim => claim.Text).Where(text => !Agrees(text, known)).ToHashSet();
        Assert.DoesNotContain(Accounted(lesson), text => !unknown.Contains(text));
    }

    [Fact]
    public void A_wrong_digit_in_the_prose_is_found()
    {
        double[] known = [0.65900, 1797, 0.944];
        Assert.True(Agrees("0.659", known) && Agrees("0.66", known) && Agrees("1,797", known) && Agrees("94.4 %", known));
        Assert.False(Agrees("0.658", known) || Agrees("0.67", known) || Agrees("1,798", known) || Agrees("94.5 %", known));
        Assert.Equal(["0.659", "94.4 %", "-2.5"], Claims("In 1986 (002:1456-1581, §7.8) `9.9` of E36: $0.659$ and 94.4 % of 784-256-10, −2.5, 3.").Select(claim => claim.Text));
    }

    private static HashSet<string> Accounted(string lesson) =>
        [.. Worked.Where(entry => entry.Lesson == lesson).Select(entry => entry.Text), .. Given.Where(entry => entry.Lesson == lesson).SelectMany(entry => entry.Texts)];

    private static string Prose(string lesson) =>
        string.Join("\n\n", Cells(lesson).Where(cell => cell.Kind == CellKind.Markdown).Select(cell => Fence().Replace(cell.Source, "")));

    private static double[] Known(string lesson) =>
        [.. Cells(lesson).SelectMany(cell => cell.Kind == CellKind.Code ? [cell.Source] : Fence().Matches(cell.Source).Select(match => match.Value))
            .Append(Lesson.Run(lesson).AllText).SelectMany(text => AnyNumber().Matches(Ascii(text)).Select(match => Parse(match.Value)))];

    private static IReadOnlyList<NotebookCell> Cells(string lesson) => NotebookDocument.Read(Lesson.PathOf(lesson)).Cells;

    private static IEnumerable<(string Text, string Context)> Claims(string prose)
    {
        var text = Ascii(NoClaim().Replace(prose, ""));
        return Claim().Matches(text).Where(match => match.Value.IndexOfAny(['.', '%']) >= 0 || Math.Abs(Parse(match.Value)) is >= 100 and (< 1800 or > 2030))
            .Select(match => (match.Value, text[Math.Max(0, match.Index - 40)..Math.Min(text.Length, match.Index + match.Length + 20)].ReplaceLineEndings(" ")));
    }

    /// <summary>Some known number, or 100 times it before a percent sign, rounds to the digits shown. Signs are for the sentence to tell.</summary>
    private static bool Agrees(string text, IEnumerable<double> known)
    {
        var digits = text.TrimEnd(' ', '%').TrimStart('-').Replace(",", "", StringComparison.Ordinal);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var zeros = digits.Length - digits.TrimEnd('0').Length;
        // A round number (2,600) is taken for rounded, but never to less than two digits.
        var unit = Math.Pow(10, point >= 0 ? point + 1 - digits.Length : Math.Max(0, Math.Min(zeros, digits.Length - 2)));
        var shown = Parse(digits);
        return known.SelectMany(number => text.EndsWith('%') ? [number, 100 * number] : new[] { number }).Any(number => Math.Abs(Math.Abs(number) - shown) <= 0.5001 * unit);
    }

    private static string Ascii(string text) => text.Replace('−', '-').Replace("\u00a0", " ", StringComparison.Ordinal);

    private static double Parse(string text) => double.Parse(text.TrimEnd(' ', '%').Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    /// <summary>Inline code, link targets, sources, and places in the decks.</summary>
    [GeneratedRegex(@"`[^`]*`|\]\([^)]*\)|\*\*Sources[^\n]*|(?:\b\d{3})?:\d+(?:[-–]\d+)?(?:, ?\d{3,4}\b(?:[-–]\d+)?)*")]
    private static partial Regex NoClaim();

    /// <summary>Not part of a name (E36, §7.8) or of a shape (784-256-10).</summary>
    [GeneratedRegex(@"(?<![\w.§]|\d-)-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w.]*-?\d)(?: ?%)?")]
    private static partial Regex Claim();

    [GeneratedRegex(@"(?<![\w.])-?(?:\d{1,3}(?:[,_]\d{3})+(?:\.\d+)?|\d*\.?\d+)(?:[eE][-+]?\d+)?")]
    private static partial Regex AnyNumber();
}
