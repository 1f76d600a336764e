using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FromScratch.Notebooks;

/// <summary>What a cell could be called, best first, as slugs; an empty slug where the place has no ASCII word.</summary>
internal static partial class CellWords
{
    private const int Few = 5;

    /// <summary>Prose: its first heading, else its first few words.</summary>
    public static IEnumerable<string> OfProse(string source)
    {
        var prose = NoWords().Replace(source, " ");
        yield return Slug.Of(Heading().Match(prose).Groups["text"].Value);
        yield return Slug.Of(prose, Few);
    }

    /// <summary>Code: the comment it begins with, else its first identifiers.</summary>
    public static IEnumerable<string> OfCode(string source)
    {
        yield return Slug.Of(LeadingComment().Match(source).Groups["text"].Value);
        var identifiers = SyntaxFactory.ParseTokens(source, options: new CSharpParseOptions(kind: SourceCodeKind.Script))
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText)
            .Where(name => name is not ("var" or "display") && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        yield return Slug.Of(Hump().Replace(string.Join(' ', identifiers.Take(3)), " "));
    }

    /// <summary>HTML tags, link targets and fenced code: a <c># comment</c> in the latter is no heading.</summary>
    [GeneratedRegex(@"<[^<>]+>|\]\([^)\n]*\)|^(?<fence>```+|~~~+)[\s\S]*?(^\k<fence>|\z)", RegexOptions.Multiline)]
    private static partial Regex NoWords();

    [GeneratedRegex(@"^ {0,3}#{1,6}\s(?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\A\s*//(?<text>.*)")]
    private static partial Regex LeadingComment();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Hump();
}
