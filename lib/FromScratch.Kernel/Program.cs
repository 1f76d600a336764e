using System.CommandLine;
using FromScratch.Kernel;

return await new RootCommand("Runs the lessons of the course and keeps them clean.")
{
    RunCommand.Create(),
    CleanCommand.Create(),
    JupyterCommand.Create(),
}.Parse(args).InvokeAsync();
