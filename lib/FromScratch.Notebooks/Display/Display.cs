namespace FromScratch.Notebooks;

/// <summary>Turns any value into what a notebook shows of it.</summary>
public static class Display
{
    /// <summary>
    /// MIME type → content of <paramref name="value"/>: what the value's own formatters offer (see <see cref="FormatterSource"/>),
    /// or else <c>text/plain</c> and <c>text/html</c>. <c>text/plain</c> is always there.
    /// </summary>
    /// <param name="value">Anything. Its properties are read once, a lazy sequence is enumerated to one item past what is shown.</param>
    /// <returns>A JSON object or array for JSON types, a JSON string for all others.</returns>
    /// <remarks>Never throws: what the value's own code throws is shown in its place.</remarks>
    public static IReadOnlyDictionary<string, JsonNode> Format(object? value)
    {
        try
        {
            var data = FormatterSource.Format(value);
            if (data.ContainsKey("text/plain")) return data;

            var view = new Inspector().Look(value);
            if (data.Count == 0) data["text/html"] = Content(HtmlView.Write(view));
            data["text/plain"] = Content(TextView.Write(view));
            return data;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var text = $"{TypeName.Of(value?.GetType())} (cannot be shown: {Scalar.Describe(e)})";
            return new Dictionary<string, JsonNode> { ["text/plain"] = Content(text) };
        }
    }

    /// <summary>A JSON string that every JSON writer accepts: half a surrogate pair becomes U+FFFD.</summary>
    internal static JsonNode Content(string text) => JsonValue.Create(Scalar.WellFormed(text))!;
}
