using static System.Numerics.Vector;

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
        var (n, A, x) = (X.RowCount, pass.Buffer("A", X.RowCount, Output.Size), (pass.X = X).Values());
        var (a, column) = (A.Values(), 0);
        foreach (var corner in Corners())
            for (var (i, start) = (0, column++ * n); i < n; i += Lane.Count)
            {
                var (rows, max) = (Math.Min(Lane.Count, n - i), new Lane(Real.NegativeInfinity));
                for (var q = 0; q < Size * Size; q++) max = Max(max, Lanes.Load(x.AsSpan((corner + q / Size * Input.Width + q % Size) * n + i, rows)));
                Lanes.Store(max, a.AsSpan(start + i, rows));
            }
        return A;
    }

    internal override Matrix<Real> Backward(Matrix<Real> dA, Pass pass, Layer gradient)
    {
        var (n, dX, column) = (dA.RowCount, pass.Buffer("dX", dA.RowCount, Input.Size), 0);
        var (x, a, da, dx) = (pass.X.Values(), pass.Buffer("A", 0, 0).Values(), dA.Values(), dX.Values());
        Array.Clear(dx);
        foreach (var corner in Corners())
            for (var (i, start) = (0, column++ * n); i < n; i += Lane.Count)
            {
                var rows = Math.Min(Lane.Count, n - i);
                var (max, left) = (Lanes.Load(a.AsSpan(start + i, rows)), Lanes.Load(da.AsSpan(start + i, rows)));
                for (var q = 0; q < Size * Size; q++)
                {
                    var at = (corner + q / Size * Input.Width + q % Size) * n + i;
                    var wins = GreaterThanOrEqual(Lanes.Load(x.AsSpan(at, rows)), max);
                    Lanes.Store(Lanes.Load(dx.AsSpan(at, rows)) + ConditionalSelect(wins, left, Lane.Zero), dx.AsSpan(at, rows));
                    left = ConditionalSelect(wins, Lane.Zero, left);
                }
            }
        return dX;
    }

    // The pixel at the upper left of each window.
    private IEnumerable<int> Corners()
    {
        var ((channels, h, w), (_, high, wide), s) = (Input, Output, Stride == 0 ? Size : Stride);
        for (var c = 0; c < channels; c++)
            for (var y = 0; y < high; y++)
                for (var x = 0; x < wide; x++) yield return (c * h + s * y) * w + s * x;
    }
}
