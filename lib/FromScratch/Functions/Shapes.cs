namespace FromScratch;

/// <summary>The activations' formulas, for as many entries at once as the machine takes: a = f(z), and f′ from z or a.</summary>
internal static class Shapes
{
    public interface IShape { Lane Value(Lane z); Lane Slope(Lane z, Lane a); }
    public readonly record struct Forward<F>(F Shape) : Lanes.IFormula where F : struct, IShape
    {
        public Lane Of(Lane z, Lane _, Lane __) => Shape.Value(z);
    }
    public readonly record struct Back<F>(F Shape) : Lanes.IFormula where F : struct, IShape
    {
        public Lane Of(Lane z, Lane a, Lane da) => da * Shape.Slope(z, a);
    }

    public readonly record struct Step : IShape
    {
        public Lane Value(Lane z) => Where(z, Lane.One, Lane.Zero * Abs(z)); // NaN for NaN, and 0, not −0
        public Lane Slope(Lane z, Lane a) => Lane.Zero;
    }
    public readonly record struct Sigmoid : IShape
    {
        public Lane Value(Lane z) => Lane.One / (Lane.One + Exp(-z));
        public Lane Slope(Lane z, Lane a) => a * (Lane.One - a);
    }
    public readonly record struct Tanh : IShape
    {
        public Lane Value(Lane z) => CopySign(OfSize(Lanes.ExpM1(-2 * Abs(z))), z);
        public Lane Slope(Lane z, Lane a) => Lane.One - a * a;
        // tanh|z| with e = e^(−2|z|) − 1, which cannot overflow.
        private static Lane OfSize(Lane e) => -e / (e + new Lane(2));
    }
    public readonly record struct Leaky(Real S) : IShape
    {
        public Lane Value(Lane z) => Where(z, z, S * z + Lane.Zero); // 0, not −0
        public Lane Slope(Lane z, Lane a) => Where(z, Lane.One, new(S));
    }
    public readonly record struct Elu(Real Alpha) : IShape
    {
        public Lane Value(Lane z) => Where(z, z, Alpha * Lanes.ExpM1(z));
        public Lane Slope(Lane z, Lane a) => Where(z, Lane.One, Alpha * Exp(z));
    }

    // yes where z > 0, else no.
    private static Lane Where(Lane z, Lane yes, Lane no) => ConditionalSelect(GreaterThan(z, Lane.Zero), yes, no);
}
