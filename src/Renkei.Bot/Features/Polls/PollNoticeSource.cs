using Renkei.Activities.Wire;
using Renkei.Bot.Notices;
using Renkei.Bot.Polls;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Polls.PollTexts;

namespace Renkei.Bot.Features.Polls;

/// <summary>Tells the dispatcher what polls plan to send, and writes it: the card for everybody, requests to vote, results.</summary>
internal sealed class PollNoticeSource(PollStore polls, BusinessDays days, TimeProvider clock) : INoticeSource
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
        return new Plan(poll, PollPlan.Of(poll, days, now), now);
    }

    private sealed class Plan(StoredPoll poll, IReadOnlyList<Notice> notices, DateTimeOffset now) : NoticePlan
    {
        public override IReadOnlyList<Notice> Notices => notices;

        public override OutgoingActivity Compose(Notice notice, NoticeReader reader)
        {
            PollReader to = new(reader.Language, reader.UserId);
            PollFace face = new(poll, to, now);
            string kind = PollPlan.KindOf(notice.Key);
            if (notice.To is not NoticeTarget.Person person)
            {
                return (kind == "decided" ? PollCards.Decided(face) : PollCards.Board(face)).Message(to);
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
