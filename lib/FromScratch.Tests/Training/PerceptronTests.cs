using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class PerceptronTests
{
    private static readonly Matrix<double> Inputs = Mat([0, 0], [0, 1], [1, 0], [1, 1]);
    private static readonly Vector<double> Xor = Vec(0, 1, 1, 0);

    [Fact]
    public void The_gates_have_their_truth_tables_and_together_make_xor()
    {
        Assert.Equal(Vec(0, 0, 0, 1), Perceptron.And.Predict(Inputs));
        Assert.Equal(Vec(0, 1, 1, 1), Perceptron.Or.Predict(Inputs));
        Assert.Equal(Vec(1, 1, 1, 0), Perceptron.Nand.Predict(Inputs));
        var hidden = Matrix<double>.Build.DenseOfColumnVectors(Perceptron.Or.Predict(Inputs), Perceptron.Nand.Predict(Inputs));
        Assert.Equal(Xor, Perceptron.And.Predict(hidden));
    }

    [Fact]
    public void A_mistake_moves_the_line_and_a_right_answer_does_not()
    {
        var learnt = new Perceptron(Vec(0, 0), 0).Learn(Vec(2, -1), 1, 0.5);

        Assert.Equal((Vec(1, -0.5), 0.5), (learnt.Weights, learnt.Bias));
        Assert.Equal((Vec(1, -0.5), 0.5), (learnt.Learn(Vec(2, -1), 1).Weights, learnt.Learn(Vec(2, -1), 1).Bias));
    }

    [Fact]
    public void It_learns_whatever_a_line_can_separate()
    {
        foreach (var gate in new[] { Perceptron.And, Perceptron.Or, Perceptron.Nand })
        {
            var descent = new Perceptron(Vec(0, 0), 0).Train(Inputs, gate.Predict(Inputs), 100);
            Assert.True(descent.Converged);
            Assert.Equal(gate.Predict(Inputs), descent.Last.Predict(Inputs));
        }
    }

    [Fact]
    public void Xor_stays_unlearnt_however_long_it_tries()
    {
        var descent = new Perceptron(Vec(0, 0), 0).Train(Inputs, Xor, 1000);

        Assert.Equal((false, 4000), (descent.Converged, descent.Steps));
        Assert.All(descent.Losses, loss => Assert.True(loss >= 0.25));
    }

    [Fact]
    public void More_steps_than_an_int_counts_are_not_none() =>
        Assert.True(new Perceptron(Vec(0, 0), 0).Train(Inputs, Perceptron.And.Predict(Inputs), int.MaxValue).Converged);

    [Fact]
    public void Bad_labels_shapes_and_rates_are_refused()
    {
        Assert.Contains("y[0] is 2", Assert.Throws<ArgumentException>(() => Perceptron.And.Learn(Vec(1, 1), 2)).Message, StringComparison.Ordinal);
        Assert.Contains("y[2] is 2", Assert.Throws<ArgumentException>(() => Perceptron.And.Train(Inputs, Vec(0, 0, 2, 1), 1)).Message, StringComparison.Ordinal);
        Assert.Contains("4×2", Assert.Throws<ArgumentException>(() => new Perceptron(Vec(1), 0).Predict(Inputs)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Perceptron.And.Learn(Vec(1, 1), 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Perceptron.And.Train(Inputs, Xor, -1));
    }
}
