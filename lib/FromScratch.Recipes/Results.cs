using System.Text.Json;

namespace FromScratch.Recipes;

/// <summary>What made a result. Results are compared and averaged only where all of it is the same.</summary>
/// <param name="Library">The build of the maths library: another build may train differently.</param>
internal sealed record Origin(string Recipe, string Parameters, string Data, string Library, string Machine);

/// <summary>A finished seed.</summary>
/// <param name="Accuracy">The share of the test images read rightly.</param> <param name="Seconds">By the clock on the wall.</param>
/// <param name="CpuSeconds">Of all threads together.</param> <param name="PeakMegabytes">The most memory the process has held so far.</param>
internal sealed record Result(Origin Origin, int Seed, double Accuracy, double Seconds, double CpuSeconds, double PeakMegabytes);

/// <summary>Finished seeds, a line of JSON each. A line is added when a seed is finished, so stopping at any moment loses only the one under way.</summary>
internal sealed class Results(string path)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    public static string Usual => System.IO.Path.Combine(Environment.GetFolderPath(
        Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "FromScratch", "recipes.jsonl");

    public string Path => path;

    /// <summary>Its finished seeds, 1 … seeds.</summary>
    public IReadOnlyList<Result> Of(Origin origin, int seeds) => !File.Exists(path) ? [] :
        [.. File.ReadLines(path).Select(Parse).OfType<Result>().Where(result => result.Origin == origin && result.Seed >= 1 && result.Seed <= seeds)
            .DistinctBy(result => result.Seed).OrderBy(result => result.Seed)];

    public void Add(Result result)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        // What a killed run left of a line stays a line of its own.
        if (file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n') file.WriteByte((byte)'\n');
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(result, Strict), (byte)'\n']);
    }

    // Null for what is not a whole line of ours.
    private static Result? Parse(string line)
    {
        try { return JsonSerializer.Deserialize<Result>(line, Strict); }
        catch (JsonException) { return null; }
    }
}
