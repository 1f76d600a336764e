using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FromScratch.Kernel.Jupyter;

/// <summary>Where a front end wants its kernel to listen, and the key they share.</summary>
/// <remarks>Source: jupyter-client documentation, "Making kernels for Jupyter".</remarks>
internal sealed record ConnectionFile(
    [property: JsonPropertyName("ip"), JsonRequired] string Ip,
    [property: JsonPropertyName("transport"), JsonRequired] string Transport,
    [property: JsonPropertyName("shell_port"), JsonRequired] int ShellPort,
    [property: JsonPropertyName("iopub_port"), JsonRequired] int IopubPort,
    [property: JsonPropertyName("stdin_port"), JsonRequired] int StdinPort,
    [property: JsonPropertyName("control_port"), JsonRequired] int ControlPort,
    [property: JsonPropertyName("hb_port"), JsonRequired] int HeartbeatPort,
    [property: JsonPropertyName("key"), JsonRequired] string Key,
    [property: JsonPropertyName("signature_scheme")] string? SignatureScheme = null)
{
    /// <exception cref="CommandException">The file is missing or unreadable, or asks for what this kernel does not do.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllText(path))?.Checked(path) ?? throw new JsonException("it holds null");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CommandException($"{path}: not a Jupyter connection file: {e.Message}");
        }
    }

    [JsonIgnore]
    public IPAddress Address => Ip == "localhost" ? IPAddress.Loopback : IPAddress.Parse(Ip);

    [JsonIgnore]
    public byte[] KeyBytes => Encoding.UTF8.GetBytes(Key);

    private ConnectionFile Checked(string path)
    {
        if (Transport != "tcp") throw new CommandException($"{path}: transport \"{Transport}\", expected \"tcp\".");
        if (SignatureScheme is not (null or "" or "hmac-sha256")) throw new CommandException($"{path}: signature_scheme \"{SignatureScheme}\", expected \"hmac-sha256\".");
        if (Ip != "localhost" && !(IPAddress.TryParse(Ip, out var address) && IPAddress.IsLoopback(address)))
            throw new CommandException($"{path}: ip \"{Ip}\", expected a loopback address: whoever reaches a kernel runs code on this machine.");
        return this;
    }
}
