using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class NetworkTests
{
    private static readonly Activation[] Smooth = [Activation.Sigmoid, Activation.Tanh, Activation.ELU(), Activation.Linear];
    private static readonly Activation[] Kinked = [Activation.ReLU, Activation.LeakyReLU(0.1)];

    private static Matrix<double> Inputs(int n, int d, int seed) => Matrix<double>.Build.Random(n, d, seed);

    private static Vector<double> Labels(int n, int k, int seed)
    {
        var random = new Random(seed);
        return Vector<double>.Build.Dense(n, _ => random.Next(k));
    }

    // Weights whose biases are not all zero, so that a kink is never met exactly.
    private static Network Net(IReadOnlyList<int> sizes, Activation f, Objective objective, int seed) =>
        Mlp.Of(sizes, f, objective, Initialize.Xavier, seed, Initialize.Normal(0.3));

    [Fact]
    public void A_two_two_one_network_by_hand()
    {
        var net = new Network([new Dense(Mat([1, -1], [2, 0.5]), Vec(0.5, 0), Activation.ReLU),
            new Dense(Mat([1], [-2]), Vec(0.25), Activation.Linear)], Objective.MeanSquaredError);
        var X = Mat([1, 1], [-1, 2]);

        // z₁ = (3.5, −.5), (3.5, 2); a₁ = (3.5, 0), (3.5, 2); z₂ = 3.75, −.25.
        Assert.Equal(Mat([3.75], [-0.25]), net.Logits(X));
        Assert.Equal((0.75 * 0.75 + 0.25 * 0.25) / 2, net.Loss(X, Vec(3, 0)), 1e-15);
        // ∂L/∂z₂ = (.75, −.25); ∂L/∂W₂ = (.75·3.5 − .25·3.5, −.25·2); ∂L/∂b₂ = .5
        var output = (Dense)net.Gradient(X, Vec(3, 0)).Layers[1];
        Assert.Equal((Mat([1.75], [-0.5]), Vec(0.5)), (output.Weights, output.Bias));
        // ∂L/∂z₁ = ((.75, 0), (−.25, .5)), the ReLU shut for the first example's second unit.
        var hidden = (Dense)net.Gradient(X, Vec(3, 0)).Layers[0];
        Assert.Equal((Mat([1, -0.5], [0.25, 1]), Vec(0.5, 0.5)), (hidden.Weights, hidden.Bias));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 12)];

    [Theory, MemberData(nameof(Seeds))]
    public void Gradients_agree_with_finite_differences_for_any_shape_activation_and_objective(int seed)
    {
        var random = new Random(seed);
        int[] sizes = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => random.Next(1, 6))];
        var (n, k) = (random.Next(1, 9), sizes[^1]);
        var X = Inputs(n, sizes[0], seed);
        var targets = Matrix<double>.Build.Random(n, k, seed);
        foreach (var f in Smooth.Concat(Kinked))
        {
            foreach (var (objective, Y) in new[] { (Objective.SoftmaxCrossEntropy, Labels(n, k, seed).ToColumnMatrix()),
                (Objective.BinaryCrossEntropy, targets.Map(t => t > 0 ? 1.0 : 0, Zeros.Include)), (Objective.MeanSquaredError, targets) })
            {
                var net = Net(sizes, f, objective, seed);
                var check = GradientCheck.Compare(m => m.Loss(X, Y), net, net.Gradient(X, Y));
                Assert.True(check.Passed, $"{string.Join("-", sizes)} {f} {objective}: {check}");
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_mean_of_the_one_example_gradients_is_the_gradient_of_the_batch(int seed)
    {
        var (X, y, net) = (Inputs(5, 3, seed), Labels(5, 4, seed), Net([3, 6, 2, 4], Smooth[seed % 4], Objective.SoftmaxCrossEntropy, seed));
        var mean = Enumerable.Range(0, 5).Select(i => Mlp.Backpropagate(net, X.Row(i), Vec(y[i])).ToVector()).Aggregate((a, b) => a + b) / 5;

        Assert.True((mean - net.Gradient(X, y).ToVector()).InfinityNorm() < 1e-15);
    }

    [Fact]
    public void Learnt_slopes_and_maxout_pass_the_gradient_check()
    {
        var (X, y, random) = (Inputs(7, 3, 1), Labels(7, 2, 1), new Random(1));
        var net = new Network([new Dense(Initialize.Xavier(3, 6, random), Vec(0.1, -0.2, 0.3, 0, 0.2, -0.1), Activation.Linear), new Maxout(2),
            new Dense(Initialize.Xavier(3, 4, random), Vec(0.1, 0.2, -0.3, 0.4), Activation.Linear), new PReLU(Vec(0.25, 0.1, 0, -0.5)),
            new Dense(Initialize.Xavier(4, 2, random), Vec(0, 0), Activation.Linear)], Objective.SoftmaxCrossEntropy);
        var check = GradientCheck.Compare(m => m.Loss(X, y), net, net.Gradient(X, y));

        Assert.True(check.Passed, check.ToString());
        Assert.Equal(Mat([3, 2]), new Maxout(2).Forward(Mat([1, 3, 2, -4])));
        Assert.Equal(Mat([-0.25, 2]), new PReLU(Vec(0.25, 0.5)).Forward(Mat([-1, 2])));
    }

    [Fact]
    public void Maxout_takes_the_largest_of_each_group_however_wide_the_layer_and_passes_nan_on()
    {
        // Wide enough that MathNet's own maps share the columns out to threads, which would meet within a group.
        var X = Inputs(512, 960, 1);
        var largest = Matrix<double>.Build.Dense(512, 320, (i, j) => X.Row(i, 3 * j, 3).Maximum());

        for (var again = 0; again < 20; again++) Assert.Equal(largest, new Maxout(3).Forward(X));
        Assert.True(double.IsNaN(new Maxout(2).Forward(Mat([1, double.NaN]))[0, 0]));
        Assert.True(double.IsNaN(new Maxout(2).Forward(Mat([double.NaN, 1]))[0, 0]));
    }

    [Fact]
    public void The_gradient_goes_to_the_first_of_equal_pieces()
    {
        var (layer, pass) = (new Maxout(3), new Pass());
        layer.Forward(Mat([2, 5, 5, -1, -1, -1]), pass);

        Assert.Equal(Mat([0, 7, 0, 8, 0, 0]), layer.Backward(Mat([7, 8]), pass, layer));
    }

    [Fact]
    public void Without_an_activation_three_layers_are_one()
    {
        var net = Mlp.Of([3, 5, 4, 2], Activation.Linear, Objective.MeanSquaredError, Initialize.Xavier, 3);
        var W = net.Layers.Cast<Dense>().Select(layer => layer.Weights).Aggregate((product, next) => product * next);
        var X = Inputs(6, 3, 3);

        Assert.True((net.Logits(X) - X * W).InfinityNorm() < 1e-14);
    }

    [Fact]
    public void Blocks_of_rows_give_what_all_rows_at_once_give()
    {
        var (X, net) = (Inputs(2500, 3, 1), Net([3, 4, 2], Activation.Tanh, Objective.SoftmaxCrossEntropy, 1));
        var Z = net.Logits(X);

        Assert.All([0, 1023, 1024, 2047, 2048, 2499], i => Assert.True((Z.Row(i) - net.Logits(X.SubMatrix(i, 1, 0, 3)).Row(0)).InfinityNorm() < 1e-14));
        Assert.Equal(Z.EnumerateRows().Select(row => (double)row.MaximumIndex()), net.Classify(X));
        Assert.Equal(Activations.Softmax(Z), net.Predict(X));
    }

    [Fact]
    public void Parameters_go_to_a_vector_and_back()
    {
        var net = Net([2, 3, 1], Activation.Tanh, Objective.BinaryCrossEntropy, 5);
        var theta = net.ToVector();

        Assert.Equal(2 * 3 + 3 + 3 + 1, theta.Count);
        Assert.Equal(2 * theta, net.FromVector(2 * theta).ToVector());
        Assert.Equal(theta, net.ToVector());
        Assert.Contains("13 parameters, but theta has 2", Assert.Throws<ArgumentException>(() => net.FromVector(Vec(1, 2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dropout_zeroes_its_share_keeps_the_mean_and_is_gone_after_training()
    {
        var (X, layer) = (Matrix<double>.Build.Dense(200, 50, 1), new Dropout(0.8));
        var A = layer.Forward(X, new Pass { Noise = new Random(1) });

        Assert.All(A.Enumerate(), a => Assert.True(a is 0 or 1.25));
        Assert.Equal(0.2, A.Enumerate().Count(a => a == 0) / 1e4, 0.02);
        Assert.Equal(1, A.Enumerate().Average(), 0.02);
        Assert.Equal(X, layer.Forward(X));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(0));
    }

    [Fact]
    public void Dropout_sends_the_gradient_back_through_the_units_that_stayed()
    {
        var (X, layer) = (Inputs(4, 3, 1), new Dropout());
        var pass = new Pass { Noise = new Random(3) };
        var mask = layer.Forward(X, pass).PointwiseDivide(X);

        Assert.Equal(mask, layer.Backward(Matrix<double>.Build.Dense(4, 3, 1), pass, layer).Map(m => m, Zeros.Include));
    }

    [Fact]
    public void Targets_with_rows_for_columns_are_refused()
    {
        var (net, X, Y) = (Net([2, 3, 2], Activation.Tanh, Objective.MeanSquaredError, 5), Inputs(3, 2, 1), Inputs(2, 3, 2));
        foreach (var act in new Action[] { () => net.Loss(X, Y), () => net.Gradient(X, Y), () => net.InputGradient(X, Y), () => new Learner(net, new Adam()).Step(X, Y) })
            Assert.StartsWith("X is 3×2, so Y needs 3 rows, but it is 2×3.", Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var net = Net([2, 3, 1], Activation.Tanh, Objective.BinaryCrossEntropy, 5);

        Assert.Contains("X has 4 columns, W is 2×3 and b has 3 entries", Assert.Throws<ArgumentException>(() => net.Logits(Inputs(5, 4, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("Z is 5×1, so Y needs as many entries, but it has 3", Assert.Throws<ArgumentException>(() => net.Loss(Inputs(5, 2, 1), Vec(1, 0, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("Layers.Count must be at least 1", Assert.ThrowsAny<ArgumentException>(() => new Network([], Objective.MeanSquaredError).Gradient(Inputs(1, 3, 1), Vec(1))).Message, StringComparison.Ordinal);
        Assert.Contains("2 slopes, but there are 3 inputs", Assert.Throws<ArgumentException>(() => new PReLU(Vec(1, 1)).Forward(Inputs(1, 3, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("groups of 2", Assert.Throws<ArgumentException>(() => new Maxout(2).Forward(Inputs(1, 3, 1))).Message, StringComparison.Ordinal);
    }
}
