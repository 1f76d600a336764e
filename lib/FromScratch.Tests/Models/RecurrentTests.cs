using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class RecurrentTests
{
    private static double σ(double z) => Activations.Sigmoid(z);

    private static Matrix<double> Random(int n, int k, int seed) => Matrix<double>.Build.Random(n, k, seed);

    [Fact]
    public void A_recurrent_unit_over_three_steps_by_hand()
    {
        var layer = new Rnn(Mat([0.5]), Mat([-2]), Vec(0.1));
        var (h1, X) = (Math.Tanh(0.5 * 1 + 0.1), Mat([1, 2, -1]));
        var h2 = Math.Tanh(0.5 * 2 - 2 * h1 + 0.1);
        var h3 = Math.Tanh(0.5 * -1 - 2 * h2 + 0.1);

        Assert.Equal(h3, layer.Forward(X)[0, 0], 1e-15);
        Assert.True(((layer with { EveryStep = true }).Forward(X) - Mat([h1], [h2], [h3])).InfinityNorm() < 1e-15);
    }

    [Fact]
    public void A_memory_cell_over_two_steps_by_hand()
    {
        var layer = new Lstm(Mat([0.5, -1, 2, 1]), Mat([1, 0.5, -1, 2]), Vec(0.1, 1, 0, -0.2));
        var c1 = σ(0.5 * 3 + 0.1) * Math.Tanh(2 * 3);
        var h1 = σ(3 - 0.2) * Math.Tanh(c1);
        var c2 = σ(-1 * -2 + 0.5 * h1 + 1) * c1 + σ(0.5 * -2 + h1 + 0.1) * Math.Tanh(2 * -2 - h1);
        var h2 = σ(-2 + 2 * h1 - 0.2) * Math.Tanh(c2);

        Assert.Equal(h2, layer.Forward(Mat([3, -2]))[0, 0], 1e-15);
        Assert.Equal(σ(-1 * -2 + 0.5 * h1 + 1), layer.GatesAt(Mat([3, -2]))[0, 4 + 1], 1e-15);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 16)];

    [Theory, MemberData(nameof(Seeds))]
    public void Gradients_through_time_agree_with_finite_differences(int seed)
    {
        var random = new Random(seed);
        var (n, d, h, T, every) = (random.Next(1, 6), random.Next(1, 4), random.Next(1, 5), random.Next(1, 7), seed % 2 == 0);
        foreach (var layer in (Layer[])[Rnn.Of(d, h, Initialize.Normal(0.7), random, every), Lstm.Of(d, h, Initialize.Normal(0.7), random, every)])
        {
            // A dense layer before, so that the gradient also goes on to the inputs.
            var net = new Network([new Dense(Random(3, T * d, seed), Vector<double>.Build.Random(T * d, seed), Activation.Tanh), layer,
                new Dense(Random(h, 3, seed), Vec(0.1, 0, -0.1), Activation.Linear)], Objective.SoftmaxCrossEntropy);
            var (X, Y) = (Random(n, 3, seed), Matrix<double>.Build.Dense(n, every ? T : 1, (_, _) => random.Next(3)));
            var check = GradientCheck.Compare(m => m.Loss(X, Y), net, net.Gradient(X, Y));

            Assert.True(check.Passed, $"{layer.GetType().Name} n {n} d {d} h {h} T {T}: {check}");
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_gradient_of_the_inputs_agrees_with_finite_differences(int seed)
    {
        var net = new Network([Lstm.Of(2, 3, Initialize.Normal(0.7), new Random(seed)), new Dense(Random(3, 2, seed), Vec(0, 0.1), Activation.Linear)],
            Objective.SoftmaxCrossEntropy);
        var (X, Y) = (Random(1, 8, seed), Mat([1]));
        var check = GradientCheck.Compare(x => net.Loss(x.ToRowMatrix(), Y), X.Row(0), net.InputGradient(X, Y).Row(0));

        Assert.True(check.Passed, check.ToString());
    }

    [Fact]
    public void Weights_that_start_as_a_sparse_identity_learn_like_dense_ones()
    {
        var (X, y, I) = (Random(4, 6, 1), Vec(1, 0, 2, -1), Matrix<double>.Build.DenseIdentity(3));
        foreach (var start in (Matrix<double>[])[Matrix<double>.Build.SparseIdentity(3), Matrix<double>.Build.DiagonalIdentity(3)])
        {
            Network Net(Matrix<double> W) => new([new Rnn(Random(2, 3, 1), W, Vec(0.1, 0, -0.1)), new Dense(Random(3, 1, 2), Vec(0), Activation.Linear)], Objective.MeanSquaredError);
            var (learner, dense) = (new Learner(Net(start), new GradientDescent(0.1)), new Learner(Net(I), new GradientDescent(0.1)));
            for (var step = 0; step < 3; step++) Assert.Equal(dense.Step(X, y), learner.Step(X, y));

            Assert.Equal(Net(I).Gradient(X, y).ToVector(), Net(start).Gradient(X, y).ToVector());
            Assert.Equal(dense.Model.ToVector(), learner.Model.ToVector());
        }
    }

    [Fact]
    public void A_sequence_in_a_batch_of_many_answers_as_it_does_alone()
    {
        var (X, layer) = (Random(300, 6, 1), Lstm.Of(2, 3, Initialize.Xavier, new Random(1), everyStep: true));
        var H = new Network([layer], Objective.MeanSquaredError).Logits(X);

        Assert.Equal((900, 3), (H.RowCount, H.ColumnCount));
        var alone = layer.Forward(X.SubMatrix(5, 1, 0, 6));
        for (var t = 0; t < 3; t++) Assert.True((H.Row(t * 300 + 5) - alone.Row(t)).InfinityNorm() < 1e-14);
    }

    [Fact]
    public void A_state_is_the_last_of_a_sequence_cut_off_there()
    {
        var (X, layer) = (Random(2, 10, 1), Rnn.Of(2, 3, Initialize.Xavier, new Random(1), everyStep: true));

        Assert.True((layer.Forward(X).SubMatrix(4, 2, 0, 3) - (layer with { EveryStep = false }).Forward(X.SubMatrix(0, 2, 0, 6))).InfinityNorm() < 1e-15);
    }

    [Fact]
    public void A_learner_takes_sequences_of_different_lengths_one_after_the_other()
    {
        var net = new Network([Rnn.Of(1, 2, Initialize.Xavier, new Random(1)), new Dense(Mat([1], [1]), Vec(0), Activation.Linear)], Objective.MeanSquaredError);
        var (learner, y) = (new Learner(net, new GradientDescent(0.1)), Vec(1, 2, 3));
        foreach (var length in (int[])[4, 7, 4])
        {
            var (X, before) = (Random(3, length, length), learner.Model);
            Assert.Equal(before.Loss(X, y), learner.Step(X, y), 1e-15);
        }
    }

    [Fact]
    public void A_memory_cell_learns_the_sign_of_the_first_of_ten_numbers()
    {
        static Vector<double> Sign(Matrix<double> X) => X.Column(0).Map(x => x > 0 ? 1.0 : 0, Zeros.Include);
        var (X, test, random) = (Random(200, 10, 3), Random(200, 10, 4), new Random(1));
        var learner = new Learner(new([Lstm.Of(1, 8, Initialize.Xavier, random), new Dense(Initialize.Xavier(8, 1, random), Vec(0), Activation.Linear)],
            Objective.BinaryCrossEntropy), new Adam(0.02) { MaxNorm = 1 });
        for (var step = 0; step < 200; step++) learner.Step(X, Sign(X));

        Assert.InRange(Metrics.Accuracy(learner.Model.Classify(test), Sign(test)), 0.9, 1);
    }

    [Fact]
    public void Over_forty_steps_a_gradient_vanishes_in_a_simple_unit_but_not_past_an_open_forget_gate()
    {
        // ‖∂L/∂X₁‖ / ‖∂L/∂X₄₀‖
        static double Kept(Layer layer)
        {
            var net = new Network([layer, new Dense(Initialize.Xavier(6, 1, new Random(2)), Vec(0), Activation.Linear)], Objective.MeanSquaredError);
            var dX = net.InputGradient(Random(20, 40, 1), Matrix<double>.Build.Dense(20, 1, 1));
            return dX.Column(0).L2Norm() / dX.Column(39).L2Norm();
        }
        var (small, random) = (Initialize.Normal(0.2), new Random(1));

        Assert.InRange(Kept(Rnn.Of(1, 6, small, random)), 0, 1e-8);
        Assert.InRange(Kept(Lstm.Of(1, 6, small, random) with { Bias = Vector<double>.Build.Dense(24, j => j / 6 == 1 ? 6 : 0) }), 0.1, 10);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var message = Assert.Throws<ArgumentException>(() => new Rnn(Mat([1], [1]), Mat([1]), Vec(0)).Forward(Random(1, 3, 1))).Message;

        Assert.Contains("X has 3 columns for all steps, U is 2×1, W is 1×1 and b has 1 entries", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Lstm(Mat([1]), Mat([1]), Vec(0)).Forward(Mat([1, 2])));
    }
}
