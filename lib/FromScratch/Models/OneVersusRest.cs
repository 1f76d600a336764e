namespace FromScratch;

/// <summary>k logistic regressions, each telling one class from all the others; the surest wins.</summary>
/// <param name="Models">One per class.</param>
/// <remarks>Source: deck 001, Multinomial Classification; Bishop, Pattern Recognition and Machine Learning, §4.1.2.</remarks>
public sealed record OneVersusRest(IReadOnlyList<LogisticRegression> Models)
{
    /// <summary>Model k learns from the labels 1[yᵢ = k].</summary>
    /// <param name="X">n×d.</param> <param name="y">n class numbers, 0 … k−1.</param> <param name="classes">k ≥ 2.</param>
    /// <param name="fit">A logistic regression for X and labels 0 or 1.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, k is below 2, or y is no class number.</exception>
    public static OneVersusRest Fit(Matrix<Real> X, Vector<Real> y, int classes, Func<Matrix<Real>, Vector<Real>, LogisticRegression> fit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        Shape.Labels(Shape.OneEntryPerRow(X, y).Values(), classes);
        return new([.. Enumerable.Range(0, classes).Select(k => fit.Given()(X, y.Map<Real>(c => c == k ? 1 : 0, Zeros.Include)))]);
    }

    /// <summary>Pᵢₖ: how probable model k holds its class, n×k; a row need not sum to 1.</summary>
    public Matrix<Real> Probabilities(Matrix<Real> X) => Matrix<Real>.Build.DenseOfColumnVectors(Models.Select(m => m.Probabilities(X)));

    /// <summary>ŷᵢ = argmaxₖ Pᵢₖ: n labels; the first of equals. Asked of the logits, which differ where two probabilities round to 1.</summary>
    public Vector<Real> Predict(Matrix<Real> X) => Objective.Largest(Matrix<Real>.Build.DenseOfColumnVectors(Models.Select(m => m.Logits(X))));
}
