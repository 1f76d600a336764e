using FromScratch.Tests.Execution;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class LinearRegressionTests
{
    private static readonly Matrix<double> X = Mat([1], [2], [3]);
    private static readonly Vector<double> y = Vec(2, 4, 6);

    [Fact]
    public void Prediction_loss_and_gradient_at_zero_are_worked_by_hand()
    {
        var model = LinearRegression.Zero(1);

        Assert.Equal(Vec(0, 0, 0), model.Predict(X));
        Assert.Equal(56 / 3.0, model.Loss(X, y), 1e-14);
        Assert.Equal(-56 / 3.0, model.Gradient(X, y).Weights[0], 1e-14);
        Assert.Equal(-8, model.Gradient(X, y).Bias, 1e-14);
    }

    [Fact]
    public void One_step_moves_weight_and_bias_at_once()
    {
        var model = LinearRegression.Zero(1);
        var (w, b) = model - 0.1 * model.Gradient(X, y);

        Assert.Equal((1.867, 0.8), (Math.Round(w[0], 3), Math.Round(b, 3)));
    }

    [Fact]
    public void Gradient_agrees_with_finite_differences()
    {
        var data = Datasets.Mtcars("wt", "hp", "qsec");
        var model = new LinearRegression(Vec(-3, 0.02, 0.7), 12);

        var check = GradientCheck.Compare(m => m.Loss(data.X, data.y), model, model.Gradient(data.X, data.y));

        Assert.True(check.Passed, check.ToString());
    }

    [Fact]
    public void The_normal_equation_finds_the_line_of_the_cars()
    {
        var data = Datasets.Cars();
        var line = LinearRegression.NormalEquation(data.X, data.y);

        Assert.Equal((3.9324, -17.5791), (Math.Round(line.Weights[0], 4), Math.Round(line.Bias, 4)));
    }

    [Fact]
    public void The_normal_equation_finds_the_line_of_weight_and_fuel_economy()
    {
        var data = Datasets.Mtcars("wt");
        var line = LinearRegression.NormalEquation(data.X, data.y);

        Assert.Equal((-5.3445, 37.2851), (Math.Round(line.Weights[0], 4), Math.Round(line.Bias, 4)));
    }

    [Fact]
    public void At_the_solution_the_gradient_vanishes_and_every_neighbour_is_worse()
    {
        var data = Datasets.Mtcars("wt", "hp", "qsec", "drat");
        var best = LinearRegression.NormalEquation(data.X, data.y);

        Assert.True(best.Gradient(data.X, data.y).ToVector().L2Norm() < 1e-8);
        for (var k = 0; k < 5; k++)
        {
            var theta = best.ToVector();
            theta[k] += 0.01;
            Assert.True(best.FromVector(theta).Loss(data.X, data.y) > best.Loss(data.X, data.y));
        }
    }

    [Fact]
    public void Points_on_a_plane_give_the_plane_back()
    {
        var plane = new LinearRegression(Vec(2, -1e-6), 1e3);
        var grid = Mat([1, 2e6], [2, 1e6], [5, 5e6], [4, 4e6]);

        var found = LinearRegression.NormalEquation(grid, plane.Predict(grid));

        Assert.True((found.ToVector() - plane.ToVector()).L2Norm() < 1e-9);
    }

    [Fact]
    public void Collinear_and_constant_columns_are_refused_by_number()
    {
        var targets = Vec(1, 2, 3, 4);

        Refused("Column 1 of X is constant or a linear combination", Mat([1, 2], [2, 4], [3, 6], [5, 10]), targets);
        Refused("Column 0 of X is constant or a linear combination", Mat([7, 2], [7, 4], [7, 6], [7, 1]), targets);
        Refused("Column 0 of X is constant or a linear combination", Mat([0, 2], [0, 4], [0, 6], [0, 1]), targets);
    }

    [Fact]
    public void Collinear_columns_are_refused_in_single_precision_too()
    {
        var run = new TestSession(Path.Combine(Repository.Root, "lib", "bin")).Run("""
            #r "FromScratch.Single.dll"
            #r "MathNet.Numerics.dll"
            using FromScratch;
            using static FromScratch.Tensor;
            LinearRegression.NormalEquation(Mat([2000, 7], [2001, -3], [2002, 5], [2003, 1]), Vec(1, 2, 3, 4));
            LinearRegression.NormalEquation(Mat([0.1, 0.3], [0.2, 0.6], [0.3, 0.9], [0.7, 2.1]), Vec(1, 2, 3, 4))
            """);
        Assert.Contains("Column 1 of X is constant or a linear combination", run.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_rows_than_parameters_are_refused() =>
        Refused("X is 2×2: 2 weights and a bias need at least 3 rows, but there are 2.", Mat([1, 2], [3, 4]), Vec(1, 2));

    [Fact]
    public void Missing_numbers_are_refused_with_their_place()
    {
        Refused("X[2, 0] is NaN", Mat([1], [2], [double.NaN]), y);
        Refused("y[0] is Infinity", X, Vec(double.PositiveInfinity, 1, 2));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_with_both_shapes()
    {
        Refused("X·w: X is 5×3, so w needs 3 entries, but it has 2.",
            () => LinearRegression.Zero(2).Predict(Matrix<double>.Build.Dense(5, 3)));
        Refused("prediction has 3 entries, so y needs 3, but it has 2.", () => LinearRegression.Zero(1).Loss(X, Vec(1, 2)));
        Refused("prediction has 3 entries, so y needs 3, but it has 2.", () => LinearRegression.Zero(1).Gradient(X, Vec(1, 2)));
    }

    private static void Refused(string message, Matrix<double> X, Vector<double> y) =>
        Refused(message, () => LinearRegression.NormalEquation(X, y));

    private static void Refused(string message, Action act) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
}
