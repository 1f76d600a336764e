// Threads over large work: whoever is free takes the next piece, and the caller begins without waiting for anyone.
using System.Runtime.ExceptionServices;

namespace FromScratch;

internal sealed class Team(int count, Action<int> piece) : IThreadPoolWorkItem
{
    // A piece that runs a team of its own does its work alone: the others have theirs.
    [ThreadStatic] private static bool busy;
    private int left = count, open = count;
    private Exception? failure;

    /// <summary>piece(0) … piece(count − 1), each once. Each writes its own part of the result, so the threads do not change the digits.</summary>
    public static void Run(int threads, int count, Action<int> piece)
    {
        var helpers = busy ? 0 : Math.Min(threads, count) - 1;
        for (var i = 0; helpers < 1 && i < count; i++) piece(i);
        if (helpers < 1) return;
        var team = new Team(count, piece);
        for (; helpers > 0; helpers--) ThreadPool.UnsafeQueueUserWorkItem(team, preferLocal: false);
        team.Execute();
        for (var wait = new SpinWait(); Volatile.Read(ref team.open) > 0;) wait.SpinOnce(sleep1Threshold: -1);
        if (team.failure is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    public void Execute()
    {
        busy = true;
        for (int i; (i = Interlocked.Decrement(ref left)) >= 0; Interlocked.Decrement(ref open))
            try { piece(i); }
            catch (Exception e) { failure = e; } // for the caller, not for the pool
        busy = false;
    }
}
