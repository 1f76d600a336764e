namespace FromScratch;

/// <summary>Aᵢⱼ = max of the p entries Xᵢ,ⱼₚ … Xᵢ,ⱼₚ₊ₚ₋₁: p linear pieces of the layer before make one learnt activation. NaN for NaN.</summary>
/// <param name="Pieces">p ≥ 1; it divides the number of inputs.</param>
/// <remarks>The gradient goes to the largest, the first of equals. Source: Goodfellow et al., Maxout Networks, 2013.</remarks>
public sealed record Maxout(int Pieces) : Layer
{
    /// <inheritdoc/>
    public override int Outputs(int inputs) => Pieces >= 1 && inputs % Pieces == 0 ? inputs / Pieces
        : throw new ArgumentException($"Maxout takes groups of {Pieces}, at least 1, but there are {inputs} inputs.", nameof(inputs));

    internal override Matrix<Real> Forward(Matrix<Real> X, Pass pass)
    {
        var A = pass.Buffer("A", X.RowCount, X.ColumnCount / Pieces);
        pass.X = X;
        Array.Fill(A.Values(), Real.NegativeInfinity);
        for (var j = 0; j < X.ColumnCount; j++) TensorPrimitives.Max(A.ColumnOf(j / Pieces), X.ColumnOf(j), A.ColumnOf(j / Pieces));
        return A;
    }

    internal override Matrix<Real> Backward(Matrix<Real> dA, Pass pass, Layer gradient)
    {
        var (X, A, dX) = (pass.X, pass.Buffer("A", 0, 0), pass.Buffer("dX", dA.RowCount, dA.ColumnCount * Pieces));
        for (var j = 0; j < dX.ColumnCount; j++)
            for (var i = 0; i < dX.RowCount; i++)
            {
                var wins = X[i, j] == A[i, j / Pieces];
                dX[i, j] = wins ? dA[i, j / Pieces] : 0;
                if (wins) dA[i, j / Pieces] = 0;                                                // nothing is left for its equals
            }
        return dX;
    }
}
