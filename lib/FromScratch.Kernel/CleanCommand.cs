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
        command.SetAction(parsed => CommandException.Report(() => NotebookPaths.Find(parsed.GetValue(paths)!, [])
            .Max(path => CommandException.Report(() => Clean(path, parsed.GetValue(verify))))));
        return command;
    }

    private static int Clean(string path, bool verify)
    {
        var clean = NotebookCleaner.Clean(NotebookDocument.Read(path)); // First, because it refuses what is not UTF-8.
        var difference = NotebookCleaner.FirstUncleanLine(Encoding.UTF8.GetString(File.ReadAllBytes(path)), path);
        if (verify && difference is not null)
        {
            Console.Error.WriteLine(difference);
            return ExitCode.Failed;
        }
        if (difference is not null)
            clean.Write(path);
        Console.WriteLine($"{path}: {(difference is null ? "clean" : "cleaned")}");
        return ExitCode.Good;
    }
}
