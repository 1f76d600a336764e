using FromScratch.Notebooks;
using FromScratch.Site;

namespace FromScratch.Kernel;

/// <summary>The command line asks for what cannot be done; the message is one line and nothing was touched.</summary>
internal sealed class CommandException(string message) : Exception(message)
{
    /// <summary>Runs a command; where it cannot do its work, says why in one line.</summary>
    /// <returns>What the process says to a shell: see <see cref="ExitCode"/>.</returns>
    public static int Report(Func<int> command)
    {
        try { return command(); }
        catch (Exception e) when (e is CommandException or NotebookException or SiteException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return e is CommandException ? ExitCode.Usage : ExitCode.Failed;
        }
    }
}
