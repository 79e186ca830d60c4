using Renkei.Domain.Councils;

namespace Renkei.Domain.Summaries;

/// <summary>How a council stands, or stood, for summaries.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsOpen">Whether it is being prepared.</param>
/// <param name="When">When it takes place, if that is set.</param>
/// <param name="Ready">Complete steps of <see cref="Readiness.PreparationSteps"/>.</param>
/// <param name="BegunAt">When somebody began to prepare it (UTC).</param>
/// <param name="TaskDues">Until when its open tasks are to be done.</param>
/// <param name="AgreementDues">Until when what was agreed and is not done was to be done.</param>
public sealed record CouncilState(
    CouncilId Id,
    string Title,
    bool IsOpen,
    MeetingTime? When,
    int Ready,
    DateTimeOffset BegunAt,
    IReadOnlyList<DateOnly> TaskDues,
    IReadOnlyList<DateOnly> AgreementDues
)
{
    /// <summary>How many of its tasks and agreements are late on a day: due before it. Tasks of a council that is over count no more.</summary>
    public int LateOn(DateOnly day) => (IsOpen ? TaskDues.Count(d => d < day) : 0) + AgreementDues.Count(d => d < day);
}
