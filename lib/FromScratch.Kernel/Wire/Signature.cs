using System.Security.Cryptography;

namespace FromScratch.Kernel.Wire;

/// <summary>HMAC-SHA256 over a message's parts, as lower-case hexadecimal digits; with an empty key nothing is signed.</summary>
/// <remarks>Source: Jupyter messaging, "The wire protocol".</remarks>
internal sealed class Signature(byte[] key)
{
    public byte[] Of(IEnumerable<byte[]> parts)
    {
        if (key.Length == 0) return [];
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts) hmac.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));
    }

    /// <summary>Compares in a time that does not tell how much was right.</summary>
    public bool Signs(byte[] signature, IEnumerable<byte[]> parts) => CryptographicOperations.FixedTimeEquals(Of(parts), signature);
}
