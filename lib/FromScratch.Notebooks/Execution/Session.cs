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
public sealed partial class Session
{
    private static readonly string[] DefaultUsings =
        ["System", "System.IO", "System.Linq", "System.Text", "System.Collections.Generic", "System.Threading.Tasks"];

    internal static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private readonly CellLoadContext loader = new();
    private readonly CellTrace trace = new();
    private readonly CSharpCompilationOptions compilationOptions;
    private readonly CellHost host = new();
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

    /// <summary>The last cell that compiled, with all before it in its chain.</summary>
    internal CSharpCompilation? Previous { get; private set; }

    /// <summary>Takes the compiler's and the display's first second before the learner's first cell does.</summary>
    public static void WarmUp() => new Session(AppContext.BaseDirectory).Execute(
        "int twice(int x) => 2 * x;\nforeach (var x in new[] { 1, 2 }.Select(twice)) Console.Write($\"{x}\");\ndisplay(\"warm\");\nnew[] { 1.0 }", "warm-up", _ => { });

    /// <summary>Runs one cell and waits for its end.</summary>
    /// <param name="code">The cell's C#.</param>
    /// <param name="cell">The cell's name in error messages, usually its id.</param>
    /// <param name="emit">Called with every output as it comes, from any thread.</param>
    /// <param name="ask">Answers <c>Console.ReadLine()</c>: prompt, whether to hide what is typed → one line, null at the end of input.</param>
    /// <param name="cancellation">Stops the cell: see <see cref="CellThread"/> for what can be stopped.</param>
    /// <returns>Success, or the error the learner should see. Never throws for what a cell does.</returns>
    public CellResult Execute(string code, string cell, Action<Output> emit, Func<string, bool, string?>? ask = null, CancellationToken cancellation = default)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        var error = Run(code, cell, new LiveCell(emit, ask), cancellation);
        executed++;
        if (error is not null)
        {
            emit(error);
        }

        return new CellResult(error, started.Elapsed);
    }

    private ErrorOutput? Run(string code, string cell, LiveCell live, CancellationToken cancellation)
    {
        var path = trace.Remember(executed + 1, cell, code);
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path, CancellationToken.None);
        var compilation = CompilationOf(tree);

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
        var error = CellThread.Run(cell, () => Submit(main, showsValue, live), trace, cancellation);
        KeepDeclarations(compilation);
        return error;
    }

    /// <summary>The next cell, compiled against all before it; nothing runs or is kept.</summary>
    internal CSharpCompilation CompilationOf(SyntaxTree tree) => CSharpCompilation.CreateScriptCompilation(
        $"cell-{executed + 1}", tree, Previous is null ? HostReferences.All : [], compilationOptions, Previous, typeof(object), typeof(CellHost));

    private void Submit(Func<object?[], Task<object?>> main, bool showsValue, LiveCell live)
    {
        host.Emit = live.Emit;
        ConsoleCapture.Install();
        LiveCell.Current = live;
        var value = main(submissions).GetAwaiter().GetResult();
        if (showsValue && value is not DisplayedValue)
        {
            live.Emit(new ResultOutput(Display.Format(value)));
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
        Previous = compilation;
        return null;
    }

    // A cell that failed half-way keeps what it declared, as in every notebook; one stopped before it began leaves no trace.
    // Submissions that declare nothing take no slot, hence the look into the array.
    private void KeepDeclarations(CSharpCompilation compilation)
    {
        Previous = compilation;
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
