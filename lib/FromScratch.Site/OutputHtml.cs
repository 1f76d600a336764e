using System.Net;
using System.Text.Json.Nodes;
using FromScratch.Notebooks;

namespace FromScratch.Site;

/// <summary>What a cell left behind, as HTML: the richest form that cannot do anything to its page.</summary>
internal static class OutputHtml
{
    private const string Figure = "application/vnd.plotly.v1+json";

    public static string Of(Output output) => output switch
    {
        StreamOutput stream => Text(TerminalText.Settle(stream.Text).TrimEnd('\n'), stream.Name == "stderr" ? "output warning" : "output"),
        BundleOutput bundle => Of(bundle),
        ErrorOutput error => Text($"{error.Name}: {error.Message}", "output warning"),
        _ => "",
    };

    private static string Of(BundleOutput output)
    {
        var plain = Content(output, "text/plain") ?? "";
        if (output.Data.TryGetValue(Figure, out var figure))
            return Draw(figure, plain);
        if (plain.StartsWith('✓') || plain.StartsWith('✗'))
            return $"<p class=\"verdict {(plain[0] == '✓' ? "right" : "wrong")}\">{WebUtility.HtmlEncode(plain).Replace("\n", "<br>", StringComparison.Ordinal)}</p>\n";
        if (Content(output, "text/html") is { } html)
        {
            var allowed = new AllowedHtml(AllowedHtml.Displays);
            var clean = allowed.Next(html) + allowed.End();
            if (!allowed.Refused)
                return $"<div class=\"output scroll\">{clean}</div>\n";
        }

        return Content(output, "image/png") is { } picture
            ? $"<p class=\"scroll\"><img alt=\"{WebUtility.HtmlEncode(plain)}\" src=\"data:image/png;base64,{WebUtility.HtmlEncode(picture)}\"></p>\n"
            : Text(plain, "output");
    }

    // The place has its height before it is drawn, so that nothing jumps; the sentence stands in it until then. The default JSON writer escapes '<'.
    private static string Draw(JsonNode figure, string sentence) => $"""
        <figure class="scroll" aria-label="{WebUtility.HtmlEncode(sentence)}"><div class="plot" style="height:{Height(figure)}px"><p>{WebUtility.HtmlEncode(sentence)}</p></div>
        <script type="application/json">{figure.ToJsonString()}</script></figure>

        """;

    private static int Height(JsonNode figure) =>
        (figure as JsonObject)?["layout"] is JsonObject layout && layout["height"] is JsonValue height && height.TryGetValue(out int pixels) ? pixels : 450;

    private static string Text(string text, string kind) => text.Length == 0 ? "" : $"<pre class=\"{kind}\">{WebUtility.HtmlEncode(text)}</pre>\n";

    private static string? Content(BundleOutput output, string mime) =>
        output.Data.TryGetValue(mime, out var content) && content is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
