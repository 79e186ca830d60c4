using Renkei.Bot.Councils;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Preparation;

/// <summary>A task as the list shows it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Due">Until when, Japan; <see langword="null"/> while the council has no date and none was set by hand.</param>
/// <param name="IsDone">Whether it is done, by itself or because somebody said so.</param>
internal sealed record TaskLine(PreparationTask Task, DateOnly? Due, bool IsDone)
{
    /// <summary>The tasks of a council: what is open by its due date, what is done after it.</summary>
    public static IReadOnlyList<TaskLine> Of(CouncilView view) =>
        [
            .. view
                .Council.Tasks.Select(t => new TaskLine(t, view.Plan?.DueOf(t) ?? t.FixedDue, view.Council.IsDone(t)))
                .OrderBy(l => l.IsDone)
                .ThenBy(l => l.Due ?? DateOnly.MaxValue)
                .ThenByDescending(l => l.Task.Lead),
        ];
}
