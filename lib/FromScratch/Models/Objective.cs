namespace FromScratch;

/// <summary>What a network is trained for: a loss at the last layer's Z, n×k, and what turns Z into predictions.</summary>
/// <remarks>Source: Bishop, Pattern Recognition and Machine Learning, §5.2: for each, ∂L/∂Z is prediction − target, times a constant.</remarks>
public sealed record Objective
{
    /// <summary>(1/n) Σᵢ −ln softmax(zᵢ) at the class yᵢ, 0 … k−1; predictions are the probabilities softmax(Z).</summary>
    public static Objective SoftmaxCrossEntropy { get; } = new("softmax cross-entropy") { Into = Loss.SoftmaxCrossEntropyInto, Output = Activations.Softmax };
    /// <summary>The mean of −[y ln σ(z) + (1 − y) ln(1 − σ(z))] over n×k labels, 0 … 1; predictions are σ(Z).</summary>
    public static Objective BinaryCrossEntropy { get; } = new("binary cross-entropy") { Into = Loss.BinaryCrossEntropyInto, Output = Activation.Sigmoid.Of };
    /// <summary>(1/nk) Σ (z − y)², the mean over n×k targets; predictions are Z.</summary>
    public static Objective MeanSquaredError { get; } = new("mean squared error") { Into = Loss.MeanSquaredErrorInto, Output = Z => Z };

    private Objective(string name) => Name = name;
    internal static Objective Named(string name) => Array.Find([SoftmaxCrossEntropy, BinaryCrossEntropy, MeanSquaredError],
        objective => objective.Name == name) ?? throw new ArgumentException($"There is no objective '{name}'.", nameof(name));

    /// <summary>Its usual name.</summary>
    public string Name { get; }
    /// <inheritdoc/>
    public override string ToString() => Name;
    /// <summary>Predictions, n×k, from Z, n×k.</summary>
    public Func<Matrix<Real>, Matrix<Real>> Output { get; private init; } = null!;
    /// <summary>Returns L(Z, y), and writes ∂L/∂Z into the first.</summary>
    internal Func<Matrix<Real>, Matrix<Real>, Real[], double> Into { get; private init; } = null!;

    internal static Vector<Real> Classes(Matrix<Real> Z) => Z.ColumnCount > 1 ? Largest(Z) : Vector<Real>.Build.Dense(Z.RowCount, i => Z[i, 0] > 0 ? 1 : 0);
    internal static Vector<Real> Largest(Matrix<Real> Z) => Vector<Real>.Build.Dense(Z.RowCount, i => Z.Row(i).MaximumIndex());
}
