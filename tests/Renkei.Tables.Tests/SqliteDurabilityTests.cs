using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Renkei.Tables.Sqlite;
using static Renkei.Tables.Tests.Text;

namespace Renkei.Tables.Tests;

/// <summary>
/// A writing process is killed again and again. This shows that an answer comes after the data left the process and that the log is
/// read back; that the disk itself has it when the power fails rests on synchronous=FULL, which no test without a power cut can show.
/// </summary>
public sealed class SqliteDurabilityTests
{
    private const int Kills = 20;

    [Fact]
    public async Task Commit_ProcessKilledTwentyTimes_EveryAcknowledgedPairIsThereAndNoneIsHalf()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("renkei.db");
        HashSet<string> acknowledged = new(StringComparer.Ordinal);
        for (int round = 0; round < Kills; round++)
        {
            int before = acknowledged.Count;
            acknowledged.UnionWith(await WriteUntilKilledAsync(file, $"{round:D2}"));
            Assert.True(acknowledged.Count > before, "The writer was killed before its first commit.");
        }

        await using SqliteTable table = new(new SqliteTableOptions { Path = file });
        Dictionary<string, string> rows = new(StringComparer.Ordinal);
        await foreach (TableRow row in table.QueryAsync(TableQuery.AllOf(Partition), CancellationToken.None))
        {
            rows.Add(row.Key.Row, Of(row));
        }

        Assert.All(acknowledged, name => Assert.StartsWith($"\"{name}", rows[name], StringComparison.Ordinal));
        Assert.All(
            rows.Where(row => !row.Key.EndsWith("-twin", StringComparison.Ordinal)),
            row => Assert.Equal(row.Value, rows[row.Key + "-twin"])
        );
        Assert.Equal(0, rows.Count % 2);
        using SqliteConnection connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", check.ExecuteScalar());
    }

    private static async Task<List<string>> WriteUntilKilledAsync(string file, string round)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Program).Assembly.Location, "write", file, round])
        {
            RedirectStandardOutput = true,
        };
        using Process writer = Process.Start(start)!;
        List<string> acknowledged = [];
        Stopwatch sinceFirst = new();
        TimeSpan life = TimeSpan.FromMilliseconds(Random.Shared.Next(1, 300));
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            // A line cut by the kill names a pair that was not told to anybody.
            if (line.Length == "00-0-000000".Length)
            {
                acknowledged.Add(line);
            }

            if (!sinceFirst.IsRunning)
            {
                sinceFirst.Start();
            }
            else if (sinceFirst.Elapsed > life)
            {
                // SIGKILL: no handler, no flush, no closing of the file.
                writer.Kill();
            }
        }

        await writer.WaitForExitAsync();
        return acknowledged;
    }
}
