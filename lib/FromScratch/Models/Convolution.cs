namespace FromScratch;

/// <summary>A_f = f(Σ_c X_c ∗ W_fc + b_f), with (X ∗ W)[y, x] = Σᵢⱼ X[sy + i − p, sx + j − p]·W[i, j]: filters that look at k×k
/// pixels and are the same everywhere. Outside the image, X is 0.</summary>
/// <param name="Input">c×h×w.</param> <param name="Kernel">k.</param> <param name="Weights">W, (c·k·k)×m: a column per filter, channel
/// after channel, row after row.</param> <param name="Bias">b, m entries.</param> <param name="Activation">f.</param>
/// <param name="Padding">p ≥ 0.</param> <param name="Stride">s ≥ 1.</param>
/// <remarks>As a product: with the k×k patches as the rows of P (im2col), Z = P·W + b, dW = Pᵀ·dZ, dP = dZ·Wᵀ. The batch lies
/// innermost in memory, so that Z, (n·h′·w′)×m, and the layer's output, n×(m·h′·w′), are the same numbers in the same order.
/// Source: deck 002, CNN; Goodfellow et al., Deep Learning, §9.1; im2col: Chellapilla, Puri and Simard, 2006.</remarks>
public sealed record Convolution(ImageShape Input, int Kernel, Matrix<Real> Weights, Vector<Real> Bias, Activation Activation,
    int Padding = 0, int Stride = 1) : Layer
{
    // So many entries of P are made at a time, and so many of its columns: they stay in the cache, however large the batch.
    private const int Entries = 1 << 17, Columns = 200;

    /// <summary>m filters, k×k, drawn for c·k·k inputs; b = 0. <see cref="ArgumentException"/> where they do not fit the image.</summary>
    public static Convolution Of(ImageShape input, int filters, int kernel, Activation activation, Initializer weights, Random random,
        int padding = 0, int stride = 1)
    {
        input.Given().Slide(filters, kernel, padding, stride);
        var W = weights.Given()(input.Channels * kernel * kernel, filters, random);
        return new(input, kernel, W, Vector<Real>.Build.Dense(filters), activation.Given(), padding, stride);
    }

    /// <summary>m×h′×w′.</summary>
    public ImageShape Output => Input.Slide(Bias.Count, Kernel, Padding, Stride);

    /// <inheritdoc/>
    public override int Outputs(int inputs) =>
        inputs == Input.Size && Weights.RowCount == Input.Channels * Kernel * Kernel && Weights.ColumnCount == Bias.Count ? Output.Size
        : throw new ArgumentException($"A convolution of {Input} with {Kernel}×{Kernel} kernels takes {Input.Size} columns and weights of "
            + $"{Input.Channels * Kernel * Kernel} rows, but X has {inputs} columns, W is {Weights.ShapeText()} and b has {Bias.Count} entries.");

    /// <summary>P, (n·h′·w′)×(c·k·k): what each filter sees, for all images at the first place, then all at the second, …</summary>
    /// <param name="X">n×(c·h·w), n ≥ 1, else <see cref="ArgumentException"/>.</param>
    public Matrix<Real> Patches(Matrix<Real> X)
    {
        Outputs(Shape.NotEmpty(X).ColumnCount);
        var P = Matrix<Real>.Build.Dense(X.RowCount * Output.Height * Output.Width, Weights.RowCount);
        Window.Move(X.Values(), P.Values(), new(X.RowCount, 0, Output.Height, 0, Input.Channels));
        return P;
    }

    private Patches Window => new(Input, Output, Kernel, Padding, Stride);
    internal override IReadOnlyList<(Real[] Values, bool Decays)> Parameters => [(Weights.Values(), true), (Bias.Values(), false)];
    internal override Layer Copy() => this with { Weights = Own(Weights), Bias = Own(Bias) };

    internal override Matrix<Real> Forward(Matrix<Real> X, Pass pass)
    {
        var (n, places) = (X.RowCount, X.RowCount * Output.Height * Output.Width);
        var (Z, A, rows) = (pass.Buffer("Z", n, Output.Size), pass.Buffer("A", n, Output.Size), Rows(n, Input.Channels));
        pass.X = X;
        Team.Run(Product.Threads((long)places * Weights.RowCount * Bias.Count), (Output.Height + rows - 1) / rows, slab =>
        {
            var part = new Part(n, slab * rows, Math.Min(rows, Output.Height - slab * rows), 0, Input.Channels);
            var P = Rent(part);
            Window.Move(X.Values(), P.Data, part);
            Product.Multiply(1, P, Filters(Weights, part), 0, Places(Z, part));             // Z = P·W + b
            ArrayPool<Real>.Shared.Return(P.Data);
        });
        for (var j = 0; j < Bias.Count; j++) TensorPrimitives.Add(Z.Values().AsSpan(j * places, places), Bias[j], Z.Values().AsSpan(j * places, places));
        Activation.Value(Z.Values(), A.Values());                                           // A = f(Z)
        return A;
    }

    internal override Matrix<Real> Backward(Matrix<Real> dA, Pass pass, Layer gradient)
    {
        var (n, dZ, (_, _, dW, db, _, _, _)) = (dA.RowCount, dA, (Convolution)gradient);
        var (places, some) = (n * Output.Height * Output.Width, Math.Max(1, Columns / (Kernel * Kernel)));
        var (dX, rows) = (pass.First ? dA : pass.Buffer("dX", n, Input.Size), Rows(n, some));
        if (!pass.First) dX.Clear();
        Activation.Backward(pass.Buffer("Z", 0, 0).Values(), pass.Buffer("A", 0, 0).Values(), dZ.Values()); // dZ = dA ∘ f′(Z)
        for (var j = 0; j < db.Count; j++) db[j] = Sums.Add<Real>(dZ.Values().AsSpan(j * places, places)); // db = Σ dZ
        Team.Run(Product.Threads((long)places * dW.RowCount * db.Count), (Input.Channels + some - 1) / some, group =>
        {
            for (var row = 0; row < Output.Height; row += rows)
            {
                var part = new Part(n, row, Math.Min(rows, Output.Height - row), group * some, Math.Min(some, Input.Channels - group * some));
                var P = Rent(part);
                Window.Move(pass.X.Values(), P.Data, part);
                Product.Multiply(1, P.Transposed, Places(dZ, part), row == 0 ? 0 : 1, Filters(dW, part)); // dW = Pᵀ·dZ
                if (!pass.First)
                {
                    Product.Multiply(1, Places(dZ, part), Filters(Weights, part).Transposed, 0, P); // dP = dZ·Wᵀ
                    Window.Move(dX.Values(), P.Data, part, back: true);                     // dX: each patch back to its place
                }
                ArrayPool<Real>.Shared.Return(P.Data);
            }
        });
        return dX;
    }

    private int Rows(int n, int channels) => (int)Math.Clamp(Entries / ((long)n * Output.Width * channels * Kernel * Kernel), 1, Output.Height);

    private Strided<Real> Rent(Part part)
    {
        var (rows, columns) = (part.Examples * part.Rows * Output.Width, part.Channels * Kernel * Kernel);
        return new(ArrayPool<Real>.Shared.Rent(rows * columns), rows, columns, 1, rows);
    }

    // The rows of W, or dW, that belong to some channels of the input.
    private Strided<Real> Filters(Matrix<Real> W, Part part) =>
        new(W.Values(), part.Channels * Kernel * Kernel, W.ColumnCount, 1, W.RowCount, part.Channel * Kernel * Kernel);

    // The rows of Z that belong to some rows of the output.
    private Strided<Real> Places(Matrix<Real> Z, Part part) => new(Z.Values(),
        Z.RowCount * Output.Width * part.Rows, Bias.Count, 1, Z.RowCount * Output.Width * Output.Height, Z.RowCount * Output.Width * part.Row);
}
