using FromScratch.Notebooks;

namespace FromScratch.Tests.Execution;

public class WeaverTests
{
    private readonly TestSession session = new();

    public static TheoryData<string, string> Forms => new()
    {
        { "int Twice(int x) => 2 * x;", "Twice(4)" },
        { "int Twice(int x)\n    // a note\n    => 2 * x; // another", "Twice(4)" },
        { "void Say(int x) => Console.Write(x); async Task Later() => await Task.Yield(); async Task<int> Eight() => await Task.FromResult(8);", "await Later(); Say(1); await Eight()" },
        { "int Fail() => throw new Exception(); Func<int> fail = () => throw new Exception();", "try { Fail(); } catch { } 8" },
        { "ref int First(int[] xs) => ref xs[0];", "var xs = new[] { 4 }; First(xs) = 8; xs[0]" },
        { "class P { int n; public P(int n) => this.n = n; public int N => n; public int M { get => n; set => n = value; } public int this[int i] => n + i; public static P operator +(P a, P b) => new(a.n + b.n); public static implicit operator int(P p) => p.n; ~P() => n = 0; }", "int p = new P(1) + new P(2); p + new P(3).N + new P(1)[1]" },
        { "class P { public int n = new int[] { 8 }[0]; List<int> all = new() { 1 }; (int, int) pair = new(1, 2); int? none = new int(); public string Name { get; } = new('a', 8); int[] xs = { 1 }; int[] ys = new int[2]; static P first = new(); }", "new P().Name.Length" },
        { "struct P { public int n = 8; public List<int> all = new List<int>(); public P() { } }", "new P().n + new P().all.Count" },
        { "record Point(int X) { public int Twice => 2 * X; }", "new Point(4).Twice" },
        { "IEnumerable<int> Up(int n) { for (var i = 0; i < n; i++) yield return i; }", "Up(9).Last()" },
        { "async IAsyncEnumerable<int> Up() { yield return 3; await Task.Yield(); yield return 5; }", "var sum = 0; await foreach (var x in Up()) sum += x; sum" },
        { "int n = 0; Action up = () => n++; Func<int> next = () => n++; var all = new List<int> { 1, 2 };", "up(); next(); all.ForEach(x => n += x); all.ForEach(x => Console.Write(x)); n + 3" },
        { "Func<int, Func<int, int>> add = x => y => x + y; Func<int, Task<int>> later = async x => await Task.FromResult(x); Func<Task> nothing = async () => await Task.Yield();", "await nothing(); add(3)(await later(5))" },
        { "Func<int, int> f = null; f = n => n == 0 ? 0 : 2 + f(n - 1); Action<int> g = null; g = n => { if (n > 0) g(n - 1); };", "g(4); f(4)" },
        { "System.Linq.Expressions.Expression<Func<int, int>> e = x => 2 * x;", "e.ToString() == \"x => (2 * x)\" ? e.Compile()(4) : 0" },
        { "var q = from x in new[] { 1, 2, 3 } let y = x * x where y > 1 orderby y descending select y;", "q.Last() + q.Count() * 2" },
        { "int Grade(int x) { switch (x) { case 1: goto case 2; case 2: goto default; default: return 8; } }", "Grade(1)" },
        { "int Odd(int n) { var s = 0; for (var i = 0; i < n; i++) if (i % 2 == 0) continue; else s += i; do s--; while (s > 100); while (s++ < 0) ; foreach (var c in \"ab\") foreach (var d in \"cd\") s++; return s; }", "Odd(5) + 0" },
        { "T Same<T>(T x) where T : struct => x; static int Static() { static int Inner() => 8; return Inner(); } var list = new[] { \"a\" }.Select(x => (string)null).ToList();", "Same(Static())" },
        { "Func<object> o = () => null; Func<List<int>> made = () => new(); Predicate<int> p = _ => true; var text = string.Join(\"\", new[] { 8 }.Select(x => $\"{x}\"));", "p(1) ? int.Parse(text) : 0" },
        { "int x = 8; int Get() { lock (list) using (var s = new StringReader(\"\")) { return x; } } object list = new();", "Get()" },
        { "System.Linq.Expressions.Expression<Func<int[], int>> e = xs => xs.Where(x => x > 1).Sum(x => 2 * x); var q = from xs in new[] { new[] { 1, 4 } }.AsQueryable() where xs.Any(x => x > 3) select xs;", "e.Compile()(q.First())" },
        { "unsafe int Deref(int x) { int* p = &x; while (*p < 8) ++*p; return *p; }", "Deref(1)" },
        { "Func<int, string> f = null; f = n => n == 0 ? \"\" : $\"{f(n - 1)}x\";", "f(8).Length" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Code_means_the_same_woven_and_can_be_stopped(string declarations, string value)
    {
        Assert.Null(session.Run("var a = 1;\n" + declarations).Error);
        Assert.Equal("8", session.Run(value).Value);
        var stopped = new TestSession().Run(declarations + "\nwhile (true) ;", TimeSpan.FromMilliseconds(400));
        Assert.Equal("The cell was stopped.", stopped.Error?.Message); // Were its weaving no C#, the cell would run without.
    }

    [Theory]
    [InlineData("while (true) int x = 1;", "CS1023")]
    [InlineData("for (;;) { var a = 1; } b = 2;", "(1,25): CS0103")]
    [InlineData("int F(int x) => x; F(1, 2) + F(3)", "(1,20): CS1501")]
    public void What_is_wrong_stays_wrong_where_it_was_written(string code, string error) =>
        Assert.Contains(error, session.Run(code).Error?.Message, StringComparison.Ordinal);

    [Fact]
    public void A_loop_in_a_loaded_script_can_be_stopped()
    {
        var folder = Directory.CreateTempSubdirectory("from-scratch-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "spin.csx"), "void Spin() { while (true) ; }");
            var run = new TestSession(folder).Run("#load \"spin.csx\"\nSpin();", TimeSpan.FromMilliseconds(800));
            Assert.Equal("The cell was stopped.", run.Error?.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_recursion_without_an_end_over_several_cells_is_an_error_too()
    {
        session.Run("Func<int, int> hook = null; int Use(int n) => hook(n + 1);");
        session.Run("hook = n => Use(n);");
        Assert.Equal("InsufficientExecutionStackException", session.Run("Use(0)").Error?.Name);
    }

    [Theory]
    [InlineData("int Down(int n) => Down(n - 1) + 1; Down(1)")]
    [InlineData("int Down(int n) { return Down(n - 1) + 1; } Down(1)")]
    [InlineData("class A { public int Size => Size; } new A().Size")]
    [InlineData("class A { public int Size { get { return Size; } } } new A().Size")]
    [InlineData("class A { public int this[int i] => this[i + 1]; } new A()[0]")]
    [InlineData("class A { public int this[int i] { get { return this[i + 1]; } } } new A()[0]")]
    [InlineData("class A { public static A operator +(A a, A b) => b + a; public static implicit operator A(int n) => (A)n; } new A() + new A()")]
    [InlineData("class A { A other; public A() { other = new A(); } } new A();")]
    [InlineData("class A { A other = new A(); } new A();")]
    [InlineData("class A { B other { get; } = new(); } class B { readonly A one = new() { }, two = null; } new A();")]
    [InlineData("bool Odd(int n) => !Even(n - 1); bool Even(int n) => !Odd(n - 1); Even(1)")]
    [InlineData("Func<int, int> f = null; f = n => 1 + f(n + 1); f(0)")]
    [InlineData("Func<int, string> f = null; f = n => $\"{f(n + 1)}\"; f(0)")]
    [InlineData("Func<int, bool> even = null, odd = null; even = n => n == 0 || odd(n - 1); odd = n => n != 0 && even(n - 1); even(-1)")]
    [InlineData("static class B { public static Func<int, int> Call; } int A(int n) => B.Call(n); B.Call = n => A(n + 1); A(0)")]
    [InlineData("var all = new Dictionary<string, Func<int, int>>(); all[\"f\"] = n => all[\"f\"](n + 1); all[\"f\"](0)")]
    [InlineData("Func<int, int> f = null; f = n => f.Invoke(n + 1); f(0)")]
    [InlineData("Action f = null; f = () => { f?.Invoke(); }; f();")]
    [InlineData("delegate int U(U u); U u = x => x(x); u(u)")]
    [InlineData("Action<int> f = null; f = n => { f(n + 1); }; f(0);")]
    public void A_recursion_without_an_end_is_an_error_and_the_session_goes_on(string code)
    {
        session.Run("var alive = 7;");
        var run = session.Run(code);
        Assert.Equal("InsufficientExecutionStackException", run.Error?.Name);
        Assert.InRange(run.Error!.Traceback.Count, 2, 12);
        Assert.Equal("7", session.Run("alive").Value);
    }
}
