using System.Collections.Concurrent;
using FromScratch.Notebooks;

namespace FromScratch.Kernel.Jupyter;

/// <summary>execute_request: runs a cell, publishes what it shows, and says how it ended.</summary>
internal sealed class CellRunner(Channels channels, Session session)
{
    // Of messages sent together; short, because the clock they are dated by, a browser's, may be wrong.
    private static readonly TimeSpan LateArrivals = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<string> answers = [];
    private readonly Lock stopping = new();
    private CancellationTokenSource? running;
    private DateTimeOffset lastError = DateTimeOffset.MinValue;

    public int Count { get; private set; }

    /// <summary>What was run, oldest first: run counter and text.</summary>
    public List<(int Count, string Code)> History { get; } = [];

    /// <summary>Stops the running cell; does nothing when none runs.</summary>
    public void Interrupt()
    {
        lock (stopping) running?.Cancel();
    }

    /// <summary>A line from the front end, for the cell that asked.</summary>
    public void Answer(Message reply) => answers.Add(reply.Text("value"));

    public JsonObject Execute(Message request)
    {
        // Whoever pressed "run all" did not mean: carry on after the error.
        if (request.Arrived <= lastError || (request.Sent <= lastError && request.Arrived <= lastError + LateArrivals)) return new JsonObject { ["status"] = "aborted", ["execution_count"] = Count };

        var code = request.Text("code");
        var silent = request.Flag("silent", false);
        var stored = !silent && request.Flag("store_history", true);
        var expressions = request.Content["user_expressions"] as JsonObject ?? [];
        Count += stored ? 1 : 0;
        if (stored) History.Add((Count, code));
        if (!silent) channels.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = Count }, request.Header);

        using var stop = new CancellationTokenSource();
        lock (stopping) running = stop;
        try
        {
            using var outputs = new CellOutputs(channels, request.Header, Count, stop.Token);
            Func<string, bool, string?>? ask = request.Flag("allow_stdin", false) ? (prompt, password) => Ask(request, outputs, prompt, password, stop.Token) : null;
            var error = session.Execute(code, $"cell [{Count}]", silent ? _ => { } : outputs.Add, ask, stop.Token);
            return error is null ? Good(expressions, stop.Token) : Failed(error, request.Flag("stop_on_error", true));
        }
        finally { lock (stopping) running = null; }
    }

    private JsonObject Good(JsonObject expressions, CancellationToken stop) => new()
    {
        ["status"] = "ok",
        ["execution_count"] = Count,
        ["payload"] = new JsonArray(),
        ["user_expressions"] = new JsonObject(expressions.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Evaluate(entry.Value, stop)))),
    };

    private JsonObject Failed(ErrorOutput error, bool stopOnError)
    {
        if (stopOnError) lastError = DateTimeOffset.UtcNow;
        return new JsonObject(CellOutputs.Error(error)) { ["status"] = "error", ["execution_count"] = Count };
    }

    private JsonObject Evaluate(JsonNode? expression, CancellationToken stop)
    {
        ResultOutput? result = null;
        var code = expression?.ToString() ?? "";
        var error = session.Execute(code, "expression", output => result = output as ResultOutput ?? result, cancellation: stop);
        return error is not null ? new JsonObject(CellOutputs.Error(error)) { ["status"] = "error" }
            : new JsonObject(CellOutputs.Bundle(result ?? new ResultOutput(new Dictionary<string, JsonNode>()))) { ["status"] = "ok" };
    }

    private string? Ask(Message request, CellOutputs outputs, string prompt, bool password, CancellationToken stop)
    {
        while (answers.TryTake(out _)) { } // Too late for the cell that asked for it.
        outputs.Flush();
        return channels.Ask(request, prompt, password) ? answers.Take(stop) : null;
    }
}
