using System.Text.Json.Nodes;
using FromScratch.Kernel.Jupyter;
using FromScratch.Notebooks;
using static FromScratch.Tests.Documents.Sample;

namespace FromScratch.Tests.Documents;

public sealed class NotebookCleanerTests
{
    private static string Clean(string notebook) => NotebookCleaner.Clean(NotebookDocument.Parse(notebook, "x.ipynb")).ToJson();

    private static NotebookDocument Document(params NotebookCell[] cells) => new("x.ipynb", [], cells);

    [Fact]
    public void What_Jupyter_and_VS_Code_saved_is_cleaned_to_the_same_bytes()
    {
        Assert.Equal(SavedNotebooks.Clean, Clean(SavedNotebooks.Clean));
        Assert.Equal(SavedNotebooks.Clean, Clean(SavedNotebooks.ByJupyter));
        Assert.Equal(SavedNotebooks.Clean, Clean(SavedNotebooks.ByVsCode));
        Assert.Equal(SavedNotebooks.Clean, Clean(SavedNotebooks.ByPolyglotBefore45));
    }

    [Fact]
    public void Outputs_written_by_a_run_are_already_clean()
    {
        var clean = NotebookCleaner.Clean(NotebookDocument.Parse(SavedNotebooks.Clean, "x.ipynb"));
        var random = new Random(4);
        for (var trial = 0; trial < 200; trial++)
        {
            var written = clean.WithOutputs(_ => CommittedOutputs.Of(CommittedOutputsTests.RandomOutputs(random))).ToJson();
            Assert.Equal(written, Clean(written));
            Assert.Null(NotebookCleaner.FirstUncleanLine(written, "x.ipynb"));
        }
    }

    [Fact]
    public void Cleaning_twice_is_cleaning_once()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 2000; trial++)
        {
            var once = Clean(RandomDocument(random).ToJson());
            Assert.Equal(once, Clean(once));
        }
    }

    [Fact]
    public void Every_id_is_valid_unique_and_stays_with_its_cell_when_cells_move()
    {
        var random = new Random(6);
        for (var trial = 0; trial < 500; trial++)
        {
            var clean = NotebookCleaner.Clean(RandomDocument(random));
            var ids = clean.Cells.Select(cell => cell.Id).ToList();
            Assert.All(ids, id => Assert.Matches("^[a-z0-9-]{1,40}$", id));
            Assert.Distinct(ids);

            var moved = NotebookCleaner.Clean(clean with { Cells = [.. clean.Cells.Reverse()] });
            Assert.Equal(ids, moved.Cells.Reverse().Select(cell => cell.Id));
        }
    }

    [Theory]
    [InlineData("softmax-definition"), InlineData("relu"), InlineData("xor-2"), InlineData("step-3-plot"), InlineData("2d-plot")]
    public void A_readable_id_stays(string id) =>
        Assert.Equal(id, NotebookCleaner.Clean(Document(new NotebookCell(CellKind.Code, id, "Train()"))).Cells[0].Id);

    [Theory]
    [InlineData("3f2a9c1b"), InlineData("a61a2bf0-d5d0-4c93-8ae0-8b5f0a3e1f77"), InlineData("#VSC-1f2e3d4c"), InlineData("VSC-1f2e3d4c"), InlineData("42")]
    [InlineData("cell-3"), InlineData("kJ8s9dKf_L2x"), InlineData("3f2a9c1b3f2a9c1b3f2a9c1b3f2a9c1b"), InlineData("Train"), InlineData("")]
    public void A_made_up_id_gives_way_to_the_content(string id) =>
        Assert.Equal("train-model", NotebookCleaner.Clean(Document(new NotebookCell(CellKind.Code, id, "TrainModel()"))).Cells[0].Id);

    [Theory]
    [InlineData(CellKind.Markdown, "Some text\n\n## The *softmax*: what's it?\nmore", "the-softmax-whats-it")]
    [InlineData(CellKind.Markdown, "One sees that the loss falls quickly.", "one-sees-that-the-loss")]
    [InlineData(CellKind.Markdown, "See [the docs](https://example.org/page) <b>now</b>", "see-the-docs-now")]
    [InlineData(CellKind.Markdown, "```\n# no heading\n```\n# Real heading", "real-heading")]
    [InlineData(CellKind.Markdown, "# 경사하강법\n\nGradient descent", "gradient-descent")]
    [InlineData(CellKind.Markdown, "# 경사하강법 (gradient descent) 🎢", "gradient-descent")]
    [InlineData(CellKind.Markdown, "# 경사하강법", "text")]
    [InlineData(CellKind.Markdown, "", "text")]
    [InlineData(CellKind.Markdown, "# 12345678", "text-12345678")]
    [InlineData(CellKind.Markdown, "# Cell 3", "text-cell-3")]
    [InlineData(CellKind.Markdown, "# A heading that goes on and on until it is too long", "a-heading-that-goes-on-and-on-until-it")]
    [InlineData(CellKind.Code, "\n// Read the data.\nvar x = 1;", "read-the-data")]
    [InlineData(CellKind.Code, "// 데이터\nvar iris = Iris.Load();", "iris-load")]
    [InlineData(CellKind.Code, "#r \"../lib/bin/FromScratch.dll\"\nusing FromScratch;", "from-scratch")]
    [InlineData(CellKind.Code, "var hiddenWeights = new Matrix(\"some text\"); // not me", "hidden-weights-matrix")]
    [InlineData(CellKind.Code, "display(LossCurve.Of(history));", "loss-curve-of-history")]
    [InlineData(CellKind.Code, "1 + 2", "code")]
    [InlineData(CellKind.Code, "string s = \"unclosed", "s")]
    [InlineData(CellKind.Raw, "<!-- note -->", "raw")]
    public void An_id_is_derived_from_the_content(CellKind kind, string source, string id) =>
        Assert.Equal(id, NotebookCleaner.Clean(Document(new NotebookCell(kind, "3f2a9c1b", source))).Cells[0].Id);

    [Fact]
    public void Derived_ids_step_aside_for_ids_that_stay()
    {
        var clean = NotebookCleaner.Clean(Document(
            new(CellKind.Markdown, "3f2a9c1b", "# Loss"), new(CellKind.Markdown, "loss", "# Accuracy"), new(CellKind.Markdown, "loss", "# Loss")));

        Assert.Equal(["loss-2", "loss", "loss-3"], clean.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void Only_blanks_without_meaning_are_trimmed()
    {
        var clean = NotebookCleaner.Clean(Document(
            new(CellKind.Markdown, "prose", "a line break  \nnext\n\n \n"), new(CellKind.Code, "code", "var x = 1;  \n\n  x\t\n\n")));

        Assert.Equal(["a line break  \nnext", "var x = 1;\n\n  x"], clean.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void Blanks_in_a_text_of_several_lines_stay()
    {
        const string code = "var raw = \"\"\"\n  a  \n  \"\"\";  \nvar old = @\"b \t\nc\"; \nvar both = $\"\"\"\n  {raw.Length} \n  \"\"\"; // note  ";
        Assert.Equal(
            code.Replace(";  \n", ";\n").Replace("; \n", ";\n").TrimEnd(),
            NotebookCleaner.Clean(Document(new NotebookCell(CellKind.Code, "code", code))).Cells[0].Source);
    }

    [Theory]
    [InlineData("image (1).png", "![x](attachment:image%20(1).png)")] // As a browser's encodeURIComponent writes it.
    [InlineData("image (1).png", "![x](attachment:image%20%281%29.png)")]
    [InlineData("50%20.png", "![x](<attachment:50%20.png>)")]
    [InlineData("그림!.png", "<img src=\"attachment:%EA%B7%B8%EB%A6%BC!.png\">")]
    public void A_shown_attachment_stays_however_its_name_is_encoded(string name, string source)
    {
        var cell = new NotebookCell(CellKind.Markdown, "intro", source) { Attachments = new JsonObject { [name] = new JsonObject { ["image/png"] = "AAAA" } } };
        Assert.Single(NotebookCleaner.Clean(Document(cell)).Cells[0].Attachments);
    }

    [Fact]
    public void Tags_and_shown_attachments_stay_and_the_rest_of_the_metadata_goes()
    {
        var attachments = new JsonObject { ["a b.png"] = new JsonObject { ["image/png"] = "AAAA" }, ["old.png"] = new JsonObject { ["image/png"] = "BBBB" } };
        var cell = new NotebookCell(CellKind.Markdown, "intro", "![a](attachment:a%20b.png)")
        {
            Metadata = new JsonObject { ["tags"] = new JsonArray("knobs"), ["collapsed"] = true },
            Attachments = attachments,
        };

        var clean = NotebookCleaner.Clean(Document(cell, new(CellKind.Code, "code", "") { Metadata = new JsonObject { ["tags"] = new JsonArray() } }));

        Assert.Equal("""{"tags":["knobs"]}""", clean.Cells[0].Metadata.ToJsonString());
        Assert.Equal("""{"a b.png":{"image/png":"AAAA"}}""", clean.Cells[0].Attachments.ToJsonString());
        Assert.Equal("{}", clean.Cells[1].Metadata.ToJsonString());
        Assert.Equal(2, attachments.Count);
    }

    [Theory]
    [InlineData(".net-csharp", "C# (FromScratch)")]
    [InlineData("fromscratch", "C# (FromScratch)")]
    [InlineData(".net-csharp", ".NET (C#)")]
    public void The_kernel_an_editor_notes_after_a_run_gives_way_to_the_one_in_git(string name, string title)
    {
        var saved = Document() with
        {
            Metadata = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["name"] = name, ["display_name"] = title, ["language"] = "C#" },
                ["language_info"] = KernelInfo.Content()["language_info"]!.DeepClone(),
            },
        };
        Assert.Equal(NotebookCleaner.Clean(Document()).ToJson(), NotebookCleaner.Clean(saved).ToJson());
    }

    [Fact]
    public void Another_language_is_refused_rather_than_relabelled()
    {
        var python = Document() with { Metadata = new JsonObject { ["language_info"] = new JsonObject { ["name"] = "python" } } };
        Assert.Equal("x.ipynb: expected a C# notebook, found the language \"python\".", Assert.Throws<NotebookException>(() => NotebookCleaner.Clean(python)).Message);

        var cell = new NotebookCell(CellKind.Code, "sum", "1 + 2") { Metadata = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "fsharp" } } };
        Assert.Equal("x.ipynb: expected C# in every code cell, found \"fsharp\" in cell sum.", Assert.Throws<NotebookException>(() => NotebookCleaner.Clean(Document(cell))).Message);
    }

    [Fact]
    public void The_first_unclean_line_is_named()
    {
        Assert.Null(NotebookCleaner.FirstUncleanLine(SavedNotebooks.Clean, "x.ipynb"));
        Assert.Equal(
            "x.ipynb: line 14: expected `   \"execution_count\": null,`, found `   \"execution_count\": 3,`.",
            NotebookCleaner.FirstUncleanLine(SavedNotebooks.Clean.Replace("\"execution_count\": null", "\"execution_count\": 3", StringComparison.Ordinal), "x.ipynb"));
        Assert.Equal("x.ipynb: line 1: expected `{`, found `{\\r`.", NotebookCleaner.FirstUncleanLine(SavedNotebooks.Clean.ReplaceLineEndings("\r\n"), "x.ipynb"));
        Assert.Contains("found the end of the file.", NotebookCleaner.FirstUncleanLine(SavedNotebooks.Clean.TrimEnd(), "x.ipynb"));
    }

    private static NotebookDocument RandomDocument(Random random)
    {
        string[] ids = ["3f2a9c1b", "loss", "loss-2", "text", "text-2", "cell-2", "42", "#VSC-1f2e3d4c", "", "code", "Loss"];
        string[] sources = ["# Loss", "# Loss 2", "# Cell", "# 12345678", "# deadbeef", "# VSC", "# 경사하강법", "", "  \n", "text", "// loss\nvar x = 1;  \n", "x\n\n", "```\n# x", new string('a', 50)];
        return Document([.. Enumerable.Range(0, random.Next(8)).Select(_ => new NotebookCell(
            (CellKind)random.Next(3), ids[random.Next(ids.Length)], sources[random.Next(sources.Length)]) is var cell && cell.Kind == CellKind.Code
                ? cell with { ExecutionCount = random.Next(9), Outputs = CommittedOutputsTests.RandomOutputs(random) }
                : cell)]);
    }
}
