using System.ComponentModel;
using System.Net;

namespace FromScratch;

/// <summary>How notebooks find the formatters of a type without a reference: by this attribute's name.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType => formatterSourceType;

    public string[] PreferredMimeTypes { get; } = ["text/html", "text/plain"];
}

/// <summary>Shows a verdict as text, and as HTML with a green or red bar that is readable on light and dark ground.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VerdictFormatterSource
{
    readonly Formatter[] formatters = [new("text/plain", verdict => verdict.Text), new("text/html", Html)];

    /// <summary>The formatters, found by name and shape.</summary>
    public IEnumerable<object> CreateTypeFormatters() => formatters;

    static string Html(Verdict verdict)
    {
        // Mid-tones: at least 3:1 against white and against VS Code's dark background. The sign ✓ or ✗ says the same without colour.
        var colour = verdict.Passed ? "#2e9e5b" : "#d64545";
        var lines = verdict.Text.Split('\n').Select(WebUtility.HtmlEncode);
        return $"<div style=\"border-left:4px solid {colour};padding:.3em .9em\">{string.Join("<br>", lines)}</div>";
    }

    /// <summary>One MIME type of a verdict.</summary>
    /// <param name="mimeType">The MIME type written.</param>
    /// <param name="text">The verdict as that type.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class Formatter(string mimeType, Func<Verdict, string> text)
    {
        /// <summary>The MIME type written.</summary>
        public string MimeType => mimeType;

        /// <summary>Writes the verdict; false when <paramref name="value"/> is none.</summary>
        /// <param name="value">A <see cref="Verdict"/>.</param>
        /// <param name="writer">Where it goes.</param>
        public bool Format(object value, TextWriter writer)
        {
            if (value is not Verdict verdict) return false;
            writer.Write(text(verdict));
            return true;
        }
    }
}
