using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.People;
using Renkei.Bot.Themes;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Renkei.Tables;
using Texts = Renkei.Bot.Features.Themes.ThemeCardTexts;

namespace Renkei.Bot.Features.Themes;

/// <summary>The themes of a centre (R6): the list with progress, one theme with its stages, a new one, a changed one.</summary>
internal sealed class ThemesFeature(ThemeStore themes, PeopleStore people, Organisation places, PlaybookSet playbooks)
    : IFeature
{
    private const int EarliestYear = 2000;
    private const int UpdateAttempts = 5;

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.Themes,
                CommandGroup.Themes,
                ThemeTexts.List,
                Texts.ListDescription,
                [
                    "チェックリスト",
                    "段階",
                    "チェック",
                    "取り組み",
                    "取り組み一覧",
                    "テーマ",
                    "テーマ一覧",
                    "一覧",
                    "進み具合",
                    "だんかいちぇっく",
                    "とりくみ",
                    "いちらん",
                    "すすみぐあい",
                    "checklist",
                    "stages",
                    "themes",
                    "list",
                    "progress",
                ],
                (turn, _, ct) => ListAsync(turn, turn.Person!.CentreCode, FiscalYear.Containing(turn.Now).Year, 0, ct),
                InGroups: true
            )
        );
        routes.OnCommand(
            new(
                CommandCodes.NewTheme,
                CommandGroup.Themes,
                Texts.NewTheme,
                Texts.NewThemeDescription,
                [
                    "取り組みを始める",
                    "取り組み追加",
                    "新規",
                    "新しいテーマ",
                    "テーマ追加",
                    "あたらしいとりくみ",
                    "add theme",
                    "create theme",
                    "start theme",
                ],
                NewAsync,
                TakesText: true
            )
        );
        routes.OnCard(
            ThemePage.ListVerb,
            (turn, form, ct) =>
                ListAsync(
                    turn,
                    form.Text("in_centre") ?? form.Text("c"),
                    form.Number("y") ?? FiscalYear.Containing(turn.Now).Year,
                    form.Number("p") ?? 0,
                    ct
                )
        );
        routes.OnCard(ThemePage.ShowVerb, (turn, form, ct) => ShowAsync(turn, form.Text("t"), ct));
        routes.OnCard(ThemeCards.CreateVerb, CreateAsync);
        routes.OnCard(ThemePage.EditVerb, EditAsync);
        routes.OnCard(ThemeCards.UpdateVerb, UpdateAsync);
    }

    private async Task<CardReply> ListAsync(BotTurn turn, string? centreCode, int year, int page, CancellationToken ct)
    {
        Person person = turn.Person!;
        if (centreCode is null || places.FindCentre(centreCode) is not { } centre)
        {
            return ThemeCards.ChooseCentre(turn, places, places.OverseenBy(person), year);
        }
        if (!person.Oversees(centre.Code) && person.CentreCode != centre.Code)
        {
            return ThemePage.Sentence(turn, ThemeTexts.NotYours);
        }
        FiscalYear current = FiscalYear.Containing(turn.Now);
        FiscalYear shown = new(Math.Clamp(year, EarliestYear, current.Year + 1));
        IReadOnlyList<ThemeSummary> all = await themes.ListAsync(turn.TenantId, centre.Code, shown.Year, ct);
        return ThemeCards.List(
            turn,
            centre,
            shown,
            [.. all.Where(t => t.Theme.MayRead(person))],
            playbooks.For(centre.Code),
            page,
            mayCreate: MayCreate(person),
            isCurrentYear: shown == current
        );
    }

    private async Task<CardReply> ShowAsync(BotTurn turn, string? themeId, CancellationToken ct)
    {
        (ThemeSummary? summary, CardReply? refusal) = await FindAsync(turn, themeId, ct);
        return refusal ?? Overview(turn, summary!, notice: null);
    }

    private async Task<CardReply> NewAsync(BotTurn turn, string rest, CancellationToken ct)
    {
        Person person = turn.Person!;
        if (!MayCreate(person) || places.FindCentre(person.CentreCode!) is not { } centre)
        {
            return ThemePage.Sentence(
                turn,
                new(
                    "取り組みを始められるのは、保健所の保健師と調整役の方です。",
                    "Nurses and coordinators of a health centre can start a theme."
                )
            );
        }
        ThemeForm form = ThemeForm.Empty([.. places.MunicipalitiesOf(centre.Code).Select(m => m.Code)]) with
        {
            Name = rest.Length is > 0 and <= Theme.NameLength ? rest : null,
        };
        return await FormAsync(turn, centre, FiscalYear.Containing(turn.Now), form, error: null, ct);
    }

    private async Task<CardReply> CreateAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        Person person = turn.Person!;
        if (!MayCreate(person) || places.FindCentre(person.CentreCode!) is not { } centre)
        {
            return ThemePage.Sentence(turn, ThemeTexts.NotYours);
        }
        int year = FiscalYear.Containing(turn.Now).Year;
        if (!ThemeId.TryParse($"{centre.Code}.{year}.{form.Text("k")}", out ThemeId? id))
        {
            return await NewAsync(turn, "", ct);
        }
        ThemeForm filled = ThemeForm.Read(form, id.Name, existing: null);
        if (ErrorIn(filled, centre.Code) is { } error)
        {
            return await FormAsync(turn, centre, new(year), filled, turn.In(error), ct);
        }
        Theme theme = new(
            id,
            filled.Name!,
            filled.Field!,
            filled.Municipalities,
            await MembersAsync(turn, filled, [person.Ref], ct),
            person.Ref,
            turn.Now
        );
        ThemeSummary added = await themes.AddAsync(turn.TenantId, theme, ct);
        // An old card pressed again with other contents: its theme is there, and is changed by its own card.
        bool isThis = ThemeForm.VersionOf(added.Theme) == ThemeForm.VersionOf(theme);
        return Overview(turn, added, turn.In(isThis ? Texts.Remembered : Texts.AlreadyMade));
    }

    private async Task<CardReply> EditAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (ThemeSummary? summary, CardReply? refusal) = await FindAsync(turn, form.Text("t"), ct, toEdit: true);
        return refusal
            ?? await FormAsync(
                turn,
                places.FindCentre(summary!.Theme.Id.CentreCode)!,
                new(summary.Theme.Id.FiscalYear),
                ThemeForm.Of(summary.Theme),
                error: null,
                ct
            );
    }

    private async Task<CardReply> UpdateAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        for (int attempt = 1; ; attempt++)
        {
            (ThemeSummary? summary, CardReply? refusal) = await FindAsync(turn, form.Text("t"), ct, toEdit: true);
            if (refusal is not null)
            {
                return refusal;
            }
            Theme theme = summary!.Theme;
            HealthCentre centre = places.FindCentre(theme.Id.CentreCode)!;
            FiscalYear year = new(theme.Id.FiscalYear);
            ThemeForm filled = ThemeForm.Read(form, theme.Id.Name, theme.Id.ToString());
            if (ErrorIn(filled, centre.Code) is { } error)
            {
                return await FormAsync(turn, centre, year, filled, turn.In(error), ct);
            }
            Theme next = theme with
            {
                Name = filled.Name!,
                FieldCode = filled.Field!,
                MunicipalityCodes = filled.Municipalities,
                Members = await MembersAsync(turn, filled, always: [], ct),
            };
            string now = ThemeForm.VersionOf(theme);
            if (now == ThemeForm.VersionOf(next))
            {
                return Overview(turn, summary, turn.In(Texts.Remembered));
            }
            if (filled.Seen != now)
            {
                string stands = turn.Language.Beside(theme.Name, ThemePage.PlaceLine(theme, places, turn.Language));
                string changed = turn.In(Texts.ChangedMeanwhile(Cards.CardText.Escape(stands)));
                return await FormAsync(turn, centre, year, filled with { Seen = now }, changed, ct);
            }
            if (await themes.TryReplaceAsync(turn.TenantId, summary, next, ct))
            {
                return Overview(turn, summary with { Theme = next }, turn.In(Texts.Remembered));
            }
            // Most likely an answer came in between, which changes the row and not what the card is about.
            if (attempt == UpdateAttempts)
            {
                throw new TableUnavailableException("The theme kept changing.", outcomeUnknown: false, inner: null);
            }
        }
    }

    private CardReply Overview(BotTurn turn, ThemeSummary summary, string? notice) =>
        ThemePage.Overview(turn, summary, playbooks.For(summary.Theme.Id.CentreCode), places, notice);

    private async Task<CardReply> FormAsync(
        BotTurn turn,
        HealthCentre centre,
        FiscalYear year,
        ThemeForm form,
        string? error,
        CancellationToken ct
    ) =>
        ThemeCards.Form(
            turn,
            centre,
            year,
            places,
            await people.OfCentreAsync(turn.TenantId, centre.Code, ct),
            form,
            error
        );

    private async Task<(ThemeSummary? Summary, CardReply? Refusal)> FindAsync(
        BotTurn turn,
        string? themeId,
        CancellationToken ct,
        bool toEdit = false
    )
    {
        if (
            !ThemeId.TryParse(themeId, out ThemeId? id)
            || await themes.FindAsync(turn.TenantId, id, ct) is not { } summary
        )
        {
            return (null, ThemePage.Sentence(turn, ThemeTexts.Gone));
        }
        if (!summary.Theme.MayRead(turn.Person!))
        {
            return (null, ThemePage.Sentence(turn, ThemeTexts.NotYours));
        }
        return toEdit && !summary.Theme.MayEdit(turn.Person!)
            ? (null, ThemePage.Sentence(turn, ThemeTexts.MayNotEdit(CentreName(id))))
            : (summary, null);
    }

    private LocalText CentreName(ThemeId id) =>
        places.FindCentre(id.CentreCode)?.Name ?? new(id.CentreCode, id.CentreCode);

    private async Task<IReadOnlyList<PersonRef>> MembersAsync(
        BotTurn turn,
        ThemeForm form,
        IReadOnlyList<PersonRef> always,
        CancellationToken ct
    )
    {
        IReadOnlyList<PersonRef> centre = await people.OfCentreAsync(turn.TenantId, turn.Person!.CentreCode!, ct);
        return
        [
            .. always,
            .. centre.Where(p => form.Members.Contains(p.ObjectId) && always.All(a => a.ObjectId != p.ObjectId)),
        ];
    }

    private LocalText? ErrorIn(ThemeForm form, string centreCode) =>
        form.Field is null || ThemeField.Find(form.Field) is null ? Texts.FieldError
        : form.Name is not { Length: > 0 and <= Theme.NameLength } ? Texts.NameError
        : form.Municipalities.Count == 0
        || form.Municipalities.Any(code => places.FindMunicipality(code)?.CentreCode != centreCode)
            ? Texts.MunicipalitiesError
        : null;

    private static bool MayCreate(Person person) =>
        person.Role is Role.Nurse or Role.Coordinator && person.CentreCode is not null;
}
