using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class ConvolutionTests
{
    private static readonly Matrix<double> OneToNine = Mat([1, 2, 3, 4, 5, 6, 7, 8, 9]);

    private static Convolution Filter(ImageShape input, int kernel, double[] weights, int padding = 0, int stride = 1) =>
        new(input, kernel, Vec(weights).ToColumnMatrix(), Vec(0), Activation.Linear, padding, stride);

    // The definition, pixel by pixel.
    private static double At(Convolution layer, Vector<double> image, int filter, int y, int x)
    {
        var ((channels, h, w), k, sum) = (layer.Input, layer.Kernel, layer.Bias[filter]);
        for (var c = 0; c < channels; c++)
            for (var i = 0; i < k; i++)
                for (var j = 0; j < k; j++)
                {
                    var (row, column) = (layer.Stride * y + i - layer.Padding, layer.Stride * x + j - layer.Padding);
                    if (row >= 0 && row < h && column >= 0 && column < w)
                        sum += image[(c * h + row) * w + column] * layer.Weights[(c * k + i) * k + j, filter];
                }
        return layer.Activation.Of(sum);
    }

    private static Convolution Any(Random random, Activation f)
    {
        var kernel = random.Next(1, 4);
        var input = new ImageShape(random.Next(1, 4), random.Next(kernel, 7), random.Next(kernel, 7));
        var layer = Convolution.Of(input, random.Next(1, 4), kernel, f, Initialize.Normal(0.5), random, random.Next(3), random.Next(1, 4));
        return layer with { Bias = Vector<double>.Build.Random(layer.Bias.Count, random.Next()) };
    }

    [Fact]
    public void A_two_by_two_kernel_on_a_three_by_three_image_by_hand()
    {
        // 1·1 + 2·2 + 3·4 + 4·5 = 37, then the window moves right, then down.
        Assert.Equal(Mat([37, 47, 67, 77]), Filter(new(1, 3, 3), 2, [1, 2, 3, 4]).Forward(OneToNine));
    }

    [Fact]
    public void Padding_keeps_the_size_and_stride_skips_places()
    {
        double[] sum = [.. Enumerable.Repeat(1.0, 9)];

        Assert.Equal(Mat([12, 21, 16, 27, 45, 33, 24, 39, 28]), Filter(new(1, 3, 3), 3, sum, padding: 1).Forward(OneToNine));
        Assert.Equal(Mat([12, 16, 24, 28]), Filter(new(1, 3, 3), 3, sum, padding: 1, stride: 2).Forward(OneToNine));
    }

    [Fact]
    public void Patches_are_what_the_kernel_sees() =>
        Assert.Equal(Mat([1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]), Filter(new(1, 3, 3), 2, [1, 2, 3, 4]).Patches(OneToNine));

    [Fact]
    public void The_greatest_of_each_window_by_hand()
    {
        var image = Mat([1, 5, 2, 0, 3, 4, 9, 1, 7, 7, 1, 2, 0, 6, 3, 8]);

        Assert.Equal(Mat([5, 9, 7, 8]), new MaxPool(new(1, 4, 4)).Forward(image));
        Assert.Equal(Mat([5, 9, 9, 7, 9, 9, 7, 7, 8]), new MaxPool(new(1, 4, 4), 2, 1).Forward(image));
    }

    [Fact]
    public void The_gradient_goes_to_the_greatest_and_to_the_first_of_equals()
    {
        var (layer, pass) = (new MaxPool(new(1, 2, 3), 2, 1), new Pass());
        layer.Forward(Mat([4, 9, 1, 4, 2, 9]), pass);

        // 9 is greatest in both windows; in the second it stands twice.
        Assert.Equal(Mat([0, 11, 0, 0, 0, 0]), layer.Backward(Mat([1, 10]), pass, layer));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 25)];

    [Theory, MemberData(nameof(Seeds))]
    public void Any_shape_padding_and_stride_is_the_sum_of_the_definition(int seed)
    {
        var layer = Any(new Random(seed), Activation.Tanh);
        var X = Matrix<double>.Build.Random(seed % 7 + 1, layer.Input.Size, seed);
        var A = layer.Forward(X);

        Assert.Equal((X.RowCount, layer.Output.Size), (A.RowCount, A.ColumnCount));
        var (_, high, wide) = layer.Output;
        Assert.All(A.EnumerateIndexed(), entry =>
            Assert.Equal(At(layer, X.Row(entry.Item1), entry.Item2 / (high * wide), entry.Item2 / wide % high, entry.Item2 % wide), entry.Item3, 1e-13));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Gradients_through_convolution_and_pool_agree_with_finite_differences(int seed)
    {
        var random = new Random(seed);
        var first = Any(random, seed % 2 == 0 ? Activation.Tanh : Activation.ELU());
        var pool = new MaxPool(first.Output, random.Next(1, 1 + Math.Min(2, Math.Min(first.Output.Height, first.Output.Width))), random.Next(3));
        var second = Convolution.Of(pool.Output, 2, 1, Activation.Sigmoid, Initialize.Normal(0.5), random, random.Next(2));
        var net = new Network([first, pool, second, new Dense(Initialize.Xavier(second.Output.Size, 3, random), Vec(0, 0.1, 0.2), Activation.Linear)],
            Objective.SoftmaxCrossEntropy);
        var (X, y) = (Matrix<double>.Build.Random(5, first.Input.Size, seed), Vec(0, 2, 1, 1, 0));
        var check = GradientCheck.Compare(m => m.Loss(X, y), net, net.Gradient(X, y));

        Assert.True(check.Passed, $"{first} {pool}: {check}");
    }

    [Fact]
    public void Images_larger_than_an_array_can_be_are_refused_with_their_size()
    {
        var image = new ImageShape(1, 8, 8);

        Assert.Contains("1×2147483654×2147483654", Assert.Throws<ArgumentException>(() => image.Slide(1, 3, padding: 1 << 30)).Message, StringComparison.Ordinal);
        Assert.Contains("50×65542×65542", Assert.Throws<ArgumentException>(() => image.Slide(50, 3, padding: 1 << 15)).Message, StringComparison.Ordinal);
        Assert.Contains("4×32768×32768", Assert.Throws<ArgumentException>(() => new MaxPool(new(4, 1 << 15, 1 << 15)).Output).Message, StringComparison.Ordinal);
        Assert.Equal(new(1, 2, 2), image.Slide(1, int.MaxValue, padding: (1 << 30) - 4));
    }

    [Fact]
    public void A_shifted_image_gives_a_shifted_answer()
    {
        var layer = Convolution.Of(new(1, 8, 8), 2, 3, Activation.ReLU, Initialize.He, new Random(1));
        var image = Matrix<double>.Build.Random(8, 8, 1);
        var shifted = Matrix<double>.Build.Dense(8, 8, (i, j) => j > 0 ? image[i, j - 1] : 0);
        Vector<double> Answer(Matrix<double> M) => layer.Forward(Vector<double>.Build.Dense(M.Transpose().ToColumnMajorArray()).ToRowMatrix()).Row(0);

        for (var (k, before, after) = (0, Answer(image), Answer(shifted)); k < before.Count; k++)
            if (k % 6 > 0) Assert.Equal(before[k - 1], after[k], 1e-14);
    }

    [Fact]
    public void Slabs_of_a_large_batch_give_what_single_images_give()
    {
        var layer = Convolution.Of(new(3, 20, 20), 4, 5, Activation.Tanh, Initialize.He, new Random(1), padding: 2);
        var X = Matrix<double>.Build.Random(150, layer.Input.Size, 1);
        var A = layer.Forward(X);

        Assert.All([0, 77, 149], i => Assert.True((A.Row(i) - layer.Forward(X.SubMatrix(i, 1, 0, X.ColumnCount)).Row(0)).InfinityNorm() < 1e-13));
    }

    [Fact]
    public void The_gradient_of_a_large_batch_is_the_mean_of_its_images_whatever_the_threads()
    {
        var (random, tanh) = (new Random(1), Activation.Tanh);
        var first = Convolution.Of(new(1, 12, 12), 20, 3, tanh, Initialize.Xavier, random, padding: 1);
        var second = Convolution.Of(first.Output, 6, 5, tanh, Initialize.Xavier, random);
        var net = new Network([first, second, new Dense(Matrix<double>.Build.Random(second.Output.Size, 3, 1), Vec(0, 0, 0), Activation.Linear)], Objective.SoftmaxCrossEntropy);
        var (X, y) = (Matrix<double>.Build.Random(40, 144, 2), Vector<double>.Build.Dense(40, i => i % 3));

        var g = net.Gradient(X, y).ToVector();
        var mean = Enumerable.Range(0, 40).Select(i => net.Gradient(X.SubMatrix(i, 1, 0, 144), y.SubVector(i, 1)).ToVector()).Aggregate((a, b) => a + b) / 40;

        Assert.True((g - mean).InfinityNorm() < 1e-14, $"{(g - mean).InfinityNorm()}");
        var threads = Control.MaxDegreeOfParallelism;
        try
        {
            Control.MaxDegreeOfParallelism = 1;
            Assert.Equal(g, net.Gradient(X, y).ToVector());
        }
        finally { Control.MaxDegreeOfParallelism = threads; }
    }

    [Fact]
    public void Filters_that_start_sparse_learn_like_dense_ones()
    {
        var (X, y, filter) = (Matrix<double>.Build.Random(5, 9, 1), Vec(0, 1, 0, 1, 1), Mat([1], [0], [0], [-1]));
        Network Net(Matrix<double> W) => new([new Convolution(new(1, 3, 3), 2, W, Vec(0), Activation.Tanh), new Dense(Mat([1], [2], [3], [4]), Vec(0), Activation.Linear)], Objective.BinaryCrossEntropy);
        var sparse = Matrix<double>.Build.SparseOfMatrix(filter);
        var learners = new[] { Net(filter), Net(sparse) }.Select(net => new Learner(net, new GradientDescent(0.1))).ToArray();
        for (var step = 0; step < 3; step++) Assert.Equal(learners[0].Step(X, y), learners[1].Step(X, y));

        Assert.Equal(Net(filter).Gradient(X, y).ToVector(), Net(sparse).Gradient(X, y).ToVector());
        Assert.Equal(learners[0].Model.ToVector(), learners[1].Model.ToVector());
    }

    [Fact]
    public void A_convolutional_network_learns_digits_it_has_not_seen()
    {
        var digits = Datasets.Digits();
        var data = TrainTestSplit.Of(digits with { X = digits.X / 16 }, 0.2, 1);
        var conv = Convolution.Of(new(1, 8, 8), 8, 3, Activation.ReLU, Initialize.He, new Random(1), padding: 1);
        var pool = new MaxPool(conv.Output);
        var net = new Network([conv, pool, new Dense(Initialize.He(pool.Output.Size, 10, new Random(2)), Vector<double>.Build.Dense(10), Activation.Linear)],
            Objective.SoftmaxCrossEntropy);
        var trained = new Trainer(new Adam(0.005)) { Epochs = 10 }.Fit(net, data.Train, cancellation: TestContext.Current.CancellationToken).Model;

        Assert.InRange(Metrics.Accuracy(trained.Classify(data.Test.X), data.Test.y), 0.96, 1);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        static string Message(Action wrong) => Assert.ThrowsAny<ArgumentException>(wrong).Message;

        Assert.Contains("A 5×5 window with padding 0 and stride 1 to 1 channels does not fit an image of 1×3×4", Message(() => _ = new MaxPool(new(1, 3, 4), 5, 1).Output), StringComparison.Ordinal);
        Assert.Contains("Pooling of 1×4×4 takes 16 columns, but X has 9", Message(() => new MaxPool(new(1, 4, 4)).Forward(OneToNine)), StringComparison.Ordinal);
        Assert.Contains("takes 9 columns and weights of 4 rows, but X has 2 columns, W is 4×1 and b has 1", Message(() => Filter(new(1, 3, 3), 2, [1, 2, 3, 4]).Forward(Mat([1, 2]))), StringComparison.Ordinal);
        Assert.Contains("W is 3×1", Message(() => Filter(new(1, 3, 3), 2, [1, 2, 3]).Forward(OneToNine)), StringComparison.Ordinal);
        Assert.Contains("X is 0×9, without an entry", Message(() => Filter(new(1, 3, 3), 2, [1, 2, 3, 4]).Patches(Matrix<double>.Build.Dense(0, 9))), StringComparison.Ordinal);
        Assert.Contains("stride 0", Message(() => Filter(new(1, 3, 3), 2, [1, 2, 3, 4], stride: 0).Forward(OneToNine)), StringComparison.Ordinal);
    }
}
