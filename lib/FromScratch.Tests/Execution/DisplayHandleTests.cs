using FromScratch.Notebooks;

namespace FromScratch.Tests.Execution;

public class DisplayHandleTests
{
    private readonly TestSession session = new();

    private static string Text(BundleOutput output) => output.Data["text/plain"].GetValue<string>();

    [Fact]
    public void A_display_is_updated_under_its_own_name_also_from_a_later_cell()
    {
        var first = session.Run("var a = display(1); var b = display(2); a.Update(3);").Outputs;
        var later = session.Run("b.Update(4);").Outputs;
        var (a, b) = (Assert.IsType<DisplayOutput>(first[0]), Assert.IsType<DisplayOutput>(first[1]));
        Assert.NotNull(a.DisplayId);
        Assert.NotEqual(a.DisplayId, b.DisplayId);
        var update = Assert.IsType<UpdateOutput>(first[2]);
        Assert.Equal((a.DisplayId, "3"), (update.DisplayId, Text(update)));
        update = Assert.IsType<UpdateOutput>(Assert.Single(later));
        Assert.Equal((b.DisplayId, "4"), (update.DisplayId, Text(update)));
    }

    [Fact]
    public void A_cell_that_ends_in_display_shows_the_value_once() =>
        Assert.Equal("7", Text(Assert.IsType<DisplayOutput>(Assert.Single(session.Run("display(7)").Outputs))));

    [Fact]
    public void Displays_of_two_sessions_never_share_a_name()
    {
        var ids = Enumerable.Range(0, 2).Select(_ => new TestSession().Run("display(1);").Outputs.OfType<DisplayOutput>().Single().DisplayId);
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public void Clear_output_says_whether_to_wait() =>
        Assert.Equal([new ClearOutput(false), new ClearOutput(true)], session.Run("clear_output(); clear_output(wait: true);").Outputs);
}
