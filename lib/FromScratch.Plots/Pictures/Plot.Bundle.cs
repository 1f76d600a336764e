using System.Text.Json.Nodes;

namespace FromScratch;

public static partial class Plot
{
    /// <summary>Many thin curves of one kind, such as fits to resampled data, with a few named curves on top.</summary>
    /// <param name="many">The functions of the bundle.</param>
    /// <param name="lines">Name and function of each curve on top.</param>
    /// <param name="from">Left end.</param>
    /// <param name="to">Right end, greater than <paramref name="from"/>.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What x is, with its unit.</param>
    /// <param name="yLabel">What the functions give, with its unit.</param>
    /// <param name="yRange">Ends of the y axis; without it the axis frames the named curves with the bundle.</param>
    /// <exception cref="ArgumentException">An empty bundle, no line, or a range that does not rise.</exception>
    public static Figure Bundle(IEnumerable<Func<double, double>> many, IEnumerable<(string Name, Func<double, double> Function)> lines, double from, double to, string title = "", string xLabel = "x", string yLabel = "y", (double From, double To)? yRange = null)
    {
        var (bundle, all) = (Demand.SomeOf(many, "function"), Demand.SomeOf(lines, "line"));
        Demand.Ordered(from, to);
        if (yRange is var (low, high)) Demand.Ordered(low, high, nameof(yRange));
        double[] x = Numbers.Spaced(from, to, 51);
        // One trace for all: a null between two of them lifts the pen.
        double[] along = [.. bundle.SelectMany(_ => x.Append(double.NaN))];
        double[] up = [.. bundle.SelectMany(f => x.Select(f).Append(double.NaN))];
        var thin = Traces.Line(along, [.. up.Select(y => Numbers.Round(y, 4))], "", 0);
        thin["line"] = new JsonObject { ["color"] = Style.Grey, ["width"] = 0.8 };
        thin["hoverinfo"] = "skip";
        // Colours and dashes as in FittedLine, so that a curve looks the same in both.
        JsonObject[] named = [.. all.Select((line, i) => Traces.Line(x, [.. x.Select(line.Function)], line.Name, i + 1))];
        for (var i = 0; i < named.Length; i++) named[i]["line"]!["dash"] = Style.Dash(i);
        double[]? ends = yRange is var (bottom, top) ? [bottom, top] : Numbers.Extent(up.Concat(all.SelectMany(line => x.Select(line.Function))));
        string summary = Picture.Sentence(title, $"Bundle of {bundle.Count} curves", $"of {yLabel} over {xLabel} from {Numbers.Say(from)} to {Numbers.Say(to)}, with {Picture.Names(all.Select(line => line.Name))} on top");
        return Picture.Of(summary, title, [thin, .. named], Style.Axis(xLabel, [from, to]), Style.Axis(yLabel, ends));
    }
}
