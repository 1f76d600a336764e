using System.Diagnostics.CodeAnalysis;

namespace FromScratch;

/// <summary>A number, where it is in range, else an <see cref="ArgumentOutOfRangeException"/> with the number and the range.</summary>
internal static class Valid
{
    /// <summary>x, where it is there, else an <see cref="ArgumentNullException"/> with its name.</summary>
    public static T Given<T>([NotNull] this T? x, [CallerArgumentExpression(nameof(x))] string name = "") where T : class =>
        x ?? throw new ArgumentNullException(name);

    public static double Positive(double x, [CallerArgumentExpression(nameof(x))] string name = "") =>
        x is > 0 and < double.PositiveInfinity ? x : throw Out(x, name, "a finite number above 0");
    public static double NotNegative(double x, [CallerArgumentExpression(nameof(x))] string name = "") =>
        x is >= 0 and < double.PositiveInfinity ? x : throw Out(x, name, "a finite number, 0 or more");
    public static double Share(double x, [CallerArgumentExpression(nameof(x))] string name = "") =>
        x is >= 0 and < 1 ? x : throw Out(x, name, "0 or more and below 1");
    public static double Kept(double x, string name) => x is > 0 and <= 1 ? x : throw Out(x, name, "above 0, and at most 1");
    public static int Count(int x, [CallerArgumentExpression(nameof(x))] string name = "") => x >= 1 ? x : throw Out(x, name, "at least 1");

    private static ArgumentOutOfRangeException Out(object x, string name, string must) => new(name, x, $"{name} must be {must}.");
}
