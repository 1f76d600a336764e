using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FromScratch.Site;

/// <summary>A cell's Markdown as HTML.</summary>
/// <param name="link">Where a link of the notebook, or a picture, is on the site; null where it is not.</param>
/// <param name="maths">A formula's HTML.</param>
internal sealed class ProseWriter(Func<string, bool, string?> link, Func<Formula, string> maths)
{
    // Not Markdig's advanced extensions: one of them lets a text set any attribute.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Use<MathParser>().Build();

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>The formulas of a text.</summary>
    public static IEnumerable<Formula> Formulas(MarkdownDocument prose) =>
        prose.Descendants().Select(part => part switch { MathBlock block => Of(block), MathInline inline => Of(inline), _ => (Formula?)null }).OfType<Formula>();

    /// <summary>A heading or table cell as a reader sees it, without markup.</summary>
    public static string Text(MarkdownObject part) => string.Concat((part is LeafBlock leaf ? leaf.Inline! : part).Descendants().Select(piece => piece switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        MathInline formula => formula.Content.ToString(),
        _ => "",
    }));

    public string Html(MarkdownObject part)
    {
        using var writer = new StringWriter();
        var html = new HtmlRenderer(writer);
        Pipeline.Setup(html);
        var raw = new AllowedHtml(AllowedHtml.Prose);
        On<HtmlBlock>(html, block => html.WriteLine(raw.Next(block.Lines.ToString())));
        On<HtmlInline>(html, inline => html.Write(raw.Next(inline.Tag)));
        On<CodeBlock>(html, code => Write(html, code));
        On<MathBlock>(html, block => html.Write("<p>").Write(maths(Of(block))).WriteLine("</p>"));
        On<MathInline>(html, inline => html.Write(maths(Of(inline))));
        On<LinkInline>(html, inline => Write(html, inline, link(inline.GetDynamicUrl?.Invoke() ?? inline.Url ?? "", inline.IsImage)));
        On<AutolinkInline>(html, inline => Write(html, inline, link(inline.Url, false)));
        var table = html.ObjectRenderers.FindExact<HtmlTableRenderer>()!;
        On<Table>(html, rows =>
        {
            html.WriteLine("<div class=\"scroll\">");
            table.Write(html, rows);
            html.WriteLine("</div>");
        });
        html.Write(part);
        return writer + raw.End();
    }

    private static Formula Of(MathBlock block) => new(block.Lines.ToString(), Display: true);

    private static Formula Of(MathInline inline) => new(inline.Content.ToString(), inline.DelimiterCount == 2);

    private static void Write(HtmlRenderer html, CodeBlock code)
    {
        var text = code.Lines.ToString();
        if (code is FencedCodeBlock { Info: "csharp" or "cs" or "c#" })
            html.Write("<pre class=\"code\"><code>").Write(CSharpCode.Html(text)).WriteLine("</code></pre>");
        else
            html.Write("<pre class=\"code\"><code>").WriteEscape(text).WriteLine("</code></pre>");
    }

    private static void Write(HtmlRenderer html, Inline inline, string? url)
    {
        html.Write("<a href=\"").WriteEscapeUrl(url ?? "").Write("\">");
        if (inline is ContainerInline text)
            html.WriteChildren(text);
        else
            html.WriteEscape(((AutolinkInline)inline).Url);
        html.Write("</a>");
    }

    private static void On<T>(HtmlRenderer html, Action<T> write)
        where T : MarkdownObject => html.ObjectRenderers.Insert(0, new Renderer<T>(write));

    private sealed class Renderer<T>(Action<T> write) : HtmlObjectRenderer<T>
        where T : MarkdownObject
    {
        protected override void Write(HtmlRenderer renderer, T part) => write(part);
    }
}
