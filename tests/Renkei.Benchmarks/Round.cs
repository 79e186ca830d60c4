using System.Diagnostics;

namespace Renkei.Benchmarks;

/// <summary>What one round came to.</summary>
/// <param name="Turns">Turns that were answered.</param>
/// <param name="PerSecond">Turns a second.</param>
/// <param name="Median">Half the turns were answered in this time, in milliseconds.</param>
/// <param name="P99">99 of 100 turns were answered in this time, in milliseconds.</param>
/// <param name="Processor">Processor time of the server for a thousand turns, in milliseconds.</param>
/// <param name="Allocated">What the server allocated for a turn, in KiB.</param>
internal sealed record Round(int Turns, double PerSecond, double Median, double P99, double Processor, double Allocated)
{
    /// <summary>Lets every nurse post one turn after another until the time is up.</summary>
    /// <param name="server">Who answers.</param>
    /// <param name="nurses">One client each.</param>
    /// <param name="turn">One turn of a client.</param>
    /// <param name="seconds">How long.</param>
    public static async Task<Round> RunAsync(
        ServerProcess server,
        IReadOnlyList<Nurse> nurses,
        Func<Nurse, TurnConnection, Task> turn,
        double seconds
    )
    {
        TurnConnection[] connections = await Task.WhenAll(nurses.Select(_ => server.ConnectAsync()));
        TimeSpan before = server.ProcessorTime;
        long allocatedBefore = server.Allocated;
        long from = Stopwatch.GetTimestamp();
        long until = from + (long)(seconds * Stopwatch.Frequency);
        List<double>[] times = await Task.WhenAll(
            nurses.Select((nurse, i) => Task.Run(() => PostAsync(nurse, connections[i], turn, until)))
        );
        TimeSpan took = Stopwatch.GetElapsedTime(from);
        TimeSpan used = server.ProcessorTime - before;
        long allocated = server.Allocated - allocatedBefore;
        foreach (TurnConnection connection in connections)
        {
            connection.Dispose();
        }
        double[] all = [.. times.SelectMany(t => t).Order()];
        return new(
            all.Length,
            all.Length / took.TotalSeconds,
            all[all.Length / 2],
            all[Math.Min(all.Length - 1, all.Length * 99 / 100)],
            used.TotalMilliseconds * 1000 / all.Length,
            allocated / 1024.0 / all.Length
        );
    }

    /// <summary>The middle of several rounds, figure by figure.</summary>
    public static Round Middle(IReadOnlyList<Round> rounds) =>
        new(
            (int)Middle(rounds.Select(r => (double)r.Turns)),
            Middle(rounds.Select(r => r.PerSecond)),
            Middle(rounds.Select(r => r.Median)),
            Middle(rounds.Select(r => r.P99)),
            Middle(rounds.Select(r => r.Processor)),
            Middle(rounds.Select(r => r.Allocated))
        );

    /// <summary>The middle of several figures.</summary>
    public static double Middle(IEnumerable<double> figures)
    {
        double[] ordered = [.. figures.Order()];
        return ordered[ordered.Length / 2];
    }

    private static async Task<List<double>> PostAsync(
        Nurse nurse,
        TurnConnection connection,
        Func<Nurse, TurnConnection, Task> turn,
        long until
    )
    {
        List<double> times = [];
        long now = Stopwatch.GetTimestamp();
        do
        {
            long from = now;
            await turn(nurse, connection);
            now = Stopwatch.GetTimestamp();
            times.Add(Stopwatch.GetElapsedTime(from, now).TotalMilliseconds);
        } while (now < until);
        return times;
    }
}
