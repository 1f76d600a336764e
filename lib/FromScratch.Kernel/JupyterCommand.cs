using System.CommandLine;
using System.Runtime.InteropServices;
using FromScratch.Kernel.Jupyter;
using FromScratch.Notebooks;

namespace FromScratch.Kernel;

/// <summary><c>jupyter CONNECTION_FILE</c>: serves a Jupyter front end until it says shutdown or goes away.</summary>
internal static class JupyterCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("connection-file") { Description = "The JSON file a Jupyter front end passes to a kernel it starts." };
        var command = new Command("jupyter", "Runs as a Jupyter kernel; front ends call this.") { file };
        command.SetAction(parsed => Run(parsed.GetValue(file)!));
        return command;
    }

    private static int Run(string connectionFile) => CommandException.Report(() =>
    {
        using var inUse = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "FromScratch.Kernel.dll")); // `install` leaves these files alone.
        using var server = new KernelServer(ConnectionFile.Read(connectionFile), Environment.CurrentDirectory);
        // Ctrl-C in a console front end reaches every process of the terminal.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            server.Interrupt();
        });
        server.Start();
        ParentProcess.Watch(server.Stop);
        Wire.Threads.Start("warm-up", Session.WarmUp);
        server.WaitForEnd();
        return ExitCode.Good;
    });
}
