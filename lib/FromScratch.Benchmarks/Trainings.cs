extern alias Single;

using static FromScratch.Tensor;
using Float = Single::FromScratch;

namespace FromScratch.Benchmarks;

/// <summary>The course's own trainings and pictures, each through the calls that a lesson makes.</summary>
internal static class Trainings
{
    private const int Examples = 60_000;
    private static readonly Lazy<Float.Dataset> mnist = new(Mnist);

    public static IEnumerable<Workload> All =>
    [
        new("XOR, 10,000 epochs", "double", "xor float64 10000", Xor, 0.05),
        new("softmax regression 784-10, batch 100, 3 epochs", "float", $"mlp 3 {Examples} 100 SGD 784 10", () => Train(3, 100, false, Examples, 784, 10), 1.0),
        new("MLP 784-256-256-10, batch 256, SGD, 3 epochs", "float", $"mlp 3 {Examples} 256 SGD 784 256 256 10",
            () => Train(3, 256, false, Examples, 784, 256, 256, 10), 1.0),
        new("MLP 784-256-256-10, batch 256, Adam, 3 epochs", "float", $"mlp 3 {Examples} 256 Adam 784 256 256 10",
            () => Train(3, 256, true, Examples, 784, 256, 256, 10), 0.8),
        new("MLP 784-256-256-10, batch 256, SGD, first epoch", "float", $"mlp 1 {Examples} 256 SGD 784 256 256 10",
            () => Train(1, 256, false, Examples, 784, 256, 256, 10), 0.6, "seconds", Cold: true),
        new("CNN like LeNet, 100 batches of 64", "float", "cnn 6400 64", Convolutional, 1.25, "PyTorch"),
        new("linear regression 100,000×10, 100 steps", "double", "linear_regression 100000 10 100", Linear, 1.5),
        new("MSE surface 200×200 of 1,000 samples", "double", "loss_surface MSE 200 1000", () => Surface(MeanSquaredError), 0.25),
        new("logistic surface 200×200 of 1,000 samples", "double", "loss_surface logistic 200 1000", () => Surface(Logistic), 0.7),
        new("decision boundary 300×300 of a 2-16-1 net", "double", "boundary 300 16", Boundary, 0.5),
    ];

    /// <summary>Twice the examples, or twice the width: time should grow as the number of multiplications does, and no faster.</summary>
    public static IEnumerable<Workload> Growth =>
        from size in (IEnumerable<(int n, int width)>)[(15_000, 256), (30_000, 256), (60_000, 256), (15_000, 64), (15_000, 128), (15_000, 512), (15_000, 1024)]
        let products = (double)size.n * (784 * 2 + size.width * 3 + 30) * size.width
        select new Workload($"MLP 784-{size.width}-{size.width}-10, {size.n} examples, {products / 1e9:F1}·10⁹ products", "float",
            $"mlp 1 {size.n} 256 SGD 784 {size.width} {size.width} 10", () => Train(1, 256, false, size.n, 784, size.width, size.width, 10));

    private static Action Xor()
    {
        var data = new Dataset("XOR", Mat([0, 0], [0, 1], [1, 0], [1, 1]), Vec(0, 1, 1, 0), [], "", "");
        var net = Mlp.Of([2, 4, 1], Activation.Sigmoid, Objective.BinaryCrossEntropy, Initialize.Normal(), seed: 1);
        return () => new Trainer(new GradientDescent(0.5)) { Epochs = 10_000, BatchSize = 4 }.Fit(net, data);
    }

    private static Action Train(int epochs, int batch, bool adam, int n, params int[] sizes)
    {
        var data = mnist.Value is var all && n == Examples ? all : all.Rows([.. Enumerable.Range(0, n)]);
        var net = Float.Mlp.Of(sizes, Float.Activation.ReLU, Float.Objective.SoftmaxCrossEntropy, Float.Initialize.He, seed: 1);
        Float.Optimizer rule = adam ? new Float.Adam() : new Float.GradientDescent(0.1);
        return () => new Float.Trainer(rule) { Epochs = epochs, BatchSize = batch }.Fit(net, data);
    }

    private static Action Convolutional()
    {
        var (data, random, relu, he) = (mnist.Value.Rows([.. Enumerable.Range(0, 6400)]), new Random(1), Float.Activation.ReLU, Float.Initialize.He);
        var first = Float.Convolution.Of(new(1, 28, 28), 6, 5, relu, he, random, padding: 2);
        var pool = new Float.MaxPool(first.Output);
        var second = Float.Convolution.Of(pool.Output, 16, 5, relu, he, random);
        var dense = Float.Mlp.Of([400, 120, 84, 10], relu, Float.Objective.SoftmaxCrossEntropy, he, seed: 1);
        var net = new Float.Network([first, pool, second, new Float.MaxPool(second.Output), .. dense.Layers], dense.Objective);
        return () => new Float.Trainer(new Float.GradientDescent(0.1)) { Epochs = 1, BatchSize = 64 }.Fit(net, data);
    }

    private static Action Linear()
    {
        var X = Matrix<double>.Build.Random(100_000, 10, 1);
        var y = X * Vector<double>.Build.Random(10, 2) + 1;
        return () => new GradientDescent(0.1).Minimize(m => m.Loss(X, y), m => m.Gradient(X, y), LinearRegression.Zero(10), 100);
    }

    private static Action Surface(Func<Matrix<double>, Vector<double>, double, double, double> loss)
    {
        var X = Matrix<double>.Build.Random(1000, 1, 1);
        var y = X.Column(0).Map(x => x > 0 ? 1.0 : 0);
        var grid = Enumerable.Range(0, 200).Select(i => -3 + 6 * i / 199.0).ToArray();
        return () =>
        {
            foreach (var w in grid)
                foreach (var b in grid) loss(X, y, w, b);
        };
    }

    private static double MeanSquaredError(Matrix<double> X, Vector<double> y, double w, double b) => new LinearRegression(Vec(w), b).Loss(X, y);
    private static double Logistic(Matrix<double> X, Vector<double> y, double w, double b) => new LogisticRegression(Vec(w), b).Loss(X, y);

    private static Action Boundary()
    {
        var points = Matrix<double>.Build.Dense(90_000, 2, (i, j) => -3 + 6 * (j == 0 ? i % 300 : i / 300) / 299.0);
        var net = Mlp.Of([2, 16, 1], Activation.Tanh, Objective.BinaryCrossEntropy, Initialize.Xavier, seed: 1);
        return () => net.Predict(points);
    }

    // The images, where the folder of FROMSCRATCH_DATA has them; else noise of the same shape.
    private static Float.Dataset Mnist()
    {
        string Named(string name) => Path.Combine(Environment.GetEnvironmentVariable("FROMSCRATCH_DATA") ?? "", name + "-ubyte.gz");
        var (X, y) = File.Exists(Named("train-images-idx3"))
            ? (Float.IdxFile.ReadImages(Named("train-images-idx3")) / 255, Float.IdxFile.ReadLabels(Named("train-labels-idx1")))
            : (Matrix<float>.Build.Random(Examples, 784, 1), Vector<float>.Build.Dense(Examples, i => i % 10));
        return new("MNIST", X, y, [], "digit", "LeCun, Cortes and Burges");
    }
}
