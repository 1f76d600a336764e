namespace FromScratch.Kernel.Wire;

/// <summary>A peer broke the protocol; its connection is closed and nobody else notices.</summary>
internal sealed class WireException(string message) : Exception(message);
