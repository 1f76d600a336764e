namespace FromScratch.Tests.Exercises;

public class ValueTests
{
    [Theory]
    [InlineData(0.880797)]
    [InlineData(0.881)]
    [InlineData(0.880)]
    public void A_number_read_off_with_three_decimals_may_be_rounded_or_cut_off(double answer) =>
        Assert.True(Demonstration.SigmoidAtTwo(answer).Passed);

    [Theory]
    [InlineData(0.882)]
    [InlineData(0.879)]
    [InlineData(0.5)]
    public void A_number_further_off_than_the_third_decimal_is_refused(double answer) =>
        Assert.False(Demonstration.SigmoidAtTwo(answer, Guid.NewGuid().ToString()).Passed);

    [Fact]
    public void A_wrong_number_is_refused_without_giving_the_right_one_away()
    {
        var verdict = Demonstration.SigmoidAtTwo(0.5, "no-spoiler");
        Assert.Equal("✗ Not yet. Your answer 0.5 is not right.\nHint 1 of 2: σ(z) = 1 / (1 + e⁻ᶻ).", verdict.Text);
    }

    [Fact]
    public void A_value_of_another_shape_is_told_the_right_shape() =>
        Assert.StartsWith(
            "✗ Not yet. Your answer is [1, 2]: a vector of 2, where a vector of 3 is right.\n",
            Judge.Value("misshapen", Tensor.Vec(1, 2), Tensor.Vec(1, 2, 3), "Right.", ["…"]).Text);

    [Fact]
    public void A_typical_wrong_number_gets_its_own_hint() =>
        Assert.EndsWith("The exponent needs its minus sign.", Demonstration.SigmoidAtTwo(0.119, "typical-number").Text);

    [Fact]
    public void A_placeholder_is_not_an_answer()
    {
        Assert.Contains("NaN is the placeholder", Demonstration.SigmoidAtTwo(double.NaN, "placeholder").Text);
        Assert.Contains("\"\" is the placeholder", Judge.Value("placeholder-choice", "", "B", "Right.", ["…"]).Text);
        Assert.Contains("null is the placeholder", Judge.Value<string?>("placeholder-null", null, "B", "Right.", ["…"]).Text);
    }

    [Fact]
    public void A_choice_is_taken_in_either_case()
    {
        Assert.True(Judge.Value("choice", " b", "B", "Right.", ["…"]).Passed);
        Assert.False(Judge.Value("choice", "C", "B", "Right.", ["…"]).Passed);
    }

    [Fact]
    public void Any_weights_that_make_an_AND_gate_pass_and_others_are_told_which_input_fails()
    {
        Assert.True(Demonstration.AndGate((2, 2, -3), "and").Passed);
        Assert.Contains("For x1 = 0, x2 = 1 your gate gives 1.", Demonstration.AndGate((1, 1, -0.5), "and").Text);
    }

    [Fact]
    public void A_condition_that_throws_becomes_a_verdict() =>
        Assert.Contains("itself failed", Judge.Condition("throwing", 1, 1, _ => throw new InvalidOperationException("oops"), "Right.", ["…"]).Text);
}
