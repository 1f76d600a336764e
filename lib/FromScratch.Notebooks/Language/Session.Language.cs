using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FromScratch.Notebooks;

/// <content>What an editor asks about a cell that need not compile, given those run so far; positions in UTF-16 units, nothing is executed.</content>
public sealed partial class Session
{
    private const string NewLineInText = "CS1010", OpenRawText = "CS8997"; // Which the compiler counts as incomplete and complete.

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

    /// <summary>The signature and documentation of what the position names; null where it names nothing.</summary>
    public string? Inspect(string code, int position)
    {
        var model = ModelOf(code);
        return SymbolText.Find(model, Math.Clamp(position, 0, code.Length)) is { } symbol ? SymbolText.Of(symbol, model.Compilation) : null;
    }

    /// <summary>Whether a console should run the code or ask for another line.</summary>
    /// <returns><c>complete</c>, <c>incomplete</c> or <c>invalid</c> (no further line can repair it), and the blanks the next line starts with.</returns>
    public static (string Status, string Indent) IsComplete(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, ParseOptions);
        var errors = tree.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Id).ToList();
        if (errors.Contains(NewLineInText) || (SyntaxFactory.IsCompleteSubmission(tree) && !errors.Contains(OpenRawText)))
            return (errors.Count > 0 ? "invalid" : "complete", "");
        var last = code.Split('\n').LastOrDefault(line => !string.IsNullOrWhiteSpace(line), "").TrimEnd();
        return ("incomplete", last[..^last.TrimStart().Length] + (last is [.., '{' or '(' or '['] ? "    " : ""));
    }

    private SemanticModel ModelOf(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, ParseOptions);
        return CompilationOf(tree).GetSemanticModel(tree);
    }
}
