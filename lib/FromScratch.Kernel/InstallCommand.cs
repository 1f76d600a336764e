using System.CommandLine;
using System.Text.RegularExpressions;
using FromScratch.Notebooks;

namespace FromScratch.Kernel;

/// <summary><c>install [--name NAME]</c>: makes this kernel known to VS Code and to Jupyter, for this user.</summary>
internal static partial class InstallCommand
{
    /// <summary>What every Polyglot notebook asks for, and what to use where another kernel answers to that.</summary>
    private static readonly string[] Names = [".net-csharp", "fromscratch"];

    public static Command Create()
    {
        var name = new Option<string?>("--name") { Description = $"The kernel's name; unless told, {Names[0]}, which is what the notebooks ask for." };
        var command = new Command("install", "Makes the C# kernel known to VS Code and Jupyter, for this user.") { name };
        command.SetAction(parsed => CommandException.Report(() => Run(parsed.GetValue(name), KernelFolders.Here)));
        return command;
    }

    private static int Run(string? name, KernelFolders folders)
    {
        if (name is not null && !ValidName().IsMatch(name))
            throw new CommandException($"--name {name}: expected letters, digits, '-', '.' and '_', as Jupyter allows.");
        var choice = name is null ? Names : [name.ToLowerInvariant()];
        var holders = choice.Select(one => folders.All.Select(kernels => new KernelSpec(Path.Combine(kernels, one))).FirstOrDefault(spec => spec.Exists && !spec.IsOurs)).ToList();
        var free = holders.IndexOf(null);
        if (free < 0)
            throw new CommandException($"{string.Join(" and ", holders.Select(Held!))}. Nothing was changed; choose another name with --name.");
        Install(new KernelSpec(Path.Combine(folders.User, choice[free])), folders);
        if (free > 0)
            Console.WriteLine($"{Held(holders[0]!)}, so this one is named {choice[free]}: pick it once in each notebook.");
        return ExitCode.Good;
    }

    private static string Held(KernelSpec spec) => $"{spec.Name} is the name of another kernel, \"{spec.Title}\" in {spec.Folder}";

    private static void Install(KernelSpec spec, KernelFolders folders)
    {
        var replaces = spec.Exists;
        var old = spec.Programs.ToList();
        var program = Path.Combine(spec.Folder, $"program-{DateTime.UtcNow:yyyyMMddHHmmssfff}");
        Directory.CreateDirectory(spec.Folder);
        var slower = KernelProgram.CopyTo(program);
        foreach (var logo in Directory.EnumerateFiles(Path.Combine(program, "Logo")))
            File.Copy(logo, Path.Combine(spec.Folder, Path.GetFileName(logo)), overwrite: true);
        spec.PointTo(program, Dotnet.Command);
        var running = old.Where(KernelSpec.IsRunning).ToList();
        foreach (var unused in old.Except(running))
            Directory.Delete(unused, recursive: true);
        Console.WriteLine($"{(replaces ? "Replaced" : "Installed")} the kernel \"{KernelSpec.DisplayName}\" as {spec.Name} in {spec.Folder}");
        if (slower is not null)
            Console.WriteLine($"Not compiled ahead of time, so its first cell takes about a second longer: {slower}");
        if (running.Count > 0)
            Console.WriteLine("A notebook still runs the previous one: restart its kernel to get this one.");
        if (folders.User != folders.VisualStudioCode)
            Console.WriteLine($"VS Code does not look there, only in {folders.VisualStudioCode}: to use it there, install again without JUPYTER_DATA_DIR and XDG_DATA_HOME.");
        Console.WriteLine("Next: open a notebook in VS Code and run its first cell. If VS Code asks for a kernel, choose Jupyter Kernel… and then it.");
    }

    [GeneratedRegex(@"^(?!\.+$)[A-Za-z0-9._-]+$")]
    private static partial Regex ValidName();
}
