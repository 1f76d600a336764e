namespace FromScratch;

/// <summary>A = X where X &gt; 0, else s∘X: a leaky ReLU that learns its slopes, one per unit; ∂L/∂sⱼ = Σᵢ min(Xᵢⱼ, 0)·dAᵢⱼ.</summary>
/// <param name="Slope">s, d entries; .25 is usual.</param> <remarks>Source: He, Zhang, Ren and Sun, Delving Deep into Rectifiers, 2015.</remarks>
public sealed record PReLU(Vector<Real> Slope) : Layer
{
    /// <inheritdoc/>
    public override int Outputs(int inputs) => Slope.Count == inputs ? inputs
        : throw new ArgumentException($"PReLU has {Slope.Count} slopes, but there are {inputs} inputs.", nameof(inputs));
    internal override IReadOnlyList<(Real[] Values, bool Decays)> Parameters => [(Slope.Values(), false)];
    internal override Layer Copy() => new PReLU(Own(Slope));

    internal override Matrix<Real> Forward(Matrix<Real> X, Pass pass)
    {
        var A = pass.Buffer("A", X.RowCount, X.ColumnCount);
        (pass.X = X).MapIndexed((_, j, x) => x > 0 ? x : Slope[j] * x, A, Zeros.Include);
        return A;
    }

    internal override Matrix<Real> Backward(Matrix<Real> dA, Pass pass, Layer gradient)
    {
        var (X, ds) = (pass.X, ((PReLU)gradient).Slope);
        ds.Clear();
        foreach (var (i, j, x) in X.EnumerateIndexed()) ds[j] += Math.Min(x, 0) * dA[i, j];
        dA.MapIndexedInplace((i, j, da) => X[i, j] > 0 ? da : Slope[j] * da, Zeros.Include);
        return dA;
    }
}
