namespace FromScratch;

/// <summary>A = X∘M/keep while the network trains, where Mᵢⱼ is 1 with probability keep, else 0; A = X afterwards.</summary>
/// <param name="Keep">The share of units that stay, above 0 up to 1, else <see cref="ArgumentException"/>.</param>
/// <remarks>Dividing by keep leaves the mean as it was. Source: deck 002, Dropout; Srivastava et al., JMLR 15, 2014.</remarks>
public sealed record Dropout(double Keep = 0.5) : Layer
{
    /// <summary>The share of units that stay.</summary>
    public double Keep { get; init => field = Valid.Kept(value, nameof(Keep)); } = Valid.Kept(Keep, nameof(Keep));
    /// <inheritdoc/>
    public override int Outputs(int inputs) => inputs;

    internal override Matrix<Real> Forward(Matrix<Real> X, Pass pass)
    {
        if (pass.Noise is not { } noise) return X;
        var (M, A) = (pass.Buffer("M", X.RowCount, X.ColumnCount), pass.Buffer("A", X.RowCount, X.ColumnCount));
        foreach (ref var m in M.Values().AsSpan()) m = noise.NextDouble() < Keep ? (Real)(1 / Keep) : 0;
        X.PointwiseMultiply(M, A);
        return A;
    }

    internal override Matrix<Real> Backward(Matrix<Real> dA, Pass pass, Layer gradient)
    {
        if (pass.Noise is not null) dA.PointwiseMultiply(pass.Buffer("M", 0, 0), dA);
        return dA;
    }
}
