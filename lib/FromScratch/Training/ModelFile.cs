using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FromScratch;

/// <summary>A trained model as a file: JSON with the kind of model, its numbers to the last digit, and a checksum over them.</summary>
/// <remarks>Models: the regressions, <see cref="OneVersusRest"/>, <see cref="Perceptron"/>, <see cref="Network"/> with every layer,
/// <see cref="Autoencoder"/>. A file written in one precision can be read in the other.</remarks>
public static class ModelFile
{
    private const int Version = 1;

    private static readonly Type[] Kinds = [typeof(LinearRegression), typeof(LogisticRegression), typeof(SoftmaxRegression), typeof(OneVersusRest),
        typeof(Perceptron), typeof(Network), typeof(Autoencoder)];

    private static readonly JsonSerializerOptions Options = new()
    {
        Converters =
        {
            new As<Matrix<Real>, Table>(M => new(M.RowCount, M.ColumnCount, M.Values()), e => Matrix<Real>.Build.Dense(e.Rows, e.Columns, e.Values)),
            new As<Vector<Real>, Real[]>(v => v.Values(), Vector<Real>.Build.Dense),
            new As<Activation, string>(f => f.Name, Activation.Named),
            new As<Objective, string>(objective => objective.Name, Objective.Named),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameLayers } },
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Writes the model beside the file first, so that an old file is replaced by a whole new one or not at all.</summary>
    /// <param name="path">The file, .json by custom.</param> <param name="model">One of the models above.</param>
    /// <exception cref="ArgumentException">It is another.</exception> <exception cref="IOException">The file cannot be written, or, an <see cref="UnauthorizedAccessException"/>, may not.</exception>
    public static void Save<T>(string path, T model) where T : class
    {
        if (!Kinds.Contains(typeof(T))) throw new ArgumentException(
            $"Expected one of {string.Join(", ", Kinds.Select(kind => kind.Name))}, found {typeof(T).Name}.", nameof(model));
        var text = JsonSerializer.Serialize(model.Given(), Options);
        var part = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.part");
        try
        {
            File.WriteAllText(part, $$"""{"fromScratchModel":{{Version}},"kind":"{{typeof(T).Name}}","sha256":"{{Checksum(text)}}","model":{{text}}}""" + "\n");
            File.Move(part, path, overwrite: true);
        }
        finally { File.Delete(part); }
    }

    /// <summary>The model that the file holds.</summary> <exception cref="IOException">The file cannot be read, or, an <see cref="UnauthorizedAccessException"/>, may not.</exception>
    /// <exception cref="InvalidDataException">It holds no model, one of another kind or a later version, or it was changed.</exception>
    public static T Load<T>(string path) where T : class
    {
        InvalidDataException Refused(string why, Exception? inner = null) => new($"{path}: {why}.", inner);
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllText(path));
            if (file.RootElement.ValueKind != JsonValueKind.Object || !file.RootElement.TryGetProperty("fromScratchModel", out var version))
                throw Refused("expected a model of this course, found other JSON");
            if (version.ToString() != $"{Version}") throw Refused($"expected version {Version} of the format, found {version}");
            var (kind, model) = (file.RootElement.GetProperty("kind").GetString(), file.RootElement.GetProperty("model"));
            if (kind != typeof(T).Name) throw Refused($"expected a {typeof(T).Name}, found a {kind}");
            if (file.RootElement.GetProperty("sha256").GetString() != Checksum(model.GetRawText()))
                throw Refused("its checksum is another: it was damaged or changed since it was saved");
            return model.Deserialize<T>(Options) ?? throw Refused("expected a model, found null");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or NotSupportedException
            or ArgumentException and not ArgumentNullException)
        {
            throw Refused($"expected a model of this course, found something else or only a part ({e.Message})", e);
        }
    }

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void NameLayers(JsonTypeInfo info)
    {
        if (info.Type != typeof(Layer)) return;
        info.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "layer" };
        foreach (var kind in typeof(Layer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Layer)) && !type.IsAbstract))
            info.PolymorphismOptions.DerivedTypes.Add(new(kind, kind.Name));
    }

    // Column after column.
    private sealed record Table(int Rows, int Columns, Real[] Values);

    private sealed class As<T, F>(Func<T, F> to, Func<F, T> from) : JsonConverter<T>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(T));
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            from(JsonSerializer.Deserialize<F>(ref reader, options) ?? throw new JsonException("null"));
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, to(value), options);
    }
}
