using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

public static partial class Check
{
    /// <summary>Lesson 00: the shape of X·W, where X is 5×3 and W is 3×2.</summary>
    /// <param name="yours">(rows, columns).</param>
    public static Verdict ShapeOfProduct((int Rows, int Columns) yours) => Judge.Value(
        "00-shape-of-product", yours, right: (5, 2),
        praise: "The inner sizes, 3 and 3, agree and disappear; the outer ones, 5 and 2, stay.",
        mistakes:
        [
            ("These are the inner sizes. They must agree, and then they disappear.", (3, 3)),
            ("Rows first: you exchanged rows and columns.", (2, 5)),
            ("This is the shape of X. Each example gets as many answers as W has columns.", (5, 3)),
            ("This is the shape of W. There is one row per example, and there are five examples.", (3, 2)),
            ("A product does not multiply the sizes: 5×3 times 3×2 keeps one size of each.", (15, 6)),
        ],
        hints:
        [
            "Write the two shapes beside each other: 5×3 and 3×2.",
            "The two sizes that meet in the middle disappear.",
            "Rows of X, columns of W: var shape = (5, …);",
        ]);

    /// <summary>Lesson 00: the flats A, B and C as a matrix.</summary>
    /// <param name="yours">3×3: size (m²), rooms, floor; a row per flat.</param>
    public static Verdict FlatsAsMatrix(Matrix<double> yours) => Judge.Value(
        "00-flats-as-matrix", yours, right: Mat([55, 2, 4], [74, 3, 0], [121, 5, 2]),
        praise: "A row per flat, and size, rooms, floor in every row.",
        mistakes:
        [
            ("Your rows are features. In this course rows are examples: a row per flat.", Mat([55, 74, 121], [2, 3, 5], [4, 0, 2])),
            ("Your columns stand in the order of the table. Asked for is size, rooms, floor.", Mat([2, 4, 55], [3, 0, 74], [5, 2, 121])),
            ("Rooms and floor are exchanged: size, rooms, floor.", Mat([55, 4, 2], [74, 0, 3], [121, 2, 5])),
            ("The floor is missing: three features, so three columns.", Mat([55, 2], [74, 3], [121, 5])),
        ],
        hints:
        [
            "Three flats, three features: the shape is 3×3.",
            "Mat takes the rows one after another, each in brackets: Mat([…], […], […]).",
            "The first row is flat A: [55, 2, 4].",
        ]);

    /// <summary>Lesson 00: Z = X·W + b.</summary>
    /// <param name="yours">From X (n×d), W (d×k) and b (k) to Z (n×k).</param>
    public static Verdict LinearLayer(Func<Matrix<double>, Matrix<double>, Vector<double>, Matrix<double>> yours) => Judge.Function(
        "00-linear-layer", yours, right: (X, W, b) => X * W + b,
        // Square matrices, so that W * X gives a result that can be recognised; the last are not, so that a loop over the wrong size shows.
        cases:
        [
            (Mat([1, 2], [3, 4]), Mat([1, -1], [0, 2]), Vec(10, 20)),
            (Mat([0, 1], [5, 2]), Mat([2, 1], [1, 3]), Vec(-1, 1)),
            (Mat([2, 0], [1, 1]), Mat([1, 4], [2, 1]), Vec(0.5, 3)),
            (Mat([1, 2]), Mat([1, 0, -1], [3, 1, 2]), Vec(1, 2, 3)),
        ],
        praise: "The code is the formula. One product serves all the examples.",
        mistakes:
        [
            ("The bias is missing: + b.", (X, W, _) => X * W),
            ("Rows are examples, so X stands on the left: X * W.", (X, W, b) => W * X + b),
            ("W is not transposed: its rows are features, its columns answers.", (X, W, b) => X * W.Transpose() + b),
            ("The bias is added, not subtracted.", (X, W, b) => X * W + -b),
            ("* is the matrix product. PointwiseMultiply takes entry times entry.", (X, W, b) => X.PointwiseMultiply(W) + b),
        ],
        hints:
        [
            "Two steps: a product, then a sum. Neither needs a loop.",
            "The operators * and + know matrices and vectors.",
            "return X * W + …;",
        ]);

    /// <summary>Lesson 00: (1/n) Σᵢ vᵢ.</summary>
    /// <param name="yours">From n ≥ 1 numbers to their mean.</param>
    public static Verdict MeanOfVector(Func<Vector<double>, double> yours) => Judge.Function(
        "00-mean-of-vector", yours, right: v => v.Sum() / v.Count,
        cases: [Vec(1, 2, 6), Vec(-4, 10), Vec(3, 5, 7, 9.5)],
        praise: "n terms, from 0 to n − 1, divided by n.",
        mistakes:
        [
            ("This is the sum. A mean divides it by n.", v => v.Sum()),
            ("Your loop leaves out entry 0: indices start at 0.", v => v.SubVector(1, v.Count - 1).Sum() / v.Count),
            ("Your loop leaves out the last entry: i < v.Count, not i < v.Count - 1.", v => v.SubVector(0, v.Count - 1).Sum() / v.Count),
            ("You divide by n − 1. The mean divides by n.", v => v.Sum() / (v.Count - 1)),
            ("Your loop runs past the end: the last index is v.Count - 1, so i < v.Count.", v => v[v.Count]),
            ("/ between two integers drops the fraction: keep the sum a double.", v => (int)v.Sum() / v.Count),
        ],
        hints:
        [
            "Start with var sum = 0.0; and add every entry in a loop.",
            "for (var i = 0; i < v.Count; i++) sum += v[i];",
            "After the loop: return sum / v.Count;",
        ]);
}
