namespace FromScratch;

/// <summary>Guards at the library's doors: what was expected, and what came.</summary>
internal static class Shape
{
    /// <summary>X·w exists: w has one entry per column of X.</summary>
    public static void Product(Matrix<double> X, Vector<double> w, string name = "X")
    {
        if (X.ColumnCount != w.Count)
            throw new ArgumentException($"X·w: X is {X.ShapeText()}, so w needs {X.ColumnCount} entries, but it has {w.Count}.", name);
    }

    /// <summary>y has one entry per row of X, and there is a row.</summary>
    public static void OneEntryPerRow(Matrix<double> X, Vector<double> y, string name = "y")
    {
        if (X.RowCount == 0) throw new ArgumentException("X has no rows; at least one example is needed.", nameof(X));
        if (X.RowCount != y.Count)
            throw new ArgumentException($"X is {X.ShapeText()}, so {name} needs {X.RowCount} entries, but it has {y.Count}.", name);
    }

    /// <summary>a and b have the same length, and there is an entry.</summary>
    public static void SameLength(Vector<double> a, Vector<double> b, string aName, string bName)
    {
        if (a.Count == 0) throw new ArgumentException($"{aName} is empty; at least one entry is needed.", aName);
        if (a.Count != b.Count)
            throw new ArgumentException($"{aName} has {a.Count} entries, so {bName} needs {a.Count}, but it has {b.Count}.", bName);
    }

    /// <summary>No entry of X is NaN or infinite.</summary>
    public static void Finite(Matrix<double> X, string name)
    {
        if (X.Find(x => !double.IsFinite(x), Zeros.AllowSkip) is var (i, j, x))
            throw new ArgumentException(FormattableString.Invariant($"{name}[{i}, {j}] is {x}, but every entry must be a finite number."), name);
    }

    /// <summary>No entry of v is NaN or infinite.</summary>
    public static void Finite(Vector<double> v, string name)
    {
        if (v.Find(x => !double.IsFinite(x), Zeros.AllowSkip) is var (i, x))
            throw new ArgumentException(FormattableString.Invariant($"{name}[{i}] is {x}, but every entry must be a finite number."), name);
    }

    /// <summary>0 ≤ vᵢ ≤ 1. NaN passes, so that a run that diverged shows a NaN loss instead of stopping with an error.</summary>
    public static void Probabilities(Vector<double> v, string name)
    {
        if (v.Find(x => x is < 0 or > 1, Zeros.AllowSkip) is var (i, x))
            throw new ArgumentException(FormattableString.Invariant($"{name}[{i}] is {x}, but it must lie between 0 and 1."), name);
    }
}
