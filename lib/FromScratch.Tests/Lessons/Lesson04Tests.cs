using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;

namespace FromScratch.Tests.Lessons;

/// <summary>The numbers lesson 04 prints, and the mistakes its exercises recognise.</summary>
public class Lesson04Tests
{
    private static Lesson Lesson => Lesson.Run("04");

    [Fact]
    public void Far_away_students_tilt_the_straight_line_but_not_the_curve()
    {
        Assert.Contains("all 28 students : at 0.5 h 0.224, at 18 h 1.407", Lesson.AllText, StringComparison.Ordinal);
        Assert.Contains("all 28 students : crosses 0.5 at 4.58 h; called failed but passed: 5", Lesson.AllText, StringComparison.Ordinal);
        Assert.Contains("without the five: crosses 0.5 at 3.52 h; called failed but passed: 2", Lesson.AllText, StringComparison.Ordinal);
        Assert.Contains("with    the five: even chance at 3.51 h\nwithout the five: even chance at 3.51 h", Lesson.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_boundary_gives_the_probabilities_of_the_deck() => Printed("points-plane-corners", """
        (1.0, 1.0)   z = -1   p = 0.269   predicted 0
        (1.5, 1.5)   z =  0   p = 0.500   predicted 0
        (2.0, 2.0)   z =  1   p = 0.731   predicted 1
        (3.0, 3.0)   z =  3   p = 0.953   predicted 1
        """);

    [Fact]
    public void The_cross_entropy_has_its_four_limits() => Printed("limit", """
        p = 0, y = 1: loss = Infinity
        p = 0, y = 0: loss = 0
        p = 1, y = 0: loss = Infinity
        p = 1, y = 1: loss = 0
        """);

    [Fact]
    public void The_naive_loss_overflows_and_the_loss_from_logits_does_not()
    {
        Printed("naive", "z = 40: p = 1, loss = Infinity\nz = -800: p = 0, loss = NaN");
        Assert.Contains("z = 40: loss = 40.000\nz = -800: loss = 0.000", Lesson.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_confident_mistake_has_a_gradient_of_66_or_9933_ten_thousandths() =>
        Printed("console-write-line-5", "half squared error: 0.0066\ncross-entropy:      0.9933");

    [Fact]
    public void The_slope_of_the_sigmoid_at_six_is_a_four_hundredth() =>
        Printed("my-slope-z-my-sigmoid", "σ′(0) = 0.25000\nσ′(6) = 0.00247, σ′(-6) = 0.00247");

    [Fact]
    public void What_the_lesson_writes_out_equals_the_library()
    {
        var verdicts = Lesson.AllText.Split('\n').Where(line => line.Contains("equals the", StringComparison.Ordinal)).ToList();
        Assert.True(verdicts.Count >= 7);
        Assert.All(verdicts, line => Assert.EndsWith("True", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_gradient_passes_its_check_and_without_the_mean_it_fails()
    {
        Assert.Contains("passed: all 2 components", Lesson.Text("gradient-check-compare-m"), StringComparison.Ordinal);
        Assert.Contains("yours is 28 times it", Lesson.Text("gradient-check-compare-m-2"), StringComparison.Ordinal);
    }

    [Fact]
    public void From_a_confident_mistake_the_squared_error_crawls_where_the_cross_entropy_arrives() =>
        Assert.Contains("half squared error from 0.8214 to 0.6429 and cross-entropy from 0.8214 to 0.1786", Lesson.Text("wrong-logistic-regression-m"), StringComparison.Ordinal);

    [Fact]
    public void Training_converges_to_the_least_cross_entropy()
    {
        Printed("descent-train-x", "Converged after 5192 steps: loss 0.6931 → 0.2614.\nw = (1.829), b = -6.421");
        var s = Datasets.StudyHours();
        var model = new LogisticRegression(Vector<double>.Build.Dense(1, 1.829), -6.421);
        Assert.True(model.Gradient(s.X, s.y).ToVector().L2Norm() < 2e-3);
    }

    [Fact]
    public void A_lower_threshold_misses_fewer_cancers_and_raises_more_false_alarms()
    {
        Printed("table-confusion-matrix-of", """
            accuracy on the test set: 0.901
                     predicted 1  predicted 0
            is 1              65            9
            is 0               8           89
            """);
        Printed("console-write-line-confusion-matrix", """
                     predicted 1  predicted 0
            is 1              71            3
            is 0              34           63
            """);
    }

    [Fact]
    public void Thirty_features_make_fewer_mistakes_of_both_kinds_than_two() => Printed("thirty-train-full-train", """
        accuracy on the training set: 0.990
        accuracy on the test set: 0.965
                 predicted 1  predicted 0
        is 1              70            4
        is 0               2           95
        """);

    [Theory]
    [InlineData("slide-sigmoid-wx-math", "slide 0.119, right 0.881")]
    [InlineData("slide-e7-right-e7-sigmoid", "slide 0.01900, right 0.01981")]
    [InlineData("one-more-enumerable-range", "i = 0 … N: 0.866, right: 0.693")]
    [InlineData("no-brackets-p-y", "p = 0.2, y = 0: without -0.223, right 0.223")]
    [InlineData("on-it-plane-logits", "z = 0: z > 0 says 0, z ≥ 0 says 1")]
    [InlineData("shown-liked-vec", "1 = show: precision 0.33, recall 1.00\n1 = hide: precision 1.00, recall 0.50")]
    [InlineData("failed-model-train-x", "passed versus the rest: w = (1.829), b = -6.421\nfailed versus the rest: w = (-1.829), b = 6.421")]
    public void A_slide_and_its_correction_differ_in_numbers(string cell, string text) => Printed(cell, text);

    [Theory]
    [InlineData(1.2448, "divides by n")]
    [InlineData(-0.4149, "minus sign")]
    [InlineData(0.1802, "base 10")]
    [InlineData(0.7419, "ln(1 − p)")]
    [InlineData(0.2798, "the third student failed")]
    public void A_wrong_loss_by_hand_is_recognised(double wrong, string hint) =>
        Assert.Contains(hint, Check.CrossEntropyByHand(wrong).Text, StringComparison.Ordinal);

    [Fact]
    public void Wrong_hours_are_recognised()
    {
        Assert.Contains("you added it", Check.HoursNeeded((p, w, b) => (Logit(p) + b) / w).Text, StringComparison.Ordinal);
        Assert.Contains("bias b is missing", Check.HoursNeeded((p, w, b) => Logit(p) / w).Text, StringComparison.Ordinal);
        Assert.Contains("apply the logit to it first", Check.HoursNeeded((p, w, b) => (p - b) / w).Text, StringComparison.Ordinal);
        Assert.Contains("hours to probability", Check.HoursNeeded((p, w, b) => Sigmoid(w * p + b)).Text, StringComparison.Ordinal);
        Assert.Contains("put brackets", Check.HoursNeeded((p, w, b) => Logit(p) - b / w).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_weighted_gradient_is_recognised()
    {
        static string Hint(Func<Vector<double>, Vector<double>, double, Vector<double>> wrong) => Check.WeightedCrossEntropyGradient(wrong).Text;
        Assert.Contains("without c", Hint((p, y, c) => (p - y) / y.Count), StringComparison.Ordinal);
        Assert.Contains("1/n is missing", Hint((p, y, c) => (1 - y).PointwiseMultiply(p) - c * y.PointwiseMultiply(1 - p)), StringComparison.Ordinal);
        Assert.Contains("sign is wrong", Hint((p, y, c) => (c * y.PointwiseMultiply(1 - p) - (1 - y).PointwiseMultiply(p)) / y.Count), StringComparison.Ordinal);
        Assert.Contains("every example", Hint((p, y, c) => c * (p - y) / y.Count), StringComparison.Ordinal);
        Assert.Contains("replaced y by c·y", Hint((p, y, c) => (p - c * y) / y.Count), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_threshold_is_recognised()
    {
        static Func<Vector<double>, Vector<double>, double, double> Search(Func<ConfusionMatrix, double, bool> enough, params int[] percent) =>
            (p, y, recall) => percent.FirstOrDefault(k => enough(ConfusionMatrix.Of(p.Map(pi => pi > k / 100.0 ? 1.0 : 0.0), y), recall)) / 100.0;
        int[] up = [.. Enumerable.Range(0, 100)], down = [.. up.Reverse()];

        Assert.Contains("lowest such threshold", Check.ThresholdForRecall(Search((c, recall) => c.Recall >= recall, up[1..])).Text, StringComparison.Ordinal);
        Assert.Contains("That is precision", Check.ThresholdForRecall(Search((c, recall) => c.Precision >= recall, down)).Text, StringComparison.Ordinal);
        Assert.Contains("≥, not >", Check.ThresholdForRecall(Search((c, recall) => c.Recall > recall, down)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_that_p_only_reaches_and_one_that_does_not_exist_are_recognised()
    {
        static Func<Vector<double>, Vector<double>, double, double> Search(Func<double, double, bool> above, double none) => (p, y, recall) =>
            Enumerable.Range(1, 99).Reverse().Select(k => k / 100.0).Where(t => ConfusionMatrix.Of(p.Map(pi => above(pi, t) ? 1.0 : 0.0), y).Recall >= recall).FirstOrDefault(none);

        Assert.True(Check.ThresholdForRecall(Search((p, t) => p > t, none: 0)).Passed);
        Assert.Contains("exactly on the threshold", Check.ThresholdForRecall(Search((p, t) => p >= t, none: 0)).Text, StringComparison.Ordinal);
        Assert.Contains("the answer is 0", Check.ThresholdForRecall(Search((p, t) => p > t, none: 0.01)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "1 − (−1) is 2"), InlineData("b", "Above 0?"), InlineData("d", "p + 1")]
    public void A_wrong_choice_about_the_labels_is_recognised(string wrong, string hint) =>
        Assert.Contains(hint, Check.MinusOneLabels(wrong).Text, StringComparison.Ordinal);

    private static void Printed(string cell, string text) => Assert.Equal(text, Lesson.Text(cell).TrimEnd('\n'));
}
