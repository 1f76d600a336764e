namespace FromScratch;

/// <summary>Two networks against each other: D learns to tell real examples x from made ones G(z); G learns to pass for real.</summary>
/// <remarks>For as many made examples as real ones, L_D = −½ E ln D(x) − ½ E ln(1 − D(G(z))). L_G = −E ln D(G(z)) has a gradient
/// even where D is sure, as E ln(1 − D(G(z))) has not. Source: deck 002, Generative Adversarial Networks; Goodfellow et al., 2014.</remarks>
public sealed class GenerativeAdversarialNetwork
{
    private readonly Learner generator, discriminator;
    private readonly int layers;

    /// <summary>Starts from two networks, which stay as they are.</summary>
    /// <param name="generator">c – … – d.</param> <param name="discriminator">d – … – 1, a logit: ln of the odds that x is real.</param>
    /// <param name="generatorRule">How G learns.</param> <param name="discriminatorRule">How D learns; often faster.</param>
    /// <param name="seed">Fixes what dropout leaves out.</param>
    public GenerativeAdversarialNetwork(Network generator, Network discriminator, Optimizer generatorRule, Optimizer discriminatorRule, int seed = 0)
    {
        this.discriminator = new(discriminator.Given() with { Objective = Objective.BinaryCrossEntropy }, discriminatorRule.Given(), seed);
        layers = generator.Given().Layers.Count;
        // D(G(z)) is one network, of which G's steps change the first part only.
        var D = this.discriminator.Live;
        this.generator = new(D with { Layers = [.. generator.Copy().Layers, .. D.Layers] }, layers, generatorRule.Given(), seed);
    }

    /// <summary>G as it is now, a copy: <c>Generator.Logits(z)</c> makes examples, n×d, of noise z, n×c.</summary>
    public Network Generator => generator.Live.First(layers).Copy() with { Objective = Objective.MeanSquaredError };
    /// <summary>D as it is now, a copy: <c>Discriminator.Predict(X)</c> is how probable it holds X to be real, n×1.</summary>
    public Network Discriminator => discriminator.Model;

    /// <summary>A step of D on the real examples and as many made ones as there is noise, then a step of G on the same noise.</summary>
    /// <param name="real">n×d.</param> <param name="noise">m×c, for example <c>Initialize.Normal()(m, c, random)</c>.</param>
    /// <returns>L_D, and L_G against the D that has just learnt; both before the step.</returns>
    /// <exception cref="ArgumentException">Real examples or noise do not fit the networks.</exception>
    public (double Discriminator, double Generator) Step(Matrix<Real> real, Matrix<Real> noise)
    {
        discriminator.Live.Fit(real.Given());
        var (X, n) = (real.Stack(generator.Live.First(layers).Logits(noise.Given())), real.RowCount);
        var loss = discriminator.Step(X, Vector<Real>.Build.Dense(X.RowCount, i => i < n ? 1 : 0));
        return (loss, generator.Step(noise, Vector<Real>.Build.Dense(noise.RowCount, 1)));
    }
}
