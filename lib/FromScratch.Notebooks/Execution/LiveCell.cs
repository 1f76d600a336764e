namespace FromScratch.Notebooks;

/// <summary>The cell on whose behalf code runs; it follows every thread and task the cell starts.</summary>
/// <param name="Emit">Takes its outputs.</param>
/// <param name="Ask">Asks the learner for a line: prompt, whether to hide what is typed → the line, null at the end of input.</param>
internal sealed record LiveCell(Action<Output> Emit, Func<string, bool, string?>? Ask)
{
    private static readonly AsyncLocal<LiveCell?> Here = new();

    /// <summary>What is left of the line last asked for, when a cell reads it by characters.</summary>
    public StringReader? Line { get; set; }

    public static LiveCell? Current
    {
        get => Here.Value;
        set => Here.Value = value;
    }
}
