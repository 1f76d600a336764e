using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FromScratch;

/// <summary>A picture as Plotly JSON, with one sentence that says what it shows. Immutable; equal input gives equal bytes.</summary>
/// <remarks>
/// A host draws it from <c>application/vnd.plotly.v1+json</c>, <c>text/html</c> or <c>text/plain</c>, found by the formatter-source
/// convention. The preferred list names only the last two: .NET Interactive obeys it and would send the first as a string,
/// which no renderer can draw.
/// </remarks>
[TypeFormatterSource(typeof(FigureFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class Figure
{
    /// <summary>The most JSON a figure may take, in UTF-8 bytes.</summary>
    public const int MaxBytes = 200_000;

    // Symbols such as σ and ² stay themselves; HTML escapes what it must on its own.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject spec;

    /// <exception cref="ArgumentException">The JSON takes more than <see cref="MaxBytes"/>.</exception>
    internal Figure(string summary, JsonArray data, JsonObject layout, JsonArray? frames = null)
    {
        Summary = summary;
        spec = new JsonObject
        {
            ["data"] = data,
            ["layout"] = layout,
            ["config"] = new JsonObject { ["responsive"] = true, ["displaylogo"] = false },
        };
        if (frames is not null) spec["frames"] = frames;
        Json = spec.ToJsonString(Compact);
        int bytes = Encoding.UTF8.GetByteCount(Json);
        if (bytes > MaxBytes)
            throw new ArgumentException($"A figure may take {MaxBytes} bytes of JSON, this one takes {bytes}: draw fewer points, fewer frames or a lower resolution.");
    }

    /// <summary>One sentence that says what the picture shows: the plain-text form and the alternative text.</summary>
    public string Summary { get; }

    /// <summary>The Plotly JSON: an object with <c>data</c>, <c>layout</c>, <c>config</c> and, in a slider, <c>frames</c>.</summary>
    public string Json { get; }

    internal JsonArray Data => (JsonArray)spec["data"]!.DeepClone();

    internal JsonObject Layout => (JsonObject)spec["layout"]!.DeepClone();

    internal bool IsAnimated => spec.ContainsKey("frames");

    internal bool HasLegend => spec["layout"]!["showlegend"]?.GetValue<bool>() == true;

    internal int Height => spec["layout"]!["height"]!.GetValue<int>();

    /// <summary>The <see cref="Summary"/>.</summary>
    public override string ToString() => Summary;
}
