using System.Globalization;
using System.Runtime.CompilerServices;
using FromScratch;
using FromScratch.Benchmarks;
using MathNet.Numerics;

// dotnet run -c Release --project lib/FromScratch.Benchmarks [--rounds 3] [--cold «workload» «threads»] [words …]
// The words choose the workloads whose name, precision or "2 threads" has them all. The others' libraries and ours take turns, so
// that whatever else the machine does slows all of them alike; medians are compared.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
RuntimeHelpers.RunModuleConstructor(typeof(Tensor).Module.ModuleHandle);
var workloads = Trainings.All.Concat(Products.All).ToList();
if (args is ["--cold", var name, var count])
{
    Control.MaxDegreeOfParallelism = int.Parse(count, CultureInfo.InvariantCulture);
    var run = Race.Ours(workloads.Single(workload => workload.Name == name).Prepare());
    Race.TouchMemory();
    Console.WriteLine(run(1));
    return;
}

var (rounds, words) = args is ["--rounds", var number, ..] ? (int.Parse(number, CultureInfo.InvariantCulture), args[2..]) : (9, args);
var report = new Report();
foreach (var threads in (int[])[1, 2])
{
    bool Asked(string title) => words.All(word => $"{title} {threads} threads".Contains(word, StringComparison.Ordinal));
    Control.MaxDegreeOfParallelism = threads;
    using var race = new Race(threads, rounds);
    foreach (var workload in workloads)
    {
        var how = workload.Cold ? "cold" : "warm";
        if (Asked($"{workload.Name} {workload.Precision} {how}")) report.Add(workload, threads, how, workload.Cold ? race.Cold(workload) : race.Warm(workload));
    }
    if (Asked("growth"))
        foreach (var workload in Trainings.Growth)
            report.Add(workload, threads, "growth", race.Warm(workload));
    if (Asked("cell"))
        report.Add(Cell.Product, threads, "warm", Cell.Compare(rounds));
}
report.Print();
