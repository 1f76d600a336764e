namespace FromScratch;

/// <summary>
/// Names the class that writes a type in MIME types. Hosts look for this attribute by its name alone, in any namespace,
/// so a figure knows no host and a host no figure.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A class with a public parameterless constructor and <c>CreateTypeFormatters()</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>MIME types to send, the best first.</summary>
    public string[]? PreferredMimeTypes { get; set; }
}
