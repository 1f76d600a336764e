namespace FromScratch;

/// <summary>Aᵢⱼ = max of the p entries Xᵢ,ⱼₚ … Xᵢ,ⱼₚ₊ₚ₋₁: p linear pieces of the layer before make one learnt activation.</summary>
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
        (pass.X = X).MapIndexed((i, j, x) => A[i, j / Pieces] = j % Pieces == 0 || !(x <= A[i, j / Pieces]) ? x : A[i, j / Pieces],
            pass.Buffer("dX", X.RowCount, X.ColumnCount), Zeros.Include);
        return A;
    }

    internal override Matrix<Real> Backward(Matrix<Real> dA, Pass pass, Layer gradient)
    {
        var (A, dX) = (pass.Buffer("A", 0, 0), pass.Buffer("dX", 0, 0));
        for (var i = 0; i < dX.RowCount; i++)
            for (var (j, taken) = (0, false); j < dX.ColumnCount; j++)
            {
                if (j % Pieces == 0) taken = false;
                var wins = !taken && pass.X[i, j] == A[i, j / Pieces];
                (dX[i, j], taken) = (wins ? dA[i, j / Pieces] : 0, taken || wins);
            }
        return dX;
    }
}
