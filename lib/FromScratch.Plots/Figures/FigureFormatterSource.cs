namespace FromScratch;

/// <summary>The MIME types of a <see cref="Figure"/>. Hosts call it by reflection.</summary>
internal sealed class FigureFormatterSource
{
    // Not static: the convention calls it on an instance.
#pragma warning disable CA1822
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new FigureFormatter("application/vnd.plotly.v1+json", figure => figure.Json),
        new FigureFormatter("text/html", FigureHtml.Write),
        new FigureFormatter("text/plain", figure => figure.Summary),
    ];
#pragma warning restore CA1822
}

/// <summary>Writes a figure in one MIME type.</summary>
internal sealed class FigureFormatter(string mimeType, Func<Figure, string> write)
{
    public string MimeType { get; } = mimeType;

    /// <returns>False, with nothing written, when <paramref name="instance"/> is no figure.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Figure figure) return false;
        writer.Write(write(figure));
        return true;
    }
}
