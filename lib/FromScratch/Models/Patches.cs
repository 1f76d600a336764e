namespace FromScratch;

/// <summary>im2col: the k×k windows of n images as the rows of P, so that a convolution becomes a product.</summary>
internal readonly record struct Patches(ImageShape Input, ImageShape Output, int Kernel, int Padding, int Stride)
{
    /// <summary>A part of P, from the images; or back: each entry of P is added to its pixel.</summary>
    public void Move(Real[] images, Real[] P, Part part, bool back = false)
    {
        var ((_, h, w), (k, p, s), wide, at, n) = (Input, (Kernel, Padding, Stride), Output.Width, 0, part.Examples);
        for (var q = part.Channel * k * k; q < (part.Channel + part.Channels) * k * k; q++)
        {
            var (channel, i, j) = (q / (k * k), q / k % k, q % k);
            // The places x with 0 ≤ sx + j − p < w; neighbours there are neighbours in P.
            var first = Math.Clamp((p - j + s - 1) / s, 0, wide);
            var end = w + p - j > 0 ? Math.Clamp((w + p - j - 1) / s + 1, first, wide) : first;
            for (var y = part.Row; y < part.Row + part.Rows; y++, at += wide * n)
            {
                var row = s * y + i - p;
                var inside = row >= 0 && row < h;
                var patch = P.AsSpan(at, wide * n);
                if (!back) patch[..((inside ? first : wide) * n)].Clear();
                if (!inside) continue;
                if (!back) patch[(end * n)..].Clear();
                var length = s == 1 ? (end - first) * n : n;
                for (var x = first; x < end; x += length / n)
                {
                    var pixels = images.AsSpan(((channel * h + row) * w + s * x + j - p) * n, length);
                    if (back) TensorPrimitives.Add(pixels, patch.Slice(x * n, length), pixels);
                    else pixels.CopyTo(patch.Slice(x * n, length));
                }
            }
        }
    }
}

/// <summary>Some rows of the output, and some channels of the input, of n images.</summary>
internal readonly record struct Part(int Examples, int Row, int Rows, int Channel, int Channels);
