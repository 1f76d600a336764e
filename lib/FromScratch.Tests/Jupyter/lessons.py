"""Every lesson through `jupyter nbconvert --execute` shows the text that is committed: python3 lessons.py NOTEBOOKS"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

import nbformat

NOTEBOOKS = pathlib.Path(sys.argv.pop() if len(sys.argv) > 1 else "notebooks")


def shown(cell):
    """The text a reader sees below a cell, stream by stream and value by value."""
    texts = []
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            if texts and texts[-1][0] == output.name:
                texts[-1] = (output.name, texts[-1][1] + output.text)
            else:
                texts.append((output.name, output.text))
        elif output.output_type == "error":
            texts.append(("error", output.evalue))
        else:
            texts.append((output.output_type, output.data["text/plain"]))
    return texts


class Lessons(unittest.TestCase):
    maxDiff = 4_000


def lesson(path):
    def test(self):
        with tempfile.TemporaryDirectory() as folder:
            executed = pathlib.Path(folder) / path.name
            command = ["jupyter", "nbconvert", "--to", "notebook", "--execute", "--output-dir", folder, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, timeout=600)
            self.assertEqual(done.returncode, 0, done.stderr[-4_000:])
            fresh = {cell.id: cell for cell in nbformat.read(executed, 4).cells}
        for cell in nbformat.read(path, 4).cells:
            if cell.cell_type == "code":
                self.assertEqual(shown(fresh[cell.id]), shown(cell), f"{path.name}: cell {cell.id}")

    return test


for path in sorted(NOTEBOOKS.glob("*.ipynb")):
    setattr(Lessons, f"test_{path.stem}", lesson(path))

if __name__ == "__main__":
    unittest.main()
