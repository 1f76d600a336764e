using System.Net.Sockets;
using FromScratch.Kernel.Wire;

namespace FromScratch.Kernel.Jupyter;

/// <summary>The five sockets of a kernel, as messages.</summary>
internal sealed class Channels : IDisposable
{
    private readonly MessageCodec codec;
    private readonly ListeningSocket shell, control, stdin, iopub, heartbeat;

    /// <exception cref="CommandException">A port is taken.</exception>
    public Channels(ConnectionFile file)
    {
        codec = new MessageCodec(Encoding.UTF8.GetBytes(file.Key));
        shell = Bind("ROUTER", file.ShellPort);
        control = Bind("ROUTER", file.ControlPort);
        stdin = Bind("ROUTER", file.StdinPort);
        iopub = Bind("PUB", file.IopubPort);
        heartbeat = Bind("REP", file.HeartbeatPort);

        ListeningSocket Bind(string type, int port)
        {
            try { return new ListeningSocket(type, file.Address, port); }
            catch (SocketException e) { throw new CommandException($"Cannot listen on {file.Ip}:{port}: {e.Message}"); }
        }
    }

    /// <summary>Takes connections. The callbacks run on the connections' threads, with verified messages only.</summary>
    public void Listen(Action<Message> onShell, Action<Message> onControl, Action<Message> onStdin)
    {
        heartbeat.Listen((from, frames) => from.Send(frames));
        iopub.Listen((_, _) => { }, Greet);
        foreach (var (socket, handle) in new[] { (stdin, onStdin), (control, onControl), (shell, onShell) })
            socket.Listen((from, frames) =>
            {
                if (codec.Decode(frames, from) is { } message) handle(message);
            });
    }

    /// <summary>Answers on the connection the request came by, or on the one its sender has opened since.</summary>
    public void Reply(Message request, JsonObject content)
    {
        var to = request.From.IsOpen ? request.From : shell.Find(request.From.Identity) ?? control.Find(request.From.Identity);
        to?.Send(codec.Encode(request.Type.Replace("_request", "_reply", StringComparison.Ordinal), content, request.Header));
    }

    /// <summary>Tells everybody who listens.</summary>
    public void Publish(string type, JsonObject content, JsonObject? parent) =>
        iopub.Publish(codec.Encode(type, content, parent, Encoding.ASCII.GetBytes(type)));

    /// <summary>Slows down whoever publishes faster than the front ends read. What is not output (a status, a reply) need not ask.</summary>
    /// <exception cref="OperationCanceledException">Told to stop waiting.</exception>
    public void WaitForReaders(CancellationToken stop) => iopub.WaitForRoom(TimeSpan.FromSeconds(10), stop);

    /// <summary>Asks the sender of a request for a line; false when it has no stdin.</summary>
    public bool Ask(Message request, string prompt, bool password)
    {
        var to = stdin.Find(request.From.Identity);
        to?.Send(codec.Encode("input_request", new JsonObject { ["prompt"] = prompt, ["password"] = password }, request.Header));
        return to is not null;
    }

    public void Dispose()
    {
        foreach (var socket in new[] { shell, control, iopub, stdin, heartbeat }) socket.Dispose();
    }

    // JEP 65: tells a subscriber that from here on it misses nothing.
    private void Greet(Connection subscriber, byte[] topic) =>
        subscriber.Send(codec.Encode("iopub_welcome", new JsonObject { ["subscription"] = Encoding.UTF8.GetString(topic) }, null, topic));
}
