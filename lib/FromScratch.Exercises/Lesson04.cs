using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Tensor;

namespace FromScratch;

public static partial class Check
{
    /// <summary>−(1/3)(ln .9 + ln .8 + ln .4), to three decimals.</summary>
    /// <param name="yours">The mean binary cross-entropy of p = (.9, .2, .6) for y = (1, 0, 0).</param>
    public static Verdict CrossEntropyByHand(double yours) => Judge.Value(
        "04-cross-entropy-by-hand", yours, right: 0.414932, tolerance: Tolerance.Decimals(3),
        praise: "Each student counts with the probability given to what really happened.",
        hints:
        [
            "Which probability did the model give to what really happened: p or 1 − p?",
            "The three probabilities are 0.9, 0.8 and 0.4. The loss is minus the mean of their logarithms.",
            "-(Math.Log(0.9) + Math.Log(0.8) + Math.Log(0.4)) / 3",
        ],
        mistakes:
        [
            ("That is the sum. The mean divides by n = 3.", 1.244795),
            ("The minus sign is missing: a loss is not negative.", -0.414932),
            ("That is the logarithm to base 10. Take the natural one, Math.Log.", 0.180203),
            ("You took ln p for everyone. For y = 0 it is ln(1 − p).", 0.741878),
            ("That is the example of the lesson. Here the third student failed.", 0.279777),
        ]);

    /// <summary>x = (logit(p) − b) / w.</summary>
    /// <param name="yours">The hours at which the probability of passing is p.</param>
    public static Verdict HoursNeeded(Func<double, double, double, double> yours) => Judge.Function(
        "04-hours-needed", yours, right: (p, w, b) => (Logit(p) - b) / w,
        cases: [(0.5, 2, -6), (0.9, 1.5, -5), (0.2, 0.5, 1)],
        praise: "The logit undoes the sigmoid; the rest is a line.",
        hints: ["Apply the logit to both sides of p = σ(wx + b).", "logit(p) = wx + b. Subtract b, then divide by w.", "(Logit(p) - b) / w"],
        mistakes:
        [
            ("Subtract b; you added it.", (p, w, b) => (Logit(p) + b) / w),
            ("The bias b is missing.", (p, w, b) => Logit(p) / w),
            ("p itself is not the log odds: apply the logit to it first.", (p, w, b) => (p - b) / w),
            ("That is the other direction, hours to probability.", (p, w, b) => Sigmoid(w * p + b)),
            ("The bias must be divided by w too: put brackets around Logit(p) - b.", (p, w, b) => Logit(p) - b / w),
        ]);

    /// <summary>∂L/∂zᵢ = (1/n)[(1 − yᵢ)pᵢ − c·yᵢ(1 − pᵢ)], where positives count c times.</summary>
    /// <param name="yours">The gradient with respect to the logits, from p, y and c.</param>
    public static Verdict WeightedCrossEntropyGradient(Func<Vector<double>, Vector<double>, double, Vector<double>> yours)
    {
        static Vector<double> Right(Vector<double> p, Vector<double> y, double c) =>
            ((1 - y).PointwiseMultiply(p) - c * y.PointwiseMultiply(1 - p)) / y.Count;

        return Judge.Function("04-weighted-gradient", yours, Right,
            cases: [(Vec(0.9, 0.2, 0.6), Vec(1, 0, 1), 1), (Vec(0.3, 0.7, 0.5, 0.1), Vec(1, 0, 0, 1), 10)],
            praise: "Only the positives feel c; with c = 1 it is (p − y)/n again.",
            hints:
            [
                "∂L/∂pᵢ = (1/n)[−c·yᵢ/pᵢ + (1 − yᵢ)/(1 − pᵢ)]. Multiply it by pᵢ(1 − pᵢ).",
                "One of the two factors cancels in each term: −c·yᵢ(1 − pᵢ) and (1 − yᵢ)pᵢ are left.",
                "((1 - y).PointwiseMultiply(p) - c * y.PointwiseMultiply(1 - p)) / y.Count",
            ],
            mistakes:
            [
                ("That is the gradient without c: right only for c = 1.", (p, y, c) => (p - y) / y.Count),
                ("The mean's 1/n is missing.", (p, y, c) => Right(p, y, c) * y.Count),
                ("The sign is wrong: the gradient points uphill, away from y.", (p, y, c) => -Right(p, y, c)),
                ("c weighs only the positives; you weighed every example.", (p, y, c) => c * (p - y) / y.Count),
                ("You replaced y by c·y. In the term of the positives c multiplies y(1 − p) as a whole.", (p, y, c) => (p - c * y) / y.Count),
                ("You put c on the negatives, y = 0.", (p, y, c) => (c * (1 - y).PointwiseMultiply(p) - y.PointwiseMultiply(1 - p)) / y.Count),
            ]);
    }

    /// <summary>The highest of .99, .98, …, .01 with TP / (TP + FN) ≥ the recall that is asked for; 0 if there is none.</summary>
    /// <param name="yours">The threshold, from p, y and the recall.</param>
    public static Verdict ThresholdForRecall(Func<Vector<double>, Vector<double>, double, double> yours)
    {
        static double First(IEnumerable<int> percent, Vector<double> p, Vector<double> y, Func<ConfusionMatrix, bool> enough) =>
            percent.FirstOrDefault(k => enough(ConfusionMatrix.Of(p.Map(pi => pi > k / 100.0 ? 1.0 : 0.0), y))) / 100.0;
        var (up, down) = (Enumerable.Range(1, 99).ToArray(), Enumerable.Range(1, 99).Reverse().ToArray());
        var (p, y) = (Vec(0.955, 0.815, 0.645, 0.425, 0.305, 0.225, 0.095), Vec(1, 0, 1, 1, 0, 1, 0));

        return Judge.Function("04-threshold-for-recall", yours, right: (p, y, recall) => First(down, p, y, c => c.Recall >= recall),
            cases: [(p, y, 0.5), (p, y, 0.7), (p, y, 1), (Vec(0.5, 0.2), Vec(1, 0), 1), (Vec(0.9, 0.004), Vec(1, 1), 1)],
            praise: "The first hit from above: enough positives found, as few false alarms as possible.",
            hints:
            [
                "Go through the thresholds from 0.99 down, and stop at the first with enough recall.",
                "For one threshold t: predicted = p.Map(pi => pi > t ? 1.0 : 0.0), then ConfusionMatrix.Of(predicted, y).Recall.",
                "for (var k = 99; k >= 1; k--) with t = k / 100.0; return t as soon as the recall is at least the one asked for.",
            ],
            mistakes:
            [
                ("That is the lowest such threshold. It finds everyone, with the most false alarms: start from 0.99.", (p, y, recall) => First(up, p, y, c => c.Recall >= recall)),
                ("That is precision. Recall is TP / (TP + FN), the share of the positives that was found.", (p, y, recall) => First(down, p, y, c => c.Precision >= recall)),
                ("A p exactly on the threshold is a 0: compare with >, not with ≥.", (p, y, recall) => First(down, p + 1e-9, y, c => c.Recall >= recall)),
                ("For a recall that no threshold reaches the answer is 0.", (p, y, recall) => Math.Max(0.01, First(down, p, y, c => c.Recall >= recall))),
                ("At least: a recall equal to the one asked for is enough (≥, not >).", (p, y, recall) => First(down, p, y, c => c.Recall > recall)),
            ]);
    }

    /// <summary>With labels −1 and 1, −(1/n) Σ [y ln p + (1 − y) ln(1 − p)] has no minimum.</summary>
    /// <param name="yours">"a", "b", "c" or "d".</param>
    public static Verdict MinusOneLabels(string yours) => Judge.Value(
        "04-minus-one-labels", yours, right: "c",
        praise: "For y = −1 the loss is ln p − 2 ln(1 − p), and p → 0 takes it to −∞.",
        hints:
        [
            "Put y = −1 into the formula: y ln p becomes −ln p, and 1 − y becomes 2.",
            "The loss of that student is ln p − 2 ln(1 − p). Try p = 0.1, 0.01, 0.001.",
            "The gradient p − y = p + 1 is positive for every p: nothing stops the logit on its way down.",
        ],
        mistakes:
        [
            ("The formula multiplies by y and by 1 − y; it knows no names. 1 − (−1) is 2, not 1.", "a"),
            ("Above 0? Compute ln p − 2 ln(1 − p) for p = 0.01.", "b"),
            ("The gradient with respect to z is p − y. For y = −1 that is p + 1.", "d"),
        ]);
}
