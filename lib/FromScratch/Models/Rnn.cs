namespace FromScratch;

/// <summary>H_t = tanh(X_t·U + H_{t−1}·W + b): the simple recurrent layer; one with a linear state would only repeat a product.</summary>
/// <param name="InputWeights">U, d×h.</param> <param name="StateWeights">W, h×h.</param> <param name="Bias">b, h entries.</param>
/// <param name="EveryStep">Whether each H_t is put out, (T·n)×h, or only the last, n×h.</param>
/// <remarks>Source: deck 002, RNN; Elman, Finding Structure in Time, 1990.</remarks>
public sealed record Rnn(Matrix<Real> InputWeights, Matrix<Real> StateWeights, Vector<Real> Bias, bool EveryStep = false)
    : Recurrent(InputWeights, StateWeights, Bias, EveryStep)
{
    /// <summary>d ≥ 1 inputs a step, h ≥ 1 units, else <see cref="ArgumentException"/>; U and W drawn, b = 0.</summary>
    public static Rnn Of(int inputs, int units, Initializer weights, Random random, bool everyStep = false) =>
        new(weights.Given()(inputs, units, random), weights(units, units, random), Vector<Real>.Build.Dense(units), everyStep);

    /// <inheritdoc/>
    protected override int Gates => 1;

    internal override void Cell(Pass pass, int t, int steps) => Activation.Tanh.Value(Step(pass, "Z", t, steps), Step(pass, "H", t, steps));

    internal override void CellBackward(Pass pass, int t, int steps)
    {
        var H = Step(pass, "H", t, steps);
        var dZ = Step(pass, "dZ", t, steps);
        Step(pass, "dH", t, steps).CopyTo(dZ);
        Activation.Tanh.Backward(H, H, dZ);                                                 // dZ_t = dH_t ∘ (1 − H_t²)
    }
}
