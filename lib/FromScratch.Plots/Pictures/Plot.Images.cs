using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch;

public static partial class Plot
{
    private const int MostImages = 100;

    // Room under an image for its caption, and beside it for nothing, in parts of its height and width.
    private const double CaptionRoom = 0.3, Gap = 0.1;

    /// <summary>A gallery of small images in rows, each over its caption: digits, reconstructions, filters, the weights of a class.</summary>
    /// <param name="images">An image a row, m×(height·width), row of pixels after row of pixels.</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="captions">A text under each image, or "" for none; none at all when left out.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="columns">Images side by side; all in one row, 10 at most, when 0.</param>
    /// <param name="diverging">For weights: blue below 0, white at 0, orange above, with a colour bar. Else black is the least value, white the greatest.</param>
    /// <param name="range">The values drawn darkest and brightest; those of the images when left out, symmetric where diverging.</param>
    /// <exception cref="ArgumentException">No image, more than 100, rows of another length than height·width, another number of captions, or a range that does not rise.</exception>
    public static Figure Images(Matrix<double> images, int height, int width, IEnumerable<string>? captions = null, string title = "", int columns = 0, bool diverging = false, (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        int count = images.RowCount;
        if (height < 1 || width < 1 || images.ColumnCount != height * width) throw new ArgumentException($"Expected images of {height}×{width} pixels, rows of length {height * width}, found {images.RowCount}×{images.ColumnCount}.", nameof(images));
        Demand.AtMost(MostImages, count, "images", nameof(images));
        string[] names = captions is null ? [] : [.. captions];
        if (captions is not null && names.Length != count) throw new ArgumentException($"Expected a caption for each of {count} images, found {names.Length} captions.", nameof(captions));
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (columns == 0) columns = Math.Min(count, 10);
        var (least, greatest) = range ?? Ends(images.Enumerate(), diverging);
        Demand.Ordered(least, greatest, nameof(range));

        int rows = (count + columns - 1) / columns;
        double stepX = width * (1 + Gap), stepY = height * (1 + (names.Length > 0 ? CaptionRoom : Gap));
        // One trace an image; y grows upwards, so the top row of pixels comes last.
        var traces = Enumerable.Range(0, count).Select(i => Image(images.Row(i), height, width, i % columns * stepX, (rows - 1 - i / columns) * stepY, least, greatest, diverging)).ToList();
        if (diverging) (traces[0]["showscale"], traces[0]["colorbar"]) = (true, ColorBar(""));
        if (names.Length > 0) traces.Add(Captions(names, i => i % columns * stepX + width / 2.0, i => (rows - 1 - i / columns) * stepY - 0.16 * height));
        JsonObject x = Blank([-0.02 * width, columns * stepX - Gap * width]), y = Blank([(names.Length > 0 ? -CaptionRoom : 0) * height, (rows - 1) * stepY + 1.02 * height]);
        (y["scaleanchor"], x["constrain"], y["constrain"]) = ("x", "domain", "domain");
        var layout = Style.Page(title);
        (layout["xaxis"], layout["yaxis"]) = (x, y);
        double ratio = (rows * stepY) / (columns * stepX);
        layout["height"] = (int)Math.Clamp(760 * ratio + 90, 200, 620);
        string rest = $"of {height}×{width} pixels in {rows} row{(rows == 1 ? "" : "s")}{(names.Any(name => name.Length > 0) ? ": " + Picture.Names(names.Where(name => name.Length > 0)) : "")}";
        return Picture.Of(Picture.Sentence(title, count == 1 ? "Image" : $"Gallery of {count} images", rest), layout, traces);
    }

    private static (double, double) Ends(IEnumerable<double> values, bool diverging)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0) return (0, 1);
        if (diverging) return finite.Max(Math.Abs) is > 0 and var most ? (-most, most) : (-1, 1);
        return finite.Min() < finite.Max() ? (finite.Min(), finite.Max()) : (finite.Min(), finite.Min() + 1);
    }

    private static JsonObject Image(Vector<double> pixels, int height, int width, double left, double bottom, double least, double greatest, bool diverging) => new()
    {
        ["type"] = "heatmap",
        ["x0"] = Numbers.Round(left + 0.5),
        ["dx"] = 1,
        ["y0"] = Numbers.Round(bottom + 0.5),
        ["dy"] = 1,
        ["z"] = Numbers.Rows([.. Enumerable.Range(0, height).Select(i => pixels.SubVector((height - 1 - i) * width, width).ToArray())], 3),
        ["zmin"] = Numbers.Round(least),
        ["zmax"] = Numbers.Round(greatest),
        ["colorscale"] = diverging ? Diverging() : new JsonArray(new JsonArray(0, "#000000"), new JsonArray(1, "#FFFFFF")),
        ["showscale"] = false,
        ["hovertemplate"] = "%{z}<extra></extra>",
        ["showlegend"] = false,
    };

    private static JsonArray Diverging() => new(new JsonArray(0, Style.Blue), new JsonArray(0.5, "#FFFFFF"), new JsonArray(1, Style.Orange));

    private static JsonObject Captions(string[] names, Func<int, double> x, Func<int, double> y) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "text",
        ["x"] = Numbers.Array(names.Select((_, i) => x(i))),
        ["y"] = Numbers.Array(names.Select((_, i) => y(i))),
        ["text"] = new JsonArray([.. names.Select(name => (JsonNode)Style.Text(name))]),
        ["textfont"] = new JsonObject { ["size"] = 12 },
        ["cliponaxis"] = false,
        ["hoverinfo"] = "skip",
        ["showlegend"] = false,
    };

    private static JsonObject Blank(double[] range) => new() { ["visible"] = false, ["range"] = Numbers.Array(range) };
}
