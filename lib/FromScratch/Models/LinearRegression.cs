using static FromScratch.Loss;

namespace FromScratch;

/// <summary>ŷ = X·w + b.</summary>
/// <param name="Weights">w, d entries, each in units of y per unit of its feature.</param>
/// <param name="Bias">b, in units of y.</param>
/// <remarks>Source: deck 003, Linear Regression; Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §3.2.</remarks>
public sealed record LinearRegression(Vector<double> Weights, double Bias) : IParameters<LinearRegression>
{
    /// <summary>w = 0, b = 0.</summary>
    /// <param name="d">The number of features, ≥ 1.</param>
    public static LinearRegression Zero(int d) => new(Vector<double>.Build.Dense(d), 0);

    /// <summary>ŷ = X·w + b.</summary>
    /// <param name="X">n×d, a row per example.</param>
    /// <returns>n predictions, in units of y.</returns>
    /// <exception cref="ArgumentException">X does not have d columns.</exception>
    public Vector<double> Predict(Matrix<double> X)
    {
        var (w, b) = this;
        Shape.Product(X, w);
        return X * w + b;
    }

    /// <summary>L = (1/n) Σᵢ (ŷᵢ − yᵢ)²: the mean squared error.</summary>
    /// <param name="X">n×d.</param>
    /// <param name="y">n targets.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or n = 0.</exception>
    public double Loss(Matrix<double> X, Vector<double> y)
    {
        Shape.OneEntryPerRow(X, y);
        return MeanSquaredError(Predict(X), y);
    }

    /// <summary>∂L/∂w = (2/n) Xᵀ(ŷ − y) and ∂L/∂b = (2/n) Σᵢ (ŷᵢ − yᵢ), for the mean squared error.</summary>
    /// <param name="X">n×d.</param>
    /// <param name="y">n targets.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or n = 0.</exception>
    public LinearRegression Gradient(Matrix<double> X, Vector<double> y)
    {
        Shape.OneEntryPerRow(X, y);
        var dŷ = MeanSquaredErrorGradient(Predict(X), y);
        return new(X.TransposeThisAndMultiply(dŷ), dŷ.Sum());
    }

    /// <summary>(b, w) = (AᵀA)⁻¹Aᵀy with A = [1 X]: where the gradient of the mean squared error is zero. Solved as R·(b, w) = Qᵀy.</summary>
    /// <param name="X">n×d, n ≥ d + 1, no column a linear combination of the others and a constant.</param>
    /// <param name="y">n targets.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, an entry is not finite, n &lt; d + 1, or the columns are collinear.</exception>
    public static LinearRegression NormalEquation(Matrix<double> X, Vector<double> y)
    {
        Shape.OneEntryPerRow(X, y);
        Shape.Finite(X, nameof(X));
        Shape.Finite(y, nameof(y));
        var (n, d) = (X.RowCount, X.ColumnCount);
        if (n < d + 1)
            throw new ArgumentException($"X is {X.ShapeText()}: {d} weights and a bias need at least {d + 1} rows, but there are {n}.", nameof(X));

        var A = X.InsertColumn(0, Vector<double>.Build.Dense(n, 1));
        var QR = A.QR();
        // |Rⱼⱼ| is what is left of column j once the columns before it are taken out.
        for (var j = 1; j <= d; j++)
            if (Math.Abs(QR.R[j, j]) <= 1e-10 * A.Column(j).L2Norm())
                throw new ArgumentException($"Column {j - 1} of X is constant or a linear combination of the columns before it: many lines fit equally well. Drop it.", nameof(X));
        var theta = QR.Solve(y);
        return new(theta.SubVector(1, d), theta[0]);
    }

    /// <summary>θ = (w₀, …, w_d₋₁, b).</summary>
    public Vector<double> ToVector() => Flat.Of(Weights, Bias);

    /// <inheritdoc/>
    public LinearRegression FromVector(Vector<double> theta) => new(Flat.Weights(theta, Weights.Count), theta[^1]);

    /// <summary>w and b to four significant digits.</summary>
    public override string ToString() => Flat.Text(Weights, Bias);
}
