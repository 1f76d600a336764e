using MathNet.Numerics.LinearAlgebra;

namespace FromScratch.Tests.Exercises;

public class HintTests
{
    static readonly Func<Vector<double>, Vector<double>, double> Stub = (_, _) => double.NaN;
    static readonly Func<Vector<double>, Vector<double>, double> Summed = (yHat, y) => (yHat - y).L1Norm();

    [Fact]
    public void Each_wrong_try_gets_the_next_hint_and_the_last_one_stays()
    {
        var texts = Enumerable.Range(0, 4).Select(_ => Demonstration.MeanAbsoluteError(Stub, "in-order").Text).ToList();
        Assert.EndsWith("Hint 1 of 3: Start with yHat - y.", texts[0]);
        Assert.EndsWith("Hint 2 of 3: PointwiseAbs() removes the signs.", texts[1]);
        Assert.EndsWith("Hint 3 of 3: (yHat - y).PointwiseAbs().Average()", texts[2]);
        Assert.EndsWith("Hint 3 of 3: (yHat - y).PointwiseAbs().Average()", texts[3]);
    }

    [Fact]
    public void Two_exercises_do_not_share_their_counter()
    {
        Demonstration.MeanAbsoluteError(Stub, "counter-a");
        Demonstration.MeanAbsoluteError(Stub, "counter-a");
        Assert.Contains("Hint 1 of 3", Demonstration.MeanAbsoluteError(Stub, "counter-b").Text);
        Assert.Contains("Hint 3 of 3", Demonstration.MeanAbsoluteError(Stub, "counter-a").Text);
    }

    [Fact]
    public void A_solved_exercise_starts_again_from_its_first_hint()
    {
        Demonstration.MeanAbsoluteError(Stub, "again");
        Assert.True(Demonstration.MeanAbsoluteError((p, t) => (p - t).PointwiseAbs().Average(), "again").Passed);
        Assert.Contains("Hint 1 of 3", Demonstration.MeanAbsoluteError(Stub, "again").Text);
    }

    [Fact]
    public void A_recognised_mistake_gets_its_own_hint_first_and_the_general_ones_after()
    {
        var first = Demonstration.MeanAbsoluteError(Summed, "mistake").Text;
        Assert.EndsWith("Your function returned 3.\nYou summed; the mean divides by n.", first);
        Assert.EndsWith("You summed; the mean divides by n.\nHint 1 of 3: Start with yHat - y.", Demonstration.MeanAbsoluteError(Summed, "mistake").Text);
    }

    [Fact]
    public void A_mistake_made_in_one_case_only_is_not_called_by_its_name() =>
        Assert.DoesNotContain("You summed", Demonstration.MeanAbsoluteError((p, t) => p.Count == 3 ? Summed(p, t) : 0, "half-a-mistake").Text);

    [Fact]
    public void A_flipped_sign_a_factor_two_and_a_transpose_are_recognised_without_being_declared()
    {
        Assert.Contains("wrong sign", Demonstration.Predict((X, w) => -X * w, "sign").Text);
        Assert.Contains("twice the right one", Demonstration.Predict((X, w) => X * w * 2, "twice").Text);
        Assert.Contains("half the right one", Demonstration.Predict((X, w) => X * w / 2, "half").Text);
        Assert.Contains("the transpose of the right one", Demonstration.Gram(X => (X * Tensor.Mat([1, 2], [0, 1])).Transpose(), "transpose").Text);
        Assert.DoesNotContain("Your matrix is", Demonstration.Gram(X => X, "no-transpose").Text);
    }

    [Fact]
    public void A_mistake_that_throws_is_recognised_by_the_exception()
    {
        var verdict = Judge.Function("throws", A => A * A, right: (Matrix<double> A) => A * A.Transpose(), cases: [Tensor.Mat([1, 2, 3])],
            praise: "Right.", hints: ["Check the shapes."], mistakes: [("A·A does not conform: transpose one.", A => A * A)]);
        Assert.EndsWith("A·A does not conform: transpose one.", verdict.Text);
    }

    [Fact]
    public void A_hundred_tries_at_once_count_as_a_hundred()
    {
        var hints = Enumerable.Range(1, 101).Select(n => $"no {n}").ToArray();
        var texts = new string[100];
        Parallel.For(0, 100, i => texts[i] = Judge.Value("parallel", 1.0, 2.0, "Right.", hints).Text);
        Assert.Equal(100, texts.Distinct().Count());
        Assert.Contains("Hint 101 of 101", Judge.Value("parallel", 1.0, 2.0, "Right.", hints).Text);
    }
}
