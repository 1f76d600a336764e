// Threads over a large product: whoever is free takes the next piece, and the caller begins without waiting for anyone.
namespace FromScratch;

internal sealed class Team : IThreadPoolWorkItem
{
    private readonly Action<int> piece;
    private int left, open;

    private Team(int count, Action<int> piece) => (this.piece, left, open) = (piece, count, count);

    /// <summary>piece(0) … piece(count − 1), each once, on at most that many threads.</summary>
    /// <remarks>Each piece writes its own part of the result, so the digits do not depend on the number of threads.</remarks>
    public static void Run(int threads, int count, Action<int> piece)
    {
        var team = new Team(count, piece);
        for (var helpers = Math.Min(threads, count) - 1; helpers > 0; helpers--)
            ThreadPool.UnsafeQueueUserWorkItem(team, preferLocal: false);
        team.Execute();
        var wait = new SpinWait();
        while (Volatile.Read(ref team.open) > 0) wait.SpinOnce(sleep1Threshold: -1);
    }

    public void Execute()
    {
        for (int i; (i = Interlocked.Decrement(ref left)) >= 0; Interlocked.Decrement(ref open)) piece(i);
    }
}
