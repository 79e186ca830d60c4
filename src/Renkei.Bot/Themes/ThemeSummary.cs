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
    /// <summary>The state of a line.</summary>
    public ItemStatus StatusOf(ItemId item) => Statuses.GetValueOrDefault(item.Key);

    /// <summary>The stage rule applied.</summary>
    public Progress ProgressIn(Playbook playbook) => Progress.Of(playbook, StatusOf);

    /// <summary>The summary after some lines changed.</summary>
    public ThemeSummary With(IEnumerable<(string Item, ItemStatus Status)> changed, LastChange lastChange)
    {
        Dictionary<string, ItemStatus> statuses = new(Statuses, StringComparer.Ordinal);
        foreach ((string item, ItemStatus status) in changed)
        {
            statuses[item] = status;
        }
        return this with { Statuses = statuses, LastChange = lastChange };
    }
}

/// <summary>Who answered last, and when (UTC).</summary>
internal sealed record LastChange(PersonRef By, DateTimeOffset At);
