using Renkei.Domain.People;
using Renkei.Domain.Time;

namespace Renkei.Domain.Councils.Reminders;

/// <summary>
/// All reminders a council plans, past and future (R14): a function of the council, so a moved date moves them all and what was planned for
/// the old one is simply not here any more. Immutable.
/// </summary>
public sealed class ReminderPlan
{
    /// <summary>What <see cref="ReminderKey.About"/> says where a reminder is about the council as a whole.</summary>
    public const string WholeCouncil = "c";

    /// <summary>Those a reminder did not reach within so long of each other are told of in one message.</summary>
    public static readonly TimeSpan UnreachedWindow = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, PlannedReminder> byKey;

    private ReminderPlan(IEnumerable<PlannedReminder> all)
    {
        All =
        [
            .. all.DistinctBy(r => r.Key).OrderBy(r => r.DueAt).ThenBy(r => r.Key.ToString(), StringComparer.Ordinal),
        ];
        byKey = All.ToDictionary(r => r.Key.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The time of day of reminders that are counted in days, Japan.</summary>
    public static TimeOnly Morning { get; } = new(9, 0);

    /// <summary>The earliest first.</summary>
    public IReadOnlyList<PlannedReminder> All { get; }

    /// <summary>Plans a council's reminders.</summary>
    /// <param name="council">The council.</param>
    /// <param name="template">Its kind: when coordinators are reminded.</param>
    /// <param name="answered">Ids of the participants who answered the information sheet.</param>
    /// <param name="lead">Who is told of work that stays overdue, if the centre named somebody.</param>
    /// <param name="days">The office's business days.</param>
    /// <param name="unreached">Who could not be reached, each once.</param>
    public static ReminderPlan Of(
        Council council,
        CouncilTemplate template,
        IReadOnlySet<string> answered,
        PersonRef? lead,
        BusinessDays days,
        IReadOnlyList<Unreached> unreached
    ) => new(new ReminderPlanner(council, template, answered, lead, days).Everything(unreached));

    /// <summary>The reminder of a key, or <see langword="null"/> where it is not planned (any more).</summary>
    public PlannedReminder? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>When the first reminder after an instant is due (UTC); <see langword="null"/> where none is.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset after) =>
        All.FirstOrDefault(r => r.DueAt > after && r.DueAt < r.UsefulUntil)?.DueAt;
}
