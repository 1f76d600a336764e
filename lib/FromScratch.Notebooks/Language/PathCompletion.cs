namespace FromScratch.Notebooks;

/// <summary>Files and folders inside the quotes of <c>#r "…"</c> and <c>#load "…"</c>; null where no such quotes are open.</summary>
internal static partial class PathCompletion
{
    public static CompletionList? At(string code, int position, string folder)
    {
        if (OpenDirective().Match(code[..position]) is not { Success: true } directive) return null;
        var (parent, name) = (new DirectoryInfo(Path.GetFullPath(directive.Groups["parent"].Value, folder)), directive.Groups["name"].Value);
        var pattern = directive.Groups["kind"].Value == "r" ? "*.dll" : "*.csx";
        if (!parent.Exists) return new(position, position, []);
        var entries = parent.EnumerateDirectories("*", new EnumerationOptions()).Select(sub => new Completion(sub.Name + "/", "folder")).Concat(parent.EnumerateFiles(pattern, new EnumerationOptions()).Select(file => new Completion(file.Name, "file")))
            .Where(entry => name.Length > 0 || entry.Text[0] != '.').Prepend(new Completion("../", "folder"))
            .Where(entry => entry.Text.StartsWith(name, StringComparison.OrdinalIgnoreCase)).OrderBy(entry => entry.Text, StringComparer.OrdinalIgnoreCase);
        var end = code.IndexOfAny(['"', '\n', '\r'], position);
        return new(position - name.Length, end < 0 ? code.Length : end, [.. entries]);
    }

    [GeneratedRegex("""(^|\n)\s*#(?<kind>r|load)\s+"(?!nuget:)(?<parent>([^"\n]*[/\\])?)(?<name>[^"\n/\\]*)$""")]
    private static partial Regex OpenDirective();
}
