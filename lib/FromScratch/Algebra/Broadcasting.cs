namespace FromScratch;

/// <summary>Z = X·W + b, with the same b for every example.</summary>
public static class Broadcasting
{
    extension(Matrix<Real>)
    {
        /// <summary>Zᵢⱼ = Aᵢⱼ + bⱼ: the row vector b is added to each row of A.</summary>
        /// <param name="A">n×k.</param> <param name="b">k entries, else <see cref="ArgumentException"/>.</param>
        public static Matrix<Real> operator +(Matrix<Real> A, Vector<Real> b) => A.ColumnCount == b.Count
            ? A.MapIndexed((_, j, a) => a + b[j], Zeros.Include)
            : throw new ArgumentException(
                $"A + b: A is {A.ShapeText()}, so b needs {A.ColumnCount} entries, but it has {b.Count}.", nameof(b));
    }
}
