using Renkei.Domain.Checklists;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;

namespace Renkei.Domain.Summaries;

/// <summary>A theme in a period: where it stands, what changed since the period before.</summary>
/// <param name="Now">At the end of the period, or now while it is not over.</param>
/// <param name="Before">At the end of the period before; <see langword="null"/> where there was no such theme yet.</param>
/// <param name="Moved">Whether somebody answered, or began it, in the period.</param>
/// <param name="MovedBefore">The same for the period before.</param>
/// <param name="GainedBefore">Lines reached in the period before, less those lost.</param>
/// <param name="IsStanding">Whether it belongs to the fiscal year in which the period ends; those of the year before only moved.</param>
/// <param name="Late">Next steps that are late.</param>
/// <param name="SilentSince">Since when nobody answered, where that is 30 days and more; <see langword="null"/> otherwise.</param>
public sealed record ThemeFigures(
    ThemeState Now,
    ThemeState? Before,
    bool Moved,
    bool MovedBefore,
    int GainedBefore,
    bool IsStanding,
    int Late,
    DateOnly? SilentSince
)
{
    /// <summary>A theme nobody answered for so many days is silent.</summary>
    public const int SilentDays = 30;

    /// <summary>The theme.</summary>
    public Theme Theme => Now.Theme;

    /// <summary>Lines reached in the period, less those lost.</summary>
    public int Gained => Now.Progress.Reached - (Before?.Progress.Reached ?? 0);

    /// <summary>Whether it was begun in the period.</summary>
    public bool IsNew => Before is null;

    /// <summary>The stages that became ready in the period, in order.</summary>
    public IEnumerable<StageProgress> StagesReached =>
        Now.Progress.Stages.Where(s =>
            s is { IsReady: true, Applicable: > 0 }
            && Before?.Progress.Stages.FirstOrDefault(b => b.Stage.Number == s.Stage.Number) is not { IsReady: true }
        );

    /// <summary>The lines whose state changed in the period, in the order of the playbook.</summary>
    public IEnumerable<LineChange> LinesChanged(Playbook playbook) =>
        playbook
            .Items.Select(i => new LineChange(i, Before?.StatusOf(i.Id) ?? ItemStatus.NotStarted, Now.StatusOf(i.Id)))
            .Where(c => c.From != c.To);
}

/// <summary>A line whose state changed.</summary>
/// <param name="Item">The line.</param>
/// <param name="From">Before.</param>
/// <param name="To">Now.</param>
public sealed record LineChange(PlaybookItem Item, ItemStatus From, ItemStatus To);
