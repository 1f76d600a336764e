using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

public static partial class Check
{
    /// <summary>Lesson 01: regression, classification, unsupervised or reinforcement.</summary>
    /// <param name="yours">The kind of each problem.</param>
    public static Verdict KindsOfLearning((string Mail, string Rent, string Shoppers, string Robot) yours) => Judge.Value(
        "01-kinds-of-learning", yours, right: ("classification", "regression", "unsupervised", "reinforcement"),
        praise: "Answers given: supervised, for a class or a quantity. No answers: unsupervised. Rewards: reinforcement.",
        mistakes:
        [
            ("All four places are still empty: each takes one of the four words.", ("", "", "", "")),
            ("Mail: every mail has an answer, spam or not. That is a class, not a quantity.", ("regression", "regression", "unsupervised", "reinforcement")),
            ("Mail and rent are exchanged: spam or not is a class, a rent is a quantity.", ("regression", "classification", "unsupervised", "reinforcement")),
            ("Rent: 500 or 501 a month, nearly the same. That is a quantity, not a class.", ("classification", "classification", "unsupervised", "reinforcement")),
            ("Shoppers: classification needs classes that are known beforehand. Here nobody has named the groups.", ("classification", "regression", "classification", "reinforcement")),
            ("Shoppers and robot are exchanged: points for movements are rewards, baskets earn none.", ("classification", "regression", "reinforcement", "unsupervised")),
            ("Robot: a point is not the right answer, it only says how an action turned out.", ("classification", "regression", "unsupervised", "classification")),
        ],
        hints:
        [
            "Ask first: are the right answers given with the examples?",
            "If they are: is the answer a quantity or a class? If not: is there a reward?",
            "Mail is classification, and the robot learns by reinforcement. Two are left.",
        ]);

    /// <summary>Lesson 01: ŷ = a·size + b.</summary>
    /// <param name="yours">From a, b and n sizes to n prices.</param>
    public static Verdict LineModel(Func<double, double, Vector<double>, Vector<double>> yours) => Judge.Function(
        "01-line-model", yours, right: (a, b, size) => a * size + b,
        cases: [(3, 40, Vec(28, 50, 100)), (2, -10, Vec(60, 75)), (0, 5, Vec(10, 20))],
        praise: "One line of code for any number of flats.",
        mistakes:
        [
            ("The intercept is missing: + b.", (a, _, size) => a * size),
            ("a and b are exchanged: the slope a multiplies the size.", (a, b, size) => b * size + a),
            ("b is added, not subtracted.", (a, b, size) => a * size - b),
            ("Only the size is multiplied by a, not b.", (a, b, size) => a * (size + b)),
        ],
        hints: ["A number times a vector multiplies every entry.", "A vector plus a number adds it to every entry.", "return a * size + …;"]);

    /// <summary>Lesson 01: L = (1/n) Σᵢ (a·sizeᵢ + b − priceᵢ)².</summary>
    /// <param name="yours">From a, b, n sizes and n prices to the mean squared error.</param>
    public static Verdict LossOfLine(Func<double, double, Vector<double>, Vector<double>, double> yours) => Judge.Function(
        "01-loss-of-line", yours, right: (a, b, size, price) => Loss.MeanSquaredError(a * size + b, price),
        cases: [(3, 40, Vec(28, 33, 38), Vec(152, 120, 159)), (1, 2, Vec(1, 2, 3, 4), Vec(3, 5, 5, 5)), (-2, 1, Vec(0, 1), Vec(4, -4))],
        praise: "Predict, subtract, square, add up, divide by n.",
        mistakes:
        [
            ("This is the sum. The mean divides it by n.", (a, b, size, price) => (a * size + b - price).PointwisePower(2).Sum()),
            ("The errors are not squared, so they cancel.", (a, b, size, price) => (a * size + b - price).Sum() / size.Count),
            ("You took absolute values. This loss takes squares.", (a, b, size, price) => (a * size + b - price).PointwiseAbs().Sum() / size.Count),
            ("You squared the sum of the errors. Each error is squared on its own.", (a, b, size, price) => Math.Pow((a * size + b - price).Sum(), 2) / size.Count),
            ("You took the root at the end: the mean squared error has none.", (a, b, size, price) => Math.Sqrt(Loss.MeanSquaredError(a * size + b, price))),
            ("The intercept is missing in the prediction: a * size + b.", (a, b, size, price) => Loss.MeanSquaredError(a * size, price)),
        ],
        hints: ["Begin with the errors: var error = a * size + b - price;", "error.PointwisePower(2) squares each of them.", "return error.PointwisePower(2).Sum() / …;"]);

    /// <summary>Lesson 01: b = (1/n) Σᵢ (priceᵢ − a·sizeᵢ), where the loss of a given slope is least.</summary>
    /// <param name="yours">From a, n sizes and n prices to b.</param>
    public static Verdict BestIntercept(Func<double, Vector<double>, Vector<double>, double> yours) => Judge.Function(
        "01-best-intercept", yours, right: (a, size, price) => (price - a * size).Sum() / size.Count,
        cases: [(3, Vec(28, 33, 38), Vec(152, 120, 159)), (1, Vec(1, 2, 3, 4), Vec(3, 5, 5, 5)), (-2, Vec(0, 1, 7), Vec(4, -4, 1))],
        praise: "b is the mean of what the slope leaves over, so the errors add up to 0.",
        mistakes:
        [
            ("The sign is turned round: r = price − a·size, not the other way.", (a, size, price) => (a * size - price).Sum() / size.Count),
            ("This is the sum of what is left over. Wanted is its mean.", (a, size, price) => (price - a * size).Sum()),
            ("This is the mean price: the best b for a = 0 only.", (_, _, price) => price.Sum() / price.Count),
            ("You left out the slope: r = price − a·size.", (_, size, price) => (price - size).Sum() / size.Count),
        ],
        hints: ["A square is never negative. When is (r̄ − b)² smallest?", "So b = r̄, the mean of price − a·size.", "return (price - a * size).Sum() / …;"]);

    /// <summary>Lesson 01: a line through the house prices with a mean squared error below 660.</summary>
    /// <param name="yours">a in thousand euros per m², b in thousand euros.</param>
    public static Verdict LineByHand((double A, double B) yours) => Judge.Condition(
        "01-line-by-hand", yours, right: (3.1, 35), complaint: NotGoodEnough,
        praise: "Better on these flats than the rule that made them.",
        hints:
        [
            "Flat 0 to flat 19 stretch over 107 m² and about 300 thousand euros: that gives a first slope.",
            "Keep a near 3 and let BestB of Exercise 4 choose b. Then try a slightly larger a.",
            "Between a = 3.05 and a = 3.15 there is a good b for every slope.",
        ]);

    private static string? NotGoodEnough((double A, double B) line)
    {
        const double bound = 660;
        var (size, price) = (Datasets.HousePrices().X.Column(0), Datasets.HousePrices().y);
        double LossAt(double a, double b) => Loss.MeanSquaredError(a * size + b, price);
        var (a, b) = line;
        if (!double.IsFinite(LossAt(a, b))) return "a and b must be finite numbers.";
        if (LossAt(a, b) < bound) return null;
        var said = FormattableString.Invariant($"The loss of your line is {LossAt(a, b):F1}, and it must be below {bound}.");
        var bias = (a * size + b - price).Sum() / size.Count;
        var far = Math.Abs(bias) > 5 ? FormattableString.Invariant($" On average it lies {Math.Abs(bias):F0} too {(bias > 0 ? "high: lower" : "low: raise")} b.") : "";
        return LossAt(b, a) < bound ? $"{said} You exchanged a and b." : a is < 2.5 or > 3.7 ? $"{said} The slope is too {(a < 2.5 ? "small" : "large")}.{far}" : said + far;
    }
}
