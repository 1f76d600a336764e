namespace FromScratch;

public static partial class Plot
{
    private const int MostSteps = 500;

    /// <summary>The loss after each step of training.</summary>
    /// <param name="losses">Loss 0, 1, 2, …; past 500, every k-th and the last are drawn.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What is counted: epoch, step, …</param>
    /// <param name="yLabel">Which loss, and whether it is a sum or a mean.</param>
    /// <param name="logLoss">Draws the loss on a logarithmic axis; losses of 0 and below leave gaps.</param>
    /// <param name="at">Index of a loss to mark with a dot, as a scrubber does.</param>
    /// <exception cref="ArgumentException">No losses, or no loss at <paramref name="at"/>.</exception>
    public static Figure LossCurve(IEnumerable<double> losses, string title = "", string xLabel = "epoch", string yLabel = "loss", bool logLoss = false, int? at = null) =>
        LossCurve([("", losses)], title, xLabel, yLabel, logLoss, at);

    /// <summary>Several named losses over the steps of training, such as training and validation, or one for each learning rate.</summary>
    /// <param name="series">Name and losses of each curve.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What is counted: epoch, step, …</param>
    /// <param name="yLabel">Which loss, and whether it is a sum or a mean.</param>
    /// <param name="logLoss">Draws the loss on a logarithmic axis; losses of 0 and below leave gaps.</param>
    /// <param name="at">Index of a loss to mark with a dot on every curve that is long enough.</param>
    /// <exception cref="ArgumentException">No series, one without losses, or no loss at <paramref name="at"/> in any.</exception>
    public static Figure LossCurve(IEnumerable<(string Name, IEnumerable<double> Losses)> series, string title = "", string xLabel = "epoch", string yLabel = "loss", bool logLoss = false, int? at = null)
    {
        var names = Demand.SomeOf(series, "series").Select(one => one.Name).ToArray();
        double[][] losses = [.. series.Select(one => Demand.Some(one.Losses, "losses"))];
        int longest = losses.Max(one => one.Length);
        if (at is { } step) Demand.Index(step, longest, "losses", nameof(at));
        string ends = Picture.Names(losses.Select((one, i) => $"{(names[i].Length > 0 ? names[i] + " " : "")}from {Numbers.Say(one[0])} to {Numbers.Say(one[^1])}"));
        // A logarithm has no place for 0 and below.
        if (logLoss) losses = [.. losses.Select(one => one.Select(loss => loss > 0 ? loss : double.NaN).ToArray())];
        var traces = losses.Select((one, i) =>
        {
            int[] drawn = Thin(one.Length);
            return Traces.Line([.. drawn.Select(k => (double)k)], [.. drawn.Select(k => one[k])], names[i], i);
        }).ToList();
        if (at is { } dot)
        {
            double[][] reached = [.. losses.Where(one => one.Length > dot)];
            traces.Add(Traces.Points([.. reached.Select(_ => (double)dot)], [.. reached.Select(one => one[dot])], "", 1, size: 11));
        }
        string summary = Picture.Sentence(title, $"Curve of {yLabel}", $"over {longest} values of {xLabel}{(logLoss ? " on a logarithmic axis" : "")}, {ends}");
        var height = Style.Axis(yLabel, log: logLoss);
        // Beside more than 15 powers of ten there is no room for every one.
        double[] powers = [.. losses.SelectMany(one => one).Where(loss => loss > 0 && double.IsFinite(loss)).Select(Math.Log10)];
        if (logLoss && powers.Length > 0 && powers.Max() - powers.Min() is > 15 and var span) height["dtick"] = Math.Ceiling(span / 15);
        return Picture.Of(summary, title, traces, Style.Axis(xLabel), height);
    }

    private static int[] Thin(int count)
    {
        int every = (count + MostSteps - 1) / MostSteps;
        return [.. Enumerable.Range(0, count).Where(k => k % every == 0 || k == count - 1)];
    }
}
