using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class TensorTests
{
    [Fact]
    public void Mat_lays_out_its_arguments_as_rows()
    {
        var M = Mat([1, 2], [3, 4], [5, 6]);

        Assert.Equal("3×2", M.ShapeText());
        Assert.Equal((2.0, 5.0), (M[0, 1], M[2, 0]));
    }

    [Fact]
    public void A_single_row_is_a_matrix() => Assert.Equal("1×3", Mat([1, 2, 3]).ShapeText());

    [Fact]
    public void Ragged_rows_are_refused_with_the_first_that_differs()
    {
        var error = Assert.Throws<ArgumentException>(() => Mat([1, 2], [3, 4], [5]));

        Assert.StartsWith("Every row needs as many entries as row 0, which has 2, but row 2 has 1.", error.Message, StringComparison.Ordinal);
        Assert.Equal("rows", error.ParamName);
    }

    [Fact]
    public void Nothing_is_neither_a_vector_nor_a_matrix()
    {
        Assert.Throws<ArgumentException>(() => Vec());
        Assert.Throws<ArgumentException>(() => Mat());
        Assert.Throws<ArgumentException>(() => Mat([]));
    }

    [Fact]
    public void Chosen_rows_and_entries_come_in_the_order_asked_for()
    {
        Assert.Equal(Mat([5, 6], [1, 2], [5, 6]), Mat([1, 2], [3, 4], [5, 6]).Rows([2, 0, 2]));
        Assert.Equal(Vec(9, 7), Vec(7, 8, 9).Entries([2, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mat([1, 2]).Rows([1]));
    }
}
