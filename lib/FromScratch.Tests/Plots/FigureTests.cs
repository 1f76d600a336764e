using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using static FromScratch.Tests.Plots.Drawn;

namespace FromScratch.Tests.Plots;

public class FigureTests
{
    private static readonly Figure Parabola = Plot.Curve(x => x * x, -1, 1, "A parabola");

    [Fact]
    public void Json_holds_data_layout_and_a_responsive_config()
    {
        var spec = JsonNode.Parse(Parabola.Json)!.AsObject();

        Assert.Equal(["data", "layout", "config"], spec.Select(pair => pair.Key));
        Assert.True((bool)spec["config"]!["responsive"]!);
        Assert.Equal("A parabola", (string)spec["layout"]!["title"]!["text"]!);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NegativeSign) = (",", "−");
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("−0,5", $"{-0.5}");
            var again = Plot.Curve(x => x * x, -1, 1, "A parabola");

            Assert.Equal(Parabola.Json, again.Json);
            Assert.Equal(Parabola.Summary, again.Summary);
        }
        finally { CultureInfo.CurrentCulture = culture; }
    }

    [Fact]
    public void Numbers_that_are_not_finite_become_null()
    {
        var y = Values(new Drawn(Plot.Scatter([1, 2, 3, 4], [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 5])).Trace(0)["y"]);

        Assert.Equal([null, null, null, 5], y);
    }

    [Fact]
    public void Numbers_keep_six_significant_digits()
    {
        var x = Values(new Drawn(Plot.Scatter([Math.PI * 1e6, 1.0 / 3, -2e-9 / 3], [1, 2, 3])).Trace(0)["x"]);

        Assert.Equal([3141590, 0.333333, -6.66667e-10], x);
    }

    [Fact]
    public void A_figure_past_200_kB_is_refused_with_its_size()
    {
        var error = Assert.Throws<ArgumentException>(() => Plot.LossSurface((a, b) => Math.Sin(a * 1000 + b), (0, 1), (0, 1), resolution: 150));

        Assert.Matches(@"may take 200000 bytes of JSON, this one takes 2\d{5}", error.Message);
    }

    [Fact]
    public void The_largest_pictures_of_a_lesson_stay_below_200_kB()
    {
        double[] many = [.. Enumerable.Range(0, 100_000).Select(i => Math.Exp(-i / 7e4))];

        Assert.InRange(Encoding.UTF8.GetByteCount(Plot.LossCurve([("a", many), ("b", many), ("c", many), ("d", many)]).Json), 1, Figure.MaxBytes);
        Assert.InRange(Encoding.UTF8.GetByteCount(Plot.Scatter(many.Take(5000), many.Take(5000)).Json), 1, Figure.MaxBytes);
    }

    [Fact]
    public void Labels_are_text_even_when_they_look_like_tags()
    {
        var drawn = new Drawn(Plot.Curve(x => x, 0, 1, "p < 0.5 & q > <b>0</b>"));

        Assert.Equal("p &lt; 0.5 &amp; q > &lt;b>0&lt;/b>", (string)drawn.Layout["title"]!["text"]!);
    }

    [Fact]
    public void Text_and_the_first_four_colours_are_readable_on_white_and_on_dark()
    {
        var drawn = new Drawn(Plot.Curves([("a", x => x), ("b", x => 2 * x), ("c", x => 3 * x), ("d", x => 4 * x)], 0, 1));

        Assert.Equal("rgba(0,0,0,0)", (string)drawn.Layout["paper_bgcolor"]!);
        Assert.Equal("rgba(0,0,0,0)", (string)drawn.Layout["plot_bgcolor"]!);
        foreach (string ground in new[] { "#FFFFFF", "#1E1E1E" })
        {
            Assert.InRange(Contrast((string)drawn.Layout["font"]!["color"]!, ground), 4, 21);
            foreach (var trace in drawn.Data) Assert.InRange(Contrast((string)trace!["line"]!["color"]!, ground), 2.95, 21);
        }
    }

    [Fact]
    public void Lines_differ_in_dash_and_points_in_shape_as_well_as_in_colour()
    {
        var lines = new Drawn(Plot.Curves([("a", x => x), ("b", x => 2 * x), ("c", x => 3 * x)], 0, 1)).Data;
        var points = new Drawn(Plot.Scatter([1, 2, 3], [1, 2, 3], labels: [0, 1, 2])).Data;

        Assert.Equal(3, lines.Select(trace => (string)trace!["line"]!["dash"]!).Distinct().Count());
        Assert.Equal(3, points.Select(trace => (string)trace!["marker"]!["symbol"]!).Distinct().Count());
    }

    // WCAG 2.2, "relative luminance" and "contrast ratio".
    private static double Contrast(string a, string b)
    {
        double la = Luminance(a), lb = Luminance(b);
        return (Math.Max(la, lb) + 0.05) / (Math.Min(la, lb) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double[] c = [.. Convert.FromHexString(hex[1..]).Select(b => b / 255.0).Select(v => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4))];
        return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    }
}
