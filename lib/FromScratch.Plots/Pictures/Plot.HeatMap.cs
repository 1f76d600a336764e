using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch;

public static partial class Plot
{
    private const int MostNumbers = 15;

    /// <summary>A matrix as a table of coloured cells with the first row on top: a confusion matrix, attention weights, gates over time.</summary>
    /// <param name="values">m×n; the number stands in its cell where neither side is longer than 15.</param>
    /// <param name="rows">A name for each of m rows.</param>
    /// <param name="columns">A name for each of n columns.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What the columns are.</param>
    /// <param name="yLabel">What the rows are.</param>
    /// <param name="valueLabel">What a cell counts or measures, with its unit.</param>
    /// <param name="diverging">Blue below 0, white at 0, orange above. Else the darker, the greater.</param>
    /// <param name="range">The values at the two ends of the colours; those of the matrix when left out, symmetric where diverging.</param>
    /// <exception cref="ArgumentException">Another number of names than rows or columns, or a range that does not rise.</exception>
    public static Figure HeatMap(Matrix<double> values, IEnumerable<string> rows, IEnumerable<string> columns, string title = "", string xLabel = "column", string yLabel = "row", string valueLabel = "value", bool diverging = false, (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (down, across) = (Demand.SomeOf(rows, "row name"), Demand.SomeOf(columns, "column name"));
        if (down.Count != values.RowCount || across.Count != values.ColumnCount)
            throw new ArgumentException($"Expected a name for each of {values.RowCount} rows and {values.ColumnCount} columns, found {down.Count} and {across.Count}.", nameof(values));
        var (least, greatest) = range ?? Ends(values.Enumerate(), diverging);
        Demand.Ordered(least, greatest, nameof(range));
        // Hundredths of the colours' range, so that a next to nothing reads 0.00 and not 45µ; counts stay whole.
        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(greatest - least)), 0, 9);
        var written = values.Exists(value => value != Math.Round(value)) ? $"%{{z:.{decimals}f}}" : "%{z}";
        var cells = new JsonObject
        {
            ["type"] = "heatmap",
            ["z"] = Numbers.Rows([.. Enumerable.Range(0, down.Count).Select(i => values.Row(down.Count - 1 - i).ToArray())], 4),
            ["zmin"] = Numbers.Round(least),
            ["zmax"] = Numbers.Round(greatest),
            ["colorscale"] = diverging ? Diverging() : new JsonArray(new JsonArray(0, "#F7FBFF"), new JsonArray(1, Style.Blue)),
            ["colorbar"] = ColorBar(valueLabel),
            ["xgap"] = 1,
            ["ygap"] = 1,
            ["hovertemplate"] = $"{written}<extra></extra>",
            ["showlegend"] = false,
        };
        if (Math.Max(down.Count, across.Count) <= MostNumbers) cells["texttemplate"] = written;
        var (row, column, most) = values.EnumerateIndexed().MaxBy(cell => cell.Item3);
        string rest = $"of {valueLabel}, {down.Count} rows by {across.Count} columns, greatest {Numbers.Say(most)} in row {Name(down, row)}, column {Name(across, column)}";
        return Picture.Of(Picture.Sentence(title, "Table", rest), title, [cells], Named(across, xLabel, k => k), Named(down, yLabel, k => down.Count - 1 - k));

        // A long axis names only some of its cells.
        static string Name(IReadOnlyList<string> names, int k) => names[k].Length > 0 ? names[k] : $"{k}";
    }

    // Names as ticks of a number axis, so that a slider can hold the range.
    private static JsonObject Named(IReadOnlyList<string> names, string label, Func<int, int> place)
    {
        var axis = Style.Axis(label, [-0.5, names.Count - 0.5]);
        int[] shown = [.. Enumerable.Range(0, names.Count).Where(k => names[k].Length > 0)];
        axis["tickvals"] = new JsonArray([.. shown.Select(k => (JsonNode)place(k))]);
        axis["ticktext"] = new JsonArray([.. shown.Select(k => (JsonNode)Style.Text(names[k]))]);
        (axis["showgrid"], axis["zeroline"]) = (false, false);
        axis.Remove("gridcolor");
        axis.Remove("zerolinecolor");
        return axis;
    }
}
