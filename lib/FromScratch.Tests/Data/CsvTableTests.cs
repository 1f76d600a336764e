using FromScratch.Tests.Execution;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class CsvTableTests
{
    [Fact]
    public void Columns_are_read_by_name_as_numbers_or_text()
    {
        var table = CsvTable.Parse("city,size,price\nSeoul,10.5,-3\nBusan,2e-1,4\n");

        Assert.Equal(["city", "size", "price"], table.Columns);
        Assert.Equal(["Seoul", "Busan"], table.Text("city"));
        Assert.Equal(Vec(10.5, 0.2), table.Numbers("size"));
        Assert.Equal(Mat([-3, 10.5], [4, 0.2]), table.Matrix("price", "size"));
    }

    [Fact]
    public void Quoted_fields_keep_commas_quotes_and_line_ends()
    {
        var table = CsvTable.Parse("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\"\"\n");

        Assert.Equal(["x, y", "two\nlines"], table.Text("a"));
        Assert.Equal(["say \"hi\"", ""], table.Text("b"));
    }

    [Fact]
    public void Two_quotes_stand_for_one_only_in_quotes() =>
        Assert.Equal(["5\"\" pipe", "5\" pipe"], CsvTable.Parse("size\n5\"\" pipe\n\"5\"\" pipe\"\n").Text("size"));

    [Fact]
    public void A_table_of_half_a_million_rows_takes_time_in_proportion_and_keeps_its_line_numbers()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var table = CsvTable.Parse($"x\n{string.Concat(Enumerable.Repeat("1\n", 500_000))}one", "t.csv");

        Assert.StartsWith("t.csv, line 500002", Assert.Throws<InvalidDataException>(() => table.Numbers("x")).Message, StringComparison.Ordinal);
        Assert.True(clock.Elapsed.TotalSeconds < 15, $"{clock.Elapsed}");
    }

    [Fact]
    public void Windows_line_ends_and_a_missing_last_one_make_no_difference() =>
        Assert.Equal(Vec(1, 2), CsvTable.Parse("x\r\n1\r\n2").Numbers("x"));

    [Fact]
    public void What_is_no_line_end_in_a_csv_file_stays_in_its_field() =>
        Assert.Equal(["a\u2028b", "c\fd", "e\u0085f"], CsvTable.Parse("x,y\n1,a\u2028b\r\n2,c\fd\r3,\"e\u0085f\"\n").Text("y"));

    [Fact]
    public void A_number_too_large_for_single_precision_is_refused_there()
    {
        var run = new TestSession(Path.Combine(Repository.Root, "lib", "bin")).Run("""
            #r "FromScratch.Single.dll"
            #r "MathNet.Numerics.dll"
            FromScratch.CsvTable.Parse("x\n3e38\n4e38", "t.csv").Numbers("x")
            """);
        Assert.Contains("t.csv, line 3, column 'x': expected a number, found '4e38'.", run.Error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "t.csv: expected a header and at least one row, found nothing.")]
    [InlineData("\n\n", "t.csv: expected a header and at least one row, found nothing.")]
    [InlineData("x,y\n", "t.csv: expected a header and at least one row, found a header only.")]
    [InlineData("x,x\n1,2", "t.csv, line 1: column 'x' stands in the header more than once.")]
    [InlineData("x,\n1,2", "t.csv, line 1: column 2 has no name.")]
    [InlineData("x,y\n1,2\n3", "t.csv, line 3: expected 2 fields, as in the header, found 1.")]
    [InlineData("x,y\n1,2,3", "t.csv, line 2: expected 2 fields, as in the header, found 3.")]
    [InlineData("x,y\n1,2\n\n3,4", "t.csv, line 3: expected 2 fields, as in the header, found 1.")]
    [InlineData("x\n\"1", "t.csv, line 2: a quote is never closed, or text follows the closing quote.")]
    [InlineData("x\n\"1\"2", "t.csv, line 2: a quote is never closed, or text follows the closing quote.")]
    public void A_broken_table_is_refused_with_its_place(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => CsvTable.Parse(text, "t.csv")).Message);

    [Theory]
    [InlineData("fast"), InlineData(""), InlineData("NaN"), InlineData("1e999"), InlineData("1;5"), InlineData("1,5")]
    public void What_is_no_number_is_named_with_file_line_and_column(string found)
    {
        var table = CsvTable.Parse($"name,speed\n\"a\nb\",1\nc,\"{found}\"", "t.csv");

        Assert.Equal($"t.csv, line 4, column 'speed': expected a number, found '{found}'.",
            Assert.Throws<InvalidDataException>(() => table.Numbers("speed")).Message);
    }

    [Fact]
    public void An_unknown_column_is_refused_with_those_that_exist()
    {
        var error = Assert.Throws<ArgumentException>(() => CsvTable.Parse("x,y\n1,2", "t.csv").Numbers("z"));

        Assert.StartsWith("t.csv has no column 'z'; its columns are x, y.", error.Message, StringComparison.Ordinal);
        Assert.Equal("column", error.ParamName);
    }
}
