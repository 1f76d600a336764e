using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FromScratch.Tests;

/// <summary>Answers on a loopback port as it is told to: with files, with less than it promised, or not at all.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, byte[]?> answer;

    public FileServer(Func<string, byte[]?> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = Serve();
    }

    public Uri Root => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    /// <summary>The files asked for, in that order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];
    /// <summary>How many bytes at the end of a body are promised, but never sent.</summary>
    public int KeptBack { get; init; }
    /// <summary>Hangs up in the middle of a body.</summary>
    public bool HangsUp { get; init; }
    /// <summary>Says nothing after the promise.</summary>
    public bool Silent { get; init; }

    private async Task Serve()
    {
        while (true)
        {
            TcpClient client;
            try { client = await listener.AcceptTcpClientAsync(); }
            catch (Exception e) when (e is SocketException or ObjectDisposedException) { return; }
            _ = Task.Run(() => Answer(client));
        }
    }

    private async Task Answer(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
                var name = (await reader.ReadLineAsync())!.Split(' ')[1].TrimStart('/');
                while (await reader.ReadLineAsync() is { Length: > 0 }) { }
                Asked.Enqueue(name);
                var body = answer(name);
                var head = body is null ? "HTTP/1.1 404 Not Found\r\nContent-Length: 0" : $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}";
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{head}\r\nConnection: close\r\n\r\n"));
                if (Silent) await Task.Delay(5000);
                else if (HangsUp)
                {
                    await client.GetStream().WriteAsync(body.AsMemory(0, body!.Length / 2));
                    await Task.Delay(300);
                    client.LingerState = new(true, 0); // a reset, not an end
                }
                else await client.GetStream().WriteAsync((body ?? []).AsMemory(0, Math.Max(0, (body ?? []).Length - KeptBack)));
            }
            catch (IOException)
            {
                // The client has had enough.
            }
        }
    }

    public void Dispose() => listener.Dispose();
}
