using FromScratch.Notebooks;

namespace FromScratch.Tests.Execution;

public class PackageTests
{
    private readonly TestSession session = new();

    [Fact]
    public void A_package_is_restored_and_found_again()
    {
        const string Cell = "#r \"nuget: MathNet.Numerics, 5.0.0\"\nMathNet.Numerics.SpecialFunctions.Factorial(5)";
        Assert.Equal("120", session.Run(Cell).Value);
        Assert.Equal("720", session.Run("MathNet.Numerics.SpecialFunctions.Factorial(6)").Value);
        Assert.Equal("120", session.Run(Cell).Value);
        Assert.Equal("120", new TestSession().Run(Cell).Value);
    }

    [Fact]
    public void A_second_package_joins_the_first_and_the_notebooks_own_libraries()
    {
        Assert.Null(session.Run("#r \"MathNet.Numerics.dll\"\nusing MathNet.Numerics.LinearAlgebra;\nvar v = Vector<double>.Build.Dense(3, 1.0);").Error);
        Assert.Null(session.Run("#r \"nuget: MathNet.Numerics,5.0.0\"\n#r \"nuget:Markdig,0.31.0\"").Error);
        Assert.Equal("<p><em>3</em></p>\n", session.Run("Markdig.Markdown.ToHtml($\"*{v.Sum()}*\")").Value);
    }

    [Fact]
    public void A_package_brings_its_native_library() =>
        Assert.StartsWith("3.", session.Run("""
            #r "nuget: Microsoft.Data.Sqlite, 9.0.0"
            var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
            connection.Open();
            connection.ServerVersion
            """).Value, StringComparison.Ordinal);

    [Fact]
    public void A_package_without_a_version_is_the_latest() =>
        Assert.Equal("True", session.Run("#r \"nuget: Markdig\"\ntypeof(Markdig.Markdown).Assembly.GetName().Version >= new Version(0, 31)").Value);

    [Theory]
    [InlineData("#r \"nuget: MathNet.Numerics, 4.99.99\"", "MathNet.Numerics 4.99.99 could not be restored:\nNU1102: Unable to find package MathNet.Numerics with version (= 4.99.99)")]
    [InlineData("#r \"nuget: No.Such.Package.Of.Ours, 1.0.0\"", "No.Such.Package.Of.Ours 1.0.0 could not be restored:\nNU1101: Unable to find package")]
    [InlineData("#r \"nuget: a b\"", "Expected #r \"nuget: Name, version\", found #r \"nuget: a b\".")]
    public void A_package_that_cannot_be_had_is_named_and_does_not_spoil_the_next_cell(string directive, string message)
    {
        var error = session.Run(directive + "\nvar x = 1;").Error;
        Assert.Equal("PackageError", error?.Name);
        Assert.StartsWith(message, error?.Message, StringComparison.Ordinal);
        Assert.Equal("120", session.Run("#r \"nuget: MathNet.Numerics, 5.0.0\"\nMathNet.Numerics.SpecialFunctions.Factorial(5)").Value);
    }

    [Fact]
    public void A_restore_can_be_stopped()
    {
        var run = session.Run("#r \"nuget: No.Such.Package.Of.Ours, 2.0.0\"", TimeSpan.FromMilliseconds(100));
        Assert.Equal("Cancelled", run.Error?.Name);
        Assert.Equal("1", session.Run("1").Value);
    }

    [Fact]
    public void A_package_that_needs_another_version_of_what_is_in_use_asks_for_a_restart()
    {
        Assert.Null(session.Run("#r \"nuget: Markdig, 0.31.0\"\nvar html = Markdig.Markdown.ToHtml(\"a\");").Error);
        var error = session.Run("#r \"nuget: Markdig, 0.30.0\"").Error;
        Assert.Equal("PackageError", error?.Name);
        Assert.Equal("1", session.Run("1").Value);
    }
}
