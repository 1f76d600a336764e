using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class ParametersTests
{
    private static readonly LinearRegression Theta = new(Vec(1, 2), 3), G = new(Vec(10, 20), 30);

    [Fact]
    public void An_update_is_written_as_on_the_board()
    {
        var learningRate = 0.1;

        Assert.Equal(new LinearRegression(Vec(0, 0), 0), Theta - learningRate * G);
    }

    [Fact]
    public void Sum_and_difference_are_each_others_inverse()
    {
        Assert.Equal(new LinearRegression(Vec(11, 22), 33), Theta + G);
        Assert.Equal(Theta, Theta + G - G);
    }

    [Fact]
    public void Parameters_survive_the_way_through_a_vector()
    {
        Assert.Equal(Vec(1, 2, 3), Theta.ToVector());
        Assert.Equal(Theta, G.FromVector(Theta.ToVector()));
        var logistic = new LogisticRegression(Vec(1, 2), 3);
        Assert.Equal(logistic, LogisticRegression.Zero(2).FromVector(logistic.ToVector()));
    }

    [Fact]
    public void Models_of_different_shapes_do_not_add()
    {
        var error = Assert.Throws<ArgumentException>(() => Theta + new LinearRegression(Vec(1), 2));

        Assert.StartsWith("a has 3 entries, so b needs 3, but it has 2.", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("a has 3 entries, so b needs 3, but it has 2.", Assert.Throws<ArgumentException>(() => Theta - new LinearRegression(Vec(1), 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vector_of_another_length_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Theta.FromVector(Vec(1, 2)));

        Assert.StartsWith("2 weights and a bias are 3 parameters, but theta has 2.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_are_equal_when_their_numbers_are()
    {
        Assert.Equal(new LinearRegression(Vec(1, 2), 3), Theta);
        Assert.Equal(new LinearRegression(Vec(1, 2), 3).GetHashCode(), Theta.GetHashCode());
        Assert.NotEqual(new LinearRegression(Vec(1, 2.5), 3), Theta);
        Assert.NotEqual(new LinearRegression(Vec(1, 2), 4), Theta);
    }

    [Fact]
    public void A_model_prints_four_digits() =>
        Assert.Equal("w = (0.3333, -2), b = 1.235E+06", new LogisticRegression(Vec(1 / 3.0, -2), 1234567).ToString());
}
