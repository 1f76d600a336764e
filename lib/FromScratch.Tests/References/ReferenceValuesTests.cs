using System.Diagnostics;
using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch.Tests;

/// <summary>The library against PyTorch in float64 and scikit-learn: reference.json holds what reference.py printed.</summary>
public sealed class ReferenceValuesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "lib", "FromScratch.Tests", "References");
    private static readonly JsonElement Recorded = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "reference.json"))).RootElement;

    private static readonly Matrix<double> X = Matrix<double>.Build.Dense(7, 3, (i, j) => Math.Sin(1 + 3 * i + 7 * j));
    private static readonly Dictionary<string, (Objective Objective, Matrix<double> Y)> Losses = new()
    {
        ["softmax"] = (Objective.SoftmaxCrossEntropy, Matrix<double>.Build.Dense(7, 1, (i, _) => i % 3)),
        ["binary"] = (Objective.BinaryCrossEntropy, Matrix<double>.Build.Dense(7, 3, (i, j) => (i + j) % 2)),
        ["squared"] = (Objective.MeanSquaredError, Matrix<double>.Build.Dense(7, 3, (i, j) => Math.Cos(2 + i + 5 * j))),
    };
    private static readonly Dictionary<string, Activation> Activations = new()
    {
        ["sigmoid"] = Activation.Sigmoid,
        ["tanh"] = Activation.Tanh,
        ["ReLU"] = Activation.ReLU,
        ["linear"] = Activation.Linear,
        ["leaky"] = Activation.LeakyReLU(),
        ["ELU"] = Activation.ELU(),
    };
    private static readonly Dictionary<string, Optimizer> Optimisers = new()
    {
        ["descent"] = new GradientDescent(0.1),
        ["decay"] = new GradientDescent(0.1) { WeightDecay = 0.01 },
        ["momentum"] = new Momentum(0.1),
        ["nesterov"] = new Nesterov(0.1),
        ["adagrad"] = new Adagrad(0.1),
        ["rmsprop"] = new RMSProp(0.01),
        ["adam"] = new Adam(0.01),
        ["adamw"] = new AdamW(0.01) { WeightDecay = 0 },
    };

    private static Dense Last(int inputs) => new(Matrix<double>.Build.Dense(inputs, 3), Vector<double>.Build.Dense(3), Activation.Linear);
    private static Rnn Rnn(bool every) => FromScratch.Rnn.Of(2, 4, Initialize.Zeros, new Random(0), every);
    private static Lstm Lstm(bool every) => FromScratch.Lstm.Of(2, 4, Initialize.Zeros, new Random(0), every);
    private static readonly Dictionary<string, Layer[]> Layers = new()
    {
        ["convolution"] = [
            new Convolution(new(2, 6, 7), 3, Matrix<double>.Build.Dense(18, 3), Vector<double>.Build.Dense(3), Activation.Tanh, 1), new MaxPool(new(3, 6, 7)),
            new Convolution(new(3, 3, 3), 2, Matrix<double>.Build.Dense(12, 4), Vector<double>.Build.Dense(4), Activation.ReLU, 1, 2), Last(16)],
        ["rnn"] = [Rnn(false), Last(4)],
        ["rnn, every step"] = [Rnn(true), Last(4)],
        ["lstm"] = [Lstm(false), Last(4)],
        ["lstm, every step"] = [Lstm(true), Last(4)],
    };
    private static readonly Dictionary<string, int> Inputs = new() { ["convolution"] = 84 };

    private static Network Net(Activation f, Objective objective)
    {
        var net = Mlp.Of([3, 5, 4, 3], f, objective, Initialize.Zeros, 0);
        return net.FromVector(Vector<double>.Build.Dense(net.ToVector().Count, k => 0.7 * Math.Sin(k + 1)));
    }

    private static Vector<double> Numbers(JsonElement array) => Vector<double>.Build.Dense([.. array.EnumerateArray().Select(x => x.GetDouble())]);

    private static void Close(JsonElement expected, Vector<double> actual, double tolerance) =>
        Assert.True((Numbers(expected) - actual).InfinityNorm() < tolerance, $"{(Numbers(expected) - actual).InfinityNorm()} apart");

    [Fact]
    public void Forward_loss_and_gradients_agree_with_PyTorch()
    {
        var all = Recorded.GetProperty("gradients").EnumerateArray().ToList();
        Assert.Equal(Activations.Count * Losses.Count, all.Count);
        foreach (var entry in all)
        {
            var (objective, Y) = Losses[entry.GetProperty("loss").GetString()!];
            var net = Net(Activations[entry.GetProperty("activation").GetString()!], objective);
            Close(entry.GetProperty("logits"), Vector<double>.Build.Dense(net.Logits(X).ToColumnMajorArray()), 1e-10);
            Assert.Equal(entry.GetProperty("value").GetDouble(), net.Loss(X, Y), 1e-10);
            Close(entry.GetProperty("gradient"), net.Gradient(X, Y).ToVector(), 1e-10);
        }
    }

    [Fact]
    public void Ten_steps_of_every_optimiser_agree_with_PyTorch()
    {
        var all = Recorded.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(Optimisers.Count, all.Count);
        foreach (var entry in all)
        {
            var name = entry.GetProperty("optimiser").GetString()!;
            var net = Net(Activation.Tanh, Objective.SoftmaxCrossEntropy);
            var (run, y) = (Optimisers[name].Start(), Losses["softmax"].Y);
            for (var step = 0; step < 10; step++)
            {
                Assert.Equal(entry.GetProperty("losses")[step].GetDouble(), net.Loss(X, y), 1e-10);
                net = run.Step(net, net.Gradient(X, y));
            }
            Close(entry.GetProperty("theta"), net.ToVector(), 1e-10);
        }
    }

    [Fact]
    public void Forward_gradient_and_ten_steps_of_every_layer_agree_with_PyTorch()
    {
        var all = Recorded.GetProperty("layers").EnumerateArray().ToList();
        Assert.Equal(Layers.Keys, all.Select(entry => entry.GetProperty("layer").GetString()));
        foreach (var entry in all)
        {
            var net = new Network(Layers[entry.GetProperty("layer").GetString()!], Objective.SoftmaxCrossEntropy);
            net = net.FromVector(Vector<double>.Build.Dense(net.ToVector().Count, k => 0.7 * Math.Sin(k + 1)));
            var inputs = Inputs.GetValueOrDefault(entry.GetProperty("layer").GetString()!, 10);
            var points = Matrix<double>.Build.Dense(7, inputs, (i, j) => Math.Sin(1 + 3 * i + 7 * j));
            var Z = net.Logits(points);
            var labels = Matrix<double>.Build.Dense(Z.RowCount, 1, (i, _) => i % 3);
            Close(entry.GetProperty("logits"), Vector<double>.Build.Dense(Z.ToColumnMajorArray()), 1e-10);
            Close(entry.GetProperty("gradient"), net.Gradient(points, labels).ToVector(), 1e-10);
            var learner = new Learner(net, new Adam(0.01));
            foreach (var loss in entry.GetProperty("losses").EnumerateArray()) Assert.Equal(loss.GetDouble(), learner.Step(points, labels), 1e-10);
            Close(entry.GetProperty("theta"), learner.Model.ToVector(), 1e-10);
        }
    }

    [Fact]
    public void Ten_steps_of_two_adversaries_agree_with_PyTorch()
    {
        static Network Start(params int[] sizes)
        {
            var net = Mlp.Of(sizes, Activation.Tanh, Objective.BinaryCrossEntropy, Initialize.Zeros, 0);
            return net.FromVector(Vector<double>.Build.Dense(net.ToVector().Count, k => 0.7 * Math.Sin(k + 1)));
        }
        var entry = Recorded.GetProperty("adversaries")[0];
        var pair = new GenerativeAdversarialNetwork(Start(2, 5, 3), Start(3, 4, 1), new Adam(0.02), new Adam(0.05));
        var noise = Matrix<double>.Build.Dense(7, 2, (i, j) => Math.Sin(2 + 5 * i + 3 * j));
        foreach (var expected in Numbers(entry.GetProperty("losses")).Chunk(2))
        {
            var (d, g) = pair.Step(X, noise);
            Assert.Equal(expected[0], d, 1e-10);
            Assert.Equal(expected[1], g, 1e-10);
        }
        Close(entry.GetProperty("theta"), Vector<double>.Build.Dense([.. pair.Generator.ToVector(), .. pair.Discriminator.ToVector()]), 1e-10);
    }

    [Theory]
    [InlineData(2), InlineData(3)]
    public void Regression_coefficients_agree_with_scikit_learn(int k)
    {
        var points = Matrix<double>.Build.Dense(40, 2, (i, j) => Math.Sin(1 + 3 * i + 7 * j));
        var y = Vector<double>.Build.Dense(40, i => (7 * i * i + i / 3) % k);
        var entry = Recorded.GetProperty("regressions").EnumerateArray().Single(e => e.GetProperty("classes").GetInt32() == k);
        var (rows, bias) = (entry.GetProperty("weights"), Numbers(entry.GetProperty("bias")));
        if (k == 2)
        {
            var fit = new GradientDescent(2).Minimize(m => m.Loss(points, y), m => m.Gradient(points, y), LogisticRegression.Zero(2), 20000, 1e-10).Last;
            Close(rows[0], fit.Weights, 1e-6);
            Assert.Equal(bias[0], fit.Bias, 1e-6);
            return;
        }
        var softmax = new GradientDescent(2).Minimize(m => m.Loss(points, y), m => m.Gradient(points, y), SoftmaxRegression.Zero(2, k), 20000, 1e-10).Last;
        // Only differences between classes matter; both are compared with class 0 taken off.
        for (var c = 1; c < k; c++)
        {
            Assert.True((Numbers(rows[c]) - Numbers(rows[0]) - (softmax.Weights.Column(c) - softmax.Weights.Column(0))).InfinityNorm() < 1e-6);
            Assert.Equal(bias[c] - bias[0], softmax.Bias[c] - softmax.Bias[0], 1e-6);
        }
    }

    [Fact]
    public async Task Where_Python_has_torch_the_script_still_prints_what_is_recorded()
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(Folder, "reference.py")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (!File.Exists(start.FileName)) return; // the recorded values are tested either way
        using var python = Process.Start(start)!;
        var errors = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var printed = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        if ((await errors).Contains("ModuleNotFoundError", StringComparison.Ordinal)) return;
        Assert.Equal(0, python.ExitCode);
        var live = JsonDocument.Parse(printed).RootElement;
        foreach (var (list, value) in new[] { ("gradients", "gradient"), ("steps", "theta"), ("regressions", "bias"), ("layers", "theta"), ("adversaries", "theta") })
            foreach (var (recorded, now) in Recorded.GetProperty(list).EnumerateArray().Zip(live.GetProperty(list).EnumerateArray()))
                Close(recorded.GetProperty(value), Numbers(now.GetProperty(value)), list == "regressions" ? 1e-6 : 1e-12);
    }
}
