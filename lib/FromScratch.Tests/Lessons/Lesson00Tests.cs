using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Lessons;

public class Lesson00Tests
{
    private static string Text(string cell) => Lesson.Run("00").Text(cell);

    [Fact]
    public void A_working_set_up_shows_only_ticks_with_the_rows_of_every_data_set()
    {
        var lines = (Text("set-up-check") + Text("data-check")).TrimEnd().Split('\n');
        Assert.All(lines, line => Assert.StartsWith("✓ ", line, StringComparison.Ordinal));
        Assert.Equal(
            ["anscombe (set I): 11", "breast-cancer: 569", "cars: 50", "digits: 1797", "faithful: 272", "house-prices: 20", "iris: 150", "mtcars: 32", "study-hours: 28"],
            lines[4..].Select(line => line[2..].Replace(" rows", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_product_of_rows_and_columns_gives_the_numbers_worked_by_hand()
    {
        Assert.Equal("176\n", Text("dot-product"));
        Assert.Equal("216\n", Text("one-flat"));
        Assert.Contains("367  181.5", Text("price-and-heating"), StringComparison.Ordinal);
        Assert.Equal("equal\n", Text("ours-and-the-librarys"));
    }

    [Fact]
    public void Ranks_and_shapes_of_the_digits_are_those_of_the_table()
    {
        Assert.Equal("rank 3, 115008 numbers\n", Text("rank-three"));
        Assert.StartsWith("1797×64", Text("digits-as-rows"), StringComparison.Ordinal);
        Assert.StartsWith("8×8 matrix", Text("row-0-as-a-picture"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_error_says_what_was_expected_and_what_was_found()
    {
        Assert.Contains("X is 4×3, so w needs 3 entries, but it has 2.", Text("too-few-weights"), StringComparison.Ordinal);
        Assert.Contains("A is 4×2, so b needs 2 entries, but it has 3.", Text("too-long-a-bias-too-short-a-row"), StringComparison.Ordinal);
        Assert.Contains("row 1 has 2", Text("too-long-a-bias-too-short-a-row"), StringComparison.Ordinal);
    }

    // Deck 000, lines 149, 292 and 302, and deck 002, line 1337: E34.
    [Fact]
    public void With_a_square_matrix_the_wrong_order_gives_another_vector_without_a_message()
    {
        Assert.Contains("X W is 4×2\nW X: Matrix dimensions must agree", Text("xw-and-wx"), StringComparison.Ordinal);
        Assert.Equal("x W:   50, 102, 3\nW x:   54, 2, 3\nWᵀ x:  50, 102, 3\n", Text("the-silent-error"));
    }

    [Fact]
    public void The_course_map_names_every_lesson_and_links_those_that_exist()
    {
        var map = Lesson.Run("00").Document.Cells.Single(cell => cell.Source.Contains("### Course map\n", StringComparison.Ordinal)).Source;
        Assert.All(Enumerable.Range(0, 21), k => Assert.Matches($@"\n\| \[?{k:D2} ", map));
        Assert.All(Lesson.Numbers.Where(number => number != "00"), number => Assert.Contains($"]({Path.GetFileName(Lesson.PathOf(number))})", map, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, 3, "inner sizes")]
    [InlineData(2, 5, "Rows first")]
    [InlineData(5, 3, "shape of X")]
    [InlineData(3, 2, "shape of W")]
    [InlineData(15, 6, "does not multiply the sizes")]
    public void A_wrong_shape_of_the_product_gets_its_own_hint(int rows, int columns, string hint) =>
        Assert.Contains(hint, Check.ShapeOfProduct((rows, columns)).Text, StringComparison.Ordinal);

    [Fact]
    public void Flats_in_the_wrong_arrangement_get_the_hint_for_it()
    {
        var right = Mat([55, 2, 4], [74, 3, 0], [121, 5, 2]);
        Assert.Contains("rows are examples", Check.FlatsAsMatrix(right.Transpose()).Text, StringComparison.Ordinal);
        Assert.Contains("order of the table", Check.FlatsAsMatrix(Mat([2, 4, 55], [3, 0, 74], [5, 2, 121])).Text, StringComparison.Ordinal);
        Assert.Contains("Rooms and floor", Check.FlatsAsMatrix(Mat([55, 4, 2], [74, 0, 3], [121, 2, 5])).Text, StringComparison.Ordinal);
        Assert.Contains("floor is missing", Check.FlatsAsMatrix(right.RemoveColumn(2)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linear_layer_with_a_typical_mistake_is_told_which()
    {
        Assert.Contains("bias is missing", Told((X, W, _) => X * W), StringComparison.Ordinal);
        Assert.Contains("X stands on the left", Told((X, W, b) => W * X + b), StringComparison.Ordinal);
        Assert.Contains("not transposed", Told((X, W, b) => X * W.Transpose() + b), StringComparison.Ordinal);
        Assert.Contains("not subtracted", Told((X, W, b) => X * W + -b), StringComparison.Ordinal);
        Assert.Contains("PointwiseMultiply", Told((X, W, b) => X.PointwiseMultiply(W) + b), StringComparison.Ordinal);

        static string Told(Func<Matrix<double>, Matrix<double>, Vector<double>, Matrix<double>> wrong) => Check.LinearLayer(wrong).Text;
    }

    [Fact]
    public void A_mean_with_a_typical_mistake_is_told_which()
    {
        Assert.Contains("This is the sum", Told(v => v.Sum()), StringComparison.Ordinal);
        Assert.Contains("leaves out entry 0", Told(v => v.Skip(1).Sum() / v.Count), StringComparison.Ordinal);
        Assert.Contains("leaves out the last", Told(v => v.SkipLast(1).Sum() / v.Count), StringComparison.Ordinal);
        Assert.Contains("n − 1", Told(v => v.Sum() / (v.Count - 1)), StringComparison.Ordinal);
        Assert.Contains("past the end", Told(v => Enumerable.Range(0, v.Count + 1).Sum(i => v[i]) / v.Count), StringComparison.Ordinal);
        Assert.Contains("drops the fraction", Told(v => (int)v.Sum() / v.Count), StringComparison.Ordinal);

        static string Told(Func<Vector<double>, double> wrong) => Check.MeanOfVector(wrong).Text;
    }
}
