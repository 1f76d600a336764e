namespace FromScratch;

/// <summary>A = layer(X), a step of a <see cref="Network"/>: n examples in, as rows, n out.</summary>
public abstract record Layer
{
    /// <summary>k outputs for d inputs; <see cref="ArgumentException"/>, with both numbers, where the layer does not take d.</summary>
    public abstract int Outputs(int inputs);

    /// <summary>A, n×k, for X, n×d: as the layer works once it is trained. <see cref="ArgumentException"/> where X does not fit.</summary>
    public Matrix<Real> Forward(Matrix<Real> X)
    {
        Shape.NotEmpty(X);
        Outputs(X.ColumnCount);
        return Forward(X, new Pass());
    }

    /// <summary>What the layer learns, and whether weight decay shrinks it.</summary>
    internal virtual IReadOnlyList<(Real[] Values, bool Decays)> Parameters => [];
    /// <summary>A copy's parameters: dense, even where the original's are not, so that what is written into their values stays.</summary>
    private protected static Matrix<Real> Own(Matrix<Real> W) => Matrix<Real>.Build.DenseOfMatrix(W);
    private protected static Vector<Real> Own(Vector<Real> b) => Vector<Real>.Build.DenseOfVector(b);
    /// <summary>The same layer with parameters of its own, to be changed in place.</summary>
    internal virtual Layer Copy() => this;
    /// <summary>A, in a buffer of the pass.</summary>
    internal abstract Matrix<Real> Forward(Matrix<Real> X, Pass pass);
    /// <summary>∂L/∂X, from ∂L/∂A, which it may overwrite; writes ∂L/∂parameters into the gradient, a layer of the same kind.</summary>
    internal abstract Matrix<Real> Backward(Matrix<Real> dA, Pass pass, Layer gradient);
}

/// <summary>A layer at work on batches of n examples: buffers that are made once, and what Forward leaves for Backward.</summary>
internal sealed class Pass
{
    private readonly List<(string Name, Matrix<Real> Matrix)> buffers = []; // a handful, sooner looked through than hashed

    /// <summary>What the layer saw.</summary>
    public Matrix<Real> X { get; set; } = null!;
    /// <summary>Only while the network trains.</summary>
    public Random? Noise { get; set; }
    /// <summary>Nobody asks the first layer for ∂L/∂X.</summary>
    public bool First { get; init; }

    public Matrix<Real> Buffer(string name, int n, int k)
    {
        foreach (var buffer in buffers)
            if (buffer.Name == name) return buffer.Matrix;
        buffers.Add((name, Matrix<Real>.Build.Dense(n, k)));
        return buffers[^1].Matrix;
    }
}
