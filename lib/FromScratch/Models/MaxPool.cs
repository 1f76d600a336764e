namespace FromScratch;

/// <summary>A_c[y, x] = max over i, j &lt; k of X_c[sy + i, sx + j]: the strongest answer nearby, whichever pixel it came from.</summary>
/// <param name="Input">c×h×w.</param> <param name="Size">k ≥ 1.</param> <param name="Stride">s ≥ 1; k if it is 0.</param>
/// <remarks>The gradient goes to the largest, the first of equals. Source: deck 002, CNN; Goodfellow et al., Deep Learning, §9.3.</remarks>
public sealed record MaxPool(ImageShape Input, int Size = 2, int Stride = 0) : Layer
{
    /// <summary>c×h′×w′; <see cref="ArgumentException"/> where the window does not fit.</summary>
    public ImageShape Output => Input.Slide(Input.Channels, Size, 0, Stride == 0 ? Size : Stride);

    /// <inheritdoc/>
    public override int Outputs(int inputs) => inputs == Input.Size ? Output.Size
        : throw new ArgumentException($"Pooling of {Input} takes {Input.Size} columns, but X has {inputs}.", nameof(inputs));

    internal override Matrix<Real> Forward(Matrix<Real> X, Pass pass)
    {
        var (n, A, window) = (X.RowCount, pass.Buffer("A", X.RowCount, Output.Size), Window);
        var (x, a) = ((pass.X = X).Values(), A.Values());
        Team.Run(Product.ThreadsToMove(x.Length), Input.Channels, channel =>
        {
            foreach (var (column, corner) in Corners(channel))
                for (var i = 0; i < n; i += Lane.Count)
                {
                    // The last lane reads on into the next pixel, whose entries are not stored.
                    var max = new Lane(Real.NegativeInfinity);
                    foreach (var q in window) max = Max(max, Lanes.Load(x.AsSpan((corner + q) * n + i)));
                    Lanes.Store(max, a.AsSpan(column * n + i, Math.Min(Lane.Count, n - i)));
                }
        });
        return A;
    }

    internal override Matrix<Real> Backward(Matrix<Real> dA, Pass pass, Layer gradient)
    {
        var (n, dX, window) = (dA.RowCount, pass.Buffer("dX", dA.RowCount, Input.Size), Window);
        var (x, a, da, dx) = (pass.X.Values(), pass.Buffer("A", 0, 0).Values(), dA.Values(), dX.Values());
        Array.Clear(dx);
        Team.Run(Product.ThreadsToMove(x.Length), Input.Channels, channel =>
        {
            foreach (var (column, corner) in Corners(channel))
                for (var i = 0; i < n; i += Lane.Count)
                {
                    var (max, left) = (Lanes.Load(a.AsSpan(column * n + i)), Lanes.Load(da.AsSpan(column * n + i)));
                    foreach (var q in window)
                    {
                        var at = (corner + q) * n + i;
                        var wins = GreaterThanOrEqual(Lanes.Load(x.AsSpan(at)), max);
                        Lanes.Store(Lanes.Load(dx.AsSpan(at)) + ConditionalSelect(wins, left, Lane.Zero), dx.AsSpan(at, Math.Min(Lane.Count, n - i)));
                        left = ConditionalSelect(wins, Lane.Zero, left);
                    }
                }
        });
        return dX;
    }

    // A window's pixels, counted from its upper left.
    private int[] Window => [.. Enumerable.Range(0, Size * Size).Select(q => q / Size * Input.Width + q % Size)];

    // Each window's column of A, and the pixel at its upper left.
    private IEnumerable<(int Column, int Corner)> Corners(int channel)
    {
        var ((_, h, w), (_, high, wide), s) = (Input, Output, Stride == 0 ? Size : Stride);
        for (var y = 0; y < high; y++)
            for (var x = 0; x < wide; x++) yield return ((channel * high + y) * wide + x, (channel * h + s * y) * w + s * x);
    }
}
