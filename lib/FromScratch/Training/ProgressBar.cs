namespace FromScratch;

/// <summary>[#####·····]  5/10  loss 0.1234: a line of text that is written over after every epoch, or part of a download.</summary>
/// <remarks>What may stop early belongs in a <c>using</c> block, which ends an open line: <c>using (var bar = new ProgressBar()) …</c></remarks>
/// <param name="writer">Where to write; the console if it is not said.</param>
public sealed class ProgressBar(TextWriter? writer = null) : IProgress<Epoch>, IProgress<Download>, IDisposable
{
    private int open; // so many letters stand on a line that has not ended

    /// <summary>Draws the bar; after the last epoch the line ends.</summary>
    public void Report(Epoch value)
    {
        var validation = value.Given().ValidationLoss is { } loss ? Invariant($"  validation {loss:G4}") : "";
        Draw(value.Number, value.Of, Invariant($"{value.Number}/{value.Of}  loss {value.Loss:G4}{validation}"));
    }

    /// <summary>Draws the bar; after the last byte the line ends.</summary>
    public void Report(Download value) => Draw(value.Given().Received, value.Size, Invariant($"{value.Received / 1e6:F1}/{value.Size / 1e6:F1} MB  {value.File}"));

    private void Draw(long done, long all, string text)
    {
        var bar = done < all ? (int)(20 * Math.Max(done, 0) / Math.Max(all, 1)) : 20;
        (writer ?? Console.Out).Write($"\r[{new string('#', bar)}{new string('·', 20 - bar)}]  {text.PadRight(open)}");
        open = text.Length;
        if (done >= all) Dispose();
    }

    /// <summary>Ends the line, if there is one that has not ended.</summary>
    public void Dispose()
    {
        if (open > 0) (writer ?? Console.Out).Write('\n');
        open = 0;
    }
}
