using FromScratch.Notebooks;

namespace FromScratch.Tests.Execution;

internal sealed class TestSession(string? folder = null)
{
    private readonly Session session = new(folder ?? AppContext.BaseDirectory);
    private int cells;

    public CellRun Run(string code, TimeSpan? limit = null)
    {
        using var stop = limit is { } time ? new CancellationTokenSource(time) : new CancellationTokenSource();
        var outputs = new List<Output>();
        void Keep(Output output)
        {
            lock (outputs)
            {
                outputs.Add(output);
            }
        }

        return new CellRun(session.Execute(code, $"cell-{++cells}", Keep, cancellation: stop.Token), outputs);
    }
}

internal sealed record CellRun(ErrorOutput? Error, List<Output> Outputs)
{
    public string? Value => Outputs.OfType<ResultOutput>().Select(o => o.Data["text/plain"].GetValue<string>()).SingleOrDefault();

    public string Text => string.Concat(Outputs.OfType<StreamOutput>().Select(o => o.Text));
}
