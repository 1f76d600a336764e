using MathNet.Numerics.Distributions;

namespace FromScratch;

/// <summary>error = bias² + variance + noise, each the mean over the points x: why a model can be too stiff, or too supple.</summary>
/// <param name="BiasSquared">(E ŷ − f)²: how far off the models are on average.</param> <param name="Variance">E(ŷ − E ŷ)²: how much they
/// differ from one training set to the next.</param> <param name="Noise">E(y − f)²: what nobody can predict.</param>
/// <param name="Error">E(y − ŷ)² for fresh targets y.</param> <param name="Predictions">The models' ŷ, a row per training set.</param>
/// <remarks>Source: deck 003, Bias and Variance; Hastie et al., The Elements of Statistical Learning, §7.3.</remarks>
public sealed record BiasVariance(double BiasSquared, double Variance, double Noise, double Error, Matrix<Real> Predictions)
{
    /// <summary>Draws many training sets y = f(x) + ε, ε ~ N(0, σ²), fits a model to each, and takes stock.</summary>
    /// <param name="f">The truth.</param> <param name="sigma">σ ≥ 0, finite.</param> <param name="x">n points.</param>
    /// <param name="fit">ŷ at the n points, from the targets there.</param> <param name="sets">≥ 2.</param> <param name="seed">Fixes ε.</param>
    /// <exception cref="ArgumentException">A number is out of range, or ŷ has not n entries.</exception>
    public static BiasVariance Simulate(
        Func<double, double> f, double sigma, Vector<Real> x, Func<Vector<Real>, Vector<Real>> fit, int sets, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sets, 2);
        Valid.Count(x.Given().Count);
        var (random, truth) = (new Random(seed), Vector<Real>.Build.DenseOfEnumerable(x.Select(t => (Real)f.Given()(t))));
        Vector<Real> Targets() => Vector<Real>.Build.DenseOfEnumerable(truth.Select(t => (Real)Normal.Sample(random, t, Valid.NotNegative(sigma))));
        Vector<Real>[] fitted = [.. Enumerable.Range(0, sets).Select(_ => fit.Given()(Targets()))];
        foreach (var ŷ in fitted) Shape.SameLength(x, ŷ);
        var predictions = Matrix<Real>.Build.DenseOfRowVectors(fitted);
        var (mean, fresh) = (predictions.ColumnSums() / sets, Matrix<Real>.Build.DenseOfRowVectors(Enumerable.Range(0, sets).Select(_ => Targets())));
        double Mean(Matrix<Real> errors) => errors.PointwisePower(2).ColumnSums().Average() / errors.RowCount;
        return new(Mean((mean - truth).ToRowMatrix()), Mean(predictions + -mean), Mean(fresh + -truth), Mean(fresh - predictions), predictions);
    }
}
