using System.Text.Json.Nodes;

namespace FromScratch;

public static partial class Plot
{
    /// <summary>How values are spread: the share of them in each of several bins of equal width.</summary>
    /// <param name="values">The values; one beyond an end counts in the bin at that end.</param>
    /// <param name="from">Left end of the first bin.</param>
    /// <param name="to">Right end of the last, greater than <paramref name="from"/>.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What a value is, with its unit.</param>
    /// <param name="bins">1 … 200.</param>
    /// <exception cref="ArgumentException">No values, one that is NaN, <paramref name="from"/> ≥ <paramref name="to"/>, an end is not finite, or too many bins.</exception>
    public static Figure Histogram(IEnumerable<double> values, double from, double to, string title = "", string xLabel = "x", int bins = 20)
    {
        double[] all = Demand.Some(values);
        Demand.Ordered(from, to);
        if (bins is < 1 or > 200) throw new ArgumentException($"Expected from 1 to 200 bins, found {bins}.", nameof(bins));
        if (all.Any(double.IsNaN)) throw new ArgumentException("Expected numbers, found NaN.", nameof(values));
        double width = (to - from) / bins;
        double[] shares = new double[bins];
        foreach (double value in all) shares[(int)Math.Clamp(Math.Floor((value - from) / width), 0, bins - 1)] += 1.0 / all.Length;
        double[] centres = [.. Enumerable.Range(0, bins).Select(k => from + ((k + 0.5) * width))];
        int fullest = Array.IndexOf(shares, shares.Max());
        var trace = new JsonObject
        {
            ["type"] = "bar",
            ["x"] = Numbers.Array(centres),
            ["y"] = Numbers.Array([.. shares.Select(share => Numbers.Round(share, 4))]),
            ["width"] = 0.95 * width,
            ["marker"] = new JsonObject { ["color"] = Style.Blue },
            ["hoverinfo"] = "x+y",
            ["showlegend"] = false,
        };
        string summary = Picture.Sentence(title, "Histogram", $"of {xLabel} from {Numbers.Say(from)} to {Numbers.Say(to)} in {bins} bins, {Numbers.Say(Numbers.Round(100 * shares[fullest], 3))} % of {all.Length} values around {Numbers.Say(Numbers.Round(centres[fullest], 3))}");
        return Picture.Of(summary, title, [trace], Style.Axis(xLabel, [from, to]), Style.Axis("share of the values", [0, Math.Max(shares.Max() * 1.08, 0.1)]));
    }
}
