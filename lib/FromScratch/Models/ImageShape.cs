namespace FromScratch;

/// <summary>c×h×w: how an image lies in a row of X, n×(c·h·w): channel after channel, of each row after row.</summary>
/// <param name="Channels">c ≥ 1.</param> <param name="Height">h ≥ 1, pixels.</param> <param name="Width">w ≥ 1, pixels.</param>
public sealed record ImageShape(int Channels, int Height, int Width)
{
    /// <summary>c·h·w; <see cref="OverflowException"/> where no int is so large.</summary>
    public int Size => checked(Channels * Height * Width);

    /// <summary>⌊(h + 2p − k)/s⌋ + 1 high, and wide likewise: the places of a window, k×k, that moves s pixels at a time.</summary>
    /// <param name="channels">Of the result.</param> <param name="kernel">k ≥ 1.</param> <param name="padding">p ≥ 0 zeros on every
    /// side.</param> <param name="stride">s ≥ 1.</param>
    /// <exception cref="ArgumentException">A number is out of range, the window is larger than the padded image, or an image than an array.</exception>
    public ImageShape Slide(int channels, int kernel, int padding = 0, int stride = 1)
    {
        if (Math.Min(Math.Min(Channels, Math.Min(Height, Width)), Math.Min(channels, Math.Min(kernel, stride))) < 1 || padding < 0
            || kernel > Math.Min(Height, Width) + 2L * padding) throw new ArgumentException(
                $"A {kernel}×{kernel} window with padding {padding} and stride {stride} to {channels} channels does not fit an image of {this}.");
        var (high, wide) = ((Height + 2L * padding - kernel) / stride + 1, (Width + 2L * padding - kernel) / stride + 1);
        if (Int128.Max((Int128)Channels * Height * Width, (Int128)channels * high * wide) > Array.MaxLength) throw new ArgumentException(
            $"A {kernel}×{kernel} window with padding {padding} makes {channels}×{high}×{wide} of {this}: larger than an array can be.");
        return new(channels, (int)high, (int)wide);
    }

    /// <summary>"1×28×28".</summary>
    public override string ToString() => $"{Channels}×{Height}×{Width}";
}
