using FromScratch.Notebooks;

namespace FromScratch.Tests.Exercises;

public class VerdictDisplayTests
{
    [Fact]
    public void A_verdict_shows_itself_as_text_and_as_html_through_the_convention_alone()
    {
        var data = Display.Format(new Verdict(false, "✗ Not yet. 1 < 2 & <b>\nHint"));
        Assert.Equal(["text/html", "text/plain"], data.Keys.Order());
        Assert.Equal("✗ Not yet. 1 < 2 & <b>\nHint", data["text/plain"].GetValue<string>());
        Assert.Contains("1 &lt; 2 &amp; &lt;b&gt;<br>Hint</div>", data["text/html"].GetValue<string>());
    }

    [Fact]
    public void Passed_and_not_yet_have_bars_of_different_colours()
    {
        static string Html(bool passed) => Display.Format(new Verdict(passed, "same"))["text/html"].GetValue<string>();
        Assert.Contains("#2e9e5b", Html(true));
        Assert.Contains("#d64545", Html(false));
    }

    [Theory]
    [InlineData("#2e9e5b")]
    [InlineData("#d64545")]
    public void The_bar_stands_out_from_white_and_from_a_dark_editor(string colour)
    {
        Assert.True(Contrast(colour, "#ffffff") >= 3);
        Assert.True(Contrast(colour, "#1f1f1f") >= 3);
    }

    /// <summary>WCAG 2.2: (L₁ + 0.05) / (L₂ + 0.05), the lighter first.</summary>
    static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    static double Luminance(string hex)
    {
        var c = Convert.FromHexString(hex.AsSpan(1)).Select(v => v / 255.0).Select(v => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4)).ToArray();
        return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    }
}
