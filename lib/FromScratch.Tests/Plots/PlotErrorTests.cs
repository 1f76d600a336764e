using MathNet.Numerics.LinearAlgebra;

namespace FromScratch.Tests.Plots;

/// <summary>Bad input is refused with what was expected and what was found.</summary>
public class PlotErrorTests
{
    private static readonly Matrix<double> Square = Matrix<double>.Build.Dense(2, 2);

    private static double Plane(double a, double b) => a + b;

    public static TheoryData<string, Func<Figure>> Refused => new()
    {
        { "Expected two finite ends, the first below the second, found 1 and 1.", () => Plot.Curve(x => x, 1, 1) },
        { "Expected two finite ends, the first below the second, found 0 and Infinity.", () => Plot.Curves([("f", x => x)], 0, double.PositiveInfinity) },
        { "Expected at least one function, found none.", () => Plot.Curves([], 0, 1) },
        { "Expected at least one value, found none.", () => Plot.Scatter([], []) },
        { "Expected as many y as x, found 3 x and 2 y.", () => Plot.Scatter([1, 2, 3], [1, 2]) },
        { "Expected at most 5000 points, found 5001: draw a sample of them.", () => Plot.Scatter(new double[5001], new double[5001]) },
        { "Expected a label for each of 2 points, found 1 labels.", () => Plot.Scatter([1, 2], [1, 2], labels: [0]) },
        { "Expected whole labels from 0 to 5, found 0.5.", () => Plot.Scatter([1, 2], [1, 2], labels: [0, 0.5]) },
        { "Expected a name for each of 3 classes, found 2 names.", () => Plot.Scatter([1, 2], [1, 2], labels: [0, 2], classNames: ["a", "b"]) },
        { "Expected as many y as x, found 1 x and 2 y.", () => Plot.FittedLine([1], [1, 2], x => x) },
        { "Expected the index of one of 2 points, found 2.", () => Plot.FittedLine([1, 2], [1, 2], x => x, outlier: 2) },
        { "Expected two finite ends, the first below the second, found 2 and 1.", () => Plot.FittedLine([1, 2], [1, 2], x => x, yRange: (2, 1)) },
        { "Expected at least one value, found none.", () => Plot.LossCurve(Array.Empty<double>()) },
        { "Expected the index of one of 2 losses, found -1.", () => Plot.LossCurve([1, 2], at: -1) },
        { "found 2 and 1.", () => Plot.LossSurface(Plane, (2, 1), (0, 1)) },
        { "Expected from 2 to 150 grid points along each axis, found 1.", () => Plot.LossContour(Plane, (0, 1), (0, 1), resolution: 1) },
        { "Expected at least one step, found none.", () => Plot.LossContour(Plane, (0, 1), (0, 1), path: []) },
        { "Expected every step to be a vector (a, b) of length 2, found one of length 3.", () => Plot.LossContour(Plane, (0, 1), (0, 1), path: [Vector<double>.Build.Dense(3)]) },
        { "Expected a loss above 0 somewhere for levels spaced by ratio, found none.", () => Plot.LossContour((_, _) => -1, (0, 1), (0, 1), logLevels: true) },
        { "Expected X of shape n×2, found 2×3.", () => Plot.DecisionBoundary(Plane, Matrix<double>.Build.Dense(2, 3), [0, 1]) },
        { "Expected whole labels from 0 to 1, found 2.", () => Plot.DecisionBoundary(Plane, Square, [0, 2]) },
        { "Expected from 1 to 200 bins, found 0.", () => Plot.Histogram([1], 0, 1, bins: 0) },
        { "Expected numbers, found NaN.", () => Plot.Histogram([double.NaN], 0, 1) },
        { "Expected a threshold between 0 and 1, found 1.", () => Plot.DecisionBoundary(Plane, Square, [0, 1], threshold: 1) },
        { "Expected two finite ends, the first below the second, found 1 and 1.", () => Plot.DecisionBoundary(Plane, Square, [0, 1], range: (1, 1)) },
        { "Expected two class names, found 1.", () => Plot.DecisionBoundary(Plane, Square, [0, 1], classNames: ["a"]) },
        { "Expected X of shape n×2, found 2×3.", () => Plot.BentGrid((a, b) => (a, b), Matrix<double>.Build.Dense(2, 3), [0, 1]) },
        { "Expected a line with a weight that is not 0", () => Plot.BentGrid((a, b) => (a, b), Square, [0, 1], line: (0, 0, 1)) },
        { "found two 'x'.", () => Plot.Graph([("x", 0, 0), ("x", 1, 0)], [("x", "x", 1, 1)]) },
        { "Expected an edge between two of x and y, found 'z'.", () => Plot.Graph([("x", 0, 0), ("y", 1, 0)], [("x", "z", 1, 1)]) },
        { "Expected at least one value, found none.", () => Plot.Slider([], a => Plot.Curve(x => a * x, 0, 1), "a") },
        { "Expected the index of one of 2 pictures, found 2.", () => Plot.Slider([1, 2], a => Plot.Curve(x => a * x, 0, 1), "a", active: 2) },
        { "found [scatter] at a = 0 and [scatter, scatter] at a = 1.", () => Plot.Slider([0, 1], a => a == 0 ? Plot.Curve(x => x, 0, 1) : Plot.Curve(x => x, 0, 1, path: [1]), "a") },
        { "Expected pictures without a slider of their own.", () => Plot.Slider([0, 1], _ => Moving(), "a") },
        { "Expected pictures without a slider: put the slider around SideBySide.", () => Plot.SideBySide(Moving(), Plot.Curve(x => x, 0, 1)) },
        { "found one that stands side by side already.", () => Plot.SideBySide(Plot.SideBySide(Plot.Curve(x => x, 0, 1), Plot.Curve(x => x, 0, 1)), Plot.Curve(x => x, 0, 1)) },
        { "Expected two values at least, found 1.", () => Plot.LineByHand([1, 2], [1, 2], [1], [0, 1], Plane) },
        { "the first below the second, found 1 and 0.", () => Plot.LineByHand([1, 2], [1, 2], [0, 1], [1, 0], Plane) },
        { "Expected the index of one of 2 slopes, found 2.", () => Plot.LineByHand([1, 2], [1, 2], [0, 1], [0, 1], Plane, activeSlope: 2) },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Bad_input_is_refused_with_what_was_found(string message, Func<Figure> draw) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(draw).Message, StringComparison.Ordinal);

    private static Figure Moving() => Plot.Slider([1, 2], a => Plot.Curve(x => a * x, 0, 1), "a");
}
