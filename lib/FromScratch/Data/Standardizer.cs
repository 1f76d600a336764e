namespace FromScratch;

/// <summary>zᵢⱼ = (xᵢⱼ − μⱼ) / σⱼ: each feature with mean 0 and standard deviation 1. Fit it on training data only.</summary>
/// <param name="Mean">μ, d entries, in the units of the features.</param> <param name="Scale">σ (or s), alike, above 0.</param>
/// <remarks>Source: deck 001, turning a raw score into a z-score.</remarks>
public sealed record Standardizer(Vector<Real> Mean, Vector<Real> Scale)
{
    /// <summary>μⱼ = (1/n) Σᵢ xᵢⱼ and σⱼ = √((1/n) Σᵢ (xᵢⱼ − μⱼ)²), or s with 1/(n−1) in place of 1/n.</summary>
    /// <param name="X">n×d, n ≥ 2: the training data.</param>
    /// <param name="sample">false: σ, the spread of these examples. true: s, an estimate for what they were drawn from.</param>
    /// <exception cref="ArgumentException">X has fewer than 2 rows, a constant column, a NaN or infinite entry, or a spread whose square is too large or small for a number.</exception>
    public static Standardizer Fit(Matrix<Real> X, bool sample = false)
    {
        if (X.Given().RowCount < 2) throw new ArgumentException($"A spread needs at least 2 rows, but X is {X.ShapeText()}.", nameof(X));
        Shape.Finite(X);
        foreach (var (j, x) in X.EnumerateColumnsIndexed())
            if (x.All(entry => entry == x[0])) throw new ArgumentException(Invariant($"Column {j} of X is constant (always {x[0]}): ")
                + "it has no spread to divide by, and tells examples apart in no way. Drop it.", nameof(X));
        var mean = X.ColumnSums() / X.RowCount;
        var scale = ((X + -mean).PointwisePower(2).ColumnSums() / (sample ? X.RowCount - 1 : X.RowCount)).PointwiseSqrt();
        Shape.None(scale, s => !(s > 0 && double.IsFinite(s)), "the square of a spread must be a number above 0: measure that column in another unit", nameof(Scale));
        return new(mean, scale);
    }

    /// <summary>zᵢⱼ = (xᵢⱼ − μⱼ) / σⱼ for any X of d columns, else <see cref="ArgumentException"/>; μ and σ as fitted.</summary>
    public Matrix<Real> Transform(Matrix<Real> X) => X.Given().ColumnCount == Mean.Count
        ? X.MapIndexed((_, j, x) => (x - Mean[j]) / Scale[j], Zeros.Include)
        : throw new ArgumentException($"This standardizer was fitted on {Mean.Count} columns, but X is {X.ShapeText()}.", nameof(X));
}
