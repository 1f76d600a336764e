using System.Text;

namespace FromScratch.Tests.Jupyter;

/// <summary>10,000 seeded peers that break the rules in every layer: greeting, handshake, frames, signature, JSON.</summary>
public class MalformedTrafficTests
{
    private const int Peers = 10_000;
    private const string Crime = "fromscratch.executed";
    private static readonly string Code = $$"""{"code":"AppDomain.CurrentDomain.SetData(\"{{Crime}}\", true);","silent":true}""";

    [Fact]
    public void Malformed_traffic_executes_nothing_and_the_next_valid_request_is_answered()
    {
        using var kernel = new TestKernel();
        var random = new Random(20261121);
        for (var i = 0; i < Peers; i++)
        {
            var (port, type) = kernel.Ports[random.Next(5)];
            using (var peer = new Peer(port)) Misbehave(peer, type, random);
            if (i % 500 == 0) Assert.True(kernel.Answers(), $"no answer after {i} peers");
        }

        Assert.True(kernel.Answers());
        Assert.Null(AppDomain.CurrentDomain.GetData(Crime));

        // The same request, signed, does run: the test could have failed.
        using var honest = Peer.Connected(kernel.File.ShellPort, "DEALER");
        honest.Send(Peer.Request("execute_request", Code, TestKernel.Key));
        Assert.Contains("\"ok\"", honest.Receive()[^1], StringComparison.Ordinal);
        Assert.Equal(true, AppDomain.CurrentDomain.GetData(Crime));
    }

    private static void Misbehave(Peer peer, string type, Random random)
    {
        switch (random.Next(12))
        {
            case 0:
                peer.Send(Noise(random, 200));
                break;
            case 1:
                peer.Send(Peer.Greeting[..random.Next(64)]);
                break;
            case 2:
                peer.Send([.. Peer.Greeting, .. Noise(random, 100)]);
                break;
            case 3:
                peer.Send([.. Peer.Greeting, .. Peer.Ready("PUSH")]);
                break;
            case 4:
                peer.Send([.. Peer.Greeting, .. Spoilt(Peer.Ready(type, "x"), random)]);
                break;
            case 5:
                peer.Send([.. Open(type), .. Noise(random, 300)]);
                break;
            case 6: // announces far more than it sends
                peer.Send([.. Open(type), (byte)(2 | random.Next(2)), .. Enumerable.Range(0, 8).Select(_ => (byte)random.Next(256)), 1, 2, 3]);
                break;
            case 7:
                peer.Send([.. Open(type), .. Peer.Request("execute_request", Code, "another key")]);
                break;
            case 8:
                peer.Send([.. Open(type), .. Peer.Request("execute_request", Code, TestKernel.Key, signature: random.Next(2) == 0 ? "" : new string('0', 64))]);
                break;
            case 9: // one bit wrong
                peer.Send([.. Open(type), .. Spoilt(Peer.Request("execute_request", Code, TestKernel.Key), random)]);
                break;
            case 10:
                var request = Peer.Request("execute_request", Code, TestKernel.Key);
                peer.Send([.. Open(type), .. request[..random.Next(request.Length)]]);
                break;
            default: // rightly signed, and yet no message
                peer.Send([.. Open(type), .. Peer.Request("", NoContent[random.Next(NoContent.Length)], TestKernel.Key, header: NoHeader[random.Next(NoHeader.Length)])]);
                break;
        }
    }

    private static readonly string[] NoContent = ["", "7", "[]", "{", "null", "{\"code\":1}", "{\"code\":\"\",\"code\":\"1\"}", new string('[', 5_000), "\ud800"];
    private static readonly string[] NoHeader = ["", "{}", "[]", "{\"msg_type\":7}", "{\"msg_type\":\"execute_request\"}", "{\"msg_type\":null}", "{\"msg_type\":\"nothing\"}"];

    private static byte[] Open(string type) => [.. Peer.Greeting, .. Peer.Ready(type)];

    private static byte[] Noise(Random random, int longest)
    {
        var noise = new byte[random.Next(longest)];
        random.NextBytes(noise);
        return noise;
    }

    private static byte[] Spoilt(byte[] bytes, Random random)
    {
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }
}
