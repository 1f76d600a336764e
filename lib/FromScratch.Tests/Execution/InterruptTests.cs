using System.Diagnostics;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Execution;

public sealed class InterruptTests
{
    // Each says "go" when it is where it should be interrupted.
    private static readonly Dictionary<string, string> Endless = new()
    {
        ["while"] = "go(); while (true) { }",
        ["while without a body"] = "go(); while (true);",
        ["for"] = "go(); for (;;) n++;",
        ["do"] = "go(); do n++; while (true);",
        ["foreach"] = "IEnumerable<int> Forever() { while (true) yield return 1; } go(); foreach (var one in Forever()) n += one;",
        ["goto"] = "void Loop() { again: n++; if (n != 0.5) goto again; } go(); Loop();",
        ["local function"] = "int Spin() { while (true) n++; } go(); Spin();",
        ["lambda"] = "Action spin = () => { while (true) n++; }; go(); spin();",
        ["method of a class"] = "class Spinner { public static void Spin() { for (var i = 0; ; i++) { } } } go(); Spinner.Spin();",
        ["recursion"] = "double Fib(double k) => k < 2 ? k : Fib(k - 1) + Fib(k - 2); go(); Fib(90);",
        ["library with a function of the cell"] = "int Compare(int a, int b) => a.CompareTo(b); go(); while (true) new List<int>(Enumerable.Range(0, 10_000_000)).Sort(Compare);",
        ["LINQ"] = "go(); Enumerable.Range(0, int.MaxValue).SelectMany(x => Enumerable.Range(0, 1000)).Where(x => x < 0).Count();",
        ["sleep"] = "go(); Thread.Sleep(1_000_000);",
        ["delay"] = "go(); await Task.Delay(1_000_000);",
        ["await of a loop"] = "go(); await Task.Run(() => { while (true) n++; });",
        ["wait for a loop"] = "go(); Task.Run(() => { while (true) n++; }).Wait();",
        ["loop after an await"] = "await Task.Yield(); go(); while (true) n++;",
        ["parallel loop"] = "go(); Parallel.For(0, int.MaxValue, i => { while (true) { } });",
        ["event"] = "go(); new ManualResetEvent(false).WaitOne();",
        ["lock"] = "var key = new object(); var held = new ManualResetEventSlim(); var holder = new Thread(() => { lock (key) { held.Set(); Thread.Sleep(1500); } }) { IsBackground = true }; holder.Start(); held.Wait(); go(); lock (key) { } while (true) { }",
        ["question"] = "go(); Console.ReadLine(); Console.ReadLine();",
        ["loop that swallows"] = "go(); while (true) { try { while (true) n++; } catch { } }",
        ["sleep that swallows"] = "go(); while (true) { try { Thread.Sleep(1_000_000); } catch (Exception) { } }",
        ["matrix product"] = "using MathNet.Numerics.LinearAlgebra; var M = Matrix<double>.Build.Dense(400, 400, 1.0); go(); while (true) M = M.Multiply(M) / 400;",
        ["output that swallows"] = "go(); while (true) { try { Console.WriteLine(n++); } catch { } }",
        ["output"] = "go(); while (true) Console.WriteLine(n++);",
    };

    public static TheoryData<string> Names => [.. Endless.Keys];

    /// <summary>A session and a way to stop its cells once they have said "go".</summary>
    private sealed class Stopped
    {
        private readonly Session session = new(AppContext.BaseDirectory);
        private int count;

        public Stopped() => Run("#r \"MathNet.Numerics.dll\"\nusing System.Threading;\nvar n = 0.0;\nvoid go() => Console.Error.Write(\"go\");\nvar alive = 7;", null);

        public ErrorOutput? Run(string code, TimeSpan? wait) => Time(code, wait).Error;

        public (ErrorOutput? Error, TimeSpan Took) Time(string code, TimeSpan? wait)
        {
            using var stop = new CancellationTokenSource();
            var clock = new Stopwatch();
            void Watch(Output output)
            {
                if (output is StreamOutput { Name: "stderr" })
                {
                    _ = Task.Delay(wait ?? TimeSpan.Zero).ContinueWith(_ => { clock.Start(); stop.Cancel(); }, TaskScheduler.Default);
                }
            }

            string? Ask(string prompt, bool password)
            {
                using var never = new SemaphoreSlim(0);
                never.Wait();
                return null;
            }

            var error = session.Execute(code, $"cell-{++count}", Watch, Ask, stop.Token);
            return (error, clock.Elapsed);
        }

        public bool IsAlive
        {
            get
            {
                string? text = null;
                session.Execute("alive", "after", output => text = (output as ResultOutput)?.Data["text/plain"].GetValue<string>());
                return text == "7";
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cell_told_to_stop_stops_and_the_session_goes_on(string name)
    {
        var session = new Stopped();
        var (error, took) = session.Time(Endless[name], TimeSpan.FromMilliseconds(30));
        TestContext.Current.TestOutputHelper!.WriteLine($"{took.TotalMilliseconds:0.0} ms");
        Assert.Equal(("Cancelled", "The cell was stopped."), (error?.Name, error?.Message));
        Assert.True(session.IsAlive);
    }

    [Fact]
    public void A_finalizer_that_throws_after_its_cell_was_stopped_does_no_harm()
    {
        var session = new Stopped();
        session.Run("class Bad { ~Bad() => throw new Exception(\"stray\"); }\nvoid Make() { new Bad(); }\nMake(); go(); while (true) { }", TimeSpan.Zero);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.True(session.IsAlive);
    }

    [Fact]
    public void A_long_training_stops_too()
    {
        var session = new Stopped();
        session.Run("#r \"FromScratch.dll\"\nusing FromScratch; using static FromScratch.Tensor;", null);
        var (error, _) = session.Time("var net = Mlp.Of([1, 4, 1], Activation.Tanh, Objective.MeanSquaredError, Initialize.Normal(), seed: 1);\ngo();\n"
            + "new Trainer(new Adam(0.01)) { Epochs = 1_000_000_000 }.Fit(net, new Dataset(\"a line\", Mat([1], [2]), Vec(1, 2), [], \"\", \"\"));", TimeSpan.FromMilliseconds(300));
        Assert.Equal(("Cancelled", "The cell was stopped."), (error?.Name, error?.Message));
        Assert.True(session.IsAlive);
    }

    [Fact]
    public void A_cell_inside_a_call_that_cannot_be_stopped_is_left_to_it()
    {
        var session = new Stopped();
        var (error, _) = session.Time("var pipe = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.In); go(); pipe.ReadByte();", TimeSpan.FromMilliseconds(300));
        Assert.StartsWith("The cell was stopped inside a call", error?.Message, StringComparison.Ordinal);
        Assert.True(session.IsAlive);
    }

    [Fact]
    public void Two_hundred_interrupts_at_random_times_all_end_their_cell_most_at_once()
    {
        var random = new Random(17);
        var session = new Stopped();
        var times = new List<double>();
        string[] names = [.. Endless.Keys.Where(name => name != "lock")];
        for (var i = 0; i < 200; i++)
        {
            var name = names[random.Next(names.Length)];
            var (error, took) = session.Time(Endless[name], TimeSpan.FromMilliseconds(random.Next(0, 20)));
            Assert.Equal((name, "The cell was stopped."), (name, error?.Message));
            times.Add(took.TotalMilliseconds);
        }

        times.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine($"median {times[100]:0.0} ms, 90 % {times[180]:0.0} ms, longest {times[199]:0.0} ms");
        Assert.True(session.IsAlive);
        Assert.InRange(times[100], 0, 50); // 1 ms on an idle machine; a busy one may take its time.
    }
}
