namespace FromScratch.Notebooks;

/// <summary>What a cell leaves behind, in the four kinds nbformat knows, and the two that change what is already there.</summary>
public abstract record Output;

/// <summary>Text written to <c>stdout</c> or <c>stderr</c>, in the order it came.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text, line ends as LF.</param>
public sealed record StreamOutput(string Name, string Text) : Output;

/// <summary>One value in several representations, of which a front end shows the richest it can draw.</summary>
/// <param name="Data">MIME type → content: a JSON string for text types, a JSON object for <c>…+json</c> types.</param>
public abstract record BundleOutput(IReadOnlyDictionary<string, JsonNode> Data) : Output
{
    /// <summary>nbformat's output metadata; committed outputs keep a figure's fingerprint here.</summary>
    public JsonObject Metadata { get; init; } = [];
}

/// <summary>A value shown with <c>display(x)</c>.</summary>
public sealed record DisplayOutput(IReadOnlyDictionary<string, JsonNode> Data) : BundleOutput(Data)
{
    /// <summary>The name a later <see cref="UpdateOutput"/> finds this display by; it is not kept in the file.</summary>
    public string? DisplayId { get; init; }
}

/// <summary>New content for every display of this name, whichever cell shows it.</summary>
public sealed record UpdateOutput(string DisplayId, IReadOnlyDictionary<string, JsonNode> Data) : BundleOutput(Data);

/// <summary>Takes away what the cell has shown so far.</summary>
/// <param name="Wait">Only when the next output comes, so that nothing flickers.</param>
public sealed record ClearOutput(bool Wait) : Output;

/// <summary>The value of a cell's last expression.</summary>
public sealed record ResultOutput(IReadOnlyDictionary<string, JsonNode> Data) : BundleOutput(Data);

/// <summary>Why a cell failed.</summary>
/// <param name="Name">The exception's type name, or <c>CompilationError</c>.</param>
/// <param name="Message">One or more lines a learner can read.</param>
/// <param name="Traceback">The learner's own frames, innermost first, one line each.</param>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback) : Output;
