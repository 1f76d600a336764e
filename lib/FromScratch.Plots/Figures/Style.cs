using System.Text.Json.Nodes;

namespace FromScratch;

/// <summary>Colours and layout shared by every picture: colour-blind safe, readable on white and on #1e1e1e.</summary>
internal static class Style
{
    /// <summary>Okabe and Ito, "Color Universal Design" (2008), ordered by contrast with both grounds; yellow left out.</summary>
    public static readonly string[] Palette = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];

    public const string Blue = "#0072B2", Orange = "#D55E00", Green = "#009E73", Purple = "#CC79A7";

    /// <summary>Of Tol, "Colour Schemes" (2021), muted: a seventh path on a map, where its dots have a white rim on any ground.</summary>
    public const string Wine = "#882255";

    /// <summary>The grey halfway between white and #1e1e1e in contrast: 4.1 to 1 with both.</summary>
    public const string Grey = "#7D7D7D";

    public const string Faint = "rgba(127,127,127,0.3)";

    private const string Clear = "rgba(0,0,0,0)";

    // Colour is never the only difference: lines also differ in dash, points in shape.
    public static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];

    public static readonly string[] Symbols = ["circle", "diamond", "square", "triangle-up", "cross", "x"];

    public static string Color(int i) => Palette[i % Palette.Length];

    public static string Dash(int i) => Dashes[i % Dashes.Length];

    /// <summary>Labels are text: Plotly would read a '&lt;' as the start of a tag.</summary>
    public static string Text(string label) =>
        label.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    public static JsonObject Title(string label) => new() { ["text"] = Text(label) };

    public static JsonObject Axis(string label, double[]? range = null, bool log = false)
    {
        var axis = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = Text(label), ["standoff"] = 8 },
            ["automargin"] = true,
            // Else Plotly writes 0.0001 as 100μ and 25000 as 25k.
            ["exponentformat"] = "power",
            ["minexponent"] = log ? 3 : 6,
            ["gridcolor"] = Faint,
            ["linecolor"] = Grey,
            ["zerolinecolor"] = Grey,
        };
        if (log) axis["type"] = "log";
        // Whole powers only: the digits 2 and 5 between them read as 2 and 5, not as 20 and 50.
        if (log) axis["dtick"] = 1;
        if (range is not null) axis["range"] = Numbers.Array(range);
        return axis;
    }

    /// <summary>A layout without axes yet.</summary>
    public static JsonObject Page(string title) => new()
    {
        ["title"] = new JsonObject
        {
            ["text"] = Text(title),
            ["x"] = 0.02,
            ["xanchor"] = "left",
            ["y"] = 1,
            ["yanchor"] = "top",
            ["pad"] = new JsonObject { ["t"] = 14 },
            ["font"] = new JsonObject { ["size"] = 16 },
        },
        ["font"] = new JsonObject { ["color"] = Grey, ["size"] = 13 },
        ["paper_bgcolor"] = Clear,
        ["plot_bgcolor"] = Clear,
        ["height"] = 420,
        ["margin"] = new JsonObject { ["l"] = 60, ["r"] = 20, ["t"] = 80, ["b"] = 50 },
        ["hovermode"] = "closest",
        ["legend"] = Legend(),
    };

    /// <summary>A legend in a row between title and plot, where it covers no data.</summary>
    public static JsonObject Legend() => new()
    {
        ["orientation"] = "h",
        ["x"] = 0,
        ["xanchor"] = "left",
        ["y"] = 1.01,
        ["yanchor"] = "bottom",
        ["bgcolor"] = Clear,
    };
}
