using FromScratch.Notebooks;

namespace FromScratch.Tests.Execution;

public class QuestionTests
{
    private static string Ask(string code, params string[] answers)
    {
        var lines = new Queue<string>(answers);
        var outputs = new List<Output>();
        var error = new Session(AppContext.BaseDirectory).Execute(code, "cell", outputs.Add, (prompt, password) =>
        {
            Assert.Equal(("", false), (prompt, password));
            return lines.TryDequeue(out var line) ? line : null;
        }, TestContext.Current.CancellationToken);
        Assert.Null(error);
        return string.Concat(outputs.OfType<StreamOutput>().Select(output => output.Text));
    }

    [Fact]
    public void A_cell_that_reads_the_console_asks_the_learner() =>
        Assert.Equal("Ada + Grace", Ask("Console.Write(Console.ReadLine() + \" + \" + Console.ReadLine());", "Ada", "Grace"));

    [Fact]
    public void A_cell_that_reads_characters_gets_lines_with_their_ends() =>
        Assert.Equal("a|b\n|c", Ask("var c = (char)Console.Read(); Console.Write($\"{c}|{(char)Console.In.Peek()}\"); Console.Read(); Console.Write($\"{(char)Console.Read()}|{Console.ReadLine()}\");", "ab", "c"));

    [Fact]
    public void The_rest_of_a_line_comes_before_the_next_question() =>
        Assert.Equal("bc,d", Ask("Console.Read(); Console.Write(Console.ReadLine() + \",\" + Console.ReadLine());", "abc", "d"));

    [Fact]
    public void Reading_to_the_end_takes_every_line() => Assert.Equal("1\n2\n", Ask("Console.Write(Console.In.ReadToEnd());", "1", "2"));

    [Fact]
    public void Another_input_is_the_business_of_its_cell()
    {
        var outputs = new List<Output>();
        var session = new Session(AppContext.BaseDirectory);
        session.Execute("Console.SetIn(new StringReader(\"mine\")); Console.Write(Console.ReadLine());", "first", outputs.Add, (_, _) => "yours", TestContext.Current.CancellationToken);
        session.Execute("Console.Write(Console.ReadLine()); Console.InputEncoding = Encoding.UTF8;", "second", outputs.Add, (_, _) => "yours", TestContext.Current.CancellationToken);
        session.Execute("Console.Write(Console.ReadLine());", "third", outputs.Add, (_, _) => "yours", TestContext.Current.CancellationToken);
        Assert.Equal("mine yours yours", string.Join(' ', outputs.OfType<StreamOutput>().Select(output => output.Text)));
    }

    [Fact]
    public void A_session_without_a_learner_is_at_the_end_of_input() =>
        Assert.Equal("nobody", new TestSession().Run("Console.ReadLine() ?? \"nobody\"").Value);
}
