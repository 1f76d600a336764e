using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace FromScratch.Notebooks;

/// <summary>One cell, compiled: a method to call, or the error the learner should see.</summary>
internal sealed class CompiledCell
{
    private const int MaximumThreads = 1_000;

    private readonly SyntaxTree tree;
    private readonly (byte[] Assembly, byte[] Symbols)? emitted;

    public CompiledCell(CSharpCompilation compilation, SyntaxTree tree)
    {
        (Compilation, this.tree) = (compilation, tree);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        LeaveTheCompilerAThread();
        var result = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        emitted = result.Success ? (assembly.ToArray(), symbols.ToArray()) : null;
        // Comments, usings and references alone give the compiler nothing to emit, yet are no error.
        Error = CompilationErrors.Describe(result.Diagnostics, tree);
    }

    public CSharpCompilation Compilation { get; }
    public ErrorOutput? Error { get; }
    public bool HasCode => emitted is not null;

    /// <summary><c>x</c> shows a value, <c>x;</c> does not; neither does a call that returns nothing.</summary>
    public bool ShowsValue =>
        (tree.GetCompilationUnitRoot().Members.LastOrDefault() as GlobalStatementSyntax)?.Statement
            is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last
        && Compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };

    /// <returns>The cell as a method of the session's state; null when there is nothing to run.</returns>
    public Func<object?[], Task<object?>>? Load(CellLoadContext loader)
    {
        if (emitted is not { } files) return null;
        var entry = Compilation.GetEntryPoint(CancellationToken.None)!;
        return loader.LoadCell(files.Assembly, files.Symbols).GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
    }

    // The compiler waits for a checksum that it computes on the thread pool, which an earlier cell may have filled with sleepers.
    private static void LeaveTheCompilerAThread()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        var needed = ThreadPool.ThreadCount + (int)Math.Min(ThreadPool.PendingWorkItemCount, MaximumThreads) + 1;
        if (needed > workers + 1 && ThreadPool.PendingWorkItemCount > 0)
            ThreadPool.SetMinThreads(Math.Min(needed, MaximumThreads), completions);
    }
}
