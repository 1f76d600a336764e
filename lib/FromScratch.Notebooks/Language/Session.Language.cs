using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FromScratch.Notebooks;

/// <content>What an editor asks about a cell that need not compile, given those run so far; positions in UTF-16 units, nothing is executed.</content>
public sealed partial class Session
{
    /// <summary>What may be written at a position.</summary>
    public CompletionList Complete(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        if (PathCompletion.At(code, position, ((SourceFileResolver)options.SourceReferenceResolver!).BaseDirectory!) is { } paths) return paths;
        var start = position - code[..position].Reverse().TakeWhile(SyntaxFacts.IsIdentifierPartCharacter).Count();
        var end = position + code[position..].TakeWhile(SyntaxFacts.IsIdentifierPartCharacter).Count();
        var model = ModelOf(code[..start] + Completer.Placeholder + code[end..]);
        return new(start, end, model.SyntaxTree.GetRoot().FindToken(start) is { ValueText: Completer.Placeholder, Parent: SimpleNameSyntax name }
            ? new Completer(model, name, code[start..position]).Items : []);
    }

    /// <summary>The signature and documentation of what the position names, as <c>text/plain</c>; null where it names nothing.</summary>
    public IReadOnlyDictionary<string, JsonNode>? Inspect(string code, int position)
    {
        var model = ModelOf(code);
        return SymbolText.Find(model, Math.Clamp(position, 0, code.Length)) is { } symbol
            ? new Dictionary<string, JsonNode> { ["text/plain"] = SymbolText.Of(symbol, model.Compilation) } : null;
    }

    /// <summary>Whether code typed at a console is ready to run.</summary>
    public static Completeness IsComplete(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, ParseOptions);
        if (SyntaxFactory.IsCompleteSubmission(tree))
            return new(tree.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error) ? "invalid" : "complete", "");
        var last = code.Split('\n').LastOrDefault(line => !string.IsNullOrWhiteSpace(line), "").TrimEnd();
        return new("incomplete", last[..^last.TrimStart().Length] + (last is [.., '{' or '(' or '['] ? "    " : ""));
    }

    private SemanticModel ModelOf(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, ParseOptions);
        return CompilationOf(tree).GetSemanticModel(tree);
    }
}
