namespace FromScratch;

/// <summary>maxᵢ |gᵢ − ĝᵢ| / max(|gᵢ|, |ĝᵢ|, 10⁻⁴·max(1, |f|)): your gradient g against the central differences ĝ.</summary>
/// <param name="RelativeError">The largest over all components, ≥ 0; ∞ where a component, or f(θ), is not finite.</param>
/// <param name="WorstIndex">Its i, from 0.</param> <param name="Yours">gᵢ.</param> <param name="Numerical">ĝᵢ.</param>
/// <param name="Count">The number of components.</param> <param name="Tolerance">The largest error that passes.</param>
/// <remarks>The last term allows for rounding in f. Source: Goodfellow, Bengio and Courville, Deep Learning, §11.5.</remarks>
public sealed record GradientCheck(double RelativeError, int WorstIndex, double Yours, double Numerical, int Count, double Tolerance)
{
    /// <summary>The relative error is below the tolerance.</summary>
    public bool Passed => RelativeError < Tolerance;

    /// <summary>ĝᵢ = [f(θ + ε·eᵢ) − f(θ − ε·eᵢ)] / 2ε: n central differences, right up to terms in ε².</summary>
    /// <inheritdoc cref="Compare" path="/param|/exception"/>
    public static Vector<Real> CentralDifferences(Func<Vector<Real>, double> f, Vector<Real> at, double epsilon = 1e-5)
    {
        Valid.Positive(epsilon);
        f.Given();
        return Vector<Real>.Build.DenseOfEnumerable(at.Given().Select((x, i) =>
        {
            var (above, below) = (at.Clone(), at.Clone());
            (above[i], below[i]) = (x + epsilon, x - epsilon);
            return (f(above) - f(below)) / (above[i] - below[i]);
        }));
    }

    /// <summary>Compares your ∇f(θ) with the central differences of f.</summary>
    /// <param name="f">Smooth near θ.</param> <param name="at">θ, n entries.</param> <param name="gradient">Your ∇f(θ), n entries.</param>
    /// <param name="epsilon">ε &gt; 0, in the unit of θ.</param> <param name="tolerance">The largest relative error that passes.</param>
    /// <exception cref="ArgumentException">The lengths differ, or ε is not a finite number above 0.</exception>
    public static GradientCheck Compare(Func<Vector<Real>, double> f, Vector<Real> at, Vector<Real> gradient,
        double epsilon = 1e-5, double tolerance = 1e-6)
    {
        var numerical = CentralDifferences(f, Shape.SameLength(at, gradient), epsilon);
        var floor = 1e-4 * Math.Max(1, Math.Abs(f(at)));
        var errors = gradient.Map2((g, n) => double.IsFinite(floor + g - n)
            ? Math.Abs(g - n) / Math.Max(floor, Math.Max(Math.Abs(g), Math.Abs(n)))
            : double.PositiveInfinity, numerical, Zeros.Include);
        var almost = errors.Maximum() * (1 - 1e-6); // Of equals the first, also where rounding tells them apart.
        var worst = errors.Find(error => error >= almost, Zeros.Include).Item1;
        return new(errors[worst], worst, gradient[worst], numerical[worst], at.Count, tolerance);
    }

    /// <summary>The same for a model m, where f is <c>m => m.Loss(X, y)</c> and your gradient <c>m.Gradient(X, y)</c>.</summary>
    /// <inheritdoc cref="Compare" path="/param|/exception"/>
    public static GradientCheck Compare<T>(Func<T, double> f, T at, T gradient, double epsilon = 1e-5, double tolerance = 1e-6)
        where T : IParameters<T> => Compare(v => f.Given()(at.FromVector(v)), at.Parts(), gradient.Parts(), epsilon, tolerance);

    /// <summary>The verdict as a sentence; a failure names the worst component and, where it can, the likely mistake.</summary>
    public override string ToString() => Passed
        ? Invariant($"Gradient check passed: all {Count} components agree to better than {Tolerance:0e0}.")
        : Invariant($"Gradient check FAILED at component {WorstIndex} of 0…{Count - 1}: yours {Yours:G3}, ")
            + Invariant($"finite differences {Numerical:G3}, relative error {RelativeError:0e0}{Hint}.");

    private string Hint => (Yours / Numerical) switch
    {
        0 => ": yours is zero",
        var r when Near(r, -1) => ": yours has the wrong sign",
        var r when Near(r, 0.5) => ": yours is half of it (is a factor 2 missing?)",
        var r when Near(r, 2) => ": yours is twice it (a factor 2 too many?)",
        var r when r > 2.5 && Near(r, Math.Round(r)) => Invariant($": yours is {r:0} times it (is 1/n missing?)"),
        _ => "",
    };

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-3 * Math.Abs(b);
}
