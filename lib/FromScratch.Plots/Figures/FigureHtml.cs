using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace FromScratch;

/// <summary>A figure as a piece of HTML that draws itself, and reads as its summary where plotly.js cannot load.</summary>
internal static class FigureHtml
{
    // The versions from 3 on set window.Plotly even where a page brings require.js.
    internal const string PlotlyUrl = "https://cdn.plot.ly/plotly-3.7.0.min.js";

    public static string Write(Figure figure)
    {
        string id = "figure-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure.Json)))[..12];
        string summary = WebUtility.HtmlEncode(figure.Summary);
        // Inside a script only '<' can end it or start a comment.
        string json = figure.Json.Replace("<", "\\u003c", StringComparison.Ordinal);
        return $$"""
            <div class="{{id}}" role="img" aria-label="{{summary}}" style="width:100%;min-height:{{figure.Height}}px"><p>{{summary}}</p></div>
            <script>
            (() => {
              const figure = {{json}};
              const url = "{{PlotlyUrl}}";
              // One script tag serves every figure of the page; a failed one may be tried again by the next.
              const plotly = window.fromScratchPlotly ??= new Promise((loaded, failed) => {
                const script = document.createElement("script");
                script.src = url;
                script.onload = () => loaded(window.Plotly);
                script.onerror = () => { window.fromScratchPlotly = undefined; failed(new Error("cannot load " + url)); };
                document.head.appendChild(script);
              });
              const places = [...document.querySelectorAll(".{{id}}:not([data-drawn])")];
              for (const place of places) place.dataset.drawn = "";
              plotly.then(Plotly => {
                for (const place of places) {
                  place.replaceChildren();
                  Plotly.newPlot(place, structuredClone(figure));
                }
              }).catch(error => {
                for (const place of places) {
                  const note = document.createElement("p");
                  note.textContent = "The picture is not drawn: " + error.message + ".";
                  place.appendChild(note);
                  place.style.minHeight = "";
                }
              });
            })();
            </script>
            """;
    }
}
