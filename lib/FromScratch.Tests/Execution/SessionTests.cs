using FromScratch.Notebooks;

namespace FromScratch.Tests.Execution;

public class SessionTests
{
    private readonly TestSession session = new();

    [Fact]
    public void A_cell_shows_the_value_of_its_last_expression() => Assert.Equal("3", session.Run("1 + 2").Value);

    [Fact]
    public void A_cell_that_ends_in_a_semicolon_shows_nothing() => Assert.Empty(session.Run("var x = 1;").Outputs);

    [Fact]
    public void A_call_that_returns_nothing_shows_nothing() => Assert.Empty(session.Run("GC.KeepAlive(1)").Outputs);

    [Fact]
    public void A_null_value_is_shown_as_null() => Assert.Equal("null", session.Run("(string)null").Value);

    [Fact]
    public void A_cell_of_comments_runs() => Assert.Null(session.Run("// nothing").Error);

    [Fact]
    public void An_empty_cell_runs() => Assert.Null(session.Run("").Error);

    [Fact]
    public void Later_cells_see_variables_functions_types_and_usings_of_earlier_ones()
    {
        session.Run("using System.Numerics; int a = 2; int Twice(int x) => 2 * x; record P(int X);");
        session.Run("// a cell that declares nothing takes no place in the chain");
        Assert.Equal("P { X = 4 }", session.Run("new P(Twice(a))").Value);
        Assert.Equal("2", session.Run("new Complex(1, 2).Imaginary").Value);
    }

    [Fact]
    public void A_name_can_be_declared_again_with_another_type()
    {
        session.Run("var x = 1;");
        session.Run("var x = \"one\";");
        Assert.Equal("one", session.Run("x").Value);
    }

    [Fact]
    public void A_cell_awaits_at_the_top_level()
    {
        session.Run("await Task.Delay(1); var answer = await Task.FromResult(42);");
        Assert.Equal("42", session.Run("answer").Value);
    }

    [Fact]
    public void A_failed_cell_keeps_what_it_declared_before_it_failed()
    {
        session.Run("var kept = 7; throw new InvalidOperationException(\"stop here\");");
        Assert.Equal("7", session.Run("kept").Value);
    }

    [Fact]
    public void A_cell_that_does_not_compile_leaves_no_trace()
    {
        session.Run("var x = 1;");
        Assert.NotNull(session.Run("var x = nonsense;").Error);
        Assert.Equal("1", session.Run("x").Value);
    }

    [Fact]
    public void A_cell_whose_types_cannot_be_loaded_fails_alone()
    {
        session.Run("var x = 1; [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct Bad { [System.Runtime.InteropServices.FieldOffset(0)] object o; [System.Runtime.InteropServices.FieldOffset(0)] int i; }");
        Assert.Equal("TypeLoadException", session.Run("var bad = new Bad(); var y = 2;").Error?.Name);
        for (var i = 0; i < 20; i++)
        {
            session.Run("x++; var last = x;");
        }

        Assert.Equal("21", session.Run("last").Value);
    }

    [Fact]
    public void A_cell_that_returns_shows_what() => Assert.Equal("early", session.Run("if (2 > 1) return \"early\"; Console.Write(1);").Value);

    [Fact]
    public void Hundreds_of_cells_stay_linked()
    {
        session.Run("var n = 0;");
        for (var i = 0; i < 100; i++)
        {
            session.Run($"n++; var v{i} = n;");
        }

        Assert.Equal("100", session.Run("v99").Value);
    }

    [Fact]
    public void Output_and_errors_are_captured_apart_as_they_come()
    {
        var outputs = session.Run("Console.Write(\"a\"); Console.Error.WriteLine(\"b\"); Console.Write(\"50 %\\r100 %\\n\");").Outputs;
        Assert.Equal([new StreamOutput("stdout", "a"), new StreamOutput("stderr", "b\n"), new StreamOutput("stdout", "50 %\r100 %\n")], outputs);
    }

    [Fact]
    public void Output_of_threads_the_cell_started_belongs_to_the_cell()
    {
        var run = session.Run("await Task.Run(() => Console.Write(\"task\")); var t = new System.Threading.Thread(() => Console.Write(\" thread\")); t.Start(); t.Join();");
        Assert.Equal("task thread", run.Text);
    }

    [Fact]
    public void What_a_thread_shows_after_its_cell_has_ended_belongs_to_that_cell()
    {
        var first = session.Run("var go = new TaskCompletionSource(); var done = Task.Run(async () => { await go.Task; Console.Write(1); display(2); clear_output(); });");
        Assert.Empty(session.Run("go.SetResult(); await done;").Outputs);
        Assert.Equal([typeof(StreamOutput), typeof(DisplayOutput), typeof(ClearOutput)], first.Outputs.Select(o => o.GetType()));
    }

    [Fact]
    public void Two_sessions_at_once_do_not_mix_their_output()
    {
        var texts = new string[8];
        Parallel.For(0, texts.Length, i => texts[i] = new TestSession().Run($"for (int k = 0; k < 50; k++) Console.Write({i});").Text);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => string.Concat(Enumerable.Repeat(i, 50))), texts);
    }

    [Fact]
    public void Display_shows_a_value_in_the_middle_of_a_cell()
    {
        var outputs = session.Run("display(1); Console.Write(2); 3").Outputs;
        Assert.Equal([typeof(DisplayOutput), typeof(StreamOutput), typeof(ResultOutput)], outputs.Select(o => o.GetType()));
    }

    [Fact]
    public void Numbers_print_the_same_in_every_country()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = (System.Globalization.CultureInfo)before.Clone();
            System.Globalization.CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";
            Assert.Equal("0.5", session.Run("Console.Write($\"{0.5}\");").Text);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_recursion_of_a_hundred_thousand_levels_has_room()
    {
        Assert.Equal("100000", session.Run("int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1); Depth(100_000)").Value);
    }
}
