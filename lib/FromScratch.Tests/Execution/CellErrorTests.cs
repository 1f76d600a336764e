using FromScratch.Notebooks;

namespace FromScratch.Tests.Execution;

public class CellErrorTests
{
    private readonly TestSession session = new();

    private ErrorOutput ErrorOf(string code) => session.Run(code).Error ?? throw new InvalidOperationException("The cell did not fail.");

    [Fact]
    public void A_compile_error_names_line_and_column_and_points_at_the_place()
    {
        var error = ErrorOf("var a = 1;\nvar c = a + bb;");
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal("(2,13): error CS0103: The name 'bb' does not exist in the current context\n    var c = a + bb;\n                ^^".Replace("error ", "", StringComparison.Ordinal), error.Message);
    }

    [Fact]
    public void A_tab_before_the_place_stands_before_the_mark_too() =>
        Assert.EndsWith("\n    \tint a = 1;\tb = 2;\n    \t          \t^", ErrorOf("\tint a = 1;\tb = 2;").Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_library_is_named_once_without_the_errors_that_follow_from_it()
    {
        var error = ErrorOf("#r \"../bin/Missing.dll\"\nusing Missing;\nvar x = new Thing();");
        Assert.StartsWith("(1,1): CS0006: Metadata file '../bin/Missing.dll' could not be found", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Thing()", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int[] xs = { 1, 2 };\nint i = 2;\nvar y = 0;\ny = xs[i];\ny += 1;", "IndexOutOfRangeException", 4, "y = xs[i];")]
    [InlineData("int zero = 0;\nvar a = 1;\nvar b = a / zero;", "DivideByZeroException", 3, "var b = a / zero;")]
    [InlineData("int big = int.MaxValue;\nint Next(int x)\n{\n    var r = 1;\n    r = checked(x + 1);\n    return r;\n}\nNext(big)", "OverflowException", 5, "r = checked(x + 1);")]
    [InlineData("string s = null;\n\nvar n = s.Length;", "NullReferenceException", 3, "var n = s.Length;")]
    [InlineData("await Task.Yield();\nthrow new Exception(\"late\");", "Exception", 2, "throw new Exception(\"late\");")]
    public void A_run_time_error_names_the_true_line(string code, string type, int line, string text)
    {
        var error = ErrorOf(code);
        Assert.Equal(type, error.Name);
        Assert.Equal($"  in cell-1, line {line}:  {text}", error.Traceback[0]);
    }

    [Fact]
    public void The_traceback_holds_the_frames_of_cells_only_innermost_first()
    {
        session.Run("int First(int[] xs) =>\n    xs.Select(x => 10 / x).First();");
        var error = ErrorOf("var zeros = new[] { 0 };\nFirst(zeros)");
        Assert.Equal(["  in cell-1, line 2:  xs.Select(x => 10 / x).First();", "  in cell-1, line 2:  xs.Select(x => 10 / x).First();", "  in cell-2, line 2:  First(zeros)"], error.Traceback);
    }

    [Fact]
    public void A_function_of_a_cell_that_was_run_again_keeps_its_own_lines()
    {
        session.Run("int F() => throw new Exception(\"old\");");
        session.Run("Func<int> old = F;\n\n\nint F() => 1;");
        Assert.Contains("old", ErrorOf("old = () => throw new Exception(\"old\"); old()").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cause_inside_a_wrapper_is_what_is_reported()
    {
        var error = ErrorOf("var t = Task.Run(() => { int[] a = {}; a[0] = 1; }); t.Wait();");
        Assert.Equal("IndexOutOfRangeException", error.Name);
    }

    [Fact]
    public void What_caused_an_exception_is_told_below_it()
    {
        var error = ErrorOf("class Bad<T> : Exception { } class Start { public static int X = int.Parse(\"a\"); }\ntry { int x = Start.X; } catch (Exception e) { throw new Exception(\"outer\", e); }");
        Assert.Equal("outer\n  caused by TypeInitializationException: The type initializer for 'Start' threw an exception."
            + "\n  caused by FormatException: The input string 'a' was not in a correct format.", error.Message);
        Assert.Equal("Bad<int>", ErrorOf("throw new Bad<int>();").Name);
    }

    [Fact]
    public void An_exception_whose_message_throws_still_ends_its_cell()
    {
        var error = ErrorOf("class Bad : Exception { public override string Message => throw new Exception(\"no\"); }\nthrow new Bad();");
        Assert.Equal(("Bad", "its message cannot be read"), (error.Name, error.Message));
        Assert.Equal(["  in cell-1, line 2:  throw new Bad();"], error.Traceback);
    }

    [Fact]
    public void Many_compile_errors_are_cut()
    {
        var error = ErrorOf(string.Join("\n", Enumerable.Range(0, 20).Select(i => $"var x{i} = y{i};")));
        Assert.EndsWith("… and 15 more", error.Message, StringComparison.Ordinal);
    }
}
