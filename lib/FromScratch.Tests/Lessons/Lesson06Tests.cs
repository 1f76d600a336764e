using MathNet.Numerics.LinearAlgebra;

namespace FromScratch.Tests.Lessons;

/// <summary>The numbers lesson 06 prints, and the mistakes its exercises recognise.</summary>
public class Lesson06Tests
{
    private static Lesson Lesson => Lesson.Run("06");

    [Fact]
    public void One_neighbour_knows_the_training_data_by_heart_and_is_not_the_best_on_others() => Printed("k-table", """
        K =  1: training error 0.000, validation error 0.624
        K =  2: training error 0.250, validation error 0.529
        K =  3: training error 0.294, validation error 0.386
        K =  4: training error 0.387, validation error 0.344
        K =  6: training error 0.546, validation error 0.393
        K = 12: training error 1.752, validation error 1.534
        """);

    [Fact]
    public void The_best_of_many_coin_tossers_looks_good_only_where_it_was_chosen() =>
        Printed("console-write-line", "best of 100 on the test set: 0.70\nthe same model on new questions: 0.50");

    [Fact]
    public void The_training_error_falls_with_the_degree_and_the_validation_error_turns()
    {
        Printed("degrees", """
            d =  1: training 0.462, validation 0.476
            d =  2: training 0.228, validation 0.386
            d =  3: training 0.228, validation 0.375
            d =  4: training 0.204, validation 0.408
            d =  6: training 0.202, validation 0.434
            d =  8: training 0.153, validation 0.623
            d = 10: training 0.113, validation 2.394
            """);
        Printed("chosen-array-index-of", "chosen: degree 3\ntest error 0.292, of which noise 0.25");
        Printed("console-write-line-3", "degree 2: largest weight 1.8\ndegree 10: largest weight 749.9");
    }

    [Fact]
    public void Bias_variance_and_noise_add_up_to_the_measured_error()
    {
        var rows = Lesson.Text("parts").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(double.Parse).ToArray()).ToList();

        Assert.Equal([0, 1, 2, 3, 4, 6, 8, 10], rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.Equal(row[1] + row[2] + row[3], row[4], 0.0016));
        Assert.All(rows, row => Assert.Equal(row[4], row[5], 0.02));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.First[1] >= pair.Second[1] && pair.First[2] < pair.Second[2]));
        Assert.Equal([2, 0.020, 0.062, 0.248, 0.330, 0.336], rows[2]);
    }

    [Fact]
    public void The_variance_is_that_of_theory() =>
        Printed("console-write-line-11", "degree 2:  measured 0.062, theory 0.062\ndegree 10: measured 0.222, theory 0.229");

    [Fact]
    public void Weight_decay_trades_variance_for_bias() => Printed("prices", """
        λ = 0      bias² 0.000, variance 0.222, error 0.465
        λ = 0.0001 bias² 0.000, variance 0.137, error 0.383
        λ = 0.001  bias² 0.001, variance 0.115, error 0.363
        λ = 0.01   bias² 0.008, variance 0.090, error 0.348
        λ = 0.1    bias² 0.104, variance 0.059, error 0.420
        λ = 1      bias² 0.542, variance 0.029, error 0.832
        λ = 10     bias² 1.201, variance 0.021, error 1.480
        """);

    [Fact]
    public void More_data_bring_the_supple_model_to_the_noise_and_the_stiff_one_not() => Printed("sizes", """
        n =  12: degree 1 0.492, degree 10 0.463
        n =  24: degree 1 0.432, degree 10 0.360
        n =  48: degree 1 0.421, degree 10 0.302
        n =  96: degree 1 0.408, degree 10 0.278
        n = 192: degree 1 0.402, degree 10 0.262
        """);

    [Fact]
    public void Cross_validation_sees_no_gain_in_a_parabola_for_the_cars() =>
        Assert.StartsWith("degree 0: 667 ft²\ndegree 1: 243 ft²\ndegree 2: 244 ft²\ndegree 3: 247 ft²\ndegree 4: 252 ft²", Lesson.Text("cars"), StringComparison.Ordinal);

    [Fact]
    public void Early_stopping_keeps_the_validation_loss_low()
    {
        Printed("cancer-pipeline-of", "train 56, validation 228, test 285");
        Printed("console-write-line-6", "lowest validation loss 0.1312 in epoch 78, at the end 0.1968\ntraining loss there 0.0502, at the end 0.0059");
        Printed("console-write-line-8", "stopped after 98 epochs\ntest loss 0.1434, without early stopping 0.2269");
        Printed("console-write-line-9", "test accuracy 0.937");
    }

    [Fact]
    public void What_the_lesson_writes_out_equals_the_library()
    {
        var verdicts = Lesson.AllText.Split('\n').Where(line => line.Contains("the library's", StringComparison.Ordinal)).ToList();
        Assert.True(verdicts.Count >= 7);
        Assert.All(verdicts, line => Assert.EndsWith("True", line, StringComparison.Ordinal));
        Assert.StartsWith("gradient is 0: True", Lesson.Text("console-write-line-5"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_gradient_passes_its_check_and_with_a_penalty_on_the_bias_it_fails()
    {
        Assert.Contains("passed: all 4 components", Lesson.Text("at-linear-regression-vec"), StringComparison.Ordinal);
        Assert.Contains("FAILED at component 3", Lesson.Text("also-bias-gradient-at"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_degree_and_the_price_have_sliders()
    {
        Assert.Contains("with a slider for degree from 1 to 10", Lesson.Text("plot-slider-d"), StringComparison.Ordinal);
        Assert.Contains("with a slider for degree from 0 to 10", Lesson.Text("plot-slider-d-2"), StringComparison.Ordinal);
        Assert.Contains("with a slider for λ from 0 to 10", Lesson.Text("plot-slider-l"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare-by-degree", "slide: 1.201, right: 1.661, measured: 1.672\nslide: 0.241, right: 0.470, measured: 0.465")]
    [InlineData("console-write-line-12", "slide: rate in epoch 1, 150, 350: 0.3, 0.3, 0.3\nright: rate in epoch 1, 150, 350: 0.3, 0.15, 0.0375\ntest set: used once, loss 0.1434")]
    [InlineData("console-write-line-13", "12 points 0.325, 60 points 0.279\none more point made it worse 20 times of 48")]
    public void A_slide_and_its_correction_differ_in_numbers(string cell, string text) => Printed(cell, text);

    [Fact]
    public void A_wrong_bias_is_recognised()
    {
        static string Hint(Func<Matrix<double>, Vector<double>, double> wrong) => Check.BiasSquared(wrong).Text;
        Assert.Contains("bias² + variance", Hint((P, f) => (P + -f).PointwisePower(2).ColumnSums().Average() / P.RowCount), StringComparison.Ordinal);
        Assert.Contains("That is the variance", Hint((P, _) => (P + -(P.ColumnSums() / P.RowCount)).PointwisePower(2).ColumnSums().Average() / P.RowCount), StringComparison.Ordinal);
        Assert.False(Check.BiasSquared((P, f) => (P.ColumnSums() / P.ColumnCount - f).PointwisePower(2).Average()).Passed);
        Assert.Contains("square is missing", Hint((P, f) => (P.ColumnSums() / P.RowCount - f).Average()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_ridge_is_recognised()
    {
        Assert.Contains("without a penalty", Check.RidgeSlope((x, y, _) => x * y / (x * x)).Text, StringComparison.Ordinal);
        Assert.Contains("n is missing", Check.RidgeSlope((x, y, l) => x * y / (x * x + l)).Text, StringComparison.Ordinal);
        Assert.Contains("added, not subtracted", Check.RidgeSlope((x, y, l) => x * y / (x * x - x.Count * l)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_step_with_weight_decay_is_recognised()
    {
        Assert.Contains("decay is missing", Check.WeightDecayStep((w, g, a, _) => w - a * g).Text, StringComparison.Ordinal);
        Assert.Contains("weights grow", Check.WeightDecayStep((w, g, a, l) => w - a * (g - l * w)).Text, StringComparison.Ordinal);
        Assert.Contains("penalty's gradient, too", Check.WeightDecayStep((w, g, a, l) => w - a * g - l * w).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_early_stop_is_recognised()
    {
        Assert.Contains("lowest of all", Check.EarlyStopping((losses, _) => Array.IndexOf(losses, losses.Min())).Text, StringComparison.Ordinal);
        Assert.Contains("first rise", Check.EarlyStopping((losses, _) => Enumerable.Range(0, losses.Length).First(e => e == losses.Length - 1 || losses[e + 1] > losses[e])).Text, StringComparison.Ordinal);
        Assert.Contains("no new lowest", Check.EarlyStopping((losses, p) =>
        {
            var best = 0;
            for (var e = 1; e < losses.Length && e - best <= p; e++) if (losses[e] <= losses[best]) best = e;
            return best;
        }).Text, StringComparison.Ordinal);
        Assert.Contains("from 0", Check.EarlyStopping((losses, p) => (losses.Length, p) switch { (7, 3) => 3, (8, 2) => 4, (7, 2) => 6, _ => 3 }).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "lower the variance"), InlineData("c", "stiffer"), InlineData("d", "does not fit them at all")]
    public void A_wrong_diagnosis_is_recognised(string wrong, string hint) =>
        Assert.Contains(hint, Check.Diagnosis(wrong).Text, StringComparison.Ordinal);

    private static void Printed(string cell, string text) => Assert.Equal(text, Lesson.Text(cell).TrimEnd('\n'));
}
