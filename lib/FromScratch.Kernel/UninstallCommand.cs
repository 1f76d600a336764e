using System.CommandLine;

namespace FromScratch.Kernel;

/// <summary><c>uninstall</c>: removes what <c>install</c> put there, under whatever name, and no other kernel.</summary>
internal static class UninstallCommand
{
    public static Command Create()
    {
        var command = new Command("uninstall", "Removes the C# kernel that install put there, and no other.");
        command.SetAction(_ => CommandException.Report(() => Run(KernelFolders.Here)));
        return command;
    }

    private static int Run(KernelFolders folders)
    {
        var ours = new[] { folders.User, folders.VisualStudioCode }.Distinct().SelectMany(KernelSpec.In).Where(spec => spec.IsOurs).ToList();
        if (ours.Find(spec => spec.Programs.Any(KernelSpec.IsRunning)) is { } running)
            throw new CommandException($"A notebook is running on {running.Name}: close it and try again. Nothing was removed.");
        foreach (var spec in ours)
        {
            spec.Delete();
            Console.WriteLine($"Removed the kernel \"{KernelSpec.DisplayName}\", {spec.Name}, from {spec.Folder}");
        }
        Console.WriteLine(ours.Count > 0 ? "Next: restart VS Code, which remembers kernels until then." : $"Nothing to remove: no kernel in {folders.User} was put there by install.");
        return ExitCode.Good;
    }
}
