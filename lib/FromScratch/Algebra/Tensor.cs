namespace FromScratch;

/// <summary>Vectors and matrices written as on the board: <c>Vec(1, 2, 3)</c>, <c>Mat([1, 2], [3, 4])</c>.</summary>
public static class Tensor
{
    /// <summary>v = (v₀, …, vₙ₋₁).</summary>
    /// <param name="values">The n entries, n ≥ 1.</param>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public static Vector<double> Vec(params double[] values)
    {
        if (values.Length == 0) throw new ArgumentException("A vector needs at least one entry.", nameof(values));
        return Vector<double>.Build.DenseOfArray(values);
    }

    /// <summary>M with the given rows: <c>Mat([1, 2], [3, 4], [5, 6])</c> is 3×2.</summary>
    /// <param name="rows">n ≥ 1 rows of d ≥ 1 numbers each.</param>
    /// <exception cref="ArgumentException">There are no rows, the rows are empty, or their lengths differ.</exception>
    public static Matrix<double> Mat(params double[][] rows)
    {
        if (rows.Length == 0 || rows[0].Length == 0)
            throw new ArgumentException("A matrix needs at least one row with at least one entry.", nameof(rows));
        var ragged = Array.FindIndex(rows, row => row.Length != rows[0].Length);
        if (ragged >= 0)
            throw new ArgumentException(
                $"Every row needs as many entries as row 0, which has {rows[0].Length}, but row {ragged} has {rows[ragged].Length}.", nameof(rows));
        return Matrix<double>.Build.DenseOfRowArrays(rows);
    }

    /// <summary>n×d, for messages and for a look at the data: "5×3".</summary>
    /// <param name="X">Any matrix.</param>
    public static string ShapeText(this Matrix<double> X) => $"{X.RowCount}×{X.ColumnCount}";

    /// <summary>The chosen rows, in the order given; a row may be chosen twice.</summary>
    /// <param name="X">n×d.</param>
    /// <param name="indices">m row numbers, 0 … n−1; the result is m×d.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is not a row of X.</exception>
    public static Matrix<double> Rows(this Matrix<double> X, IReadOnlyList<int> indices) =>
        Matrix<double>.Build.Dense(indices.Count, X.ColumnCount, (i, j) => X[indices[i], j]);

    /// <summary>The chosen entries, in the order given; an entry may be chosen twice.</summary>
    /// <param name="v">n entries.</param>
    /// <param name="indices">m positions, 0 … n−1; the result has m entries.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is not an entry of v.</exception>
    public static Vector<double> Entries(this Vector<double> v, IReadOnlyList<int> indices) =>
        Vector<double>.Build.Dense(indices.Count, i => v[indices[i]]);
}
