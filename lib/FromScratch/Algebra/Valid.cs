using System.Runtime.CompilerServices;

namespace FromScratch;

/// <summary>A number, where it is in range, else an <see cref="ArgumentOutOfRangeException"/> with the number and the range.</summary>
internal static class Valid
{
    public static double Rate(double learningRate) => learningRate is > 0 and < double.PositiveInfinity ? learningRate
        : throw new ArgumentOutOfRangeException(nameof(learningRate), learningRate, "The learning rate must be a finite number above 0.");

    public static double Positive(double x, [CallerArgumentExpression(nameof(x))] string name = "") =>
        x is > 0 and < double.PositiveInfinity ? x : throw Out(x, name, "a finite number above 0");
    public static double NotNegative(double x, [CallerArgumentExpression(nameof(x))] string name = "") =>
        x is >= 0 and < double.PositiveInfinity ? x : throw Out(x, name, "a finite number, 0 or more");
    public static double Share(double x, [CallerArgumentExpression(nameof(x))] string name = "") =>
        x is >= 0 and < 1 ? x : throw Out(x, name, "0 or more and below 1");

    private static ArgumentOutOfRangeException Out(double x, string name, string must) => new(name, x, $"{name} must be {must}.");
}
