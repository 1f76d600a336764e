using System.Text.Json.Nodes;

namespace FromScratch;

/// <summary>Puts traces, axes and a title together.</summary>
internal static class Picture
{
    public static Figure Of(string summary, string title, IEnumerable<JsonObject> traces, JsonObject xAxis, JsonObject yAxis)
    {
        var layout = Style.Page(title);
        layout["xaxis"] = xAxis;
        layout["yaxis"] = yAxis;
        return Of(summary, layout, traces);
    }

    public static Figure Of(string summary, JsonObject layout, IEnumerable<JsonObject> traces)
    {
        var data = new JsonArray([.. traces]);
        bool legend = data.Any(trace => trace!["showlegend"]?.GetValue<bool>() == true);
        bool title = layout["title"]!["text"]!.GetValue<string>().Length > 0;
        layout["showlegend"] = legend;
        layout["margin"]!["t"] = 16 + (title ? 34 : 0) + (legend ? 11 + 19 * LegendRows(data) : 0);
        return new Figure(summary, data, layout);
    }

    /// <summary>How many rows Plotly makes of the legend in a picture 700 pixels wide: one, or a grid with columns as wide as the longest name.</summary>
    private static int LegendRows(JsonArray data)
    {
        const int Room = 620, ColorBar = 75, Symbol = 50, Letter = 6;
        int room = data.Any(trace => trace!["colorbar"] is not null) ? Room - ColorBar : Room;
        int[] widths = [.. data.Where(trace => trace!["showlegend"]?.GetValue<bool>() == true).Select(trace => Symbol + Letter * trace!["name"]!.GetValue<string>().Length)];
        if (widths.Sum() <= room) return 1;
        int columns = Math.Max(1, room / widths.Max());
        return (widths.Length + columns - 1) / columns;
    }

    /// <summary>"title: sentence." or "Kind of sentence."</summary>
    public static string Sentence(string title, string kind, string rest)
    {
        string head = title.TrimEnd(' ', '.', ':');
        return head.Length == 0 ? $"{kind} {rest}." : $"{head}: {char.ToLowerInvariant(kind[0])}{kind[1..]} {rest}.";
    }

    /// <summary>"A, B and C".</summary>
    public static string Names(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
