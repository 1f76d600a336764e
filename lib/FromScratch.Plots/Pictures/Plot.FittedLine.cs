using System.Text.Json.Nodes;

namespace FromScratch;

public static partial class Plot
{
    /// <summary>Points (x, y) and the line y = predict(x) through them.</summary>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Targets, as many as <paramref name="x"/>.</param>
    /// <param name="predict">The fitted line or curve.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What x is, with its unit.</param>
    /// <param name="yLabel">What y is, with its unit.</param>
    /// <param name="residuals">Draws y − predict(x) as a segment from the line to each point.</param>
    /// <param name="outlier">Index of a point to ring and name.</param>
    /// <param name="yRange">Ends of the y axis, for a line that shall stay in view; without it the axis frames the points.</param>
    /// <exception cref="ArgumentException">No points, more than 5000, different lengths, no such <paramref name="outlier"/>, or a <paramref name="yRange"/> that does not rise.</exception>
    public static Figure FittedLine(IEnumerable<double> x, IEnumerable<double> y, Func<double, double> predict, string title = "", string xLabel = "x", string yLabel = "y", bool residuals = false, int? outlier = null, (double From, double To)? yRange = null) =>
        FittedLine(x, y, [("", predict)], title, xLabel, yLabel, residuals, outlier, yRange);

    /// <summary>Points (x, y) and several named lines through them. The axes frame the points; a line may leave them.</summary>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Targets, as many as <paramref name="x"/>.</param>
    /// <param name="lines">Name and prediction of each line.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What x is, with its unit.</param>
    /// <param name="yLabel">What y is, with its unit.</param>
    /// <param name="residuals">Draws the residuals of the first line as segments.</param>
    /// <param name="outlier">Index of a point to ring and name.</param>
    /// <param name="yRange">Ends of the y axis, for a line that shall stay in view; without it the axis frames the points.</param>
    /// <exception cref="ArgumentException">No points, more than 5000, no line, different lengths, no such <paramref name="outlier"/>, or a <paramref name="yRange"/> that does not rise.</exception>
    public static Figure FittedLine(IEnumerable<double> x, IEnumerable<double> y, IEnumerable<(string Name, Func<double, double> Predict)> lines, string title = "", string xLabel = "x", string yLabel = "y", bool residuals = false, int? outlier = null, (double From, double To)? yRange = null)
    {
        var (xs, ys) = Demand.Pairs(x, y);
        var all = Demand.SomeOf(lines, "line");
        Demand.AtMost(MostPoints, xs.Length, "points", nameof(x));
        if (yRange is var (from, to)) Demand.Ordered(from, to, nameof(yRange));
        double[] across = Numbers.Extent(xs) ?? [0, 1], grid = Numbers.Spaced(across[0], across[1], 101);
        List<JsonObject> traces = [];
        if (residuals) traces.Add(Residuals(xs, ys, all[0].Predict));
        traces.Add(Traces.Points(xs, ys, all.Count > 1 ? "data" : "", 0));
        // The points have taken colour 0; the first line is solid all the same.
        foreach (var (line, i) in all.Select((line, i) => (line, i)))
        {
            var trace = Traces.Line(grid, [.. grid.Select(line.Predict)], line.Name, i + 1);
            trace["line"]!["dash"] = Style.Dash(i);
            traces.Add(trace);
        }
        if (outlier is { } marked) traces.Add(Ring(xs, ys, marked));
        string named = Picture.Names(all.Select(line => line.Name).Where(name => name.Length > 0));
        string summary = Picture.Sentence(title, "Scatter", $"of {yLabel} over {xLabel}, {xs.Length} points, with {(all.Count == 1 ? "a fitted line" : $"{all.Count} fitted lines")}{(named.Length > 0 ? ": " + named : "")}{(outlier is null ? "" : ", one point marked as outlier")}");
        return Picture.Of(summary, title, traces, Style.Axis(xLabel, across), Style.Axis(yLabel, yRange is var (low, high) ? [low, high] : Numbers.Extent(ys, 0.1)));
    }

    // One trace for all segments: a null between two of them lifts the pen.
    private static JsonObject Residuals(double[] x, double[] y, Func<double, double> predict)
    {
        double[] along = [.. x.SelectMany(v => new[] { v, v, double.NaN })];
        double[] up = [.. x.Zip(y).SelectMany(point => new[] { predict(point.First), point.Second, double.NaN })];
        var trace = Traces.Line(along, up, "", 0);
        trace["line"] = new JsonObject { ["color"] = Style.Grey, ["width"] = 1.5 };
        trace["hoverinfo"] = "skip";
        return trace;
    }

    private static JsonObject Ring(double[] x, double[] y, int outlier)
    {
        Demand.Index(outlier, x.Length, "points");
        var ring = Traces.Points([x[outlier]], [y[outlier]], "outlier", 3, size: 16);
        ring["marker"]!["symbol"] = "circle-open";
        ring["marker"]!["line"] = new JsonObject { ["width"] = 3, ["color"] = Style.Purple };
        return ring;
    }
}
