namespace FromScratch;

/// <summary>θ: everything a model learns, which can be laid out as one vector and back. A gradient is a value of the same type.</summary>
/// <typeparam name="T">The model itself.</typeparam>
public interface IParameters<T> where T : IParameters<T>
{
    /// <summary>(θ₀, …, θₙ₋₁): all parameters in a fixed order.</summary>
    Vector<double> ToVector();

    /// <summary>The model of the same shape whose parameters are the given ones: <c>m.FromVector(m.ToVector())</c> equals m.</summary>
    /// <param name="theta">n entries, in the order of <see cref="ToVector"/>.</param>
    /// <exception cref="ArgumentException">theta has another length.</exception>
    T FromVector(Vector<double> theta);
}

/// <summary>Arithmetic of parameters, so that an update reads θ − α·g.</summary>
public static class ParameterArithmetic
{
    extension<T>(T) where T : IParameters<T>
    {
        /// <summary>a + b, entry by entry.</summary>
        /// <param name="a">Parameters of one shape.</param>
        /// <param name="b">Parameters of the same shape.</param>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        public static T operator +(T a, T b) => a.FromVector(a.ToVector() + Like(a, b));

        /// <summary>a − b, entry by entry.</summary>
        /// <param name="a">Parameters of one shape.</param>
        /// <param name="b">Parameters of the same shape.</param>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        public static T operator -(T a, T b) => a.FromVector(a.ToVector() - Like(a, b));

        /// <summary>c·a: every entry times c.</summary>
        /// <param name="c">Any number.</param>
        /// <param name="a">Parameters.</param>
        public static T operator *(double c, T a) => a.FromVector(c * a.ToVector());
    }

    private static Vector<double> Like<T>(T a, T b) where T : IParameters<T>
    {
        var (left, right) = (a.ToVector(), b.ToVector());
        Shape.SameLength(left, right, nameof(a), nameof(b));
        return right;
    }
}
