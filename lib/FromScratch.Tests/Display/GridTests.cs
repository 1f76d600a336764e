using FromScratch.Notebooks;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Displays;

public class GridTests
{
    sealed class HomeMade
    {
        public int RowCount { get; } = 1;
        public int ColumnCount { get; } = 2;
        public double this[int row, int column] => column == 0 ? 1.5 : throw new InvalidOperationException("no cell");
    }

    static string Text(object value) => Display.Format(value)["text/plain"].GetValue<string>();

    [Fact]
    public void A_matrix_shows_its_shape_and_lines_up_on_the_decimal_points() =>
        Assert.Equal("3×2 matrix\n 1.5     -2\n 0        3.25\n 0.333  100", Text(Mat([1.5, -2], [0, 3.25], [1.0 / 3, 100])));

    [Fact]
    public void A_vector_shows_its_length() => Assert.Equal("vector of 3\n 1.5  -2  0.25", Text(Vec(1.5, -2, 0.25)));

    [Fact]
    public void Single_precision_shows_no_digits_it_does_not_have() => Assert.Equal("vector of 2\n 0.1  0.2", Text(Vector<float>.Build.Dense([0.1f, 0.2f])));

    [Fact]
    public void Two_dimensional_arrays_of_numbers_and_of_words_are_grids()
    {
        Assert.Equal("2×3 array\n 1   2  3\n 4  50  6", Text(new[,] { { 1, 2, 3 }, { 4, 50, 6 } }));
        Assert.Equal("1×2 array\n \"a\"  \"b.c\"", Text(new[,] { { "a", "b.c" } }));
    }

    [Fact]
    public void A_large_matrix_shows_its_first_and_last_three_rows_and_columns() =>
        Assert.Equal(
            """
            100×20 matrix
                0     1     2  …    17    18    19
               20    21    22  …    37    38    39
               40    41    42  …    57    58    59
                …     …     …  …     …     …     …
             1940  1941  1942  …  1957  1958  1959
             1960  1961  1962  …  1977  1978  1979
             1980  1981  1982  …  1997  1998  1999
            """,
            Text(Matrix<double>.Build.Dense(100, 20, (i, j) => 20 * i + j)));

    [Fact]
    public void Numbers_of_very_different_size_are_scientific_so_that_none_prints_as_zero() =>
        Assert.Equal("2×2 matrix\n  1.00e-09  1.00e+00\n -3.25e+03  0.00e+00", Text(Mat([1e-9, 1], [-3250, 0])));

    [Fact]
    public void NaN_and_infinity_stand_among_the_numbers() =>
        Assert.Equal("2×2 matrix\n  1.5  NaN\n -∞      2", Text(Mat([1.5, double.NaN], [double.NegativeInfinity, 2])));

    [Fact]
    public void Anything_with_rows_columns_and_an_indexer_is_a_matrix_and_a_cell_that_throws_says_so() =>
        Assert.Equal("1×2 matrix\n 1.5  (InvalidOperationException)", Text(new HomeMade()));

    [Fact]
    public void A_list_of_numbers_is_a_sequence_not_a_vector() => Assert.Equal("[1, 2.5]", Text(new List<double> { 1, 2.5 }));

    [Fact]
    public void A_matrix_inside_a_tuple_keeps_its_lines() =>
        Assert.Equal("(\n  1×2 matrix\n   1  2\n  0.5\n)", Text((Mat([1, 2]), 0.5)));

    private sealed class CountedGrid
    {
        public int Reads { get; private set; }

        public int RowCount { get; } = 1000;

        public int ColumnCount { get; } = 1000;

        public double this[int i, int j] => i + j + (0 * ++Reads);
    }

    [Fact]
    public void Of_a_million_entries_only_those_shown_are_read()
    {
        var grid = new CountedGrid();
        Display.Format(grid);
        Assert.InRange(grid.Reads, 36, 100);
    }

    public static TheoryData<string> Huge => ["array", "list", "matrix", "vector", "2-D array", "string", "dictionary"];

    [Theory]
    [MemberData(nameof(Huge))]
    public void A_million_elements_are_shown_on_a_page(string kind)
    {
        const int n = 1000;
        object huge = kind switch
        {
            "array" => new double[n * n],
            "list" => Enumerable.Range(0, n * n).ToList(),
            "matrix" => Matrix<double>.Build.Dense(n, n),
            "vector" => Vector<double>.Build.Dense(n * n),
            "2-D array" => new double[n, n],
            "string" => new string('x', n * n),
            _ => Enumerable.Range(0, n * n).ToDictionary(i => i),
        };
        Assert.All(Display.Format(huge).Values, shown => Assert.InRange(shown.GetValue<string>().Length, 10, kind == "string" ? 110_000 : 10_000));
    }
}
