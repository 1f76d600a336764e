using System.Text.Json.Nodes;

namespace FromScratch;

/// <summary>Turns pictures of one shape into one picture with frames: each frame holds only what differs between them.</summary>
internal static class Frames
{
    public static Figure Compose(Figure[] figures, string[] labels, string prefix, int active, bool buttons, string clause)
    {
        Demand.Index(active, figures.Length, "pictures");
        if (figures.Any(figure => figure.IsAnimated)) throw new ArgumentException("Expected pictures without a slider of their own.", nameof(figures));
        JsonArray[] data = [.. figures.Select(figure => figure.Data)];
        JsonObject[] layouts = [.. figures.Select(figure => figure.Layout)];
        DemandOneShape(data, labels, prefix);
        Axes.Fix(data, layouts);

        // What a frame leaves out keeps its last value, so a key that differs anywhere stands in every frame.
        string[][] changing = [.. Enumerable.Range(0, data[0].Count).Select(t => Differing([.. data.Select(traces => (JsonObject)traces[t]!)]))];
        int[] moved = [.. Enumerable.Range(0, changing.Length).Where(t => changing[t].Length > 0)];
        string[] layoutKeys = Differing(layouts);
        JsonArray frames = [];
        for (int i = 0; i < figures.Length; i++)
        {
            var frame = new JsonObject
            {
                ["name"] = i.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["data"] = new JsonArray([.. moved.Select(t => (JsonNode)Pick((JsonObject)data[i][t]!, changing[t]))]),
                ["traces"] = new JsonArray([.. moved.Select(t => (JsonNode)t)]),
            };
            if (layoutKeys.Length > 0) frame["layout"] = Pick(layouts[i], layoutKeys);
            frames.Add((JsonNode)frame);
        }

        var layout = (JsonObject)layouts[active].DeepClone();
        layout["sliders"] = new JsonArray(Controls.Slider(labels, prefix, active, left: buttons ? 95 : 0));
        if (buttons) layout["updatemenus"] = new JsonArray(Controls.PlayAndPause());
        layout["height"] = layout["height"]!.GetValue<int>() + Controls.Height;
        return new Figure(figures[active].Summary.TrimEnd('.') + clause + ".", (JsonArray)data[active].DeepClone(), layout, frames);
    }

    private static void DemandOneShape(JsonArray[] data, string[] labels, string prefix)
    {
        string[] shapes = [.. data.Select(traces => string.Join(", ", traces.Select(trace => trace!["type"]!.GetValue<string>())))];
        for (int i = 1; i < shapes.Length; i++)
            if (shapes[i] != shapes[0])
                throw new ArgumentException($"Expected the same traces in every picture of a slider, found [{shapes[0]}] at {prefix}{labels[0]} and [{shapes[i]}] at {prefix}{labels[i]}.", nameof(data));
    }

    private static string[] Differing(JsonObject[] objects) =>
    [
        .. objects.SelectMany(one => one.Select(pair => pair.Key)).Distinct()
            .Where(key => objects.Any(one => !JsonNode.DeepEquals(one[key], objects[0][key]))),
    ];

    private static JsonObject Pick(JsonObject source, string[] keys) =>
        new(keys.Select(key => KeyValuePair.Create(key, source[key]?.DeepClone())));
}
