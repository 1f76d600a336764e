using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch;

public static partial class Plot
{
    /// <summary>The surface loss(a, b) in three dimensions, with the path of a descent on it. It turns under the mouse.</summary>
    /// <param name="loss">The loss at (a, b).</param>
    /// <param name="aRange">Ends of the first axis, the first below the second.</param>
    /// <param name="bRange">Ends of the second axis, the first below the second.</param>
    /// <param name="path">Positions (a, b) in the order they were visited.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="aLabel">Name of the first parameter.</param>
    /// <param name="bLabel">Name of the second parameter.</param>
    /// <param name="lossLabel">Which loss, and whether it is a sum or a mean.</param>
    /// <param name="resolution">Grid points along each axis.</param>
    /// <exception cref="ArgumentException">A range that does not ascend, an empty path, a step that is not of length 2, or a resolution outside 2 … 150.</exception>
    public static Figure LossSurface(Func<double, double, double> loss, (double From, double To) aRange, (double From, double To) bRange, IEnumerable<Vector<double>>? path = null, string title = "", string aLabel = "a", string bLabel = "b", string lossLabel = "loss", int resolution = 41)
    {
        var (a, b, z) = LossGrid(loss, aRange, bRange, resolution);
        List<JsonObject> traces =
        [
            new()
            {
                ["type"] = "surface",
                ["x"] = Numbers.Array(a),
                ["y"] = Numbers.Array(b),
                ["z"] = Numbers.Rows(z),
                ["colorscale"] = "Cividis",
                ["showscale"] = false,
                ["opacity"] = 0.95,
                ["showlegend"] = false,
            },
        ];
        double[] height = Numbers.Extent(z.SelectMany(row => row)) ?? [0, 1];
        if (path is not null) traces.Add(PathOnSurface(Demand.Path(path), loss, lift: 0.01 * (height[1] - height[0])));
        var layout = Style.Page(title);
        layout.Remove("plot_bgcolor"); // a scene has none
        layout["height"] = 480;
        layout["margin"] = new JsonObject { ["l"] = 10, ["r"] = 10, ["t"] = 50, ["b"] = 10 };
        layout["scene"] = new JsonObject
        {
            ["xaxis"] = SceneAxis(aLabel, [aRange.From, aRange.To]),
            ["yaxis"] = SceneAxis(bLabel, [bRange.From, bRange.To]),
            ["zaxis"] = SceneAxis(lossLabel, height),
            ["aspectmode"] = "manual",
            ["aspectratio"] = new JsonObject { ["x"] = 1, ["y"] = 1, ["z"] = 0.7 },
            ["camera"] = new JsonObject { ["eye"] = new JsonObject { ["x"] = 1.25, ["y"] = -1.35, ["z"] = 1.25 }, ["center"] = new JsonObject { ["x"] = -0.12, ["y"] = -0.12, ["z"] = -0.2 } },
        };
        return Picture.Of(LossSummary(title, "Surface", z, aRange, bRange, aLabel, bLabel, lossLabel, path is null ? 0 : 1), layout, traces);
    }

    private static JsonObject PathOnSurface(IReadOnlyList<Vector<double>> path, Func<double, double, double> loss, double lift) => new()
    {
        ["type"] = "scatter3d",
        ["mode"] = "lines+markers",
        ["x"] = Numbers.Array(path.Select(step => step[0])),
        ["y"] = Numbers.Array(path.Select(step => step[1])),
        // Lifted by a hair, or half of every dot would sink into the surface.
        ["z"] = Numbers.Array(path.Select(step => loss(step[0], step[1]) + lift)),
        ["line"] = new JsonObject { ["color"] = Style.Orange, ["width"] = 5 },
        ["marker"] = new JsonObject { ["color"] = Style.Orange, ["size"] = 4 },
        ["showlegend"] = false,
    };

    private static JsonObject SceneAxis(string label, double[] range) => new()
    {
        ["title"] = Style.Title(label),
        ["range"] = Numbers.Array(range),
        ["gridcolor"] = Style.Faint,
        ["linecolor"] = Style.Grey,
        ["zerolinecolor"] = Style.Grey,
        ["exponentformat"] = "power",
        ["nticks"] = 6,
        ["showbackground"] = false,
    };

    private static (double[] A, double[] B, double[][] Z) LossGrid(Func<double, double, double> loss, (double From, double To) aRange, (double From, double To) bRange, int resolution)
    {
        ArgumentNullException.ThrowIfNull(loss);
        Demand.Ordered(aRange.From, aRange.To, nameof(aRange));
        Demand.Ordered(bRange.From, bRange.To, nameof(bRange));
        Demand.Resolution(resolution);
        double[] a = Numbers.Spaced(aRange.From, aRange.To, resolution), b = Numbers.Spaced(bRange.From, bRange.To, resolution);
        return (a, b, Numbers.Grid(loss, a, b));
    }

    private static string LossSummary(string title, string kind, double[][] z, (double From, double To) aRange, (double From, double To) bRange, string aLabel, string bLabel, string lossLabel, int paths)
    {
        double[] finite = [.. z.SelectMany(row => row).Where(double.IsFinite)];
        string span = finite.Length == 0 ? "nowhere finite" : $"between {Numbers.Say(finite.Min())} and {Numbers.Say(finite.Max())}";
        string walked = paths switch { 0 => "", 1 => ", with the path of a descent", _ => $", with the paths of {paths} descents" };
        return Picture.Sentence(title, $"{kind} of {lossLabel}", $"over {aLabel} from {Numbers.Say(aRange.From)} to {Numbers.Say(aRange.To)} and {bLabel} from {Numbers.Say(bRange.From)} to {Numbers.Say(bRange.To)}, {span}{walked}");
    }
}
