using System.Globalization;

namespace Renkei.Benchmarks;

/// <summary>What is measured, and for how long.</summary>
/// <param name="Filter">Only scenarios whose name contains this; empty for all.</param>
/// <param name="Rounds">How often each scenario is measured; the middle one counts.</param>
/// <param name="Seconds">Length of one round.</param>
/// <param name="Clients">Numbers of clients at once.</param>
/// <param name="Bot">Path of the bot's assembly; the one built beside this, unless a published one is named.</param>
internal sealed record BenchmarkOptions(
    string Filter,
    int Rounds,
    double Seconds,
    IReadOnlyList<int> Clients,
    string Bot
)
{
    /// <summary>Reads the command line; <see langword="null"/> where it says something else.</summary>
    public static BenchmarkOptions? Parse(IReadOnlyList<string> args)
    {
        BenchmarkOptions options = new("", 5, 4, [1, 16, 64], BotBesideThis());
        for (int i = 0; i < args.Count; i++)
        {
            string? value = i + 1 < args.Count ? args[i + 1] : null;
            switch (args[i])
            {
                case "--rounds" when int.TryParse(value, CultureInfo.InvariantCulture, out int rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    i++;
                    break;
                case "--seconds"
                    when double.TryParse(value, CultureInfo.InvariantCulture, out double seconds) && seconds >= 0.1:
                    options = options with { Seconds = seconds };
                    i++;
                    break;
                case "--clients" when int.TryParse(value, CultureInfo.InvariantCulture, out int clients) && clients > 0:
                    options = options with { Clients = [clients] };
                    i++;
                    break;
                case "--bot" when File.Exists(value):
                    options = options with { Bot = Path.GetFullPath(value) };
                    i++;
                    break;
                case [not '-', ..] when options.Filter.Length == 0:
                    options = options with { Filter = args[i] };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }

    public static int Usage()
    {
        Console.Error.WriteLine(
            "Usage: bench [read|list|token|save|start] [--rounds 5] [--seconds 4] [--clients N] [--bot Renkei.Bot.dll]"
        );
        return 2;
    }

    /// <summary>tests/Renkei.Benchmarks/bin/(configuration)/net10.0 here is the same below src/Renkei.Bot there.</summary>
    private static string BotBesideThis()
    {
        DirectoryInfo here = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string root = Path.Combine(here.FullName, "..", "..", "..", "..", "..");
        return Path.GetFullPath(
            Path.Combine(root, "src", "Renkei.Bot", "bin", here.Parent!.Name, here.Name, "Renkei.Bot.dll")
        );
    }
}
