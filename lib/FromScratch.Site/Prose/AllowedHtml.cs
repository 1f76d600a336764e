using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FromScratch.Site;

/// <summary>
/// Raw HTML, reduced to named elements without attributes; everything else becomes text. Each tag in the result is one this class wrote, and each that
/// it opened it closes, so nothing can leave its place on the page.
/// </summary>
/// <param name="names">Elements that may stay.</param>
internal sealed partial class AllowedHtml(IReadOnlySet<string> names)
{
    /// <summary>What a writer of prose needs beside Markdown.</summary>
    public static readonly IReadOnlySet<string> Prose = new HashSet<string> { "details", "summary", "br", "sub", "sup", "kbd" };

    /// <summary>What the displays of values are made of.</summary>
    public static readonly IReadOnlySet<string> Displays = new HashSet<string>
    {
        "table", "caption", "thead", "tbody", "tr", "th", "td", "div", "p", "pre", "span", "code", "b", "strong", "i", "em", "ul", "ol", "li", "br", "sub", "sup",
    };

    private readonly Stack<string> open = [];

    /// <summary>Whether some markup had to become text.</summary>
    public bool Refused { get; private set; }

    /// <summary>The next piece; elements may be opened in one piece and closed in a later one.</summary>
    public string Next(string html)
    {
        var clean = new StringBuilder();
        var done = 0;
        foreach (Match match in Markup().Matches(html))
        {
            clean.Append(WebUtility.HtmlEncode(html[done..match.Index])).Append(
                match.Groups["entity"].Success ? match.Value : match.Groups["name"].Success ? Tag(match) : "");
            done = match.Index + match.Length;
        }

        return clean.Append(WebUtility.HtmlEncode(html[done..])).ToString();
    }

    /// <summary>Closes what is still open.</summary>
    public string End() => string.Concat(open.Select(name => $"</{name}>"));

    private string Tag(Match tag)
    {
        var name = tag.Groups["name"].Value.ToLowerInvariant();
        var ends = tag.Groups["end"].Length > 0;
        if (!names.Contains(name) || (ends && !open.Contains(name)))
        {
            Refused = true;
            return WebUtility.HtmlEncode(tag.Value);
        }

        if (name == "br")
            return "<br>";
        if (!ends)
        {
            open.Push(name);
            return tag.Value.Contains("text-align:right", StringComparison.Ordinal) ? $"<{name} class=\"number\">" : $"<{name}>";
        }

        var closed = new StringBuilder();
        string last;
        do
            closed.Append($"</{last = open.Pop()}>");
        while (last != name);
        return closed.ToString();
    }

    // A tag, an entity, or a comment, which has neither name nor entity and is left out.
    [GeneratedRegex("""<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/?>|(?<entity>&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z]+\d*);)|<!--.*?-->""", RegexOptions.Singleline)]
    private static partial Regex Markup();
}
