namespace FromScratch;

/// <summary>Z = X·W + b, with the same b for every example.</summary>
public static class Broadcasting
{
    extension(Matrix<Real>)
    {
        /// <summary>Zᵢⱼ = Aᵢⱼ + bⱼ: the row vector b is added to each row of A.</summary>
        /// <param name="A">n×k.</param> <param name="b">k entries, else <see cref="ArgumentException"/>.</param>
        public static Matrix<Real> operator +(Matrix<Real> A, Vector<Real> b)
        {
            if (A.Given().ColumnCount != b.Given().Count)
                throw new ArgumentException($"A + b: A is {A.ShapeText()}, so b needs {A.ColumnCount} entries, but it has {b.Count}.", nameof(b));
            var sum = Matrix<Real>.Build.DenseOfMatrix(A);
            for (var j = 0; j < b.Count; j++) TensorPrimitives.Add(sum.ColumnOf(j), b[j], sum.ColumnOf(j));
            return sum;
        }
    }
}
