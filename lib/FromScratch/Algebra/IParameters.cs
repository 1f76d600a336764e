namespace FromScratch;

/// <summary>θ: all that a model T learns, as one vector and back. A gradient is a value of the same type.</summary>
public interface IParameters<T> where T : IParameters<T>
{
    /// <summary>(θ₀, …, θₙ₋₁): all parameters in a fixed order.</summary>
    Vector<Real> ToVector();

    /// <summary>The model with these parameters, in the same order: <c>m.FromVector(m.ToVector())</c> has the numbers of m.</summary>
    /// <exception cref="ArgumentException">theta does not have n entries.</exception>
    T FromVector(Vector<Real> theta);
}

/// <summary>Arithmetic of parameters a and b, entry by entry, so that an update reads θ − α·g.</summary>
/// <remarks>Sum and difference throw <see cref="ArgumentException"/> where a and b have different numbers of parameters.</remarks>
public static class ParameterArithmetic
{
    extension<T>(T) where T : IParameters<T>
    {
        /// <summary>a + b.</summary>
        public static T operator +(T a, T b)
        {
            var (left, right) = (a.Parts(), b.Parts());
            Shape.SameLength(left, right, nameof(a), nameof(b));
            return a.FromVector(left + right);
        }
        /// <summary>a − b.</summary>
        public static T operator -(T a, T b) => a + b.FromVector(-b.Parts());
        /// <summary>c·a, for any number c.</summary>
        public static T operator *(double c, T a) => a.FromVector(c * a.Parts());
    }
    internal static Vector<Real> Parts<T>(this T model, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(model))] string name = "")
        where T : IParameters<T> => model is null ? throw new ArgumentNullException(name) : model.ToVector();
}
