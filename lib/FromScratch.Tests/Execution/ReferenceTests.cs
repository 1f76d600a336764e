using FromScratch.Notebooks;

namespace FromScratch.Tests.Execution;

public sealed class ReferenceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("from-scratch-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string CopyLibrary()
    {
        var path = Path.Combine(folder, "Engine.dll");
        File.Copy(typeof(Session).Assembly.Location, path);
        return path;
    }

    [Fact]
    public void A_library_is_found_relative_to_the_notebooks_folder()
    {
        Directory.CreateDirectory(Path.Combine(folder, "notebooks"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "MathNet.Numerics.dll"), Path.Combine(folder, "MathNet.Numerics.dll"));
        var session = new TestSession(Path.Combine(folder, "notebooks"));
        var run = session.Run("#r \"../MathNet.Numerics.dll\"\nMathNet.Numerics.SpecialFunctions.Factorial(5)");
        Assert.Equal("120", run.Value);
    }

    [Fact]
    public void A_library_in_use_can_be_overwritten()
    {
        var path = CopyLibrary();
        var session = new TestSession(folder);
        Assert.Null(session.Run("#r \"Engine.dll\"\nvar one = 1;").Error);
        File.WriteAllBytes(path, [1, 2, 3]);
        File.Delete(path);
        Assert.Equal("1", session.Run("one").Value);
    }

    [Fact]
    public void A_library_that_cannot_be_read_is_an_error_of_its_cell()
    {
        var path = CopyLibrary();
        var session = new TestSession(folder);
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var run = session.Run("#r \"Engine.dll\"\nvar one = 1;");
            Assert.Equal("IOException", run.Error?.Name);
            Assert.Contains("Engine.dll", run.Error?.Message, StringComparison.Ordinal);
            Assert.IsType<ErrorOutput>(Assert.Single(run.Outputs));
        }

        Assert.Equal("1", session.Run("#r \"Engine.dll\"\n1").Value);
    }

    [Fact]
    public void A_library_that_changed_on_disk_is_told_and_the_old_one_stays_in_use()
    {
        var path = CopyLibrary();
        var session = new TestSession(folder);
        const string Setup = "#r \"Engine.dll\"\n1";
        Assert.Empty(session.Run(Setup).Text);
        Assert.Empty(session.Run(Setup).Text);
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path), 0]);
        var run = session.Run(Setup);
        Assert.Equal(("Engine.dll has changed since it was loaded. The old one stays in use; restart to use the new one.\n", "1"), (run.Text, run.Value));
    }

    [Theory]
    [InlineData("FromScratch")]
    [InlineData("FromScratch.Single")]
    public void A_library_that_is_named_but_not_called_makes_products_fast(string library)
    {
        var built = Path.Combine(Repository.Root, "lib", "bin");
        const string Provider = "MathNet.Numerics.Providers.LinearAlgebra.LinearAlgebraControl.Provider.ToString()";
        Assert.Equal("Managed", new TestSession(built).Run("#r \"MathNet.Numerics.dll\"\n" + Provider).Value);
        var run = new TestSession(built).Run($"#r \"MathNet.Numerics.dll\"\n#r \"{library}.dll\"\n{Provider}");
        Assert.StartsWith("FromScratch (", run.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_library_needs_is_found_beside_it()
    {
        foreach (var name in new[] { "FromScratch.dll", "MathNet.Numerics.dll" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, name), Path.Combine(folder, name));
        }

        var session = new TestSession(folder);
        var run = session.Run("#r \"FromScratch.dll\"\nFromScratch.Tensor.Vec(1, 2).Sum()");
        Assert.Equal("3", run.Value);
    }

    [Fact]
    public void A_script_is_loaded_relative_to_the_notebooks_folder()
    {
        File.WriteAllText(Path.Combine(folder, "helper.csx"), "int Twice(int x) => 2 * x;");
        Assert.Equal("8", new TestSession(folder).Run("#load \"helper.csx\"\nTwice(4)").Value);
    }

    [Fact]
    public void An_error_in_a_loaded_script_names_the_script()
    {
        File.WriteAllText(Path.Combine(folder, "bad.csx"), "int x = y;");
        var error = new TestSession(folder).Run("#load \"bad.csx\"").Error;
        Assert.StartsWith("bad.csx (1,9): CS0103", error?.Message, StringComparison.Ordinal);
    }
}
