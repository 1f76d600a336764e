using System.Net;
using System.Text;
using FromScratch.Notebooks;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace FromScratch.Site;

/// <summary>The first page: every lesson with its picture, what it is about, and how long it takes.</summary>
internal static class IndexWriter
{
    public static string Html(IReadOnlyList<LessonPage> pages, Func<LessonPage, ProseWriter> writer)
    {
        var map = CourseMap(pages, writer);
        return Template.Fill("index.html", new Dictionary<string, string>
        {
            ["lessons"] = string.Concat(pages.Select(page => Entry(page, map.GetValueOrDefault(Number(page.Title), "")))),
        });
    }

    private static string Entry(LessonPage page, string about)
    {
        // The title says it all to who cannot see: the picture is only decoration here, and has its words in the lesson.
        var picture = page.Picture is null ? "" : $"<img alt=\"\" loading=\"lazy\" src=\"{WebUtility.HtmlEncode(page.PictureFile)}\">\n";
        var html = new StringBuilder($"<li>{picture}<a href=\"{WebUtility.HtmlEncode(page.File)}\">{WebUtility.HtmlEncode(page.Title)}</a>\n{about}");
        return html.Append(page.Minutes is { } minutes ? $"<p class=\"minutes\">{minutes} minutes</p>\n" : "").Append("</li>\n").ToString();
    }

    /// <summary>Number → description, from the rows "04 … | description" of the section Course map, whichever lesson has it.</summary>
    private static Dictionary<string, string> CourseMap(IReadOnlyList<LessonPage> pages, Func<LessonPage, ProseWriter> writer)
    {
        var map = new Dictionary<string, string>();
        foreach (var page in pages.Where(page => page.Find("Course-map") is not null))
            foreach (var row in page.Prose.SelectMany(text => text.Descendants<TableRow>()).Where(row => row.Count == 2 && !row.IsHeader))
                map.TryAdd(Number(ProseWriter.Text(row[0])), writer(page).Html(((TableCell)row[1])[0]).Replace(" (this lesson)", "", StringComparison.Ordinal));
        return map;
    }

    private static string Number(string title) => title.Split(' ')[0];
}
