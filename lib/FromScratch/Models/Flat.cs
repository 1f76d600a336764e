namespace FromScratch;

/// <summary>What both regressions share: X·w + b, and the layout θ = (w, b).</summary>
internal static class Flat
{
    public static Vector<Real> Times(this Matrix<Real> X, Vector<Real> w, double plus)
    {
        var z = GC.AllocateUninitializedArray<Real>(Shape.Fits(X, w).RowCount);
        X.Multiply(w, Vector<Real>.Build.Dense(z));
        TensorPrimitives.Add(z, (Real)plus, z);
        return Vector<Real>.Build.Dense(z);
    }

    public static Vector<Real> Of(Vector<Real> w, double b) => Vector<Real>.Build.DenseOfEnumerable(w.Append((Real)b));

    public static Vector<Real> Weights(Vector<Real> theta, int d) => theta.Given().Count == d + 1
        ? theta.SubVector(0, d) : throw new ArgumentException(
            $"{d} weights and a bias are {d + 1} parameters, but theta has {theta.Count}.", nameof(theta));

    public static string Text(Vector<Real> w, double b) => Invariant($"w = ({string.Join(", ", w.Select(x => Invariant($"{x:G4}")))}), b = {b:G4}");
}
