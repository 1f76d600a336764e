using System.Net;
using System.Net.Sockets;
using FromScratch.Kernel.Jupyter;

namespace FromScratch.Tests.Jupyter;

/// <summary>A kernel in this process, on five free ports.</summary>
internal sealed class TestKernel : IDisposable
{
    public const string Key = "a-key";

    private readonly KernelServer server;

    public TestKernel()
    {
        var ports = FreePorts(5);
        File = new ConnectionFile("127.0.0.1", "tcp", ports[0], ports[1], ports[2], ports[3], ports[4], Key, "hmac-sha256");
        server = new KernelServer(File, Environment.CurrentDirectory);
        server.Start();
    }

    public ConnectionFile File { get; }

    public (int Port, string Type)[] Ports =>
        [(File.ShellPort, "DEALER"), (File.ControlPort, "DEALER"), (File.StdinPort, "DEALER"), (File.IopubPort, "SUB"), (File.HeartbeatPort, "REQ")];

    /// <summary>True when a valid request is answered.</summary>
    public bool Answers()
    {
        using var peer = Peer.Connected(File.ShellPort, "DEALER");
        peer.Send(Peer.Request("kernel_info_request", "{}", Key));
        return peer.Receive()[2].Contains("kernel_info_reply", StringComparison.Ordinal);
    }

    public void Dispose() => server.Dispose();

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
