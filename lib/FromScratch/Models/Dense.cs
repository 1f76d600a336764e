namespace FromScratch;

/// <summary>A = f(X·W + b): every output sees every input.</summary>
/// <param name="Weights">W, d×k.</param> <param name="Bias">b, k entries.</param> <param name="Activation">f.</param>
/// <remarks>Source: deck 002, Backward Propagation in matrix form; Goodfellow, Bengio and Courville, Deep Learning, §6.5.</remarks>
public sealed record Dense(Matrix<Real> Weights, Vector<Real> Bias, Activation Activation) : Layer
{
    /// <inheritdoc/>
    public override int Outputs(int inputs) => inputs == Weights.RowCount && Bias.Count == Weights.ColumnCount ? Bias.Count
        : throw new ArgumentException($"X·W + b: X has {inputs} columns, W is {Weights.ShapeText()} and b has {Bias.Count} entries.");
    internal override IReadOnlyList<(Real[] Values, bool Decays)> Parameters => [(Weights.Values(), true), (Bias.Values(), false)];
    internal override Layer Copy() => this with { Weights = Own(Weights), Bias = Own(Bias) };

    internal override Matrix<Real> Forward(Matrix<Real> X, Pass pass)
    {
        var ((W, b, f), n) = (this, X.RowCount);
        var (Z, A) = (pass.Buffer("Z", n, b.Count), pass.Buffer("A", n, b.Count));
        pass.X = X;
        X.Multiply(W, Z);                                                                // Z = X·W + b
        for (var j = 0; j < b.Count; j++) TensorPrimitives.Add(Z.ColumnOf(j), b[j], Z.ColumnOf(j));
        f.Value(Z.Values(), A.Values());                                                 // A = f(Z)
        return A;
    }

    internal override Matrix<Real> Backward(Matrix<Real> dA, Pass pass, Layer gradient)
    {
        var ((W, _, f), (dW, db, _), dZ) = (this, (Dense)gradient, dA);
        f.Backward(pass.Buffer("Z", 0, 0).Values(), pass.Buffer("A", 0, 0).Values(), dZ.Values()); // dZ = dA ∘ f′(Z)
        pass.X.TransposeThisAndMultiply(dZ, dW);                                         // dW = Xᵀ·dZ
        for (var j = 0; j < db.Count; j++) db[j] = Sums.Add<Real>(dZ.ColumnOf(j));       // db = Σᵢ dZᵢ
        if (pass.First) return dZ;
        var dX = pass.Buffer("dX", dZ.RowCount, W.RowCount);
        dZ.TransposeAndMultiply(W, dX);                                                  // dX = dZ·Wᵀ
        return dX;
    }
}
