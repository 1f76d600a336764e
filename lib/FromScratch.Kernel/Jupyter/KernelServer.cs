using System.Collections.Concurrent;
using FromScratch.Kernel.Wire;
using FromScratch.Notebooks;

namespace FromScratch.Kernel.Jupyter;

/// <summary>
/// One kernel: requests on shell one after the other, requests on control beside them, each between <c>busy</c> and <c>idle</c>.
/// </summary>
/// <remarks>Source: jupyter-client documentation, "Messaging in Jupyter", version 5.4.</remarks>
internal sealed class KernelServer : IDisposable
{
    private const int QueuedRequests = 4_096, CellsBetweenTidying = 50;

    private readonly Channels channels;
    private readonly Session session;
    private readonly CellRunner cells;
    private readonly BlockingCollection<Message> shell = new(QueuedRequests), control = new(QueuedRequests);
    private readonly ManualResetEventSlim ended = new();
    private int tidiedAt;

    public KernelServer(ConnectionFile file, string folder)
    {
        channels = new Channels(file);
        session = new Session(folder);
        cells = new CellRunner(channels, session);
    }

    public void Start()
    {
        Threads.Start("shell", () => Serve(shell));
        Threads.Start("control", () => Serve(control));
        channels.Listen(shell.Add, control.Add, cells.Answer);
    }

    public void Interrupt() => cells.Interrupt();
    public void Stop() => ended.Set();
    public void WaitForEnd() => ended.Wait();
    public void Dispose() => channels.Dispose();

    private void Serve(BlockingCollection<Message> requests)
    {
        foreach (var request in requests.GetConsumingEnumerable()) Handle(request);
    }

    private void Handle(Message request)
    {
        channels.Publish("status", new JsonObject { ["execution_state"] = "busy" }, request.Header);
        if (Answer(request) is { } content) channels.Reply(request, content);
        channels.Publish("status", new JsonObject { ["execution_state"] = "idle" }, request.Header);
        if (request.Type == "shutdown_request") Stop();
        if (request.Type == "execute_request") Tidy();
    }

    // The compiler leaves 100 MB that are never given back on a machine with room; between two cells nobody waits for it.
    private void Tidy()
    {
        if (cells.Count < tidiedAt + CellsBetweenTidying) return;
        tidiedAt = cells.Count;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private JsonObject? Answer(Message request)
    {
        try
        {
            return request.Type switch
            {
                "kernel_info_request" => KernelInfo.Content(),
                "execute_request" => cells.Execute(request),
                "complete_request" => Inquiries.Complete(session, request),
                "inspect_request" => Inquiries.Inspect(session, request),
                "is_complete_request" => Inquiries.IsComplete(request),
                "history_request" => Inquiries.History(cells.History, request),
                "comm_info_request" => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() },
                "interrupt_request" => Interrupted(),
                "shutdown_request" => Shutdown(request),
                "comm_open" => RefuseComm(request),
                "comm_msg" or "comm_close" => null,
                var other => throw new NotSupportedException($"This kernel does not know {other}."),
            };
        }
        catch (Exception e) // A request that cannot be answered is answered with the reason; the kernel goes on.
        {
            return new JsonObject(CellOutputs.Error(new ErrorOutput(e.GetType().Name, e.Message, []))) { ["status"] = "error" };
        }
    }

    private JsonObject Interrupted()
    {
        cells.Interrupt();
        return new JsonObject { ["status"] = "ok" };
    }

    private JsonObject Shutdown(Message request)
    {
        cells.Interrupt();
        var content = new JsonObject { ["status"] = "ok", ["restart"] = request.Flag("restart", false) };
        channels.Publish("shutdown_reply", (JsonObject)content.DeepClone(), request.Header);
        return content;
    }

    // There are no widgets here: a front end that opens one is told so, and need not wait.
    private JsonObject? RefuseComm(Message request)
    {
        channels.Publish("comm_close", new JsonObject { ["comm_id"] = request.Text("comm_id"), ["data"] = new JsonObject() }, request.Header);
        return null;
    }
}
