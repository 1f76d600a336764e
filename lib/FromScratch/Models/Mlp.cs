namespace FromScratch;

/// <summary>The multi-layer perceptron: dense layers, f on all but the last, which puts out z for the objective.</summary>
public static class Mlp
{
    /// <summary>d – h₁ – … – k: as many weight layers as there are sizes, less one.</summary>
    /// <param name="sizes">The inputs, the units of each hidden layer, the outputs; each ≥ 1.</param> <param name="activation">f, of the
    /// hidden layers.</param> <param name="objective">The loss.</param> <param name="weights">How each W starts.</param>
    /// <param name="seed">Fixes the start.</param> <param name="biases">How each b starts; at 0 if it is not said.</param>
    /// <exception cref="ArgumentException">There are fewer than two sizes, or one is below 1.</exception>
    public static Network Of(IReadOnlyList<int> sizes, Activation activation, Objective objective, Initializer weights, int seed,
        Initializer? biases = null)
    {
        if (sizes.Given().Count < 2 || sizes.Min() < 1) throw new ArgumentException(
            $"A network needs at least two sizes of at least 1, but they are {string.Join("-", sizes)}.", nameof(sizes));
        var (random, last) = (new Random(seed), sizes.Count - 1);
        (weights, activation) = (weights.Given(), activation.Given());
        return new([.. Enumerable.Range(1, last).Select(l => new Dense(weights(sizes[l - 1], sizes[l], random),
            (biases ?? Initialize.Zeros)(1, sizes[l], random).Row(0), l < last ? activation : Activation.Linear))], objective.Given());
    }

    /// <summary>∂L/∂θ for one example, as on the board; a batch's gradient is the mean of these.</summary>
    /// <param name="network">Dense layers only.</param> <param name="x">d entries.</param> <param name="y">Its target, or its class.</param>
    /// <exception cref="ArgumentException">A layer is not dense, or x or y does not fit.</exception>
    /// <remarks>Source: deck 002, Backward Propagation; Rumelhart, Hinton and Williams, Nature 323, 1986.</remarks>
    public static Network Backpropagate(Network network, Vector<Real> x, Vector<Real> y)
    {
        network.Given().Fit(x.Given().ToRowMatrix());
        var layers = network.Layers.Select(layer => layer as Dense ?? throw new ArgumentException(
            $"Expected dense layers only, found {layer.GetType().Name}.", nameof(network))).ToArray();
        var (z, a, m) = (new List<Vector<Real>>(), new List<Vector<Real>> { x }, layers.Length - 1);
        foreach (var (W, b, f) in layers)
        {
            z.Add(W.LeftMultiply(a[^1]) + b);                                                   // z⁽ˡ⁾ = a⁽ˡ⁻¹⁾·W⁽ˡ⁾ + b⁽ˡ⁾
            a.Add(f.Of(z[^1]));                                                                 // a⁽ˡ⁾ = f(z⁽ˡ⁾)
        }
        var (dA, gradient) = (a[^1].ToRowMatrix(), new Layer[layers.Length]);
        network.Objective.Into(dA, a[^1].ToRowMatrix(), y.Given().Values());
        var delta = dA.Row(0).PointwiseMultiply(layers[m].Activation.Derivative(z[m]));         // δ⁽ᵐ⁾ = ∂L/∂a ∘ f′(z⁽ᵐ⁾)
        for (var l = m; ; l--)
        {
            gradient[l] = layers[l] with { Weights = a[l].OuterProduct(delta), Bias = delta };  // ∂L/∂W = aᵀδ, ∂L/∂b = δ
            if (l == 0) return network with { Layers = gradient };
            delta = (layers[l].Weights * delta).PointwiseMultiply(layers[l - 1].Activation.Derivative(z[l - 1])); // δ ← (Wδ) ∘ f′
        }
    }
}
