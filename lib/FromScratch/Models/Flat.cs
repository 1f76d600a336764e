namespace FromScratch;

/// <summary>θ = (w, b), the layout that both regressions share.</summary>
internal static class Flat
{
    public static Vector<double> Of(Vector<double> w, double b) => Vector<double>.Build.DenseOfEnumerable(w.Append(b));

    public static Vector<double> Weights(Vector<double> theta, int d) => theta.Count == d + 1
        ? theta.SubVector(0, d) : throw new ArgumentException(
            $"{d} weights and a bias are {d + 1} parameters, but theta has {theta.Count}.", nameof(theta));

    public static string Text(Vector<double> w, double b) =>
        Invariant($"w = ({string.Join(", ", w.Select(x => Invariant($"{x:G4}")))}), b = {b:G4}");
}
