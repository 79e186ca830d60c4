using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Councils.CouncilTexts;

namespace Renkei.Bot.Councils;

/// <summary>Shows one step of preparing a council.</summary>
/// <param name="turn">The turn; its person may see the council.</param>
/// <param name="view">The council.</param>
/// <param name="notice">What is said above the step; <see langword="null"/> for nothing.</param>
/// <param name="ct">Cancels the turn.</param>
internal delegate Task<CardReply> StepPage(BotTurn turn, CouncilView view, PageNotice? notice, CancellationToken ct);

/// <summary>Handles a press on a card of a council.</summary>
/// <param name="turn">The turn; its person may do what the verb is for.</param>
/// <param name="view">The council that the card names as <c>c</c>.</param>
/// <param name="form">The rest of the card's data, and what was filled in.</param>
/// <param name="ct">Cancels the turn.</param>
internal delegate Task<CardReply> CouncilHandler(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct);

/// <summary>
/// Where the features that make up the preparation of councils meet: each brings the pages of its steps, all open councils here,
/// with one check of who may, and all lead to each other's pages.
/// </summary>
internal sealed class CouncilDesk(
    CouncilStore councils,
    CouncilTemplates templates,
    Organisation places,
    BusinessDays days
)
{
    private readonly Dictionary<CouncilStep, StepPage> pages = [];
    private StepPage? overview;

    /// <summary>Names the page of a step; once for each.</summary>
    public void OnStep(CouncilStep step, StepPage page) => pages.Add(step, page);

    /// <summary>Names the page of the whole council; once.</summary>
    public void OnOverview(StepPage page) =>
        overview = overview is null ? page : throw new InvalidOperationException("There are two overviews.");

    /// <summary>The steps that have a page, in order.</summary>
    public IEnumerable<CouncilStep> Steps => pages.Keys.Order();

    /// <summary>A route that shows something of the council its card names (<c>c</c>), to whoever may read it.</summary>
    public FormHandler ToRead(CouncilHandler handle) => Opened(toEdit: false, handle);

    /// <summary>The same where nothing more has to be read.</summary>
    public FormHandler ToRead(Func<BotTurn, CouncilView, ActionForm, CardReply> show) => ToRead(AtOnce(show));

    /// <summary>A route that changes the council its card names (<c>c</c>), for whoever may, in their own chat, unless it is cancelled.</summary>
    public FormHandler ToEdit(CouncilHandler handle) => Opened(toEdit: true, handle);

    /// <summary>The same where nothing more has to be read: mostly a card to fill in.</summary>
    public FormHandler ToEdit(Func<BotTurn, CouncilView, ActionForm, CardReply> show) => ToEdit(AtOnce(show));

    /// <summary>Opens the council of an id that came from a card.</summary>
    /// <param name="turn">Who asks.</param>
    /// <param name="councilId">The id; anything.</param>
    /// <param name="toEdit">Whether it is to be changed.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>The council, or why not, with the way back.</returns>
    public async Task<OpenedCouncil> OpenAsync(BotTurn turn, string? councilId, bool toEdit, CancellationToken ct)
    {
        if (
            !CouncilId.TryParse(councilId, out CouncilId? id)
            || await councils.FindAsync(turn.TenantId, id, ct) is not { } council
        )
        {
            return new(null, CouncilPage.Sentence(turn, Texts.Gone));
        }
        Person person = turn.Person!;
        if (!council.MayRead(person))
        {
            return new(null, CouncilPage.Sentence(turn, Texts.NotYours));
        }
        if (toEdit && !council.MayEdit(person))
        {
            return new(null, CouncilPage.Sentence(turn, Texts.MayNotEdit(CentreOf(id).Name)));
        }
        if (toEdit && !turn.IsPersonal)
        {
            return new(null, CouncilPage.Sentence(turn, Texts.InPersonalChat));
        }
        return toEdit && council.Status == CouncilStatus.Cancelled
            ? new(null, await ShowAsync(turn, council, null, new(turn.In(Texts.IsCancelled), IsGood: false), ct))
            : new(View(turn, council), null);
    }

    /// <summary>A council with what its pages are made of.</summary>
    /// <exception cref="InvalidOperationException">Its kind or its centre is not part of this installation any more.</exception>
    public CouncilView View(BotTurn turn, Council council)
    {
        CouncilTemplate template =
            templates.Find(council.TemplateCode)
            ?? throw new InvalidOperationException(
                $"Council {council.Id} is of the unknown kind {council.TemplateCode}."
            );
        return new(
            council,
            template,
            CentreOf(council.Id),
            Readiness.Of(council, template, days),
            days,
            TokyoTime.DateOf(turn.Now)
        );
    }

    /// <summary>Shows a step of a council, or the whole of it.</summary>
    /// <param name="turn">The turn; its person may see the council.</param>
    /// <param name="council">The council as it stands.</param>
    /// <param name="step">The step; <see langword="null"/> for the whole, which stands in for a step without a page.</param>
    /// <param name="notice">What is said above.</param>
    /// <param name="ct">Cancels the turn.</param>
    public Task<CardReply> ShowAsync(
        BotTurn turn,
        Council council,
        CouncilStep? step,
        PageNotice? notice,
        CancellationToken ct
    )
    {
        StepPage? page = step is { } which ? pages.GetValueOrDefault(which) : null;
        return (page ?? overview ?? throw new InvalidOperationException("No feature shows a whole council."))(
            turn,
            View(turn, council),
            notice,
            ct
        );
    }

    /// <summary>Goes where a button of a step leads (its <c>go</c>): next, previous, stay, or the whole council.</summary>
    public Task<CardReply> GoAsync(
        BotTurn turn,
        Council council,
        CouncilStep from,
        string? go,
        PageNotice? notice,
        CancellationToken ct
    ) =>
        ShowAsync(
            turn,
            council,
            go switch
            {
                CouncilPage.GoNext when from < CouncilStep.Minutes => from + 1,
                CouncilPage.GoPrevious when from > CouncilStep.Purpose => from - 1,
                CouncilPage.GoStay => from,
                _ => null,
            },
            notice,
            ct
        );

    /// <summary>Saves a part of a council that one card shows whole, unless somebody made something else of it since.</summary>
    /// <param name="turn">The turn; its person may change the council.</param>
    /// <param name="view">The council as it was opened.</param>
    /// <param name="step">The step that the part belongs to, for the history.</param>
    /// <param name="versionOf">Names what the part is like.</param>
    /// <param name="seen">The name of what the card showed.</param>
    /// <param name="change">The change; may run several times, on newer states.</param>
    /// <param name="ct">Cancels the turn.</param>
    /// <returns>What came of it; <see langword="null"/> where the council is gone.</returns>
    public async Task<SavedPart?> SaveAsync(
        BotTurn turn,
        CouncilView view,
        CouncilStep step,
        Func<Council, string> versionOf,
        string? seen,
        Func<Council, Council> change,
        CancellationToken ct
    )
    {
        bool differs = false;
        Council? council = await councils.ChangeAsync(
            turn.TenantId,
            view.Council.Id,
            turn.Person!.Ref,
            step,
            c =>
            {
                Council next = change(c);
                string now = versionOf(c);
                differs = now != seen && now != versionOf(next);
                return differs ? c : next;
            },
            ct
        );
        return council is null
            ? null
            : new(
                View(turn, council),
                differs,
                differs ? await councils.LastChangeOfAsync(turn.TenantId, council.Id, versionOf, ct) : null
            );
    }

    private FormHandler Opened(bool toEdit, CouncilHandler handle) =>
        async (turn, form, ct) =>
        {
            OpenedCouncil opened = await OpenAsync(turn, form.Text("c"), toEdit, ct);
            return opened.Refusal ?? await handle(turn, opened.View!, form, ct);
        };

    private static CouncilHandler AtOnce(Func<BotTurn, CouncilView, ActionForm, CardReply> show) =>
        (turn, view, form, _) => Task.FromResult(show(turn, view, form));

    private HealthCentre CentreOf(CouncilId id) =>
        places.FindCentre(id.CentreCode)
        ?? throw new InvalidOperationException(
            $"Council {id} belongs to a centre that is not part of this installation."
        );
}

/// <summary>A council that was opened, or why it was not: exactly one of the two is there.</summary>
internal sealed record OpenedCouncil(CouncilView? View, CardReply? Refusal);

/// <summary>What came of saving a part of a council.</summary>
/// <param name="View">The council as it stands.</param>
/// <param name="Differs">Whether somebody made something else of the part in between; nothing was saved then.</param>
/// <param name="Last">Who did, and when (UTC), where it is known.</param>
internal sealed record SavedPart(CouncilView View, bool Differs, (PersonRef By, DateTimeOffset At)? Last)
{
    /// <summary>The council as it stands.</summary>
    public Council Council => View.Council;
}
