using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Loss;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

/// <summary>What the decks write for the binary cross-entropy and its labels, beside what is so.</summary>
public sealed class CrossEntropyErrors
{
    private static readonly Vector<double> P = Vec(0.9, 0.2, 0.6, 0.3), Y = Vec(1, 0, 1, 0);

    // −(1/4) (ln .9 + ln .8 + ln .6 + ln .7), worked by hand.
    private const double ByHand = 0.2990011586691898;

    // Deck 004, line 347: (1/n) Σ y log f + (1 − y) log(1 − f).
    [Fact]
    public void E3_slide_cross_entropy_without_minus_is_negative_and_prefers_the_wrong_answer()
    {
        static double Slide(Vector<double> p, Vector<double> y) =>
            p.Zip(y, (f, t) => t * Math.Log(f) + (1 - t) * Math.Log(1 - f)).Sum() / y.Count;

        Assert.True(Slide(P, Y) < 0);
        Assert.True(Slide(Vec(0.1), Vec(1)) < Slide(Vec(0.9), Vec(1)));
        Assert.Equal(ByHand, BinaryCrossEntropy(P, Y), 1e-12);
        Assert.True(BinaryCrossEntropy(Vec(0.1), Vec(1)) > BinaryCrossEntropy(Vec(0.9), Vec(1)));
    }

    // Deck 003, lines 575 and 1053 to 1089: −(1/N) Σ_{i=0}^{N} y log ŷ + (1 − y) log(1 − ŷ).
    [Fact]
    public void E19_slide_sum_from_zero_to_n_has_a_term_too_many_and_lacks_its_brackets()
    {
        double SlideBounds(int N) => -Enumerable.Range(0, N + 1).Sum(_ => Math.Log(0.5)) / N;
        double SlideBrackets(double p, double y) => -(y * Math.Log(p)) + (1 - y) * Math.Log(1 - p);

        Assert.Equal(1.25 * Math.Log(2), SlideBounds(4), 1e-15); // every p is ½, so the mean must be ln 2
        Assert.True(SlideBrackets(0.2, 0) < 0);
        Assert.Equal(Math.Log(2), BinaryCrossEntropy(Vec(0.5, 0.5, 0.5, 0.5), Y), 1e-15);
        Assert.Equal(-Math.Log(0.8), BinaryCrossEntropy(Vec(0.2), Vec(0)), 1e-15);
    }

    // Deck 000, lines 228 and 236: (1/m) Σ_{i=1}^{n}, where line 158 has m examples and n features.
    [Fact]
    public void E20_slide_sum_over_features_divided_by_examples_is_no_mean()
    {
        var (m, n) = (Y.Count, 1);
        var slide = Enumerable.Range(0, n).Sum(i => -(Y[i] * Math.Log(P[i]) + (1 - Y[i]) * Math.Log(1 - P[i]))) / m;

        Assert.Equal(-Math.Log(0.9) / 4, slide, 1e-15);
        Assert.NotEqual(ByHand, slide, 0.1);
        Assert.Equal(ByHand, BinaryCrossEntropy(P, Y), 1e-12);
    }

    // Deck 000, lines 182 to 185: show the feed (0), do not show the feed (1).
    [Fact]
    public void E43_slide_coding_answers_how_well_we_hide_when_asked_how_well_we_show()
    {
        var (shown, liked) = (Vec(1, 1, 1, 0, 0), Vec(1, 0, 0, 0, 0)); // 1 = show
        var slide = ConfusionMatrix.Of(1 - shown, 1 - liked);
        var right = ConfusionMatrix.Of(shown, liked);

        Assert.Equal((1, 0.5), (slide.Precision, slide.Recall)); // of the two we hid, both were rightly hidden
        Assert.Equal((1 / 3.0, 1), (right.Precision, right.Recall)); // of the three we showed, one was liked
        Assert.Equal("malignant", Datasets.BreastCancer("radius_mean").ClassNames[1]);
    }

    // Deck 000, line 224: log; deck 002, line 1773: ln.
    [Fact]
    public void E44_slide_log_read_to_base_ten_fails_the_gradient_check_and_the_natural_log_passes()
    {
        double Slide(Vector<double> z) => -Sigmoid(z).Zip(Y, (p, y) => y * Math.Log10(p) + (1 - y) * Math.Log10(1 - p)).Sum() / Y.Count;
        var (z, gradient) = (Logit(P), BinaryCrossEntropyFromLogitsGradient(Logit(P), Y));

        Assert.Equal(1 / Math.Log(10), Slide(z) / BinaryCrossEntropyFromLogits(z, Y), 1e-12);
        Assert.False(GradientCheck.Compare(Slide, z, gradient).Passed);
        Assert.True(GradientCheck.Compare(v => BinaryCrossEntropyFromLogits(v, Y), z, gradient).Passed);
    }
}
