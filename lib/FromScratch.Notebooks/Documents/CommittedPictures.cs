namespace FromScratch.Notebooks;

/// <summary>The pictures that stand beside a lesson's figures.</summary>
public static class CommittedPictures
{
    private const string Figure = "application/vnd.plotly.v1+json";

    /// <summary>Gives each figure its picture as <c>image/png</c>: the committed one while the figure is the same (<see cref="OutputComparison"/>), else a new one.</summary>
    /// <param name="fresh">The document after a run, with complete outputs.</param>
    /// <param name="committed">The document in git; a picture is found again wherever its cell has moved.</param>
    /// <param name="draw">From a cell's id and a figure's Plotly JSON to a PNG in base64, or null to leave it without a picture.</param>
    public static NotebookDocument Place(NotebookDocument fresh, NotebookDocument committed, Func<string, JsonNode, string?> draw)
    {
        var kept = committed.Cells.SelectMany(cell => cell.Outputs).OfType<BundleOutput>()
            .Select(output => (Sketch: SketchOf(output), Png: output.Data.GetValueOrDefault(CommittedOutputs.Picture)?.GetValue<string>()))
            .Where(picture => picture is { Sketch: not null, Png: not null }).ToList();

        return fresh.WithOutputs(cell => [.. cell.Outputs.Select(output =>
            output is BundleOutput bundle && bundle.Data.TryGetValue(Figure, out var figure) ? Beside(bundle, figure, cell.Id) : output)]);

        BundleOutput Beside(BundleOutput output, JsonNode figure, string id)
        {
            var sketch = SketchOf(output)!;
            var png = kept.Find(picture => picture.Sketch!.Matches(sketch)).Png ?? draw(id, figure);
            return png is null ? output : output with { Data = new Dictionary<string, JsonNode>(output.Data) { [CommittedOutputs.Picture] = png } };
        }
    }

    private static Fingerprint? SketchOf(BundleOutput output) =>
        CommittedOutputs.FingerprintsOf(output).TryGetValue(Figure, out var sketch) ? Fingerprint.Parse(sketch) : null;
}
