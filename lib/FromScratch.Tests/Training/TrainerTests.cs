using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class TrainerTests
{
    private static readonly (Matrix<double> X, Vector<double> y) Xor = (Mat([0, 0], [0, 1], [1, 0], [1, 1]), Vec(0, 1, 1, 0));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Network IrisNet => Mlp.Of([4, 8, 3], Activation.Tanh, Objective.SoftmaxCrossEntropy, Initialize.Xavier, 1);

    private static Pipeline Iris => Pipeline.Of(Datasets.Iris(), 0.2, 0.2, 1);

    private sealed class Listener(Action<Epoch> told) : IProgress<Epoch>
    {
        public void Report(Epoch value) => told(value);
    }

    [Fact]
    public void A_two_two_one_network_learns_xor_by_backpropagation()
    {
        var learner = new Learner(Mlp.Of([2, 4, 1], Activation.Tanh, Objective.BinaryCrossEntropy, Initialize.Xavier, 1), new GradientDescent(0.5));
        for (var epoch = 0; epoch < 2000; epoch++) learner.Step(Xor.X, Xor.y);

        Assert.Equal(Xor.y, learner.Model.Classify(Xor.X));
        Assert.True(learner.Model.Loss(Xor.X, Xor.y) < 0.01);
    }

    [Fact]
    public void A_step_is_the_optimisers_step_along_the_networks_gradient_and_leaves_the_start_alone()
    {
        var start = Mlp.Of([2, 3, 1], Activation.Tanh, Objective.BinaryCrossEntropy, Initialize.Xavier, 2);
        var (before, learner) = (start.ToVector(), new Learner(start, new GradientDescent(0.3)));
        var loss = learner.Step(Xor.X, Xor.y);

        Assert.Equal(start.Loss(Xor.X, Xor.y), loss, 1e-15);
        Assert.True((learner.Model.ToVector() - (before - 0.3 * start.Gradient(Xor.X, Xor.y).ToVector())).InfinityNorm() < 1e-15);
        Assert.Equal(before, start.ToVector());
    }

    [Fact]
    public void Training_learns_iris_and_the_test_set_is_looked_at_once()
    {
        var (training, testLoss) = Iris.Run(IrisNet, new Trainer(new Adam(0.02)) { Epochs = 60, BatchSize = 16 }, cancellation: Token);

        Assert.Equal(60, training.History.Count);
        Assert.Equal(Enumerable.Range(1, 60), training.History.Select(epoch => epoch.Number));
        Assert.True(training.History[^1].Loss < 0.1 * training.History[0].Loss);
        Assert.True(testLoss < 0.5);
        Assert.True(Metrics.Accuracy(training.Model.Classify(Iris.Test.X), Iris.Test.y) > 0.85);
    }

    [Fact]
    public void The_three_sets_share_no_example_and_are_scaled_by_the_training_set()
    {
        var (data, pipeline) = (Datasets.Iris(), Iris);

        Assert.Equal((90, 30, 30), (pipeline.Train.Count, pipeline.Validation.Count, pipeline.Test.Count));
        Assert.Equal(0, pipeline.Train.X.ColumnSums().InfinityNorm(), 1e-10);
        Assert.NotEqual(0, pipeline.Test.X.ColumnSums().InfinityNorm(), 1e-3);
        Assert.Equal(data.y.Sum(), pipeline.Train.y.Sum() + pipeline.Validation.y.Sum() + pipeline.Test.y.Sum());
    }

    [Fact]
    public void The_same_seed_gives_the_same_network_and_another_seed_another()
    {
        Vector<double> Trained(int seed) => new Trainer(new Adam(0.01)) { Epochs = 3, Seed = seed }.Fit(IrisNet, Iris.Train, cancellation: Token).Model.ToVector();

        Assert.Equal(Trained(1), Trained(1));
        Assert.NotEqual(Trained(1), Trained(2));
    }

    [Fact]
    public void Every_example_is_in_one_batch_of_each_epoch()
    {
        // A linear unit at rate 1/n with half the squared error: the sum of the targets seen moves the bias.
        var data = Datasets.Iris() with { X = Matrix<double>.Build.Dense(150, 1) };
        var net = new Network([new Dense(Mat([0]), Vec(0), Activation.Linear)], Objective.MeanSquaredError);
        var training = new Trainer(new GradientDescent(1e-9)) { Epochs = 1, BatchSize = 1 }.Fit(net, data, cancellation: Token);

        Assert.Equal(2e-9 * data.y.Sum(), training.Model.ToVector()[1], 1e-12);
        Assert.Equal(data.y.Select(y => y * y).Average(), training.History[0].Loss, 1e-6);
    }

    [Fact]
    public void The_schedule_is_stepped_from_batch_to_batch()
    {
        var training = new Trainer(new GradientDescent(0.1)) { Epochs = 4, BatchSize = 45, Schedule = Schedules.Step(2, 0.5) }.Fit(IrisNet, Iris.Train, cancellation: Token);

        Assert.Equal([0.1, 0.1, 0.05, 0.05], training.History.Select(epoch => epoch.LearningRate));
    }

    [Fact]
    public void Patience_stops_where_the_validation_loss_no_longer_falls_and_gives_back_the_best_network()
    {
        var trainer = new Trainer(new Adam(0.5)) { Epochs = 200, Patience = 3 };
        var training = trainer.Fit(IrisNet, Iris.Train, Iris.Validation, cancellation: Token);
        var lowest = training.History.Min(epoch => epoch.ValidationLoss)!.Value;

        Assert.True(training.History.Count < 200);
        Assert.Equal(lowest, training.History[^4].ValidationLoss);
        Assert.Equal(lowest, training.Model.Loss(Iris.Validation.X, Iris.Validation.y), 1e-12);
        Assert.Throws<ArgumentException>(() => trainer.Fit(IrisNet, Iris.Train, cancellation: Token));
    }

    [Fact]
    public void What_was_learnt_before_it_was_cancelled_is_kept()
    {
        using var source = new CancellationTokenSource();
        var seen = new Listener(epoch => { if (epoch.Number == 3) source.Cancel(); });
        var training = new Trainer(new Adam(0.02)) { Epochs = 100 }.Fit(IrisNet, Iris.Train, progress: seen, cancellation: source.Token);

        Assert.Equal((true, 3), (training.Cancelled, training.History.Count));
        Assert.True(training.Model.Loss(Iris.Train.X, Iris.Train.y) < IrisNet.Loss(Iris.Train.X, Iris.Train.y));
    }

    [Fact]
    public void With_patience_a_cancelled_training_gives_back_the_best_network_too()
    {
        using var source = new CancellationTokenSource();
        var seen = new Listener(epoch => { if (epoch.Number == 12) source.Cancel(); });
        var training = new Trainer(new Adam(0.5)) { Epochs = 200, Patience = 100 }.Fit(IrisNet, Iris.Train, Iris.Validation, seen, source.Token);
        var lowest = training.History.Min(epoch => epoch.ValidationLoss)!.Value;

        Assert.Equal((true, 12), (training.Cancelled, training.History.Count));
        Assert.True(lowest < training.History[^1].ValidationLoss);
        Assert.Equal(lowest, training.Model.Loss(Iris.Validation.X, Iris.Validation.y), 1e-12);
    }

    [Fact]
    public void A_validation_set_that_does_not_fit_is_refused_before_anything_is_learnt()
    {
        var (steps, narrow) = (0, Iris.Validation with { X = Iris.Validation.X.SubMatrix(0, 30, 0, 3) });
        var trainer = new Trainer(new Adam()) { Schedule = t => ++steps };

        Assert.Contains("X has 3 columns", Assert.Throws<ArgumentException>(() => trainer.Fit(IrisNet, Iris.Train, narrow, cancellation: Token)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => trainer.Fit(IrisNet, Iris.Train.X, Iris.Train.y.ToColumnMatrix(), validation: (Iris.Validation.X, Mat([1])), cancellation: Token));
        Assert.Equal(0, steps);
    }

    [Fact]
    public void The_progress_bar_draws_how_far_it_is()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var bar = new ProgressBar(text);
        bar.Report(new Epoch(1, 2, 0.1, 0.12345, null));
        bar.Report(new Epoch(2, 2, 0.1, 0.01, 0.5));
        bar.Report(new Download("digits.gz", 500_000, 2_000_000));

        Assert.Equal("\r[##########··········]  1/2  loss 0.1235\r[####################]  2/2  loss 0.01  validation 0.5\n\r[#####···············]  0.5/2.0 MB  digits.gz", text.ToString());
    }

    [Fact]
    public void A_shorter_line_leaves_nothing_of_the_longer_one_before_it()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var bar = new ProgressBar(text);
        bar.Report(new Epoch(1, 3, 0.1, 0.1234, null));
        bar.Report(new Epoch(2, 3, 0.1, 0.1, null));

        Assert.EndsWith("\r[#############·······]  2/3  loss 0.1   ", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 20), InlineData(1, 0, 20), InlineData(-1, 4, 0), InlineData(5, 4, 20)]
    public void Even_epochs_that_make_no_sense_are_drawn(int number, int of, int marks)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new ProgressBar(text).Report(new Epoch(number, of, 0.1, 0.5, null));

        Assert.StartsWith($"\r[{new string('#', marks)}{new string('·', 20 - marks)}]  {number}/{of}  ", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_ends_where_the_training_stopped_early()
    {
        string Drawn(Func<ProgressBar, Training> train)
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            using (var bar = new ProgressBar(text)) train(bar);
            return text.ToString();
        }
        var stopped = Drawn(bar => new Trainer(new Adam(0.5)) { Epochs = 200, Patience = 3 }.Fit(IrisNet, Iris.Train, Iris.Validation, bar, Token));
        var whole = Drawn(bar => new Trainer(new Adam()) { Epochs = 2 }.Fit(IrisNet, Iris.Train, null, bar, Token));
        var none = Drawn(bar => new Trainer(new Adam()).Fit(IrisNet, Iris.Train, null, bar, new CancellationToken(canceled: true)));

        Assert.DoesNotContain("200/200", stopped, StringComparison.Ordinal);
        Assert.All([stopped, whole], text => Assert.Equal(text.Length - 1, text.IndexOf('\n')));
        Assert.Empty(none);
    }

    [Fact]
    public void Settings_and_data_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(new Adam()) { Epochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(new Adam()) { BatchSize = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(new Adam()) { Patience = 0 });
        Assert.Throws<ArgumentException>(() => new Trainer(new Adam()).Fit(IrisNet, Datasets.Cars(), cancellation: Token));
    }

    [Fact]
    public void Once_a_batch_size_is_known_a_step_allocates_no_more_for_a_large_batch_than_for_a_small_one()
    {
        static long Allocated(int n)
        {
            var (X, y) = (Matrix<double>.Build.Random(n, 20, 1), Vector<double>.Build.Dense(n, i => i % 5));
            var net = new Network([.. Mlp.Of([20, 32, 5], Activation.ReLU, Objective.SoftmaxCrossEntropy, Initialize.He, 1).Layers, new Dropout(0.9)],
                Objective.SoftmaxCrossEntropy);
            var learner = new Learner(net, new Adam());
            for (var k = 0; k < 3; k++) learner.Step(X, y);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var k = 0; k < 10; k++) learner.Step(X, y);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 10;
        }
        var (small, large) = (Allocated(8), Allocated(1024));

        // A buffer of the large batch alone would take 1024·5·8 = 40,960 bytes.
        Assert.InRange(large, 0, small + 8192);
    }
}
