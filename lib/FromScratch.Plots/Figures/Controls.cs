using System.Text.Json.Nodes;

namespace FromScratch;

/// <summary>The slider and the buttons under a picture.</summary>
internal static class Controls
{
    /// <summary>Pixels a slider adds to the height of a picture.</summary>
    public const int Height = 80;

    /// <param name="labels">Text of each stop.</param>
    /// <param name="prefix">Stands before the current stop: "a = ".</param>
    /// <param name="active">Index of the first stop shown.</param>
    /// <param name="left">Pixels left free for buttons.</param>
    /// <param name="frame">Name of the frame of stop i; i itself when left out.</param>
    /// <param name="down">Pixels below the plot.</param>
    public static JsonObject Slider(string[] labels, string prefix, int active, int left = 0, Func<int, string>? frame = null, int down = 50) => new()
    {
        ["active"] = active,
        ["x"] = 0,
        ["len"] = 1,
        ["y"] = 0,
        ["yanchor"] = "top",
        ["pad"] = new JsonObject { ["t"] = down, ["l"] = left },
        ["currentvalue"] = new JsonObject { ["prefix"] = Style.Text(prefix), ["xanchor"] = "left", ["font"] = new JsonObject { ["size"] = 15 } },
        ["bgcolor"] = Style.Grey,
        ["activebgcolor"] = Style.Orange,
        ["bordercolor"] = Style.Grey,
        ["tickcolor"] = Style.Grey,
        ["steps"] = new JsonArray([.. labels.Select((label, i) => (JsonNode)new JsonObject
        {
            ["label"] = Style.Text(label),
            ["method"] = "animate",
            ["args"] = new JsonArray(new JsonArray(frame?.Invoke(i) ?? i.ToString(System.Globalization.CultureInfo.InvariantCulture)), Timing(0)),
        })]),
    };

    public static JsonObject PlayAndPause() => new()
    {
        ["type"] = "buttons",
        ["direction"] = "left",
        ["showactive"] = false,
        ["x"] = 0,
        ["xanchor"] = "left",
        ["y"] = 0,
        ["yanchor"] = "top",
        ["pad"] = new JsonObject { ["t"] = 78, ["r"] = 10 },
        ["bgcolor"] = "rgba(127,127,127,0.2)",
        ["bordercolor"] = Style.Grey,
        ["buttons"] = new JsonArray(
            Button("▶", null, Timing(350)),
            // A list with one null stops what is playing.
            Button("❚❚", new JsonArray((JsonNode?)null), Timing(0))),
    };

    private static JsonObject Button(string label, JsonNode? frames, JsonObject timing)
    {
        timing["fromcurrent"] = true;
        return new JsonObject { ["label"] = label, ["method"] = "animate", ["args"] = new JsonArray(frames, timing) };
    }

    // Without a redraw contours vanish, and surfaces and ranges do not move.
    private static JsonObject Timing(int milliseconds) => new()
    {
        ["mode"] = "immediate",
        ["frame"] = new JsonObject { ["duration"] = milliseconds, ["redraw"] = true },
        ["transition"] = new JsonObject { ["duration"] = 0 },
    };
}
