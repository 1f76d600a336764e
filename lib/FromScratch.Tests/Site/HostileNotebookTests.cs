using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Site;

/// <summary>Nothing that stands in a notebook, or that a cell of it displays, may do anything to the page but be read.</summary>
public sealed class HostileNotebookTests
{
    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b onmouseover=alert(1)>b</b>", "<details ontoggle=alert(1) open>x</details>",
        "</main></body><script src=x></script>", "<!-- --><svg onload=alert(1)>", "<iframe srcdoc='<script>'></iframe>", "<style>*{}</style>",
        "# x {onclick=alert(1)}", "[x](https://a/\"onclick=alert(1)//)", "[x](https://a 'q\" onclick=alert(1) \"')", "<https://a/\"onclick=alert(1)>", "```<script>\n</code></pre><script>\n```",
        "<details\nonclick=alert(1)>", "<br/onclick=alert(1)>", "# </title><script>alert(1)</script>", "{{lesson}}",
    ];

    [Theory, MemberData(nameof(Attacks))]
    public void Prose_stays_prose(string markdown) => AssertSafe(TestCourse.Page(markdown));

    [Theory, MemberData(nameof(Attacks))]
    public void An_output_s_html_stays_in_its_box(string html) => AssertSafe(TestCourse.Page(TestCourse.Shown(("text/html", html), ("text/plain", html))));

    [Theory, MemberData(nameof(Attacks))]
    public void A_figure_s_words_stay_in_its_data(string text)
    {
        var page = TestCourse.Page(TestCourse.Shown(("application/vnd.plotly.v1+json", new JsonObject { ["layout"] = new JsonObject { ["title"] = text } }), ("text/plain", text)));
        AssertSafe(page.Replace("<script type=\"application/json\">", "", StringComparison.Ordinal).Replace("}</script></figure>", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Markup_that_is_allowed_loses_its_attributes_and_is_closed()
    {
        Assert.Equal("<p>H<sub>2</sub> <kbd>A</kbd></p>", TestCourse.Body("H<sub class=x>2</sub> <kbd>A</kbd>"));
        Assert.EndsWith("</details>", TestCourse.Body("<details><summary>Open"), StringComparison.Ordinal);
        Assert.Equal("&lt;/details&gt;", TestCourse.Body("</details>"));
    }

    [Fact]
    public void A_table_of_values_is_a_table_and_what_is_not_understood_is_shown_as_text()
    {
        Assert.Contains("<table><tr><td class=\"number\">1</td></tr></table>", TestCourse.Page(TestCourse.Shown(
            ("text/html", "<table><tr><td style=\"text-align:right\">1</td></tr></table>"), ("text/plain", "one"))), StringComparison.Ordinal);
        Assert.Contains("<pre class=\"output\">a &lt; b</pre>", TestCourse.Page(TestCourse.Shown(("text/html", "<marquee>a"), ("text/plain", "a < b"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Printed_text_and_errors_are_text()
    {
        var page = TestCourse.Page(new NotebookCell(CellKind.Code, "cell", "<script>")
        {
            Outputs = [new StreamOutput("stdout", "10 %\r<script>"), new ErrorOutput("E", "<script>", []), new StreamOutput("stderr", "<b>")],
        });
        Assert.Contains("<pre class=\"output\">&lt;script&gt;</pre>", page, StringComparison.Ordinal);
        AssertSafe(page);
    }

    /// <summary>No script but our two, no frame, no handler; what stands between quotes is a value.</summary>
    private static void AssertSafe(string page)
    {
        var tags = Regex.Matches(page, "<[^>]*>").Select(tag => Regex.Replace(tag.Value, "\"[^\"]*\"", "")).ToList();
        Assert.Equal(2, tags.Count(tag => tag.StartsWith("<script", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(tags, tag => Regex.IsMatch(tag, "<(img|iframe|style|svg)\\b|\\son\\w+=", RegexOptions.IgnoreCase));
        Assert.Equal(1, tags.Count(tag => tag == "</main>"));
        Assert.Equal(1, tags.Count(tag => tag == "</title>"));
    }
}
