using System.Net;
using System.Text;
using FromScratch.Notebooks;
using Markdig.Syntax;

namespace FromScratch.Site;

/// <summary>One lesson as a page.</summary>
internal sealed class LessonWriter(LessonPage page, LessonPage? previous, LessonPage? next, ProseWriter prose)
{
    public string Html() => Template.Fill("lesson.html", new Dictionary<string, string>
    {
        ["title"] = WebUtility.HtmlEncode(page.Title),
        ["notebook"] = WebUtility.HtmlEncode(page.Name + ".ipynb"),
        ["steps"] = Step(previous, "prev") + Step(next, "next"),
        ["contents"] = string.Concat(page.Sections.Where(section => section.Level is 2 or 3).Select(section =>
            $"<li class=\"level-{section.Level}\"><a href=\"#{WebUtility.HtmlEncode(section.Id)}\">{WebUtility.HtmlEncode(section.Title)}</a></li>\n")),
        ["lesson"] = Cells(),
    });

    /// <summary>"12 · Training deep networks", of which a phone's bar shows the number.</summary>
    private static string Step(LessonPage? to, string relation)
    {
        if (to is null)
            return "";
        var title = WebUtility.HtmlEncode(to.Title);
        var space = title.IndexOf(' ', StringComparison.Ordinal) is var first and >= 0 ? first : title.Length;
        return $"<a rel=\"{relation}\" href=\"{WebUtility.HtmlEncode(to.File)}\" aria-label=\"{title}\">{title[..space]}<span class=\"name\">{title[space..]}</span></a>\n";
    }

    /// <summary>A section per heading of the second level that begins a cell, so that the style can tell one from another.</summary>
    private string Cells()
    {
        var html = new StringBuilder("<section>\n");
        foreach (var cell in page.Run.Cells)
        {
            if (cell.Kind == CellKind.Code)
            {
                html.Append(Code(cell));
            }
            else if (cell.Kind == CellKind.Markdown)
            {
                var text = page.ProseOf(cell);
                if (text.FirstOrDefault() is HeadingBlock { Level: 2 } heading)
                    html.Append($"</section>\n<section{(ProseWriter.Text(heading).StartsWith("The slide says", StringComparison.Ordinal) ? " class=\"slide\"" : "")}>\n");
                html.Append(prose.Html(text));
            }
        }

        return html.Append("</section>\n").ToString();
    }

    private static string Code(NotebookCell cell)
    {
        var kind = cell.Tags.Contains("exercise") ? " exercise" : cell.Tags.Contains("knobs") ? " knobs" : "";
        return $"<div class=\"cell{kind}\">\n<pre class=\"code\"><code>{CSharpCode.Html(cell.Source)}</code></pre>\n{string.Concat(cell.Outputs.Select(OutputHtml.Of))}</div>\n";
    }
}
