using System.Text.Json.Nodes;

namespace FromScratch;

public static partial class Plot
{
    /// <summary>A computational graph, its arrows pointing forward: on each edge the number that goes forward, and the slope that comes back.</summary>
    /// <param name="nodes">Name and place of each node.</param>
    /// <param name="edges">From which node to which, with its number and its slope; null for one that is not known yet.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="forwardName">What the numbers above the edges are.</param>
    /// <param name="backwardName">What the numbers below the edges are.</param>
    /// <exception cref="ArgumentException">No nodes, two of one name, no edges, or an edge to a node that is not there.</exception>
    public static Figure Graph(IEnumerable<(string Name, double X, double Y)> nodes, IEnumerable<(string From, string To, double? Forward, double? Backward)> edges, string title = "", string forwardName = "value, forward", string backwardName = "slope, backward")
    {
        var all = Demand.SomeOf(nodes, "node");
        var lines = Demand.SomeOf(edges, "edge");
        Dictionary<string, (double X, double Y)> places = [];
        foreach (var (name, x, y) in all)
            if (!places.TryAdd(name, (x, y))) throw new ArgumentException($"Expected nodes with names of their own, found two '{name}'.", nameof(nodes));
        foreach (string end in lines.SelectMany(edge => new[] { edge.From, edge.To }))
            if (!places.ContainsKey(end)) throw new ArgumentException($"Expected an edge between two of {Picture.Names(places.Keys)}, found '{end}'.", nameof(edges));

        ((double X, double Y) From, (double X, double Y) To)[] drawn = [.. lines.Select(edge => (places[edge.From], places[edge.To]))];
        double[] xs = [.. all.Select(node => node.X)], ys = [.. all.Select(node => node.Y)];
        var spoken = lines.Select(edge => $"{edge.From} → {edge.To}{Spoken(" carries ", edge.Forward)}{Spoken(" and gets back ", edge.Backward)}");
        return Picture.Of(Picture.Sentence(title, "Graph", $"of {all.Count} nodes: {string.Join("; ", spoken)}"), title,
        [
            EdgeLines(drawn),
            Arrows(drawn),
            Circles(all),
            EdgeText(drawn, [.. lines.Select(edge => edge.Forward)], forwardName, Style.Blue, ["top left", "top center", "top right", "middle left"]),
            EdgeText(drawn, [.. lines.Select(edge => edge.Backward)], backwardName, Style.Orange, ["bottom right", "bottom center", "bottom left", "middle right"]),
        ], Bare(xs, 0.12), Bare(ys, 0.25));
    }

    private static string Spoken(string verb, double? number) => number is { } x ? verb + Numbers.Say(x) : "";

    private static JsonObject Bare(double[] values, double margin) => new()
    {
        ["title"] = Style.Title(""),
        ["range"] = Numbers.Array(Numbers.Extent(values, margin)!),
        ["showgrid"] = false,
        ["zeroline"] = false,
        ["showticklabels"] = false,
    };

    private static (double X, double Y)[] Along(((double X, double Y) From, (double X, double Y) To)[] edges, double share) =>
        [.. edges.Select(edge => (edge.From.X + share * (edge.To.X - edge.From.X), edge.From.Y + share * (edge.To.Y - edge.From.Y)))];

    private static JsonObject EdgeLines(((double X, double Y) From, (double X, double Y) To)[] edges) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        // A gap (NaN) stands between two edges.
        ["x"] = Numbers.Array(edges.SelectMany(edge => new[] { edge.From.X, edge.To.X, double.NaN })),
        ["y"] = Numbers.Array(edges.SelectMany(edge => new[] { edge.From.Y, edge.To.Y, double.NaN })),
        ["line"] = new JsonObject { ["color"] = Style.Grey, ["width"] = 1.5 },
        ["hoverinfo"] = "skip",
        ["showlegend"] = false,
    };

    private static JsonObject Arrows(((double X, double Y) From, (double X, double Y) To)[] edges)
    {
        var places = Along(edges, 0.66);
        var arrows = Traces.Points([.. places.Select(p => p.X)], [.. places.Select(p => p.Y)], "", 0);
        arrows["marker"] = Traces.Marker(Style.Grey, "triangle-right", 9);
        arrows["marker"]!["symbol"] = new JsonArray([.. edges.Select(edge => (JsonNode)(edge.To.X > edge.From.X ? "triangle-right" : edge.To.X < edge.From.X ? "triangle-left" : edge.To.Y > edge.From.Y ? "triangle-up" : "triangle-down"))]);
        arrows["hoverinfo"] = "skip";
        return arrows;
    }

    private static JsonObject Circles(IReadOnlyList<(string Name, double X, double Y)> nodes)
    {
        var circles = Traces.Points([.. nodes.Select(node => node.X)], [.. nodes.Select(node => node.Y)], "", 0, size: 30);
        circles["mode"] = "markers+text";
        circles["marker"]!["color"] = Style.Grey;
        circles["text"] = new JsonArray([.. nodes.Select(node => (JsonNode)Style.Text(node.Name))]);
        circles["textfont"] = new JsonObject { ["color"] = "white", ["size"] = 15 };
        circles["hoverinfo"] = "skip";
        return circles;
    }

    // Beside the edge, on the side it leaves free: positions for an edge that rises, is level, falls, or stands upright.
    private static JsonObject EdgeText(((double X, double Y) From, (double X, double Y) To)[] edges, double?[] numbers, string name, string color, string[] positions)
    {
        // Edges that cross do so in the middle: numbers stand before it.
        var places = Along(edges, 0.36);
        return new()
        {
            ["type"] = "scatter",
            ["mode"] = "text",
            ["x"] = Numbers.Array(places.Select(p => p.X)),
            ["y"] = Numbers.Array(places.Select(p => p.Y)),
            // Hard spaces keep a number off an upright edge.
            ["text"] = new JsonArray([.. numbers.Zip(edges, (number, edge) => (JsonNode)(number is not { } x ? ""
                : edge.From.X == edge.To.X ? $"\u00a0{Numbers.Say(Numbers.Round(x, 3))}\u00a0" : Numbers.Say(Numbers.Round(x, 3))))]),
            ["textposition"] = new JsonArray([.. edges.Select(edge => (JsonNode)positions[edge.From.X == edge.To.X ? 3 : 1 - Math.Sign((edge.To.Y - edge.From.Y) * (edge.To.X - edge.From.X))])]),
            ["textfont"] = new JsonObject { ["color"] = color, ["size"] = 15 },
            ["name"] = Style.Text(name),
            ["hoverinfo"] = "skip",
            ["showlegend"] = true,
        };
    }
}
