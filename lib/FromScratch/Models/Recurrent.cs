namespace FromScratch;

/// <summary>Z_t = X_t·U + H_{t−1}·W + b for t = 1 … T, H₀ = 0: a layer with memory, the same at every step of a sequence.</summary>
/// <param name="InputWeights">U, d×(g·h), for a cell with g gates of h units.</param> <param name="StateWeights">W, h×(g·h).</param>
/// <param name="Bias">b, g·h entries.</param> <param name="EveryStep">Whether each H_t is put out, or only the last.</param>
/// <remarks>X is n×(T·d), step after step; T may be another in every batch. The output is H_T, n×h, or, for every step, (T·n)×h: all
/// sequences at the first step, then all at the second, … so that targets are Y, n×T, and a dense layer behind is shared by the steps.
/// Of k &gt; 1 numbers a step, targets are one column, (T·n·k)×1: the output's columns, one below the other.
/// Backward is backpropagation through time. Source: deck 002, RNN; Goodfellow, Bengio and Courville, Deep Learning, §10.2.2.</remarks>
public abstract record Recurrent(Matrix<Real> InputWeights, Matrix<Real> StateWeights, Vector<Real> Bias, bool EveryStep) : Layer
{
    /// <summary>h, the units of the state.</summary>
    public int Units => StateWeights.RowCount;
    /// <summary>g: how often h units are computed from the input and the state.</summary>
    protected abstract int Gates { get; }

    /// <inheritdoc/>
    public override int Outputs(int inputs) => inputs > 0 && inputs % InputWeights.RowCount == 0 && InputWeights.ColumnCount == Gates * Units
        && StateWeights.ColumnCount == Gates * Units && Bias.Count == Gates * Units ? Units : throw new ArgumentException(
            $"X_t·U + H·W + b with {Gates} gate(s): X has {inputs} columns for all steps, "
            + $"U is {InputWeights.ShapeText()}, W is {StateWeights.ShapeText()} and b has {Bias.Count} entries.");

    internal override IReadOnlyList<(Real[] Values, bool Decays)> Parameters =>
        [(InputWeights.Values(), true), (StateWeights.Values(), true), (Bias.Values(), false)];
    internal override Layer Copy() => this with { InputWeights = Own(InputWeights), StateWeights = Own(StateWeights), Bias = Own(Bias) };

    /// <summary>H_t from Z_t.</summary>
    internal abstract void Cell(Pass pass, int t, int steps);
    /// <summary>∂L/∂Z_t from ∂L/∂H_t.</summary>
    internal abstract void CellBackward(Pass pass, int t, int steps);

    internal override Matrix<Real> Forward(Matrix<Real> X, Pass pass)
    {
        var (n, T, (U, W, b, _)) = (X.RowCount, X.ColumnCount / InputWeights.RowCount, this);
        var (Z, H) = (pass.Buffer("Z", n, T * b.Count), pass.Buffer("H", n, T * Units));
        pass.X = X;
        for (var t = 0; t < T; t++)
        {
            for (var j = 0; j < b.Count; j++) Z.ColumnOf(t * b.Count + j).Fill(b[j]);
            Product.Multiply(1, At(X, t, T), All(U), 1, At(Z, t, T));                       // Z_t = X_t·U + b
            if (t > 0) Product.Multiply(1, At(H, t - 1, T), All(W), 1, At(Z, t, T));        //       + H_{t−1}·W
            Cell(pass, t, T);
        }
        var A = pass.Buffer("A", EveryStep ? T * n : n, Units);
        Arrange(H, A, n, T, back: false);
        return A;
    }

    internal override Matrix<Real> Backward(Matrix<Real> dA, Pass pass, Layer gradient)
    {
        var (X, H, (U, W, _, _), (dU, dW, db, _)) = (pass.X, pass.Buffer("H", 0, 0), this, (Recurrent)gradient);
        var (n, T) = (X.RowCount, X.ColumnCount / U.RowCount);
        var (dZ, dH) = (pass.Buffer("dZ", n, T * db.Count), pass.Buffer("dH", n, T * Units));
        var dX = pass.First ? dA : pass.Buffer("dX", n, X.ColumnCount);
        foreach (var values in (Real[][])[dU.Values(), dW.Values(), db.Values(), dH.Values()]) Array.Clear(values);
        Arrange(dH, dA, n, T, back: true);
        for (var t = T - 1; t >= 0; t--)
        {
            CellBackward(pass, t, T);
            Product.Multiply(1, At(X, t, T).Transposed, At(dZ, t, T), 1, All(dU));          // dU = Σ X_tᵀ·dZ_t
            for (var j = 0; j < db.Count; j++) db[j] += Sums.Add<Real>(dZ.ColumnOf(t * db.Count + j)); // db = Σ dZ_t
            if (!pass.First) Product.Multiply(1, At(dZ, t, T), All(U).Transposed, 0, At(dX, t, T)); // dX_t = dZ_t·Uᵀ
            if (t == 0) break;
            Product.Multiply(1, At(H, t - 1, T).Transposed, At(dZ, t, T), 1, All(dW));      // dW = Σ H_{t−1}ᵀ·dZ_t
            Product.Multiply(1, At(dZ, t, T), All(W).Transposed, 1, At(dH, t - 1, T));      // dH_{t−1} += dZ_t·Wᵀ
        }
        return dX;
    }

    /// <summary>The entries of M, n×(T·k), at step t: n·k of them.</summary>
    private protected static Span<Real> Step(Matrix<Real> M, int t, int steps) =>
        M.Values().AsSpan(t * (M.Values().Length / steps), M.Values().Length / steps);
    private protected static Span<Real> Step(Pass pass, string name, int t, int steps) => Step(pass.Buffer(name, 0, 0), t, steps);
    private static Strided<Real> At(Matrix<Real> M, int t, int steps) =>
        new(M.Values(), M.RowCount, M.ColumnCount / steps, 1, M.RowCount, t * (M.Values().Length / steps));
    private static Strided<Real> All(Matrix<Real> M) => new(M.Values(), M.RowCount, M.ColumnCount);

    // A is the last state, or every state, each column of it all steps long; or back.
    private void Arrange(Matrix<Real> H, Matrix<Real> A, int n, int T, bool back)
    {
        for (var t = EveryStep ? 0 : T - 1; t < T; t++)
            for (var j = 0; j < Units; j++)
            {
                var state = Step(H, t, T).Slice(j * n, n);
                var put = A.ColumnOf(j).Slice(EveryStep ? t * n : 0, n);
                if (back) put.CopyTo(state); else state.CopyTo(put);
            }
    }
}
