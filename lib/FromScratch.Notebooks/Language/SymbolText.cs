using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FromScratch.Notebooks;

/// <summary>Says what the text at a position names: its signature, then its documentation.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword);

    /// <summary>The name that the position touches, else the method whose parentheses are around it, as the overload that was chosen.</summary>
    public static ISymbol? Find(SemanticModel model, int position)
    {
        var right = model.SyntaxTree.GetRoot().FindToken(position);
        var left = position > right.SpanStart ? right : right.GetPreviousToken();
        var touching = new[] { right, left }.Where(token => token.SpanStart <= position && position <= token.Span.End);
        var call = left.Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>().FirstOrDefault(list => position < list.Span.End || list.CloseParenToken.IsMissing);
        return touching.OrderByDescending(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.Parent)
            .Append(call?.Parent ?? left.Parent).Select(node => Named(model, node)).FirstOrDefault(symbol => symbol is not null);
    }

    public static string Of(ISymbol symbol, Compilation compilation)
    {
        var format = symbol.ContainingType is { IsScriptClass: true } ? Format.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType) : Format;
        var others = ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol as IMethodSymbol)?.ContainingType?.GetMembers(symbol.Name).Length - 1;
        var overloads = others switch { > 1 => $" (+ {others} overloads)", 1 => " (+ 1 overload)", _ => "" };
        return $"{symbol.ToDisplayString(format)}{overloads}\n\n{Text(Documentation.Of(symbol, compilation))}".TrimEnd();
    }

    private static ISymbol? Named(SemanticModel model, SyntaxNode? node)
    {
        if (node is null) return null;
        var found = model.GetSymbolInfo(node is NameSyntax { Parent: ObjectCreationExpressionSyntax made } && made.Type == node ? made : node);
        var symbol = model.GetDeclaredSymbol(node) ?? found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
        return symbol is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator or MethodKind.AnonymousFunction } ? null : symbol;
    }

    private static string Text(XElement member) => string.Join("\n\n", new[]
    {
        Inner(member.Element("summary")).Trim(),
        string.Join('\n', member.Elements("param").Select(param => $"{param.Attribute("name")?.Value}: {Inner(param).Trim()}")),
        string.Join('\n', member.Elements("returns").Select(returned => $"Returns: {Inner(returned).Trim()}")),
        string.Join('\n', member.Elements("exception").Select(thrown => $"Throws {Short(thrown.Attribute("cref")?.Value)}: {Inner(thrown).Trim()}")),
        Inner(member.Element("remarks")).Trim(),
    }.Where(part => part.Length > 0));

    private static string Inner(XElement? element) => string.Concat((element?.Nodes() ?? []).Select(node => node is not XElement child
        ? Regex.Replace((node as XText)?.Value ?? "", @"\s+", " ")
        : child.Name.LocalName switch
        {
            "see" or "seealso" when child.IsEmpty => child.Attribute("langword")?.Value ?? child.Attribute("href")?.Value ?? Short(child.Attribute("cref")?.Value),
            "paramref" or "typeparamref" => child.Attribute("name")?.Value,
            "c" => $"`{child.Value}`",
            "code" => $"\n{child.Value.Trim('\n')}\n",
            "br" => "\n",
            "para" => $"\n{Inner(child).Trim()}\n",
            "item" => $"\n- {Inner(child).Trim()}",
            _ => Inner(child),
        }));

    // M:Space.Type`1.Method(System.Int32) → Method
    private static string? Short(string? cref) => cref?.Split('(')[0].Split(':', '.')[^1].Split('`')[0];
}
