using System.CommandLine;
using FromScratch.Kernel;

return await new RootCommand("Runs the lessons of the course, here, in VS Code or in Jupyter, and keeps them clean.")
{
    RunCommand.Create(),
    CleanCommand.Create(),
    SiteCommand.Create(),
    JupyterCommand.Create(),
    InstallCommand.Create(),
    UninstallCommand.Create(),
}.Parse(args).InvokeAsync();
