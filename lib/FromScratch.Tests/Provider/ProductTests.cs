using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace FromScratch.Tests.Provider;

/// <summary>Ours against MathNet's managed provider. <see cref="VectorWidthTests"/> runs this class again without some vectors.</summary>
public class ProductTests
{
    private static readonly ManagedLinearAlgebraProvider Managed = ManagedLinearAlgebraProvider.Instance;

    // Any use of the library installs the provider.
    private static readonly ILinearAlgebraProvider Ours = Tensor.Vec(1).Count == 1 ? LinearAlgebraControl.Provider : null!;

    [Fact]
    public void Products_of_any_shape_agree_with_managed_ones()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 1500; trial++)
        {
            // The first few have several blocks of everything.
            var (m, n, k) = trial < 6 ? (1100, 603, 600) : (Size(random), Size(random), Size(random) * (trial % 3 == 0 ? 5 : 1));
            var (opA, opB) = (random.Next(2) == 0 ? Transpose.DontTranspose : Transpose.Transpose, random.Next(2) == 0 ? Transpose.DontTranspose : Transpose.ConjugateTranspose);
            var (alpha, beta) = (new double[] { 1, -2, 0.5, 0 }[random.Next(4)], new[] { 0, 1, -0.5 }[random.Next(3)]);
            var (a, b, c) = (Numbers(random, m * k), Numbers(random, k * n), Numbers(random, m * n));
            var expected = (double[])c.Clone();
            var (ra, ca, rb, cb) = (opA == Transpose.DontTranspose ? m : k, opA == Transpose.DontTranspose ? k : m, opB == Transpose.DontTranspose ? k : n, opB == Transpose.DontTranspose ? n : k);
            // Stored by columns: the managed provider is asked for n×0 times 0×n only where it can answer.
            if (m * n * k > 0) Managed.MatrixMultiplyWithUpdate(opA, opB, alpha, a, ra, ca, b, rb, cb, beta, expected);
            else expected = [.. expected.Select(x => beta * x)];
            var (cSingle, sizes) = (Single(c), $"{m}×{k} · {k}×{n}, {opA} {opB}, α {alpha}, β {beta}");

            if (beta == 0) Array.Fill(c, double.NaN);
            Ours.MatrixMultiplyWithUpdate(opA, opB, alpha, a, ra, ca, b, rb, cb, beta, c);
            Ours.MatrixMultiplyWithUpdate(opA, opB, (float)alpha, Single(a), ra, ca, Single(b), rb, cb, (float)beta, cSingle);

            Assert.True(Near(expected, c, 1e-13 * (k + 1)), sizes);
            Assert.True(Near(expected, [.. cSingle.Select(x => (double)x)], 1e-5 * (k + 1)), sizes);
        }
    }

    [Theory]
    [InlineData(3, 3, 3)]
    [InlineData(40, 30, 20)]
    [InlineData(200, 1, 70)]
    [InlineData(70, 9, 70)]
    public void NaN_and_infinity_reach_exactly_the_entries_they_belong_to(int m, int n, int k)
    {
        var random = new Random(2);
        var (a, b) = (Numbers(random, m * k), Numbers(random, k * n));
        (a[m + 1], a[^1], b[k - 1]) = (double.NaN, double.PositiveInfinity, double.NegativeInfinity);
        var (expected, c) = (new double[m * n], new double[m * n]);

        Managed.MatrixMultiply(a, m, k, b, k, n, expected);
        Ours.MatrixMultiply(a, m, k, b, k, n, c);

        Assert.Equal(expected.Select(x => double.IsFinite(x) ? 0 : x), c.Select(x => double.IsFinite(x) ? 0 : x));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public void The_result_may_be_the_array_of_an_operand(int n)
    {
        var random = new Random(3);
        var (a, b, expected) = (Numbers(random, n * n), Numbers(random, n * n), new double[n * n]);
        Managed.MatrixMultiply(a, n, n, b, n, n, expected);
        var (overA, overB) = ((double[])a.Clone(), (double[])b.Clone());

        Ours.MatrixMultiply(overA, n, n, b, n, n, overA);
        Ours.MatrixMultiply(a, n, n, overB, n, n, overB);

        Assert.True(Near(expected, overA, 1e-11) && Near(expected, overB, 1e-11));
    }

    [Theory]
    [InlineData(300, 200, 150)]
    [InlineData(40, 2000, 100)]
    [InlineData(3000, 7, 100)]
    [InlineData(2000, 1, 1000)]
    [InlineData(1100, 600, 600)]
    public void Digits_do_not_depend_on_the_number_of_threads(int m, int n, int k)
    {
        var (A, B, threads) = (Matrix<double>.Build.Random(m, k, 1), Matrix<double>.Build.Random(k, n, 2), Control.MaxDegreeOfParallelism);
        try
        {
            Control.MaxDegreeOfParallelism = 1;
            var (alone, transposed) = (A * B, A.TransposeThisAndMultiply(A.Column(0)));
            Control.MaxDegreeOfParallelism = 3;
            Assert.Equal(alone, A * B);
            Assert.Equal(transposed, A.TransposeThisAndMultiply(A.Column(0)));
        }
        finally
        {
            Control.MaxDegreeOfParallelism = threads;
        }
    }

    // Where the machine rounds a product and its sum once; others round twice. The digits were seen with AVX-512.
    [Fact]
    public void Digits_do_not_depend_on_the_width_of_the_vectors()
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "This machine rounds twice.");
        var (A, B) = (Matrix<double>.Build.Dense(70, 1100, (i, j) => (i * 0.37 + j * 0.11) % 1), Matrix<double>.Build.Dense(1100, 50, (i, j) => (i * 0.73 + j * 0.29) % 1));
        var (x, y) = (A.Row(0), A.Column(0));
        byte[] bytes = [.. new[] { A * B, B.TransposeThisAndMultiply(A.Transpose()), (A * x).ToColumnMatrix(), A.TransposeThisAndMultiply(y).ToColumnMatrix() }
            .SelectMany(C => MemoryMarshal.AsBytes<double>(C.ToColumnMajorArray()).ToArray())];
        Assert.Equal("0828EE78B4B0", Convert.ToHexString(SHA256.HashData(bytes))[..12]);
    }

    [Fact]
    public void A_new_thread_works_in_the_memory_of_the_last_one()
    {
        var (A, B, C) = (Matrix<double>.Build.Random(300, 300, 1), Matrix<double>.Build.Random(300, 300, 2), Matrix<double>.Build.Dense(300, 300));
        var allocated = new List<long>();
        for (var cell = 0; cell < 20; cell++)
        {
            var thread = new Thread(() =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                A.Multiply(B, C);
                allocated.Add(GC.GetAllocatedBytesForCurrentThread() - before);
            });
            thread.Start();
            thread.Join();
        }
        Assert.InRange(allocated.Min(), 0, 10_000); // the least: other tests may have it at the moment
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var inner = Assert.Throws<ArgumentException>(() => Ours.MatrixMultiply(new double[6], 2, 3, new double[8], 4, 2, new double[4]));
        Assert.Equal("A·B: A is 2×3, so B needs 3 rows, but it is 4×2.", inner.Message);
        var result = Assert.Throws<ArgumentException>(() => Ours.MatrixMultiply(new double[6], 2, 3, new double[6], 3, 2, new double[5]));
        Assert.Equal("A 2×2 matrix has 4 entries, but the array has 5.", result.Message);
    }

    internal static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];

    internal static float[] Single(double[] values) => Array.ConvertAll(values, x => (float)x);

    internal static bool Near(double[] expected, double[] actual, double tolerance) =>
        expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance);

    // Nothing, one, odd sizes, whole tiles and more than a block.
    private static int Size(Random random) => random.Next(5) switch
    {
        0 => random.Next(0, 4),
        1 => random.Next(1, 20),
        2 => 16 * random.Next(1, 5),
        _ => random.Next(1, 90),
    };
}
