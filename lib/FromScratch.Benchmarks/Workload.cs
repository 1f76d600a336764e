namespace FromScratch.Benchmarks;

/// <summary>Something to time: ours, and the line that names the same to the Python workers.</summary>
/// <param name="Name">As the table prints it.</param>
/// <param name="Line">Name and arguments of the workload in worker.py.</param>
/// <param name="Prepare">Makes the data, and returns what is timed.</param>
/// <param name="Cold">Timed as the first thing that a process does.</param>
/// <param name="Goal">The most that ours may take, relative to <paramref name="Against"/>; null where there is no goal.</param>
internal sealed record Workload(string Name, string Precision, string Line, Func<Action> Prepare, double? Goal = null, string Against = "NumPy", bool Cold = false);
