using System.Text.RegularExpressions;

namespace FromScratch.Tests;

public partial class LibraryReadmeTests
{
    private static readonly string[] NotForReaders = ["Algebra/Lanes.cs", "Algebra/Shape.cs", "Algebra/Sums.cs", "Algebra/Valid.cs", "Functions/Shapes.cs", "Models/Flat.cs",
        "Training/Examples.cs"];

    private static string Lib => Path.Combine(Repository.Root, "lib");

    private static List<GroupCollection> Rows => [.. Row().Matches(File.ReadAllText(Path.Combine(Lib, "README.md"))).Select(match => match.Groups)];

    /// <summary>The first column of the table.</summary>
    internal static IEnumerable<string> Symbols => Rows.Select(row => row["symbol"].Value).Distinct();

    [Fact]
    public void Every_public_file_of_the_maths_stands_in_the_table()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Lib, "FromScratch"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Lib, "FromScratch"), file).Replace('\\', '/'));
        Assert.Equal(files.Except(NotForReaders).Where(file => !file.StartsWith("Algebra/Provider/", StringComparison.Ordinal)).Order(StringComparer.Ordinal), Rows.Select(row => row["file"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_public_type_stands_in_the_table_beside_its_own_file()
    {
        // What a file has beside the idea it is about, and the operators written as formulas.
        string[] beside = ["Activations", "Broadcasting", "Epoch", "IParameters", "Initializer", "Layer", "Loss", "OptimizerRun", "ParameterArithmetic",
            "Recurrent", "Schedule", "Tensor", "Training"];
        var types = typeof(Tensor).Assembly.GetExportedTypes().Where(type => !type.IsNested).Select(type => type.Name.Split('`')[0]);
        Assert.Equal([], types.Except(beside).Except(Rows.SelectMany(row => row["symbol"].Value.Split('.'))));
        Assert.All(Rows.Where(row => types.Contains(row["symbol"].Value)), row => Assert.Matches(
            $@"(class|record|struct|interface) {row["symbol"].Value}\b", File.ReadAllText(Path.Combine(Lib, "FromScratch", row["file"].Value))));
    }

    [Fact]
    public void A_folder_uses_only_the_ones_before_it()
    {
        var library = Path.Combine(Lib, "FromScratch");
        string[] folders = ["Algebra", "Data", "Functions", "Models", "Optimizers", "Training"];
        Assert.Contains(string.Join(", ", folders), File.ReadAllText(Path.Combine(Lib, "README.md")), StringComparison.Ordinal);
        var code = folders.ToDictionary(folder => folder, folder => Directory.EnumerateFiles(Path.Combine(library, folder), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Select(line => line.Split("//")[0]).ToList());
        var types = typeof(Tensor).Assembly.GetExportedTypes().Where(type => !type.IsNested).Select(type => type.Name.Split('`')[0]).ToList();
        string[] Named(string folder, string before) => [.. types.Where(type => code[folder].Any(line => Regex.IsMatch(line, $@"{before}(?<!\.)\b{type}\b")))];

        foreach (var (at, folder) in folders.Index())
            foreach (var later in folders[(at + 1)..])
                Assert.Equal([], Named(folder, "").Intersect(Named(later, "(class|record|interface|delegate \\w+) ")).Select(type => $"{folder} uses {type} of {later}"));
    }

    [Fact]
    public void Every_lesson_named_uses_the_symbol()
    {
        foreach (var row in Rows)
        {
            foreach (var lesson in row["lessons"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(lesson => lesson != "–"))
            {
                var notebook = Directory.EnumerateFiles(Repository.Notebooks, $"{lesson}-*.ipynb").Single();
                Assert.Contains(row["symbol"].Value, File.ReadAllText(notebook), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Every_test_file_named_tests_the_symbol()
    {
        foreach (var row in Rows)
        {
            var name = row["symbol"].Value.Split('.')[^1];
            Assert.Contains(name == "X * W + b" ? "+ b" : name, File.ReadAllText(Path.Combine(Lib, row["tests"].Value)), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"^\| `(?<symbol>[^`]+)` \| .+ \| \[(?<file>[^\]]+)\]\([^)]+\) \| (?<lessons>[\d –]+) \| \[[^\]]+\]\((?<tests>[^)]+)\) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
