using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Notices;
using Renkei.Bot.People;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.People;
using Texts = Renkei.Bot.Features.Reminders.LedgerTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>「通知の記録」: what became of each reminder of a council, and what is still planned; for those who may see the council.</summary>
internal sealed class LedgerFeature(
    CouncilDesk councils,
    CouncilStore store,
    CouncilNotices notices,
    NoticeLedger ledger,
    PeopleStore people
) : IFeature
{
    private const int ClosedOffered = 3;
    private const int WithdrawalsRead = 50;

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.NoticeLedger,
                CommandGroup.Settings,
                Texts.Title,
                Texts.Description,
                [
                    "通知記録",
                    "通知の履歴",
                    "リマインダーの記録",
                    "送った通知",
                    "つうちのきろく",
                    "notice record",
                    "notification record",
                    "reminder log",
                    "ledger",
                ],
                ChooseAsync
            )
        );
        routes.OnCard(ReminderVerbs.Ledger, ShowAsync);
    }

    private async Task<CardReply> ChooseAsync(BotTurn turn, string rest, CancellationToken ct)
    {
        if (turn.Person is not { CentreCode: { } centre, Role: Role.Nurse or Role.Coordinator })
        {
            return LedgerCards.Sentence(turn, Texts.NotAtACentre);
        }
        IReadOnlyList<CouncilLine> open = await store.OpenAsync(turn.TenantId, centre, ct);
        IReadOnlyList<CouncilLine> closed = await store.ClosedAsync(turn.TenantId, centre, ClosedOffered, ct);
        return LedgerCards.Choose(turn, centre, [.. open, .. closed]);
    }

    private async Task<CardReply> ShowAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await councils.OpenAsync(turn, form.Text("c"), toEdit: false, ct);
        if (opened.View is not { } view)
        {
            return opened.Refusal!;
        }
        Council council = view.Council;
        IReadOnlyList<LedgerEntry> entries = await ledger.ListAsync(
            CouncilNotices.OwnerOf(turn.TenantId, council.Id),
            ct
        );
        IReadOnlyList<UnreachedPerson> unreached = UnreachedPerson.In(entries);
        ReminderPlan plan = notices.Plan(
            council,
            await notices.LeadOfAsync(turn.TenantId, council.Id.CentreCode, ct),
            [.. unreached.Select(u => new Unreached(u.ObjectId, u.At))]
        );
        IReadOnlyList<Withdrawal> withdrawals = await store.WithdrawalsAsync(
            turn.TenantId,
            council.Id,
            WithdrawalsRead,
            ct
        );
        IReadOnlyList<LedgerLine> lines = LedgerLine.Of(plan, entries, withdrawals, turn.Now);
        return LedgerCards.Record(
            turn,
            view,
            lines,
            await NamesAsync(turn, council, lines, ct),
            LedgerCards.PartOf(form.Text("v")),
            form.Number("p") ?? 0
        );
    }

    /// <summary>Names of those the council does not know any more; nothing is read where it knows all.</summary>
    private async ValueTask<IReadOnlyDictionary<string, string>> NamesAsync(
        BotTurn turn,
        Council council,
        IReadOnlyList<LedgerLine> lines,
        CancellationToken ct
    ) =>
        lines.All(l => CouncilNames.Find(council, l.Key.To) is not null)
            ? new Dictionary<string, string>()
            : (await people.OfCentreAsync(turn.TenantId, council.Id.CentreCode, ct))
                .DistinctBy(p => p.ObjectId)
                .ToDictionary(p => p.ObjectId, p => p.Name);
}
