using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace FromScratch.Tests;

public sealed class InitializeTests
{
    private static readonly (string Name, Initializer Start, double Spread)[] Random = [("N(0, 1)", Initialize.Normal(), 1),
        ("N(0, .25)", Initialize.Normal(0.5), 0.5), ("truncated", Initialize.TruncatedNormal(0.1), 0.1 * 0.8796256610342398),
        ("Xavier", Initialize.Xavier, Math.Sqrt(2.0 / (300 + 200))), ("He", Initialize.He, Math.Sqrt(2.0 / 300))];

    [Fact]
    public void Each_start_has_mean_zero_and_its_spread()
    {
        foreach (var (name, start, spread) in Random)
        {
            var w = start(300, 200, new Random(1)).Enumerate().ToList();
            Assert.True(Math.Abs(w.Mean()) < 4 * spread / Math.Sqrt(60000), name);
            Assert.True(Math.Abs(w.StandardDeviation() / spread - 1) < 0.02, $"{name}: {w.StandardDeviation()}, not {spread}");
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_start_and_another_seed_another()
    {
        Assert.All(Random, start => Assert.Equal(start.Start(3, 4, new Random(7)), start.Start(3, 4, new Random(7))));
        Assert.All(Random, start => Assert.NotEqual(start.Start(3, 4, new Random(7)), start.Start(3, 4, new Random(8))));
    }

    [Fact]
    public void Nothing_is_drawn_beyond_two_sigma_and_xavier_is_bounded()
    {
        Assert.True(Initialize.TruncatedNormal(0.1)(100, 100, new Random(1)).Enumerate().MaximumAbsolute() <= 0.2);
        Assert.True(Initialize.Normal(0.1)(100, 100, new Random(1)).Enumerate().MaximumAbsolute() > 0.2);
        Assert.True(Initialize.Xavier(50, 100, new Random(1)).Enumerate().MaximumAbsolute() <= Math.Sqrt(6.0 / 150));
    }

    [Fact]
    public void Zeros_and_constants_are_what_they_say()
    {
        Assert.Equal(Matrix<double>.Build.Dense(2, 3), Initialize.Zeros(2, 3, new Random(1)));
        Assert.Equal(Matrix<double>.Build.Dense(2, 3, 0.1), Initialize.Constant(0.1)(2, 3, new Random(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Initialize.Normal(-1));
        Assert.Contains("0 and 3", Assert.Throws<ArgumentException>(() => Initialize.Normal()(0, 3, new Random(1))).Message, StringComparison.Ordinal);
    }
}
