namespace FromScratch;

/// <summary>(X, y): n examples, each with d features and a target.</summary>
/// <param name="Name">What the data are called.</param>
/// <param name="X">n×d, a row per example.</param> <param name="y">n targets: numbers, or class numbers 0, 1, ….</param>
/// <param name="FeatureNames">d names, with units: "speed (mph)".</param> <param name="TargetName">y, with its unit.</param>
/// <param name="Source">Who published the data, and when.</param>
public sealed record Dataset(string Name, Matrix<Real> X, Vector<Real> y, IReadOnlyList<string> FeatureNames, string TargetName, string Source)
{
    /// <summary>The names of the classes, so that class k is <c>ClassNames[k]</c>; empty where y is a quantity.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];
    /// <summary>n, the number of examples.</summary>
    public int Count => X.RowCount;

    /// <summary>The examples with the given row numbers, in that order; <see cref="ArgumentException"/> if not there.</summary>
    public Dataset Rows(IReadOnlyList<int> indices) => this with { X = X.Rows(indices), y = y.Entries(indices) };

    /// <summary>One line: the name, the shape and what predicts what.</summary>
    public override string ToString() => $"{Name}: {Count} examples, {X.ColumnCount} feature{(X.ColumnCount == 1 ? "" : "s")} → {TargetName}";
}
