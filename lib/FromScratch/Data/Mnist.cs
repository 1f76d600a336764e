namespace FromScratch;

/// <summary>Handwritten digits, 28×28 pixels, 0 … 1 → the digit 0 … 9: 60,000 examples to learn from, 10,000 to test on.</summary>
/// <remarks>Source: LeCun, Cortes and Burges, The MNIST database of handwritten digits, 1998.</remarks>
public static class Mnist
{
    private static readonly RemoteFile[] Files =
    [
        new("train-images-idx3-ubyte.gz", 9912422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
        new("train-labels-idx1-ubyte.gz", 28881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
        new("t10k-images-idx3-ubyte.gz", 1648877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
        new("t10k-labels-idx1-ubyte.gz", 4542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
    ];

    private static Downloads Cache => new(Path.Combine(Environment.GetFolderPath(
        Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "FromScratch", "mnist"),
        [new("https://storage.googleapis.com/cvdf-datasets/mnist/"), new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            new("https://raw.githubusercontent.com/fgnt/mnist/master/")]);

    /// <summary>Both sets: from the folder, else from the one that the variable FROMSCRATCH_DATA names, else from the user's cache,
    /// into which they are downloaded (11 MB) where they are not there yet.</summary>
    /// <param name="folder">Where the four files are, packed or unpacked; nothing is downloaded then.</param>
    /// <param name="progress">Told of a download.</param> <param name="cancellation">Gives a download up.</param>
    /// <exception cref="IOException">The files are not there and cannot be downloaded or kept; the message says what to do.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static (Dataset Train, Dataset Test) Load(
        string? folder = null, IProgress<Download>? progress = null, CancellationToken cancellation = default) =>
        Load(folder, Environment.GetEnvironmentVariable("FROMSCRATCH_DATA"), Cache, Files, (60000, 10000), progress, cancellation);

    /// <summary>MNIST, or, where it cannot be had, the course's own digits, 8×8 pixels, 0 … 1, the last 360 to test on: a notice says so.</summary>
    /// <param name="notice">Where to write it; the console if it is not said.</param>
    public static (Dataset Train, Dataset Test) LoadOrDigits(TextWriter? notice = null) => LoadOrDigits(() => Load(), notice);

    internal static (Dataset Train, Dataset Test) LoadOrDigits(Func<(Dataset, Dataset)> load, TextWriter? notice)
    {
        try { return load(); }
        catch (IOException e)
        {
            (notice ?? Console.Out).WriteLine($"Note: these are the course's own digits, 8×8, not MNIST. {e.Message}");
            var digits = Datasets.Digits();
            var scaled = digits with { X = digits.X / 16 };
            return (scaled.Rows([.. Enumerable.Range(0, 1437)]), scaled.Rows([.. Enumerable.Range(1437, 360)]));
        }
    }

    internal static (Dataset Train, Dataset Test) Load(string? folder, string? variable, Downloads cache, IReadOnlyList<RemoteFile> files,
        (int Train, int Test) counts, IProgress<Download>? progress, CancellationToken cancellation)
    {
        string? Lacks(string place) => files.FirstOrDefault(file => In(place, file.Name) is null)?.Name;
        if (folder is not null && Lacks(folder) is { } lacking)
            throw new FileNotFoundException($"{folder} should have {string.Join(", ", files.Select(file => file.Name))}, but lacks {lacking}.");
        var place = folder ?? (variable is not null && Lacks(variable) is null ? variable : cache.Get(files, progress, cancellation));
        return (Read("MNIST train", counts.Train, In(place, files[0].Name)!, In(place, files[1].Name)!),
            Read("MNIST test", counts.Test, In(place, files[2].Name)!, In(place, files[3].Name)!));
    }

    private static string? In(string folder, string name) =>
        new[] { name, Path.ChangeExtension(name, null) }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    private static Dataset Read(string name, int n, string images, string labels)
    {
        var (X, y) = (IdxFile.ReadImages(images), IdxFile.ReadLabels(labels));
        if ((X.RowCount, X.ColumnCount) != (n, 784)) throw new InvalidDataException($"{images}: expected {n}×784 pixels, found {X.ShapeText()}.");
        if (y.Count != n) throw new InvalidDataException($"{labels}: expected {n} labels, found {y.Count}.");
        if (y.Find(label => label > 9) is var (i, other)) throw new InvalidDataException($"{labels}: label {i} is {other}, no digit.");
        X.Divide(255, X);
        return Datasets.Images(name, X, y, side: 28, white: 1, "LeCun, Cortes and Burges, 1998");
    }
}
