using System.Globalization;

namespace Renkei.Benchmarks;

/// <summary>Prints the table that docs/performance.md holds.</summary>
internal static class Report
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static void Head(BenchmarkOptions options)
    {
        Write(
            $".NET {Environment.Version}, {Environment.ProcessorCount} processors; median of {options.Rounds} rounds of {options.Seconds} s, bare and bot in turns."
        );
        Write($"");
        Write(
            $"| turn | clients | bare turns/s | bot turns/s | ratio | bare p50 / p99 ms | bot p50 / p99 ms | p99 ratio | bare CPU s per 1,000 | bot CPU s per 1,000 | ratio | bare / bot KiB allocated |"
        );
        Write($"| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
    }

    public static void Row(string title, int clients, Round bare, Round bot) =>
        Write(
            $"| {title} | {clients} | {bare.PerSecond:F0} | {bot.PerSecond:F0} | **{bot.PerSecond / bare.PerSecond:F2}** | {bare.Median:F2} / {bare.P99:F2} | {bot.Median:F2} / {bot.P99:F2} | {bot.P99 / bare.P99:F1} | {bare.Processor / 1000:F3} | {bot.Processor / 1000:F3} | **{bot.Processor / bare.Processor:F2}** | {bare.Allocated:F1} / {bot.Allocated:F1} |"
        );

    public static void Memory(double bare, double bot)
    {
        Write($"");
        Write($"Peak memory: bare {bare:F0} MiB, bot {bot:F0} MiB, ratio **{bot / bare:F2}**.");
    }

    public static void Starts(IReadOnlyList<double> bare, IReadOnlyList<double> bot)
    {
        Write($"");
        Write(
            $"Start to first answer, median of {bot.Count}: bare {Round.Middle(bare):F0} ms, bot **{Round.Middle(bot):F0} ms** (slowest {bot.Max():F0} ms)."
        );
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(Plain));
}
