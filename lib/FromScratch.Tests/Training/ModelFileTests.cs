using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class ModelFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    private string FilePath => Path.Combine(folder.FullName, "model.json");

    public void Dispose() => folder.Delete(recursive: true);

    private static readonly Vector<double> Odd = Vec(0.1 + 0.2, 1.0 / 3, -1e-308, 1e308, double.Epsilon, -0.0, double.NaN, double.NegativeInfinity);

    private T Again<T>(T model) where T : class
    {
        ModelFile.Save(FilePath, model);
        return ModelFile.Load<T>(FilePath);
    }

    private static void SameBits(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));

    [Fact]
    public void Every_regression_comes_back_to_the_last_bit()
    {
        SameBits([.. Odd, 2.5], Again(new LinearRegression(Odd, 2.5)).ToVector());
        SameBits([.. Odd, -0.1], Again(new LogisticRegression(Odd, -0.1)).ToVector());
        SameBits([1, 2, 3, 4, .. Odd.SubVector(0, 2)], Again(new SoftmaxRegression(Mat([1, 3], [2, 4]), Odd.SubVector(0, 2))).ToVector());
        Assert.Equal(Perceptron.Nand, Again(Perceptron.Nand));
        var rest = Again(new OneVersusRest([LogisticRegression.Zero(2), new(Vec(1, 2), 3)]));
        Assert.Equal([0, 0, 0, 1, 2, 3], rest.Models.SelectMany(model => model.ToVector()));
    }

    [Fact]
    public void A_network_of_every_layer_comes_back()
    {
        var random = new Random(1);
        var conv = Convolution.Of(new(1, 6, 6), 2, 3, Activation.ELU(0.3), Initialize.He, random, padding: 1, stride: 2);
        var images = new Network([conv, new MaxPool(conv.Output, 2, 1), new Dropout(0.8), new PReLU(Vector<double>.Build.Random(8, 1)),
            new Dense(Initialize.He(8, 6, random), Vec(1, 2, 3, 4, 5, 6), Activation.LeakyReLU(0.07)), new Maxout(2)], Objective.SoftmaxCrossEntropy);
        var steps = new Network([Lstm.Of(2, 3, Initialize.He, random, everyStep: true), Rnn.Of(1, 2, Initialize.He, random)], Objective.MeanSquaredError);
        Assert.Equal(typeof(Layer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Layer)) && !type.IsAbstract).OrderBy(type => type.Name),
            images.Layers.Concat(steps.Layers).Select(layer => layer.GetType()).Distinct().OrderBy(type => type.Name));

        foreach (var net in (Network[])[images, steps])
        {
            var again = Again(net);
            Assert.Equal(net.ToVector(), again.ToVector());
            Assert.Equal(net.Layers.Select(layer => layer.ToString()), again.Layers.Select(layer => layer.ToString()));
            Assert.Same(net.Objective, again.Objective);
        }
        var X = Matrix<double>.Build.Random(4, 36, 1);
        Assert.Equal(images.Predict(X), Again(images).Predict(X));
    }

    [Fact]
    public void Every_activation_and_objective_comes_back_by_its_name()
    {
        foreach (var f in (Activation[])[Activation.Step, Activation.Linear, Activation.Sigmoid, Activation.Tanh, Activation.ReLU, Activation.LeakyReLU(0.1 + 0.2), Activation.ELU(1.0 / 3)])
            foreach (var objective in (Objective[])[Objective.SoftmaxCrossEntropy, Objective.BinaryCrossEntropy, Objective.MeanSquaredError])
            {
                var again = Again(new Network([new Dense(Mat([1]), Vec(2), f)], objective));
                Assert.Equal((f, objective), (((Dense)again.Layers[0]).Activation, again.Objective));
            }
    }

    [Fact]
    public void An_autoencoder_comes_back()
    {
        var model = Autoencoder.Of([4, 3, 2], Activation.Sigmoid, Initialize.He, 1);

        Assert.Equal(model.ToVector(), Again(model).ToVector());
        Assert.Equal(2, Again(model).Encoder.Layers.Count);
    }

    [Theory]
    [InlineData("", "something else or only a part")]
    [InlineData("not JSON", "something else or only a part")]
    [InlineData("[1, 2]", "found other JSON")]
    [InlineData("""{"cells": []}""", "found other JSON")]
    [InlineData("""{"fromScratchModel": 2}""", "expected version 1 of the format, found 2")]
    [InlineData("""{"fromScratchModel": 1, "kind": "Perceptron", "model": {}}""", "expected a LinearRegression, found a Perceptron")]
    [InlineData("""{"fromScratchModel": 1, "kind": "LinearRegression"}""", "something else or only a part")]
    [InlineData("""{"fromScratchModel": 1, "kind": "LinearRegression", "sha256": "0", "model": {}}""", "its checksum is another")]
    public void A_foreign_file_is_refused(string text, string why)
    {
        File.WriteAllText(FilePath, text);
        var message = Assert.Throws<InvalidDataException>(() => ModelFile.Load<LinearRegression>(FilePath)).Message;

        Assert.StartsWith(FilePath, message, StringComparison.Ordinal);
        Assert.Contains(why, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_or_changed_anywhere_is_refused()
    {
        ModelFile.Save(FilePath, new LinearRegression(Vec(1.25, -3), 0.5));
        var text = File.ReadAllText(FilePath);
        for (var length = 0; length < text.Length - 2; length += 3) Refused(text[..length]);
        for (var at = 0; at < text.Length - 2; at++) Refused($"{text[..at]}{(char)(text[at] ^ 1)}{text[(at + 1)..]}");

        void Refused(string changed)
        {
            File.WriteAllText(FilePath, changed);
            Assert.Throws<InvalidDataException>(() => ModelFile.Load<LinearRegression>(FilePath));
        }
    }

    [Theory]
    [InlineData("\"layer\":\"Dense\",", "")]
    [InlineData("\"Rows\":1", "\"Rows\":3")]
    [InlineData("\"linear\"", "\"liner\"")]
    public void A_model_that_is_none_is_refused_whatever_its_checksum(string part, string other)
    {
        ModelFile.Save(FilePath, new Network([new Dense(Mat([1]), Vec(2), Activation.Linear)], Objective.MeanSquaredError));
        var text = File.ReadAllText(FilePath).TrimEnd();
        var model = text[(text.IndexOf("\"model\":", StringComparison.Ordinal) + 8)..^1];
        string Sum(string json) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json)));
        var changed = model.Replace(part, other, StringComparison.Ordinal);
        Assert.NotEqual(model, changed);
        File.WriteAllText(FilePath, text.Replace(model, changed, StringComparison.Ordinal).Replace(Sum(model), Sum(changed), StringComparison.Ordinal));

        Assert.Contains("expected a model of this course", Assert.Throws<InvalidDataException>(() => ModelFile.Load<Network>(FilePath)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_written_leaves_the_old_file_and_nothing_else()
    {
        ModelFile.Save(FilePath, Perceptron.And);
        Assert.Contains("found String", Assert.Throws<ArgumentException>(() => ModelFile.Save(FilePath, "a model")).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<IOException>(() => ModelFile.Save(Path.Combine(FilePath, "below-a-file.json"), Perceptron.Or));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "taken"));
        Assert.ThrowsAny<Exception>(() => ModelFile.Save(Path.Combine(folder.FullName, "taken"), Perceptron.Or));

        Assert.Equal(Perceptron.And, ModelFile.Load<Perceptron>(FilePath));
        Assert.Equal([FilePath], Directory.GetFiles(folder.FullName));
        Assert.ThrowsAny<IOException>(() => ModelFile.Load<Perceptron>(FilePath + ".not"));
    }
}
