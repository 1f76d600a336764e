using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FromScratch.Kernel.Wire;

/// <summary>A bound ZMTP socket (ROUTER, PUB or REP) and the peers connected to it.</summary>
internal sealed class ListeningSocket : IDisposable
{
    private const int MaximumConnections = 256, StackBytes = 256 << 10;

    private readonly Socket listener;
    private readonly List<Connection> connections = [];
    private readonly string type;
    private volatile bool closed;

    /// <summary>Binds a <c>ROUTER</c>, <c>PUB</c> or <c>REP</c> to a loopback address; peers wait until <see cref="Listen"/>.</summary>
    /// <exception cref="SocketException">The port is taken.</exception>
    public ListeningSocket(string type, IPAddress address, int port)
    {
        this.type = type;
        listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(address, port));
        listener.Listen(MaximumConnections);
    }

    /// <summary>Takes connections, from now to the end; calls back on their own threads, for each message and each subscription to a PUB.</summary>
    public void Listen(Action<Connection, byte[][]> received, Action<Connection, byte[]>? subscribed = null) =>
        Threads.Start($"{type} listener", () =>
        {
            while (!closed)
            {
                try { Welcome(listener.Accept(), received, subscribed ?? ((_, _) => { })); }
                catch (Exception e) when (e is SocketException or ObjectDisposedException)
                {
                    Thread.Sleep(10); // Closed, or a peer that left before it was let in, or no file handle left for it.
                }
            }
        }, StackBytes);

    /// <summary>Sends to every peer that subscribed to the topic, which is the message's first frame.</summary>
    public void Publish(IReadOnlyList<byte[]> message)
    {
        foreach (var connection in Open().Where(connection => connection.IsSubscribedTo(message[0]))) connection.Send(message);
    }

    /// <summary>Waits until every peer has read most of what it was sent; leaves one that reads nothing for this long.</summary>
    /// <exception cref="OperationCanceledException">Told to stop waiting.</exception>
    public void WaitForRoom(TimeSpan patience, CancellationToken stop)
    {
        foreach (var connection in Open())
            for (var clock = Stopwatch.StartNew(); connection.IsCrowded; Thread.Sleep(1))
            {
                stop.ThrowIfCancellationRequested();
                if (clock.Elapsed > patience) connection.Dispose();
            }
    }

    /// <summary>The newest open connection of the peer with this identity; null when there is none.</summary>
    public Connection? Find(byte[] identity) => Open().LastOrDefault(connection => connection.Identity.AsSpan().SequenceEqual(identity));

    /// <summary>Lets the last messages out, then closes.</summary>
    public void Dispose()
    {
        closed = true;
        listener.Dispose();
        foreach (var connection in Open()) connection.Drain(TimeSpan.FromSeconds(1));
    }

    private Connection[] Open()
    {
        lock (connections) return [.. connections.Where(connection => connection.IsOpen)];
    }

    private void Welcome(Socket peer, Action<Connection, byte[][]> received, Action<Connection, byte[]> subscribed)
    {
        var connection = new Connection(peer, type);
        lock (connections)
        {
            if (connections.Count >= MaximumConnections)
            {
                connection.Dispose();
                return;
            }
            connections.Add(connection);
        }
        Threads.Start($"{type} reader", () =>
        {
            connection.Serve(received, subscribed);
            lock (connections) connections.Remove(connection);
        }, StackBytes);
    }
}
