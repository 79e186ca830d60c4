using System.Diagnostics;
using Renkei.Tables.Sqlite;

namespace Renkei.Tables.Tests;

/// <summary>Measures the SQLite store with 700-byte documents among 20,000 rows. Numbers hold for the disk it ran on only.</summary>
internal static class Measurement
{
    private const int Rows = 20_000;

    private static readonly byte[] Body = Text.Utf8($"\"{new string('健', 232)}\"");

    public static async Task RunAsync(string folder)
    {
        string file = Path.Combine(folder, $"measure-{Guid.NewGuid():N}.db");
        await using (SqliteTable table = new(new SqliteTableOptions { Path = file }))
        {
            await FillAsync(table);
            for (int round = 0; round < 2; round++)
            {
                await MeasureReadsAsync(table, readers: 1);
            }

            await MeasureReadsAsync(table, readers: Environment.ProcessorCount);
            await MeasureRangesAsync(table);
            foreach (int writers in new[] { 1, 16, 64 })
            {
                await MeasureCommitsAsync(table, writers);
            }
        }

        File.Delete(file);
    }

    private static async Task FillAsync(SqliteTable table)
    {
        foreach (int[] fifty in Enumerable.Range(0, Rows).Chunk(50))
        {
            await table.CommitAsync(
                [.. fifty.Select(i => new TableChange.Insert(Key(i), Body))],
                CancellationToken.None
            );
        }
    }

    private static async Task MeasureReadsAsync(SqliteTable table, int readers)
    {
        const int EachReader = 100_000;
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        Stopwatch watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, readers)
                .Select(reader =>
                    Task.Run(async () =>
                    {
                        Random random = new(reader);
                        for (int i = 0; i < EachReader; i++)
                        {
                            await table.FindAsync(Key(random.Next(Rows)), CancellationToken.None);
                        }
                    })
                )
        );
        processor = Environment.CpuUsage.TotalTime - processor;
        Console.WriteLine(
            $"point reads, {readers} readers: {readers * EachReader / watch.Elapsed.TotalSeconds:N0}/s, "
                + $"{watch.Elapsed.TotalMicroseconds / EachReader:N1} µs each, "
                + $"{processor.TotalMicroseconds / (readers * EachReader):N1} µs of processor time each"
        );
    }

    private static async Task MeasureRangesAsync(SqliteTable table)
    {
        const int Ranges = 5_000;
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < Ranges; i++)
        {
            await foreach (
                TableRow row in table.QueryAsync(
                    TableQuery.AllOf(Key(i * 50).Partition).Take(36),
                    CancellationToken.None
                )
            ) { }
        }

        Console.WriteLine($"ranges of 36 rows: {Ranges / watch.Elapsed.TotalSeconds:N0}/s");
    }

    private static async Task MeasureCommitsAsync(SqliteTable table, int writers)
    {
        TimeSpan time = TimeSpan.FromSeconds(4);
        Stopwatch watch = Stopwatch.StartNew();
        int[] commits = await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        int done = 0;
                        for (; watch.Elapsed < time; done++)
                        {
                            await table.CommitAsync(
                                [
                                    new TableChange.Put(new($"w{writer}", "summary"), Body),
                                    new TableChange.Insert(new($"w{writer}", $"{Guid.NewGuid():N}"), Body),
                                ],
                                CancellationToken.None
                            );
                        }

                        return done;
                    })
                )
        );
        Console.WriteLine($"commits of two rows, {writers} writers: {commits.Sum() / watch.Elapsed.TotalSeconds:N0}/s");
    }

    private static RowKey Key(int i) => new($"保健所-{i / 50:D4}", $"item-{i % 50:D3}");
}
