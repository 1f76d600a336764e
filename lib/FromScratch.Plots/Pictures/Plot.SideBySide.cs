using System.Text.Json.Nodes;

namespace FromScratch;

public static partial class Plot
{
    private const double Gutter = 0.12;

    /// <summary>Two pictures beside each other, each under its own title. Put a <see cref="Slider"/> around it, not inside.</summary>
    /// <param name="left">Any picture with one pair of axes, or a surface.</param>
    /// <param name="right">Another.</param>
    /// <param name="title">Heading over both; none when empty.</param>
    /// <exception cref="ArgumentException">One of the two is a slider or stands side by side already.</exception>
    public static Figure SideBySide(Figure left, Figure right, string title = "")
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var layout = Style.Page(title);
        JsonArray data = [];
        JsonArray titles = [];
        bool legend = left.HasLegend || right.HasLegend;
        // Both headings stand on one line, above the legend of either.
        int lift = legend ? 30 : 6;
        Place(left, "", 0, (1 - Gutter) / 2, lift, data, layout, titles);
        Place(right, "2", (1 + Gutter) / 2, 1, lift, data, layout, titles);
        if (!layout.ContainsKey("xaxis") && !layout.ContainsKey("xaxis2")) layout.Remove("plot_bgcolor"); // scenes have none
        layout["annotations"] = titles;
        layout["height"] = Math.Max(HalfWide(left), HalfWide(right));
        layout["showlegend"] = legend;
        layout["margin"]!["t"] = (title.Length > 0 ? 34 : 0) + (titles.Count > 0 ? 34 : 0) + 16 + (legend ? 26 : 0);
        string summary = $"{(title.Length > 0 ? title.TrimEnd(' ', '.', ':') + ", two" : "Two")} pictures side by side; left: {Clause(left)}; right: {Clause(right)}.";
        return new Figure(summary, data, layout);
    }

    // What keeps its proportions, square pixels or a scene, leaves the height empty in half the width.
    private static int HalfWide(Figure figure) =>
        figure.Layout["scene"] is null && figure.Layout["yaxis"]?["scaleanchor"] is null ? figure.Height : Math.Min(figure.Height, 400);

    private static void Place(Figure figure, string suffix, double from, double to, int lift, JsonArray data, JsonObject layout, JsonArray titles)
    {
        var source = figure.Layout;
        if (figure.IsAnimated) throw new ArgumentException("Expected pictures without a slider: put the slider around SideBySide.");
        if (source.ContainsKey("xaxis2") || source.ContainsKey("scene2") || source.ContainsKey("annotations"))
            throw new ArgumentException("Expected two single pictures, found one that stands side by side already.");
        // A colour bar stands in the subplot's own right part; on the left it must stay clear of the neighbour's labels.
        bool bar = figure.Data.Any(trace => trace!["colorbar"] is not null);
        double edge = !bar ? to : to < 1 ? to - 0.13 : to - 0.06;
        foreach (var trace in figure.Data.Select(trace => (JsonObject)trace!.DeepClone()))
        {
            if (trace["type"]!.GetValue<string>() is "surface" or "scatter3d") trace["scene"] = "scene" + suffix;
            else (trace["xaxis"], trace["yaxis"]) = ("x" + suffix, "y" + suffix);
            if (trace["showlegend"]?.GetValue<bool>() == true) trace["legend"] = "legend" + suffix;
            if (trace["colorbar"] is JsonObject colorBar) (colorBar["x"], colorBar["xanchor"]) = (Numbers.Round(edge + 0.005), "left");
            data.Add((JsonNode)trace);
        }
        var domain = Numbers.Array([from, edge]);
        if (source["scene"] is { } scene)
        {
            scene["domain"] = new JsonObject { ["x"] = domain };
            // Half the width: stand back, or the tick labels leave the scene.
            var eye = scene["camera"]!["eye"]!;
            foreach (string axis in new[] { "x", "y", "z" }) eye[axis] = Numbers.Round(1.4 * eye[axis]!.GetValue<double>());
            layout["scene" + suffix] = scene.DeepClone();
        }
        else
        {
            var (x, y) = (source["xaxis"]!.DeepClone(), source["yaxis"]!.DeepClone());
            (x["domain"], x["anchor"], y["anchor"]) = (domain, "y" + suffix, "x" + suffix);
            if (y["scaleanchor"] is not null) y["scaleanchor"] = "x" + suffix; // square pixels
            (layout["xaxis" + suffix], layout["yaxis" + suffix]) = (x, y);
        }
        var ownLegend = Style.Legend();
        ownLegend["x"] = Numbers.Round(from);
        layout["legend" + suffix] = ownLegend;
        string heading = source["title"]!["text"]!.GetValue<string>();
        if (heading.Length > 0) titles.Add((JsonNode)Heading(heading, from, lift));
    }

    // Already escaped: it comes out of a figure.
    private static JsonObject Heading(string text, double x, int lift) => new()
    {
        ["text"] = text,
        ["x"] = Numbers.Round(x),
        ["xref"] = "paper",
        ["xanchor"] = "left",
        ["y"] = 1,
        ["yref"] = "paper",
        ["yanchor"] = "bottom",
        ["yshift"] = lift,
        ["showarrow"] = false,
        ["font"] = new JsonObject { ["size"] = 15 },
    };

    private static string Clause(Figure figure) => figure.Summary.TrimEnd('.');
}
