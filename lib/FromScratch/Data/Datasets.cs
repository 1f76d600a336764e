namespace FromScratch;

/// <summary>The course's data sets, one call each. What each column is, and who may use it: <c>data/README.md</c>.</summary>
/// <remarks>Throws <see cref="DirectoryNotFoundException"/> where the folder <c>data</c> cannot be found, and
/// <see cref="ArgumentException"/> where there is no such feature or set.</remarks>
public static class Datasets
{
    /// <summary>Speed of a car (mph) → stopping distance (ft); 50 examples.</summary>
    public static Dataset Cars() => Load("cars", ["speed"], "dist", "Ezekiel, Methods of Correlation Analysis, 1930");
    /// <summary>Properties of 32 cars → fuel economy (miles per US gallon).</summary>
    /// <param name="features">Any of cyl, disp, hp, drat, wt, qsec, vs, am, gear, carb; the weight wt if none is named.</param>
    public static Dataset Mtcars(params IReadOnlyList<string> features) => Load("mtcars", features.Given().Count > 0 ? features : ["wt"],
        "mpg", "Henderson and Velleman, Biometrics 37, 1981, after Motor Trend, 1974");

    /// <summary>x → y, one of four sets, "I" to "IV", of 11 points with the same regression line.</summary>
    public static Dataset Anscombe(string set)
    {
        var all = Load("anscombe", ["x"], "y", "Anscombe, The American Statistician 27, 1973");
        var sets = CsvTable.Read(DataFolder.PathTo("anscombe.csv")).Text("dataset");
        return sets.Contains(set)
            ? all.Rows([.. Enumerable.Range(0, all.Count).Where(i => sets[i] == set)]) with { Name = $"anscombe {set}" }
            : throw new ArgumentException($"Expected one of {string.Join(", ", sets.Distinct())}, found '{set}'.", nameof(set));
    }

    /// <summary>Measures of cell nuclei (569 samples) → malignant ("M"), the positive class 1, or benign, 0.</summary>
    /// <param name="features">Any columns but <c>diagnosis</c>; all 30 if none is named. The publisher names no units.</param>
    public static Dataset BreastCancer(params IReadOnlyList<string> features) =>
        Load("breast-cancer", features, "diagnosis", "Wolberg, Mangasarian, Street and Street, 1993, DOI 10.24432/C5DW2B", "B", "M") with
        { ClassNames = ["benign", "malignant"] };
    /// <summary>Sepal and petal measures (cm) of 150 flowers → species: 0 setosa, 1 versicolor, 2 virginica.</summary>
    /// <param name="features">Any columns but <c>species</c>; all 4 if none is named.</param>
    public static Dataset Iris(params IReadOnlyList<string> features) => Load("iris", features, "species",
        "Fisher, Annals of Eugenics 7, 1936, DOI 10.24432/C56C76", "setosa", "versicolor", "virginica");
    /// <summary>8×8 images of handwritten digits, pixels 0 … 16 → the digit 0 … 9; 1797 examples.</summary>
    public static Dataset Digits() => Images("digits", IdxFile.ReadImages(DataFolder.PathTo("digits-images-idx3-ubyte.gz")),
        IdxFile.ReadLabels(DataFolder.PathTo("digits-labels-idx1-ubyte.gz")), side: 8, white: 16, "Alpaydin and Kaynak, 1998, DOI 10.24432/C50P49");
    /// <summary>Length of an eruption of Old Faithful (min) → waiting time to the next (min); 272 examples.</summary>
    public static Dataset Faithful() => Load("faithful", ["eruptions"], "waiting", "Azzalini and Bowman, Applied Statistics 39, 1990");
    /// <summary>Hours of study (h) → passed, 1, or failed, 0; 28 students; classes overlap, a few study very long.</summary>
    public static Dataset StudyHours() =>
        Load("study-hours", ["hours"], "passed", "made up for this course", "0", "1") with { ClassNames = ["failed", "passed"] };
    /// <summary>Size of a flat (m²) → price (thousand euros); 20 flats.</summary>
    public static Dataset HousePrices() => Load("house-prices", ["size"], "price", "made up for this course");

    /// <summary>Images of digits, side×side pixels, 0 … white.</summary>
    internal static Dataset Images(string name, Matrix<Real> X, Vector<Real> y, int side, int white, string source) =>
        new(name, X, y, [.. Enumerable.Range(0, side * side).Select(k => $"pixel {k / side},{k % side} (0…{white})")], "digit", source)
        { ClassNames = [.. "0123456789".Select(digit => $"{digit}")] };

    // Where the target is a class, class k is the k-th of the codes in the file.
    private static Dataset Load(string name, IReadOnlyList<string> features, string target, string source, params string[] codes)
    {
        var table = CsvTable.Read(DataFolder.PathTo($"{name}.csv"));
        double Class(string code) => Array.IndexOf(codes, code) is >= 0 and var k ? k : throw new InvalidDataException(
            $"{name}.csv, column '{target}': expected one of {string.Join(", ", codes)}, found '{code}'.");
        var y = codes.Length == 0 ? table.Numbers(target) : Tensor.Vec([.. table.Text(target).Select(Class)]);
        if (features.Given().Count == 0) features = [.. table.Columns.Where(column => column != target)];
        return new(name, table.Matrix(features), y, [.. features.Select(Label)], Label(target), source) { ClassNames = codes };
    }

    private static string Label(string column) =>
        column.Replace('_', ' ') + (Array.Find(Units, known => known.Column == column).Unit is { } unit ? $" ({unit})" : "");

    private static readonly (string Column, string Unit)[] Units =
    [
        ("speed", "mph"), ("dist", "ft"), ("eruptions", "min"), ("waiting", "min"), ("hours", "h"), ("size", "m²"),
        ("mpg", "miles per US gallon"), ("disp", "cubic inches"), ("wt", "1000 lb"), ("qsec", "s per quarter mile"),
        ("price", "thousand euros"), ("hp", "horsepower"),
        ("sepal_length", "cm"), ("sepal_width", "cm"), ("petal_length", "cm"), ("petal_width", "cm"),
    ];
}
