using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Exercises;

public class VerdictTests
{
    static Verdict Mae(Func<Vector<double>, Vector<double>, double> yours) => Demonstration.MeanAbsoluteError(yours, Guid.NewGuid().ToString());

    [Fact]
    public void The_right_function_is_praised_for_what_it_does()
    {
        var verdict = Mae((p, t) => (p - t).L1Norm() / p.Count);
        Assert.True(verdict.Passed);
        Assert.Equal("✓ Correct. The mean of the absolute differences, whatever their sign.", verdict.ToString());
    }

    [Fact]
    public void A_function_right_in_the_first_case_only_has_not_passed()
    {
        var verdict = Mae((p, t) => 1);
        Assert.False(verdict.Passed);
        Assert.Contains("[−1, 4]", verdict.Text);
        Assert.DoesNotContain("Correct", verdict.Text);
    }

    [Fact]
    public void A_wrong_result_is_shown_with_its_input_by_the_learners_own_names_and_the_right_result()
    {
        var verdict = Mae((prediction, target) => 42.5);
        Assert.StartsWith(
            "✗ Not yet. For prediction = [1, 2, 3], target = [0, 2, 5] the right answer is 1. Your function returned 42.5.\nHint 1 of 3: Start with", verdict.Text);
    }

    [Fact]
    public void A_stub_returning_NaN_is_told_what_NaN_means()
    {
        var verdict = Mae((p, t) => double.NaN);
        Assert.False(verdict.Passed);
        Assert.Contains("Your function returned NaN: not a number", verdict.Text);
    }

    [Fact]
    public void An_infinite_result_is_told_where_infinity_comes_from() =>
        Assert.Contains("returned −∞: often e to a large power", Mae((p, t) => Math.Log(0)).Text);

    [Fact]
    public void The_entry_that_is_NaN_or_wrong_in_a_long_answer_is_named()
    {
        Assert.Contains("returned [−1, NaN, −1], and its entry [1] is NaN: not a number", Demonstration.Predict((X, w) => Vec(-1, double.NaN, -1), "nan-entry").Text);
        var verdict = Judge.Function("long", n => Matrix<double>.Build.Dense(n, 5, (i, j) => i == 2 && j == 3 ? 7 : 0),
            (int n) => Matrix<double>.Build.Dense(n, 5), [10], "Right.", ["…"]);
        Assert.Contains("returned a matrix of shape 10×5, and its entry [2, 3] is 7, where 0 is right.", verdict.Text);
    }

    [Fact]
    public void An_exception_in_the_learners_code_becomes_a_verdict_with_its_type_and_message()
    {
        var verdict = Mae((p, t) => throw new InvalidOperationException("my own bug"));
        Assert.False(verdict.Passed);
        Assert.Contains("Your function threw InvalidOperationException: my own bug.", verdict.Text);
    }

    [Fact]
    public void Null_as_function_and_null_as_result_are_both_not_yet()
    {
        Assert.Contains("you passed null", Mae(null!).Text);
        Assert.Contains("Your function returned null.", Demonstration.Predict((X, w) => null!, "null-result").Text);
    }

    [Fact]
    public void A_wrong_shape_is_named_beside_the_right_one()
    {
        Assert.Contains("[1, −1]: a vector of 2, where a vector of 3 is right", Demonstration.Predict((X, w) => w, "wrong-shape").Text);
        Assert.Contains("a matrix of shape 1×2, where a matrix of shape 2×2 is right", Demonstration.Gram(X => X.SubMatrix(0, 1, 0, 2), "wrong-shape-2").Text);
    }

    [Fact]
    public void A_function_that_changes_its_input_does_not_spoil_the_next_case()
    {
        var shared = Vec(1, 2);
        var verdict = Judge.Function<Vector<double>, double>(
            "mutation", v => { v[0] *= 10; return v[0] / 10 + v[1]; }, right: v => v.Sum(), cases: [shared, shared], praise: "Right.", hints: ["Sum()"]);
        Assert.True(verdict.Passed, verdict.Text);
        Assert.Equal(1, shared[0]);
    }

    [Fact]
    public void Rounding_is_forgiven_and_a_wrong_seventh_digit_is_too_but_not_a_wrong_fifth()
    {
        Assert.True(Mae((p, t) => (p - t).PointwiseAbs().Average() * (1 + 5e-7)).Passed);
        Assert.False(Mae((p, t) => (p - t).PointwiseAbs().Average() * (1 + 5e-5)).Passed);
    }

    [Fact]
    public void Results_that_look_alike_in_six_digits_are_shown_with_all_of_them() =>
        Assert.Contains("the right answer is 1. Your function returned 1.000002.", Mae((p, t) => (p - t).PointwiseAbs().Average() * 1.000002).Text);

    [Fact]
    public void A_trace_of_rounding_beside_a_large_number_counts_as_zero()
    {
        Assert.True(Judge.Function("trace", _ => Vec(1e6, 1e-7), (int _) => Vec(1e6, 0), [1], "Right.", ["…"]).Passed);
        Assert.False(Judge.Function("trace", _ => Vec(1e6, 1e-1), (int _) => Vec(1e6, 0), [1], "Right.", ["…"]).Passed);
    }

    [Fact]
    public void Tuples_say_which_of_their_values_is_wrong()
    {
        var verdict = Judge.Function("tuple", x => (2.0 * x, "odd"), (int x) => (2.0 * x, "even"), [1, 2], "Right.", ["Look again."]);
        Assert.Contains("the right answer is (2, \"even\"). Your function returned as value 2 of 2 \"odd\"", verdict.Text);
        Assert.True(Judge.Function("tuple", x => (2.0 * x, "EVEN "), (int x) => (2.0 * x, "even"), [1, 2], "Right.", ["Look again."]).Passed);
    }

    [Fact]
    public void Booleans_whole_numbers_and_arrays_are_compared_too()
    {
        Assert.True(Judge.Function("bool", x => x > 1, (double x) => x > 1.0, [1, 2], "Right.", ["…"]).Passed);
        Assert.False(Judge.Function("bool", x => x >= 1, (double x) => x > 1.0, [1, 2], "Right.", ["…"]).Passed);
        Assert.True(Judge.Function("array", n => Enumerable.Range(0, n).ToArray(), (int n) => Enumerable.Range(0, n).ToArray(), [3], "Right.", ["…"]).Passed);
        Assert.Contains("an array of 2, where an array of 3 is right",
            Judge.Function("array", n => new int[2], (int n) => Enumerable.Range(0, n).ToArray(), [3], "Right.", ["…"]).Text);
    }

    [Fact]
    public void A_broken_exercise_says_that_it_is_the_exercise_that_failed()
    {
        var verdict = Judge.Function<double, double>("broken", x => x, right: _ => throw new InvalidOperationException("oops"), cases: [1], praise: "Right.", hints: ["…"]);
        Assert.False(verdict.Passed);
        Assert.Contains("The exercise \"broken\" itself failed", verdict.Text);
    }
}
