using static FromScratch.Loss;

namespace FromScratch;

/// <summary>ŷ = X·w + b, for X, n×d, a row per example, and n targets y.</summary>
/// <param name="Weights">w, d entries, in units of y per unit of feature.</param> <param name="Bias">b, in units of y.</param>
/// <remarks>Throws <see cref="ArgumentException"/> where the shapes do not fit. Source: deck 003, Linear Regression;
/// Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §3.2.</remarks>
public sealed record LinearRegression(Vector<Real> Weights, double Bias) : IParameters<LinearRegression>
{
    /// <summary>w = 0, b = 0, for d ≥ 1 features.</summary>
    public static LinearRegression Zero(int d) => new(Vector<Real>.Build.Dense(Valid.Count(d)), 0);

    /// <summary>ŷ = X·w + b: n predictions, in units of y.</summary>
    public Vector<Real> Predict(Matrix<Real> X) => X.Times(Weights, plus: Bias);

    /// <summary>L = (1/n) Σᵢ (ŷᵢ − yᵢ)²: the mean squared error, n ≥ 1.</summary>
    public double Loss(Matrix<Real> X, Vector<Real> y) => MeanSquaredError(Predict(X), y);

    /// <summary>∂L/∂w = (2/n) Xᵀ(ŷ − y) and ∂L/∂b = (2/n) Σᵢ (ŷᵢ − yᵢ), for the mean squared error, n ≥ 1.</summary>
    public LinearRegression Gradient(Matrix<Real> X, Vector<Real> y)
    {
        var dŷ = MeanSquaredErrorGradient(Predict(X), y);
        return new(X.TransposeThisAndMultiply(dŷ), Sums.Add<Real>(dŷ.Values()));
    }

    /// <summary>(b, w) = (AᵀA)⁻¹Aᵀy with A = [1 X]: where the gradient is zero. Solved as R·(b, w) = Qᵀy.</summary>
    /// <exception cref="ArgumentException">n &lt; d + 1, a column of X is a linear combination of the others and a constant, an
    /// entry is not finite, or the shapes do not fit.</exception>
    public static LinearRegression NormalEquation(Matrix<Real> X, Vector<Real> y)
    {
        Shape.OneEntryPerRow(X, y);
        Shape.Finite(X);
        Shape.None(y, value => !double.IsFinite(value), "every entry must be a finite number");
        var (n, d) = (X.RowCount, X.ColumnCount);
        if (n < d + 1) throw new ArgumentException(
            $"X is {X.ShapeText()}: {d} weights and a bias need at least {d + 1} rows, but there are {n}.", nameof(X));
        var A = X.InsertColumn(0, Vector<Real>.Build.Dense(n, 1));
        var QR = A.QR();
        // |Rⱼⱼ| is what is left of column j once the columns before it are taken out.
        for (var j = 1; j <= d; j++)
            if (Math.Abs(QR.R[j, j]) <= (sizeof(Real) == 8 ? 1e-10 : 1e-5) * A.Column(j).L2Norm())
                throw new ArgumentException($"Column {j - 1} of X is constant or a linear combination of the columns before it: "
                    + "many lines fit equally well. Drop it.", nameof(X));
        var theta = QR.Solve(y);
        return new(theta.SubVector(1, d), theta[0]);
    }

    /// <summary>θ = (w₀, …, w_d₋₁, b).</summary>
    public Vector<Real> ToVector() => Flat.Of(Weights, Bias);
    /// <inheritdoc/>
    public LinearRegression FromVector(Vector<Real> theta) => new(Flat.Weights(theta, Weights.Count), theta[^1]);
    /// <summary>w and b to four significant digits.</summary>
    public override string ToString() => Flat.Text(Weights, Bias);
}
