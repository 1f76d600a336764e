namespace FromScratch;

/// <summary>zᵢⱼ = (xᵢⱼ − μⱼ) / σⱼ: every feature with mean 0 and standard deviation 1. Fit it on the training data only.</summary>
/// <param name="Mean">μ, d entries, each in the unit of its feature.</param>
/// <param name="Scale">σ (or s), d entries above 0, each in the unit of its feature.</param>
/// <remarks>Source: deck 001, turning a raw score into a z-score.</remarks>
public sealed record Standardizer(Vector<double> Mean, Vector<double> Scale)
{
    /// <summary>μⱼ = (1/n) Σᵢ xᵢⱼ and σⱼ = √((1/n) Σᵢ (xᵢⱼ − μⱼ)²), or s with 1/(n−1) in place of 1/n.</summary>
    /// <param name="X">n×d, n ≥ 2: the training data.</param>
    /// <param name="sample">false: σ, the spread of these n examples (population). true: s, which estimates the spread of what they were drawn from.</param>
    /// <exception cref="ArgumentException">There are fewer than 2 rows, an entry is not finite, or a column is constant.</exception>
    public static Standardizer Fit(Matrix<double> X, bool sample = false)
    {
        if (X.RowCount < 2) throw new ArgumentException($"A spread needs at least 2 rows, but X is {X.ShapeText()}.", nameof(X));
        Shape.Finite(X, nameof(X));
        foreach (var (j, x) in X.EnumerateColumnsIndexed())
            if (x.Minimum() == x.Maximum())
                throw new ArgumentException(FormattableString.Invariant($"Column {j} of X is constant (always {x[0]}): it has no spread to divide by, and tells examples apart in no way. Drop it."), nameof(X));
        var mean = X.ColumnSums() / X.RowCount;
        var squares = (X + -mean).PointwisePower(2).ColumnSums();
        return new(mean, (squares / (sample ? X.RowCount - 1 : X.RowCount)).PointwiseSqrt());
    }

    /// <summary>zᵢⱼ = (xᵢⱼ − μⱼ) / σⱼ, with the mean and spread of the data it was fitted on.</summary>
    /// <param name="X">n×d, any data with the same features.</param>
    /// <exception cref="ArgumentException">X does not have d columns.</exception>
    public Matrix<double> Transform(Matrix<double> X)
    {
        SameFeatures(X, nameof(X));
        return X.MapIndexed((_, j, x) => (x - Mean[j]) / Scale[j], Zeros.Include);
    }

    /// <summary>xᵢⱼ = μⱼ + σⱼ·zᵢⱼ: back to the units of the data.</summary>
    /// <param name="Z">n×d.</param>
    /// <exception cref="ArgumentException">Z does not have d columns.</exception>
    public Matrix<double> Inverse(Matrix<double> Z)
    {
        SameFeatures(Z, nameof(Z));
        return Z.MapIndexed((_, j, z) => Mean[j] + Scale[j] * z, Zeros.Include);
    }

    private void SameFeatures(Matrix<double> X, string name)
    {
        if (X.ColumnCount != Mean.Count)
            throw new ArgumentException($"This standardizer was fitted on {Mean.Count} columns, but {name} is {X.ShapeText()}.", name);
    }
}
