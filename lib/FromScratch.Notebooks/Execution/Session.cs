using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FromScratch.Notebooks;

/// <summary>
/// One notebook being run: C# cells, executed in order, each seeing what the earlier ones declared. A cell may declare a name
/// again, <c>await</c> at the top level, and <c>#r</c> or <c>#load</c> files relative to the notebook's folder.
/// </summary>
/// <remarks>
/// Every cell is one Roslyn script submission, chained to the one before and compiled for debugging: optimised cells report a
/// wrong line for index and overflow errors, and a beginner needs the right one more than a fast hand-written loop. Measured,
/// debugging against optimised: 2.2 over an array, 2.0 for a·x + y, 2.3 for a sieve, 2.8 for a matrix product by hand.
/// Not safe for two cells at once.
/// </remarks>
public sealed partial class Session
{
    private static readonly string[] DefaultUsings =
        ["System", "System.IO", "System.Linq", "System.Text", "System.Collections.Generic", "System.Threading.Tasks"];

    internal static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private readonly CellLoadContext loader = new();
    private readonly CellTrace trace = new();
    private readonly CellReferenceResolver references;
    private readonly CSharpCompilationOptions options;
    private readonly CSharpCompilationOptions wovenOptions;
    private CSharpCompilation? previous; // The last cell that compiled, with all before it in its chain.
    private object?[] submissions = new object?[16];
    private int nextSlot = 1;
    private int executed;

    /// <summary>Starts an empty session.</summary>
    /// <param name="folder">The notebook's folder: <c>#r</c> and <c>#load</c> paths are relative to it.</param>
    public Session(string folder)
    {
        submissions[0] = new CellHost();
        references = new CellReferenceResolver(folder, loader);
        options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithUsings(DefaultUsings)
            .WithOptimizationLevel(OptimizationLevel.Debug)
            .WithAllowUnsafe(true)
            .WithConcurrentBuild(false) // A cell may have starved the thread pool, which the compiler would then wait for.
            .WithMetadataReferenceResolver(references)
            .WithSourceReferenceResolver(new SourceFileResolver([], Path.GetFullPath(folder)));
        wovenOptions = options.WithSourceReferenceResolver(new WeavingResolver(Path.GetFullPath(folder)));
    }

    /// <summary>Takes the compiler's and the display's first second before the learner's first cell does.</summary>
    public static void WarmUp() => new Session(AppContext.BaseDirectory).Execute(
        "int twice(int x) => 2 * x;\nforeach (var x in new[] { 1, 2 }.Select(twice)) Console.Write($\"{x}\");\ndisplay(\"warm\");\nnew[] { 1.0 }", "warm-up", _ => { });

    /// <summary>Runs one cell and waits for its end.</summary>
    /// <param name="code">The cell's C#.</param>
    /// <param name="cell">The cell's name in error messages, usually its id.</param>
    /// <param name="emit">Called with every output as it comes, from any thread.</param>
    /// <param name="ask">Answers <c>Console.ReadLine()</c>: prompt, whether to hide what is typed → one line, null at the end of input.</param>
    /// <param name="cancellation">Stops the cell: see <see cref="CellThread"/> for what can be stopped.</param>
    /// <returns>Null when the cell ran to its end, else the error the learner should see. Never throws for what a cell does.</returns>
    public ErrorOutput? Execute(string code, string cell, Action<Output> emit, Func<string, bool, string?>? ask = null, CancellationToken cancellation = default)
    {
        var error = Run(code, cell, new LiveCell(emit, ask, trace, cancellation));
        executed++;
        if (error is not null)
            emit(error);
        return error;
    }

    private ErrorOutput? Run(string code, string cell, LiveCell live)
    {
        var tree = Parse(SourceText.From(code, Encoding.UTF8), trace.Remember(executed + 1, cell, code));
        CompiledCell compiled;
        try
        {
            foreach (var path in references.Changed(tree))
                live.Emit(new StreamOutput("stderr", $"{Path.GetFileName(path)} has changed since it was loaded. "
                    + "The old one stays in use; restart to use the new one.\n"));
            references.Restore(tree, live.Stop);
            compiled = Compile(tree);
        }
        catch (OperationCanceledException) { return CellThread.Stopped(); }
        catch (Exception e) when (e is PackageException or IOException or UnauthorizedAccessException)
        {
            return new ErrorOutput(e is PackageException ? "PackageError" : e.GetType().Name, e.Message, []);
        }
        if (compiled.Error is { } error) return error;
        references.Initialize(tree);
        try { return CellThread.Run(cell, live, () => Submit(compiled, live)); }
        finally { KeepDeclarations(compiled); }
    }

    private CompiledCell Compile(SyntaxTree tree)
    {
        var written = CompilationOf(tree);
        var woven = Parse(Weaver.Weave(tree, written.GetSemanticModel(tree)), tree.FilePath);
        var compiled = new CompiledCell(written.ReplaceSyntaxTree(tree, woven).WithOptions(wovenOptions), woven);
        return compiled.Error is null ? compiled : new CompiledCell(written, tree); // The learner's own text has the true columns.
    }

    /// <summary>The next cell, compiled against all before it; nothing runs or is kept.</summary>
    internal CSharpCompilation CompilationOf(SyntaxTree tree) => CSharpCompilation.CreateScriptCompilation(
        $"cell-{executed + 1}", tree, [.. previous is null ? HostReferences.All : [], .. references.Pending], options, previous, typeof(object), typeof(CellHost));

    private static SyntaxTree Parse(SourceText code, string path) => CSharpSyntaxTree.ParseText(code, ParseOptions, path, CancellationToken.None);

    private void Submit(CompiledCell compiled, LiveCell live)
    {
        if (compiled.Load(loader) is not { } main) return;
        ProcessHooks.Install();
        var task = main(submissions);
        Task.WaitAny([task], live.Stop);
        var value = task.GetAwaiter().GetResult();
        if ((compiled.ShowsValue || value is not null) && value is not DisplayedValue)
            live.Emit(new ResultOutput(Display.Format(value)));
    }

    // A cell that failed half-way keeps what it declared, as in every notebook; one that never began, because a type of it cannot be
    // loaded, leaves no trace: the compiler would count its slot, which stays empty.
    private void KeepDeclarations(CompiledCell cell)
    {
        if (cell.HasCode && submissions[nextSlot] is null) return;
        previous = cell.Compilation;
        references.Pending = [];
        if (cell.HasCode)
            nextSlot++;
        if (nextSlot == submissions.Length)
            Array.Resize(ref submissions, 2 * submissions.Length);
    }
}
