using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch;

public static partial class Plot
{
    private const int GridLines = 13, GridPoints = 31;

    /// <summary>What a map, such as a hidden layer of two units, makes of the plane: a square grid around the points, and the points, where it puts them.</summary>
    /// <param name="map">(x1, x2) → (h1, h2).</param>
    /// <param name="X">n×2, one example a row, before the map.</param>
    /// <param name="y">n class numbers.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="h1Label">What the map's first number is.</param>
    /// <param name="h2Label">What the map's second number is.</param>
    /// <param name="classNames">Name of class 0, of class 1, …; "class 0", "class 1", … when left out.</param>
    /// <param name="line">The line w1·h1 + w2·h2 + b = 0 to draw after the map.</param>
    /// <exception cref="ArgumentException">X is not n×2, more than 5000 rows, a label that is not 0 … 5 or has no name, or a line with w1 = w2 = 0.</exception>
    public static Figure BentGrid(Func<double, double, (double H1, double H2)> map, Matrix<double> X, IEnumerable<double> y, string title = "", string h1Label = "h1", string h2Label = "h2", IReadOnlyList<string>? classNames = null, (double W1, double W2, double B)? line = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(X);
        if (X.ColumnCount != 2) throw new ArgumentException($"Expected X of shape n×2, found {X.RowCount}×{X.ColumnCount}.", nameof(X));
        Demand.AtMost(MostPoints, X.RowCount, "rows", nameof(X));
        if (line is (0, 0, _)) throw new ArgumentException("Expected a line with a weight that is not 0, found w1 = w2 = 0.", nameof(line));
        double[] x1 = X.Column(0).ToArray(), x2 = X.Column(1).ToArray(), labels = Demand.Labels(y, x1.Length, Style.Symbols.Length);
        string[] names = ClassNames(labels, classNames);
        double[] across = Numbers.Extent(x1, 0.25) ?? [0, 1], up = Numbers.Extent(x2, 0.25) ?? [0, 1];
        var upright = Bent(map, Numbers.Spaced(across[0], across[1], GridLines), Numbers.Spaced(up[0], up[1], GridPoints), (fixedAt, t) => (fixedAt, t));
        var level = Bent(map, Numbers.Spaced(up[0], up[1], GridLines), Numbers.Spaced(across[0], across[1], GridPoints), (fixedAt, t) => (t, fixedAt));
        var points = x1.Zip(x2, map).ToArray();
        double[] h1 = [.. points.Select(p => p.H1)], h2 = [.. points.Select(p => p.H2)];
        double[] right = Numbers.Extent([.. upright.H1, .. level.H1]) ?? [0, 1], top = Numbers.Extent([.. upright.H2, .. level.H2]) ?? [0, 1];
        List<JsonObject> traces = [GridTrace(upright, Style.Grey), GridTrace(level, Style.Color(5)), .. ClassPoints(h1, h2, labels, names)];
        if (line is var (w1, w2, b)) traces.Add(Separating(w1, w2, b, right, top));
        string separated = line is null ? "" : ", with a separating line";
        return Picture.Of(Picture.Sentence(title, "Square grid", $"after the map to {h1Label} and {h2Label}, with {x1.Length} points of {Picture.Names(names)}{separated}"),
            title, traces, Style.Axis(h1Label, right), Style.Axis(h2Label, top));
    }

    // One trace for a family of lines: a gap (NaN) stands between two lines.
    private static (double[] H1, double[] H2) Bent(Func<double, double, (double H1, double H2)> map, double[] lines, double[] along, Func<double, double, (double X1, double X2)> place)
    {
        var bent = lines.SelectMany(line => along.Select(t => place(line, t)).Select(p => map(p.X1, p.X2)).Append((double.NaN, double.NaN))).ToArray();
        return ([.. bent.Select(p => p.Item1)], [.. bent.Select(p => p.Item2)]);
    }

    private static JsonObject GridTrace((double[] H1, double[] H2) lines, string color) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["x"] = new JsonArray([.. lines.H1.Select(h => Numbers.Node(h, 4))]),
        ["y"] = new JsonArray([.. lines.H2.Select(h => Numbers.Node(h, 4))]),
        ["line"] = new JsonObject { ["color"] = color, ["width"] = 1 },
        ["hoverinfo"] = "skip",
        ["showlegend"] = false,
    };

    // Drawn across the whole picture, from edge to edge in the direction in which it runs more.
    private static JsonObject Separating(double w1, double w2, double b, double[] right, double[] top)
    {
        bool flat = Math.Abs(w2) * (top[1] - top[0]) > Math.Abs(w1) * (right[1] - right[0]);
        double[] x = flat ? right : [.. top.Select(h2 => -(b + w2 * h2) / w1)];
        double[] y = flat ? [.. right.Select(h1 => -(b + w1 * h1) / w2)] : top;
        return Traces.Line(x, y, "output unit's line", 2);
    }
}
