namespace FromScratch.Notebooks;

/// <summary>Does a lesson still give the outputs that are committed?</summary>
public static class OutputComparison
{
    private const string Nothing = "(nothing)";

    /// <summary>
    /// The differences in reading order. Compares cell by cell what may be committed (<see cref="CommittedOutputs"/>) of both documents.
    /// Text must be equal but for the last digit of decimal numbers; figures by fingerprint: equal texts and structure, numbers within
    /// 10⁻⁶ of their absolute sum. A picture beside a fingerprint is not compared, since its pixels depend on the machine.
    /// </summary>
    public static IReadOnlyList<OutputDifference> Compare(NotebookDocument committed, NotebookDocument fresh)
    {
        var (ours, theirs) = (CodeCells(committed), CodeCells(fresh));
        return [.. ours.Keys.Union(theirs.Keys).SelectMany(id => (ours.GetValueOrDefault(id), theirs.GetValueOrDefault(id)) switch
        {
            ({ } cell, { } run) => CompareCells(cell, run),
            ({ }, _) => [new OutputDifference(id, "cell", "a code cell", Nothing)],
            _ => [new OutputDifference(id, "cell", Nothing, "a code cell")],
        })];
    }

    private static Dictionary<string, NotebookCell> CodeCells(NotebookDocument document) =>
        document.Cells.Where(cell => cell.Kind == CellKind.Code).ToDictionary(cell => cell.Id);

    private static IEnumerable<OutputDifference> CompareCells(NotebookCell committed, NotebookCell fresh)
    {
        var (ours, theirs) = (CommittedOutputs.Of(committed.Outputs), CommittedOutputs.Of(fresh.Outputs));
        if (fresh.Outputs.OfType<ErrorOutput>().FirstOrDefault() is { } error)
            yield return new OutputDifference(committed.Id, "error", Nothing, OneLine.Of($"{error.Name}: {error.Message}"));
        for (var i = 0; i < Math.Max(ours.Count, theirs.Count); i++)
            foreach (var difference in CompareOutputs(ours.ElementAtOrDefault(i), theirs.ElementAtOrDefault(i), committed.Id, $"output {i + 1}"))
                yield return difference;
    }

    private static IEnumerable<OutputDifference> CompareOutputs(Output? committed, Output? fresh, string id, string place)
    {
        if (Kind(committed) != Kind(fresh)) return [new OutputDifference(id, place, Summary(committed), Summary(fresh))];
        return (committed, fresh) switch
        {
            (StreamOutput ours, StreamOutput theirs) => CompareTexts(ours.Text, theirs.Text, id, $"{place} ({ours.Name})"),
            (BundleOutput ours, BundleOutput theirs) => [
                .. CompareTexts(Content(ours, CommittedOutputs.PlainText), Content(theirs, CommittedOutputs.PlainText), id, place),
                .. CompareFigures(ours, theirs, id, place)],
            _ => [],
        };
    }

    private static IEnumerable<OutputDifference> CompareTexts(string committed, string fresh, string id, string place)
    {
        var (ours, theirs) = (committed.Split('\n'), fresh.Split('\n'));
        for (var i = 0; i < Math.Max(ours.Length, theirs.Length); i++)
        {
            var (mine, yours) = (ours.ElementAtOrDefault(i), theirs.ElementAtOrDefault(i));
            if (mine is null || yours is null || !NumericText.AreSame(mine, yours))
                return [new OutputDifference(id, $"{place}, line {i + 1}", Excerpt(mine, yours), Excerpt(yours, mine))];
        }
        return [];
    }

    private static IEnumerable<OutputDifference> CompareFigures(BundleOutput committed, BundleOutput fresh, string id, string place)
    {
        var (ours, theirs) = (CommittedOutputs.FingerprintsOf(committed), CommittedOutputs.FingerprintsOf(fresh));
        foreach (var mime in ours.Keys.Union(theirs.Keys))
        {
            var (mine, yours) = (ours.GetValueOrDefault(mime, Nothing), theirs.GetValueOrDefault(mime, Nothing));
            if (mine != yours && !(Fingerprint.Parse(mine) is { } a && Fingerprint.Parse(yours) is { } b && a.Matches(b)))
                yield return new OutputDifference(id, $"{place}, fingerprint of {mime}", OneLine.Of(mine), OneLine.Of(yours));
        }
        if (ours.Count == 0 && theirs.Count == 0 && Content(committed, CommittedOutputs.Picture) != Content(fresh, CommittedOutputs.Picture))
            yield return new OutputDifference(id, $"{place}, picture", PictureSize(committed), PictureSize(fresh));
    }

    private static string Kind(Output? output) => output switch
    {
        StreamOutput stream => stream.Name,
        DisplayOutput => "display",
        ResultOutput => "result",
        _ => Nothing,
    };

    private static string Summary(Output? output) => output switch
    {
        StreamOutput stream => OneLine.Of($"{stream.Name}: {stream.Text}"),
        BundleOutput bundle => OneLine.Of($"{Kind(bundle)}: {Content(bundle, CommittedOutputs.PlainText)}"),
        _ => Nothing,
    };

    private static string Content(BundleOutput output, string mime) => output.Data.TryGetValue(mime, out var content) ? content.GetValue<string>() : "";

    private static string PictureSize(BundleOutput output) =>
        Content(output, CommittedOutputs.Picture) is { Length: > 0 } png ? $"{png.Length} characters of base64" : Nothing;

    /// <summary>The line from shortly before the first letter that differs.</summary>
    private static string Excerpt(string? line, string? other)
    {
        if (line is null) return Nothing;
        var start = line.AsSpan().CommonPrefixLength(other) - 40;
        return start <= 0 ? OneLine.Of(line) : "…" + OneLine.Of(line[start..]);
    }
}

/// <summary>One place, an output and for text its line, where a fresh run does not give what is committed; each side in one line.</summary>
public sealed record OutputDifference(string CellId, string Place, string Committed, string Fresh)
{
    /// <summary>Three lines: the place, what is committed, what is fresh.</summary>
    public override string ToString() => $"{CellId}, {Place}\n  committed: {Committed}\n  fresh:     {Fresh}";
}
