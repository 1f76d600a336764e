using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Loss;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

/// <summary>What the decks say about the softmax, its labels, batches, pipelines and data, beside what is so.</summary>
public sealed class TrainingErrors
{
    private static readonly Dataset Cars = Datasets.Cars();

    // Deck 002, line 186: ∇θ := θ − …, with the gradient on the left.
    [Fact]
    public void E11_slide_changes_no_parameter_so_the_loss_stays()
    {
        var theta = LinearRegression.Zero(1);
        var before = theta.Loss(Cars.X, Cars.y);
        var slide = theta; // the result went into the gradient
        var right = theta - 0.001 * theta.Gradient(Cars.X, Cars.y);

        Assert.Equal(before, slide.Loss(Cars.X, Cars.y));
        Assert.True(right.Loss(Cars.X, Cars.y) < before);
    }

    // Deck 004, line 352: softmax cross-entropy of one output with a binary label.
    [Fact]
    public void E12_slide_softmax_of_one_output_has_no_loss_and_no_gradient()
    {
        var (z, positive) = (Mat([-3]), Vec(0));

        Assert.Equal(0, SoftmaxCrossEntropyFromLogits(z, positive));
        Assert.Equal(0, SoftmaxCrossEntropyFromLogitsGradient(z, positive)[0, 0]);
        Assert.Equal(3.0486, BinaryCrossEntropyFromLogits(Vec(-3), Vec(1)), 1e-4);
    }

    // Deck 001, line 85: "C or A, C".
    [Fact]
    public void E16_slide_puts_the_class_on_both_sides_and_right_labels_cover_every_class_once()
    {
        var y = Vec(0, 0, 1, 1, 2);
        Vector<double> Rest(params double[] classes) => y.Map(c => classes.Contains(c) ? 1.0 : 0.0);

        Assert.Equal(1, Rest(2).PointwiseMultiply(Rest(0, 2)).Sum()); // the student with a C is on both sides
        Assert.Equal(0, Rest(2).PointwiseMultiply(Rest(0, 1)).Sum());
        Assert.Equal(Vec(1, 1, 1, 1, 1), Rest(0) + Rest(1) + Rest(2));
    }

    // Deck 003, lines 1109 to 1145: the scheduler is never stepped, and the test set not used.
    [Fact]
    public void E35_slide_rate_never_changes_and_the_schedule_of_the_trainer_does()
    {
        var pipeline = Pipeline.Of(Datasets.BreastCancer(), 0.2, 0.2, seed: 1);
        var start = Mlp.Of([30, 1], Activation.Linear, Objective.BinaryCrossEntropy, Initialize.Zeros, 0);
        var slide = new Trainer(new GradientDescent(0.3)) { Epochs = 4 };
        var (training, testLoss) = pipeline.Run(start, slide with { Schedule = Schedules.Step(2, 0.5) }, cancellation: TestContext.Current.CancellationToken);

        Assert.All(slide.Fit(start, pipeline.Train, cancellation: TestContext.Current.CancellationToken).History, epoch => Assert.Equal(0.3, epoch.LearningRate));
        Assert.Equal([0.3, 0.3, 0.15, 0.15], training.History.Select(epoch => epoch.LearningRate));
        Assert.Equal(training.Model.Loss(pipeline.Test.X, pipeline.Test.y), testLoss);
    }

    // Deck 001, line 95: 0 ≤ yᵢ ≤ 1, of scores that are 2.0, 1.0 and 0.1 on the same page.
    [Fact]
    public void E37_a_score_is_not_between_zero_and_one_and_its_softmax_strictly_is()
    {
        var y = Vec(2, 1, 0.1);

        Assert.True(y.Maximum() > 1);
        Assert.True(Softmax(y).Minimum() > 0 && Softmax(y).Maximum() < 1);
        Assert.True(Softmax(Vec(-30, 0))[0] > 0);
    }

    // Deck 003, line 1998: more data surely give a better model.
    [Fact]
    public void E58_more_data_do_not_help_a_stiff_model()
    {
        double Error(int n, int degree)
        {
            var x = Vector<double>.Build.Dense(n, i => -1 + 2.0 * i / (n - 1));
            var X = Polynomial.Features(x, degree);
            return BiasVariance.Simulate(t => 2 * Math.Sin((1.5 * t) - 0.7), 0.5, x, y => LinearRegression.NormalEquation(X, y).Predict(X), 400, 1).Error;
        }

        Assert.True(Error(96, 1) > 0.38); // the noise is .25, the bias² stays
        Assert.InRange(Error(96, 3), 0.24, 0.28);
    }

    // Deck 002, line 1345: the cross-entropy as evaluation function.
    [Fact]
    public void E59_the_loss_may_rise_where_the_accuracy_stays()
    {
        var (X, y) = (Mat([1], [2], [-1], [0.5]), Vec(0, 0, 1, 1));
        var (calm, bold) = (new SoftmaxRegression(Mat([1, -1]), Vec(0, 0)), new SoftmaxRegression(Mat([10, -10]), Vec(0, 0)));

        Assert.Equal(Metrics.Accuracy(calm.Predict(X), y), Metrics.Accuracy(bold.Predict(X), y));
        Assert.True(bold.Loss(X, y) > 2 * calm.Loss(X, y));
    }
}
