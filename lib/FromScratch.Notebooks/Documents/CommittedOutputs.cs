using System.Text.Json;

namespace FromScratch.Notebooks;

/// <summary>What of a cell's outputs may stand in git: text, a static picture, and a fingerprint of each figure.</summary>
public static class CommittedOutputs
{
    internal const string PlainText = "text/plain";
    internal const string Picture = "image/png";
    private const string FingerprintKey = "fingerprint";

    /// <summary>
    /// Of one cell's outputs, in order, keeps streams, <c>text/plain</c> and <c>image/png</c>. Of each <c>…+json</c> entry it keeps a
    /// fingerprint, in the output's metadata: <c>{"fingerprint": {MIME type: sketch}}</c>, and a figure's text is its picture's alternative
    /// text. HTML, other types and errors go; streams of one name that follow each other become one, with carriage returns settled as a
    /// terminal shows them. Committing what is committed changes nothing.
    /// </summary>
    public static IReadOnlyList<Output> Of(IReadOnlyList<Output> outputs)
    {
        var settled = Merge([.. outputs.Select(Keep).OfType<Output>()])
            .Select(output => output is StreamOutput stream ? stream with { Text = TerminalText.Settle(stream.Text) } : output);
        // A stream of carriage returns only settles to nothing, and may leave two of the other name side by side.
        return Merge([.. settled.Where(output => output is not StreamOutput { Text: "" })]);
    }

    /// <summary>An output's fingerprints: MIME type → sketch.</summary>
    internal static IReadOnlyDictionary<string, string> FingerprintsOf(BundleOutput output)
    {
        var fingerprints = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (mime, sketch) in output.Metadata[FingerprintKey] as JsonObject ?? [])
            if (sketch?.GetValueKind() == JsonValueKind.String)
                fingerprints[mime] = sketch.GetValue<string>();
        foreach (var (mime, content) in output.Data)
            if (mime.EndsWith("+json", StringComparison.Ordinal))
                fingerprints[mime] = Fingerprint.Of(content).ToString();
        return fingerprints;
    }

    private static Output? Keep(Output output) => output switch
    {
        StreamOutput => output,
        BundleOutput bundle => Reduce(bundle) is { } reduced && (reduced.Data.Count > 0 || reduced.Metadata.Count > 0) ? reduced : null,
        _ => null,
    };

    private static BundleOutput Reduce(BundleOutput output)
    {
        var data = new Dictionary<string, JsonNode>();
        if (output.Data.TryGetValue(PlainText, out var text))
            data[PlainText] = TerminalText.Settle(text.GetValue<string>());
        // Some writers break base64 into lines.
        if (output.Data.TryGetValue(Picture, out var picture))
            data[Picture] = string.Concat(picture.GetValue<string>().Where(letter => !char.IsWhiteSpace(letter)));
        var metadata = new JsonObject();
        if (FingerprintsOf(output) is { Count: > 0 } fingerprints)
            metadata[FingerprintKey] = new JsonObject(fingerprints.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));
        // Where nbconvert and JupyterLab look for it.
        if (metadata.Count > 0 && data.ContainsKey(Picture) && data.TryGetValue(PlainText, out var sentence))
            metadata[Picture] = new JsonObject { ["alt"] = sentence.DeepClone() };
        return output with { Data = data, Metadata = metadata };
    }

    /// <summary>Streams of one name that follow each other become one.</summary>
    internal static List<Output> Merge(List<Output> outputs)
    {
        var merged = new List<Output>();
        for (var (i, end) = (0, 0); i < outputs.Count; i = end)
        {
            var name = (outputs[i] as StreamOutput)?.Name;
            end = name is null ? i + 1 : outputs.FindIndex(i, output => (output as StreamOutput)?.Name != name);
            end = end < 0 ? outputs.Count : end;
            merged.Add(name is null ? outputs[i]
                : new StreamOutput(name, string.Concat(outputs[i..end].Cast<StreamOutput>().Select(piece => piece.Text))));
        }
        return merged;
    }
}
