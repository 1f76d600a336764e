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

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 16)];

    [Theory, MemberData(nameof(Seeds))]
    public void The_steps_of_police_and_forger_agree_with_finite_differences(int seed)
    {
        var random = new Random(seed);
        var (c, d, n) = (random.Next(1, 5), random.Next(1, 6), random.Next(1, 8));
        Network Deep(int from, int to, Activation activation) => Mlp.Of([from, random.Next(1, 6), random.Next(1, 6), to], activation,
            Objective.BinaryCrossEntropy, Initialize.Normal(0.7), random.Next());
        var (G, D) = (Deep(c, d, Activation.LeakyReLU(0.2)), Deep(d, 1, Activation.Tanh));
        var (X, Z) = (Initialize.Normal()(n, d, random), Initialize.Normal()(n, c, random));

        // At the rate 1 a step is the gradient itself; the forger's is taken against the police that has just learnt.
        var pair = new GenerativeAdversarialNetwork(G, D, new GradientDescent(1), new GradientDescent(1));
        pair.Step(X, Z);
        static double Mean(Matrix<double> p) => p.PointwiseLog().Enumerate().Average();
        var police = GradientCheck.Compare(m => -Mean(m.Predict(X)) / 2 - Mean(1 - m.Predict(G.Logits(Z))) / 2, D, D - pair.Discriminator);
        var forger = GradientCheck.Compare(m => -Mean(pair.Discriminator.Predict(m.Logits(Z))), G, G - pair.Generator);

        Assert.True(police.Passed, $"police, c {c} d {d} n {n}: {police}");
        Assert.True(forger.Passed, $"forger, c {c} d {d} n {n}: {forger}");
        Assert.Equal((1e-6, 1e-6), (police.Tolerance, forger.Tolerance));
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
