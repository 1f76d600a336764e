namespace FromScratch.Kernel;

/// <summary>The command line asks for what cannot be done; the message is one line and nothing was touched.</summary>
internal sealed class CommandException(string message) : Exception(message);
