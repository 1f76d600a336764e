// Makes A * B fast wherever MathNet's matrices meet: in this library, and in a learner's own cell.
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using MathNet.Numerics.LinearAlgebra.Factorization;
using MathNet.Numerics.Providers.LinearAlgebra;
using static MathNet.Numerics.Providers.LinearAlgebra.Transpose;

namespace FromScratch;

internal sealed class FastProvider : ILinearAlgebraProvider, IFast<double>, IFast<float>, IManaged<Complex>, IManaged<Complex32>
{
    /// <summary>Runs before the first use of anything in this library; MathNet's <c>Control.UseManaged()</c> undoes it.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A notebook has no Main in which we could be called.")]
    internal static void Install() => LinearAlgebraControl.Provider = new FastProvider();

    public bool IsAvailable() => true;
    public void InitializeVerify() { }
    public void FreeResources() { }
    public override string ToString() => $"FromScratch ({Product.Bits}-bit vectors)";
}

/// <summary>The arithmetic that training spends its time on, for float and double.</summary>
internal interface IFast<T> : IManaged<T> where T : unmanaged, IFormattable, IEquatable<T>, INumberBase<T>
{
    void ILinearAlgebraProvider<T>.AddArrays(T[] x, T[] y, T[] result) => TensorPrimitives.Add(x, y, result);
    void ILinearAlgebraProvider<T>.SubtractArrays(T[] x, T[] y, T[] result) => TensorPrimitives.Subtract(x, y, result);
    void ILinearAlgebraProvider<T>.PointWiseMultiplyArrays(T[] x, T[] y, T[] result) => TensorPrimitives.Multiply(x, y, result);
    void ILinearAlgebraProvider<T>.PointWiseDivideArrays(T[] x, T[] y, T[] result) => TensorPrimitives.Divide(x, y, result);
    T ILinearAlgebraProvider<T>.DotProduct(T[] x, T[] y) => Sums.Add<T>(x, y);
    void ILinearAlgebraProvider<T>.ScaleArray(T alpha, T[] x, T[] result) => TensorPrimitives.Multiply(x, alpha, result);
    void ILinearAlgebraProvider<T>.AddVectorToScaledVector(T[] y, T alpha, T[] x, T[] result) => TensorPrimitives.MultiplyAdd(x, alpha, y, result);
    void ILinearAlgebraProvider<T>.MatrixMultiply(T[] x, int rowsX, int columnsX, T[] y, int rowsY, int columnsY, T[] result) =>
        MatrixMultiplyWithUpdate(DontTranspose, DontTranspose, T.One, x, rowsX, columnsX, y, rowsY, columnsY, T.Zero, result);
    void ILinearAlgebraProvider<T>.MatrixMultiplyWithUpdate(Transpose transposeA, Transpose transposeB, T alpha, T[] a, int rowsA, int columnsA, T[] b, int rowsB, int columnsB, T beta, T[] c)
    {
        var A = new Strided<T>(a, rowsA, columnsA, transposeA != DontTranspose);
        var B = new Strided<T>(b, rowsB, columnsB, transposeB != DontTranspose);
        Product.Multiply(alpha, A, B, beta, new Strided<T>(c, A.Rows, B.Columns));
    }
}

/// <summary>Everything as MathNet's managed provider does it; that class is sealed, so each call is passed on.</summary>
internal interface IManaged<T> : ILinearAlgebraProvider<T> where T : struct, IFormattable, IEquatable<T>
{
    private static readonly ILinearAlgebraProvider<T> managed = (ILinearAlgebraProvider<T>)(object)ManagedLinearAlgebraProvider.Instance;

    void ILinearAlgebraProvider<T>.AddVectorToScaledVector(T[] y, T alpha, T[] x, T[] result) => managed.AddVectorToScaledVector(y, alpha, x, result);
    void ILinearAlgebraProvider<T>.ScaleArray(T alpha, T[] x, T[] result) => managed.ScaleArray(alpha, x, result);
    void ILinearAlgebraProvider<T>.ConjugateArray(T[] x, T[] result) => managed.ConjugateArray(x, result);
    T ILinearAlgebraProvider<T>.DotProduct(T[] x, T[] y) => managed.DotProduct(x, y);
    void ILinearAlgebraProvider<T>.AddArrays(T[] x, T[] y, T[] result) => managed.AddArrays(x, y, result);
    void ILinearAlgebraProvider<T>.SubtractArrays(T[] x, T[] y, T[] result) => managed.SubtractArrays(x, y, result);
    void ILinearAlgebraProvider<T>.PointWiseMultiplyArrays(T[] x, T[] y, T[] result) => managed.PointWiseMultiplyArrays(x, y, result);
    void ILinearAlgebraProvider<T>.PointWiseDivideArrays(T[] x, T[] y, T[] result) => managed.PointWiseDivideArrays(x, y, result);
    void ILinearAlgebraProvider<T>.PointWisePowerArrays(T[] x, T[] y, T[] result) => managed.PointWisePowerArrays(x, y, result);
    double ILinearAlgebraProvider<T>.MatrixNorm(Norm norm, int rows, int columns, T[] matrix) => managed.MatrixNorm(norm, rows, columns, matrix);
    void ILinearAlgebraProvider<T>.MatrixMultiply(T[] x, int rowsX, int columnsX, T[] y, int rowsY, int columnsY, T[] result) => managed.MatrixMultiply(x, rowsX, columnsX, y, rowsY, columnsY, result);
    void ILinearAlgebraProvider<T>.MatrixMultiplyWithUpdate(Transpose transposeA, Transpose transposeB, T alpha, T[] a, int rowsA, int columnsA, T[] b, int rowsB, int columnsB, T beta, T[] c) =>
        managed.MatrixMultiplyWithUpdate(transposeA, transposeB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c);
    void ILinearAlgebraProvider<T>.LUFactor(T[] data, int order, int[] ipiv) => managed.LUFactor(data, order, ipiv);
    void ILinearAlgebraProvider<T>.LUInverse(T[] a, int order) => managed.LUInverse(a, order);
    void ILinearAlgebraProvider<T>.LUInverseFactored(T[] a, int order, int[] ipiv) => managed.LUInverseFactored(a, order, ipiv);
    void ILinearAlgebraProvider<T>.LUSolve(int columnsOfB, T[] a, int order, T[] b) => managed.LUSolve(columnsOfB, a, order, b);
    void ILinearAlgebraProvider<T>.LUSolveFactored(int columnsOfB, T[] a, int order, int[] ipiv, T[] b) => managed.LUSolveFactored(columnsOfB, a, order, ipiv, b);
    void ILinearAlgebraProvider<T>.CholeskyFactor(T[] a, int order) => managed.CholeskyFactor(a, order);
    void ILinearAlgebraProvider<T>.CholeskySolve(T[] a, int orderA, T[] b, int columnsB) => managed.CholeskySolve(a, orderA, b, columnsB);
    void ILinearAlgebraProvider<T>.CholeskySolveFactored(T[] a, int orderA, T[] b, int columnsB) => managed.CholeskySolveFactored(a, orderA, b, columnsB);
    void ILinearAlgebraProvider<T>.QRFactor(T[] a, int rowsA, int columnsA, T[] q, T[] tau) => managed.QRFactor(a, rowsA, columnsA, q, tau);
    void ILinearAlgebraProvider<T>.ThinQRFactor(T[] a, int rowsA, int columnsA, T[] r, T[] tau) => managed.ThinQRFactor(a, rowsA, columnsA, r, tau);
    void ILinearAlgebraProvider<T>.QRSolve(T[] a, int rows, int columns, T[] b, int columnsB, T[] x, QRMethod method) => managed.QRSolve(a, rows, columns, b, columnsB, x, method);
    void ILinearAlgebraProvider<T>.QRSolveFactored(T[] q, T[] r, int rowsA, int columnsA, T[] tau, T[] b, int columnsB, T[] x, QRMethod method) => managed.QRSolveFactored(q, r, rowsA, columnsA, tau, b, columnsB, x, method);
    void ILinearAlgebraProvider<T>.SingularValueDecomposition(bool computeVectors, T[] a, int rowsA, int columnsA, T[] s, T[] u, T[] vt) => managed.SingularValueDecomposition(computeVectors, a, rowsA, columnsA, s, u, vt);
    void ILinearAlgebraProvider<T>.SvdSolve(T[] a, int rowsA, int columnsA, T[] b, int columnsB, T[] x) => managed.SvdSolve(a, rowsA, columnsA, b, columnsB, x);
    void ILinearAlgebraProvider<T>.SvdSolveFactored(int rowsA, int columnsA, T[] s, T[] u, T[] vt, T[] b, int columnsB, T[] x) => managed.SvdSolveFactored(rowsA, columnsA, s, u, vt, b, columnsB, x);
    void ILinearAlgebraProvider<T>.EigenDecomp(bool isSymmetric, int order, T[] matrix, T[] matrixEv, Complex[] vectorEv, T[] matrixD) => managed.EigenDecomp(isSymmetric, order, matrix, matrixEv, vectorEv, matrixD);
}
