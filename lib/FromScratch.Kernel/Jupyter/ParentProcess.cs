using System.Runtime.InteropServices;
using FromScratch.Kernel.Wire;

namespace FromScratch.Kernel.Jupyter;

/// <summary>Ends the kernel when the front end that started it is gone, so that no kernel is left behind.</summary>
internal static class ParentProcess
{
    public static void Watch(Action gone) => Threads.Start("parent watch", () =>
    {
        if (OperatingSystem.IsWindows())
        {
            // Set by Jupyter: a handle of the parent, inherited for this purpose.
            if (!nint.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), out var handle)) return;
            using var parent = new ManualResetEvent(false) { SafeWaitHandle = new(handle, ownsHandle: false) };
            parent.WaitOne();
        }
        else
        {
            // An orphan gets another parent.
            for (var parent = GetParent(); GetParent() == parent;) Thread.Sleep(1_000);
        }
        gone();
    });

    [DllImport("libc", EntryPoint = "getppid")]
    private static extern int GetParent();
}
