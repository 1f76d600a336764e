namespace FromScratch;

/// <summary>The course's data sets, one call each. What each column is, and who may use it, stands in <c>data/README.md</c>.</summary>
/// <remarks>Every method throws <see cref="DirectoryNotFoundException"/> where the folder <c>data</c> cannot be found.</remarks>
public static class Datasets
{
    private static readonly Dictionary<string, string> Units = new()
    {
        ["speed"] = "mph",
        ["dist"] = "ft",
        ["mpg"] = "miles per US gallon",
        ["disp"] = "cubic inches",
        ["hp"] = "horsepower",
        ["wt"] = "1000 lb",
        ["qsec"] = "s per quarter mile",
        ["eruptions"] = "min",
        ["waiting"] = "min",
        ["sepal_length"] = "cm",
        ["sepal_width"] = "cm",
        ["petal_length"] = "cm",
        ["petal_width"] = "cm",
        ["hours"] = "h",
        ["size"] = "m²",
        ["price"] = "thousand euros",
    };

    /// <summary>Speed of a car (mph) → stopping distance (ft); 50 examples.</summary>
    public static Dataset Cars() => Numeric("cars", ["speed"], "dist", "Ezekiel, Methods of Correlation Analysis, 1930");

    /// <summary>Properties of 32 cars → fuel economy (miles per US gallon).</summary>
    /// <param name="features">Any of cyl, disp, hp, drat, wt, qsec, vs, am, gear, carb; the weight <c>wt</c> where none is named.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static Dataset Mtcars(params IReadOnlyList<string> features) =>
        Numeric("mtcars", features.Count > 0 ? features : ["wt"], "mpg", "Henderson and Velleman, Biometrics 37, 1981, after Motor Trend, 1974");

    /// <summary>x → y, one of four sets of 11 points with the same regression line.</summary>
    /// <param name="set">"I", "II", "III" or "IV".</param>
    /// <exception cref="ArgumentException">There is no such set.</exception>
    public static Dataset Anscombe(string set)
    {
        var all = Numeric("anscombe", ["x"], "y", "Anscombe, The American Statistician 27, 1973");
        var sets = Table("anscombe").Text("dataset");
        var rows = Enumerable.Range(0, all.Count).Where(i => sets[i] == set).ToArray();
        return rows.Length > 0 ? all.Rows(rows) with { Name = $"anscombe {set}" }
            : throw new ArgumentException($"Expected one of {string.Join(", ", sets.Distinct())}, found '{set}'.", nameof(set));
    }

    /// <summary>Measures of cell nuclei (569 samples) → malignant or benign. Malignant (M) is the positive class, 1; benign (B) is 0.</summary>
    /// <param name="features">Any columns but <c>diagnosis</c>; all 30 where none is named. The publisher names no units.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static Dataset BreastCancer(params IReadOnlyList<string> features) =>
        Classes("breast-cancer", features, "diagnosis", ["B", "M"], ["benign", "malignant"], "Wolberg, Mangasarian, Street and Street, 1993, DOI 10.24432/C5DW2B");

    /// <summary>Sepal and petal measures (cm) of 150 flowers → species: 0 setosa, 1 versicolor, 2 virginica.</summary>
    /// <param name="features">Any columns but <c>species</c>; all 4 where none is named.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static Dataset Iris(params IReadOnlyList<string> features) =>
        Classes("iris", features, "species", ["setosa", "versicolor", "virginica"], ["setosa", "versicolor", "virginica"], "Fisher, Annals of Eugenics 7, 1936, DOI 10.24432/C56C76");

    /// <summary>8×8 images of handwritten digits, pixels 0 … 16 → the digit 0 … 9; 1797 examples.</summary>
    public static Dataset Digits() => new("digits",
        IdxFile.ReadImages(DataFolder.PathTo("digits-images-idx3-ubyte.gz")), IdxFile.ReadLabels(DataFolder.PathTo("digits-labels-idx1-ubyte.gz")),
        [.. Enumerable.Range(0, 64).Select(k => $"pixel {k / 8},{k % 8} (0…16)")], "digit", "Alpaydin and Kaynak, 1998, DOI 10.24432/C50P49")
    { ClassNames = [.. Enumerable.Range(0, 10).Select(k => $"{k}")] };

    /// <summary>Length of an eruption of Old Faithful (min) → waiting time to the next (min); 272 examples.</summary>
    public static Dataset Faithful() => Numeric("faithful", ["eruptions"], "waiting", "Azzalini and Bowman, Applied Statistics 39, 1990");

    /// <summary>Hours of study (h) → passed, 1, or failed, 0; 28 students. Made up for this course: the classes overlap, and a few students study very long.</summary>
    public static Dataset StudyHours() => Classes("study-hours", ["hours"], "passed", ["0", "1"], ["failed", "passed"], "made up for this course");

    /// <summary>Size of a flat (m²) → price (thousand euros); 20 flats. Made up for this course.</summary>
    public static Dataset HousePrices() => Numeric("house-prices", ["size"], "price", "made up for this course");

    private static CsvTable Table(string name) => CsvTable.Read(DataFolder.PathTo($"{name}.csv"));

    private static string Label(string column) => column.Replace('_', ' ') + (Units.TryGetValue(column, out var unit) ? $" ({unit})" : "");

    private static Dataset Numeric(string name, IReadOnlyList<string> features, string target, string source)
    {
        var table = Table(name);
        return new(name, table.Matrix(features), table.Numbers(target), [.. features.Select(Label)], Label(target), source);
    }

    private static Dataset Classes(
        string name, IReadOnlyList<string> features, string target, List<string> codes, string[] classes, string source)
    {
        var table = Table(name);
        if (features.Count == 0) features = [.. table.Columns.Where(column => column != target)];
        var y = Vector<double>.Build.DenseOfEnumerable(table.Text(target).Select(code => codes.IndexOf(code) is >= 0 and var k
            ? (double)k
            : throw new InvalidDataException($"{name}.csv, column '{target}': expected one of {string.Join(", ", codes)}, found '{code}'.")));
        return new(name, table.Matrix(features), y, [.. features.Select(Label)], target, source) { ClassNames = classes };
    }
}
