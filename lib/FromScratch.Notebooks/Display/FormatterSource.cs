using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace FromScratch.Notebooks;

/// <summary>
/// The convention of .NET Interactive, by reflection alone: a type carries an attribute NAMED <c>TypeFormatterSourceAttribute</c>, whose
/// <c>FormatterSourceType</c> has a method <c>CreateTypeFormatters()</c> yielding objects with <c>string MimeType</c> and
/// <c>bool Format(object, TextWriter)</c>. So a figure need not know a kernel, nor a kernel a figure.
/// </summary>
/// <remarks><c>PreferredMimeTypes</c> is ignored: every type offered is emitted, and the front end takes the richest it can draw.</remarks>
internal static class FormatterSource
{
    /// <summary>Of JSON, in levels.</summary>
    public const int MaximumDepth = 256;

    const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance;

    /// <summary>Everything the value's formatters offer; one that throws, returns false or writes invalid JSON is skipped.</summary>
    public static Dictionary<string, JsonNode> Format(object? value)
    {
        var data = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        if (value is null) return data;
        foreach (var formatter in Formatters(value.GetType()))
        {
            try
            {
                if (Property<string>(formatter, "MimeType") is not { } mime || data.ContainsKey(mime)) continue;
                if (Write(formatter, value) is { } text && Parse(mime, text) is { } content) data[mime] = content;
            }
            catch (Exception e) when (e is not OutOfMemoryException) { } // Skipped: one bad formatter must not hide the others.
        }
        return data;
    }

    /// <summary>The formatters of the most derived type that declares a source; a class goes before its interfaces.</summary>
    static List<object> Formatters(Type type)
    {
        try
        {
            for (var t = type; t is not null; t = t.BaseType)
                if (Create(t) is { Count: > 0 } found) return found;
            return type.GetInterfaces().Select(Create).FirstOrDefault(found => found.Count > 0) ?? [];
        }
        catch (Exception e) when (e is not OutOfMemoryException) { return []; }
    }

    static List<object> Create(Type type) =>
        [.. from attribute in type.GetCustomAttributes(inherit: false)
            where attribute.GetType().Name == "TypeFormatterSourceAttribute"
            let source = Property<Type>(attribute, "FormatterSourceType")
            where source is not null
            let created = source.GetMethod("CreateTypeFormatters", Members, [])?.Invoke(Activator.CreateInstance(source), null)
            where created is IEnumerable
            from object formatter in (IEnumerable)created
            select formatter];

    static T? Property<T>(object owner, string name) where T : class =>
        owner.GetType().GetProperty(name, Members)?.GetValue(owner) as T;

    static string? Write(object formatter, object value)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var format = formatter.GetType().GetMethod("Format", Members, [typeof(object), typeof(TextWriter)]);
        return format?.Invoke(formatter, [value, writer]) is true ? writer.ToString() : null;
    }

    static JsonNode? Parse(string mime, string text) =>
        mime is "application/json" || mime.EndsWith("+json", StringComparison.Ordinal)
            ? JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = MaximumDepth })
            : Display.Content(text);
}
