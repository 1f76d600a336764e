namespace FromScratch;

/// <summary>[#####·····]  5/10  loss 0.1234: a line of text that is written over after every epoch.</summary>
/// <param name="writer">Where to write; the console if it is not said.</param>
public sealed class ProgressBar(TextWriter? writer = null) : IProgress<Epoch>
{
    /// <summary>Draws the bar; after the last epoch the line ends.</summary>
    public void Report(Epoch value)
    {
        var done = 20 * value.Number / value.Of;
        var validation = value.ValidationLoss is { } loss ? Invariant($"  validation {loss:G4}") : "";
        (writer ?? Console.Out).Write(Invariant($"\r[{new string('#', done)}{new string('·', 20 - done)}]  {value.Number}/{value.Of}  ")
            + Invariant($"loss {value.Loss:G4}{validation}{(value.Number == value.Of ? "\n" : "")}"));
    }
}
