using Renkei.Bot.Polls;
using Renkei.Bot.Scheduling;
using Renkei.Domain;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Features.Polls;

/// <summary>Takes the decision of a poll to the plan behind it. Repeating it changes nothing; an older decision never beats a newer one.</summary>
internal sealed class PollDecisions(DateDesk desk)
{
    /// <summary>Has the plan take the chosen date; nothing where no plan is behind the poll, or nothing is decided.</summary>
    /// <returns>What is left to say about it; <see langword="null"/> where all went well.</returns>
    public async Task<LocalText?> ApplyAsync(string tenantId, StoredPoll poll, CancellationToken ct)
    {
        if (
            !PlanId.TryParse(poll.Plan, out PlanId? plan)
            || poll.Poll.Decision is not { } decision
            || poll.Poll.Find(decision.Candidate) is not { } chosen
        )
        {
            return null;
        }
        SettledDate settled = await desk.ChooseAsync(tenantId, plan, chosen.Slot, decision.By, decision.At, ct);
        return settled.Plan is null ? PollTexts.PlanGone
            : settled.Fault is not null ? PollTexts.NotInCalendar
            : null;
    }
}
