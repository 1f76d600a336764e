namespace FromScratch.Kernel;

/// <summary>What the process says to a shell or to CI.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>A lesson failed, differs from what is committed, or is not clean.</summary>
    public const int Failed = 1;

    /// <summary>Nothing was done: a path does not exist, or the options contradict each other.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;
}
