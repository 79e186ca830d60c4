using System.Globalization;
using System.Text;
using System.Text.Json;
using Renkei.Activities.Wire;
using Renkei.Bot.Notices;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Notices.Model;

/// <summary>
/// Something with a date and a countdown to it, like a council, and with tasks that have one of their own. Everything that is planned
/// follows from it.
/// </summary>
/// <param name="Name">Part of every key, so that no two matters share one.</param>
/// <param name="Date">When it takes place; <see langword="null"/> when it is cancelled.</param>
/// <param name="Tasks">Tasks that are not done, and when they are due.</param>
internal sealed record Matter(string Name, DateTimeOffset? Date, IReadOnlyDictionary<string, DateTimeOffset> Tasks)
{
    public const string Kind = "matter";
    public const string Row = "matter";
    private static readonly int[] DaysBefore = [20, 10, 5, 1, 0];
    private static readonly string[] People = ["p1", "p2"];

    public IReadOnlyList<Notice> Notices =>
        [
            .. Date is { } date
                ? DaysBefore.SelectMany(days =>
                    People.Select(p =>
                        Of($"c{days}.{Name}.{Stamp(date)}.{p}", $"c.{Stamp(date)}", p, date.AddDays(-days))
                    )
                )
                : [],
            .. Date is null
                ? []
                : Tasks.SelectMany(t =>
                    ((int[])[-3, 0, 1]).Select(days =>
                        Of(
                            $"t{t.Key}.{days}.{Name}.{Stamp(t.Value)}",
                            $"t{t.Key}.{Stamp(t.Value)}",
                            "p1",
                            t.Value.AddDays(days)
                        )
                    )
                ),
        ];

    public static string PartitionOf(string owner) => $"matter-{owner}";

    public static Matter Read(TableRow row) => JsonSerializer.Deserialize<Matter>(row.Body.Span)!;

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this));

    private static Notice Of(string key, string series, string person, DateTimeOffset dueAt) =>
        new(key, series, "matter", new NoticeTarget.Person(person), dueAt);

    private static string Stamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
}

/// <summary>Plans the notices of matters.</summary>
internal sealed class MatterSource(ITable table) : INoticeSource
{
    public string Kind => Matter.Kind;

    public string PartitionOf(string tenantId, string owner) => Matter.PartitionOf(owner);

    public async ValueTask<NoticePlan?> PlanAsync(
        string tenantId,
        string owner,
        IReadOnlyList<LedgerEntry> ledger,
        CancellationToken ct
    ) =>
        await table.FindAsync(new(PartitionOf(tenantId, owner), Matter.Row), ct) is { } row
            ? new Plan(Matter.Read(row).Notices)
            : null;

    private sealed class Plan(IReadOnlyList<Notice> notices) : NoticePlan
    {
        public override IReadOnlyList<Notice> Notices => notices;

        public override OutgoingActivity Compose(Notice notice, NoticeReader reader) => new() { Text = notice.Key };
    }
}
