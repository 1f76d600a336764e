using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;

namespace FromScratch.Tests.Lessons;

/// <summary>The numbers lesson 05 prints, and the mistakes its exercises recognise.</summary>
public class Lesson05Tests
{
    private static Lesson Lesson => Lesson.Run("05");

    [Fact]
    public void Three_scores_become_three_probabilities() => Printed("z-vec-e", """
        exp:  24.53  164.02  0.183, sum 188.74
        p:    0.130  0.869  0.001
        """);

    [Fact]
    public void The_slides_scores_give_the_slides_probabilities_at_three_temperatures()
    {
        Printed("say-vector-p", "softmax(2, 1, 0.1) = 0.659  0.242  0.099\nequals the library's: True");
        Printed("console-write-line-2", """
            scores      : 0.659  0.242  0.099
            scores × 10 : 1.000  0.000  0.000
            scores × 0.1: 0.366  0.331  0.303
            """);
    }

    [Fact]
    public void Three_pictures_of_ten_classes_get_their_answers() => Printed("answers-matrix-p", """
        picture 1: dog 0.951
        picture 2: automobile 0.561
        picture 3: truck 0.443
        """);

    [Fact]
    public void The_temperature_slider_goes_from_certain_to_undecided() =>
        Assert.Contains("with a slider for T from 0.1 to 100 in 8 stops", Lesson.Text("plot-slider-t"), StringComparison.Ordinal);

    [Fact]
    public void Two_classes_are_the_sigmoid_again() => Printed("console-write-line", "softmax(3, 1): 0.881\nσ(3 − 1):      0.881");

    [Fact]
    public void The_naive_softmax_overflows_and_the_shifted_one_does_not()
    {
        Printed("console-write-line-4", "at  1000: NaN  NaN  NaN\nat -1000: NaN  NaN  NaN");
        Printed("console-write-line-5", "at  1000: 0.659  0.242  0.099\nat -1000: 0.659  0.242  0.099\nequals the library's: True");
        Printed("far-vec-console", "cat: 2.040\nfar: from p Infinity, from the logits 1000");
    }

    [Fact]
    public void The_cross_entropies_of_the_slide_and_of_the_cat_are_printed()
    {
        Printed("my-cross-entropy-vector-label", "p = (0.7, 0.2, 0.1): 0.357\nsoftmax(2, 1, 0.1):  0.417");
        Printed("console-write-line-6", "cat: 2.040\nequals the library's: True");
        Printed("dz-softmax-z", "cat: ∂L/∂z = -0.870  0.869  0.001, sum is 0: True");
    }

    [Fact]
    public void One_versus_rest_grades_all_five_and_its_rows_do_not_sum_to_one()
    {
        var rows = Lesson.Text("students-grades-stack");
        Assert.Contains("  6.5         3  0.108  0.467  0.092  0.667     B", rows, StringComparison.Ordinal);
        Assert.Contains("  6.5         0  0.000  0.762  0.893  1.655     C", rows, StringComparison.Ordinal);
        Assert.Equal(["A", "A", "B", "B", "C", "B", "C"], Says(rows));
    }

    [Fact]
    public void Softmax_grades_all_five_and_its_rows_sum_to_one()
    {
        var rows = Lesson.Text("together-train-grade-z");
        Assert.Equal(["A", "A", "B", "B", "C", "B", "C"], Says(rows));
        Assert.Equal(7, rows.Split("  1.000  ").Length - 1);
    }

    [Fact]
    public void What_the_lesson_writes_out_equals_the_library()
    {
        var verdicts = Lesson.AllText.Split('\n').Where(line => line.Contains("equals the library's", StringComparison.Ordinal)).ToList();
        Assert.True(verdicts.Count >= 7);
        Assert.All(verdicts, line => Assert.EndsWith("True", line, StringComparison.Ordinal));
        Printed("dp-is-first-pointwise-divide", "both roads give the same: True");
        Printed("console-write-line-3", "scores + 7 give the same: True");
    }

    [Fact]
    public void The_gradient_passes_its_check_and_without_the_mean_it_fails()
    {
        Assert.Contains("passed: all 9 components", Lesson.Text("gradient-check-compare-m"), StringComparison.Ordinal);
        Assert.Contains("yours is 105 times it", Lesson.Text("gradient-check-compare-m-2"), StringComparison.Ordinal);
    }

    [Fact]
    public void Training_starts_at_ln_3_and_mistakes_one_test_flower()
    {
        Assert.EndsWith("train 105, test 45\n", Lesson.Text("console-write-line-iris"), StringComparison.Ordinal);
        Printed("descent-train-train-x", "Took all 300 steps: loss 1.099 → 0.09748.");
        Printed("console-write-line-7", "training: 0.952\ntest:     0.978");
        Printed("console-write-line-metrics", """
            13   0   0
             0  18   0
             0   1  13
            """);
        Assert.Contains("4.9 cm, 1.65 cm: 0.000  0.500  0.500", Lesson.Text("how-sure"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_yes_no_model_of_the_middle_class_is_no_better_than_always_no()
    {
        Printed("rest-iris-one-versus-rest-fit", "versicolor or not: 3 called versicolor, 26 of 45 right\nalways no: 27 of 45 right");
        Printed("console-write-line-8", "one versus rest, test: 0.956\nsoftmax, test:         0.978");
    }

    [Theory]
    [InlineData("console-write-line-9", "slide: good answer -0.357, bad answer -2.303\nright: good answer 0.357, bad answer 2.303")]
    [InlineData("slide-e4-scores-pointwise-exp", "slide: 0.178  0.089  0.009, sum 0.276\nright: 0.659  0.242  0.099, sum 1.000")]
    [InlineData("single-softmax-vec", "slide: p = 1, loss = 0.000\nright: p = 0.047, loss = 3.049")]
    [InlineData("sure-vec-console", "once:  0.0007\ntwice: 0.5519")]
    [InlineData("labels-k-join", "A or not: 1 1 0 0 0\nB or not: 0 0 1 1 0\nC or not: 0 0 0 0 1")]
    [InlineData("console-write-line-10", "scores up to 2, S(y): 0.659  0.242  0.099\nS > 0 at (-30, 0): True")]
    [InlineData("console-write-line-11", "H(P, P) = 0.693, not 0\nH(P, Q) = 0.916 = 0.693 + 0.223")]
    [InlineData("judged-model-bold", "loss 0.100, accuracy 0.978\nloss 0.153, accuracy 0.978")]
    public void A_slide_and_its_correction_differ_in_numbers(string cell, string text) => Printed(cell, text);

    [Fact]
    public void A_wrong_softmax_is_recognised()
    {
        static string Hint(Func<Vector<double>, Vector<double>> wrong) => Check.SafeSoftmax(wrong).Text;
        Assert.Contains("without the shift", Hint(z => z.PointwiseExp() / z.PointwiseExp().Sum()), StringComparison.Ordinal);
        Assert.Contains("do not sum to 1", Hint(z => (z - z.Maximum()).PointwiseExp()), StringComparison.Ordinal);
        Assert.Contains("exponential is missing", Hint(z => z / z.Sum()), StringComparison.Ordinal);
        Assert.Contains("another score than the largest", Hint(z => (z - z.Minimum()).PointwiseExp() is var e ? e / e.Sum() : e), StringComparison.Ordinal);
        Assert.False(Check.SafeSoftmax(z => (z - z.Average()).PointwiseExp() is var e ? e / e.Sum() : e).Passed);
        Assert.Contains("by their maximum", Hint(z => Softmax(z / z.Maximum())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_one_hot_matrix_is_recognised()
    {
        static Matrix<double> Hot(Vector<double> y, int k, double shift = 0) => Matrix<double>.Build.Dense(y.Count, k, (i, j) => y[i] - shift == j ? 1 : 0);
        Assert.Contains("yours is k×n", Check.OneHot((y, k) => Hot(y, k).Transpose()).Text, StringComparison.Ordinal);
        Assert.Contains("count from 0", Check.OneHot((y, k) => Hot(y, k, shift: 1)).Text, StringComparison.Ordinal);
        Assert.Contains("one-cold", Check.OneHot((y, k) => 1 - Hot(y, k)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_loss_is_recognised()
    {
        Assert.Contains("sign is wrong", Check.SoftmaxLoss((z, y) => z[y] - LogSumExp(z)).Text, StringComparison.Ordinal);
        Assert.Contains("e¹⁰⁰⁰ overflows", Check.SoftmaxLoss((z, y) => Math.Log(z.PointwiseExp().Sum()) - z[y]).Text, StringComparison.Ordinal);
        Assert.Contains("stay with the scores", Check.SoftmaxLoss((z, y) => -Math.Log(Softmax(z)[y])).Text, StringComparison.Ordinal);
        Assert.Contains("true score is missing", Check.SoftmaxLoss((z, _) => LogSumExp(z)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_tempered_gradient_is_recognised()
    {
        static string Hint(Func<Vector<double>, int, double, Vector<double>> wrong) => Check.TemperedGradient(wrong).Text;
        static Vector<double> Minus(Vector<double> p, int y) => p - Vector<double>.Build.Dense(p.Count, j => j == y ? 1 : 0);
        Assert.Contains("inner derivative", Hint((z, y, T) => Minus(Softmax(z / T), y)), StringComparison.Ordinal);
        Assert.Contains("those of z/T", Hint((z, y, T) => Minus(Softmax(z), y) / T), StringComparison.Ordinal);
        Assert.Contains("do not multiply", Hint((z, y, T) => Minus(Softmax(z / T), y) * T), StringComparison.Ordinal);
        Assert.Contains("at the true class", Hint((z, y, T) => Softmax(z / T) / T), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.576, "That is the probability")]
    [InlineData(1.099, "knows nothing")]
    [InlineData(0.313, "There are three classes")]
    [InlineData(0.239, "base 10")]
    public void A_wrong_floor_of_the_double_softmax_is_recognised(double wrong, string hint) =>
        Assert.Contains(hint, Check.SoftmaxTwice(wrong).Text, StringComparison.Ordinal);

    private static IEnumerable<string> Says(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row[^1..]);

    private static void Printed(string cell, string text) => Assert.Equal(text, Lesson.Text(cell).TrimEnd('\n'));
}
