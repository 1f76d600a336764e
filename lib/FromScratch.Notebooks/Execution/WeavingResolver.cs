using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FromScratch.Notebooks;

/// <summary>Reads the scripts a cell <c>#load</c>s, woven as the cell is.</summary>
internal sealed class WeavingResolver(string folder) : SourceFileResolver([], folder)
{
    public override SourceText ReadText(string resolvedPath) =>
        Weaver.Weave(CSharpSyntaxTree.ParseText(base.ReadText(resolvedPath), Session.ParseOptions));
}
