using System.Diagnostics;
using Renkei.Activities.Connector;
using Renkei.Bot.Councils;
using Renkei.Bot.Notices;
using Renkei.Bot.People;
using Renkei.Bot.Places;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using Renkei.EndToEnd.Tests.Setting;
using Renkei.Tables;
using Renkei.Tables.Azure;
using Renkei.Testing;
using Xunit.Abstractions;

namespace Renkei.EndToEnd.Tests.Delivery;

/// <summary>
/// A morning: 5,000 reminders are due at nine, two instances send them over one store to a Teams that keeps its limits, refuses at random
/// and loses answers; half way one instance is killed.
/// </summary>
public sealed class FiveThousandTests(ITestOutputHelper output)
{
    private const string Tenant = "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f";
    private const int Councils = 250;
    private const int CoordinatorsEach = 20;
    private const int Warm = 10;
    private const int People = 1_000;
    private const int Reminders = Councils * CoordinatorsEach;
    private const int PerSecond = 50;

    // One instance's messages on the way at the same time, as by default.
    private const int AtOnce = 32;
    private static readonly string[] Centres = ["tobu", "chubu", "seibu"];
    private static readonly DateOnly Day = new(2027, 2, 5);
    private static readonly DateTimeOffset Nine = TokyoTime.Instant(Day.AddDays(-1), new(9, 0));

    [Fact]
    public async Task Reminders_OneOfTwoInstancesKilled_AllArriveInTimeAndWithinTheLimits()
    {
        int seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(folder: null, CancellationToken.None);
        await using ConnectorSink sink = await ConnectorSink.StartAsync(
            $"http://127.0.0.1:{Ports.Free()}",
            // Twice what is sent, as Teams' limit is to what the bot sends by default.
            tenantPerSecond: PerSecond * 2,
            seed
        );
        AzureTable table = new(azurite.ConnectionString, "renkei", new(), TimeProvider.System);
        await using HostProcess one = await HostProcess.StartAsync(
            "one",
            sink,
            azurite.ConnectionString,
            Tenant,
            PerSecond
        );
        await using HostProcess other = await HostProcess.StartAsync(
            "other",
            sink,
            azurite.ConnectionString,
            Tenant,
            PerSecond
        );
        Stopwatch watch = Stopwatch.StartNew();
        await PrepareAsync(table, sink);
        output.WriteLine($"Prepared in {watch.Elapsed}");

        // Hosts that have been up for a while: a first, small morning the day before.
        await one.MoveClockAsync(Nine.AddDays(-1));
        await other.MoveClockAsync(Nine.AddDays(-1));
        await UntilAsync(() => sink.Arrived("warm") >= Warm * CoordinatorsEach, TimeSpan.FromMinutes(1), sink, one);
        await Task.Delay(TimeSpan.FromSeconds(3));

        TimeSpan lead = TimeSpan.FromSeconds(5);
        await one.MoveClockAsync(Nine - lead);
        TimeSpan due = sink.Now + lead;
        await other.MoveClockAsync(Nine - (due - sink.Now));
        await UntilAsync(() => sink.Arrived("load") >= Reminders / 2, TimeSpan.FromMinutes(3), sink, one);
        one.Kill();
        TimeSpan killed = sink.Now;
        await UntilAsync(() => sink.Arrived("load") >= Reminders, TimeSpan.FromMinutes(4), sink, other);
        // Whatever would come a second time comes within a claim and a lease.
        await Task.Delay(NoticeDelivery.ClaimHolds + NoticeRound.Lease);

        IReadOnlyDictionary<string, IReadOnlyList<Delivery>> deliveries = sink.Deliveries()
            .Where(d => d.Key.Contains(" load", StringComparison.Ordinal))
            .ToDictionary();
        double seconds = (deliveries.Values.Max(d => d[0].At) - due).TotalSeconds;
        double best = (double)Reminders / PerSecond;
        var twice = deliveries.Where(d => d.Value.Count > 1).ToArray();
        int lostAnswer = twice.Count(d => d.Value[0].AnswerIsLost);
        var others = twice.Where(d => !d.Value[0].AnswerIsLost).ToArray();
        output.WriteLine(
            $"{deliveries.Count} arrived in {seconds:F1} s, {seconds / best:F2} of the least possible {best:F1} s; first after "
                + $"{(deliveries.Values.Min(d => d[0].At) - due).TotalMilliseconds:F0} ms; killed after {(killed - due).TotalSeconds:F1} s."
        );
        output.WriteLine(
            $"{twice.Length} twice: {lostAnswer} of {sink.LostAfter} with a lost answer, {others.Length} on the way at the kill. "
                + $"Refused: {sink.RandomRefusals} at random, {sink.LostBefore} lost before, limits broken: tenant "
                + $"{sink.TenantLimitBroken}, conversation {sink.ConversationLimitBroken}, rests {sink.RestsBroken}; most in a second {sink.MostInASecond}."
        );
        Assert.Equal(Reminders, deliveries.Count);
        Assert.Equal((0, 0, 0), (sink.TenantLimitBroken, sink.ConversationLimitBroken, sink.RestsBroken));
        Assert.True(sink.LostAfter > 0 && sink.RandomRefusals > 0, "Nothing went wrong, so nothing was shown.");
        Assert.All(
            others,
            d =>
            {
                // Sent by the one that was killed, just before, and once more by the other.
                Assert.Equal(["one", "other"], d.Value.Select(v => v.Program));
                Assert.InRange((killed - d.Value[0].At).TotalSeconds, -0.5, 5);
            }
        );
        Assert.True(others.Length <= AtOnce, $"{others.Length} were sent twice by the kill.");
        await CheckLedgerAsync(table, [.. twice.Select(d => d.Key)]);
        Assert.True(seconds <= 1.15 * best, $"It took {seconds:F1} s, {seconds / best:F2} of the least possible.");
    }

    /// <summary>Every entry is final, and those that arrived twice say so.</summary>
    private static async Task CheckLedgerAsync(AzureTable table, HashSet<string> twice)
    {
        int entries = 0;
        foreach (string centre in Centres)
        {
            string partition = $"council~{Tenant}~{centre}";
            await foreach (TableRow row in table.QueryAsync(TableQuery.Prefix(partition, "n~"), default))
            {
                string council = row.Key.Row.Split('~')[1].Split('.')[1];
                if (!council.StartsWith("load", StringComparison.Ordinal))
                {
                    continue;
                }
                LedgerEntry entry = LedgerEntry.Read(row);
                entries++;
                Assert.Equal(NoticeState.Sent, entry.State);
                Assert.True(
                    entry.MaybeTwice || !twice.Contains($"{entry.Where!.ConversationId} {council}"),
                    $"{entry.Key} arrived twice, and its entry does not say so."
                );
            }
        }
        Assert.Equal(Reminders, entries);
    }

    private static async Task PrepareAsync(AzureTable table, ConnectorSink sink)
    {
        StandingClock clock = new(TokyoTime.Instant(Day.AddDays(-2), new(8, 0)));
        NoticeClock time = new(clock, TimeProvider.System);
        CouncilTemplates templates = CouncilTemplateLoader.Load();
        CouncilTemplate template = templates.All.First(t => t.Reminders.Contains(1));
        CouncilNotices notices = new(table, new(table, time, new()), templates, BusinessDays.National, clock);
        CouncilStore councils = new(table, templates, BusinessDays.National, notices, clock);
        PeopleStore people = new(table, OrganisationLoader.LoadSample());
        ParallelOptions eight = new() { MaxDegreeOfParallelism = 8 };
        await Parallel.ForAsync(
            0,
            People,
            eight,
            async (i, ct) =>
            {
                Contact contact = new(new(sink.Url, $"a:{i}", Tenant), $"29:{i}", true, Language.Japanese);
                Assert.True(
                    await people.TryAddAsync(new(new(Tenant, IdOf(i)), $"調整役{i}", null, null, contact, default), ct)
                );
            }
        );
        await Parallel.ForAsync(
            0,
            Councils + Warm,
            eight,
            async (i, ct) =>
            {
                PersonRef[] coordinators =
                [
                    .. Enumerable
                        .Range(0, CoordinatorsEach)
                        .Select(k => ((i * CoordinatorsEach) + k) % People)
                        .Select(k => new PersonRef(IdOf(k), $"調整役{k}")),
                ];
                string name = i < Councils ? $"load{i:D4}" : $"warm{i:D4}";
                Council council = new()
                {
                    Id = CouncilId.Of(Centres[i % Centres.Length], name),
                    TemplateCode = template.Code,
                    Title = $"調整会議 {name}",
                    WishedMonth = new(2027, 2, 1),
                    Coordinators = coordinators,
                    // The small ones are over before nine of the big morning, so that nothing more is sent for them.
                    When = i < Councils ? new(Day, new(14, 0), 120) : new(Day.AddDays(-1), new(8, 0), 30),
                    DateSetAt = clock.GetUtcNow(),
                    ChangedBy = coordinators[0],
                    ChangedAt = clock.GetUtcNow(),
                };
                await councils.AddAsync(Tenant, council, ct);
            }
        );
    }

    private static async Task UntilAsync(Func<bool> holds, TimeSpan patience, ConnectorSink sink, HostProcess host)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(watch.Elapsed < patience, $"Only {sink.Arrived("load")} arrived.\n{host.Said}");
            await Task.Delay(20);
        }
    }

    private static string IdOf(int number) => $"00000000-0000-4000-b000-{number:D12}";

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
