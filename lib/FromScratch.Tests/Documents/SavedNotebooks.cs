namespace FromScratch.Tests.Documents;

/// <summary>One short lesson, clean and as three editors save it after a run.</summary>
/// <remarks>Long because it holds whole files: what an editor adds shows only in its place.</remarks>
internal static class SavedNotebooks
{
    public const string Clean = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "gradient-descent",
           "metadata": {},
           "source": [
            "# Gradient descent (경사하강법)\n",
            "Predict, then run. 🎢"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "the-knobs",
           "metadata": {
            "tags": [
             "knobs"
            ]
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "epoch 1: 0.50\n",
              "epoch 2: 0.25\n"
             ]
            },
            {
             "data": {
              "text/plain": [
               "Loss falls from 0.50 to 0.25"
              ]
             },
             "metadata": {
              "fingerprint": {
               "application/vnd.plotly.v1+json": "edbbb780f9b65bbd 4 3.75 3.75 7.5"
              }
             },
             "output_type": "display_data"
            },
            {
             "data": {
              "text/plain": [
               "0.25"
              ]
             },
             "execution_count": null,
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": [
            "// The knobs\n",
            "var rate = 0.1;\n",
            "Train(rate)"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "console-write-line-rate",
           "metadata": {},
           "outputs": [],
           "source": [
            "Console.WriteLine(rate);"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "language_info": {
           "file_extension": ".cs",
           "mimetype": "text/x-csharp",
           "name": "C#",
           "pygments_lexer": "csharp"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    /// <summary>JupyterLab: counters, random ids, timings, widget state; streams in pieces; the figure in every type, keys sorted.</summary>
    public const string ByJupyter = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "0b7c1f5e",
           "metadata": {
            "editable": true,
            "slideshow": {
             "slide_type": ""
            }
           },
           "source": [
            "# Gradient descent (경사하강법)\n",
            "Predict, then run. 🎢\n",
            "\n"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 12,
           "id": "9d2e44aa",
           "metadata": {
            "ExecuteTime": {
             "end_time": "2026-11-20T09:12:44.120Z",
             "start_time": "2026-11-20T09:12:43.900Z"
            },
            "collapsed": false,
            "execution": {
             "iopub.execute_input": "2026-11-20T09:12:43.901Z",
             "shell.execute_reply": "2026-11-20T09:12:44.118Z"
            },
            "jupyter": {
             "outputs_hidden": false
            },
            "scrolled": true,
            "tags": [
             "knobs"
            ],
            "trusted": true
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "epoch 1: 0.50\n"
             ]
            },
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "epoch 2: 1.00\repoch 2: 0.25\n"
             ]
            },
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "data": [
                {
                 "type": "scatter",
                 "x": [
                  1,
                  2
                 ],
                 "y": [
                  0.5,
                  0.25
                 ]
                }
               ],
               "layout": {
                "title": {
                 "text": "손실"
                }
               }
              },
              "text/html": [
               "<div id=\"plot-7f3a\">\n",
               "</div>"
              ],
              "text/plain": [
               "Loss falls from 0.50 to 0.25"
              ]
             },
             "metadata": {},
             "output_type": "display_data"
            },
            {
             "data": {
              "text/html": [
               "<pre>0.25</pre>"
              ],
              "text/plain": [
               "0.25"
              ]
             },
             "execution_count": 12,
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": [
            "// The knobs\n",
            "var rate = 0.1;  \n",
            "Train(rate)\n"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 13,
           "id": "c7e0d1f2",
           "metadata": {},
           "outputs": [
            {
             "ename": "CompilationError",
             "evalue": "(1,19): error CS0103: The name 'rate' does not exist",
             "output_type": "error",
             "traceback": []
            }
           ],
           "source": [
            "Console.WriteLine(rate);"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "language_info": {
           "file_extension": ".cs",
           "mimetype": "text/x-csharp",
           "name": "C#",
           "pygments_lexer": "csharp",
           "version": "14.0"
          },
          "toc-autonumbering": true,
          "widgets": {
           "application/vnd.jupyter.widget-state+json": {
            "state": {
             "8f1c": {
              "model_name": "LayoutModel"
             }
            },
            "version_major": 2,
            "version_minor": 0
           }
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    /// <summary>VS Code's Jupyter extension: keys in insertion order, ids of its own, the language noted on each cell, CRLF, no final newline.</summary>
    public static string ByVsCode => """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "a61a2bf0-d5d0-4c93-8ae0-8b5f0a3e1f77",
           "metadata": {},
           "source": [
            "# Gradient descent (경사하강법)\r\n",
            "Predict, then run. 🎢"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 1,
           "id": "#VSC-5f0a3e1f",
           "metadata": {
            "vscode": {
             "languageId": "csharp"
            },
            "tags": [
             "knobs"
            ]
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "epoch 1: 0.50\r\n",
              "epoch 2: 0.25\r\n"
             ]
            },
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "layout": {"title": {"text": "손실"}},
               "data": [{"type": "scatter", "y": [0.5, 0.25], "x": [1, 2]}]
              },
              "text/html": "<div id=\"plot-11d0\"></div>",
              "text/plain": ["Loss falls from 0.50 to 0.25"]
             },
             "metadata": {},
             "output_type": "display_data"
            },
            {
             "data": {
              "text/plain": ["0.25"]
             },
             "execution_count": 1,
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": [
            "// The knobs\r\n",
            "var rate = 0.1;\r\n",
            "Train(rate)\r\n"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "VSC-0b9f7c33",
           "metadata": {
            "vscode": {
             "languageId": "csharp"
            }
           },
           "outputs": [],
           "source": [
            "Console.WriteLine(rate);"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "language_info": {
           "name": "C#"
          },
          "orig_nbformat": 4,
          "vscode": {
           "interpreter": {
            "hash": "31f2aee4e71d21fbe5cf8b01ff0e069b9275f58929596ceb00d14d90e3e16cd6"
           }
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """.ReplaceLineEndings("\r\n");

    /// <summary>VS Code's Polyglot Notebooks: nbformat 4.2 without ids, its own blocks in all metadata.</summary>
    public const string ByPolyglotBefore45 = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "metadata": {
            "dotnet_interactive": {
             "language": "csharp"
            },
            "polyglot_notebook": {
             "kernelName": "csharp"
            }
           },
           "source": [
            "# Gradient descent (경사하강법)\n",
            "Predict, then run. 🎢"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 1,
           "metadata": {
            "dotnet_interactive": {
             "language": "csharp"
            },
            "polyglot_notebook": {
             "kernelName": "csharp"
            },
            "vscode": {
             "languageId": "polyglot-notebook"
            },
            "tags": [
             "knobs"
            ]
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": "epoch 1: 0.50\nepoch 2: 0.25\n"
            },
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "data": [{"type": "scatter", "x": [1.0, 2.0], "y": [5e-1, 0.25]}],
               "layout": {"title": {"text": "\uc190\uc2e4"}}
              },
              "text/plain": "Loss falls from 0.50 to 0.25"
             },
             "metadata": {},
             "output_type": "display_data"
            },
            {
             "data": {
              "text/html": "<div class=\"dni-plaintext\"><pre>0.25</pre></div>",
              "text/plain": "0.25"
             },
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": "// The knobs\nvar rate = 0.1;\nTrain(rate)"
          },
          {
           "cell_type": "code",
           "execution_count": 2,
           "metadata": {},
           "outputs": [],
           "source": [
            "Console.WriteLine(rate);"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "language_info": {
           "name": "polyglot-notebook"
          },
          "orig_nbformat": 4,
          "polyglot_notebook": {
           "kernelInfo": {
            "defaultKernelName": "csharp",
            "items": [
             {
              "aliases": [],
              "languageName": "csharp",
              "name": "csharp"
             }
            ]
           }
          }
         },
         "nbformat": 4,
         "nbformat_minor": 2
        }
        """;
}
