namespace FromScratch;

/// <summary>An optimiser at work: the rule, with what it remembers of the gradients so far.</summary>
public sealed class OptimizerRun
{
    // So many lanes of θ are a piece of work for a thread.
    private const int Piece = 1 << 13;
    private readonly Optimizer optimizer;
    private readonly List<(Lane[] m, Lane[] v)> memory = [];
    private int t;

    internal OptimizerRun(Optimizer optimizer) => this.optimizer = optimizer;

    /// <summary>The next θ, where g is the gradient at θ.</summary>
    /// <param name="theta">θ, n entries, the same n at every step.</param> <param name="g">n entries.</param>
    /// <param name="factor">The share of the learning rate to use, as a schedule has it; ≥ 0.</param>
    /// <exception cref="ArgumentException">The lengths differ, n has changed, or the factor is negative or not finite.</exception>
    public Vector<Real> Step(Vector<Real> theta, Vector<Real> g, double factor = 1)
    {
        Shape.SameLength(theta, g);
        var next = Vector<Real>.Build.DenseOfVector(theta);
        Update([(next.Values(), true)], [(g.Values(), true)], factor);
        return next;
    }
    /// <summary>The same for a model and its gradient.</summary> <inheritdoc cref="Step" path="/param|/exception"/>
    public T Step<T>(T theta, T g, double factor = 1) where T : IParameters<T> =>
        theta.FromVector(Step(theta.Parts(), g.Parts(), factor));

    /// <summary>Changes θ in place.</summary>
    internal void Update(IReadOnlyList<(Real[] Values, bool Decays)> theta, IReadOnlyList<(Real[] Values, bool Decays)> g, double factor)
    {
        var (rate, clip) = (optimizer.LearningRate * Valid.NotNegative(factor), 1.0);
        if (double.IsFinite(optimizer.MaxNorm)) clip = Clip.Factor(g.Select(part => part.Values), optimizer.MaxNorm);
        var rule = optimizer.At((Real)rate, ++t);
        for (var k = 0; k < theta.Count; k++)
        {
            var ((values, decays), lambda) = (theta[k], optimizer.WeightDecay);
            var lanes = (values.Length + Lane.Count - 1) / Lane.Count;
            if (memory.Count == k) memory.Add((new Lane[lanes], new Lane[lanes]));
            var (m, v) = memory[k];
            if (m.Length != lanes) throw new ArgumentException($"This run began with another number of parameters than {values.Length}.", nameof(theta));
            var (shrink, decay) = !decays ? (1.0, 0.0) : optimizer.Decoupled ? (1 - rate * lambda, 0.0) : (1.0, lambda);
            var work = (rule, values, g[k].Values, m, v, (Real)clip, (Real)shrink, (Real)decay);
            if (lanes <= Piece) Apply(work, 0);
            else InPieces(work);
        }
    }

    // On its own, so that a small model pays for no closure.
    private static void InPieces((Optimizer.Rule, Real[] theta, Real[], Lane[] m, Lane[], Real, Real, Real) work) =>
        Team.Run(Product.ThreadsToMove(work.theta.Length), (work.m.Length + Piece - 1) / Piece, piece => Apply(work, piece * Piece));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply(in (Optimizer.Rule, Real[], Real[], Lane[], Lane[], Real, Real, Real) work, int from)
    {
        var (rule, theta, g, m, v, clip, shrink, decay) = work;
        Lane Next(Lane x, Lane d, int i) => rule(shrink * x, clip * d + decay * x, ref m[i], ref v[i]);
        var whole = MemoryMarshal.Cast<Real, Lane>(theta.AsSpan());
        var gradient = MemoryMarshal.Cast<Real, Lane>(g.AsSpan());
        for (var i = from; i < Math.Min(from + Piece, whole.Length); i++) whole[i] = Next(whole[i], gradient[i], i);
        var rest = whole.Length * Lane.Count;
        if (from + Piece > whole.Length && rest < theta.Length) Lanes.Store(Next(Lanes.Load(theta.AsSpan(rest)), Lanes.Load(g.AsSpan(rest)), whole.Length), theta.AsSpan(rest));
    }
}
