using MathNet.Numerics.LinearAlgebra;

namespace FromScratch;

/// <summary>The mistakes of every subject: the wrong sign, a factor 2, the transpose. A lesson's own mistakes go first.</summary>
internal static class TypicalMistake
{
    static readonly (double Factor, string Hint)[] Factors =
    [
        (-1, "Every number has the right size and the wrong sign."),
        (2, "Every number is twice the right one: look for a factor 2."),
        (0.5, "Every number is half the right one: look for a factor ½."),
    ];

    /// <summary>The hint that explains all cases, or null. One number alone could be a coincidence, so it takes at least two that are not 0.</summary>
    public static string? Hint(object?[] right, object?[] yours, Tolerance tolerance)
    {
        if (right.All(x => x is Matrix<double>) && Agree(x => ((Matrix<double>)x!).Transpose())) return "Your matrix is the transpose of the right one.";
        if (!right.All(x => x is double or Vector<double> or Matrix<double> or double[])) return null;
        if (right.Sum(x => Answer.Numbers(x)!.Count(number => number != 0)) < 2) return null;
        return Factors.FirstOrDefault(f => Agree(x => Scale(x!, f.Factor))).Hint;

        bool Agree(Func<object?, object?> mistake) => right.Zip(yours).All(pair => Answer.Difference(mistake(pair.First), pair.Second, tolerance) is null);
    }

    static object Scale(object right, double factor) => right switch
    {
        Vector<double> v => v * factor,
        Matrix<double> m => m * factor,
        double[] a => a.Select(x => x * factor).ToArray(),
        _ => (double)right * factor,
    };
}
