using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FromScratch.Tests.Provider;

public class ElementwiseTests
{
    private static readonly ManagedLinearAlgebraProvider Managed = ManagedLinearAlgebraProvider.Instance;
    private static readonly ILinearAlgebraProvider<double> Ours = Tensor.Vec(1).Count == 1 ? LinearAlgebraControl.Provider : null!;

    [Fact]
    public void Sums_products_and_quotients_agree_with_managed_ones_also_in_place()
    {
        var random = new Random(1);
        for (var n = 0; n < 100; n++)
        {
            var (x, y) = (ProductTests.Numbers(random, n), ProductTests.Numbers(random, n));
            Agree(x, y, (p, a, b, c) => p.AddArrays(a, b, c));
            Agree(x, y, (p, a, b, c) => p.SubtractArrays(a, b, c));
            Agree(x, y, (p, a, b, c) => p.PointWiseMultiplyArrays(a, b, c));
            Agree(x, y, (p, a, b, c) => p.PointWiseDivideArrays(a, b, c));
            Agree(x, y, (p, a, b, c) => p.ScaleArray(-0.3, a, c));
            Agree(x, y, (p, a, b, c) => p.AddVectorToScaledVector(a, 0.7, b, c));
            if (n > 0) Assert.Equal(Managed.DotProduct(x, y), Ours.DotProduct(x, y), 1e-12);
        }
    }

    [Fact]
    public void Decompositions_and_complex_numbers_stay_MathNets()
    {
        var A = Matrix<double>.Build.Random(6, 4, 1);
        Assert.True((A.QR().Q * A.QR().R - A).L2Norm() < 1e-12);
        Assert.True((A.Svd().U * A.Svd().W * A.Svd().VT - A).L2Norm() < 1e-12);
        var S = A.TransposeThisAndMultiply(A);
        Assert.True((S * S.LU().Inverse() - Matrix<double>.Build.DenseIdentity(4)).L2Norm() < 1e-9);
        Assert.True((S.Cholesky().Solve(S.Column(0)) - Vector<double>.Build.Dense(4, i => i == 0 ? 1 : 0)).L2Norm() < 1e-9);
        Assert.Equal(S.Trace(), S.Evd().EigenValues.Sum(λ => λ.Real), 1e-9);
        var i = Matrix<Complex>.Build.Dense(2, 2, Complex.ImaginaryOne);
        Assert.Equal(new Complex(-2, 0), (i * i)[0, 1]);
    }

    private static void Agree(double[] x, double[] y, Action<ILinearAlgebraProvider<double>, double[], double[], double[]> operation)
    {
        var (expected, actual, inPlace) = (new double[x.Length], new double[x.Length], (double[])x.Clone());
        operation(Managed, x, y, expected);
        operation(Ours, x, y, actual);
        operation(Ours, inPlace, y, inPlace);
        Assert.Equal(actual, inPlace);
        Assert.True(ProductTests.Near(expected, actual, 1e-14));
    }
}
