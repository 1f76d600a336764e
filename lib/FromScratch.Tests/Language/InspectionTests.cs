using FromScratch.Notebooks;

namespace FromScratch.Tests.Language;

public sealed class InspectionTests
{
    private const string Setup = "#r \"../lib/bin/FromScratch.dll\"\n#r \"../lib/bin/MathNet.Numerics.dll\"\nusing FromScratch;\nusing MathNet.Numerics.LinearAlgebra;\n";

    private readonly Editor editor = new();

    [Theory]
    [InlineData("var alpha = 0.1; al|pha", "double alpha")]
    [InlineData("var alpha = 0.1; alpha|", "double alpha")]
    [InlineData("var al|pha = 0.1;", "double alpha")]
    [InlineData("Math.Max(1, 2.5|)", "double Math.Max(double val1, double val2) (+ 12 overloads)")]
    [InlineData("Math.Max(|1, 2)", "int Math.Max(int val1, int val2) (+ 12 overloads)")]
    [InlineData("Math.Max(1L, |", "(+ 12 overloads)")]
    [InlineData("new List<i|nt>(3)", "int")]
    [InlineData("new Lis|t<int>(3)", "List<int>.List(int capacity) (+ 2 overloads)")]
    [InlineData("Syst|em.Math.PI", "namespace System")]
    [InlineData("new[] { 1.5 }.Aver|age()", "double IEnumerable<double>.Average()")]
    public void The_signature_is_that_of_the_chosen_overload(string code, string expected) =>
        Assert.Contains(expected, editor.Inspect(code)?.Split('\n')[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("|")]
    [InlineData("1 +| 2")]
    [InlineData("// Mat|h")]
    [InlineData("und|efined")]
    public void Where_nothing_is_named_there_is_nothing_to_say(string code) => Assert.Null(editor.Inspect(code));

    [Fact]
    public void The_librarys_documentation_is_shown()
    {
        const string formula = "−(1/n) Σᵢ [yᵢ ln pᵢ + (1 − yᵢ) ln(1 − pᵢ)]";
        Assert.Contains(formula, editor.Inspect(Setup + "Loss.BinaryCrossEntropy(|"), StringComparison.Ordinal);
        Assert.Contains("\np: n predicted probabilities", editor.Inspect(Setup + "Loss.BinaryCrossEntropyGradient|"), StringComparison.Ordinal); // <inheritdoc cref path="/param"/>
        Assert.Contains("row vector b", editor.Inspect(Setup + "Matrix<double> X, W; Vector<double> b; X * W +| b"), StringComparison.Ordinal);
        editor.Run(Setup + "var model = new LogisticRegression(Vector<double>.Build.Dense(2), 0);");
        Assert.Contains(formula, editor.Inspect("Loss.Binary|CrossEntropy"), StringComparison.Ordinal);
        Assert.StartsWith("Vector<double> LogisticRegression.Weights\n\nw, d entries", editor.Inspect("model.Weights|"), StringComparison.Ordinal);
        Assert.Contains("σ(X·w + b)", editor.Inspect("new Logistic|Regression(null, 0)"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_documentation_file_still_shows_the_signature()
    {
        var folder = Directory.CreateTempSubdirectory("from-scratch-").FullName;
        try
        {
            File.Copy(typeof(Editor).Assembly.Location.Replace("FromScratch.Tests.dll", "FromScratch.dll", StringComparison.Ordinal), Path.Combine(folder, "FromScratch.dll"));
            File.WriteAllText(Path.Combine(folder, "FromScratch.xml"), "<doc><members><member name=\"T:FromScratch.Activations\"><summary>All of them.</summary></member><member name=\"T:Next\"/><mem");
            var broken = new Session(folder);
            const string setup = "#r \"FromScratch.dll\"\nusing FromScratch;\n";
            Assert.Equal("class Loss", broken.Inspect(setup + "Loss", setup.Length));
            Assert.EndsWith("All of them.", broken.Inspect(setup + "Activations", setup.Length), StringComparison.Ordinal);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public void The_frameworks_documentation_is_shown_where_the_SDK_has_it()
    {
        var pack = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../../packs/Microsoft.NETCore.App.Ref");
        Assert.SkipUnless(Directory.Exists(pack), "Only a runtime is installed, which brings no documentation.");
        Assert.Contains("Throws FormatException: s is not in the correct format.", editor.Inspect("int.Par|se(\"1\")"), StringComparison.Ordinal);
        Assert.Contains("Computes the average", editor.Inspect("new[] { 1.5 }.Aver|age()"), StringComparison.Ordinal);
    }

    [Fact]
    public void Documentation_written_in_a_cell_is_rendered()
    {
        editor.Run("""
            /// <summary>Walks
            ///   from <paramref name="x"/>, see <see cref="System.Math.Sqrt(double)"/>.<para>Slowly, <see langword="null"/>.</para></summary>
            /// <param name="x">A <c>double</c>.</param>
            /// <returns>A number.</returns>
            /// <exception cref="System.ArgumentException">Never.</exception>
            double Walk(double x) => x;
            """);
        Assert.Equal(
            "double Walk(double x)\n\nWalks from x, see Sqrt.\nSlowly, null.\n\nx: A `double`.\n\nReturns: A number.\n\nThrows ArgumentException: Never.",
            editor.Inspect("Walk|(1)"));
    }

    [Theory]
    [InlineData("1 + 1", "complete", "")]
    [InlineData("var x = 1;", "complete", "")]
    [InlineData("", "complete", "")]
    [InlineData("#r \"some.dll\"", "complete", "")]
    [InlineData("for (int i = 0; i < 3; i++) {", "incomplete", "    ")]
    [InlineData("void F()\n{\n    if (true) {\n", "incomplete", "        ")]
    [InlineData("Math.Max(1,", "incomplete", "")]
    [InlineData("Math.Max(", "incomplete", "    ")]
    [InlineData("int 1x = 2;", "invalid", "")]
    [InlineData(")", "invalid", "")]
    [InlineData("var text = \"\"\"\n  one", "incomplete", "  ")]
    [InlineData("var text = $$\"\"\"", "incomplete", "")]
    [InlineData("var text = $\"{", "incomplete", "    ")]
    [InlineData("var text = @\"one", "incomplete", "")]
    [InlineData("F(\"one", "invalid", "")]
    public void A_console_knows_whether_to_ask_for_another_line(string code, string status, string indent) =>
        Assert.Equal((status, indent), Session.IsComplete(code));
}
