using static FromScratch.Activations;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Figures;

public class BoundaryRuleTests
{
    [Fact]
    public void A_decision_boundary_counts_a_point_on_the_line_as_class_0_as_the_model_does()
    {
        var (X, model) = (Mat([1, 1], [1.5, 1.5], [2, 2]), new LogisticRegression(Vec(1, 1), -3));
        var figure = Plot.DecisionBoundary((x1, x2) => Sigmoid(x1 + x2 - 3), X, model.Predict(X));

        Assert.Contains("3 of 3 points on their own side", figure.Summary, StringComparison.Ordinal);
    }
}
