using FromScratch.Notebooks;

namespace FromScratch.Tests.Running;

public sealed class LessonRunnerTests
{
    [Fact]
    public void Two_lessons_asked_for_at_the_same_time_run_each_in_its_own_folder()
    {
        using var first = new NotebookFolder();
        using var second = new NotebookFolder();
        const string where = "System.Threading.Thread.Sleep(300); Console.Write(Path.GetFileName(Environment.CurrentDirectory));";
        NotebookFolder[] folders = [first, second];
        var told = new string[2];

        Parallel.For(0, 2, i => told[i] = LessonRunner.Run(NotebookDocument.Read(folders[i].Add("00-a.ipynb", where)), TimeSpan.FromSeconds(60))
            .Document.Cells[0].Outputs.OfType<StreamOutput>().Single().Text);

        Assert.Equal(folders.Select(folder => Path.GetFileName(folder.Path)), told);
    }
}
