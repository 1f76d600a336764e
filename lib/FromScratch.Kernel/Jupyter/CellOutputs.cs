using FromScratch.Notebooks;

namespace FromScratch.Kernel.Jupyter;

/// <summary>Publishes what one cell shows. Text is gathered for a moment, so that 200,000 lines are not 200,000 messages.</summary>
internal sealed class CellOutputs(Channels channels, JsonObject parent, int count, CancellationToken stop) : IDisposable
{
    private const int GatheredCharacters = 1 << 14;
    private static readonly TimeSpan GatheredTime = TimeSpan.FromMilliseconds(20);

    private readonly Lock publishing = new();
    private readonly StringBuilder gathered = new();
    private readonly ManualResetEventSlim hasText = new();
    private string stream = "";
    private Thread? flusher;
    private volatile bool ended;

    public void Add(Output output)
    {
        if (output is not ErrorOutput) channels.WaitForReaders(stop);
        lock (publishing)
        {
            if (output is StreamOutput text)
            {
                Gather(text);
                return;
            }
            FlushText();
            var (type, content) = Describe(output);
            channels.Publish(type, content, parent);
        }
    }

    public void Flush()
    {
        lock (publishing) FlushText();
    }

    /// <summary>Publishes the rest. What a thread the cell left behind writes later is still published, at once.</summary>
    public void Dispose()
    {
        ended = true;
        hasText.Set();
        Flush();
    }

    public static Dictionary<string, JsonNode?> Error(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        // Front ends show the traceback alone, so it begins with the message.
        ["traceback"] = new JsonArray([$"{error.Name}: {error.Message}", .. error.Traceback]),
    };

    public static Dictionary<string, JsonNode?> Bundle(BundleOutput output) => new()
    {
        ["data"] = new JsonObject(output.Data.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value.DeepClone()))),
        ["metadata"] = output.Metadata.DeepClone(),
    };

    private (string Type, JsonObject Content) Describe(Output output) => output switch
    {
        ErrorOutput error => ("error", new JsonObject(Error(error))),
        ClearOutput clear => ("clear_output", new JsonObject { ["wait"] = clear.Wait }),
        UpdateOutput update => ("update_display_data", new JsonObject(Bundle(update)) { ["transient"] = Transient(update.DisplayId) }),
        DisplayOutput display => ("display_data", new JsonObject(Bundle(display)) { ["transient"] = Transient(display.DisplayId) }),
        ResultOutput result => ("execute_result", new JsonObject(Bundle(result)) { ["execution_count"] = count }),
        _ => throw new ArgumentException($"{output.GetType().Name} has no message.", nameof(output)),
    };

    private static JsonObject Transient(string? id) => new() { ["display_id"] = id };

    private void Gather(StreamOutput text)
    {
        if (text.Name != stream) FlushText();
        stream = text.Name;
        gathered.Append(text.Text);
        if (ended || gathered.Length >= GatheredCharacters) FlushText();
        hasText.Set();
        flusher ??= Wire.Threads.Start("output flusher", FlushNowAndThen);
    }

    private void FlushText()
    {
        if (gathered.Length == 0) return;
        channels.Publish("stream", new JsonObject { ["name"] = stream, ["text"] = gathered.ToString() }, parent);
        gathered.Clear();
    }

    private void FlushNowAndThen()
    {
        while (!ended)
        {
            hasText.Wait();
            Thread.Sleep(GatheredTime);
            hasText.Reset();
            Flush();
        }
    }
}
