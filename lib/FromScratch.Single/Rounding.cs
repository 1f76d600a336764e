namespace FromScratch;

/// <summary>What a number, a double, does to entries of single precision: the result is rounded to floats.</summary>
public static class Rounding
{
    extension(Vector<float>)
    {
        /// <summary>c·v.</summary>
        public static Vector<float> operator *(double c, Vector<float> v) => (float)c * v;
        /// <summary>v + c, entry by entry.</summary>
        public static Vector<float> operator +(Vector<float> v, double c) => v + (float)c;
    }
}
