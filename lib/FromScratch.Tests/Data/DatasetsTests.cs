using MathNet.Numerics.Statistics;

namespace FromScratch.Tests;

public sealed class DatasetsTests
{
    public static TheoryData<string, Dataset, int, int> All => new()
    {
        { "cars", Datasets.Cars(), 50, 1 },
        { "mtcars", Datasets.Mtcars(), 32, 1 },
        { "anscombe I", Datasets.Anscombe("I"), 11, 1 },
        { "breast-cancer", Datasets.BreastCancer(), 569, 30 },
        { "iris", Datasets.Iris(), 150, 4 },
        { "digits", Datasets.Digits(), 1797, 64 },
        { "faithful", Datasets.Faithful(), 272, 1 },
        { "study-hours", Datasets.StudyHours(), 28, 1 },
        { "house-prices", Datasets.HousePrices(), 20, 1 },
    };

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Every_data_set_has_the_shape_its_readme_states(string name, Dataset data, int n, int d)
    {
        Assert.Equal(name, data.Name);
        Assert.Equal((n, d), (data.X.RowCount, data.X.ColumnCount));
        Assert.Equal((n, d), (data.y.Count, data.FeatureNames.Count));
        Assert.All(data.y, y => Assert.True(data.ClassNames.Count == 0 || data.ClassNames.Count > y && y >= 0));
    }

    [Fact]
    public void Feature_names_carry_their_units()
    {
        Assert.Equal(["speed (mph)"], Datasets.Cars().FeatureNames);
        Assert.Equal("dist (ft)", Datasets.Cars().TargetName);
        Assert.Equal(["sepal length (cm)", "petal width (cm)"], Datasets.Iris("sepal_length", "petal_width").FeatureNames);
    }

    [Fact]
    public void A_data_set_introduces_itself_in_one_line()
    {
        Assert.Equal("cars: 50 examples, 1 feature → dist (ft)", Datasets.Cars().ToString());
        Assert.Equal("iris: 150 examples, 4 features → species", Datasets.Iris().ToString());
    }

    [Fact]
    public void Malignant_is_the_positive_class_of_breast_cancer()
    {
        var data = Datasets.BreastCancer("radius_mean");

        Assert.Equal(212, data.y.Sum());
        Assert.Equal(["benign", "malignant"], data.ClassNames);
        Assert.Equal((17.99, 1.0), (data.X[0, 0], data.y[0]));
    }

    [Fact]
    public void Iris_has_fifty_flowers_of_each_species_in_the_order_of_its_class_names() =>
        Assert.Equal([(0.0, 50), (1.0, 50), (2.0, 50)], Datasets.Iris().y.GroupBy(y => y).Select(g => (g.Key, g.Count())));

    [Fact]
    public void The_first_digit_is_a_zero_drawn_row_after_row()
    {
        var data = Datasets.Digits();

        Assert.Equal([0, 0, 5, 13, 9, 1, 0, 0], data.X.Row(0).Take(8));
        Assert.Equal([0, 1, 2, 3], data.y.Take(4));
        Assert.Equal(16, data.X.Enumerate().Max());
    }

    [Theory]
    [InlineData("I"), InlineData("II"), InlineData("III"), InlineData("IV")]
    public void Anscombes_four_sets_share_line_and_correlation(string set)
    {
        var data = Datasets.Anscombe(set);
        var line = LinearRegression.NormalEquation(data.X, data.y);

        Assert.Equal(0.5, line.Weights[0], 0.001);
        Assert.Equal(3.0, line.Bias, 0.01);
        Assert.Equal(0.816, Correlation.Pearson(data.X.Column(0), data.y), 0.001);
    }

    [Fact]
    public void An_unknown_anscombe_set_is_refused_with_the_four_that_exist() =>
        Assert.Contains("Expected one of I, II, III, IV, found 'V'.", Assert.Throws<ArgumentException>(() => Datasets.Anscombe("V")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_feature_is_refused_with_the_columns_that_exist() =>
        Assert.Contains("no column 'weight'; its columns are model, mpg, cyl", Assert.Throws<ArgumentException>(() => Datasets.Mtcars("weight")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_straight_line_through_the_study_hours_leaves_zero_to_one_and_fails_students_who_passed()
    {
        var data = Datasets.StudyHours();
        var line = LinearRegression.NormalEquation(data.X, data.y).Predict(data.X);
        var model = new GradientDescent(0.2).Minimize(m => m.Loss(data.X, data.y), m => m.Gradient(data.X, data.y),
            LogisticRegression.Zero(1), steps: 3000).Last;

        Assert.True(line.Maximum() > 1.3);
        Assert.Equal(23.0 / 28, Metrics.Accuracy(line.Map(p => p > 0.5 ? 1.0 : 0.0), data.y));
        Assert.Equal(25.0 / 28, Metrics.Accuracy(model.Predict(data.X), data.y));
    }

    [Fact]
    public void House_prices_grow_by_about_three_thousand_euros_per_square_metre()
    {
        var data = Datasets.HousePrices();

        Assert.InRange(LinearRegression.NormalEquation(data.X, data.y).Weights[0], 2.7, 3.3);
        Assert.Contains("made up", data.Source, StringComparison.Ordinal);
    }
}
