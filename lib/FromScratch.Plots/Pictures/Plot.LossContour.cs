using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch;

public static partial class Plot
{
    /// <summary>The loss over (a, b) seen from above: lines of equal loss, with the path of a descent and the minimum.</summary>
    /// <param name="loss">The loss at (a, b).</param>
    /// <param name="aRange">Ends of the horizontal axis, the first below the second.</param>
    /// <param name="bRange">Ends of the vertical axis, the first below the second.</param>
    /// <param name="path">Positions (a, b) in the order they were visited; the last has the largest dot.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="aLabel">Name of the first parameter.</param>
    /// <param name="bLabel">Name of the second parameter.</param>
    /// <param name="lossLabel">Which loss, and whether it is a sum or a mean.</param>
    /// <param name="minimum">The (a, b) of least loss, drawn as a star.</param>
    /// <param name="logLevels">Spaces the levels by ratio, not by difference: shows the floor of a steep or stretched bowl.</param>
    /// <param name="resolution">Grid points along each axis.</param>
    /// <exception cref="ArgumentException">A range that does not ascend, an empty path, a position that is not of length 2, a resolution outside 2 … 150, or a loss of 0 or below everywhere with <paramref name="logLevels"/>.</exception>
    public static Figure LossContour(Func<double, double, double> loss, (double From, double To) aRange, (double From, double To) bRange, IEnumerable<Vector<double>>? path = null, string title = "", string aLabel = "a", string bLabel = "b", string lossLabel = "loss", Vector<double>? minimum = null, bool logLevels = false, int resolution = 61) =>
        LossContour(loss, aRange, bRange, path is null ? [] : [("", path)], title, aLabel, bLabel, lossLabel, minimum, logLevels, resolution);

    /// <summary>The loss over (a, b) seen from above, with the paths of several named descents.</summary>
    /// <param name="loss">The loss at (a, b).</param>
    /// <param name="aRange">Ends of the horizontal axis, the first below the second.</param>
    /// <param name="bRange">Ends of the vertical axis, the first below the second.</param>
    /// <param name="paths">Name and positions (a, b) of each descent.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="aLabel">Name of the first parameter.</param>
    /// <param name="bLabel">Name of the second parameter.</param>
    /// <param name="lossLabel">Which loss, and whether it is a sum or a mean.</param>
    /// <param name="minimum">The (a, b) of least loss, drawn as a star.</param>
    /// <param name="logLevels">Spaces the levels by ratio, not by difference.</param>
    /// <param name="resolution">Grid points along each axis.</param>
    /// <exception cref="ArgumentException">As for one path.</exception>
    public static Figure LossContour(Func<double, double, double> loss, (double From, double To) aRange, (double From, double To) bRange, IEnumerable<(string Name, IEnumerable<Vector<double>> Path)> paths, string title = "", string aLabel = "a", string bLabel = "b", string lossLabel = "loss", Vector<double>? minimum = null, bool logLevels = false, int resolution = 61)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var (a, b, z) = LossGrid(loss, aRange, bRange, resolution);
        List<JsonObject> traces = [logLevels ? LogContour(a, b, z, lossLabel) : Contour(a, b, z, lossLabel)];
        if (minimum is not null)
        {
            Demand.Path([minimum], nameof(minimum));
            var star = Traces.Points([minimum[0]], [minimum[1]], "minimum", 0, size: 14);
            star["marker"] = Traces.Marker("#F0E442", "star", 15);
            star["marker"]!["line"]!["color"] = "black";
            traces.Add(star);
        }
        int walked = 0;
        foreach (var (name, path) in paths)
        {
            var steps = Demand.Path(path);
            // Colour 0 is the blue of the valley floor.
            traces.Add(Traces.Path([.. steps.Select(step => step[0])], [.. steps.Select(step => step[1])], name, ++walked));
        }
        return Picture.Of(LossSummary(title, "Contours", z, aRange, bRange, aLabel, bLabel, lossLabel, walked), title, traces,
            Style.Axis(aLabel, [aRange.From, aRange.To]), Style.Axis(bLabel, [bRange.From, bRange.To]));
    }

    private static JsonObject Contour(double[] a, double[] b, double[][] z, string lossLabel) => new()
    {
        ["type"] = "contour",
        ["x"] = Numbers.Array(a),
        ["y"] = Numbers.Array(b),
        ["z"] = Numbers.Rows(z, 4),
        ["colorscale"] = "Cividis",
        ["ncontours"] = 24,
        ["line"] = new JsonObject { ["width"] = 0.7, ["color"] = "rgba(255,255,255,0.5)" },
        ["colorbar"] = ColorBar(lossLabel),
        ["showlegend"] = false,
    };

    // Contours of log10(loss), labelled with the loss itself.
    private static JsonObject LogContour(double[] a, double[] b, double[][] z, string lossLabel)
    {
        double[] positive = [.. z.SelectMany(row => row).Where(loss => loss > 0 && double.IsFinite(loss))];
        if (positive.Length == 0) throw new ArgumentException("Expected a loss above 0 somewhere for levels spaced by ratio, found none.", nameof(z));
        // A minimum of 0 has no logarithm and takes the least level; below six decades the eye sees no more.
        double floor = Math.Max(positive.Min(), positive.Max() * 1e-6);
        var contour = Contour(a, b, [.. z.Select(row => row.Select(loss => Math.Log10(Math.Max(loss, floor))).ToArray())], lossLabel);
        double[] ticks = RatioTicks(floor, positive.Max());
        contour["colorbar"]!["tickvals"] = Numbers.Array(ticks.Select(Math.Log10));
        contour["colorbar"]!["ticktext"] = new JsonArray([.. ticks.Select(tick => (JsonNode)Numbers.Say(tick))]);
        contour["customdata"] = Numbers.Rows(z, 4);
        contour["hovertemplate"] = "%{x}, %{y}: %{customdata}<extra></extra>";
        return contour;
    }

    // Powers of ten; 2 and 5 of each as well where less than three decades would show but one or two.
    private static double[] RatioTicks(double from, double to)
    {
        int lowest = (int)Math.Floor(Math.Log10(from)), highest = (int)Math.Ceiling(Math.Log10(to));
        double[] digits = to / from < 1e3 ? [1, 2, 5] : [1];
        return [.. Enumerable.Range(lowest, highest - lowest + 1)
            .SelectMany(power => digits.Select(digit => digit * Math.Pow(10, power)))
            .Where(tick => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9))];
    }

    private static JsonObject ColorBar(string label) => new()
    {
        // Beside the bar: above it a long label would take its width from the plot.
        ["title"] = new JsonObject { ["text"] = Style.Text(label), ["side"] = "right" },
        ["thickness"] = 14,
        ["outlinewidth"] = 0,
    };
}
