namespace FromScratch;

/// <summary>x, x², …, x^d: features with which a linear model draws a curve.</summary>
/// <remarks>Source: deck 002, polynomial fits; Bishop, Pattern Recognition and Machine Learning, §1.1.</remarks>
public static class Polynomial
{
    /// <summary>Xᵢⱼ = xᵢʲ⁺¹: n×d, for n numbers x and the degree d ≥ 1, else <see cref="ArgumentException"/>.</summary>
    public static Matrix<Real> Features(Vector<Real> x, int degree) =>
        Matrix<Real>.Build.Dense(x.Given().Count, Valid.Count(degree), (i, j) => (Real)Math.Pow(x[i], j + 1));
}
