using System.Globalization;
using Renkei.Activities.Wire;
using Renkei.Bot.Conversation;
using Renkei.Bot.Feedback;
using Renkei.Bot.Notices;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Feedback;
using Renkei.Domain.Places;
using Texts = Renkei.Bot.Features.Feedback.FeedbackTexts;

namespace Renkei.Bot.Features.Feedback;

/// <summary>
/// What feedback sends: one card to each reader (<c>f.…</c>), replaced where it is when the item is changed or withdrawn, and each reply to whoever
/// shared it (<c>a.…</c>).
/// </summary>
internal sealed class FeedbackNoticeSource(FeedbackStore store, Organisation places) : INoticeSource
{
    private const string CardPrefix = "f.";
    private const string ReplyPrefix = "a.";

    public string Kind => FeedbackNotices.Kind;

    public string PartitionOf(string tenantId, string owner) =>
        FeedbackId.TryParse(owner, out FeedbackId? id)
            ? FeedbackKeys.Partition(tenantId, id.PrefectureCode)
            : throw new ArgumentException("The owner is no feedback.", nameof(owner));

    public async ValueTask<NoticePlan?> PlanAsync(
        string tenantId,
        string owner,
        IReadOnlyList<LedgerEntry> ledger,
        CancellationToken ct
    )
    {
        if (!FeedbackId.TryParse(owner, out FeedbackId? id) || await store.FindAsync(tenantId, id, ct) is not { } item)
        {
            return null;
        }
        FeedbackAudience audience = await store.AudienceAsync(tenantId, id, ct);
        IReadOnlyList<FeedbackReply> replies = await store.RepliesAsync(tenantId, id, ct);
        string version = item.Revision.ToString(CultureInfo.InvariantCulture);
        HashSet<string> have = [.. ledger.Where(e => e.Arrived).Select(e => e.Key)];
        List<Notice> notices =
        [
            .. audience
                .Readers.Select(r => new Notice(
                    CardPrefix + r.Who.ObjectId,
                    CardPrefix,
                    FeedbackNotices.Category,
                    new NoticeTarget.Person(r.Who.ObjectId),
                    item.At
                )
                {
                    Version = version,
                })
                // Who never got it need not hear that it was taken back.
                .Where(n => !item.IsWithdrawn || have.Contains(n.Key)),
            .. replies
                .Select((reply, at) => (Reply: reply, At: at))
                .Where(r => r.Reply.Who.ObjectId != item.By.ObjectId)
                .Select(r => new Notice(
                    string.Create(CultureInfo.InvariantCulture, $"{ReplyPrefix}{r.At}"),
                    string.Create(CultureInfo.InvariantCulture, $"{ReplyPrefix}{r.At}"),
                    FeedbackNotices.ReplyCategory,
                    new NoticeTarget.Person(item.By.ObjectId),
                    r.Reply.At
                )),
        ];
        return new Plan(item, replies, notices, places);
    }

    private sealed class Plan(
        FeedbackItem item,
        IReadOnlyList<FeedbackReply> replies,
        IReadOnlyList<Notice> notices,
        Organisation places
    ) : NoticePlan
    {
        public override IReadOnlyList<Notice> Notices => notices;

        public override OutgoingActivity Compose(Notice notice, NoticeReader reader)
        {
            (string summary, List<CardElement> body, ExecuteAction refresh) = FeedbackCards.Content(
                item,
                places,
                reader.Language
            );
            IReadOnlyList<AdaptiveAction> actions = FeedbackCards.ReaderWays(item, reader.Language, hasSaidSo: false);
            ExecuteAction? refreshes = refresh;
            if (
                notice.Key.StartsWith(ReplyPrefix, StringComparison.Ordinal)
                && int.TryParse(
                    notice.Key.AsSpan(ReplyPrefix.Length),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out int at
                )
            )
            {
                FeedbackReply reply = replies[at];
                Language language = reader.Language;
                string centre = places.FindCentre(reply.CentreCode)?.Name.In(language) ?? Texts.HeadOffice.In(language);
                summary = language.Labelled(Texts.NewReply.In(language), item.Title);
                body =
                [
                    TextBlock.Heading(CardText.Escape(summary)),
                    TextBlock.Remark(language.Together(centre, CardText.Escape(reply.Who.Name))),
                    new TextBlock(CardText.Escape(reply.Text)),
                ];
                actions =
                [
                    new ExecuteAction(
                        Texts.Open.In(language),
                        FeedbackVerbs.Show,
                        ActionData.Of(("f", item.Id.ToString()))
                    ),
                ];
                refreshes = null;
            }
            ReadOnlyMemory<byte> card = BotCards.Build(
                reader.Language,
                reader.UserId,
                summary,
                body,
                actions,
                refreshes,
                plain: summary,
                reader.Person?.Person,
                CardSubject.Of(item.Id)
            );
            return OutgoingActivity.Card(card, summary);
        }
    }
}
