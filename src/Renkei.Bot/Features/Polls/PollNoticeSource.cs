using System.Security.Cryptography;
using Renkei.Activities.Wire;
using Renkei.Bot.Notices;
using Renkei.Bot.Polls;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Polls.PollTexts;

namespace Renkei.Bot.Features.Polls;

/// <summary>
/// Tells the dispatcher what polls plan to send, and writes it: the card for everybody, kept up to date as votes come in, requests to vote,
/// results. What a decision or an end brings with it besides is gone on with here if whoever made it died.
/// </summary>
internal sealed class PollNoticeSource(
    PollStore polls,
    PollList list,
    PollDecisions decisions,
    BusinessDays days,
    TimeProvider clock
) : INoticeSource
{
    public string Kind => PollKeys.Kind;

    public string PartitionOf(string tenantId, string owner) =>
        PollId.TryParse(owner, out PollId? id)
            ? PollKeys.Partition(tenantId, id.CentreCode)
            : throw new ArgumentException("The owner is no poll.", nameof(owner));

    public async ValueTask<NoticePlan?> PlanAsync(
        string tenantId,
        string owner,
        IReadOnlyList<LedgerEntry> ledger,
        CancellationToken ct
    )
    {
        if (!PollId.TryParse(owner, out PollId? id) || await polls.FindAsync(tenantId, id, ct) is not { } poll)
        {
            return null;
        }
        DateTimeOffset now = clock.GetUtcNow();
        OutgoingActivity? board =
            poll.Places.Count == 0
                ? null
                : PollCards.Board(new(poll, PollReader.Everybody, now)).Message(PollReader.Everybody);
        string face = board is null ? "" : FaceOf(board);
        return new Plan(
            poll,
            PollPlan.Of(poll, face, ledger, days, now),
            board,
            now,
            token => FollowAsync(tenantId, poll, now, token)
        );
    }

    private async ValueTask FollowAsync(string tenantId, StoredPoll poll, DateTimeOffset now, CancellationToken ct)
    {
        PollState state = poll.Poll.StateAt(now);
        await list.KeepAsync(tenantId, poll, isOver: state is PollState.Decided or PollState.Withdrawn, ct);
        await decisions.GoOnAsync(tenantId, poll, ct);
    }

    /// <summary>What a card shows, in few characters: what changes nothing on it is no reason to send it again.</summary>
    private static string FaceOf(OutgoingActivity card) =>
        Convert.ToHexStringLower(SHA256.HashData(card.Attachments![0].Content.Span).AsSpan(0, 8));

    private sealed class Plan(
        StoredPoll poll,
        IReadOnlyList<Notice> notices,
        OutgoingActivity? board,
        DateTimeOffset now,
        Func<CancellationToken, ValueTask> follow
    ) : NoticePlan
    {
        public override IReadOnlyList<Notice> Notices => notices;

        public override ValueTask FollowAsync(CancellationToken ct) => follow(ct);

        public override OutgoingActivity Compose(Notice notice, NoticeReader reader)
        {
            PollReader to = new(reader.Language, reader.UserId, reader.Person?.Person);
            PollFace face = new(poll, to, now);
            string kind = PollPlan.KindOf(notice.Key);
            if (notice.To is not NoticeTarget.Person person)
            {
                return kind == "decided" ? PollCards.Decided(face).Message(to) : board!;
            }
            if (kind == "result")
            {
                Invitee? self = poll.Poll.Voters.FirstOrDefault(v => v.Key == person.ObjectId);
                return PollCards.Page(face, self, mayManage: true, notice: null, Texts.ResultReady).Message(to);
            }
            Invitee voter = poll.Poll.Voters.First(v => v.Key == person.ObjectId);
            return (
                kind == "decided"
                    ? PollCards.Decided(face)
                    : PollCards.Vote(
                        face,
                        voter,
                        isOwn: true,
                        VoteForm.Of(poll.Poll, voter.Key),
                        what: kind switch
                        {
                            "more" => Texts.MorePlease,
                            "nudge" => Texts.NudgePlease,
                            _ => Texts.Please,
                        }
                    )
            ).Message(to);
        }
    }
}
