namespace FromScratch;

public static partial class Activations
{
    /// <summary>pₖ = e^zₖ / Σⱼ e^zⱼ: probabilities that sum to 1, of each row of Z, n×k. The largest logit is taken off all of them
    /// first: it changes nothing, and nothing can overflow. NaN for NaN.</summary>
    /// <exception cref="ArgumentException">There are no logits.</exception>
    /// <remarks>Source: deck 003, Softmax; the shift: Goodfellow, Bengio and Courville, Deep Learning, §4.1.</remarks>
    public static Matrix<Real> Softmax(Matrix<Real> Z) =>
        SoftmaxInto(Matrix<Real>.Build.Dense(Shape.NotEmpty(Z).RowCount, Z.ColumnCount), Z, (_, _, _) => { });
    /// <inheritdoc cref="Softmax(Matrix{Real})"/>
    public static Vector<Real> Softmax(Vector<Real> z) => Softmax(z.Given().ToRowMatrix()).Row(0);

    /// <summary>∂pₖ/∂zⱼ = pₖ(1[k = j] − pⱼ), for p = softmax(z): k×k.</summary> <inheritdoc cref="Softmax(Matrix{Real})"/>
    public static Matrix<Real> SoftmaxDerivative(Vector<Real> z) =>
        Matrix<Real>.Build.DenseOfDiagonalVector(Softmax(z)) - Softmax(z).OuterProduct(Softmax(z));

    /// <summary>ln Σⱼ e^zⱼ of each row: a smooth maximum, whose gradient is softmax(z).</summary> <inheritdoc cref="Softmax(Matrix{Real})"/>
    public static Vector<Real> LogSumExp(Matrix<Real> Z)
    {
        var result = Vector<Real>.Build.Dense(Shape.NotEmpty(Z).RowCount);
        SoftmaxInto(Z.Clone(), Z, (i, max, logSum) => result[i] = max + logSum);
        return result;
    }
    /// <inheritdoc cref="LogSumExp(Matrix{Real})"/>
    public static double LogSumExp(Vector<Real> z) => LogSumExp(z.Given().ToRowMatrix())[0];

    /// <summary>P = softmax(Z), a lane of rows at a time; tells each row's number, its largest logit, and ln Σ e^(z − max).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Matrix<Real> SoftmaxInto(Matrix<Real> P, Matrix<Real> Z, Action<int, Real, Real> tell)
    {
        var (n, k, z, p) = (Z.RowCount, Z.ColumnCount, Z.Values(), P.Values());
        for (var i = 0; i < n; i += Lane.Count)
        {
            var rows = Math.Min(Lane.Count, n - i);
            var (max, sum) = (Lanes.Load(z.AsSpan(i, rows)), Lane.Zero);
            for (var j = 1; j < k; j++) max = Max(max, Lanes.Load(z.AsSpan(j * n + i, rows)));
            for (var j = 0; j < k; j++)
            {
                var e = Exp(Lanes.Load(z.AsSpan(j * n + i, rows)) - max);
                Lanes.Store(e, p.AsSpan(j * n + i, rows));
                sum += e;
            }
            for (var j = 0; j < k; j++) Lanes.Store(Lanes.Load(p.AsSpan(j * n + i, rows)) / sum, p.AsSpan(j * n + i, rows));
            for (var (r, logSum) = (0, Log(sum)); r < rows; r++) tell(i + r, max[r], logSum[r]);
        }
        return P;
    }
}
