namespace FromScratch;

/// <summary>Steps 2 and 3 of learning: epochs of seeded mini-batches, each with forward, loss, backward, update and schedule.</summary>
/// <param name="Optimizer">The rule, with its learning rate, weight decay and clipping.</param>
/// <remarks>Throws <see cref="ArgumentException"/> where a number is out of range. Source: deck 003, Overall pipeline of model
/// training (there the schedule is never stepped); early stopping: Goodfellow, Bengio and Courville, Deep Learning, §7.8.</remarks>
public sealed record Trainer(Optimizer Optimizer)
{
    /// <summary>The most epochs, ≥ 1.</summary>
    public int Epochs { get; init => field = Valid.Count(value, nameof(Epochs)); } = 10;
    /// <summary>Examples per step, ≥ 1; the last batch of an epoch has what is left.</summary>
    public int BatchSize { get; init => field = Valid.Count(value, nameof(BatchSize)); } = 32;
    /// <summary>The learning rate over the epochs.</summary>
    public Schedule Schedule { get; init; } = Schedules.Constant;
    /// <summary>p ≥ 1: stop when the validation loss has not fallen for p epochs, and go back to where it was lowest; or never.</summary>
    public int? Patience { get; init => field = value is { } p ? Valid.Count(p, nameof(Patience)) : null; }
    /// <summary>Fixes the batches, and what dropout leaves out.</summary>
    public int Seed { get; init; }

    /// <summary>Trains, and judges the network on the validation set, if there is one, after every epoch.</summary>
    /// <param name="start">The first parameters.</param> <param name="train">To learn from.</param> <param name="validation">To choose
    /// hyperparameters and the moment to stop; never to learn from.</param> <param name="progress">Told after every epoch.</param>
    /// <param name="cancellation">Ends the training after the batch under way; what was learnt so far is returned.</param>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted, as a notebook's Stop does.</exception>
    /// <exception cref="ArgumentException">The data do not fit the network, or there is patience without validation.</exception>
    public Training Fit(Network start, Dataset train, Dataset? validation = null, IProgress<Epoch>? progress = null,
        CancellationToken cancellation = default) =>
        Fit(start, train.Given().X, train.y.ToColumnMatrix(), progress, validation is { } v ? (v.X, v.y.ToColumnMatrix()) : null, cancellation);

    /// <summary>The same for X, n×d, and targets Y, n×k: for an autoencoder X itself, for sequences a class at every step.</summary>
    /// <inheritdoc cref="Fit(Network, Dataset, Dataset, IProgress{Epoch}, CancellationToken)" path="/exception"/>
    public Training Fit(Network start, Matrix<Real> X, Matrix<Real> Y, IProgress<Epoch>? progress = null,
        (Matrix<Real> X, Matrix<Real> Y)? validation = null, CancellationToken cancellation = default)
    {
        if (Patience is not null && validation is null) throw new ArgumentException("Patience needs a validation set.", nameof(validation));
        (Matrix<Real>, Matrix<Real>)[] sets = validation is { } held ? [(X, Y), held] : [(X, Y)];
        foreach (var (x, y) in sets)
        {
            Shape.SameRows(x, y);
            start.Given().Loss(x.SubMatrix(0, 1, 0, x.ColumnCount), y.SubMatrix(0, 1, 0, y.ColumnCount));
        }
        using var examples = new Examples(X, Y);
        var (learner, history) = (new Learner(start, Optimizer, Seed), new List<Epoch>());
        var (random, order, best, pause) = (new Random(Seed), Enumerable.Range(0, X.RowCount).ToArray(), (Loss: double.PositiveInfinity, Model: start, Epoch: 0), 0L);
        Training Ended(bool cancelled) => new(Patience is null || best.Epoch == 0 ? learner.Model : best.Model, history, cancelled);
        for (var epoch = 1; epoch <= Epochs && !(epoch - best.Epoch > Patience); epoch++)
        {
            random.Shuffle(order);
            var (loss, rate) = (0.0, 0.0);
            for (var i = 0; i < order.Length; i += BatchSize)
            {
                if (cancellation.IsCancellationRequested) return Ended(cancelled: true);
                if (Environment.TickCount64 > pause) (pause, _) = (Environment.TickCount64 + 100, Thread.CurrentThread.Join(0)); // ends here if interrupted
                var batch = order.AsMemory(i, Math.Min(BatchSize, order.Length - i));
                rate = Schedule(epoch - 1 + (double)i / order.Length);
                var (x, y) = examples.Take(batch);
                loss += learner.Step(x, y, rate) * batch.Length / order.Length;
            }
            history.Add(new(epoch, Epochs, rate * Optimizer.LearningRate, loss, validation is { } v ? learner.Live.Loss(v.X, v.Y) : null));
            progress?.Report(history[^1]);
            if (history[^1].ValidationLoss < best.Loss) best = (history[^1].ValidationLoss!.Value, learner.Model, epoch);
        }
        return Ended(cancelled: false);
    }
}

/// <summary>What training made: the network, and its epochs.</summary> <param name="Cancelled">It ended because that was asked for.</param>
/// <param name="Model">The last, or, with patience, the one of the lowest validation loss.</param> <param name="History">Each epoch.</param>
public sealed record Training(Network Model, IReadOnlyList<Epoch> History, bool Cancelled);

/// <summary>An epoch: every example was learnt from once.</summary>
/// <param name="Number">1, 2, ….</param> <param name="Of">The most epochs.</param> <param name="LearningRate">η, of its last step.</param>
/// <param name="Loss">The mean over its batches, each before its step.</param> <param name="ValidationLoss">After it.</param>
public sealed record Epoch(int Number, int Of, double LearningRate, double Loss, double? ValidationLoss);
