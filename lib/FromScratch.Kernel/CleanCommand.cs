using System.CommandLine;
using FromScratch.Notebooks;

namespace FromScratch.Kernel;

/// <summary><c>clean PATH… [--verify]</c>: brings notebooks into the one form they have in git, or says which are not.</summary>
internal static class CleanCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Notebooks, or folders of notebooks.", Arity = ArgumentArity.OneOrMore };
        var verify = new Option<bool>("--verify") { Description = "Change nothing; exit with 1 if a notebook is not clean." };
        var command = new Command("clean", "Brings notebooks into the form they have in git: no run counters, no widget state, readable ids.") { paths, verify };
        command.SetAction(parsed => Run(parsed.GetValue(paths)!, parsed.GetValue(verify)));
        return command;
    }

    private static int Run(string[] paths, bool verify)
    {
        try
        {
            var unclean = NotebookPaths.Find(paths, []).Count(path => !IsClean(path, verify));
            return unclean == 0 ? ExitCode.Good : ExitCode.Failed;
        }
        catch (CommandException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.Usage;
        }
    }

    private static bool IsClean(string path, bool verify)
    {
        try
        {
            if (NotebookCleaner.FirstUncleanLine(File.ReadAllText(path), path) is not { } difference)
            {
                Console.WriteLine($"{path}: clean");
                return true;
            }
            if (verify)
            {
                Console.Error.WriteLine(difference);
                return false;
            }
            NotebookCleaner.Clean(NotebookDocument.Read(path)).Write(path);
            Console.WriteLine($"{path}: cleaned");
            return true;
        }
        catch (Exception e) when (e is NotebookException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return false;
        }
    }
}
