using System.Text.Json.Nodes;

namespace FromScratch;

public static partial class Plot
{
    private const int MostPoints = 5000, MostTexts = 20;

    /// <summary>Points (x, y); with <paramref name="labels"/>, each class has its colour, its marker and its name in the legend.</summary>
    /// <param name="x">First coordinates.</param>
    /// <param name="y">Second coordinates, as many as <paramref name="x"/>.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What x is, with its unit.</param>
    /// <param name="yLabel">What y is, with its unit.</param>
    /// <param name="labels">The class of each point: 0, 1, … 5.</param>
    /// <param name="classNames">Name of class 0, of class 1, …; "class 0", "class 1", … when left out.</param>
    /// <param name="asText">Draws each point as the name of its class: for more classes than there are markers, up to 20, with short names, such as digits.</param>
    /// <exception cref="ArgumentException">No points, more than 5000, different lengths, a label that is not 0 … 5 (0 … 19 as text), or too few names.</exception>
    public static Figure Scatter(IEnumerable<double> x, IEnumerable<double> y, string title = "", string xLabel = "x", string yLabel = "y", IEnumerable<double>? labels = null, IReadOnlyList<string>? classNames = null, bool asText = false)
    {
        var (xs, ys) = Demand.Pairs(x, y);
        Demand.AtMost(MostPoints, xs.Length, "points", nameof(x));
        double[] classes = labels is null ? [] : Demand.Labels(labels, xs.Length, asText ? MostTexts : Style.Symbols.Length);
        string[] names = labels is null ? [] : ClassNames(classes, classNames);
        List<JsonObject> traces = labels is null ? [Traces.Points(xs, ys, "", 0)] : ClassPoints(xs, ys, classes, names);
        if (labels is not null && asText) foreach (var trace in traces) Write(trace);
        string groups = labels is null ? "" : $" in {names.Length} classes: {Picture.Names(names)}";
        string summary = Picture.Sentence(title, "Scatter", $"of {yLabel} over {xLabel}, {xs.Length} points{groups}");
        return Picture.Of(summary, title, traces, Style.Axis(xLabel, Numbers.Extent(xs)), Style.Axis(yLabel, Numbers.Extent(ys)));
    }

    private static string[] ClassNames(double[] labels, IReadOnlyList<string>? names)
    {
        int classes = (int)labels.Max() + 1;
        if (names is null) return [.. Enumerable.Range(0, classes).Select(k => $"class {k}")];
        if (names.Count < classes) throw new ArgumentException($"Expected a name for each of {classes} classes, found {names.Count} names.", nameof(names));
        return [.. names];
    }

    // A trace for every name, even without points, so that the frames of a slider have the same traces.
    private static List<JsonObject> ClassPoints(double[] x, double[] y, double[] labels, string[] names) =>
    [
        .. names.Select((name, k) =>
        {
            int[] own = [.. Enumerable.Range(0, x.Length).Where(i => labels[i] == k)];
            return Traces.Points([.. own.Select(i => x[i])], [.. own.Select(i => y[i])], name, k);
        }),
    ];

    // The colour of its marker; the name stands at the point itself, so no legend.
    private static void Write(JsonObject trace)
    {
        (trace["mode"], trace["text"], trace["showlegend"]) = ("text", trace["name"]!.GetValue<string>(), false);
        trace["textfont"] = new JsonObject { ["color"] = trace["marker"]!["color"]!.GetValue<string>(), ["size"] = 13 };
        trace.Remove("marker");
    }
}
