namespace FromScratch.Kernel;

/// <summary>The command line asks for what cannot be done; the message is one line and nothing was touched.</summary>
internal sealed class CommandException(string message) : Exception(message)
{
    /// <summary>Runs a command and says in one line why it could not.</summary>
    public static int Report(Action command)
    {
        try
        {
            command();
            return ExitCode.Good;
        }
        catch (Exception e) when (e is CommandException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return e is CommandException ? ExitCode.Usage : ExitCode.Failed;
        }
    }
}
