namespace FromScratch.Kernel;

/// <summary>What the process says to a shell or to CI.</summary>
internal static class ExitCode
{
    public const int Good = 0;
    public const int Failed = 1; // A lesson failed, differs from what is committed, or is not clean.
    public const int Usage = 2; // Nothing was done: a path does not exist, or the options contradict each other.
    public const int Interrupted = 130; // Ctrl-C, as shells count it.
}
