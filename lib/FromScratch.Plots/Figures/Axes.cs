using System.Text.Json.Nodes;

namespace FromScratch;

/// <summary>Gives the pictures of a slider the same axes, wide enough for all of them: else every stop would rescale.</summary>
internal static class Axes
{
    public static void Fix(JsonArray[] data, JsonObject[] layouts)
    {
        foreach (string axis in layouts[0].Select(pair => pair.Key).Where(key => key.StartsWith("xaxis", StringComparison.Ordinal) || key.StartsWith("yaxis", StringComparison.Ordinal)).ToArray())
            Fix(axis[..1], axis[0] + axis[5..], "x" == axis[..1] ? "xaxis" : "yaxis", data, [.. layouts.Select(layout => (JsonObject)layout[axis]!)]);
        foreach (string scene in layouts[0].Select(pair => pair.Key).Where(key => key.StartsWith("scene", StringComparison.Ordinal)).ToArray())
            foreach (string letter in new[] { "x", "y", "z" })
                Fix(letter, scene, "scene", data, [.. layouts.Select(layout => (JsonObject)layout[scene]![letter + "axis"]!)]);
    }

    // Traces name their axis, as in "xaxis": "x2"; the first axis may go unnamed.
    private static void Fix(string letter, string id, string reference, JsonArray[] data, JsonObject[] axes)
    {
        bool log = axes[0]["type"]?.GetValue<string>() == "log";
        List<double> ends = [];
        for (int i = 0; i < axes.Length; i++)
        {
            double[]? range = axes[i]["range"] is JsonArray given
                ? [given[0]!.GetValue<double>(), given[1]!.GetValue<double>()]
                : Numbers.Extent(data[i].Where(trace => Belongs((JsonObject)trace!, reference, id)).SelectMany(trace => Flat(trace![letter])).Select(v => log ? Math.Log10(v) : v));
            if (range is not null) ends.AddRange(range);
        }
        if (ends.Count == 0) return;
        foreach (var axis in axes) axis["range"] = Numbers.Array([ends.Min(), ends.Max()]);
    }

    private static bool Belongs(JsonObject trace, string reference, string id) =>
        (trace[reference]?.GetValue<string>() ?? (reference == "scene" ? "scene" : reference[..1])) == id;

    private static IEnumerable<double> Flat(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Flat),
        JsonValue value => [value.GetValue<double>()],
        _ => [],
    };
}
