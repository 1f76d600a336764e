using System.Text.RegularExpressions;

namespace FromScratch.Site;

/// <summary>A file built into this assembly, with places such as <c>{{title}}</c>; what is put in one is not looked at again.</summary>
internal static partial class Template
{
    public static string Read(string name)
    {
        using var file = typeof(Template).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    public static string Fill(string name, IReadOnlyDictionary<string, string> values) => Place().Replace(Read(name), place => values[place.Groups["name"].Value]);

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}")]
    private static partial Regex Place();
}
