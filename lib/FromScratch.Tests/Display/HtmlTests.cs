using System.Xml.Linq;
using FromScratch.Notebooks;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Displays;

public class HtmlTests
{
    sealed record Row(string Name, double Value);

    static string Html(object? value) => Display.Format(value)["text/html"].GetValue<string>();

    /// <summary>Parsed as XML, so a tag left open or an ampersand left bare fails.</summary>
    static XElement Parsed(object? value) => XElement.Parse(Html(value));

    [Fact]
    public void Text_is_escaped_and_control_characters_become_visible() =>
        Assert.Equal("<pre>&lt;script&gt; &amp; &quot;a&apos; \u241b[31mred</pre>", Html("<script> & \"a' \u001b[31mred"));

    [Fact]
    public void Names_keys_and_values_are_escaped_in_tables()
    {
        Assert.DoesNotContain("<b>", Html(new Dictionary<string, string> { ["<b>"] = "<b>" }));
        Assert.DoesNotContain("<b>", Html(new[] { new Row("<b>", 1) }));
        Assert.DoesNotContain("<b>", Html(new[,] { { "<b>" } }));
        Assert.Contains("List&lt;Row&gt;", Html(typeof(List<Row>)));
    }

    [Fact]
    public void A_list_of_records_is_one_table_with_its_properties_as_header()
    {
        var table = Parsed(new[] { new Row("a", 1), new Row("b", 2.5) });
        Assert.Equal(["", "Name", "Value"], table.Element("thead")!.Descendants("th").Select(th => th.Value));
        Assert.Equal(["\"a\"", "1", "\"b\"", "2.5"], table.Descendants("td").Select(td => td.Value));
    }

    [Fact]
    public void A_record_is_a_table_with_a_header_cell_for_each_property()
    {
        var table = Parsed(new Row("a", 1));
        Assert.Equal("Row", table.Element("caption")!.Value);
        Assert.Equal(["Name", "Value"], table.Descendants("th").Select(th => th.Value));
    }

    [Fact]
    public void A_matrix_is_a_table_with_numbered_rows_and_columns()
    {
        var table = Parsed(Mat([1.5, -2], [0, 3.25]));
        Assert.Equal("2×2 matrix", table.Element("caption")!.Value);
        Assert.Equal(["", "0", "1"], table.Element("thead")!.Descendants("th").Select(th => th.Value));
        Assert.Equal(["1.5", "-2", "0", "3.25"], table.Descendants("td").Select(td => td.Value.Trim()));
    }

    [Fact]
    public void What_is_left_out_of_a_table_is_counted_in_its_last_row() =>
        Assert.Equal("… (60 items)", Parsed(Enumerable.Range(0, 60).Select(i => new Row("r", i)).ToArray()).Descendants("td").Last().Value);

    public static TheoryData<object> Everything => [1, "a", new Row("a", 1), new { A = new Row("a", 1), B = Mat([1, 2]) }, new object[] { Vec(1), new[] { 1, 2 } }, new int[2, 2, 2]];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Html_is_well_formed_and_fixes_no_colour(object value)
    {
        Assert.Contains(Parsed(value).Name.LocalName, (string[])["pre", "table"]);
        Assert.DoesNotContain("color", Html(value));
        Assert.DoesNotContain("background", Html(value));
    }
}
