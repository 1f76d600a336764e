using System.Text.Json.Nodes;

namespace FromScratch;

/// <summary>The pictures of the course, one function each. Every function returns a <see cref="Figure"/>; display it or make it a cell's last expression.</summary>
public static partial class Plot
{
    private const int CurvePoints = 201;

    /// <summary>The curve y = f(x) for x from <paramref name="from"/> to <paramref name="to"/>, at 201 points; a gap where f is not finite.</summary>
    /// <param name="f">The function.</param>
    /// <param name="from">Left end.</param>
    /// <param name="to">Right end, greater than <paramref name="from"/>.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What x is, with its unit.</param>
    /// <param name="yLabel">What f(x) is, with its unit.</param>
    /// <param name="path">Values of x to mark on the curve as dots, joined in their order: the steps of a descent, or one point.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> ≥ <paramref name="to"/>, an end is not finite, or <paramref name="path"/> is empty.</exception>
    public static Figure Curve(Func<double, double> f, double from, double to, string title = "", string xLabel = "x", string yLabel = "y", IEnumerable<double>? path = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        Demand.Ordered(from, to);
        double[] x = Numbers.Spaced(from, to, CurvePoints), y = [.. x.Select(f)];
        List<JsonObject> traces = [Traces.Line(x, y, "", 0)];
        string marked = "";
        if (path is not null)
        {
            double[] steps = Demand.Some(path);
            double last = steps[^1];
            traces.Add(Traces.Path(steps, [.. steps.Select(f)], "", 1));
            marked = $", marked at {xLabel} = {Numbers.Say(last)} where {yLabel} = {Numbers.Say(f(last))}";
        }
        string summary = Picture.Sentence(title, $"Curve of {yLabel}", $"over {xLabel} from {Numbers.Say(from)} to {Numbers.Say(to)}{Extremes(x, y, xLabel)}{marked}");
        return Picture.Of(summary, title, traces, Style.Axis(xLabel, [from, to]), Style.Axis(yLabel, Numbers.Extent(y)));
    }

    /// <summary>Several curves over one range, each with a colour, a dash and a name in the legend.</summary>
    /// <param name="functions">Name and function of each curve.</param>
    /// <param name="from">Left end.</param>
    /// <param name="to">Right end, greater than <paramref name="from"/>.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What x is, with its unit.</param>
    /// <param name="yLabel">What the functions give, with its unit.</param>
    /// <exception cref="ArgumentException">No function, <paramref name="from"/> ≥ <paramref name="to"/>, or an end is not finite.</exception>
    public static Figure Curves(IEnumerable<(string Name, Func<double, double> Function)> functions, double from, double to, string title = "", string xLabel = "x", string yLabel = "y")
    {
        var all = Demand.SomeOf(functions, "function");
        Demand.Ordered(from, to);
        double[] x = Numbers.Spaced(from, to, CurvePoints);
        double[][] y = [.. all.Select(named => x.Select(named.Function).ToArray())];
        string summary = Picture.Sentence(title, $"Curves of {Picture.Names(all.Select(named => named.Name))}", $"over {xLabel} from {Numbers.Say(from)} to {Numbers.Say(to)}");
        return Picture.Of(summary, title, all.Select((named, i) => Traces.Line(x, y[i], named.Name, i)),
            Style.Axis(xLabel, [from, to]), Style.Axis(yLabel, Numbers.Extent(y.SelectMany(v => v))));
    }

    private static string Extremes(double[] x, double[] y, string xLabel)
    {
        int[] finite = [.. Enumerable.Range(0, y.Length).Where(i => double.IsFinite(y[i]))];
        if (finite.Length == 0) return ", nowhere finite";
        int low = finite.MinBy(i => y[i]), high = finite.MaxBy(i => y[i]);
        return $", lowest {Numbers.Say(y[low])} at {xLabel} = {Numbers.Say(x[low])}, highest {Numbers.Say(y[high])} at {xLabel} = {Numbers.Say(x[high])}";
    }
}
