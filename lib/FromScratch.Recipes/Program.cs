using System.CommandLine;
using System.Globalization;
using FromScratch.Recipes;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var names = string.Join(", ", Recipe.All.Select(recipe => recipe.Name));
var words = new Argument<string[]>("recipe") { Description = $"Which: {names}, or how some begin; all unless told.", Arity = ArgumentArity.ZeroOrMore };
var seeds = new Option<int?>("--seeds") { Description = "How many seeds of each, 1 … 100; the recipe's own number unless told." };
var small = new Option<bool>("--digits") { Description = "The course's own 8×8 digits in place of MNIST: seconds, to see that everything works." };
var kept = new Option<string>("--results") { Description = "Where finished seeds are kept; delete it to measure anew.", DefaultValueFactory = _ => Results.Usual };
var write = new Option<string?>("--write") { Description = "A file for the table, beside the terminal." };
var root = new RootCommand("Trains the decks' headline recipes and tells what came out. Ctrl-C stops; the same command goes on from the last finished seed.")
{ words, seeds, small, kept, write };
// On a thread of its own, so that Ctrl-C is listened to.
root.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
// A test set is read to its end before the process goes.
return await root.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });

int Run(ParseResult parsed, CancellationToken cancellation)
{
    try
    {
        var (count, results) = (parsed.GetValue(seeds), new Results(parsed.GetValue(kept)!));
        if (count is < 1 or > 100) throw new UsageException($"--seeds {count}: expected 1 … 100.");
        var (recipes, session, code) = (Chosen(parsed.GetValue(words)!), new Session(results, parsed.GetValue(small), cancellation), 0);
        try { recipes.ForEach(recipe => session.Train(recipe, count)); }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"\nInterrupted. Finished seeds are kept in {results.Path}; the same command goes on from there.");
            code = 130;
        }
        // The words that decide what is measured; where it is kept is the reader's own business.
        string[] said = [.. parsed.GetValue(words)!, .. count is null ? (string[])[] : ["--seeds", $"{count}"], .. parsed.GetValue(small) ? (string[])["--digits"] : []];
        var report = Report.Of(recipes.Select(recipe => (recipe, session.Finished(recipe, count))), session.Data, string.Join(' ', said));
        Console.Write(report);
        if (code == 0 && parsed.GetValue(write) is { } file) File.WriteAllText(file, report);
        return code;
    }
    catch (UsageException e)
    {
        Console.Error.WriteLine(e.Message);
        return 2;
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }
}

// In the order of the table, whatever the order of the words.
List<Recipe> Chosen(string[] beginnings) => beginnings.FirstOrDefault(word => word.Length == 0 || !Recipe.All.Any(recipe => Begins(recipe, word))) is { } unknown
    ? throw new UsageException($"There is no recipe '{unknown}'; expected some of {names}.")
    : [.. Recipe.All.Where(recipe => beginnings.Length == 0 || beginnings.Any(word => Begins(recipe, word)))];

bool Begins(Recipe recipe, string word) => recipe.Name.StartsWith(word, StringComparison.Ordinal);

/// <summary>The command line asks for what there is not.</summary>
internal sealed class UsageException(string message) : Exception(message);
