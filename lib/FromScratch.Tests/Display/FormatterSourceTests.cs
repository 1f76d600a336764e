using System.Text.Json.Nodes;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Displays;

public class FormatterSourceTests
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
    sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType => formatterSourceType;

        public string[] PreferredMimeTypes { get; set; } = [];
    }

    sealed class Formatter(string mimeType, Func<object, string?> text)
    {
        public string MimeType => mimeType;

        public bool Format(object value, TextWriter writer)
        {
            if (text(value) is not { } written) return false;
            writer.Write(written);
            return true;
        }
    }

    sealed class Source
    {
        readonly Formatter[] all =
        [
            new("application/vnd.test+json", _ => """{"x": [1, 2]}"""), new("application/json", _ => "{ not json"), new("text/markdown", _ => "**m**"),
            new("text/html", _ => throw new InvalidOperationException("no")), new("image/svg+xml", _ => null), new("text/latex", _ => "\\sigma"),
        ];

        public Formatter[] CreateTypeFormatters() => all;
    }

    sealed class PlainSource
    {
        readonly Formatter[] all = [new("text/plain", value => $"plain {value.GetType().Name}")];

        public Formatter[] CreateTypeFormatters() => all;
    }

    sealed class BrokenSource
    {
        public BrokenSource() => throw new InvalidOperationException("cannot be made");

        public IEnumerable<object> CreateTypeFormatters() => [this];
    }

    [TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/markdown"])]
    sealed record Rich(int Number);

    [TypeFormatterSource(typeof(PlainSource))]
    class Base;

    sealed class Derived : Base;

    [TypeFormatterSource(typeof(PlainSource))]
    interface IShown;

    sealed class Implementation : IShown;

    [TypeFormatterSource(typeof(BrokenSource))]
    sealed record Broken(int Number);

    [Fact]
    public void Every_type_the_source_offers_is_emitted_whatever_it_prefers()
    {
        var data = Display.Format(new Rich(3));
        Assert.Equal(["application/vnd.test+json", "text/latex", "text/markdown", "text/plain"], data.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("**m**", data["text/markdown"].GetValue<string>());
    }

    [Fact]
    public void Json_types_become_json_objects() =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"x":[1,2]}"""), Display.Format(new Rich(3))["application/vnd.test+json"]));

    [Fact]
    public void Plain_text_is_added_where_the_source_offers_none() =>
        Assert.Equal("Rich { Number = 3 }", Display.Format(new Rich(3))["text/plain"].GetValue<string>());

    [Fact]
    public void The_attribute_of_a_base_class_or_an_interface_counts()
    {
        Assert.Equal("plain Derived", Display.Format(new Derived())["text/plain"].GetValue<string>());
        Assert.Equal("plain Implementation", Display.Format(new Implementation())["text/plain"].GetValue<string>());
    }

    [Fact]
    public void A_source_that_cannot_be_made_leaves_the_value_to_the_default() =>
        Assert.Equal("Broken { Number = 3 }", Display.Format(new Broken(3))["text/plain"].GetValue<string>());

    [Fact]
    public void Inside_a_sequence_the_values_own_text_is_shown() =>
        Assert.Equal("[plain Derived, 1]", Display.Format(new object[] { new Derived(), 1 })["text/plain"].GetValue<string>());
}
