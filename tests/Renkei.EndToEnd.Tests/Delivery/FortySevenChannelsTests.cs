using System.Diagnostics;
using Renkei.Bot.Checklists;
using Renkei.Bot.Notices;
using Renkei.Bot.Summaries;
using Renkei.Bot.Themes;
using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Summaries;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Renkei.EndToEnd.Tests.Setting;
using Renkei.Tables;
using Renkei.Tables.Azure;
using Renkei.Testing;
using Xunit.Abstractions;

namespace Renkei.EndToEnd.Tests.Delivery;

/// <summary>
/// Monday, nine o'clock: 47 channels get their weekly summary at the same minute from two instances over one store; Teams refuses at
/// random and loses answers, and half way one instance is killed.
/// </summary>
public sealed class FortySevenChannelsTests(ITestOutputHelper output)
{
    private const string Tenant = "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f";
    private const int Channels = 47;
    private const int PerSecond = 10;

    // One instance's messages on the way at the same time: what leaves within two seconds.
    private const int AtOnce = 2 * PerSecond;
    private static readonly DateOnly Monday = new(2027, 2, 8);
    private static readonly DateTimeOffset Nine = TokyoTime.Instant(Monday, new(9, 0));

    [Fact]
    public async Task Summaries_OneOfTwoInstancesKilled_AllArriveWithinTheLimits()
    {
        int seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(folder: null, CancellationToken.None);
        await using ConnectorSink sink = await ConnectorSink.StartAsync(
            $"http://127.0.0.1:{Ports.Free()}",
            tenantPerSecond: PerSecond * 2,
            seed
        );
        AzureTable table = new(azurite.ConnectionString, "renkei", new(), TimeProvider.System);
        await using HostProcess one = await StartAsync("one", sink, azurite);
        await using HostProcess other = await StartAsync("other", sink, azurite);
        await PrepareAsync(table, sink);

        await one.MoveClockAsync(Nine);
        TimeSpan due = sink.Now;
        await other.MoveClockAsync(Nine);
        await UntilAsync(() => sink.Arrived("load") >= Channels / 2, sink, one);
        one.Kill();
        TimeSpan killed = sink.Now;
        await UntilAsync(() => sink.Arrived("load") >= Channels, sink, other);
        // Whatever would come a second time comes within a claim and a lease.
        await Task.Delay(NoticeDelivery.ClaimHolds + NoticeRound.Lease);

        IReadOnlyDictionary<string, IReadOnlyList<Delivery>> deliveries = sink.Deliveries();
        var twice = deliveries.Where(d => d.Value.Count > 1).ToArray();
        var others = twice.Where(d => !d.Value[0].AnswerIsLost).ToArray();
        output.WriteLine(
            $"{deliveries.Count} arrived, the last {(deliveries.Values.Max(d => d[0].At) - due).TotalSeconds:F1} s after nine; killed after "
                + $"{(killed - due).TotalSeconds:F1} s; {twice.Length} twice, {others.Length} of them on the way at the kill; refused at random "
                + $"{sink.RandomRefusals}, answers lost {sink.LostAfter}; most in a second {sink.MostInASecond}."
        );
        Assert.Equal(
            Enumerable.Range(0, Channels).Select(i => $"{ChannelOf(i)} load0001").Order(StringComparer.Ordinal),
            deliveries.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal((0, 0, 0), (sink.TenantLimitBroken, sink.ConversationLimitBroken, sink.RestsBroken));
        Assert.All(others, d => Assert.Equal(["one", "other"], d.Value.Select(v => v.Program)));
        Assert.True(others.Length <= AtOnce, $"{others.Length} were sent twice by the kill.");
        await CheckLedgerAsync(table, [.. twice.Select(d => d.Key.Split(' ')[0])]);
    }

    /// <summary>Every entry is final, and those that arrived twice say so.</summary>
    private static async Task CheckLedgerAsync(AzureTable table, HashSet<string> twice)
    {
        List<LedgerEntry> entries = [];
        await foreach (TableRow row in table.QueryAsync(TableQuery.Prefix($"summary~{Tenant}", "n~"), default))
        {
            entries.Add(LedgerEntry.Read(row));
        }
        Assert.Equal(Channels, entries.Count);
        Assert.All(entries, e => Assert.Equal(("w20270208", NoticeState.Sent), (e.Key, e.State)));
        Assert.All(
            entries.Where(e => twice.Contains(e.Where!.ConversationId)),
            e => Assert.True(e.MaybeTwice, $"{e.Where!.ConversationId} has it twice, and its entry does not say so.")
        );
    }

    private static Task<HostProcess> StartAsync(string name, ConnectorSink sink, AzuriteProcess azurite) =>
        HostProcess.StartAsync(name, sink, azurite.ConnectionString, Tenant, PerSecond);

    private static async Task PrepareAsync(AzureTable table, ConnectorSink sink)
    {
        StandingClock clock = new(TokyoTime.Instant(Monday.AddDays(-3), new(10, 0)));
        NoticePointers pointers = new(table, new(clock, TimeProvider.System), new());
        SubscriptionStore subscriptions = new(table, pointers, BusinessDays.National);
        ThemeStore themes = new(table, clock);
        PersonRef by = new("00000000-0000-4000-a000-000000000001", "高橋 恵");
        // Its name stands in every summary, because it moved: what the sink tells messages apart by.
        ThemeId theme = ThemeId.Of("tobu", 2026, "load");
        await themes.AddAsync(
            Tenant,
            new(theme, "load0001", "discharge", ["002020"], [by], by, clock.GetUtcNow().AddDays(-40)),
            default
        );
        Person nurse = new(new(Tenant, by.ObjectId), by.Name, Role.Nurse, "tobu", null);
        Answer answer = new(ItemStatus.InProgress, "", "", null, null);
        await new ChecklistStore(table, themes, clock).SaveAsync(
            new(nurse, theme, [new(ItemId.National(1), 0, answer)], new(theme, 1, null), "000000000001"),
            default
        );
        for (int i = 0; i < Channels; i++)
        {
            Assert.True(
                await subscriptions.TryKeepAsync(
                    read: null,
                    new(
                        new(sink.Url, ChannelOf(i), Tenant),
                        WeeklyTime.Usual,
                        new SummaryScope.Prefecture("00"),
                        CentreCode: null,
                        Language.Japanese,
                        by,
                        clock.GetUtcNow(),
                        default
                    ),
                    default
                )
            );
        }
    }

    private static async Task UntilAsync(Func<bool> holds, ConnectorSink sink, HostProcess host)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(3), $"Only {sink.Arrived("load")} arrived.\n{host.Said}");
            await Task.Delay(20);
        }
    }

    private static string ChannelOf(int number) => $"19:channel{number:D2}@thread.tacv2";

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
