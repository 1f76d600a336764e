using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class BroadcastingTests
{
    [Fact]
    public void The_bias_is_added_to_every_row_of_the_product()
    {
        var X = Mat([1, 0], [0, 1], [2, 3]);
        var W = Mat([1, 10, 100], [2, 20, 200]);
        var b = Vec(0.5, 0, -1);

        Assert.Equal(Mat([1.5, 10, 99], [2.5, 20, 199], [8.5, 80, 799]), X * W + b);
    }

    [Fact]
    public void The_product_of_the_slide_has_five_rows_and_one_column()
    {
        var X = Mat([1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12], [13, 14, 15]);

        Assert.Equal("5×1", (X * Mat([1], [2], [3])).ShapeText());
        Assert.Equal(Vec(14, 32, 50, 68, 86), X * Vec(1, 2, 3));
    }

    [Fact]
    public void Adding_a_bias_leaves_the_matrix_as_it_was()
    {
        var A = Mat([1, 2], [3, 4]);
        _ = A + Vec(10, 20);

        Assert.Equal(Mat([1, 2], [3, 4]), A);
    }

    [Fact]
    public void A_bias_of_another_length_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Mat([1, 2], [3, 4]) + Vec(1, 2, 3));

        Assert.StartsWith("A + b: A is 2×2, so b needs 2 entries, but it has 3.", error.Message, StringComparison.Ordinal);
        Assert.Equal("b", error.ParamName);
    }
}
