using System.Buffers.Binary;

namespace FromScratch.Kernel.Wire;

/// <summary>The opening of a ZMTP connection: 64 bytes of greeting, then a READY command, from both sides.</summary>
/// <remarks>Source: ZMTP 3.1, "Greeting" and "The NULL security mechanism".</remarks>
internal static class Handshake
{
    /// <summary>Signature, version 3.1, the mechanism in 20 bytes, and 32 bytes of nothing.</summary>
    private static readonly byte[] Greeting = [0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 3, 1, .. "NULL"u8, .. new byte[48]];

    /// <summary>Which socket types may talk to which, as far as a kernel needs it.</summary>
    private static readonly Dictionary<string, string[]> Peers = new()
    {
        ["ROUTER"] = ["DEALER", "REQ", "ROUTER"],
        ["PUB"] = ["SUB", "XSUB"],
        ["REP"] = ["REQ", "DEALER"],
    };

    /// <summary>Greets and checks the peer.</summary>
    /// <returns>The peer's identity, empty when it gave none.</returns>
    /// <exception cref="WireException">The peer speaks another protocol, or is of a type that has no business here.</exception>
    public static byte[] Shake(Stream stream, string socketType)
    {
        stream.Write(Greeting);
        var greeting = new byte[Greeting.Length];
        stream.ReadExactly(greeting);
        if (greeting[0] != 0xFF || greeting[9] != 0x7F || greeting[10] < 3) throw new WireException("no ZMTP 3 greeting");
        if (!greeting.AsSpan(12, 20).SequenceEqual(Greeting.AsSpan(12, 20))) throw new WireException("a security mechanism other than NULL");

        // One property: its name after one byte of length, its value after four.
        Command("READY", [11, .. "Socket-Type"u8, 0, 0, 0, (byte)socketType.Length, .. Encoding.ASCII.GetBytes(socketType)]).Write(stream);
        var ready = Frame.Read(stream);
        if (!ready.IsCommand || NameOf(ready) != "READY") throw new WireException("no READY after the greeting");
        var properties = Properties(ready.Body.AsSpan(6));
        var type = properties.TryGetValue("socket-type", out var value) ? Encoding.ASCII.GetString(value) : "none";
        return Peers[socketType].Contains(type)
            ? properties.GetValueOrDefault("identity", [])
            : throw new WireException($"a {type} socket cannot talk to a {socketType}");
    }

    public static Frame Command(string name, ReadOnlySpan<byte> data) =>
        new([(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. data], IsCommand: true);

    /// <summary>A command's name; its data follow it.</summary>
    public static string NameOf(Frame command) =>
        command.Body.Length > 0 && command.Body.Length > command.Body[0]
            ? Encoding.ASCII.GetString(command.Body, 1, command.Body[0])
            : throw new WireException("a command without a name");

    private static Dictionary<string, byte[]> Properties(ReadOnlySpan<byte> data)
    {
        var properties = new Dictionary<string, byte[]>();
        while (!data.IsEmpty)
        {
            var name = Take(ref data, Take(ref data, 1)[0]);
            var size = BinaryPrimitives.ReadUInt32BigEndian(Take(ref data, 4));
            properties[Encoding.ASCII.GetString(name).ToLowerInvariant()] = Take(ref data, size).ToArray();
        }
        return properties;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> data, uint bytes)
    {
        if (bytes > data.Length) throw new WireException("a property longer than its command");
        var taken = data[..(int)bytes];
        data = data[(int)bytes..];
        return taken;
    }
}
