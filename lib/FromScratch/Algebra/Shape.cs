namespace FromScratch;

/// <summary>Guards at the library's doors: an <see cref="ArgumentException"/> says what was expected, and what came. Those with a
/// result return what they have looked at.</summary>
internal static class Shape
{
    /// <summary>X·w, which exists where w has one entry per column of X.</summary>
    public static Matrix<Real> Fits(Matrix<Real> X, Vector<Real> w) => X.Given().ColumnCount == w.Given().Count ? X
        : throw new ArgumentException($"X·w: X is {X.ShapeText()}, so w needs {X.ColumnCount} entries, but it has {w.Count}.", nameof(X));

    /// <summary>X·W, which exists where W has one row per column of X.</summary>
    public static Matrix<Real> Times(this Matrix<Real> X, Matrix<Real> W) => X.Given().ColumnCount == W.Given().RowCount ? X * W
        : throw new ArgumentException($"X·W: X is {X.ShapeText()}, so W needs {X.ColumnCount} rows, but it is {W.ShapeText()}.", nameof(X));

    /// <summary>X has at least one entry.</summary>
    public static Matrix<Real> NotEmpty(Matrix<Real> X, [CallerArgumentExpression(nameof(X))] string name = "") =>
        X.Given(name).RowCount > 0 && X.ColumnCount > 0 ? X : throw new ArgumentException($"{name} is {X.ShapeText()}, without an entry.", name);

    /// <summary>y has one entry per row of X, and there is a row.</summary>
    public static Vector<Real> OneEntryPerRow(Matrix<Real> X, Vector<Real> y) => NotEmpty(X).RowCount == y.Given().Count ? y
        : throw new ArgumentException($"X is {X.ShapeText()}, so y needs {X.RowCount} entries, but it has {y.Count}.", nameof(y));

    /// <summary>X and Y have the same number of rows, and there is one.</summary>
    public static Matrix<Real> SameRows(Matrix<Real> X, Matrix<Real> Y) => NotEmpty(X).RowCount == Y.Given().RowCount ? Y
        : throw new ArgumentException($"X is {X.ShapeText()}, so Y needs {X.RowCount} rows, but it is {Y.ShapeText()}.", nameof(Y));

    /// <summary>There is a target for each entry of Z, n×k.</summary>
    public static Real[] OneTargetPerEntry(Matrix<Real> Z, Real[] y) => NotEmpty(Z).RowCount * Z.ColumnCount == y.Length ? y
        : throw new ArgumentException($"Z is {Z.ShapeText()}, so Y needs as many entries, but it has {y.Length}.", nameof(y));

    /// <summary>y has a class number for each row of Z, 0 … k−1, where Z has k columns.</summary>
    public static void Labels(Matrix<Real> Z, Real[] y) => Labels(NotEmpty(Z).RowCount == y.Length ? y
        : throw new ArgumentException($"Z is {Z.ShapeText()}, so y needs {Z.RowCount} entries, but it has {y.Length}.", nameof(y)), Z.ColumnCount);
    /// <summary>Every label is one of 0 … k−1.</summary>
    public static void Labels(ReadOnlySpan<Real> y, int k, string name = "y")
    {
        Valid.Count(k);
        for (var i = 0; i < y.Length; i++)
            if (!(y[i] >= 0 && y[i] < k && y[i] == (int)y[i]))
                throw new ArgumentException(Invariant($"{name}[{i}] is {y[i]}, but a class is one of 0 … {k - 1}."), name);
    }

    /// <summary>Every index is one of 0 … n−1.</summary>
    public static IReadOnlyList<int> Within(IReadOnlyList<int> indices, int n) => indices.Given().All(i => i >= 0 && i < n) ? indices
        : throw new ArgumentOutOfRangeException(nameof(indices), indices.First(i => i < 0 || i >= n), $"There are {n}, counted from 0.");

    /// <summary>a and b have the same length, and there is an entry.</summary>
    public static Vector<Real> SameLength(Vector<Real> a, Vector<Real> b,
        [CallerArgumentExpression(nameof(a))] string aName = "", [CallerArgumentExpression(nameof(b))] string bName = "") =>
        a.Given(aName).Count == 0 ? throw new ArgumentException($"{aName} is empty; at least one entry is needed.", aName)
        : b.Given(bName).Count == a.Count ? a
        : throw new ArgumentException($"{aName} has {a.Count} entries, so {bName} needs {a.Count}, but it has {b.Count}.", bName);

    /// <summary>0 ≤ vᵢ ≤ 1, for n ≥ 1 entries. NaN passes, so that a run that diverged shows a NaN loss instead of stopping with an error.</summary>
    public static void Probabilities(Vector<Real> v, [CallerArgumentExpression(nameof(v))] string name = "") => Probabilities(v.Values(), name);
    public static void Probabilities(Real[] v, [CallerArgumentExpression(nameof(v))] string name = "")
    {
        if (TensorPrimitives.Min<Real>(v) >= 0 && TensorPrimitives.Max<Real>(v) <= 1) return;
        None(Vector<Real>.Build.Dense(v), x => x is < 0 or > 1, "it must lie between 0 and 1", name);
    }

    /// <summary>No entry of v is wrong.</summary>
    public static void None(Vector<Real> v, Func<Real, bool> wrong, string must, [CallerArgumentExpression(nameof(v))] string name = "")
    {
        if (v.Given(name).Find(wrong, Zeros.Include) is var (i, x)) throw new ArgumentException(Invariant($"{name}[{i}] is {x}, but {must}."), name);
    }
    /// <summary>No entry of X is NaN or infinite.</summary>
    public static void Finite(Matrix<Real> X)
    {
        if (X.Given().Find(x => !double.IsFinite(x), Zeros.AllowSkip) is var (i, j, x))
            throw new ArgumentException(Invariant($"X[{i}, {j}] is {x}, but every entry must be a finite number."), nameof(X));
    }
}
