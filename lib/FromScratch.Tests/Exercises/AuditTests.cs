using System.Reflection;

namespace FromScratch.Tests.Exercises;

public class AuditTests
{
    /// <summary>Every method of the course and of the demonstration that gives a verdict, called with a stub.</summary>
    static IEnumerable<(string Name, Verdict Verdict)> Stubs() =>
        from type in new[] { typeof(Check), typeof(Demonstration) }
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.ReturnType == typeof(Verdict)
        let arguments = method.GetParameters().Select(p => p.HasDefaultValue ? p.DefaultValue : Stub(p.ParameterType)).ToArray()
        select ($"{type.Name}.{method.Name}", (Verdict)method.Invoke(null, arguments)!);

    static object? Stub(Type type) => type == typeof(double) ? double.NaN : type.IsValueType ? Activator.CreateInstance(type) : null;

    [Fact]
    public void Every_exercise_accepts_its_own_solution_and_recognises_each_of_its_mistakes()
    {
        var stubs = Stubs().ToList();
        Assert.True(stubs.Count >= 5);
        Assert.All(stubs, stub => Assert.Empty(stub.Verdict.Exercise!.Audit()));
    }

    [Fact]
    public void Every_stub_is_judged_not_yet() =>
        Assert.All(Stubs(), stub => Assert.False(stub.Verdict.Passed, stub.Name));

    [Fact]
    public void No_two_exercises_have_the_same_id() =>
        Assert.Equal(Stubs().Count(), Stubs().Select(stub => stub.Verdict.Exercise!.Id).Distinct().Count());

    [Fact]
    public void An_audit_finds_a_mistake_that_no_case_tells_from_the_right_answer()
    {
        var verdict = Judge.Function("audit-a", x => 0, right: (double x) => x * x, cases: [0, 1], praise: "Right.", hints: ["…"], mistakes: [("You doubled.", x => x * x * x)]);
        Assert.Contains(verdict.Exercise!.Audit(), error => error.Contains("no case tells the mistake \"You doubled.\"", StringComparison.Ordinal));
    }

    [Fact]
    public void An_audit_finds_two_mistakes_that_are_one()
    {
        var verdict = Judge.Function("audit-b", x => 0, right: (double x) => x, cases: [1, 2], praise: "Right.", hints: ["…"], mistakes: [("A", x => 3 * x), ("B", x => x + x + x)]);
        Assert.Contains(verdict.Exercise!.Audit(), error => error.Contains("the mistake \"B\" is taken for \"A\"", StringComparison.Ordinal));
    }

    [Fact]
    public void An_audit_finds_missing_praise_missing_hints_and_a_refused_solution()
    {
        var silent = Judge.Condition("audit-c", 1, right: 2, x => x == 2 ? "Not 2." : null, praise: " ", hints: []).Exercise!.Audit().ToList();
        Assert.Equal(3, silent.Count);
    }

    [Fact]
    public void An_audit_counts_as_no_try()
    {
        Assert.Empty(Demonstration.SigmoidAtTwo(0.5, "audit-d").Exercise!.Audit());
        Assert.Contains("Hint 2 of 2", Demonstration.SigmoidAtTwo(0.5, "audit-d").Text);
    }
}
