namespace FromScratch.Tests;

public sealed class TeamTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 7)]
    [InlineData(2, 1)]
    [InlineData(2, 1000)]
    [InlineData(8, 3)]
    public void Every_piece_is_done_once(int threads, int count)
    {
        var done = new int[count];
        Team.Run(threads, count, piece => Interlocked.Increment(ref done[piece]));
        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void A_piece_that_runs_a_team_of_its_own_does_that_work_on_its_own_thread()
    {
        var strangers = 0;
        Team.Run(2, 50, _ =>
        {
            var own = Environment.CurrentManagedThreadId;
            Team.Run(2, 50, _ => Interlocked.Add(ref strangers, Environment.CurrentManagedThreadId == own ? 0 : 1));
        });
        Assert.Equal(0, strangers);
    }

    [Fact]
    public void A_piece_that_fails_tells_the_caller_when_all_are_done()
    {
        var done = 0;
        var failure = Assert.Throws<InvalidOperationException>(() => Team.Run(4, 100, piece =>
        {
            Interlocked.Increment(ref done);
            if (piece == 50) throw new InvalidOperationException("piece 50");
        }));
        Assert.Equal("piece 50", failure.Message);
        Assert.Equal(100, done);
    }
}
