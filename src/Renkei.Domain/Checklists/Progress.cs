using Renkei.Domain.Playbooks;

namespace Renkei.Domain.Checklists;

/// <summary>How far one stage is.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Reached">Applicable items that are at least 実施中.</param>
/// <param name="Applicable">Items that are not 対象外.</param>
public sealed record StageProgress(Stage Stage, int Reached, int Applicable)
{
    /// <summary>A stage is ready when every applicable item is at least 実施中 (R9). With no applicable item it is ready.</summary>
    public bool IsReady => Reached == Applicable;

    /// <summary>0 to 100, rounded down, so that 100 means ready.</summary>
    public int Percent => Applicable == 0 ? 100 : Reached * 100 / Applicable;
}

/// <summary>The stage rule (R9) applied to a theme.</summary>
public sealed class Progress
{
    private Progress(IReadOnlyList<StageProgress> stages, PlaybookItem? next, PlaybookItem? reachedBefore) =>
        (Stages, Next, ReachedBefore) = (stages, next, reachedBefore);

    /// <summary>One per stage, in order.</summary>
    public IReadOnlyList<StageProgress> Stages { get; }

    /// <summary>The first stage that is not ready; <see langword="null"/> when all are.</summary>
    public StageProgress? Current => Stages.FirstOrDefault(s => !s.IsReady);

    /// <summary>The next useful item: the first of the current stage that is applicable and not reached; <see langword="null"/> when all are.</summary>
    public PlaybookItem? Next { get; }

    /// <summary>The last applicable item before <see cref="Next"/>, all items up to it being reached; <see langword="null"/> at the very start.</summary>
    public PlaybookItem? ReachedBefore { get; }

    /// <summary>Applicable items of all stages that are at least 実施中.</summary>
    public int Reached => Stages.Sum(s => s.Reached);

    /// <summary>Applicable items of all stages.</summary>
    public int Applicable => Stages.Sum(s => s.Applicable);

    /// <summary>Applies the rule.</summary>
    /// <param name="playbook">The centre's playbook: what it hides does not count.</param>
    /// <param name="statusOf">The state of an item; items nobody touched are 未着手.</param>
    public static Progress Of(Playbook playbook, Func<ItemId, ItemStatus> statusOf)
    {
        List<StageProgress> stages = [];
        PlaybookItem? next = null;
        PlaybookItem? before = null;
        foreach (Stage stage in playbook.Stages)
        {
            int reached = 0;
            int applicable = 0;
            foreach (PlaybookItem item in stage.Groups.SelectMany(g => g.Items))
            {
                ItemStatus status = statusOf(item.Id);
                if (status == ItemStatus.NotApplicable)
                {
                    continue;
                }
                applicable++;
                if (status.IsReached())
                {
                    reached++;
                    before = next is null ? item : before;
                }
                else
                {
                    next ??= item;
                }
            }
            stages.Add(new(stage, reached, applicable));
        }
        return new(stages, next, before);
    }
}
