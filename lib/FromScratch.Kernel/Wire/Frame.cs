using System.Buffers.Binary;

namespace FromScratch.Kernel.Wire;

/// <summary>One ZMTP frame: a flag byte, the size in one byte or eight, the body.</summary>
/// <remarks>Source: ZMTP 3.1 (rfc.zeromq.org/spec/37), "Framing".</remarks>
internal readonly record struct Frame(byte[] Body, bool More = false, bool IsCommand = false)
{
    /// <summary>Larger than any notebook message; a peer that announces more is lying or lost.</summary>
    public const int MaximumBytes = 64 << 20;

    private const byte MoreFlag = 1, LongFlag = 2, CommandFlag = 4;
    private const int Trusted = 1 << 20;

    public static Frame Read(Stream stream)
    {
        Span<byte> size = stackalloc byte[8];
        stream.ReadExactly(size[..1]);
        var flags = size[0];
        var isCommand = (flags & CommandFlag) != 0;
        if ((flags & ~7) != 0 || (isCommand && (flags & MoreFlag) != 0)) throw new WireException($"frame flags 0x{flags:x2}");

        var isLong = (flags & LongFlag) != 0;
        stream.ReadExactly(isLong ? size : size[..1]);
        var bytes = isLong ? BinaryPrimitives.ReadUInt64BigEndian(size) : size[0];
        if (bytes > MaximumBytes) throw new WireException($"frame of {bytes} bytes, at most {MaximumBytes} are taken");
        return new Frame(ReadBody(stream, (int)bytes), (flags & MoreFlag) != 0, isCommand);
    }

    public void Write(Stream stream)
    {
        var flags = (More ? MoreFlag : 0) | (IsCommand ? CommandFlag : 0);
        if (Body.Length <= byte.MaxValue)
            stream.Write([(byte)flags, (byte)Body.Length]);
        else
        {
            Span<byte> head = stackalloc byte[9];
            head[0] = (byte)(flags | LongFlag);
            BinaryPrimitives.WriteUInt64BigEndian(head[1..], (ulong)Body.Length);
            stream.Write(head);
        }
        stream.Write(Body);
    }

    // An announced size is not believed with memory before the bytes have come.
    private static byte[] ReadBody(Stream stream, int bytes)
    {
        var body = new byte[Math.Min(bytes, Trusted)];
        stream.ReadExactly(body);
        while (body.Length < bytes)
        {
            var read = body.Length;
            Array.Resize(ref body, Math.Min(bytes, 2 * read));
            stream.ReadExactly(body, read, body.Length - read);
        }
        return body;
    }
}

/// <summary>A peer broke the protocol; its connection is closed and nobody else notices.</summary>
internal sealed class WireException(string message) : Exception(message);
