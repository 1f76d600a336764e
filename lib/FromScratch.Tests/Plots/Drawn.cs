using System.Text.Json.Nodes;

namespace FromScratch.Tests.Plots;

/// <summary>Reads a figure as a renderer would: from its JSON alone.</summary>
internal sealed class Drawn(Figure figure)
{
    private readonly JsonNode spec = JsonNode.Parse(figure.Json)!;

    public JsonArray Data => spec["data"]!.AsArray();

    public JsonObject Layout => spec["layout"]!.AsObject();

    public JsonArray Frames => spec["frames"]!.AsArray();

    public bool HasFrames => spec["frames"] is not null;

    public JsonNode Trace(int i) => Data[i]!;

    public IEnumerable<string> Types => Data.Select(trace => (string)trace!["type"]!);

    public IEnumerable<string> Legend => Data.Where(trace => (bool)trace!["showlegend"]!).Select(trace => (string)trace!["name"]!);

    public string AxisTitle(string axis) => (string)Layout[axis]!["title"]!["text"]!;

    public static double?[] Values(JsonNode? array) => [.. array!.AsArray().Select(v => (double?)v)];

    /// <summary>Every frame laid over the figure, as plotly.js does.</summary>
    public JsonNode At(params int[] frames)
    {
        var state = spec.DeepClone();
        foreach (int i in frames)
        {
            var frame = Frames[i]!;
            foreach (var (change, trace) in frame["data"]!.AsArray().Zip(frame["traces"]!.AsArray()))
                foreach (var (key, value) in change!.AsObject()) state["data"]![(int)trace!]![key] = value?.DeepClone();
            if (frame["layout"] is not JsonObject layout) continue;
            foreach (var (key, value) in layout)
                if (value is JsonObject part && state["layout"]![key] is JsonObject whole)
                    foreach (var (inner, v) in part) whole[inner] = v?.DeepClone();
                else state["layout"]![key] = value?.DeepClone();
        }
        return state;
    }
}
