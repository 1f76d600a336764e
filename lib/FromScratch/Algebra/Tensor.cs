namespace FromScratch;

/// <summary>Vectors and matrices written as on the board: <c>Vec(1, 2, 3)</c>, <c>Mat([1, 2], [3, 4])</c>.</summary>
/// <remarks>Throws <see cref="ArgumentException"/> for no entries, ragged rows, or a position that is not there.</remarks>
public static class Tensor
{
    /// <summary>v = (v₀, …, vₙ₋₁), n ≥ 1.</summary>
    public static Vector<Real> Vec(params double[] values) => values.Given().Length > 0
        ? Vector<Real>.Build.Dense(values.Length, i => (Real)values[i])
        : throw new ArgumentException("A vector needs at least one entry.", nameof(values));
    /// <summary>M with n ≥ 1 rows of d ≥ 1 numbers each: <c>Mat([1, 2], [3, 4], [5, 6])</c> is 3×2.</summary>
    public static Matrix<Real> Mat(params double[][] rows)
    {
        if (rows.Given().Length == 0 || rows.Contains(null) || rows[0].Length == 0)
            throw new ArgumentException("A matrix needs at least one row with at least one entry.", nameof(rows));
        var (d, ragged) = (rows[0].Length, Array.FindIndex(rows, row => row.Length != rows[0].Length));
        return ragged < 0 ? Matrix<Real>.Build.Dense(rows.Length, d, (i, j) => (Real)rows[i][j]) : throw new ArgumentException(
            $"Every row needs as many entries as row 0, which has {d}, but row {ragged} has {rows[ragged].Length}.", nameof(rows));
    }

    /// <summary>n×d, for messages and for a look at the data: "5×3".</summary>
    public static string ShapeText(this Matrix<Real> X) => $"{X.Given().RowCount}×{X.ColumnCount}";
    /// <summary>m×d: the rows of X, n×d, with the m given numbers, 0 … n−1, in that order; a row may be chosen twice.</summary>
    public static Matrix<Real> Rows(this Matrix<Real> X, IReadOnlyList<int> indices) =>
        Matrix<Real>.Build.Dense(Shape.Within(indices, X.Given().RowCount).Count, X.ColumnCount, (i, j) => X[indices[i], j]);
    /// <summary>The m entries of v at the given positions, 0 … n−1, in that order; an entry may be chosen twice.</summary>
    public static Vector<Real> Entries(this Vector<Real> v, IReadOnlyList<int> indices) =>
        Vector<Real>.Build.Dense(Shape.Within(indices, v.Given().Count).Count, i => v[indices[i]]);
}
