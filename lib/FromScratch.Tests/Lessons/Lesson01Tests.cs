using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch.Tests.Lessons;

public class Lesson01Tests
{
    private static string Text(string cell) => Lesson.Run("01").Text(cell);

    [Fact]
    public void Three_flats_have_the_loss_worked_by_hand_and_all_twenty_that_of_the_library()
    {
        var flats = Datasets.HousePrices();
        var loss = Loss.MeanSquaredError(3 * flats.X.Column(0) + 40, flats.y).ToString("F1", CultureInfo.InvariantCulture);

        Assert.Equal($"three flats:  390.0\ntwenty flats: {loss}\n", Text("three-flats-twenty-flats"));
        Assert.Equal("equal\n", Text("ours-and-the-librarys"));
        Assert.Contains("a = 2, b = 90: loss 2238.0", Text("which-line-is-better"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_pair_tried_is_the_exact_line_rounded_and_no_better_than_it()
    {
        Assert.Equal("best of 3721 pairs: a = 3.1, b = 35\nits loss: 649.64\n100 m² cost 345 thousand euros\n", Text("the-best-pair"));
        Assert.Equal("a = 3.097, b = 35.05\nloss 649.60\n", Text("the-exact-answer-from-lesson-02"));
    }

    [Fact]
    public void Only_two_places_of_the_two_sliders_have_a_loss_below_700()
    {
        var flats = Datasets.HousePrices();
        var places = from i in Enumerable.Range(0, 21)
                     from j in Enumerable.Range(0, 21)
                     select Loss.MeanSquaredError(((1 + (i / 5.0)) * flats.X.Column(0)) + (-60 + (10.0 * j)), flats.y);
        Assert.Equal(2, places.Count(loss => loss < 700));
    }

    [Fact]
    public void A_line_has_an_answer_for_a_size_that_memory_does_not_know()
    {
        Assert.Equal("95 m²: known\n100 m²: no answer\n", Text("looking-it-up"));
        Assert.StartsWith("a = 3, b = 40: 100 m² cost 340\n", Text("the-model"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_cut_through_the_better_representation_parts_all_points() =>
        Assert.StartsWith("120 of 120", Text("one-cut-is-enough"), StringComparison.Ordinal);

    [Fact]
    public void The_memoriser_is_perfect_in_training_and_loses_most_exams()
    {
        Assert.Matches(@"^line +train +607\.9 +test +747\.1\nmemoriser +train +0\.0 +test +3089\.0\n$", Text("the-exam"));
        Assert.Equal("the line wins 88 of 100 exams\n", Text("count-the-wins"));
    }

    // Deck 003, line 575: i = 0 … N. E19 in CrossEntropyErrors has the rest.
    [Fact]
    public void A_sum_from_zero_to_n_has_a_term_too_many()
    {
        Assert.StartsWith("20 flats; a sum from 0 to 20 has 21 terms\n", Text("count-the-terms"), StringComparison.Ordinal);
        Assert.Equal("no such flat\n", Text("one-flat-too-many"));
    }

    [Theory]
    [InlineData("regression", "regression", "unsupervised", "reinforcement", "spam or not")]
    [InlineData("regression", "classification", "unsupervised", "reinforcement", "Mail and rent are exchanged")]
    [InlineData("classification", "classification", "unsupervised", "reinforcement", "That is a quantity")]
    [InlineData("classification", "regression", "classification", "reinforcement", "nobody has named the groups")]
    [InlineData("classification", "regression", "reinforcement", "unsupervised", "Shoppers and robot are exchanged")]
    [InlineData("classification", "regression", "unsupervised", "classification", "how an action turned out")]
    public void A_wrong_kind_of_learning_gets_its_own_hint(string mail, string rent, string shoppers, string robot, string hint) =>
        Assert.Contains(hint, Check.KindsOfLearning((mail, rent, shoppers, robot)).Text, StringComparison.Ordinal);

    [Fact]
    public void A_line_with_a_typical_mistake_is_told_which()
    {
        Assert.Contains("intercept is missing", Check.LineModel((a, _, size) => a * size).Text, StringComparison.Ordinal);
        Assert.Contains("exchanged", Check.LineModel((a, b, size) => b * size + a).Text, StringComparison.Ordinal);
        Assert.Contains("not subtracted", Check.LineModel((a, b, size) => a * size - b).Text, StringComparison.Ordinal);
        Assert.Contains("Only the size", Check.LineModel((a, b, size) => a * (size + b)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_with_a_typical_mistake_is_told_which()
    {
        Assert.Contains("This is the sum", Told(error => error * error), StringComparison.Ordinal);
        Assert.Contains("they cancel", Told(error => error.Average()), StringComparison.Ordinal);
        Assert.Contains("absolute values", Told(error => error.PointwiseAbs().Average()), StringComparison.Ordinal);
        Assert.Contains("squared the sum", Told(error => error.Sum() * error.Sum() / error.Count), StringComparison.Ordinal);
        Assert.Contains("took the root", Told(error => Math.Sqrt(error * error / error.Count)), StringComparison.Ordinal);
        Assert.Contains("intercept is missing", Check.LossOfLine((a, _, size, price) => Loss.MeanSquaredError(a * size, price)).Text, StringComparison.Ordinal);

        static string Told(Func<Vector<double>, double> wrong) => Check.LossOfLine((a, b, size, price) => wrong(a * size + b - price)).Text;
    }

    [Fact]
    public void A_best_intercept_with_a_typical_mistake_is_told_which()
    {
        Assert.Contains("turned round", Check.BestIntercept((a, size, price) => (a * size - price).Average()).Text, StringComparison.Ordinal);
        Assert.Contains("This is the sum", Check.BestIntercept((a, size, price) => (price - a * size).Sum()).Text, StringComparison.Ordinal);
        Assert.Contains("mean price", Check.BestIntercept((_, _, price) => price.Average()).Text, StringComparison.Ordinal);
        Assert.Contains("left out the slope", Check.BestIntercept((_, size, price) => (price - size).Average()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_intercept_of_the_derivation_beats_its_neighbours()
    {
        var (size, price) = (Datasets.HousePrices().X.Column(0), Datasets.HousePrices().y);
        var b = (price - 3 * size).Average();
        double LossAt(double intercept) => Loss.MeanSquaredError(3 * size + intercept, price);

        Assert.True(LossAt(b) < LossAt(b + 0.01) && LossAt(b) < LossAt(b - 0.01));
        Assert.Equal(LossAt(b) + 7 * 7, LossAt(b + 7), 1e-9); // the square (r̄ − b)² that the derivation splits off
    }

    [Theory]
    [InlineData(2, 90, "slope is too small")]
    [InlineData(5, -90, "slope is too large")]
    [InlineData(3, 100, "too high: lower b")]
    [InlineData(3, 0, "too low: raise b")]
    [InlineData(35, 3.1, "exchanged a and b")]
    [InlineData(double.PositiveInfinity, 0, "finite numbers")]
    [InlineData(3, 40, "loss of your line is 661.5")]
    public void A_line_that_is_not_good_enough_is_told_its_loss_and_what_to_change(double a, double b, string said) =>
        Assert.Contains(said, Check.LineByHand((a, b)).Text, StringComparison.Ordinal);

    [Fact]
    public void Lines_near_the_best_one_pass_the_exercise_by_hand() =>
        Assert.All([(3.1, 35.0), (3.05, 38), (3.15, 31), (3, 42)], line => Assert.True(Check.LineByHand(line).Passed));
}
