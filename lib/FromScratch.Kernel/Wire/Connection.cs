using System.Collections.Concurrent;
using System.Net.Sockets;

namespace FromScratch.Kernel.Wire;

/// <summary>One peer of a socket. Reads and writes on threads of its own, which a cell that floods the thread pool cannot starve.</summary>
internal sealed class Connection : IDisposable
{
    private const int MaximumFrames = 1_000, CrowdedBytes = 1 << 20, LostBytes = 256 << 20, StackBytes = 256 << 10;
    private static readonly TimeSpan HandshakePatience = TimeSpan.FromSeconds(10);

    private readonly Socket socket;
    private readonly BufferedStream input;
    private readonly NetworkStream stream;
    private readonly string socketType;
    private readonly BlockingCollection<Frame[]> outbox = [];
    private readonly List<byte[]> subscriptions = [];
    private Thread? writer;
    private long queuedBytes;

    public Connection(Socket socket, string socketType)
    {
        (this.socket, this.socketType) = (socket, socketType);
        socket.NoDelay = true;
        stream = new NetworkStream(socket, ownsSocket: true);
        input = new BufferedStream(stream, 1 << 14);
    }

    /// <summary>The identity the peer gave itself; a client uses the same on all its sockets.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>True from the handshake to the end.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Shakes hands, then hands over every message until the peer goes or misbehaves.</summary>
    public void Serve(Action<Connection, byte[][]> received, Action<Connection, byte[]> subscribed)
    {
        try
        {
            socket.ReceiveTimeout = socket.SendTimeout = (int)HandshakePatience.TotalMilliseconds;
            Identity = Handshake.Shake(stream, socketType);
            socket.ReceiveTimeout = 0;
            writer = Threads.Start($"{socketType} writer", WriteAll, StackBytes);
            IsOpen = true;
            while (true)
            {
                var message = ReadMessage(subscribed);
                if (socketType == "PUB") Subscription(message[0], subscribed);
                else received(this, message);
            }
        }
        catch (Exception) { } // The peer has gone, or is none, or sent what nobody can take.
        finally { Dispose(); }
    }

    /// <summary>More waits to be sent than a reading peer would leave: whoever can wait should.</summary>
    public bool IsCrowded => IsOpen && Interlocked.Read(ref queuedBytes) > CrowdedBytes;

    /// <summary>Queues a message. Never waits, so that no peer can hold up another; gives up the connection of one that has stopped reading.</summary>
    public void Send(IReadOnlyList<byte[]> message) => Send([.. message.Select((body, i) => new Frame(body, More: i < message.Count - 1))]);

    private void Send(Frame[] message)
    {
        if (Interlocked.Read(ref queuedBytes) > LostBytes)
        {
            Dispose();
            return;
        }
        try
        {
            Interlocked.Add(ref queuedBytes, message.Sum(frame => (long)frame.Body.Length));
            outbox.Add(message);
        }
        catch (InvalidOperationException) { } // Closed meanwhile: as with every publisher, whoever is not there misses it.
    }

    public bool IsSubscribedTo(byte[] topic)
    {
        lock (subscriptions)
            return IsOpen && subscriptions.Any(prefix => topic.AsSpan().StartsWith(prefix));
    }

    /// <summary>Sends what is queued, then closes.</summary>
    public void Drain(TimeSpan patience)
    {
        outbox.CompleteAdding();
        writer?.Join(patience);
        Dispose();
    }

    public void Dispose()
    {
        IsOpen = false;
        outbox.CompleteAdding();
        stream.Dispose();
    }

    private byte[][] ReadMessage(Action<Connection, byte[]> subscribed)
    {
        var frames = new List<byte[]>();
        var bytes = 0L;
        while (true)
        {
            var frame = Frame.Read(input);
            if (frame.IsCommand)
            {
                Obey(frame, subscribed);
                continue;
            }
            frames.Add(frame.Body);
            bytes += frame.Body.Length;
            if (frames.Count > MaximumFrames || bytes > Frame.MaximumBytes) throw new WireException("a message without end");
            if (!frame.More) return [.. frames];
        }
    }

    private void Obey(Frame command, Action<Connection, byte[]> subscribed)
    {
        var name = Handshake.NameOf(command);
        var data = command.Body[(1 + name.Length)..];
        if (name == "PING" && data.Length >= 2) // two bytes of time to live, then what is to be sent back
            Send([Handshake.Command("PONG", data.AsSpan(2))]);
        else if (name is "SUBSCRIBE" or "CANCEL" && socketType == "PUB")
            Subscription([name == "SUBSCRIBE" ? (byte)1 : (byte)0, .. data], subscribed);
    }

    // The older form, kept by ZMTP 3.0 peers: 1 and a topic subscribes, 0 and a topic cancels.
    private void Subscription(byte[] order, Action<Connection, byte[]> subscribed)
    {
        if (order.Length == 0 || order[0] > 1) return;
        var topic = order[1..];
        lock (subscriptions)
        {
            subscriptions.RemoveAll(known => known.AsSpan().SequenceEqual(topic));
            if (order[0] == 0) return;
            if (subscriptions.Count == MaximumFrames) throw new WireException("subscriptions without end");
            subscriptions.Add(topic);
        }
        subscribed(this, topic);
    }

    private void WriteAll()
    {
        try
        {
            foreach (var message in outbox.GetConsumingEnumerable())
            {
                using var buffer = new MemoryStream();
                foreach (var frame in message) frame.Write(buffer);
                stream.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
                Interlocked.Add(ref queuedBytes, -message.Sum(frame => (long)frame.Body.Length));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException) { Dispose(); }
    }
}
