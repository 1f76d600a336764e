using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FromScratch.Site;

/// <summary>C# as HTML, coloured by the compiler's own parser: no guess of a highlighter, and no script on the page.</summary>
internal static class CSharpCode
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    public static string Html(string code)
    {
        var html = new StringBuilder();
        foreach (var token in CSharpSyntaxTree.ParseText(code, Script).GetRoot().DescendantTokens())
        {
            Append(html, token.LeadingTrivia);
            Append(html, Class(token), token.Text);
            Append(html, token.TrailingTrivia);
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, SyntaxTriviaList trivia)
    {
        foreach (var piece in trivia)
            Append(html, piece.IsDirective ? "directive" : piece.ToFullString().TrimStart().StartsWith('/') ? "comment" : null, piece.ToFullString());
    }

    private static void Append(StringBuilder html, string? kind, string text) =>
        html.Append(kind is null ? WebUtility.HtmlEncode(text) : $"<span class=\"{kind}\">{WebUtility.HtmlEncode(text)}</span>");

    private static string? Class(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedStringEndToken => "string",
        SyntaxKind.NumericLiteralToken => "digits",
        SyntaxKind.IdentifierToken => Identifier(token),
        _ => token.IsKeyword() ? "keyword" : null,
    };

    private static string? Identifier(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } => "keyword",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "function",
        BaseTypeDeclarationSyntax or ConstructorDeclarationSyntax => "type",
        SimpleNameSyntax { Parent: InvocationExpressionSyntax } => "function",
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access } name when access.Name == name => "function",
        SimpleNameSyntax name when SyntaxFacts.IsInTypeOnlyContext(name) => "type",
        // Left of a dot only the convention tells a type from a variable; matrices are called X and W too.
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Expression == name && token.Text.Length > 2 && char.IsUpper(token.Text[0]) => "type",
        _ => null,
    };
}
