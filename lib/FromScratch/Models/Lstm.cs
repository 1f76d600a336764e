namespace FromScratch;

/// <summary>C_t = f∘C_{t−1} + i∘g, H_t = o∘tanh(C_t), with i, f, o = σ and g = tanh of the four parts of X_t·U + H_{t−1}·W + b: a
/// memory C that changes by sums, so that a gradient crosses many steps.</summary>
/// <param name="InputWeights">U, d×4h: the input gate i, the forget gate f, the candidate g, the output gate o.</param>
/// <param name="StateWeights">W, h×4h.</param> <param name="Bias">b, 4h entries.</param>
/// <param name="EveryStep">Whether each H_t is put out, (T·n)×h, or only the last, n×h.</param>
/// <remarks>Source: deck 002, Long Short-Term Memory; Hochreiter and Schmidhuber, 1997; Gers, Schmidhuber and Cummins, 2000.</remarks>
public sealed record Lstm(Matrix<Real> InputWeights, Matrix<Real> StateWeights, Vector<Real> Bias, bool EveryStep = false)
    : Recurrent(InputWeights, StateWeights, Bias, EveryStep)
{
    /// <summary>d ≥ 1 inputs a step, h ≥ 1 units, else <see cref="ArgumentException"/>; U and W drawn for each gate; b is 1 for f,
    /// which so begins by remembering, else 0.</summary>
    public static Lstm Of(int inputs, int units, Initializer weights, Random random, bool everyStep = false)
    {
        Matrix<Real> Four(int rows) => Enumerable.Range(0, 4).Select(_ => weights.Given()(rows, units, random)).Aggregate((a, b) => a.Append(b));
        return new(Four(inputs), Four(units), Vector<Real>.Build.Dense(4 * units, j => j / units == 1 ? 1 : 0), everyStep);
    }

    /// <summary>The gates at every step, n×(T·4h): step after step, of each i, f, g, o.</summary>
    /// <param name="X">n×(T·d), else <see cref="ArgumentException"/>.</param>
    public Matrix<Real> GatesAt(Matrix<Real> X)
    {
        var pass = new Pass();
        Outputs(X.Given().ColumnCount);
        Forward(X, pass);
        return pass.Buffer("Z", 0, 0);
    }

    /// <inheritdoc/>
    protected override int Gates => 4;

    internal override void Cell(Pass pass, int t, int steps)
    {
        var Z = Step(pass, "Z", t, steps);
        var H = Step(pass, "H", t, steps);
        var h = H.Length;
        var C = Step(pass.Buffer("C", h / Units, steps * Units), t, steps);
        var S = Step(pass.Buffer("S", h / Units, steps * Units), t, steps);
        var before = t > 0 ? Step(pass, "C", t - 1, steps) : [];
        Activation.Sigmoid.Value(Z[..(2 * h)], Z[..(2 * h)]);                               // i, f
        Activation.Tanh.Value(Z[(2 * h)..(3 * h)], Z[(2 * h)..(3 * h)]);                    // g
        Activation.Sigmoid.Value(Z[(3 * h)..], Z[(3 * h)..]);                               // o
        for (var k = 0; k < h; k++) C[k] = (t > 0 ? Z[h + k] * before[k] : 0) + Z[k] * Z[2 * h + k]; // C_t = f∘C_{t−1} + i∘g
        Activation.Tanh.Value(C, S);                                                        // S_t = tanh(C_t)
        for (var k = 0; k < h; k++) H[k] = Z[3 * h + k] * S[k];                             // H_t = o∘S_t
    }

    internal override void CellBackward(Pass pass, int t, int steps)
    {
        var Z = Step(pass, "Z", t, steps);
        var dZ = Step(pass, "dZ", t, steps);
        var S = Step(pass, "S", t, steps);
        var dH = Step(pass, "dH", t, steps);
        var before = t > 0 ? Step(pass, "C", t - 1, steps) : [];
        var (h, carried) = (dH.Length, pass.Buffer("dC", dH.Length, 1).Values());
        for (var k = 0; k < h; k++)
        {
            var (i, f, g, o) = (Z[k], Z[h + k], Z[2 * h + k], Z[3 * h + k]);
            var dC = dH[k] * o * (1 - S[k] * S[k]) + (t < steps - 1 ? carried[k] : 0);
            dZ[k] = dC * g * i * (1 - i);
            dZ[h + k] = t > 0 ? dC * before[k] * f * (1 - f) : 0;
            dZ[2 * h + k] = dC * i * (1 - g * g);
            dZ[3 * h + k] = dH[k] * S[k] * o * (1 - o);
            carried[k] = dC * f;                                                            // dC_{t−1}
        }
    }
}
