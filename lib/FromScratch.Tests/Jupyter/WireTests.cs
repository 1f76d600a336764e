using System.Reflection;
using FromScratch.Kernel;
using FromScratch.Kernel.Jupyter;

namespace FromScratch.Tests.Jupyter;

public sealed class WireTests : IDisposable
{
    private readonly TestKernel kernel = new();

    public void Dispose() => kernel.Dispose();

    [Fact]
    public void Ping_is_answered_with_its_context()
    {
        using var peer = Peer.Connected(kernel.File.ShellPort, "DEALER");
        peer.Send(Peer.Frame([4, .. "PING"u8, 0, 10, .. "context"u8], flags: 4));
        var (flags, body) = peer.ReadFrame();
        Assert.Equal(4, flags);
        Assert.Equal([4, .. "PONG"u8, .. "context"u8], body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Both_forms_of_subscription_are_welcomed_and_obeyed(bool asCommand)
    {
        using var subscriber = Peer.Connected(kernel.File.IopubPort, "SUB");
        subscriber.Send(asCommand ? Peer.Frame([9, .. "SUBSCRIBE"u8, .. "status"u8], flags: 4) : Peer.Frame([1, .. "status"u8]));
        Assert.Contains("iopub_welcome", subscriber.Receive()[3], StringComparison.Ordinal);
        Assert.True(kernel.Answers());
        Assert.Equal("status", subscriber.Receive()[0]);
    }

    [Fact]
    public void A_cancelled_subscription_is_silent()
    {
        using var subscriber = Peer.Connected(kernel.File.IopubPort, "SUB");
        subscriber.Send(Peer.Frame([1]));
        subscriber.Receive();
        subscriber.Send(Peer.Frame([6, .. "CANCEL"u8], flags: 4));
        subscriber.Send(Peer.Frame([1, .. "shutdown_reply"u8]));
        Assert.Contains("iopub_welcome", subscriber.Receive()[3], StringComparison.Ordinal);
        Assert.True(kernel.Answers());
        using var client = Peer.Connected(kernel.File.ControlPort, "DEALER");
        client.Send(Peer.Request("shutdown_request", "{}", TestKernel.Key));
        Assert.Equal("shutdown_reply", subscriber.Receive()[0]);
    }

    [Fact]
    public void A_peer_of_the_wrong_type_is_hung_up_on()
    {
        using var peer = new Peer(kernel.File.ShellPort);
        peer.Send(Peer.Greeting);
        peer.Send(Peer.Ready("SUB"));
        Assert.True(peer.IsHungUpOn());
    }

    [Fact]
    public void A_reply_goes_to_the_connection_that_asked_though_another_has_the_same_identity()
    {
        using var first = Peer.Connected(kernel.File.ShellPort, "DEALER", "twin");
        using var second = Peer.Connected(kernel.File.ShellPort, "DEALER", "twin");
        first.Send(Peer.Request("kernel_info_request", "{}", TestKernel.Key));
        Assert.Contains("kernel_info_reply", first.Receive()[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_reply_finds_its_sender_after_a_reconnect()
    {
        using (var first = Peer.Connected(kernel.File.ShellPort, "DEALER", "wanderer"))
        {
            first.Send(Peer.Request("execute_request", """{"code":"System.Threading.Thread.Sleep(1000);"}""", TestKernel.Key));
            Thread.Sleep(300);
        }

        using var second = Peer.Connected(kernel.File.ShellPort, "DEALER", "wanderer");
        Assert.Contains("execute_reply", second.Receive()[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kernel_info_request", "{}", """{"msg_id":"m","msg_type":"\ud800"}""")]
    [InlineData("kernel_info_request", "{}", """{"msg_id":"\ud800","msg_type":"kernel_info_request"}""")]
    [InlineData("execute_request", """{"code":"\ud800"}""", null)]
    [InlineData("input_reply", "{}", null)]
    [InlineData("input_reply", """{"value":"\ud800"}""", null)]
    public void A_signed_message_that_makes_no_sense_harms_nobody(string type, string content, string? header)
    {
        foreach (var port in new[] { kernel.File.ShellPort, kernel.File.ControlPort, kernel.File.StdinPort })
        {
            using var peer = Peer.Connected(port, "DEALER");
            peer.Send(Peer.Request(type, content, TestKernel.Key, header: header));
            Thread.Sleep(100);
        }

        Assert.True(kernel.Answers());
    }

    [Theory]
    [InlineData("{\"ip\":\"127.0.0.1\",\"transport\":\"tcp\",\"shell_port\":0,\"iopub_port\":0,\"stdin_port\":0,\"control_port\":0,\"hb_port\":0,\"key\":null}")]
    [InlineData("{\"ip\":null,\"transport\":\"tcp\",\"shell_port\":0,\"iopub_port\":0,\"stdin_port\":0,\"control_port\":0,\"hb_port\":0,\"key\":\"\"}")]
    public void A_connection_file_without_a_value_is_named(string text) => A_broken_connection_file_is_named(text);

    [Theory]
    [InlineData("tcp", "0.0.0.0", "loopback")]
    [InlineData("tcp", "192.0.2.7", "loopback")]
    [InlineData("ipc", "127.0.0.1", "\"tcp\"")]
    public void A_connection_file_that_opens_the_machine_is_refused(string transport, string ip, string expected)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, $$"""{"ip":"{{ip}}","transport":"{{transport}}","shell_port":0,"iopub_port":0,"stdin_port":0,"control_port":0,"hb_port":0,"key":""}""");
        var error = Assert.Throws<CommandException>(() => ConnectionFile.Read(path));
        File.Delete(path);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains(transport == "tcp" ? ip : transport, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"ip\":\"127.0.0.1\"}")]
    public void A_broken_connection_file_is_named(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        var error = Assert.Throws<CommandException>(() => ConnectionFile.Read(path));
        File.Delete(path);
        Assert.StartsWith($"{path}: not a Jupyter connection file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_engine_knows_no_wire_and_the_kernel_no_compiler()
    {
        Assert.DoesNotContain(References(typeof(Notebooks.Session).Assembly), name => name.StartsWith("FromScratch", StringComparison.Ordinal) || name == "System.Net.Sockets");
        Assert.DoesNotContain(References(typeof(KernelServer).Assembly), name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        var wire = Directory.GetFiles(Path.Combine(Repository.Root, "lib", "FromScratch.Kernel", "Wire"), "*.cs");
        Assert.NotEmpty(wire);
        Assert.All(wire, file => Assert.DoesNotContain("FromScratch.Notebooks", File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
