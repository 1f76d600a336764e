namespace FromScratch;

/// <summary>The share of the learning rate to use when t epochs are done, t ≥ 0; 2.5 is half-way through the third.</summary>
public delegate double Schedule(double t);

/// <summary>How the learning rate changes while a network trains: η(t) = η·schedule(t).</summary>
/// <remarks>Throws <see cref="ArgumentException"/> where a number is out of range. Source: deck 003, learning-rate decay; cosine:
/// Loshchilov and Hutter, SGDR, 2017; warm-up: Goyal et al., Accurate, Large Minibatch SGD, 2017.</remarks>
public static class Schedules
{
    /// <summary>1 throughout.</summary>
    public static Schedule Constant { get; } = _ => 1;

    /// <summary>γ^⌊t/T⌋: times γ &gt; 0 after every T &gt; 0 epochs.</summary>
    public static Schedule Step(double every, double factor = 0.1) =>
        Checked(t => Math.Pow(factor, Math.Floor(t / every)), Valid.Positive(every), Valid.Positive(factor));

    /// <summary>γᵗ, γ &gt; 0; below 1 the rate falls.</summary>
    public static Schedule Exponential(double factor) => Checked(t => Math.Pow(factor, t), Valid.Positive(factor));

    /// <summary>f + (1 − f)·½(1 + cos(πt/T)) up to T &gt; 0 epochs, then f, 0 or more and below 1.</summary>
    public static Schedule Cosine(double epochs, double floor = 0) => Checked(
        t => floor + (1 - floor) / 2 * (1 + Math.Cos(Math.PI * Math.Min(1, t / epochs))), Valid.Positive(epochs), Valid.Share(floor));

    /// <summary>From s, 0 or more and below 1, up to 1 in a straight line for T &gt; 0 epochs; then another schedule, begun at 0.</summary>
    public static Schedule WarmUp(double epochs, Schedule then, double start = 0.1) => Checked(
        t => t < epochs ? start + (1 - start) * t / epochs : then(t - epochs), Valid.Positive(epochs), then.Given(), Valid.Share(start));

    // Arguments are evaluated, and so checked, before the schedule exists.
    private static Schedule Checked(Schedule schedule, params object[] _) => schedule;
}
