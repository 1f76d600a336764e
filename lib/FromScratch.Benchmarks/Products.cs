namespace FromScratch.Benchmarks;

/// <summary>A·B for square, tall and transposed operands.</summary>
internal static class Products
{
    public static IEnumerable<Workload> All =>
        from shape in (IEnumerable<(int m, int n, int k, string how)>)
        [
            (64, 64, 64, "NN"), (128, 128, 128, "NN"), (256, 256, 256, "NN"), (512, 512, 512, "NN"), (1024, 1024, 1024, "NN"), (2048, 2048, 2048, "NN"),
            (256, 256, 256, "NT"), (256, 256, 256, "TN"), (784, 256, 256, "TN"), (256, 256, 784, "NN"),
            (100, 10, 784, "NN"), (784, 10, 100, "TN"), (256, 10, 256, "NN"), (256, 256, 10, "NT"), (10000, 16, 1000, "NN"),
        ]
        from single in (bool[])[true, false]
        let goal = Math.Min(shape.m, Math.Min(shape.n, shape.k)) >= 256 ? single ? 1 / 0.85 : 1.0 : (double?)null
        select new Workload($"product {shape.m}×{shape.k} · {shape.k}×{shape.n} {shape.how}", single ? "float" : "double",
            $"product {(single ? "float32" : "float64")} {shape.m} {shape.n} {shape.k} {shape.how[0]} {shape.how[1]}",
            single ? () => Product<float>(shape.m, shape.n, shape.k, shape.how) : () => Product<double>(shape.m, shape.n, shape.k, shape.how), goal);

    private static Action Product<T>(int m, int n, int k, string how) where T : struct, IEquatable<T>, IFormattable
    {
        var A = how[0] == 'T' ? Matrix<T>.Build.Random(k, m, 1) : Matrix<T>.Build.Random(m, k, 1);
        var B = how[1] == 'T' ? Matrix<T>.Build.Random(n, k, 2) : Matrix<T>.Build.Random(k, n, 2);
        var C = Matrix<T>.Build.Dense(m, n);
        return how switch
        {
            "NN" => () => A.Multiply(B, C),
            "TN" => () => A.TransposeThisAndMultiply(B, C),
            _ => () => A.TransposeAndMultiply(B, C),
        };
    }
}
