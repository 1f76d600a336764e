using System.Text;
using System.Text.Json.Nodes;
using FromScratch.Notebooks;
using FromScratch.Site;

namespace FromScratch.Tests.Site;

/// <summary>Small notebooks as a site, with formulas typeset as <c>[tex]</c>: no test here needs Node.</summary>
internal static class TestCourse
{
    public static string Page(string markdown) => Page(new NotebookCell(CellKind.Markdown, "cell", markdown));

    public static string Page(params NotebookCell[] cells) => Files(("01-one", cells))["01-one.html"];

    public static string Body(string markdown)
    {
        var page = Page(markdown);
        var start = page.IndexOf("<section>", StringComparison.Ordinal) + "<section>\n".Length;
        return page[start..page.LastIndexOf("</section>", StringComparison.Ordinal)].Trim();
    }

    public static NotebookCell Shown(params (string Mime, JsonNode Content)[] data) => new(CellKind.Code, "shown", "x")
    {
        Outputs = [new ResultOutput(data.ToDictionary(one => one.Mime, one => one.Content))],
    };

    public static Dictionary<string, string> Files(params (string Name, string Markdown)[] lessons) =>
        Files([.. lessons.Select(lesson => (lesson.Name, new[] { new NotebookCell(CellKind.Markdown, "cell", lesson.Markdown) }))]);

    public static Dictionary<string, string> Files(params (string Name, NotebookCell[] Cells)[] lessons) =>
        new Course([.. lessons.Select(lesson => new NotebookDocument(lesson.Name + ".ipynb", [], lesson.Cells)).Select(notebook => new Lesson(notebook, notebook))])
            .Files(formulas => formulas.ToDictionary(formula => formula, Typeset))
            .ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value));

    private static Typeset Typeset(Formula formula) => formula.Tex.Contains(@"\broken", StringComparison.Ordinal)
        ? new Typeset(null, "no such command") : new Typeset(formula.Display ? $"[[{formula.Tex}]]" : $"[{formula.Tex}]", null);
}
