using FromScratch.Notebooks;
using FromScratch.Tests.Documents;

namespace FromScratch.Tests.Language;

public sealed class CompletionTests
{
    private readonly Editor editor = new();

    [Theory]
    [InlineData("\"text\".|", "Length", "property")]
    [InlineData("new[] { 1.5 }.|", "Average", "function")]
    [InlineData("Math.|", "PI", "field")]
    [InlineData("Math.Sq|", "Sqrt", "function")]
    [InlineData("math.sq|", null, null)]
    [InlineData("DayOfWeek.|", "Monday", "enumMember")]
    [InlineData("System.|", "Console", "class")]
    [InlineData("System.|", "Collections", "module")]
    [InlineData("using System.Net.|", "Http", "module")]
    [InlineData("AppDomain.CurrentDomain.|", "ProcessExit", "event")]
    [InlineData("DateTime? d = null; d?.|", "Year", "property")]
    [InlineData("var words = new List<string>(); words?.|", "Count", "property")]
    [InlineData("var s = $\"{Math.|}\";", "PI", "field")]
    public void After_a_dot_stand_the_members(string code, string? name, string? kind)
    {
        if (name is null)
            Assert.Empty(editor.Names(code));
        else
            Assert.Equal(kind, editor.Find(code, name)?.Kind);
    }

    [Theory]
    [InlineData("fore|", "foreach", "keyword")]
    [InlineData("Cons|", "Console", "class")]
    [InlineData("ienum|", "IEnumerable", "interface")]
    [InlineData("DateT|", "DateTime", "struct")]
    [InlineData("disp|", "display", "function")]
    [InlineData("double Twice(double given) { return 2 * gi|; }", "given", "variable")]
    [InlineData("T Same<T>(T given) { T| }", "T", "typeParameter")]
    [InlineData("var sum = 0; foreach (var row in new[] { 1 }) { sum += ro| }", "row", "variable")]
    public void In_the_open_stand_names_in_scope(string code, string name, string kind) => Assert.Equal(kind, editor.Find(code, name)?.Kind);

    [Fact]
    public void Earlier_cells_are_known_and_come_first()
    {
        editor.Run("var alpha = 0.1; double Line(double x) => alpha * x; record Point(double X, double Y);").Run("var alpha = \"again\";");
        Assert.Equal("alpha", editor.Names("al|")[0]);
        Assert.Single(editor.Names("al|"), "alpha");
        Assert.Equal("variable", editor.Find("al|", "alpha")?.Kind);
        Assert.Equal("Line(double x)", editor.Find("Li|", "Line")?.Signature);
        Assert.Contains("Length", editor.Names("alpha.|"));
        Assert.Equal(["X", "Y"], editor.Names("new Point(1, 2).|").Where(name => name.Length == 1));
    }

    [Theory]
    [InlineData("Console.|\nvar y = 3;")]
    [InlineData("Console.|\nConsole.WriteLine(1);")]
    [InlineData("Console.|\nx = 3;")]
    [InlineData("for (int i = 0; i < 3; i++) { Console.| ")]
    [InlineData("int broken = \"text\"; Undefined(); Console.|")]
    [InlineData("var f = () => { Console.| }")]
    [InlineData("if (true) Console.| else")]
    public void A_cell_that_does_not_compile_still_completes(string code) => Assert.Contains("WriteLine", editor.Names(code));

    [Theory]
    [InlineData("// Console.|")]
    [InlineData("var s = \"Console.|\";")]
    [InlineData("var nam|")]
    [InlineData("12|")]
    [InlineData("nowhere.|")]
    public void Where_no_name_can_stand_nothing_is_proposed(string code) => Assert.Empty(editor.Names(code));

    [Fact]
    public void Obsolete_and_hidden_members_operators_and_later_locals_are_left_out()
    {
        editor.Run("class Old { [Obsolete] public int Gone; public int Here; [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)] public int Unseen; public static Old operator +(Old a, Old b) => a; }");
        var names = editor.Names("new Old().|");
        Assert.Contains("Here", names);
        Assert.Empty(names.Intersect(["Gone", "Unseen", "op_Addition", ".ctor"]));
        Assert.DoesNotContain("later", editor.Names("void F() { la|; var later = 1; }"));
        Assert.Empty(editor.Names("|").Intersect(["Equals", "MemberwiseClone", "ReferenceEquals"]));
    }

    [Fact]
    public void The_courses_library_is_known_in_the_cell_that_references_it()
    {
        const string setup = "#r \"../lib/bin/FromScratch.dll\"\n#r \"../lib/bin/MathNet.Numerics.dll\"\nusing FromScratch;\nusing MathNet.Numerics.LinearAlgebra;\n";
        Assert.Equal("class", editor.Find(setup + "Logistic|", "LogisticRegression")?.Kind);
        Assert.Contains("Transpose", editor.Names(setup + "var X = Matrix<double>.Build.Dense(2, 2); X.|"));
    }

    [Fact]
    public void Arguments_are_offered_by_name_and_initialisers_by_member()
    {
        editor.Run("double Step(double theta, double learningRate = 0.1) => theta; class Knobs { public int Epochs { get; set; } public int Fixed => 1; public int Seed; }");
        Assert.Equal("variable", editor.Find("Step(1, lea|)", "learningRate:")?.Kind);
        Assert.Contains("capacity:", editor.Names("new List<int>(cap|)"));
        Assert.Equal(["Epochs", "Seed"], editor.Names("new Knobs { | }"));
        Assert.Equal(["Epochs"], editor.Names("var k = new Knobs { Seed = 1, Ep| = 2 };"));
        Assert.Contains("Console", editor.Names("var list = new List<object> { Cons| };"));
        Assert.DoesNotContain("foreach", editor.Names("new fo|"));
    }

    [Fact]
    public void Paths_are_completed_relative_to_the_notebook()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["libs"]);
        Directory.CreateDirectory(folder[".hidden"]);
        File.WriteAllText(folder["libs/Some.dll"], "");
        File.WriteAllText(folder["libs/Some.txt"], "");
        File.WriteAllText(folder["helper.csx"], "");
        var here = new Editor(folder["."]);
        Assert.Equal(["../", "libs/"], here.Names("#r \"|\""));
        Assert.Equal(["Some.dll"], here.Names("var x = 1;\n#r \"libs/s|\"\nvar y = 2;"));
        Assert.Equal(["helper.csx"], here.Names("#load \"h|"));
        Assert.Empty(here.Names("#r \"nuget: So|\""));
        Assert.Empty(here.Names("#r \"nowhere/S|\""));
        var list = here.Complete("#r \"libs/S|ome.txt\"");
        Assert.Equal((9, 17), (list.Start, list.End));
    }

    [Theory]
    [InlineData("Math.Sq|", 5, 7)]
    [InlineData("Math.S|qr(1)", 5, 8)]
    [InlineData("\"\U0001F600\".Le|", 5, 7)]
    public void The_whole_word_is_replaced(string code, int start, int end)
    {
        var list = editor.Complete(code);
        Assert.NotEmpty(list.Items);
        Assert.Equal((start, end), (list.Start, list.End));
    }

    [Fact]
    public void Any_position_of_any_text_is_answered()
    {
        var random = new Random(1);
        const string letters = "ab.({[\"$#r/;, \n=>?@'x1\\";
        for (var i = 0; i < 200; i++)
        {
            var code = new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => letters[random.Next(letters.Length)])]);
            var list = editor.Complete(code.Insert(random.Next(code.Length + 1), "|"));
            Assert.InRange(list.Start, 0, list.End);
            Assert.InRange(list.End, list.Start, code.Length);
            editor.Inspect(code.Insert(random.Next(code.Length + 1), "|"));
        }
    }
}
