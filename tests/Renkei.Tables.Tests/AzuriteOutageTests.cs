using System.Diagnostics;
using Renkei.Tables.Azure;
using Renkei.Testing;
using static Renkei.Tables.Tests.Text;

namespace Renkei.Tables.Tests;

/// <summary>The service goes away and comes back; the same table fails in time and works again.</summary>
public sealed class AzuriteOutageTests
{
    [Fact]
    public async Task Commit_ServiceStoppedAndStartedAgain_UnavailableInTimeThenEverythingIsThere()
    {
        using TemporaryFolder folder = new();
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(folder.Path, CancellationToken.None);
        AzureTable table = new(
            azurite.ConnectionString,
            "outage",
            new AzureTableOptions { Tries = 3, FirstWait = TimeSpan.FromMilliseconds(100) },
            TimeProvider.System
        );
        RowETag version = await table.CommitAsync(Insert("a", "1"));
        await azurite.StopAsync();

        Stopwatch waited = Stopwatch.StartNew();
        TableUnavailableException write = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            table.CommitAsync(Insert("b", "2"))
        );
        await Assert.ThrowsAsync<TableUnavailableException>(() => table.FindAsync("a"));
        await Assert.ThrowsAsync<TableUnavailableException>(() => table.RowsAsync(TableQuery.AllOf(Partition)));

        Assert.False(write.OutcomeUnknown);
        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(10));

        await azurite.StartAgainAsync(CancellationToken.None);
        await table.CommitAsync([Replace("a", version, "3"), Insert("b", "2")], CancellationToken.None);
        Assert.Equal(["a", "b"], await table.RowsAsync(TableQuery.AllOf(Partition)));
    }

    [Fact]
    public async Task Commit_ServiceStoppedUnderLoad_EveryAcknowledgedRowIsThere()
    {
        using TemporaryFolder folder = new();
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(folder.Path, CancellationToken.None);
        AzureTable table = new(
            azurite.ConnectionString,
            "outage",
            new AzureTableOptions { Tries = 2, FirstWait = TimeSpan.FromMilliseconds(50) },
            TimeProvider.System
        );
        await table.CreateIfMissingAsync(CancellationToken.None);
        using CancellationTokenSource enough = new();
        Task<List<string>>[] writers =
        [
            .. Enumerable.Range(0, 4).Select(writer => WriteAsync(table, writer, enough.Token)),
        ];
        await Task.Delay(500);

        await azurite.StopAsync();
        await enough.CancelAsync();
        List<string> acknowledged = [.. (await Task.WhenAll(writers)).SelectMany(rows => rows)];
        await azurite.StartAgainAsync(CancellationToken.None);

        Assert.NotEmpty(acknowledged);
        List<string> stored = await table.RowsAsync(TableQuery.AllOf(Partition));
        Assert.Empty(acknowledged.Except(stored, StringComparer.Ordinal));
    }

    /// <summary>The rows that were acknowledged until the store was gone.</summary>
    private static async Task<List<string>> WriteAsync(AzureTable table, int writer, CancellationToken ct)
    {
        List<string> acknowledged = [];
        while (!ct.IsCancellationRequested)
        {
            string row = $"{writer}-{acknowledged.Count:D5}";
            try
            {
                await table.CommitAsync(Insert(row));
            }
            catch (TableUnavailableException)
            {
                break;
            }

            acknowledged.Add(row);
        }

        return acknowledged;
    }
}
