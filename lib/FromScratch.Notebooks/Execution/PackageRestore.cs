using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace FromScratch.Notebooks;

/// <summary>Files of packages and of all they need: to compile against, to run, and native ones.</summary>
internal sealed record PackageAssets(IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native);

/// <summary>
/// Gets the packages of <c>#r "nuget: Name, version"</c> by <c>dotnet restore</c> of a project written for them, so that the user's own
/// NuGet.Config holds. What was restored once is found again in a folder of the user's, named by framework, platform and packages.
/// </summary>
internal static partial class PackageRestore
{
    private static readonly string Framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
    private static readonly string Platform = (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>Name and version of <c>nuget: Name, version</c>; the version is <c>*</c>, the latest, when there is none.</summary>
    /// <exception cref="PackageException">The text has another form.</exception>
    public static (string Name, string Version) Parse(string reference) => Reference().Match(reference) is { Success: true } match
        ? (match.Groups["name"].Value, match.Groups["version"] is { Success: true } version ? version.Value : "*")
        : throw new PackageException($"Expected #r \"nuget: Name, version\", found #r \"{reference}\".");

    /// <exception cref="PackageException">A package or version does not exist, or no source answers.</exception>
    /// <exception cref="OperationCanceledException">Stopped; nothing is kept.</exception>
    public static PackageAssets Restore(IReadOnlyCollection<(string Name, string Version)> packages, CancellationToken stop)
    {
        var ordered = packages.Order().ToList();
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ordered.Select(package => $"{package}").Prepend(Framework + Platform)))));
        var home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "from-scratch", "packages");
        var folder = Path.Combine(home, key[..16]);
        if (Read(folder) is { } known) return known;
        // Restored beside its place and moved there when complete: a restore that fails or is killed leaves nothing to trip over.
        var draft = $"{folder}-{Guid.NewGuid():N}";
        Directory.CreateDirectory(draft);
        try
        {
            new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
                new XElement("PropertyGroup",
                    new XElement("TargetFramework", Framework), new XElement("RuntimeIdentifier", Platform), new XElement("SelfContained", false)),
                new XElement("ItemGroup", ordered.Select(package => new XElement("PackageReference", new XAttribute("Include", package.Name), new XAttribute("Version", Exactly(package.Version))))))
                .Save(Path.Combine(draft, "packages.csproj"));
            Run(draft, string.Join(", ", ordered.Select(package => $"{package.Name} {package.Version}")), stop);
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true); // Its packages were deleted since, or another kernel was faster.
            Directory.Move(draft, folder);
            return Read(folder) ?? throw new PackageException($"The packages restored in {folder} are incomplete.");
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    // NuGet reads 1.2 as "1.2 or the next there is"; who names a version means that one.
    private static string Exactly(string version) => version.AsSpan().ContainsAny("*[(") ? version : $"[{version}]";

    private static void Run(string folder, string packages, CancellationToken stop)
    {
        var start = new ProcessStartInfo(Dotnet.Command, ["restore", "--nologo", "-nodeReuse:false"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        try
        {
            using var restore = Process.Start(start)!;
            using var killing = stop.Register(() => restore.Kill(entireProcessTree: true));
            var output = restore.StandardOutput.ReadToEnd();
            restore.WaitForExit();
            stop.ThrowIfCancellationRequested();
            if (restore.ExitCode != 0)
            {
                var errors = Error().Matches(output).Select(match => match.Groups["error"].Value.Replace("Warning As Error: ", "", StringComparison.Ordinal).Trim()).Distinct().ToList();
                throw new PackageException($"{packages} could not be restored:\n{string.Join('\n', errors.Count > 0 ? errors : [output.Trim()])}");
            }
        }
        catch (Win32Exception e) { throw new PackageException($"#r \"nuget: …\" needs the .NET SDK, and dotnet could not be started: {e.Message}"); }
    }

    private static PackageAssets? Read(string folder)
    {
        var file = Path.Combine(folder, "obj", "project.assets.json");
        if (!File.Exists(file)) return null;
        var assets = JsonNode.Parse(File.ReadAllText(file))!;
        var roots = assets["packageFolders"]!.AsObject().Select(root => root.Key).ToList();
        var packages = assets["targets"]![$"{Framework}/{Platform}"]!.AsObject();
        List<string> Files(string kind) => [.. packages.SelectMany(package => (package.Value![kind]?.AsObject() ?? [])
            .Where(asset => !asset.Key.EndsWith("_._", StringComparison.Ordinal))
            .Select(asset => roots.Select(root => Path.Combine(root, assets["libraries"]![package.Key]!["path"]!.GetValue<string>(), asset.Key)).FirstOrDefault(File.Exists, "")))];
        var found = new PackageAssets(Files("compile"), Files("runtime"), Files("native"));
        return found.Compile.Concat(found.Runtime).Concat(found.Native).Contains("") ? null : found;
    }

    [GeneratedRegex(@"^nuget:\s*(?<name>[\w.-]+)\s*(,\s*(?<version>[\w.*+\-\[\]() ,]+?)\s*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"error (?<error>[A-Z]+\d+: .*?)( \[[^\[\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();
}

/// <summary>Why packages could not be had, for the learner.</summary>
internal sealed class PackageException(string message) : Exception(message);
