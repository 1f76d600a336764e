using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace FromScratch.Tests.Jupyter;

/// <summary>The other end of the wire, written from the specification and not from the kernel's code; it can also misbehave.</summary>
internal sealed class Peer : IDisposable
{
    public static readonly byte[] Greeting = [0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 3, 1, .. "NULL"u8, .. new byte[16], .. new byte[32]];

    private readonly TcpClient client = new();
    private readonly NetworkStream stream;

    public Peer(int port)
    {
        client.Connect(IPAddress.Loopback, port);
        client.LingerState = new LingerOption(true, 0); // Thousands of peers in a row must not use up the ports.
        client.ReceiveTimeout = 20_000;
        stream = client.GetStream();
    }

    public static Peer Connected(int port, string type, string identity = "")
    {
        var peer = new Peer(port);
        peer.Send(Greeting);
        peer.Send(Ready(type, identity));
        peer.Read(64);
        peer.ReadFrame(); // READY
        return peer;
    }

    public static byte[] Ready(string type, string identity = "") =>
        Frame([5, .. "READY"u8, .. Property("Socket-Type", type), .. Property("Identity", identity)], flags: 4);

    public static byte[] Frame(byte[] body, int flags = 0)
    {
        if (body.Length < 256) return [(byte)flags, (byte)body.Length, .. body];
        var size = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(size, body.Length);
        return [(byte)(flags | 2), .. size, .. body];
    }

    public static byte[] Message(params byte[][] frames) =>
        [.. frames.SelectMany((frame, i) => Frame(frame, i < frames.Length - 1 ? 1 : 0))];

    /// <summary>A request as it goes over the wire.</summary>
    public static byte[] Request(string type, string content, string key, string? signature = null, string? header = null)
    {
        byte[][] parts =
        [
            Encoding.UTF8.GetBytes(header ?? $$"""{"msg_id":"m","msg_type":"{{type}}","session":"s"}"""), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(content),
        ];
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), parts.SelectMany(part => part).ToArray());
        return Message(["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(signature ?? Convert.ToHexStringLower(hash)), .. parts]);
    }

    /// <summary>Sends; a peer that has hung up meanwhile is no error here.</summary>
    public void Send(byte[] bytes)
    {
        try
        {
            stream.Write(bytes);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>The next message: its frames as text.</summary>
    public List<string> Receive()
    {
        var frames = new List<string>();
        while (true)
        {
            var (flags, body) = ReadFrame();
            frames.Add(Encoding.UTF8.GetString(body));
            if ((flags & 1) == 0) return frames;
        }
    }

    public (int Flags, byte[] Body) ReadFrame()
    {
        var flags = Read(1)[0];
        var size = (flags & 2) == 0 ? Read(1)[0] : (int)BinaryPrimitives.ReadInt64BigEndian(Read(8));
        return (flags, Read(size));
    }

    /// <summary>True when the other side closes the connection.</summary>
    public bool IsHungUpOn()
    {
        try
        {
            while (stream.ReadByte() >= 0) { }
            return true;
        }
        catch (IOException e)
        {
            return e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset };
        }
    }

    public void Dispose() => client.Dispose();

    private byte[] Read(int count)
    {
        var bytes = new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Property(string name, string value)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. size, .. Encoding.ASCII.GetBytes(value)];
    }
}
