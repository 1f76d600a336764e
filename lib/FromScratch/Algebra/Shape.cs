using System.Runtime.CompilerServices;

namespace FromScratch;

/// <summary>Guards at the library's doors: an <see cref="ArgumentException"/> says what was expected, and what came.</summary>
internal static class Shape
{
    /// <summary>X·w, which exists where w has one entry per column of X.</summary>
    public static Vector<double> Times(this Matrix<double> X, Vector<double> w) => X.ColumnCount == w.Count ? X * w
        : throw new ArgumentException(
            $"X·w: X is {X.ShapeText()}, so w needs {X.ColumnCount} entries, but it has {w.Count}.", nameof(X));

    /// <summary>y has one entry per row of X, and there is a row.</summary>
    public static void OneEntryPerRow(Matrix<double> X, Vector<double> y)
    {
        var n = X.RowCount;
        if (n == 0) throw new ArgumentException("X has no rows; at least one example is needed.", nameof(X));
        if (y.Count != n)
            throw new ArgumentException($"X is {X.ShapeText()}, so y needs {n} entries, but it has {y.Count}.", nameof(y));
    }

    /// <summary>a and b have the same length, and there is an entry.</summary>
    public static void SameLength(Vector<double> a, Vector<double> b,
        [CallerArgumentExpression(nameof(a))] string aName = "", [CallerArgumentExpression(nameof(b))] string bName = "")
    {
        var n = a.Count;
        if (n == 0) throw new ArgumentException($"{aName} is empty; at least one entry is needed.", aName);
        if (b.Count != n)
            throw new ArgumentException($"{aName} has {n} entries, so {bName} needs {n}, but it has {b.Count}.", bName);
    }

    /// <summary>0 ≤ vᵢ ≤ 1. NaN passes, so that a run that diverged shows a NaN loss instead of stopping with an error.</summary>
    public static void Probabilities(Vector<double> v, [CallerArgumentExpression(nameof(v))] string name = "") =>
        None(v, x => x is < 0 or > 1, "it must lie between 0 and 1", name);

    /// <summary>No entry of v is wrong.</summary>
    public static void None(
        Vector<double> v, Func<double, bool> wrong, string must, [CallerArgumentExpression(nameof(v))] string name = "")
    {
        if (v.Find(wrong, Zeros.Include) is var (i, x))
            throw new ArgumentException(Invariant($"{name}[{i}] is {x}, but {must}."), name);
    }

    /// <summary>No entry of X is NaN or infinite.</summary>
    public static void Finite(Matrix<double> X)
    {
        if (X.Find(x => !double.IsFinite(x), Zeros.AllowSkip) is var (i, j, x))
            throw new ArgumentException(Invariant($"X[{i}, {j}] is {x}, but every entry must be a finite number."), nameof(X));
    }
}
