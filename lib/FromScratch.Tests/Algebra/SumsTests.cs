using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace FromScratch.Tests.Algebra;

/// <summary><see cref="Provider.VectorWidthTests"/> runs this class again without some vectors.</summary>
public class SumsTests
{
    private static readonly double[] X = [.. Enumerable.Range(0, 700).Select(i => i * 0.37 % 1 - 0.5)];
    private static readonly double[] Y = [.. Enumerable.Range(0, 700).Select(i => i * 0.73 % 1 - 0.5)];

    [Fact]
    public void A_sum_adds_every_number_once()
    {
        for (var n = 0; n <= X.Length; n++)
        {
            Assert.Equal(X.Take(n).Sum(), Sums.Add<double>(X.AsSpan(0, n)), 1e-12);
            Assert.Equal(X.Take(n).Zip(Y, (x, y) => x * y).Sum(), Sums.Add<double>(X.AsSpan(0, n), Y.AsSpan(0, n)), 1e-12);
            Assert.Equal(X.Take(n).Zip(Y, (x, y) => (x - y) * (x - y)).Sum(), Lanes.SquaredDistance(X.AsSpan(0, n), Y.AsSpan(0, n)), 1e-11);
        }
    }

    // The digits were seen with AVX-512; there they are those of System.Numerics.Tensors 10.0.15.
    [Fact]
    public void A_sum_has_the_same_digits_on_every_machine()
    {
        var (x, y) = (Array.ConvertAll(X, value => (float)value), Array.ConvertAll(Y, value => (float)value));
        Assert.Equal("38E834302240", Digits(n => Sums.Add<double>(X.AsSpan(0, n))));
        Assert.Equal("63D77200B531", Digits(n => Sums.Add<double>(X.AsSpan(0, n), Y.AsSpan(0, n))));
        Assert.Equal("D0CDC3C021C1", Digits(n => Sums.Add<float>(x.AsSpan(0, n))));
        Assert.Equal("2DAF80DCE58C", Digits(n => Sums.Add<float>(x.AsSpan(0, n), y.AsSpan(0, n))));
        Assert.Equal("BCC0A851429C", Digits(n => Lanes.SquaredDistance(X.AsSpan(0, n), Y.AsSpan(0, n))));
    }

    /// <summary>A word for the digits of f(0) … f(700).</summary>
    private static string Digits(Func<int, double> f) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<double>(Enumerable.Range(0, X.Length + 1).Select(f).ToArray())))[..12];
}
