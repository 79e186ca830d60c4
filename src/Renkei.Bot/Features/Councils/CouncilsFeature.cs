using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Councils.CouncilsTexts;

namespace Renkei.Bot.Features.Councils;

/// <summary>The councils of a centre (R12): those being prepared, those that are over, the whole of one, and its history.</summary>
internal sealed class CouncilsFeature(
    CouncilStore councils,
    CouncilDesk desk,
    CouncilTemplates templates,
    Organisation places,
    BusinessDays days
) : IFeature
{
    private const int LastPastPage = 99;

    public void Register(BotRoutes routes)
    {
        desk.OnOverview((turn, view, notice, _) => Task.FromResult(OverviewCard.Page(turn, view, notice, desk.Steps)));
        routes.OnCommand(
            new(
                CommandCodes.Councils,
                CommandGroup.Councils,
                CouncilTexts.List,
                Texts.ListDescription,
                [
                    "会議",
                    "会議一覧",
                    "会議の予定",
                    "次の会議",
                    "次の会議はいつ",
                    "予定",
                    "協議の場",
                    "協議会",
                    "打ち合わせ",
                    "かいぎ",
                    "かいぎじゅんび",
                    "きょうぎのば",
                    "council",
                    "meetings",
                    "council list",
                    "meeting preparation",
                ],
                (turn, _, ct) => ListAsync(turn, turn.Person!.CentreCode, isPast: false, page: 0, ct),
                InGroups: true
            )
        );
        routes.OnCard(
            CouncilPage.ListVerb,
            (turn, form, ct) =>
                ListAsync(turn, form.Text("in_centre") ?? form.Text("c"), form.Flag("z"), form.Number("p"), ct)
        );
        routes.OnCard(CouncilPage.ShowVerb, (turn, form, ct) => OpenAsync(turn, form, _ => null, ct));
        routes.OnCard(CouncilPage.StepVerb, (turn, form, ct) => OpenAsync(turn, form, StepOf, ct));
        routes.OnCard(OverviewCard.HistoryVerb, HistoryAsync);
    }

    private async Task<CardReply> ListAsync(
        BotTurn turn,
        string? centreCode,
        bool isPast,
        int? page,
        CancellationToken ct
    )
    {
        Person person = turn.Person!;
        if (centreCode is null || places.FindCentre(centreCode) is not { } centre)
        {
            return person.OverseesCentres
                ? ListCards.ChooseCentre(turn, places, places.OverseenBy(person))
                : CouncilPage.Sentence(turn, Texts.NotYourCentre);
        }
        if (!person.Oversees(centre.Code) && person.CentreCode != centre.Code)
        {
            return CouncilPage.Sentence(turn, Texts.NotYourCentre);
        }
        if (person.Role == Role.MunicipalStaff)
        {
            IReadOnlyList<CouncilLine> open = await councils.OpenAsync(turn.TenantId, centre.Code, ct);
            CouncilLine[] mine = [.. open.Where(l => ListCards.InvitationOf(l, person) is not null)];
            return ListCards.Invited(turn, List(turn, centre, mine), page);
        }
        if (isPast)
        {
            int at = Math.Clamp(page ?? 0, 0, LastPastPage);
            // One more than is shown tells whether there is a next page.
            int limit = ((at + 1) * ListCards.PastPageSize) + 1;
            IReadOnlyList<CouncilLine> past = await councils.ClosedAsync(turn.TenantId, centre.Code, limit, ct);
            return ListCards.Past(turn, List(turn, centre, past), at);
        }
        return ListCards.Open(
            turn,
            List(turn, centre, await councils.OpenAsync(turn.TenantId, centre.Code, ct)),
            page,
            mayBegin: NewCouncilFeature.MayBegin(person)
        );
    }

    private CouncilList List(BotTurn turn, HealthCentre centre, IReadOnlyList<CouncilLine> lines) =>
        new(centre, lines, templates, days, TokyoTime.DateOf(turn.Now));

    private async Task<CardReply> OpenAsync(
        BotTurn turn,
        ActionForm form,
        Func<ActionForm, CouncilStep?> step,
        CancellationToken ct
    )
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: false, ct);
        return opened.Refusal
            // Pages of steps name people and how they are reached; others than who pressed would read them in a group.
            ?? await desk.ShowAsync(turn, opened.View!.Council, turn.IsPersonal ? step(form) : null, notice: null, ct);
    }

    private static CouncilStep? StepOf(ActionForm form) =>
        (form.Number("s") ?? form.Number("in_step")) is >= 1 and <= (int)CouncilStep.Minutes + 1 and var number
            ? (CouncilStep)(number - 1)
            : null;

    private async Task<CardReply> HistoryAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: false, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        return turn.IsPersonal
            ? OverviewCard.History(
                turn,
                view,
                // Each is compared with the one before it.
                await councils.HistoryAsync(turn.TenantId, view.Council.Id, OverviewCard.HistoryLength + 1, ct)
            )
            : await desk.ShowAsync(turn, view.Council, step: null, notice: null, ct);
    }
}
