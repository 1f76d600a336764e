using System.Text;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Documents;

public sealed class NotebookDocumentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>As Jupyter writes it, with everything a foreign notebook may carry.</summary>
    internal const string Foreign = """
        {
         "cells": [
          {
           "attachments": {
            "loss.png": {
             "image/png": "iVBORw0KGgo="
            }
           },
           "cell_type": "markdown",
           "id": "intro",
           "metadata": {
            "slideshow": {
             "slide_type": "slide"
            }
           },
           "source": [
            "# 경사하강법 🎢\n",
            "![loss](attachment:loss.png) \"quoted\" \\ / <b> \u0001\u001b\t"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 7,
           "id": "train",
           "metadata": {
            "rate": 1.0E-03,
            "tags": [
             "knobs"
            ]
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "epoch 1\r",
              "epoch 2\r\n",
              "\f",
              "end\n"
             ]
            },
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "data": [],
               "layout": {}
              },
              "image/png": "iVBORw0KGgo=",
              "text/html": [
               "<div>\n",
               "</div>"
              ],
              "text/plain": [
               "A falling curve"
              ]
             },
             "metadata": {
              "needs_background": "light"
             },
             "output_type": "display_data"
            },
            {
             "data": {
              "text/plain": [
               "0.25"
              ]
             },
             "execution_count": 7,
             "metadata": {},
             "output_type": "execute_result"
            },
            {
             "ename": "DivideByZeroException",
             "evalue": "Attempted to divide by zero.",
             "output_type": "error",
             "traceback": [
              "at line 1"
             ]
            }
           ],
           "source": []
          },
          {
           "cell_type": "raw",
           "id": "note",
           "metadata": {},
           "source": [
            "as it is\n"
           ]
          }
         ],
         "metadata": {
          "authors": [
           {
            "name": "Ada"
           }
          ],
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "version": 1.50
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void A_foreign_notebook_is_written_back_byte_for_byte()
    {
        File.WriteAllText(folder["a.ipynb"], Foreign);

        NotebookDocument.Read(folder["a.ipynb"]).Write(folder["b.ipynb"]);

        Assert.Equal(File.ReadAllBytes(folder["a.ipynb"]), File.ReadAllBytes(folder["b.ipynb"]));
    }

    [Fact]
    public void Cells_show_what_the_file_says()
    {
        var document = NotebookDocument.Parse(Foreign, "foreign.ipynb");
        var (prose, code, raw) = (document.Cells[0], document.Cells[1], document.Cells[2]);

        Assert.Equal("C#", document.Language);
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], document.Cells.Select(cell => cell.Kind));
        Assert.StartsWith("# 경사하강법 🎢\n![loss]", prose.Source);
        Assert.Equal("train", code.Id);
        Assert.Equal(["knobs"], code.Tags);
        Assert.Equal(7, code.ExecutionCount);
        Assert.Equal("as it is\n", raw.Source);

        Assert.Equal(new StreamOutput("stdout", "epoch 1\repoch 2\r\n\fend\n"), code.Outputs[0]);
        Assert.Equal("<div>\n</div>", Assert.IsType<DisplayOutput>(code.Outputs[1]).Data["text/html"].GetValue<string>());
        Assert.Equal("0.25", Assert.IsType<ResultOutput>(code.Outputs[2]).Data["text/plain"].GetValue<string>());
        Assert.Equal("DivideByZeroException", Assert.IsType<ErrorOutput>(code.Outputs[3]).Name);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_read_and_not_written()
    {
        var windows = "\uFEFF" + Foreign.ReplaceLineEndings("\r\n").Replace("as it is\\n", "as it\\r\\nis\\r\\n", StringComparison.Ordinal);
        File.WriteAllText(folder["a.ipynb"], windows, new UTF8Encoding(true));

        var document = NotebookDocument.Read(folder["a.ipynb"]);

        Assert.Equal("as it\nis\n", document.Cells[2].Source);
        Assert.DoesNotContain('\r', document.ToJson());
        Assert.StartsWith("{\n \"cells\"", document.ToJson());
    }

    [Fact]
    public void A_source_in_one_string_equals_a_source_in_lines()
    {
        var inLines = NotebookDocument.Parse(Cell("""["var x = 1;\n", "x"]"""), "a");
        var inOne = NotebookDocument.Parse(Cell("\"var x = 1;\\nx\""), "b");

        Assert.Equal(inLines.ToJson(), inOne.ToJson());

        static string Cell(string source) =>
            $$"""{"nbformat": 4, "nbformat_minor": 5, "cells": [{"cell_type": "code", "id": "x", "source": {{source}}}]}""";
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Older_minor_versions_become_4_5_with_ids_from_the_content(int minor)
    {
        var old = $$"""
            {"nbformat": 4, "nbformat_minor": {{minor}}, "metadata": {}, "cells": [
             {"cell_type": "markdown", "metadata": {}, "source": "## Softmax: definition"},
             {"cell_type": "markdown", "metadata": {}, "source": "## Softmax: definition"},
             {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "// Read the data\nvar x = 1;"}]}
            """;

        var document = NotebookDocument.Parse(old, "old.ipynb");

        Assert.Equal(["softmax-definition", "softmax-definition-2", "read-the-data"], document.Cells.Select(cell => cell.Id));
        Assert.Contains("\"nbformat_minor\": 5\n", document.ToJson());
    }

    [Fact]
    public void Outputs_of_all_code_cells_are_replaced_and_nothing_else()
    {
        var document = NotebookDocument.Parse(Foreign, "foreign.ipynb");

        var replaced = document.WithOutputs(cell => [new StreamOutput("stdout", $"ran {cell.Id}\n")]);

        Assert.Equal([new StreamOutput("stdout", "ran train\n")], replaced.Cells[1].Outputs);
        Assert.Equal(4, document.Cells[1].Outputs.Count);
        Assert.Equal(document.Cells[0], replaced.Cells[0]);
        Assert.Equal(document.Cells[2], replaced.Cells[2]);
    }

    [Fact]
    public void Half_a_surrogate_pair_printed_by_a_cell_still_gives_a_file_that_can_be_read()
    {
        var document = NotebookDocument.Parse(Foreign, "foreign.ipynb").WithOutputs(_ => [new StreamOutput("stdout", "half \ud83d")]);

        document.Write(folder["a.ipynb"]);

        Assert.Equal([new StreamOutput("stdout", "half \ufffd")], NotebookDocument.Read(folder["a.ipynb"]).Cells[1].Outputs);
    }
}
