using FromScratch.Notebooks;

namespace FromScratch.Tests.Language;

/// <summary>A session asked as an editor asks it: the caret is written |.</summary>
internal sealed class Editor(string? folder = null)
{
    private readonly Session session = new(folder ?? Repository.Notebooks);

    public Editor Run(string code)
    {
        Assert.Null(session.Execute(code, "earlier", _ => { }));
        return this;
    }

    public CompletionList Complete(string code) => session.Complete(code.Remove(code.IndexOf('|', StringComparison.Ordinal), 1), code.IndexOf('|', StringComparison.Ordinal));

    public IReadOnlyList<string> Names(string code) => [.. Complete(code).Items.Select(item => item.Text)];

    public Completion? Find(string code, string name) => Complete(code).Items.SingleOrDefault(item => item.Text == name);

    public string? Inspect(string code) => session.Inspect(code.Remove(code.IndexOf('|', StringComparison.Ordinal), 1), code.IndexOf('|', StringComparison.Ordinal));
}
