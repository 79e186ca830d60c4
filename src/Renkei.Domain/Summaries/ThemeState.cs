using Renkei.Domain.Checklists;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;

namespace Renkei.Domain.Summaries;

/// <summary>How a theme stands, or stood.</summary>
/// <param name="Theme">Its own facts.</param>
/// <param name="Progress">The stage rule applied.</param>
/// <param name="StatusOf">The state of a line.</param>
/// <param name="AnsweredAt">The newest answer (UTC); <see langword="null"/> before the first.</param>
/// <param name="Dues">Until when its open next steps are to be done.</param>
public sealed record ThemeState(
    Theme Theme,
    Progress Progress,
    Func<ItemId, ItemStatus> StatusOf,
    DateTimeOffset? AnsweredAt,
    IReadOnlyCollection<DateOnly> Dues
)
{
    /// <summary>The day, Japan, on which it was heard of last: the newest answer, or its beginning.</summary>
    public DateOnly LastHeardOf => TokyoTime.DateOf(AnsweredAt ?? Theme.CreatedAt);

    /// <summary>Whether every applicable line is reached.</summary>
    public bool IsComplete => Progress.Current is null;

    /// <summary>The number of its current stage, 1 to 4; 5 when all stages are ready.</summary>
    public int StageNumber => Progress.Current?.Stage.Number ?? Progress.Stages.Count + 1;

    /// <summary>How many of its next steps are late on a day: due before it.</summary>
    public int LateOn(DateOnly day) => Dues.Count(d => d < day);
}
