using System.Text.Json.Nodes;

namespace FromScratch;

public static partial class Plot
{
    /// <summary>A family of pictures under a slider. It moves with no kernel running; all axes stay fixed while it does.</summary>
    /// <param name="values">The stops of the slider.</param>
    /// <param name="draw">The picture at a stop; all of one shape: the same traces and axes, with other numbers.</param>
    /// <param name="name">What slides: <c>"a"</c> shows as "a = 0.5".</param>
    /// <param name="active">Index of the stop shown first.</param>
    /// <exception cref="ArgumentException">No stops, no stop at <paramref name="active"/>, pictures of different shape, a slider inside, or too much JSON.</exception>
    public static Figure Slider(IEnumerable<double> values, Func<double, Figure> draw, string name, int active = 0)
    {
        ArgumentNullException.ThrowIfNull(draw);
        double[] stops = Demand.Some(values);
        return Frames.Compose([.. stops.Select(draw)], [.. stops.Select(Numbers.Say)], name + " = ", active, buttons: false,
            $", with a slider for {name} from {Numbers.Say(stops.Min())} to {Numbers.Say(stops.Max())} in {stops.Length} stops");
    }

    /// <summary>The pictures of a process, step by step: a slider with play and pause. It runs with no kernel running.</summary>
    /// <param name="steps">The steps to show, such as 0, 1, 2, 5, 10, 20.</param>
    /// <param name="draw">The picture at a step; all of one shape: the same traces and axes, with other numbers.</param>
    /// <param name="name">What is counted: <c>"step"</c> shows as "step 3".</param>
    /// <param name="active">Index of the picture shown first.</param>
    /// <exception cref="ArgumentException">As for <see cref="Slider"/>.</exception>
    public static Figure Scrubber(IEnumerable<int> steps, Func<int, Figure> draw, string name = "step", int active = 0)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var stops = Demand.SomeOf(steps, "step");
        return Frames.Compose([.. stops.Select(draw)], [.. stops.Select(step => Numbers.Say(step))], name + " ", active, buttons: true,
            $", playable by {name} from {stops[0]} to {stops[^1]} in {stops.Count} pictures");
    }
}
