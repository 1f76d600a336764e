using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FromScratch.Notebooks;

/// <summary>What <see cref="Weaver"/> writes into a learner's loops and functions. Not for use by hand.</summary>
/// <remarks>Without a static initialiser, which unoptimised code would look for at every turn of every loop.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellGuard
{
#pragma warning disable CA2211, CA1051 // A field, because a cell reads it at every turn of every loop.
    /// <summary>Some cell has been told to stop.</summary>
    public static volatile bool Stopping;
#pragma warning restore CA2211, CA1051

    /// <summary>Leaves the code of a cell that has been told to stop.</summary>
    /// <exception cref="OperationCanceledException">The cell that started this code was told to stop.</exception>
    public static void Check() => LiveCell.Current?.Check();

    /// <summary>The first statement of a function that may call itself.</summary>
    /// <exception cref="InsufficientExecutionStackException">It has done so too often: a caught error instead of a lost session.</exception>
    public static void Enter()
    {
        if (Stopping)
            Check();
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    /// <summary><see cref="Enter()"/> before a new object is made: always true.</summary>
    public static bool Enters()
    {
        Enter();
        return true;
    }

    /// <summary>Stands in for <see cref="Environment.Exit"/>.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static void Exit(int exitCode) =>
        throw new InvalidOperationException("Environment.Exit would end the session, and with it all that the cells have computed. To begin again, restart.");
}
