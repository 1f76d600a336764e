namespace FromScratch.Recipes;

/// <summary>What a recipe works with: digits to learn from, a seed, and a bar that shows how far it is.</summary>
internal sealed record Lab(Dataset Train, int Seed, IProgress<double> Bar, CancellationToken Cancellation)
{
    public int Pixels => Train.X.ColumnCount;
    public ImageShape Image => new(1, (int)Math.Sqrt(Pixels), (int)Math.Sqrt(Pixels));

    /// <summary>Epoch after epoch, each example once in each.</summary>
    public Network Epochs(Network start, Optimizer rule, int epochs, int batch) => Fit(start, Labels, rule, StepsOf(epochs, batch), batch);

    /// <summary>The same for an autoencoder, whose targets are its inputs.</summary>
    public Network Reconstruct(Network start, Optimizer rule, int epochs, int batch) => Fit(start, Train.X, rule, StepsOf(epochs, batch), batch);

    /// <summary>So many steps on 55,000 examples; on fewer fewer, so that each is seen as often.</summary>
    public Network Steps(Network start, Optimizer rule, int steps, int batch) =>
        Fit(start, Labels, rule, (int)Math.Ceiling((double)steps * Train.Count / Digits.Examples), batch);

    private Matrix<float> Labels => Train.y.ToColumnMatrix();
    private int StepsOf(int epochs, int batch) => epochs * ((Train.Count + batch - 1) / batch);

    private Network Fit(Network start, Matrix<float> Y, Optimizer rule, int steps, int batch)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var step = 0;
        // The trainer asks for the rate at every step, and can be stopped at any: the decks' last epoch is not always whole.
        double Rate(double epoch)
        {
            Bar.Report((double)++step / steps);
            if (step == steps) end.Cancel();
            return 1;
        }
        var trainer = new Trainer(rule) { Epochs = int.MaxValue, BatchSize = batch, Schedule = Rate, Seed = Seed };
        var training = trainer.Fit(start, Train.X, Y, cancellation: end.Token);
        Cancellation.ThrowIfCancellationRequested();
        return training.Model;
    }
}
