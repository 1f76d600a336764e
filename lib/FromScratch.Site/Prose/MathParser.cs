using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace FromScratch.Site;

/// <summary>
/// <c>$…$</c> and <c>$$…$$</c> as Jupyter reads them, so that <c>$x$²</c> is a formula (Markdig's own parser wants a space or punctuation after it) and
/// neither <c>_</c> nor <c>|</c> inside means anything to Markdown.
/// </summary>
internal sealed class MathParser : InlineParser, IMarkdownExtension
{
    public MathParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.Text;
        var dollars = text.AsSpan(slice.Start, slice.Length).StartsWith("$$") ? 2 : 1;
        var start = slice.Start + dollars;
        var end = End(text, start, slice.End, dollars);
        if (end <= start)
            return false;
        processor.Inline = new MathInline { Delimiter = '$', DelimiterCount = dollars, Content = new StringSlice(text, start, end - 1) };
        slice.Start = end + dollars;
        return true;
    }

    /// <summary>Where the formula ends; −1 where there is none, as in "$5 or $6".</summary>
    private static int End(string text, int start, int last, int dollars)
    {
        for (var i = start; i <= last - dollars + 1; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '$' && dollars == 2 && text[i + 1] == '$')
                return i;
            else if (text[i] == '$' && dollars == 1)
                return char.IsWhiteSpace(text[i - 1]) || (i < last && char.IsAsciiDigit(text[i + 1])) ? -1 : i;
        }

        return -1;
    }

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new MathBlockParser());
        pipeline.InlineParsers.InsertBefore<EmphasisInlineParser>(this);
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
