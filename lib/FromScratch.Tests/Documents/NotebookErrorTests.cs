using System.Text;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Documents;

public sealed class NotebookErrorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "expected a notebook in JSON, found an empty file.")]
    [InlineData(" \r\n\t", "expected a notebook in JSON, found an empty file.")]
    [InlineData("{\n \"cells\": [\n  oops", "found broken JSON at line 3, column 3:")]
    [InlineData("{\"경사\": oops}", "found broken JSON at line 1, column 8:")]
    [InlineData("{\"nbformat\": 4, \"nbformat\": 4}", "found broken JSON at line 1,")]
    [InlineData("{\"nbformat\": 4, \"a\": \"\\ud83d\"}", "found half of a surrogate pair")]
    [InlineData("{\"nbformat\": 4, \"\\ud83d\": 1}", "found half of a surrogate pair")]
    [InlineData("[1, 2]", "expected a notebook (an object with \"nbformat\" and \"cells\"), found a list.")]
    [InlineData("{\"name\": \"package\"}", "expected a notebook (an object with \"nbformat\" and \"cells\"), found an object.")]
    [InlineData("{\"nbformat\": \"4\"}", "nbformat: expected an integer, found the text \"4\".")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "expected nbformat 4.0 to 4.5, found 3.0.")]
    [InlineData("{\"nbformat\": 5, \"nbformat_minor\": 1}", "expected nbformat 4.0 to 4.5, found 5.1.")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 6, \"cells\": []}", "expected nbformat 4.0 to 4.5, found 4.6.")]
    [InlineData("{\"nbformat\": 4}", "cells: expected a list, found nothing.")]
    [InlineData("{\"nbformat\": 4, \"cells\": {}}", "cells: expected a list, found an object.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [], \"metadata\": 1e2}", "metadata: expected an object, found the number 1e2.")]
    public void A_file_that_is_no_notebook_says_what_was_expected_and_found(string text, string problem) =>
        AssertFails(Encoding.UTF8.GetBytes(text), problem);

    [Theory]
    [InlineData("3", "cells[0]: expected an object, found the number 3.")]
    [InlineData("{\"source\": \"x\"}", "cells[0].cell_type: expected \"code\", \"markdown\" or \"raw\", found nothing.")]
    [InlineData("{\"cell_type\": \"heading\", \"source\": \"x\"}", "cells[0].cell_type: expected \"code\", \"markdown\" or \"raw\", found the text \"heading\".")]
    [InlineData("{\"cell_type\": \"raw\"}", "cells[0].source: expected a text or a list of texts, found nothing.")]
    [InlineData("{\"cell_type\": \"raw\", \"source\": [\"a\", 2]}", "cells[0].source[1]: expected a text, found the number 2.")]
    [InlineData("{\"cell_type\": \"raw\", \"source\": \"\", \"id\": true}", "cells[0].id: expected a text, found true.")]
    [InlineData("{\"cell_type\": \"raw\", \"source\": \"\", \"metadata\": []}", "cells[0].metadata: expected an object, found a list.")]
    [InlineData("{\"cell_type\": \"raw\", \"source\": \"\", \"metadata\": {\"tags\": \"a\"}}", "cells[0].metadata.tags: expected a list, found the text \"a\".")]
    [InlineData("{\"cell_type\": \"code\", \"source\": \"\", \"execution_count\": 1.5}", "cells[0].execution_count: expected an integer, found the number 1.5.")]
    [InlineData("{\"cell_type\": \"code\", \"source\": \"\", \"outputs\": [{\"output_type\": \"pyout\"}]}", "cells[0].outputs[0].output_type: expected \"stream\"")]
    [InlineData("{\"cell_type\": \"code\", \"source\": \"\", \"outputs\": [{\"output_type\": \"display_data\", \"data\": {\"text/plain\": 3}}]}", "cells[0].outputs[0].data.text/plain: expected a text or a list of texts, found the number 3.")]
    public void A_malformed_cell_is_named_by_its_place(string cell, string problem) =>
        AssertFails(Encoding.UTF8.GetBytes($"{{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {{}}, \"cells\": [{cell}]}}"), problem);

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused_rather_than_guessed() =>
        AssertFails([.. "{\"a\": \""u8, 0xB0, 0xA1, .. "\"}"u8], "expected UTF-8 text, found the bytes B0 at byte 7.");

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        var missing = Assert.Throws<NotebookException>(() => NotebookDocument.Read(folder["absent.ipynb"]));
        Assert.Equal($"{folder["absent.ipynb"]}: expected a notebook, found no such file.", missing.Message);

        Directory.CreateDirectory(folder["sub.ipynb"]);
        Assert.StartsWith($"{folder["sub.ipynb"]}: cannot be read: ", Assert.Throws<NotebookException>(() => NotebookDocument.Read(folder["sub.ipynb"])).Message);
    }

    [Fact]
    public void No_damaged_notebook_raises_anything_but_a_notebook_exception()
    {
        var good = Encoding.UTF8.GetBytes(NotebookDocumentTests.Foreign);
        var random = new Random(1);
        var (read, refused) = (0, 0);

        for (var length = 0; length < good.Length; length++)
            Try(good[..length]);
        for (var trial = 0; trial < 3000; trial++)
        {
            var damaged = good.ToArray();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                damaged[random.Next(damaged.Length)] = trial % 2 == 0 ? (byte)random.Next(256) : (byte)random.Next(0x20, 0x7F);
            Try(damaged);
        }
        Assert.True(read > 200 && refused > 3000, $"the damage should go both ways: {read} read, {refused} refused");

        void Try(byte[] bytes)
        {
            File.WriteAllBytes(folder["x.ipynb"], bytes);
            try
            {
                NotebookDocument.Parse(NotebookDocument.Read(folder["x.ipynb"]).ToJson(), "again");
                read++;
            }
            catch (NotebookException e)
            {
                Assert.StartsWith(folder["x.ipynb"] + ": ", e.Message);
                Assert.DoesNotContain('\n', e.Message);
                refused++;
            }
        }
    }

    private void AssertFails(byte[] bytes, string problem)
    {
        File.WriteAllBytes(folder["bad.ipynb"], bytes);
        var error = Assert.Throws<NotebookException>(() => NotebookDocument.Read(folder["bad.ipynb"]));
        Assert.StartsWith(folder["bad.ipynb"] + ": ", error.Message);
        Assert.Contains(problem, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }
}
