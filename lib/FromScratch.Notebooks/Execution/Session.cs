using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace FromScratch.Notebooks;

/// <summary>
/// One notebook being run: C# cells, executed in order, each seeing what the earlier ones declared. A cell may declare a name
/// again, <c>await</c> at the top level, and <c>#r</c> or <c>#load</c> files relative to the notebook's folder.
/// </summary>
/// <remarks>
/// Every cell is one Roslyn script submission, chained to the one before and compiled for debugging: optimised cells report a
/// wrong line for index and overflow errors, and a beginner needs the right one more than a fast hand-written loop.
/// Not safe for two cells at once.
/// </remarks>
public sealed class Session
{
    private static readonly string[] DefaultUsings =
        ["System", "System.IO", "System.Linq", "System.Text", "System.Collections.Generic", "System.Threading.Tasks"];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private readonly CellLoadContext loader = new();
    private readonly CellTrace trace = new();
    private readonly CSharpCompilationOptions compilationOptions;
    private readonly CellHost host = new();
    private CSharpCompilation? previous;
    private object?[] submissions = new object?[16];
    private int nextSlot = 1;
    private int executed;

    /// <summary>Starts an empty session.</summary>
    /// <param name="folder">The notebook's folder: <c>#r</c> and <c>#load</c> paths are relative to it.</param>
    public Session(string folder)
    {
        submissions[0] = host;
        compilationOptions = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithUsings(DefaultUsings)
            .WithOptimizationLevel(OptimizationLevel.Debug)
            .WithMetadataReferenceResolver(new CellReferenceResolver(folder, loader))
            .WithSourceReferenceResolver(new SourceFileResolver([], Path.GetFullPath(folder)));
    }

    /// <summary>Runs one cell and waits for its end.</summary>
    /// <param name="code">The cell's C#.</param>
    /// <param name="cell">The cell's name in error messages, usually its id.</param>
    /// <param name="emit">Called with every output as it comes, from any thread.</param>
    /// <param name="cancellation">Stops the cell: see <see cref="CellThread"/> for what can be stopped.</param>
    /// <returns>Success, or the error the learner should see. Never throws for what a cell does.</returns>
    public CellResult Execute(string code, string cell, Action<Output> emit, CancellationToken cancellation = default)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        var error = Run(code, cell, emit, cancellation);
        if (error is not null)
        {
            emit(error);
        }

        return new CellResult(error, started.Elapsed);
    }

    private ErrorOutput? Run(string code, string cell, Action<Output> emit, CancellationToken cancellation)
    {
        var path = trace.Remember(++executed, cell, code);
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path, CancellationToken.None);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            $"cell-{executed}", tree, previous is null ? HostReferences.All : [], compilationOptions, previous, typeof(object), typeof(CellHost));

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: CancellationToken.None);
        if (!emitted.Success)
        {
            return emitted.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error)
                ? CompilationErrors.Describe(emitted.Diagnostics, tree)
                : KeepUsings(compilation);
        }

        var main = FindFactory(loader.LoadCell(assembly, symbols), compilation);
        var showsValue = EndsInValue(compilation, tree);
        var error = CellThread.Run(cell, () => Submit(main, showsValue, emit), trace, cancellation);
        KeepDeclarations(compilation);
        return error;
    }

    private void Submit(Func<object?[], Task<object?>> main, bool showsValue, Action<Output> emit)
    {
        host.Emit = emit;
        using (ConsoleCapture.To(emit))
        {
            var value = main(submissions).GetAwaiter().GetResult();
            if (showsValue)
            {
                emit(new ResultOutput(Display.Format(value)));
            }
        }
    }

    private static Func<object?[], Task<object?>> FindFactory(Assembly assembly, CSharpCompilation compilation)
    {
        var entry = compilation.GetEntryPoint(CancellationToken.None)!;
        return assembly.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
    }

    // `x` shows a value, `x;` does not; neither does a call that returns nothing.
    private static bool EndsInValue(CSharpCompilation compilation, SyntaxTree tree) =>
        tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last
        }
        && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };

    // Comments, usings and references alone give the compiler nothing to emit, yet later cells build on them.
    private ErrorOutput? KeepUsings(CSharpCompilation compilation)
    {
        previous = compilation;
        return null;
    }

    // A cell that failed half-way keeps what it declared, as in every notebook; one stopped before it began leaves no trace.
    // Submissions that declare nothing take no slot, hence the look into the array.
    private void KeepDeclarations(CSharpCompilation compilation)
    {
        previous = compilation;
        if (submissions[nextSlot] is not null)
        {
            nextSlot++;
        }

        if (nextSlot == submissions.Length)
        {
            Array.Resize(ref submissions, 2 * submissions.Length);
        }
    }
}
