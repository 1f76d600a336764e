using System.Globalization;
using System.Text.RegularExpressions;
using static FromScratch.Activations;

namespace FromScratch.Tests.Lessons;

/// <summary>The numbers lesson 18 prints, and the mistakes its exercises recognise.</summary>
public class Lesson18Tests
{
    private static Lesson Lesson => Lesson.Run("18");

    private static void Printed(string text) => Assert.Contains(text.ReplaceLineEndings("\n"), Lesson.AllText, StringComparison.Ordinal);

    private static double Number(string pattern) =>
        double.Parse(Regex.Match(Lesson.AllText, pattern).Groups[1].Value, CultureInfo.InvariantCulture);

    [Fact]
    public void The_step_written_in_full_equals_the_library() => Printed("equals the library's: True");

    [Fact]
    public void Police_and_forger_pass_their_gradient_checks_and_a_forger_with_label_zero_fails()
    {
        Printed("police: Gradient check passed: all 13 components");
        Printed("forger: Gradient check passed: all 10 components");
        Printed("FAILED, as it should");
    }

    [Fact]
    public void A_police_that_knows_nothing_pays_ln_2_and_so_does_the_forger() => Printed("L_D 0.693, L_G 0.693, ln 2 = 0.693");

    [Fact]
    public void A_forger_that_is_caught_learns_from_the_one_loss_and_not_from_the_other() =>
        Printed("slope of ln(1 - D): -0.01\nslope of -ln D:     -0.99");

    [Fact]
    public void Against_a_fast_police_the_mean_is_right_first_and_then_the_deviation_and_against_a_slow_one_only_the_mean()
    {
        var lines = Regex.Matches(Lesson.AllText, @"step +(\d+): mean +(\S+), deviation (\S+), L_D (\S+)")
            .Select(match => (Step: Number(match, 1), Mean: Number(match, 2), Deviation: Number(match, 3), Loss: Number(match, 4))).ToList();
        var (fast, slow) = (lines[..6], lines[6..]);

        Assert.Equal(fast.Select(line => line.Step), slow.Select(line => line.Step));
        Assert.True(fast[2].Step == 200 && Math.Abs(fast[2].Mean - 3) < 0.1 && fast[2].Deviation < 0.1);
        Assert.All(fast[4..], line => Assert.True(Math.Abs(line.Mean - 3) < 0.05 && Math.Abs(line.Deviation - 0.5) < 0.06));
        Assert.True(slow.Max(line => line.Mean) > 4 && Math.Abs(slow[^1].Mean - 3) < 0.05 && slow.Max(line => line.Deviation) < 0.1);
        Assert.All([fast[^1].Loss, slow[^1].Loss], loss => Assert.Equal(Math.Log(2), loss, 0.02));

        static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_slow_police_leaves_few_of_eight_modes_and_a_fast_one_all()
    {
        int[] Modes(string name) => [.. Regex.Match(Lesson.AllText, name + " police, modes: ([\\d ]+)").Groups[1].Value
            .Split(' ').Select(count => int.Parse(count, CultureInfo.InvariantCulture))];

        Assert.InRange(Modes("slow").Max(), 1, 3);
        Assert.All(Modes("fast")[^3..], count => Assert.Equal(8, count));
    }

    [Fact]
    public void Forged_digits_are_farther_from_the_written_ones_than_those_are_from_each_other() =>
        Assert.True(Number(@"forged (\d\.\d+), written") > Number(@"written (\d\.\d+)") + 0.1);

    [Fact]
    public void The_pictures_are_a_duel_by_step_two_rings_and_two_galleries_of_digits()
    {
        Printed("Forger against police: curves of real, forged and D(x): how real over x from -2 to 6, playable by step from 0 to 2000 in 12 pictures.");
        Printed("playable by step from 0 to 1000 in 8 pictures.");
        Printed("gallery of 50 images of 8×8 pixels in 5 rows.");
        Printed("gallery of 20 images of 8×8 pixels in 2 rows.");
        Printed("right: 8 of 8 modes");
    }

    [Fact]
    public void Wrong_losses_of_the_police_get_the_hint_for_their_mistake()
    {
        static double Log(MathNet.Numerics.LinearAlgebra.Vector<double> v) => v.PointwiseLog().Average();
        Assert.Contains("minus signs", Check.PoliceLoss((p, q) => Log(p) / 2 + Log(1 - q) / 2).Text, StringComparison.Ordinal);
        Assert.Contains("only half of the batch", Check.PoliceLoss((p, q) => -Log(p) - Log(1 - q)).Text, StringComparison.Ordinal);
        Assert.Contains("not ln q", Check.PoliceLoss((p, q) => -Log(p) / 2 - Log(q) / 2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_slopes_get_the_hint_for_their_mistake()
    {
        Assert.Contains("1/n is missing", Check.ForgerSlope(s => Sigmoid(s) - 1).Text, StringComparison.Ordinal);
        Assert.Contains("The sign", Check.ForgerSlope(s => (1 - Sigmoid(s)) / s.Count).Text, StringComparison.Ordinal);
        Assert.Contains("ln(1 − D)", Check.ForgerSlope(s => -Sigmoid(s) / s.Count).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_gradients_through_the_police_get_the_hint_for_their_mistake()
    {
        Assert.Contains("never went through", Check.ThroughThePolice((z, w, v, c) => (Sigmoid(v * w * z + c) - 1).PointwiseMultiply(z).Average()).Text, StringComparison.Ordinal);
        Assert.Contains("mean of dx", Check.ThroughThePolice((z, w, v, c) => v * (Sigmoid(v * w * z + c) - 1).Average()).Text, StringComparison.Ordinal);
        Assert.Contains("1/n is missing", Check.ThroughThePolice((z, w, v, c) => v * (Sigmoid(v * w * z + c) - 1) * z).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_perfect_polices_get_the_hint_for_their_mistake()
    {
        Assert.Contains("share of the forged", Check.PerfectPolice((p, q) => q / (p + q)).Text, StringComparison.Ordinal);
        Assert.Contains("odds", Check.PerfectPolice((p, q) => p / q).Text, StringComparison.Ordinal);
        Assert.Contains("difference", Check.PerfectPolice((p, q) => p - q).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, "what the police answers")]
    [InlineData(1.3863, "twice too much")]
    [InlineData(1, "bits")]
    public void Wrong_final_losses_get_the_hint_for_their_mistake(double answer, string hint) =>
        Assert.Contains(hint, Check.LossAtTheEnd(answer).Text, StringComparison.Ordinal);
}
