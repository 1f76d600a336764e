using static FromScratch.Tensor;

namespace FromScratch.Tests.Lessons;

/// <summary>The numbers lesson 20 prints, and the mistakes its exercises recognise.</summary>
public sealed class Lesson20Tests
{
    private static Lesson Run => Lesson.Run("20");

    private static void Printed(string text) => Assert.Contains(text.ReplaceLineEndings("\n"), Run.AllText, StringComparison.Ordinal);

    [Fact]
    public void The_boxes_of_the_picture_share_a_third()
    {
        Assert.Equal(60.0 / 180, 6 * 10 / (120.0 + 120 - 60));
        Printed("intersection 60, areas 120 and 120, IoU 0.333\n");
        Printed("60 of 180 pixels: equal\n");
    }

    [Fact]
    public void Accuracy_praises_an_empty_mask_and_dice_does_not()
    {
        Assert.Equal((0.97, 0.8), (1 - 60.0 / 2000, 2 * 48 / (60.0 + 60)));
        Printed("""
            marks nothing: accuracy 97.0 %, Dice 0.000
            two pixels off: accuracy 98.8 %, Dice 0.800

            """);
    }

    [Fact]
    public void Shifted_stripes_are_far_in_pixels_and_equal_in_style()
    {
        Printed("shifted: pixels 18.00, style 0.00\n");
        Printed("lying: pixels 12.65, style 1.41\n");
    }

    [Fact]
    public void The_formula_of_the_divergence_agrees_with_a_sum_over_a_grid() => Printed("""
        μ = 0, σ² = 1.00: KL 0.000, by the grid 0.000
        μ = 1, σ² = 1.00: KL 0.500, by the grid 0.500
        μ = 0, σ² = 0.14: KL 0.568, by the grid 0.568
        μ = 1.5, σ² = 2.72: KL 1.484, by the grid 1.484

        """);

    [Fact]
    public void The_gradients_pass_their_check_and_without_the_half_it_fails()
    {
        Printed("Gradient check passed: all 6 components");
        Printed("Gradient check passed: all 2 components");
        Printed("yours is twice it");
    }

    [Fact]
    public void One_update_and_the_next_by_hand()
    {
        Assert.Equal(0.225, 0.5 * 0.9 * 0.5, 1e-15);
        Printed("Q(2, →) = 0.500, Q(1, →) = 0.225\n");
    }

    [Fact]
    public void Q_learning_converges_to_the_powers_of_gamma_whatever_the_walk()
    {
        Printed("converged\nvalue of the start 0.6561, 0.9 to the power of 4 is 0.6561\n");
        Printed("another random walk, the same values: True\n");
    }

    [Fact]
    public void A_graph_computes_only_what_it_is_asked_for() => Printed("""
        f is Mul, a node: not a number
        f = -12, computed Add, Mul; eagerly -12

        """);

    [Fact]
    public void The_way_back_from_dice_is_j_over_two_minus_j() =>
        Assert.All([0.1, 0.5, 1], J => Assert.Equal(J, 2 * J / (1 + J) is var dice ? dice / (2 - dice) : 0, 1e-15));

    [Fact]
    public void The_pull_on_sigma_agrees_with_finite_differences()
    {
        var check = GradientCheck.Compare(v => ((v[0] * v[0]) - 1 - Math.Log(v[0] * v[0])) / 2, Vec(0.4), Vec(0.4 - (1 / 0.4)));

        Assert.True(check.Passed, check.ToString());
    }

    [Fact]
    public void Wrong_ious_get_the_hint_for_their_mistake()
    {
        Assert.Contains("That is the intersection", Check.ShiftedIoU(t => 1 - t).Text, StringComparison.Ordinal);
        Assert.Contains("subtract it once", Check.ShiftedIoU(t => (1 - t) / 2).Text, StringComparison.Ordinal);
        Assert.Contains("The union is 1 + t wide", Check.ShiftedIoU(t => (1 - t) / (2 - t)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_dice_get_the_hint_for_their_mistake()
    {
        Assert.Contains("the way back", Check.DiceFromIoU(J => J / (2 - J)).Text, StringComparison.Ordinal);
        Assert.Contains("twice the intersection", Check.DiceFromIoU(J => J / (1 + J)).Text, StringComparison.Ordinal);
        Assert.Contains("Divide above and below", Check.DiceFromIoU(J => 2 * J).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_pulls_get_the_hint_for_their_mistake()
    {
        Assert.Contains("depends on σ too", Check.PullOnSigma(sigma => sigma).Text, StringComparison.Ordinal);
        Assert.Contains("½ in front", Check.PullOnSigma(sigma => 2 * sigma - 2 / sigma).Text, StringComparison.Ordinal);
        Assert.Contains("with respect to s", Check.PullOnSigma(sigma => (sigma * sigma - 1) / 2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_updates_get_the_hint_for_their_mistake()
    {
        Assert.Contains("keeps all of the old value", Check.BellmanUpdate((q, r, next, alpha) => q + alpha * (r + 0.9 * next.Maximum())).Text, StringComparison.Ordinal);
        Assert.Contains("γ is missing", Check.BellmanUpdate((q, r, next, alpha) => q + alpha * (r + next.Maximum() - q)).Text, StringComparison.Ordinal);
        Assert.Contains("not the mean of all", Check.BellmanUpdate((q, r, next, alpha) => q + alpha * (r + 0.9 * next.Average() - q)).Text, StringComparison.Ordinal);
    }
}
