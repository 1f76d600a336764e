using System.Collections;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Displays;

public class PlainTextTests
{
    sealed record Point(double X, double Y);

    struct Pixel
    {
        public int Row;
        public int Column { get; set; }
    }

    sealed class Node
    {
        public string Name { get; } = "n";
        public Node Self => this;
        public int Boom => Name == "n" ? throw new InvalidOperationException("boom") : 0;
    }

    sealed class Endless
    {
        public Endless Next => Number == 7 ? new() : this;
        public int Number { get; } = 7;
    }

    sealed class Silent
    {
        public override string ToString() => throw new InvalidOperationException("no words");
    }

    static string Text(object? value) => Display.Format(value)["text/plain"].GetValue<string>();

    static readonly int[] OneTwoThree = [1, 2, 3];

    public static TheoryData<object?, string> Scalars => new()
    {
        { null, "null" }, { true, "True" }, { 42, "42" }, { -7L, "-7" }, { 1.5m, "1.5" }, { 'c', "c" }, { (int?)4, "4" }, { DayOfWeek.Friday, "Friday" },
        { 0.1 + 0.2, "0.3" }, { 1.0 / 3, "0.3333333" }, { 0.1f, "0.1" }, { 55000.0, "55000" }, { 123456789012.0, "123456789012" }, { 1234567.89, "1234567.9" },
        { 1e-9, "1e-09" }, { 0.00012345678, "0.0001234568" }, { 6.02214076e23, "6.022141e+23" }, { -0.0, "0" },
        { double.NaN, "NaN" }, { double.PositiveInfinity, "∞" }, { double.NegativeInfinity, "-∞" },
        { new DateTime(2026, 11, 3, 14, 5, 0), "2026-11-03 14:05:00" }, { new DateOnly(2026, 11, 3), "2026-11-03" }, { TimeSpan.FromSeconds(90), "00:01:30" },
        { typeof(Dictionary<string, int?[]>), "Dictionary<string, int?[]>" }, { (Func<double, double>)Math.Sin, "Func<double, double>" },
        { (1, "a", 2.5), "(1, \"a\", 2.5)" }, { new System.Numerics.Complex(1, -2), "1-2i" },
        { OneTwoThree, "[1, 2, 3]" }, { new List<List<double>> { new() { 1.5, 2 }, new() { 3 } }, "[[1.5, 2], [3]]" },
        { new object?[] { 1, "a\n\"", null, 'c' }, "[1, \"a\\n\\\"\", null, 'c']" }, { new List<char> { '\'', '"' }, "['\\'', '\"']" }, { new int[1, 1, 2], "[[[0, 0]]]" },
        { new Dictionary<string, double> { ["a"] = 1, ["b"] = 0.5 }, "{ \"a\": 1, \"b\": 0.5 }" }, { new Dictionary<int, int>(), "{}" },
        { Enumerable.Range(1, 5).GroupBy(n => n % 2 == 0), "{ False: [1, 3, 5], True: [2, 4] }" }, { "ax b".Split(" ").ToLookup(s => s.Length), "{ 2: [\"ax\"], 1: [\"b\"] }" },
        { new Point(1, 2), "Point { X = 1, Y = 2 }" }, { new { A = 1, B = "b" }, "{ A = 1, B = \"b\" }" },
        { new Pixel { Row = 1, Column = 2 }, "Pixel { Row = 1, Column = 2 }" }, { new Version(1, 2), "1.2" },
        { new ArgumentException("bad", new FormatException("worse")), "ArgumentException: bad\n  caused by FormatException: worse" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_value_reads_as_a_person_would_write_it(object? value, string expected) => Assert.Equal(expected, Text(value));

    [Fact]
    public void A_string_is_shown_as_it_is() => Assert.Equal("a \"b\"\n<c> \u001b[31mred", Text("a \"b\"\n<c> \u001b[31mred"));

    [Fact]
    public void A_sequence_is_cut_after_fifty_and_says_how_long_it_is()
    {
        var text = Text(Enumerable.Range(0, 1000).ToArray());
        Assert.EndsWith(" 49,\n … (1000 items)]", text);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100));
    }

    [Fact]
    public void A_lazy_sequence_is_enumerated_once_and_to_one_past_the_limit()
    {
        var (asked, started) = (0, 0);
        IEnumerable<int> Forever()
        {
            started++;
            while (true) yield return ++asked;
        }
        Assert.EndsWith("50, … (more)]", Text(Forever()).Replace("\n", "", StringComparison.Ordinal));
        Assert.Equal((51, 1), (asked, started));
    }

    [Fact]
    public void A_sequence_that_breaks_off_shows_what_came_and_why_it_ended()
    {
        static IEnumerable<int> Breaks()
        {
            yield return 1;
            throw new InvalidOperationException("dry");
        }
        Assert.Equal("[1, … (InvalidOperationException: dry)]", Text(Breaks()));
    }

    [Fact]
    public void A_cycle_is_cut_and_a_property_that_throws_shows_its_message() =>
        Assert.Equal("Node { Name = \"n\", Self = Node (itself again), Boom = InvalidOperationException: boom }", Text(new Node()));

    [Fact]
    public void An_endless_graph_is_cut_but_its_numbers_stay()
    {
        var text = Text(new Endless());
        Assert.Contains("Next = Endless …", text);
        Assert.Equal(4, text.Split("Number = 7").Length - 1);
    }

    [Fact]
    public void A_wide_and_deep_value_stays_small()
    {
        object tree = 1;
        for (var depth = 0; depth < 3; depth++) tree = Enumerable.Repeat(tree, 50).ToArray();
        Assert.True(Text(tree).Length < 100_000);
    }

    [Fact]
    public void A_ToString_that_throws_is_reported_in_its_place() =>
        Assert.Equal("Silent (ToString threw InvalidOperationException: no words)", Text(new Silent()));

    [Fact]
    public void A_task_is_not_waited_for()
    {
        var never = new TaskCompletionSource<int>();
        Assert.Equal("Task<int> (still running; await it to get its result)", Text(never.Task));
        Assert.Equal("Task (finished; await it to get its result)", Text(Task.CompletedTask));
        Assert.Equal("ValueTask<int> (not awaited)", Text(new ValueTask<int>(never.Task)));
        Assert.StartsWith("Task<int> (failed with FormatException: bad", Text(Task.FromException<int>(new FormatException("bad"))));
    }

    [Fact]
    public void An_async_sequence_says_how_to_read_it_and_shows_nothing_of_the_compilers()
    {
        static async IAsyncEnumerable<int> Up() { yield return 1; await Task.Yield(); }
        Assert.Equal("IAsyncEnumerable<int> (read it by await foreach)", Text(Up()));
    }

    [Fact]
    public void Half_a_surrogate_pair_can_still_be_written_as_json() =>
        Assert.Equal("\"a\\uFFFD\"", Display.Format("a\ud800")["text/plain"].ToJsonString());

    sealed class Hostile : IEnumerable, IDictionary<string, int>
    {
        static InvalidOperationException No => new("hostile");
        public int this[string key] { get => throw No; set => throw No; }
        public ICollection<string> Keys => throw No;
        public ICollection<int> Values => throw No;
        public int Count => throw No;
        public bool IsReadOnly => throw No;
        public void Add(string key, int value) => throw No;
        public void Add(KeyValuePair<string, int> item) => throw No;
        public void Clear() => throw No;
        public bool Contains(KeyValuePair<string, int> item) => throw No;
        public bool ContainsKey(string key) => throw No;
        public void CopyTo(KeyValuePair<string, int>[] array, int arrayIndex) => throw No;
        public IEnumerator<KeyValuePair<string, int>> GetEnumerator() => throw No;
        public bool Remove(string key) => throw No;
        public bool Remove(KeyValuePair<string, int> item) => throw No;
        public bool TryGetValue(string key, out int value) => throw No;
        IEnumerator IEnumerable.GetEnumerator() => throw No;
    }

    [Fact]
    public void A_value_whose_every_member_throws_is_still_shown() => Assert.Contains("InvalidOperationException: hostile", Text(new Hostile()));
}
