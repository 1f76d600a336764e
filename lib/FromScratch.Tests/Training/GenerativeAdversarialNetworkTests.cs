using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class GenerativeAdversarialNetworkTests
{
    private static Network Net(params int[] sizes) => Mlp.Of(sizes, Activation.Tanh, Objective.BinaryCrossEntropy, Initialize.Xavier, 1);

    [Fact]
    public void One_step_by_hand()
    {
        // G(z) = w·z with w = 2; D(x) = σ(v·x) with v = .5; x = 3, z = 1, η = .1 for both.
        static Network One(double w) => new([new Dense(Mat([w]), Vec(0), Activation.Linear)], Objective.BinaryCrossEntropy);
        var pair = new GenerativeAdversarialNetwork(One(2), One(0.5), new GradientDescent(0.1), new GradientDescent(0.1));
        var (d, g) = pair.Step(Mat([3]), Mat([1]));
        double σ(double z) => Activations.Sigmoid(z);

        Assert.Equal(-(Math.Log(σ(1.5)) + Math.Log(1 - σ(1))) / 2, d, 1e-14);
        // ∂L_D/∂v = ½[(σ(1.5) − 1)·3 + σ(1)·2], ∂L_D/∂c = ½[(σ(1.5) − 1) + σ(1)]; then ∂L_G/∂w = (σ(v·2 + c) − 1)·v·z.
        var (v, c) = (0.5 - 0.05 * ((σ(1.5) - 1) * 3 + σ(1) * 2), -0.05 * (σ(1.5) - 1 + σ(1)));
        Assert.Equal(-Math.Log(σ(2 * v + c)), g, 1e-14);
        Assert.True((pair.Discriminator.ToVector() - Vec(v, c)).InfinityNorm() < 1e-14);
        Assert.Equal(2 - 0.1 * (σ(2 * v + c) - 1) * v, pair.Generator.ToVector()[0], 1e-14);
    }

    [Fact]
    public void The_networks_it_starts_from_stay_as_they_are_and_the_forger_leaves_the_police_alone()
    {
        var (G, D) = (Net(2, 4, 3), Net(3, 4, 1));
        var (g, d) = (G.ToVector(), D.ToVector());
        var pair = new GenerativeAdversarialNetwork(G, D, new Adam(0.1), new GradientDescent(1e-300));
        pair.Step(Matrix<double>.Build.Random(5, 3, 1), Matrix<double>.Build.Random(6, 2, 1));

        Assert.Equal((g, d), (G.ToVector(), D.ToVector()));
        Assert.True((d - pair.Discriminator.ToVector()).InfinityNorm() < 1e-299);
        Assert.NotEqual(g, pair.Generator.ToVector());
    }

    [Fact]
    public void A_forger_learns_where_a_bell_curve_lies()
    {
        var random = new Random(1);
        Matrix<double> Noise(int n) => Initialize.Normal()(n, 1, random);
        var pair = new GenerativeAdversarialNetwork(Net(1, 1), Net(1, 8, 1), new Adam(0.01), new Adam(0.02));
        for (var step = 0; step < 600; step++) pair.Step(3 + 0.5 * Noise(64), Noise(64));
        var made = pair.Generator.Logits(Noise(1000)).Column(0);

        Assert.Equal(3, made.Average(), 0.5);
    }

    [Fact]
    public void Examples_that_do_not_fit_are_named()
    {
        var pair = new GenerativeAdversarialNetwork(Net(2, 3), Net(3, 1), new Adam(), new Adam());

        Assert.Contains("X has 5 columns, W is 2×3", Assert.Throws<ArgumentException>(() => pair.Step(Mat([1, 2, 3]), Mat([1, 2, 3, 4, 5]))).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => pair.Step(Mat([1, 2]), Mat([1, 2])));
    }
}
