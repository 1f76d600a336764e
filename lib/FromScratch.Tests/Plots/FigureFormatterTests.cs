using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;

namespace FromScratch.Tests.Plots;

/// <summary>Finds the formatters as a foreign kernel would: by names alone, through reflection.</summary>
public class FigureFormatterTests
{
    private static readonly Figure Sigmoid = Plot.Curve(z => 1 / (1 + Math.Exp(-z)), -6, 6, "</script><script>alert(\"1 & 2\")</script>", "z", "σ(z)");

    private static Attribute Convention => typeof(Figure).GetCustomAttributes().Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");

    private static object[] Formatters()
    {
        var source = (Type)Property(Convention, "FormatterSourceType")!;
        object made = source.GetConstructor(Type.EmptyTypes)!.Invoke([]);
        return [.. ((IEnumerable<object>)source.GetMethod("CreateTypeFormatters")!.Invoke(made, [])!)];
    }

    private static object? Property(object owner, string name) => owner.GetType().GetProperty(name)!.GetValue(owner);

    private static (bool Done, string Text) Format(string mimeType, object value)
    {
        object formatter = Formatters().Single(one => (string)Property(one, "MimeType")! == mimeType);
        var writer = new StringWriter();
        bool done = (bool)formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!.Invoke(formatter, [value, writer])!;
        return (done, writer.ToString());
    }

    [Fact]
    public void A_figure_offers_plotly_json_html_and_plain_text() =>
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], Formatters().Select(one => (string)Property(one, "MimeType")!));

    [Fact]
    public void The_preferred_types_leave_out_the_json_that_some_hosts_send_as_a_string() =>
        Assert.Equal(["text/html", "text/plain"], (string[])Property(Convention, "PreferredMimeTypes")!);

    [Fact]
    public void Plain_text_is_the_summary_and_json_the_json()
    {
        Assert.Equal((true, Sigmoid.Summary), Format("text/plain", Sigmoid));
        Assert.Equal((true, Sigmoid.Json), Format("application/vnd.plotly.v1+json", Sigmoid));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    [InlineData("application/vnd.plotly.v1+json")]
    public void A_value_that_is_no_figure_is_declined_and_nothing_written(string mimeType) =>
        Assert.Equal((false, ""), Format(mimeType, "not a figure"));

    [Fact]
    public void Html_carries_the_summary_as_text_and_as_alternative_text()
    {
        string html = Format("text/html", Sigmoid).Text;

        Assert.Contains($"<p>{WebUtility.HtmlEncode(Sigmoid.Summary)}</p>", html, StringComparison.Ordinal);
        Assert.Contains($"aria-label=\"{WebUtility.HtmlEncode(Sigmoid.Summary)}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_end_in_a_title_does_not_end_the_script()
    {
        string html = Format("text/html", Sigmoid).Text;

        Assert.Single(Regex.Matches(html, "<script", RegexOptions.IgnoreCase));
        Assert.Single(Regex.Matches(html, "</script", RegexOptions.IgnoreCase));
        Assert.EndsWith("</script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_names_one_version_of_plotly_and_needs_no_require()
    {
        string html = Format("text/html", Sigmoid).Text;

        Assert.Matches(@"https://cdn\.plot\.ly/plotly-\d+\.\d+\.\d+\.min\.js", html);
        Assert.DoesNotContain("require", html, StringComparison.Ordinal);
    }
}
