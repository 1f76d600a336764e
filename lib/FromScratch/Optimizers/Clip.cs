namespace FromScratch;

/// <summary>g·min(1, c/‖g‖): the direction of a gradient, but no more than c of its length, for steps that would leap too far.</summary>
/// <remarks>Source: Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks, 2013.</remarks>
public static class Clip
{
    /// <summary>g, n entries, no longer than c &gt; 0, finite, else <see cref="ArgumentException"/>.</summary>
    public static Vector<Real> ToNorm(Vector<Real> g, double c) => g * (Real)Factor([g.Given().Values()], Valid.Positive(c));
    /// <summary>The same for a model's gradient: ‖g‖ runs over all its parameters.</summary>
    public static T ToNorm<T>(T g, double c) where T : IParameters<T> => g.FromVector(ToNorm(g.Parts(), c));

    internal static double Factor(IEnumerable<Real[]> g, double c, double unit = 1)
    {
        var norm = Math.Sqrt(g.Sum(part => part.Sum(x => unit * x * (unit * x))));
        if (double.IsInfinity(norm) && unit == 1) return Factor(g, c, unit: 1e-160); // squares may be too large, not lengths
        return norm > unit * c ? unit * c / norm : 1;
    }
}
