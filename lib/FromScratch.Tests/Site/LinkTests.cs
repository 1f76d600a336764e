using FromScratch.Site;

namespace FromScratch.Tests.Site;

public sealed class LinkTests
{
    private const string Two = "# 02 · Two\n\n## The slide says …\n\n## Summary\n\n## Summary";

    [Theory]
    [InlineData("[x](02-two.ipynb)", "02-two.html")]
    [InlineData("[x](02-two.ipynb#Summary)", "02-two.html#summary")]
    [InlineData("[x](02-two.ipynb#The-slide-says-…)", "02-two.html#the-slide-says")]
    [InlineData("[x](02-two.ipynb#The-slide-says-%E2%80%A6)", "02-two.html#the-slide-says")]
    [InlineData("[x](#One)\n\n# One", "#one")]
    [InlineData("[x](https://example.org/a?b=c&d)", "https://example.org/a?b=c&amp;d")]
    [InlineData("<https://example.org>", "https://example.org")]
    public void A_link_between_notebooks_becomes_a_link_between_pages(string markdown, string target) =>
        Assert.Contains($"<a href=\"{target}\">", TestCourse.Files(("01-one", markdown), ("02-two", Two))["01-one.html"], StringComparison.Ordinal);

    [Theory]
    [InlineData("[x](02-two.ipynb#Nowhere)", "the link 02-two.ipynb#Nowhere leads nowhere: 02-two has no section Nowhere.")]
    [InlineData("[x](03-three.ipynb)", "the link 03-three.ipynb leads nowhere: expected http(s)://…, #Section or the notebook of another lesson.")]
    [InlineData("[x](#Two)", "the link #Two leads nowhere: 01-one has no section Two.")]
    [InlineData("[x](javascript:alert(1))", "the link javascript:alert(1) leads nowhere: expected http(s)://…, #Section or the notebook of another lesson.")]
    [InlineData("[x](data:text/html,x)", "the link data:text/html,x leads nowhere: expected http(s)://…, #Section or the notebook of another lesson.")]
    [InlineData("<file:///etc/passwd>", "the link file:///etc/passwd leads nowhere: expected http(s)://…, #Section or the notebook of another lesson.")]
    [InlineData("![a](a.png)", "the picture a.png is not on the site: show it from a cell instead.")]
    public void A_dead_link_fails_with_its_page_and_its_text(string markdown, string why)
    {
        var failure = Assert.Throws<SiteException>(() => TestCourse.Files(("01-one", markdown), ("02-two", Two)));
        Assert.Equal("01-one: " + why, failure.Message);
    }

    [Fact]
    public void Equal_headings_have_ids_of_their_own() => Assert.Contains("<h2 id=\"summary-2\">", TestCourse.Page(Two), StringComparison.Ordinal);

    [Fact]
    public void Two_notebooks_of_one_name_are_refused() =>
        Assert.Contains("01-one.html", Assert.Throws<SiteException>(() => TestCourse.Files(("01-one", ""), ("other/01-one", ""))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("index"), InlineData("Index")]
    public void A_notebook_in_the_place_of_the_first_page_is_refused(string name) =>
        Assert.Contains($"{name}.html", Assert.Throws<SiteException>(() => TestCourse.Files((name, ""))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_index_tells_of_each_lesson_what_the_course_map_does()
    {
        var index = TestCourse.Files(("00-zero", "# 00 · Zero\n\n### Course map\n\n| a | b |\n|---|---|\n| [02 Two](02-two.ipynb) | it *counts* |"),
            ("02-two", "# 02 · Two\n\n**Time.** About 35 minutes to read."))["index.html"];
        Assert.Contains("<a href=\"02-two.html\">02 &#183; Two</a>\n<p>it <em>counts</em></p>\n<p class=\"minutes\">35 minutes</p>", index, StringComparison.Ordinal);
    }
}
