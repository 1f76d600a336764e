using FromScratch.Site;

namespace FromScratch.Tests.Site;

public sealed class ProseTests
{
    [Theory]
    [InlineData("$a_1 b_2$ and *$x*y$*", "<p>[a_1 b_2] and <em>[x*y]</em></p>")]
    [InlineData("$x$² of $y_i$s, ($z$), $n$-th", "<p>[x]² of [y_i]s, ([z]), [n]-th</p>")]
    [InlineData(@"$ \frac1n$ and $\{1\}$", @"<p>[ \frac1n] and [\{1\}]</p>")]
    [InlineData("between $5 and $6, or \\$x\\$", "<p>between $5 and $6, or $x$</p>")]
    [InlineData("`$x$`", "<p><code>$x$</code></p>")]
    [InlineData("so\n$$a_b$$\nand", "<p>so\n[[a_b]]\nand</p>")]
    [InlineData("$$\na\n= b\n- c\n$$", "<p>[[a\n= b\n- c]]</p>")]
    public void Maths_means_nothing_to_markdown(string markdown, string html) => Assert.Equal(html, TestCourse.Body(markdown));

    [Fact]
    public void A_table_keeps_the_bars_and_underscores_of_its_maths_and_scrolls_in_its_own_box()
    {
        var html = TestCourse.Body("| a | b |\n|---|---|\n| $|x_1|$ | `p|q` |");
        Assert.StartsWith("<div class=\"scroll\">", html, StringComparison.Ordinal);
        Assert.Contains("<td>[|x_1|]</td>\n<td><code>p|q</code></td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_that_cannot_be_typeset_fails_with_its_page_and_its_text()
    {
        var failure = Assert.Throws<SiteException>(() => TestCourse.Page(@"$\broken{1}$"));
        Assert.Equal(@"01-one: the formula \broken{1} cannot be typeset: no such command", failure.Message);
    }

    [Fact]
    public void A_folded_solution_shows_its_code_as_code_and_its_prose_as_prose()
    {
        var html = TestCourse.Body("<details><summary>Solution</summary>\n\n```csharp\nvar p = a < 2; // *two*\n```\n\nSo **that**.\n\n</details>");
        Assert.StartsWith("<details><summary>Solution</summary>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"keyword\">var</span> p = a &lt; <span class=\"digits\">2</span>; <span class=\"comment\">// *two*</span>", html, StringComparison.Ordinal);
        Assert.EndsWith("<p>So <strong>that</strong>.</p>\n</details>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_loses_nothing_when_it_is_coloured()
    {
        const string Code = "#r \"a.dll\"\nvar (X, y) = F<int>(1.5e3, 'c', \"\"\"a < b\"\"\"); // end\nclass A { string s = $\"{y:F2} & {X}\"; }\nDatasets.Iris(); /* two */ ) broken";
        var text = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(CSharpCode.Html(Code), "</?span[^>]*>", ""));
        Assert.Equal(Code, text);
        Assert.Contains("<span class=\"type\">Datasets</span>.<span class=\"function\">Iris</span>", CSharpCode.Html(Code), StringComparison.Ordinal);
        Assert.Contains("<span class=\"type\">A</span>", CSharpCode.Html(Code), StringComparison.Ordinal);
    }
}
