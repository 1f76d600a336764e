using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch;

public static partial class Plot
{
    /// <summary>The plane, coloured by the class a model gives to each place, and the points with their true classes.</summary>
    /// <param name="classify">The class number at (x1, x2): 0, 1, … 5.</param>
    /// <param name="X">n×2, one example a row.</param>
    /// <param name="y">n class numbers.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="x1Label">What the first column is, with its unit.</param>
    /// <param name="x2Label">What the second column is, with its unit.</param>
    /// <param name="classNames">Name of class 0, of class 1, …; "class 0", "class 1", … when left out.</param>
    /// <param name="resolution">Grid points along each axis; lower it for a scrubber of many frames.</param>
    /// <exception cref="ArgumentException">X is not n×2, more than 5000 rows, a label or class that is not 0 … 5 or has no name, or a resolution outside 2 … 150.</exception>
    public static Figure DecisionRegions(Func<double, double, double> classify, Matrix<double> X, IEnumerable<double> y, string title = "", string x1Label = "x1", string x2Label = "x2", IReadOnlyList<string>? classNames = null, int resolution = 101)
    {
        ArgumentNullException.ThrowIfNull(classify);
        ArgumentNullException.ThrowIfNull(X);
        if (X.ColumnCount != 2) throw new ArgumentException($"Expected X of shape n×2, found {X.RowCount}×{X.ColumnCount}.", nameof(X));
        Demand.AtMost(MostPoints, X.RowCount, "rows", nameof(X));
        Demand.Resolution(resolution);
        double[] x1 = X.Column(0).ToArray(), x2 = X.Column(1).ToArray(), labels = Demand.Labels(y, x1.Length, Style.Symbols.Length);
        string[] names = ClassNames(labels, classNames);
        double[] across = Numbers.Extent(x1, 0.1) ?? [0, 1], up = Numbers.Extent(x2, 0.1) ?? [0, 1];
        double[] grid1 = Numbers.Spaced(across[0], across[1], resolution), grid2 = Numbers.Spaced(up[0], up[1], resolution);
        double[][] classes = Numbers.Grid(classify, grid1, grid2);
        Demand.Labels(classes.SelectMany(row => row), resolution * resolution, names.Length, nameof(classify));
        int right = Enumerable.Range(0, labels.Length).Count(i => classify(x1[i], x2[i]) == labels[i]);
        string summary = Picture.Sentence(title, "Decision regions", $"of {Picture.Names(names)} over {x1Label} and {x2Label}, {right} of {labels.Length} points in the region of their class");
        return Picture.Of(summary, title, [Regions(grid1, grid2, classes, names.Length), .. ClassPoints(x1, x2, labels, names)], Style.Axis(x1Label, across), Style.Axis(x2Label, up));
    }

    private static JsonObject Regions(double[] x1, double[] x2, double[][] classes, int count) => new()
    {
        ["type"] = "heatmap",
        ["x"] = Numbers.Array(x1),
        ["y"] = Numbers.Array(x2),
        ["z"] = Numbers.Rows(classes),
        ["zmin"] = -0.5,
        ["zmax"] = count - 0.5,
        // Each class has a stretch of the scale to itself: no colour between two classes.
        ["colorscale"] = new JsonArray([.. Enumerable.Range(0, count).SelectMany(k => new[] { k, k + 1 }.Select(end => (JsonNode)new JsonArray(Numbers.Round((double)end / count), Style.Color(k))))]),
        ["opacity"] = 0.35,
        ["showscale"] = false,
        ["hoverinfo"] = "skip",
        ["showlegend"] = false,
    };
}
