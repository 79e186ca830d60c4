using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Tables;

namespace Renkei.Bot.Themes;

/// <summary>
/// A theme and the state of each of its lines: the one small row that lists and weekly figures are made of. It changes in the same
/// commit as any answer.
/// </summary>
/// <param name="Theme">The theme.</param>
/// <param name="Statuses">By item key; a line nobody touched is not listed.</param>
/// <param name="LastChange">The newest answer, if any.</param>
/// <param name="ETag">The version that was read; default before it is stored.</param>
internal sealed record ThemeSummary(
    Theme Theme,
    IReadOnlyDictionary<string, ItemStatus> Statuses,
    LastChange? LastChange,
    RowETag ETag
)
{
    private static readonly Dictionary<string, DateOnly> NoDues = [];

    /// <summary>Until when the next steps of its lines are to be done, by item key; lines without a day, established or not applicable have none.</summary>
    public IReadOnlyDictionary<string, DateOnly> Dues { get; init; } = NoDues;

    /// <summary>When anything in the row changed last (UTC), the theme's own facts included.</summary>
    public DateTimeOffset ChangedAt { get; init; } = LastChange?.At ?? Theme.CreatedAt;

    /// <summary>The state of a line.</summary>
    public ItemStatus StatusOf(ItemId item) => Statuses.GetValueOrDefault(item.Key);

    /// <summary>The stage rule applied.</summary>
    public Progress ProgressIn(Playbook playbook) => Progress.Of(playbook, StatusOf);

    /// <summary>The summary after some lines changed.</summary>
    public ThemeSummary With(IEnumerable<KeyValuePair<string, Answer>> changed, LastChange lastChange)
    {
        Dictionary<string, ItemStatus> statuses = new(Statuses, StringComparer.Ordinal);
        Dictionary<string, DateOnly> dues = new(Dues, StringComparer.Ordinal);
        foreach ((string item, Answer answer) in changed)
        {
            statuses[item] = answer.Status;
            bool isOpen = answer.Status is not (ItemStatus.Established or ItemStatus.NotApplicable);
            if (isOpen && answer.NextStep?.Due is { } due)
            {
                dues[item] = due;
            }
            else
            {
                dues.Remove(item);
            }
        }
        return this with { Statuses = statuses, Dues = dues, LastChange = lastChange, ChangedAt = lastChange.At };
    }
}

/// <summary>Who answered last, and when (UTC).</summary>
internal sealed record LastChange(PersonRef By, DateTimeOffset At);
