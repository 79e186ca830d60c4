using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Feedback;
using Renkei.Bot.Polls;
using Renkei.Bot.Scheduling;
using Renkei.Bot.Themes;
using Renkei.Domain.Councils;
using Renkei.Domain.Feedback;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Requests;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Features.Requests;

/// <summary>
/// Finds out what a request is about, as far as it exists and whoever asks may see it: the card only said so. One or two point reads.
/// </summary>
internal sealed class RequestContextReader(
    ThemeStore themes,
    CouncilStore councils,
    PollStore polls,
    PlanStore plans,
    FeedbackStore feedback,
    PlaybookSet playbooks
)
{
    /// <summary>The context; <see cref="RequestContext.None"/> where nothing is left of what the card said.</summary>
    /// <param name="turn">Who asks; registered.</param>
    /// <param name="origin">What the card said.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<RequestContext> ReadAsync(BotTurn turn, RequestOrigin origin, CancellationToken ct) =>
        await ThemeAsync(turn, origin, ct)
        ?? await CouncilAsync(turn, origin.Council, ct)
        ?? await PollAsync(turn, origin.Poll, ct)
        ?? await MeetingAsync(turn, origin.Meeting, ct)
        ?? await FeedbackAsync(turn, origin.Feedback, ct)
        ?? RequestContext.None;

    private async Task<RequestContext?> ThemeAsync(BotTurn turn, RequestOrigin origin, CancellationToken ct) =>
        ThemeId.TryParse(origin.Theme, out ThemeId? id)
        && await themes.FindAsync(turn.TenantId, id, ct) is { Theme: { } theme }
        && theme.MayRead(turn.Person!)
            ? new(id, playbooks.For(id.CentreCode).Find(origin.Item)?.Source, null, theme.Name, theme.FieldCode)
            : null;

    private async Task<RequestContext?> CouncilAsync(BotTurn turn, string? council, CancellationToken ct) =>
        CouncilId.TryParse(council, out CouncilId? id)
        && await councils.FindAsync(turn.TenantId, id, ct) is { } found
        && found.MayRead(turn.Person!)
            ? new(null, null, id, found.Title, null)
            : null;

    private async Task<RequestContext?> PollAsync(BotTurn turn, string poll, CancellationToken ct) =>
        PollId.TryParse(poll, out PollId? id)
        && await polls.FindAsync(turn.TenantId, id, ct) is { } found
        && found.MaySee(turn)
            ? await CouncilAsync(turn, found.Council, ct) ?? Named(found.Title)
            : null;

    private async Task<RequestContext?> MeetingAsync(BotTurn turn, string plan, CancellationToken ct)
    {
        if (!PlanId.TryParse(plan, out PlanId? id) || await plans.FindAsync(turn.TenantId, id, ct) is not { } found)
        {
            return null;
        }
        bool maySee =
            turn.Person is { Role: Role.Nurse or Role.Coordinator } person && person.CentreCode == id.CentreCode
            || found.Asked.Any(a => a.ObjectId == turn.PersonId.ObjectId);
        return maySee ? await CouncilAsync(turn, found.Council?.ToString(), ct) ?? Named(found.Title) : null;
    }

    private async Task<RequestContext?> FeedbackAsync(BotTurn turn, string shared, CancellationToken ct) =>
        FeedbackId.TryParse(shared, out FeedbackId? id)
        && await feedback.FindAsync(turn.TenantId, id, ct) is { IsWithdrawn: false } found
        && found.MayRead(turn.Person!)
            ? new(null, null, null, found.Title, found.FieldCode)
            : null;

    private static RequestContext Named(string title) => new(null, null, null, title, null);
}
