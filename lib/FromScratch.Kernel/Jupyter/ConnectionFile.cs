using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FromScratch.Kernel.Jupyter;

/// <summary>Where a front end wants its kernel to listen, and the key they share.</summary>
/// <remarks>Source: jupyter-client documentation, "Making kernels for Jupyter".</remarks>
internal sealed record ConnectionFile(
    string Ip, string Transport, int ShellPort, int IopubPort, int StdinPort, int ControlPort,
    [property: JsonPropertyName("hb_port")] int HeartbeatPort, string Key, string? SignatureScheme = null)
{
    private static readonly JsonSerializerOptions Names = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    [JsonIgnore]
    public IPAddress Address => Ip == "localhost" ? IPAddress.Loopback : IPAddress.Parse(Ip);

    /// <exception cref="CommandException">The file is missing or unreadable, or asks for what this kernel does not do.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllText(path), Names) ?? throw new JsonException("it holds null");
            return file.Checked(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CommandException($"{path}: not a Jupyter connection file: {e.Message}");
        }
    }

    private ConnectionFile Checked(string path)
    {
        if (Transport != "tcp") throw new CommandException($"{path}: transport \"{Transport}\", expected \"tcp\".");
        if (SignatureScheme is not (null or "" or "hmac-sha256")) throw new CommandException($"{path}: signature_scheme \"{SignatureScheme}\", expected \"hmac-sha256\".");
        if (Ip != "localhost" && !(IPAddress.TryParse(Ip, out var address) && IPAddress.IsLoopback(address)))
            throw new CommandException($"{path}: ip \"{Ip}\", expected a loopback address: whoever reaches a kernel runs code on this machine.");
        return this;
    }
}
