using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch;

public static partial class Plot
{
    /// <summary>The probability of class 1 as shade, the line where it equals the threshold, and the points with their classes.</summary>
    /// <param name="probability">P(y = 1) at (x1, x2), from 0 to 1.</param>
    /// <param name="X">n×2, one example a row.</param>
    /// <param name="y">n labels, 0 or 1.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="x1Label">What the first column is, with its unit.</param>
    /// <param name="x2Label">What the second column is, with its unit.</param>
    /// <param name="classNames">Name of class 0 and of class 1.</param>
    /// <param name="threshold">The probability above which a point counts as class 1; on the boundary it is class 0.</param>
    /// <param name="resolution">Grid points along each axis; lower it for a scrubber of many frames.</param>
    /// <param name="range">Ends of both axes; without it they frame the points.</param>
    /// <exception cref="ArgumentException">X is not n×2, more than 5000 rows, labels that are not n times 0 or 1, not two names, a threshold outside (0, 1), a resolution outside 2 … 150, or a <paramref name="range"/> that does not rise.</exception>
    public static Figure DecisionBoundary(Func<double, double, double> probability, Matrix<double> X, IEnumerable<double> y, string title = "", string x1Label = "x1", string x2Label = "x2", IReadOnlyList<string>? classNames = null, double threshold = 0.5, int resolution = 61, (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(probability);
        ArgumentNullException.ThrowIfNull(X);
        if (X.ColumnCount != 2) throw new ArgumentException($"Expected X of shape n×2, found {X.RowCount}×{X.ColumnCount}.", nameof(X));
        Demand.AtMost(MostPoints, X.RowCount, "rows", nameof(X));
        if (!(threshold > 0 && threshold < 1)) throw new ArgumentException($"Expected a threshold between 0 and 1, found {Numbers.Say(threshold)}.", nameof(threshold));
        Demand.Resolution(resolution);
        string[] names = [.. classNames ?? ["class 0", "class 1"]];
        if (names.Length != 2) throw new ArgumentException($"Expected two class names, found {names.Length}.", nameof(classNames));
        double[] x1 = X.Column(0).ToArray(), x2 = X.Column(1).ToArray(), labels = Demand.Labels(y, x1.Length, 2);
        if (range is var (from, to)) Demand.Ordered(from, to, nameof(range));
        double[]? given = range is null ? null : [range.Value.From, range.Value.To];
        double[] across = given ?? Numbers.Extent(x1, 0.1) ?? [0, 1], up = given ?? Numbers.Extent(x2, 0.1) ?? [0, 1];
        double[] grid1 = Numbers.Spaced(across[0], across[1], resolution), grid2 = Numbers.Spaced(up[0], up[1], resolution);
        double[][] p = Numbers.Grid(probability, grid1, grid2);
        int right = Enumerable.Range(0, labels.Length).Count(i => probability(x1[i], x2[i]) > threshold == (labels[i] == 1));
        string summary = Picture.Sentence(title, "Decision boundary", $"between {names[0]} and {names[1]} over {x1Label} and {x2Label}, {right} of {labels.Length} points on their own side of P = {Numbers.Say(threshold)}");
        return Picture.Of(summary, title, [Shade(grid1, grid2, p, threshold, names[1]), .. ClassPoints(x1, x2, labels, names)], Style.Axis(x1Label, across), Style.Axis(x2Label, up));
    }

    // Shaded like a heat map, with a single level: the boundary.
    private static JsonObject Shade(double[] x1, double[] x2, double[][] p, double threshold, string name)
    {
        var bar = ColorBar($"P({name})");
        bar["tickvals"] = Numbers.Array([0, threshold, 1]);
        return new()
        {
            ["type"] = "contour",
            ["x"] = Numbers.Array(x1),
            ["y"] = Numbers.Array(x2),
            ["z"] = Numbers.Rows(p, 3),
            ["zmin"] = 0,
            ["zmax"] = 1,
            ["zauto"] = false,
            ["autocontour"] = false,
            ["contours"] = new JsonObject { ["coloring"] = "heatmap", ["start"] = threshold, ["end"] = threshold, ["size"] = 1 },
            ["colorscale"] = new JsonArray(
                new JsonArray(0, "rgba(0,114,178,0.55)"),
                new JsonArray(0.5, "rgba(127,127,127,0.05)"),
                new JsonArray(1, "rgba(213,94,0,0.55)")),
            ["line"] = new JsonObject { ["color"] = Style.Grey, ["width"] = 3 },
            ["colorbar"] = bar,
            ["showlegend"] = false,
        };
    }
}
