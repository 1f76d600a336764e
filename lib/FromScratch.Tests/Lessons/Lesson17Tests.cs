using System.Globalization;
using System.Text.RegularExpressions;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;

namespace FromScratch.Tests.Lessons;

/// <summary>The numbers lesson 17 prints, and the mistakes its exercises recognise.</summary>
public class Lesson17Tests
{
    private static Lesson Lesson => Lesson.Run("17");

    private static void Printed(string text) => Assert.Contains(text.ReplaceLineEndings("\n"), Lesson.AllText, StringComparison.Ordinal);

    [Fact]
    public void What_the_lesson_writes_in_full_equals_the_library()
    {
        var verdicts = Lesson.AllText.Split('\n').Where(line => line.StartsWith("equals the library's", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, verdicts.Count);
        Assert.All(verdicts, line => Assert.EndsWith("True", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Backpropagation_through_time_and_the_lstm_pass_their_checks_and_one_step_only_fails()
    {
        Printed("Gradient check passed: all 22 components");
        Printed("Gradient check passed: all 76 components");
        Printed("FAILED, as it should");
        Printed("V and c are right all the same: True");
    }

    [Fact]
    public void Fifty_steps_shrink_or_blow_up_the_gradient() => Printed("0.9^50 = 0.0052\n1.1^50 = 117.4");

    [Fact]
    public void Gates_set_by_hand_carry_the_first_input_across_a_hundred_steps() => Printed("right after 100 steps: 100 %");

    [Fact]
    public void The_simple_layer_guesses_at_40_steps_and_the_lstm_does_not_at_80()
    {
        var scores = Regex.Matches(Lesson.AllText, @"(\d+) steps: simple +(\d+) %, LSTM +(\d+) %")
            .ToDictionary(match => match.Groups[1].Value, match => (Simple: Number(match, 2), Gated: Number(match, 3)));
        Assert.Equal(["10", "20", "40", "80"], scores.Keys);
        Assert.True(scores["10"].Simple >= 99 && scores["40"].Simple < 65 && scores["80"].Simple < 65);
        Assert.All(scores.Values, score => Assert.True(score.Gated >= 99));

        static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_character_model_learns_its_text_far_better_than_chance()
    {
        Printed("ln k = 4.04");
        Assert.InRange(double.Parse(Regex.Match(Lesson.AllText, @"\nloss (\d\.\d+), hesitates").Groups[1].Value, CultureInfo.InvariantCulture), 0, 0.5);
    }

    [Fact]
    public void At_a_low_temperature_it_writes_in_the_language_it_has_read()
    {
        Printed("τ = 0.3: the small star likes the big");
        Printed("τ = 0.3: 작은 새는 큰 나무를 좋아한다.");
    }

    [Fact]
    public void The_attention_weights_are_those_of_the_slide() =>
        Printed("weights 0.93  0.04  0.02  0.00\nsum 1.00, of the rounded ones 0.99");

    [Fact]
    public void A_memory_behind_an_open_gate_outlasts_a_hundred_steps() => Printed("σ(10)^100 = 0.9955");

    [Fact]
    public void Wrong_parameter_counts_get_the_hint_for_their_mistake()
    {
        Assert.Contains("T does not appear", Check.RnnParameters((d, h, k, T) => T * (d * h + h * h + h) + h * k + k).Text, StringComparison.Ordinal);
        Assert.Contains("biases b and c", Check.RnnParameters((d, h, k, T) => d * h + h * h + h * k).Text, StringComparison.Ordinal);
        Assert.Contains("W is missing", Check.RnnParameters((d, h, k, T) => d * h + h + h * k + k).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_steps_get_the_hint_for_their_mistake()
    {
        Assert.Contains("tanh is missing", Check.RnnStep((x, h, U, W) => x * U + h * W).Text, StringComparison.Ordinal);
        Assert.Contains("forgets everything", Check.RnnStep((x, h, U, W) => (x * U).PointwiseTanh()).Text, StringComparison.Ordinal);
        Assert.Contains("not the sigmoid", Check.RnnStep((x, h, U, W) => Sigmoid(x * U + h * W)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_steps_back_get_the_hint_for_their_mistake()
    {
        static Vector<double> Slope(Vector<double> h) => 1 - h.PointwiseMultiply(h);
        Assert.Contains("slope of tanh is missing", Check.BackInTime((dh, h, W) => W * dh).Text, StringComparison.Ordinal);
        Assert.Contains("That is dz", Check.BackInTime((dh, h, W) => dh.PointwiseMultiply(Slope(h))).Text, StringComparison.Ordinal);
        Assert.Contains("Backwards it is Wᵀ", Check.BackInTime((dh, h, W) => dh.PointwiseMultiply(Slope(h)) * W).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_memories_get_the_hint_for_their_mistake()
    {
        Assert.Contains("exchanged", Check.LstmMemory((f, i, g, c) => i.PointwiseMultiply(c) + f.PointwiseMultiply(g)).Text, StringComparison.Ordinal);
        Assert.Contains("open forget gate keeps", Check.LstmMemory((f, i, g, c) => (1 - f).PointwiseMultiply(c) + i.PointwiseMultiply(g)).Text, StringComparison.Ordinal);
        Assert.Contains("no tanh", Check.LstmMemory((f, i, g, c) => (f.PointwiseMultiply(c) + i.PointwiseMultiply(g)).PointwiseTanh()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_readings_get_the_hint_for_their_mistake()
    {
        Assert.Contains("Those are the weights", Check.Attend((q, M) => Softmax(M * q)).Text, StringComparison.Ordinal);
        Assert.Contains("Those are the scores", Check.Attend((q, M) => M * q).Text, StringComparison.Ordinal);
        Assert.Contains("best memory", Check.Attend((q, M) => M.Row((M * q).MaximumIndex())).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.3487, "without the slope")]
    [InlineData(0.1074, "without the weight")]
    [InlineData(0.72, "one step")]
    public void Wrong_predictions_of_what_is_left_get_the_hint_for_their_mistake(double answer, string hint) =>
        Assert.Contains(hint, Check.GradientLeft(answer).Text, StringComparison.Ordinal);
}
