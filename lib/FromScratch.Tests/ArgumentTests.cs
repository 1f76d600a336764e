using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

/// <summary>Walks every public method, constructor and setter of the maths: first a call that makes sense, then the same call with
/// one argument at a time that makes none.</summary>
public sealed class ArgumentTests
{
    private static readonly Matrix<double> X = Mat([1, 2, 3], [4, 5, 7], [0, 1, 1], [2, 0, 5]);
    private static readonly Network Net = Mlp.Of([3, 4, 2], Activation.Tanh, Objective.SoftmaxCrossEntropy, Initialize.Xavier, 1);
    private static readonly LogisticRegression Logistic = new(Vec(1, -1, 0.5), 0.2);
    private static readonly Dataset Data = new("data", X, Vec(0, 1, 0, 1), ["a", "b", "c"], "y", "made up") { ClassNames = ["0", "1"] };
    private static readonly ImageShape Image = new(1, 3, 4);

    // An argument that makes sense: by method and parameter, by parameter, else by its type.
    private static readonly Dictionary<string, object?> Sensible = new()
    {
        ["X"] = X,
        ["x"] = Vec(1, 2, 3),
        ["y"] = Vec(0, 1, 0, 1),
        ["Y"] = Mat([0], [1], [0], [1]),
        ["b"] = Vec(1, 2, 3),
        ["Z"] = X,
        ["W"] = X,
        ["z"] = Vec(0.5, -1, 2, 0),
        ["p"] = Vec(0.5, 0.1, 0.9, 0.2),
        ["q"] = Vec(0.5, 0.1, 0.9, 0.2),
        ["v"] = Vec(1, 2, 3),
        ["theta"] = Vec(1, 2, 3),
        ["g"] = Vec(1, 1, 1),
        ["prediction"] = Vec(0.5, 0.1, 0.9, 0.2),
        ["predicted"] = Vec(0, 1, 1, 1),
        ["indices"] = (int[])[0, 2],
        ["counts"] = Mat([3, 1], [0, 2]),
        ["start"] = Vec(1, 2, 3),
        ["at"] = Vec(1, 2, 3),
        ["gradient"] = Vec(2, 4, 6),
        ["loss"] = (Func<Vector<double>, double>)(t => t * t),
        ["f"] = (Func<Vector<double>, double>)(t => t * t),
        ["Weights"] = Mat([1, 0], [0, 1], [1, 1]),
        ["Bias"] = Vec(0, 1),
        ["Slope"] = Vec(0.1, 0.2, 0.3),
        ["InputWeights"] = Mat([1, 2], [0, 1], [1, 1]),
        ["StateWeights"] = Mat([1, 2], [0, 1]),
        ["values"] = (double[])[1, 2, 3],
        ["rows"] = (double[][])[[1, 2], [3, 4]],
        ["a"] = Logistic,
        ["path"] = Path.Combine(Repository.Root, "data", "cars.csv"),
        ["name"] = "cars.csv",
        ["text"] = "a,b\n1,2\n",
        ["column"] = "a",
        ["columns"] = (string[])["a"],
        ["features"] = Array.Empty<string>(),
        ["set"] = "I",
        ["starts"] = (string[])[Repository.Root],
        ["sizes"] = (int[])[3, 2],
        ["noise"] = Mat([1, 2], [0, 1]),
        ["real"] = X,
        ["trainer"] = new Trainer(new Adam()) { Epochs = 1 },
        ["factor"] = 0.5,
        ["threshold"] = 0.5,
        ["testFraction"] = 0.5,
        ["validation"] = null,
        ["test"] = 0.25,
        ["k"] = 2,
        ["classes"] = 2,
        ["inputs"] = 3,
        ["units"] = 2,
        ["theta:Network"] = Net,
        ["gradient:Network"] = Net,
        ["start:Network"] = Net,
        ["Mean"] = Vec(1, 1, 1),
        ["Scale"] = Vec(1, 1, 1),
        ["Train"] = Data,
        ["Validation"] = Data,
        ["Test"] = Data,
        ["train"] = Data,
        ["data"] = Data,
        ["sigma"] = 0.1,
        ["lambda"] = 0.1,
        ["fit"] = (Func<Vector<double>, Vector<double>>)(t => t),
        ["truth"] = (Func<double, double>)(t => t),
        ["BiasVariance.Simulate f"] = (Func<double, double>)(t => t),
        ["OneVersusRest.Fit fit"] = (Func<Matrix<double>, Vector<double>, LogisticRegression>)((_, _) => Logistic),
        ["LogisticRegression. Weights"] = Vec(1, 2, 3),
        ["LogisticRegression. Bias"] = 0.5,
        ["LinearRegression. Weights"] = Vec(1, 2, 3),
        ["LinearRegression. Bias"] = 0.5,
        ["Perceptron. Weights"] = Vec(1, 2, 3),
        ["Perceptron. Bias"] = 0.5,
        ["SoftmaxRegression. Weights"] = Mat([1, 0], [0, 1], [1, 1]),
        ["Network.InputGradient Y"] = Mat([0], [1], [0], [1]),
        ["Perceptron.Learn x"] = Vec(1, 2, 3),
        ["Perceptron.Learn y"] = 1.0,
        ["Mlp.Backpropagate y"] = Vec(1),
        ["Mlp.Backpropagate network"] = Net,
        ["Lstm. InputWeights"] = Matrix<double>.Build.Dense(3, 8, 0.1),
        ["Lstm. StateWeights"] = Matrix<double>.Build.Dense(2, 8, 0.1),
        ["Lstm. Bias"] = Vector<double>.Build.Dense(8),
        ["Convolution. Weights"] = Matrix<double>.Build.Dense(4, 2, 0.1),
        ["Convolution. Kernel"] = 2,
        ["kernel"] = 2,
        ["Convolution.Outputs inputs"] = 12,
        ["MaxPool.Outputs inputs"] = 12,
        ["Convolution.Forward X"] = Matrix<double>.Build.Dense(2, 12, 1),
        ["MaxPool.Forward X"] = Matrix<double>.Build.Dense(2, 12, 1),
        ["Convolution.Patches X"] = Matrix<double>.Build.Dense(2, 12, 1),
        ["Maxout.Outputs inputs"] = 4,
        ["Maxout.Forward X"] = Matrix<double>.Build.Dense(2, 4, 1),
        ["Pieces"] = 2,
        ["Keep"] = 0.5,
        ["Autoencoder.Decode H"] = Mat([1, 2], [3, 4]),
        ["Autoencoder.Fit input"] = null,
        ["GradientCheck.CentralDifferences f"] = (Func<Vector<double>, double>)(t => t * t),
        ["IdxFile.ReadImages path"] = Path.Combine(Repository.Root, "data", "digits-images-idx3-ubyte.gz"),
        ["IdxFile.ReadLabels path"] = Path.Combine(Repository.Root, "data", "digits-labels-idx1-ubyte.gz"),
        ["LinearRegression.FromVector theta"] = Vec(1, 2, 3, 4),
        ["LogisticRegression.FromVector theta"] = Vec(1, 2, 3, 4),
        ["Network.FromVector theta"] = Vector<double>.Build.Dense(26),
        ["Autoencoder.FromVector theta"] = Vector<double>.Build.Dense(17),
        ["ConfusionMatrix.OfClass k"] = 1,
        ["Pipeline.Of validation"] = 0.25,
        ["Pipeline.Of data"] = Datasets.Iris(),
        ["Metrics.RSquared prediction"] = Vec(0.1, 0.9, 0, 1),
        ["Polynomial.Features x"] = Vec(1, 2, 3),
        ["degree"] = 2,
        ["Predictions"] = X,
        ["Points"] = (LogisticRegression[])[Logistic],
        ["Losses"] = (double[])[1.0],
        ["floor"] = 0.0,
        ["SoftmaxRegression.FromVector theta"] = Vector<double>.Build.Dense(8),
    };

    private static readonly Dictionary<Type, object?> ByType = new()
    {
        [typeof(int)] = 2,
        [typeof(long)] = 1L,
        [typeof(double)] = 0.5,
        [typeof(bool)] = false,
        [typeof(string)] = "some",
        [typeof(Matrix<double>)] = X,
        [typeof(Vector<double>)] = Vec(1, 2, 3),
        [typeof(Random)] = new Random(1),
        [typeof(Activation)] = Activation.Tanh,
        [typeof(Objective)] = Objective.MeanSquaredError,
        [typeof(Initializer)] = Initialize.Xavier,
        [typeof(Network)] = Net,
        [typeof(Optimizer)] = new Adam(),
        [typeof(Dataset)] = Data,
        [typeof(ImageShape)] = Image,
        [typeof(Schedule)] = Schedules.Constant,
        [typeof(IReadOnlyList<string>)] = (string[])["a", "b", "c"],
        [typeof(IReadOnlyList<Layer>)] = Net.Layers,
        [typeof(IReadOnlyList<LogisticRegression>)] = (LogisticRegression[])[Logistic, Logistic],
        [typeof(IReadOnlyList<Epoch>)] = Array.Empty<Epoch>(),
        [typeof(Epoch)] = new Epoch(1, 2, 0.1, 0.5, null),
        [typeof(Download)] = new Download("a", 1, 2),
        [typeof(CancellationToken)] = CancellationToken.None,
        [typeof(LogisticRegression)] = Logistic,
        [typeof(Trainer)] = new Trainer(new Adam()) { Epochs = 1 },
        [typeof(IReadOnlyList<double>)] = (double[])[1.0],
        [typeof(IReadOnlyList<int>)] = (int[])[3, 2],
        [typeof(double?)] = null,
        [typeof(int?)] = null,
        [typeof(Func<LogisticRegression, double>)] = (Func<LogisticRegression, double>)(m => m.Loss(X, Data.y)),
        [typeof(Func<LogisticRegression, LogisticRegression>)] = (Func<LogisticRegression, LogisticRegression>)(m => m.Gradient(X, Data.y)),
        [typeof(Func<Vector<double>, Vector<double>>)] = (Func<Vector<double>, Vector<double>>)(t => 2 * t),
        [typeof(Func<Vector<double>, double>)] = (Func<Vector<double>, double>)(t => t * t),
    };

    // What an instance method is called on.
    private static readonly Dictionary<Type, object> Instances = new()
    {
        [typeof(CsvTable)] = CsvTable.Parse("a,b\n1,2\n"),
        [typeof(OptimizerRun)] = new Adam().Start(),
        [typeof(Optimizer)] = new Adam(),
        [typeof(GenerativeAdversarialNetwork)] = new GenerativeAdversarialNetwork(Mlp.Of([2, 3], Activation.Tanh, Objective.MeanSquaredError, Initialize.Xavier, 1),
            Mlp.Of([3, 1], Activation.Tanh, Objective.BinaryCrossEntropy, Initialize.Xavier, 1), new Adam(), new Adam()),
        [typeof(Learner)] = new Learner(Net, new Adam()),
        [typeof(Network)] = Net,
        [typeof(Autoencoder)] = Autoencoder.Of([3, 2], Activation.Tanh, Initialize.Xavier, 1),
        [typeof(LogisticRegression)] = Logistic,
        [typeof(LinearRegression)] = new LinearRegression(Vec(1, 2, 3), 0.5),
        [typeof(SoftmaxRegression)] = SoftmaxRegression.Zero(3, 2),
        [typeof(Perceptron)] = new Perceptron(Vec(1, 2, 3), 0),
        [typeof(OneVersusRest)] = new OneVersusRest([Logistic, Logistic]),
        [typeof(Dataset)] = Data,
        [typeof(Dense)] = Net.Layers[0],
        [typeof(PReLU)] = new PReLU(Vec(0.1, 0.2, 0.3)),
        [typeof(Dropout)] = new Dropout(),
        [typeof(Maxout)] = new Maxout(2),
        [typeof(Objective)] = Objective.MeanSquaredError,
        [typeof(Convolution)] = Convolution.Of(Image, 2, 2, Activation.Tanh, Initialize.Xavier, new Random(1)),
        [typeof(MaxPool)] = new MaxPool(Image),
        [typeof(ImageShape)] = Image,
        [typeof(Rnn)] = Rnn.Of(3, 2, Initialize.Xavier, new Random(1)),
        [typeof(Lstm)] = Lstm.Of(3, 2, Initialize.Xavier, new Random(1)),
        [typeof(Activation)] = Activation.Tanh,
        [typeof(Adam)] = new Adam(),
        [typeof(AdamW)] = new AdamW(),
        [typeof(GradientDescent)] = new GradientDescent(0.1),
        [typeof(Momentum)] = new Momentum(0.1),
        [typeof(Nesterov)] = new Nesterov(0.1),
        [typeof(Adagrad)] = new Adagrad(),
        [typeof(RMSProp)] = new RMSProp(),
        [typeof(Trainer)] = new Trainer(new Adam()) { Epochs = 1 },
        [typeof(ProgressBar)] = new ProgressBar(TextWriter.Null),
        [typeof(Standardizer)] = Standardizer.Fit(X),
        [typeof(Pipeline)] = new Pipeline(Data, Data, Data),
    };

    private static IEnumerable<MethodBase> Members() =>
        from type in typeof(Tensor).Assembly.GetExportedTypes()
        where !type.IsSubclassOf(typeof(Delegate)) && !type.IsInterface
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).OfType<MethodBase>()
        where member.DeclaringType!.Assembly == type.Assembly && (type == member.DeclaringType || Instances.ContainsKey(type))
        where !(type.IsAbstract && !member.IsStatic) && !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member.GetParameters().Length > 0
        // These write a file, or go to the network: they have tests of their own.
        where type != typeof(Mnist) && type != typeof(ModelFile) && !type.Name.StartsWith('<') && type != typeof(Descent<>)
        where member.Name is not ("Equals" or "Deconstruct" or "ToString" or "op_Equality" or "op_Inequality")
        select member is MethodInfo { IsGenericMethodDefinition: true } generic ? generic.MakeGenericMethod(typeof(LogisticRegression)) : member;

    private static string Name(MethodBase member) =>
        $"{member.ReflectedType!.Name}.{(member is ConstructorInfo ? "" : member.Name)}";

    private static object? Of(MethodBase member, ParameterInfo parameter)
    {
        var name = parameter.Name!;
        foreach (var key in (string[])[$"{Name(member)} {name}", $"{name}:{parameter.ParameterType.Name}", name])
            if (Sensible.TryGetValue(key, out var value) && (value is null ? !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null : parameter.ParameterType.IsInstanceOfType(value))) return value;
        return ByType.TryGetValue(parameter.ParameterType, out var any) ? any
            : parameter.HasDefaultValue ? parameter.DefaultValue
            : throw new InvalidOperationException($"{Name(member)} has a parameter {parameter.ParameterType} {name} that this test has no value for.");
    }

    // What makes no sense in place of a value, and the words of which the message must have one.
    private static IEnumerable<(object? Value, string[] Says)> Senseless(ParameterInfo parameter, object? sensible)
    {
        static Matrix<double> Any(int n, int k) => Matrix<double>.Build.Dense(n, k, (i, j) => i - j * j % 3);
        static string Number(IFormattable x) => x.ToString(null, CultureInfo.InvariantCulture);
        if (!parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.Nullable) yield return (null, []);
        switch (sensible)
        {
            case Matrix<double> M:
                foreach (var (n, k) in ((int, int)[])[(M.RowCount + 3, M.ColumnCount + 2), (M.RowCount, M.ColumnCount + 5), (M.RowCount + 5, M.ColumnCount)])
                    yield return (Any(n, k), [$"{n}×{k}", $" {n} ", $" {k} ", $" {k}.", $" {n * k} ", $" {n * k}."]);
                yield return (Any(0, 0), ["0×0", " 0 ", " 0."]);
                yield return (Matrix<double>.Build.Dense(M.RowCount, M.ColumnCount, double.NaN), ["NaN"]);
                break;
            case Vector<double> v:
                yield return (Vector<double>.Build.Dense(v.Count + 4, 1), [$"{v.Count + 4}"]);
                yield return (Vector<double>.Build.Dense(0), ["0", "empty", "at least one", "without an entry"]);
                foreach (var x in (double[])[double.NaN, 7, -0.5]) yield return (Vector<double>.Build.Dense(v.Count, i => x + i % 2), [Number(x)]);
                break;
            case double:
                foreach (var x in (double[])[double.NaN, -3.5, double.PositiveInfinity, 0]) yield return (x, [Number(x)]);
                break;
            case int:
                // A million steps or training sets would make sense, and take their time.
                foreach (var x in parameter.Name is "sets" or "value" ? (int[])[-7, 0] : [-7, 0, 1_000_003]) yield return (x, [$"{x}"]);
                break;
            case int[]:
                yield return (Array.Empty<int>(), []);
                yield return (new[] { -7, 99 }, []);
                break;
            case string:
                yield return ("", []);
                yield return ("no such thing", []);
                break;
        }
    }

    private static string Shown(object? value) => value switch
    {
        null => "null",
        Matrix<double> M => M.ShapeText() + (M.Enumerate().Any(double.IsNaN) ? " of NaN" : ""),
        Vector<double> v => $"{v.Count} entries" + (v.Count > 0 ? $" like {v[0]}" : ""),
        _ => $"{value}",
    };

    private static Exception? Error(MethodBase member, object?[] arguments)
    {
        try
        {
            _ = member is ConstructorInfo make ? make.Invoke(arguments)
                : member.Invoke(member.IsStatic ? null : Instances.GetValueOrDefault(member.ReflectedType!), arguments);
            return null;
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException;
        }
    }

    public static TheoryData<string> Types => [.. Members().Select(member => member.ReflectedType!.Name).Distinct()];

    [Theory, MemberData(nameof(Types))]
    public void What_makes_no_sense_is_refused_by_name_and_never_crashes(string type)
    {
        var wrong = new List<string>();
        foreach (var member in Members().Where(member => member.ReflectedType!.Name == type))
        {
            var parameters = member.GetParameters();
            object?[] arguments = [.. parameters.Select(parameter => Of(member, parameter))];
            if (Error(member, arguments) is { } error) wrong.Add($"{Name(member)} with arguments that make sense: {error.GetType().Name} {error.Message}");
            foreach (var (at, parameter) in parameters.Index())
                foreach (var (value, says) in Senseless(parameter, arguments[at]))
                    if (Mistake(Error(member, [.. arguments[..at], value, .. arguments[(at + 1)..]]), value, says, parameter.Name!, member is ConstructorInfo) is { } mistake)
                        wrong.Add($"{Name(member)}({parameter.Name} = {Shown(value)}): {mistake}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    // A record holds what it is given; what uses it says what is wrong with it.
    private static string? Mistake(Exception? error, object? value, string[] says, string name, bool holds) => error switch
    {
        null => value is null && !holds ? "null is taken" : null,
        ArgumentNullException { ParamName: var named } when value is null && named != name => $"another is named, {named}",
        not (ArgumentException or InvalidDataException or IOException) => $"{error.GetType().Name} {error.Message} {error.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("FromScratch.", StringComparison.Ordinal))}",
        _ => says.Length == 0 || says.Any(text => error.Message.Contains(text, StringComparison.Ordinal)) ? null : error.Message,
    };
}
