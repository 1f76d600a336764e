using System.Text.RegularExpressions;
using FromScratch.Notebooks;

namespace FromScratch.Kernel;

/// <summary>
/// The README's pictures. It is the list itself: an image <c>.github/images/LESSON/CELL.png</c> in it is the picture of that cell.
/// </summary>
internal static partial class Gallery
{
    /// <summary>Writes the pictures that the README beside the notebook's folder shows of this lesson.</summary>
    /// <exception cref="IOException">The README names a cell without a picture.</exception>
    public static void Write(string path, NotebookDocument lesson)
    {
        var root = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(path)));
        if (root is null || Path.Combine(root, "README.md") is var readme && !File.Exists(readme)) return;
        foreach (var image in Image().Matches(File.ReadAllText(readme)).Where(image => image.Groups["lesson"].Value == Path.GetFileNameWithoutExtension(path)))
        {
            var cell = image.Groups["cell"].Value;
            var png = lesson.Cells.Where(candidate => candidate.Id == cell).SelectMany(candidate => candidate.Outputs).OfType<BundleOutput>()
                .Select(output => output.Data.GetValueOrDefault("image/png")).FirstOrDefault(content => content is not null)
                ?? throw new IOException($"{readme}: expected a cell {cell} with a picture in {path}, found none.");
            var file = Path.Combine(root, image.Groups["file"].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, Convert.FromBase64String(png.GetValue<string>()));
        }
    }

    [GeneratedRegex(@"\((?<file>\.github/images/(?<lesson>[^/)\s]+)/(?<cell>[^/)\s]+)\.png)\)")]
    private static partial Regex Image();
}
