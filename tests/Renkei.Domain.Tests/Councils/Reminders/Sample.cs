using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.People;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Councils.Reminders;

/// <summary>A council of 東部 on Friday 18 December 2026, 14:00, whose date was set on Monday 2 November.</summary>
internal static class Sample
{
    public static readonly PersonRef Kawakami = new("kawakami", "川上 由美");
    public static readonly PersonRef Sato = new("sato", "佐藤 美咲");
    public static readonly PersonRef Tanaka = new("tanaka", "田中 浩");
    public static readonly PersonRef Lead = new("oka", "岡 正");

    public static readonly DateTimeOffset Set = TokyoTime.Instant(new(2026, 11, 2), new(10, 0));

    public static readonly CouncilTemplate Template = new()
    {
        Code = "area",
        Name = new("協議の場", "Council"),
        Purpose = new("話し合う", "To talk"),
        Fields = [],
        Hours = new(new(13, 30), new(16, 0), new("午後", "Afternoon")),
        Participants = [],
        Agenda = [],
        Papers = [],
        Tasks = [],
        Reminders = [20, 10, 5, 1, 0],
        Steps = [],
        Serves = [],
        Sources = [],
    };

    public static readonly Council Prepared = new()
    {
        Id = CouncilId.Of("tobu", "c1"),
        TemplateCode = "area",
        Title = "東部圏域 協議の場",
        WishedMonth = new(2026, 12, 1),
        Coordinators = [Kawakami],
        When = new(new(2026, 12, 18), new(14, 0), 120),
        DateSetAt = Set,
        ChangedBy = Kawakami,
        ChangedAt = Set,
    };

    /// <summary>A participant with an account of the same name as its id; invited when the date was set.</summary>
    public static Participant Guest(string id, bool hasAccount = true) =>
        new(
            id,
            "municipality",
            "あおば市",
            "",
            hasAccount ? new(id, null, null) : new(null, null, "0123-45-6789"),
            Kawakami,
            Set
        );

    public static ReminderPlan Plan(
        Council council,
        PersonRef? lead = null,
        IReadOnlySet<string>? answered = null,
        IReadOnlyList<Unreached>? unreached = null
    ) =>
        ReminderPlan.Of(
            council,
            Template,
            answered ?? new HashSet<string>(),
            lead,
            BusinessDays.National,
            unreached ?? []
        );

    /// <summary>Kind, about, recipient and due time in Japan, e.g. <c>TaskDue agenda tanaka 2026-12-09 09:00</c>.</summary>
    public static IEnumerable<string> Lines(ReminderPlan plan, params ReminderKind[] kinds) =>
        plan.All.Where(r => kinds.Length == 0 || kinds.Contains(r.Kind)).Select(Line);

    private static string Line(PlannedReminder reminder) =>
        FormattableString.Invariant(
            $"{reminder.Kind} {reminder.Key.About} {reminder.To} {TokyoTime.DateOf(reminder.DueAt):yyyy-MM-dd} {TokyoTime.Clock(reminder.DueAt)}"
        );
}
