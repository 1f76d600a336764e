namespace FromScratch;

/// <summary>a = f(z), entry by entry, with f′: what makes a layer more than a linear map. Finite for any finite z; NaN for NaN.</summary>
/// <param name="Name">Its usual name.</param>
/// <remarks>At a kink f′ is the slope on the left. Source: decks 002 and 003, Activation Functions; ELU: Clevert et al., 2016.</remarks>
public abstract record Activation(string Name)
{
    /// <summary>f(z) = 1[z &gt; 0], and f′(z) = 0: nothing to descend on.</summary>
    public static Activation Step { get; } = new Shaped<Shapes.Step>("step", new());
    /// <summary>f(z) = z, f′(z) = 1.</summary>
    public static Activation Linear { get; } = new Shaped<Shapes.Leaky>("linear", new(1));
    /// <summary>f(z) = 1 / (1 + e⁻ᶻ), between 0 and 1; f′(z) = a(1 − a) ≤ ¼.</summary>
    public static Activation Sigmoid { get; } = new Shaped<Shapes.Sigmoid>("sigmoid", new());
    /// <summary>f(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), between −1 and 1; f′(z) = 1 − a² ≤ 1.</summary>
    public static Activation Tanh { get; } = new Shaped<Shapes.Tanh>("tanh", new());
    /// <summary>f(z) = max(0, z), f′(z) = 1[z &gt; 0].</summary>
    public static Activation ReLU { get; } = new Shaped<Shapes.Leaky>("ReLU", new(0));
    /// <summary>f(z) = z where z &gt; 0, else s·z; f′(z) = 1 or s. To learn s there is <see cref="FromScratch.PReLU"/>.</summary>
    /// <param name="slope">s, 0 or more and below 1, else <see cref="ArgumentException"/>; .01 is usual.</param>
    public static Activation LeakyReLU(double slope = 0.01) =>
        new Shaped<Shapes.Leaky>(Invariant($"leaky ReLU ({slope})"), new((Real)Valid.Share(slope)));
    /// <summary>f(z) = z where z &gt; 0, else α(eᶻ − 1), down to −α; f′(z) = 1 or αeᶻ.</summary>
    /// <param name="alpha">α ≥ 0, finite, else <see cref="ArgumentException"/>.</param>
    public static Activation ELU(double alpha = 1) =>
        new Shaped<Shapes.Elu>(Invariant($"ELU ({alpha})"), new((Real)Valid.NotNegative(alpha)));

    /// <summary>f(z), of a number, or of every entry.</summary>
    public double Of(double z) => Of(Tensor.Vec(z))[0];
    /// <inheritdoc cref="Of(double)"/>
    public Vector<Real> Of(Vector<Real> z) => Of(z.Given().ToColumnMatrix()).Column(0);
    /// <inheritdoc cref="Of(double)"/>
    public Matrix<Real> Of(Matrix<Real> Z)
    {
        var A = Matrix<Real>.Build.DenseOfMatrix(Z.Given());
        Value(A.Values(), A.Values());
        return A;
    }

    /// <summary>f′(z), of a number, or of every entry.</summary>
    public double Derivative(double z) => Derivative(Tensor.Vec(z))[0];
    /// <inheritdoc cref="Derivative(double)"/>
    public Vector<Real> Derivative(Vector<Real> z) => Derivative(z.Given().ToColumnMatrix()).Column(0);
    /// <inheritdoc cref="Derivative(double)"/>
    public Matrix<Real> Derivative(Matrix<Real> Z)
    {
        var slope = Matrix<Real>.Build.Dense(Z.Given().RowCount, Z.ColumnCount, 1);
        Backward(Z.Values(), Of(Z).Values(), slope.Values());
        return slope;
    }

    /// <summary>Its name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>The activation of this name; <see cref="ArgumentException"/> where there is none.</summary>
    internal static Activation Named(string name)
    {
        double Number(string kind) => name.StartsWith(kind + " (", StringComparison.Ordinal) && double.TryParse(
            name[(kind.Length + 2)..^1], System.Globalization.CultureInfo.InvariantCulture, out var x) ? x : double.NaN;
        return Array.Find([Step, Linear, Sigmoid, Tanh, ReLU], f => f.Name == name)
            ?? (Number("leaky ReLU") is >= 0 and var s ? LeakyReLU(s) : Number("ELU") is >= 0 and var alpha ? ELU(alpha)
            : throw new ArgumentException($"There is no activation '{name}'.", nameof(name)));
    }

    /// <summary>A = f(Z).</summary>
    internal abstract void Value(ReadOnlySpan<Real> Z, Span<Real> A);
    /// <summary>dZ = dA ∘ f′(Z), written over dA.</summary>
    internal abstract void Backward(ReadOnlySpan<Real> Z, ReadOnlySpan<Real> A, Span<Real> dA);

    private sealed record Shaped<F>(string Name, F Shape) : Activation(Name) where F : struct, Shapes.IShape
    {
        internal override void Value(ReadOnlySpan<Real> Z, Span<Real> A) => Lanes.Map(new Shapes.Forward<F>(Shape), Z, Z, Z, A);
        internal override void Backward(ReadOnlySpan<Real> Z, ReadOnlySpan<Real> A, Span<Real> dA) => Lanes.Map(new Shapes.Back<F>(Shape), Z, A, dA, dA);
    }
}
