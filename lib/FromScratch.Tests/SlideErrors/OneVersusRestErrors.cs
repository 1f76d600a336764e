using MathNet.Numerics.LinearAlgebra;

namespace FromScratch.Tests;

/// <summary>What the decks say about one class versus the others, beside what is so.</summary>
public sealed class OneVersusRestErrors
{
    // Deck 003, line 897: binary classification = one vs. all.
    [Fact]
    public void E17_slide_one_versus_all_of_two_classes_reduces_nothing_and_of_three_it_needs_three_models()
    {
        static LogisticRegression ClassVersusRest(Dataset data, double k)
        {
            var (X, y) = (data.X, data.y.Map(label => label == k ? 1.0 : 0.0, Zeros.Include));
            return new GradientDescent(0.1).Minimize(m => m.Loss(X, y), m => m.Gradient(X, y), LogisticRegression.Zero(X.ColumnCount), 500).Last;
        }

        var (students, iris) = (Datasets.StudyHours(), Datasets.Iris("petal_length", "petal_width"));
        var (failed, passed) = (ClassVersusRest(students, 0), ClassVersusRest(students, 1));
        var (setosa, versicolor, virginica) = (ClassVersusRest(iris, 0), ClassVersusRest(iris, 1), ClassVersusRest(iris, 2));

        Assert.True((failed.ToVector() + passed.ToVector()).L2Norm() < 1e-9); // the second model is the first with the signs changed
        Assert.True((setosa.ToVector() + versicolor.ToVector() + virginica.ToVector()).L2Norm() > 1); // here none follows from the others
        Assert.True((setosa.ToVector() + versicolor.ToVector()).L2Norm() > 1);
    }
}
