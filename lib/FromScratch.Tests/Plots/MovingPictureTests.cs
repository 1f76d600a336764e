using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tests.Plots.Drawn;

namespace FromScratch.Tests.Plots;

public class MovingPictureTests
{
    private static readonly double[] X = [1, 2, 3], Y = [2, 4, 6];

    private static double Mse(double a, double b) => X.Zip(Y).Average(p => Math.Pow(a * p.First + b - p.Second, 2));

    private static Figure LineAndLoss(double a) => Plot.SideBySide(
        Plot.FittedLine(X, Y, x => a * x, $"a = {a}", "size", "price"),
        Plot.Curve(w => Mse(w, 0), 0, 4, "loss", "a", "MSE", path: [a]));

    [Fact]
    public void Two_pictures_stand_on_axes_of_their_own()
    {
        var drawn = new Drawn(LineAndLoss(1));

        Assert.Equal(["x", "x", "x2", "x2"], drawn.Data.Select(trace => (string)trace!["xaxis"]!));
        Assert.Equal(["size", "price", "a", "MSE"], "xaxis yaxis xaxis2 yaxis2".Split(' ').Select(drawn.AxisTitle));
        Assert.Equal(("y2", "x2"), ((string)drawn.Layout["xaxis2"]!["anchor"]!, (string)drawn.Layout["yaxis2"]!["anchor"]!));
        Assert.True(Values(drawn.Layout["xaxis"]!["domain"])[1] < Values(drawn.Layout["xaxis2"]!["domain"])[0]);
        Assert.Equal(["a = 1", "loss"], drawn.Layout["annotations"]!.AsArray().Select(note => (string)note!["text"]!));
    }

    [Fact]
    public void Both_headings_stand_on_one_line_above_the_legend_of_either()
    {
        var named = Plot.Curves([("σ", Math.Tanh)], 0, 1, "left");
        var plain = Plot.Curve(x => x, 0, 1, "right");
        var lifts = new Drawn(Plot.SideBySide(named, plain)).Layout["annotations"]!.AsArray().Select(note => (int)note!["yshift"]!);

        Assert.Equal([30, 30], lifts);
    }

    [Fact]
    public void A_surface_may_stand_beside_a_contour()
    {
        var drawn = new Drawn(Plot.SideBySide(Plot.LossContour(Mse, (0, 4), (-1, 1)), Plot.LossSurface(Mse, (0, 4), (-1, 1))));

        Assert.Equal("scene2", (string)drawn.Trace(1)["scene"]!);
        Assert.NotNull(drawn.Layout["scene2"]!["domain"]);
    }

    [Fact]
    public void A_colour_bar_on_the_left_leaves_room_for_its_labels_and_those_of_the_neighbour()
    {
        var drawn = new Drawn(Plot.SideBySide(Plot.LossContour(Mse, (0, 4), (-1, 1)), Plot.Curve(x => x, 0, 1)));

        // 700 pixels wide, the margins 80: 14 for the bar, 45 for numbers such as 100000, 18 for each of two axis titles, 30 for the neighbour's numbers.
        double bar = (double)drawn.Trace(0)["colorbar"]!["x"]!, neighbour = (double)drawn.Layout["xaxis2"]!["domain"]![0]!;
        Assert.True(620 * (neighbour - bar) > 14 + 45 + 18 + 18 + 30, $"{620 * (neighbour - bar)} pixels");
    }

    [Fact]
    public void What_keeps_its_proportions_is_lower_in_half_the_width()
    {
        var image = Plot.Images(Tensor.Mat([1, 2, 3, 4]), 2, 2);
        var surface = Plot.LossSurface(Mse, (0, 4), (-1, 1));
        var curve = Plot.Curve(x => x, 0, 1);

        static int Height(Figure left, Figure right) => (int)new Drawn(Plot.SideBySide(left, right)).Layout["height"]!;

        Assert.Equal((400, 400), (Height(image, image), Height(surface, surface)));
        Assert.Equal(420, Height(image, curve));
    }

    [Fact]
    public void A_slider_has_a_step_for_each_frame_and_shows_the_active_one()
    {
        var drawn = new Drawn(Plot.Slider([0, 1, 2.5], LineAndLoss, "a", active: 1));
        var slider = drawn.Layout["sliders"]![0]!;

        Assert.Equal(["0", "1", "2.5"], slider["steps"]!.AsArray().Select(step => (string)step!["label"]!));
        Assert.Equal(drawn.Frames.Select(frame => (string)frame!["name"]!), slider["steps"]!.AsArray().Select(step => (string)step!["args"]![0]![0]!));
        Assert.Equal(1, (int)slider["active"]!);
        Assert.Equal("a = ", (string)slider["currentvalue"]!["prefix"]!);
        Assert.Equal([1], Values(drawn.Trace(3)["x"]));
    }

    [Fact]
    public void Each_frame_turns_the_figure_into_the_picture_at_its_stop()
    {
        double[] stops = [0, 1, 2.5];
        var drawn = new Drawn(Plot.Slider(stops, LineAndLoss, "a", active: 1));

        for (int i = 0; i < stops.Length; i++)
        {
            // Over another frame first: nothing of it may remain.
            var (reached, wanted) = (drawn.At((i + 1) % 3, i), new Drawn(LineAndLoss(stops[i])));
            Assert.True(JsonNode.DeepEquals(wanted.Data, reached["data"]));
            Assert.True(JsonNode.DeepEquals(wanted.Layout["annotations"], reached["layout"]!["annotations"]));
        }
    }

    [Fact]
    public void Frames_hold_only_what_moves()
    {
        var drawn = new Drawn(Plot.Slider([0, 1], LineAndLoss, "a"));

        Assert.Equal([1, 3], drawn.Frames[0]!["traces"]!.AsArray().Select(trace => (int)trace!));
        Assert.Equal(["y"], drawn.Frames[0]!["data"]![0]!.AsObject().Select(pair => pair.Key));
        Assert.Equal(["annotations"], drawn.Frames[0]!["layout"]!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public void Axes_stay_fixed_and_hold_every_frame()
    {
        var drawn = new Drawn(Plot.Slider([1, 10], height => Plot.Curve(x => height * x, 0, 1), "h"));
        var range = Values(drawn.Layout["yaxis"]!["range"]);

        Assert.True(range[0] <= 0 && range[1] >= 10);
        Assert.All(drawn.Frames, frame => Assert.Null(frame!["layout"]));
    }

    [Fact]
    public void Logarithmic_axes_are_fixed_in_powers_of_ten()
    {
        var drawn = new Drawn(Plot.Scrubber([1, 2], step => Plot.LossCurve([1000, 10, Math.Pow(10, -step)], logLoss: true)));
        var range = Values(drawn.Layout["yaxis"]!["range"]);

        Assert.InRange(range[0]!.Value, -2.5, -2);
        Assert.InRange(range[1]!.Value, 3, 3.5);
    }

    [Fact]
    public void A_scrubber_plays_and_pauses()
    {
        var path = Enumerable.Range(0, 6).Select(i => Vector<double>.Build.Dense([4 - i, 1 - 0.2 * i])).ToArray();
        var drawn = new Drawn(Plot.Scrubber([0, 1, 5], step => Plot.LossContour(Mse, (0, 4), (-1, 1), path.Take(step + 1))));
        var buttons = drawn.Layout["updatemenus"]![0]!["buttons"]!.AsArray();

        Assert.Equal([1, 2, 6], drawn.Frames.Select(frame => frame!["data"]![0]!["x"]!.AsArray().Count));
        Assert.Null(buttons[0]!["args"]![0]);
        Assert.Null(Assert.Single(buttons[1]!["args"]![0]!.AsArray()));
        // Otherwise the slider's label runs ahead of the picture, and without a redraw the contour vanishes.
        var play = buttons[0]!["args"]![1]!;
        Assert.Equal(("immediate", true, 0, true), ((string)play["mode"]!, (bool)play["fromcurrent"]!, (int)play["transition"]!["duration"]!, (bool)play["frame"]!["redraw"]!));
    }

    [Fact]
    public void Surfaces_can_be_scrubbed_in_a_fixed_scene()
    {
        var drawn = new Drawn(Plot.Scrubber([1, 2], step => Plot.LossSurface((a, b) => step * (a + b), (0, 1), (0, 1), resolution: 3)));

        Assert.True(Values(drawn.Layout["scene"]!["zaxis"]!["range"])[1] >= 4);
        Assert.Equal(2, drawn.Frames.Count);
    }

    [Fact]
    public void Two_sliders_move_the_line_the_dot_and_the_reading_independently()
    {
        double[] slopes = [0, 1, 2], intercepts = [-1, 0, 3];
        var drawn = new Drawn(Plot.LineByHand(X, Y, slopes, intercepts, Mse));
        string[] names = [.. drawn.Frames.Select(frame => (string)frame!["name"]!)];
        Assert.Equal(["a0", "a1", "a2", "b0", "b1", "b2"], names);

        foreach (var (i, j) in from i in Enumerable.Range(0, 3) from j in Enumerable.Range(0, 3) select (i, j))
            foreach (int[] order in new int[][] { [i, 3 + j], [3 + j, i] })
            {
                var state = drawn.At(order);
                var (line, dot, reading) = (state["data"]![2]!, state["data"]![3]!, state["data"]![4]!);
                double reach = Values(line["x"])[1]!.Value;
                Assert.Equal(intercepts[j], (double)line["y0"]!);
                Assert.Equal(slopes[i] * reach, (double)line["dy"]!, 1e-6);
                Assert.Equal((slopes[i], intercepts[j]), (Values(dot["x"])[0], Values(dot["y"])[0]));
                Assert.Equal($"loss = {Mse(slopes[i], intercepts[j]):G4}", Seen(state["layout"]!, reading));
            }
    }

    // The one text whose place lies inside the window of the hidden axes.
    private static string Seen(JsonNode layout, JsonNode reading)
    {
        var (x, y) = (Values(layout["xaxis3"]!["range"]), Values(layout["yaxis3"]!["range"]));
        var (xs, ys) = (Values(reading["x"]), Values(reading["y"]));
        return (string)reading["text"]![Assert.Single(Enumerable.Range(0, xs.Length), k => xs[k] > x[0] && xs[k] < x[1] && ys[k] > y[0] && ys[k] < y[1])]!;
    }

    [Fact]
    public void A_line_by_hand_reaches_over_negative_inputs_too()
    {
        var drawn = new Drawn(Plot.LineByHand([-2, 2], [0, 1], [0, 1], [0, 1], Mse, activeSlope: 1));

        Assert.Equal([-2.2, 2.2], new[] { Values(drawn.Trace(2)["x"])[1], Values(drawn.Trace(3)["x"])[1] }.Order());
        Assert.Equal([-2.2, 2.2], new[] { (double)drawn.Trace(2)["dy"]!, (double)drawn.Trace(3)["dy"]! }.Order());
    }
}
