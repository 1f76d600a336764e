using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch;

/// <summary>What a picture demands of its input; every message names what was expected and what was found.</summary>
internal static class Demand
{
    public static double[] Some(IEnumerable<double> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(values, name);
        double[] array = [.. values];
        return array.Length > 0 ? array : throw new ArgumentException("Expected at least one value, found none.", name);
    }

    public static IReadOnlyList<T> SomeOf<T>(IEnumerable<T> items, string what, [CallerArgumentExpression(nameof(items))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(items, name);
        T[] array = [.. items];
        return array.Length > 0 ? array : throw new ArgumentException($"Expected at least one {what}, found none.", name);
    }

    public static (double[] X, double[] Y) Pairs(IEnumerable<double> x, IEnumerable<double> y)
    {
        double[] xs = Some(x), ys = Some(y);
        return xs.Length == ys.Length
            ? (xs, ys)
            : throw new ArgumentException($"Expected as many y as x, found {xs.Length} x and {ys.Length} y.", nameof(y));
    }

    public static void Ordered(double from, double to, string name = "from")
    {
        if (!double.IsFinite(from) || !double.IsFinite(to) || from >= to)
            throw new ArgumentException($"Expected two finite ends, the first below the second, found {Numbers.Say(from)} and {Numbers.Say(to)}.", name);
    }

    public static double[] Ascending(IEnumerable<double> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        double[] array = Some(values, name);
        if (array.Length < 2) throw new ArgumentException($"Expected two values at least, found {array.Length}.", name);
        foreach (var (before, after) in array.Zip(array.Skip(1))) Ordered(before, after, name);
        return array;
    }

    public static void Index(int index, int count, string items, [CallerArgumentExpression(nameof(index))] string name = "")
    {
        if (index < 0 || index >= count) throw new ArgumentException($"Expected the index of one of {count} {items}, found {index}.", name);
    }

    public static void AtMost(int greatest, int found, string what, string name)
    {
        if (found > greatest)
            throw new ArgumentException($"Expected at most {greatest} {what}, found {found}: draw a sample of them.", name);
    }

    public static void Resolution(int resolution)
    {
        if (resolution is < 2 or > 150) throw new ArgumentException($"Expected from 2 to 150 grid points along each axis, found {resolution}.", nameof(resolution));
    }

    /// <summary>Whole labels from 0 to below <paramref name="classes"/>, one for each of <paramref name="count"/> points.</summary>
    public static double[] Labels(IEnumerable<double> labels, int count, int classes, [CallerArgumentExpression(nameof(labels))] string name = "")
    {
        double[] array = Some(labels, name);
        if (array.Length != count) throw new ArgumentException($"Expected a label for each of {count} points, found {array.Length} labels.", name);
        foreach (double label in array)
            if (!(label >= 0 && label < classes && label == Math.Floor(label)))
                throw new ArgumentException($"Expected whole labels from 0 to {classes - 1}, found {Numbers.Say(label)}.", name);
        return array;
    }

    /// <summary>Positions (a, b), one vector of length 2 for each step.</summary>
    public static IReadOnlyList<Vector<double>> Path(IEnumerable<Vector<double>> path, [CallerArgumentExpression(nameof(path))] string name = "")
    {
        var steps = SomeOf(path, "step", name);
        foreach (var step in steps)
            if (step.Count != 2) throw new ArgumentException($"Expected every step to be a vector (a, b) of length 2, found one of length {step.Count}.", name);
        return steps;
    }
}
