using DynamicObj;
using Microsoft.FSharp.Collections;
using Newtonsoft.Json.Linq;
using Plotly.NET;

namespace FromScratch;

/// <summary>Figures of the course as charts of Plotly.NET 5, to style, combine and save with its functions.</summary>
public static class PlotlyChart
{
    /// <summary>
    /// The traces and the layout of a figure, property by property. A chart of Plotly.NET holds no frames, so of a figure with a slider
    /// it is the first picture, without the slider. Plotly.NET's typed getters do not see what is nested inside a property
    /// (<c>marker.color</c>, <c>xaxis.title</c>); writing it anew with its styling functions works.
    /// </summary>
    /// <exception cref="ArgumentNullException">The figure is null.</exception>
    public static GenericChart ToGenericChart(this Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var json = JObject.Parse(figure.Json);
        var layout = (JObject)json["layout"]!;
        if (json.ContainsKey("frames"))
        {
            layout.Remove("sliders");
            layout.Remove("updatemenus");
        }

        var traces = json["data"]!.Cast<JObject>().Select(trace => Filled(new Trace((string)trace["type"]!), trace)).ToList();
        return GenericChart.fromFigure(new Plotly.NET.Figure(ListModule.OfSeq(traces), Filled(new Layout(), layout), ListModule.OfSeq<Frame>([])));
    }

    private static T Filled<T>(T target, JObject properties) where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in properties)
        {
            target.SetValue(name, value switch
            {
                // Plotly.NET asks for the size as Int32; JSON has only Int64.
                JValue { Type: JTokenType.Integer } number => (int)number,
                JValue plain => plain.Value,
                _ => value,
            });
        }

        return target;
    }
}
