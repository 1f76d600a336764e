namespace FromScratch.Kernel.Jupyter;

/// <summary>Who this kernel is.</summary>
internal static class KernelInfo
{
    public const string ProtocolVersion = "5.4";

    private static readonly string Version = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);

    public static JsonObject Content() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = ProtocolVersion,
        ["implementation"] = "FromScratch",
        ["implementation_version"] = Version,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = $"FromScratch {Version} · C# 14 on {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}",
        ["help_links"] = new JsonArray(),
        ["debugger"] = false,
        ["supported_features"] = new JsonArray(),
    };
}
