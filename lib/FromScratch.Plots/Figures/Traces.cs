using System.Text.Json.Nodes;

namespace FromScratch;

/// <summary>The few kinds of trace the pictures are made of.</summary>
internal static class Traces
{
    /// <summary>The <paramref name="i"/>-th line of a picture. A line without a name stays out of the legend.</summary>
    public static JsonObject Line(double[] x, double[] y, string name, int i) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["name"] = Style.Text(name),
        ["showlegend"] = name.Length > 0,
        ["x"] = Numbers.Array(x),
        ["y"] = Numbers.Array(y),
        ["line"] = new JsonObject { ["color"] = Style.Color(i), ["dash"] = Style.Dash(i), ["width"] = 2.5 },
    };

    /// <summary>The <paramref name="i"/>-th group of points of a picture.</summary>
    public static JsonObject Points(double[] x, double[] y, string name, int i, int size = 8) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["name"] = Style.Text(name),
        ["showlegend"] = name.Length > 0,
        ["x"] = Numbers.Array(x),
        ["y"] = Numbers.Array(y),
        ["marker"] = Marker(Style.Color(i), Style.Symbols[i % Style.Symbols.Length], size),
    };

    /// <summary>Dots joined by a line, in the order they were visited; the last one is larger.</summary>
    public static JsonObject Path(double[] x, double[] y, string name, int i)
    {
        var (path, seventh) = (Points(x, y, name, i), Style.Palette.Length + 1);
        var color = i == seventh ? Style.Wine : Style.Color(i);
        path["mode"] = "lines+markers";
        path["line"] = new JsonObject { ["color"] = color, ["width"] = 2 };
        // An eighth path has the colour of the second.
        if (i > seventh) path["line"]!["dash"] = Style.Dash(i / Style.Palette.Length);
        path["marker"] = Marker(color, "circle", 7);
        path["marker"]!["opacity"] = 1; // sizes of their own would make them translucent
        path["marker"]!["size"] = new JsonArray([.. x.Select((_, step) => (JsonNode)(step == x.Length - 1 ? 12 : 7))]);
        path["text"] = new JsonArray([.. x.Select((_, step) => (JsonNode)$"step {step}")]);
        return path;
    }

    public static JsonObject Marker(string color, string symbol, int size) => new()
    {
        ["color"] = color,
        ["symbol"] = symbol,
        ["size"] = size,
        ["line"] = new JsonObject { ["color"] = "white", ["width"] = 1 },
    };
}
