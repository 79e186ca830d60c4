using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.People;
using Renkei.Bot.Themes;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Text;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Councils.CouncilsTexts;

namespace Renkei.Bot.Features.Councils;

/// <summary>A new council (R12): the kind is enough to begin with tasks, papers and agenda.</summary>
internal sealed class NewCouncilFeature(
    CouncilStore councils,
    CouncilDesk desk,
    CouncilTemplates templates,
    ThemeStore themes,
    PeopleStore people,
    Organisation places,
    BusinessDays days
) : IFeature
{
    private const int UsualLead = 40;

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.NewCouncil,
                CommandGroup.Councils,
                Texts.New,
                Texts.NewDescription,
                [
                    "会議準備を始める",
                    "会議追加",
                    "新しい会議",
                    "会議をつくる",
                    "かいぎをはじめる",
                    "あたらしいかいぎ",
                    "start a council",
                    "prepare a council",
                    "new meeting",
                ],
                (turn, _, ct) => NewAsync(turn, themeId: null, previousId: null, ct)
            )
        );
        routes.OnCard(CouncilPage.NewVerb, (turn, form, ct) => NewAsync(turn, form.Text("t"), form.Text("from"), ct));
        routes.OnCard(NewCouncilCard.CreateVerb, CreateAsync);
    }

    /// <summary>Whether somebody prepares councils: nurses and coordinators of a centre.</summary>
    public static bool MayBegin(Person person) =>
        person.Role is Role.Nurse or Role.Coordinator && person.CentreCode is not null;

    private async Task<CardReply> NewAsync(BotTurn turn, string? themeId, string? previousId, CancellationToken ct)
    {
        if (Refused(turn) is { } refusal)
        {
            return refusal;
        }
        NewCouncilChoices offered = await ChoicesAsync(turn, previousId, ct);
        Theme? theme = offered.Themes.FirstOrDefault(t => t.Theme.Id.ToString() == themeId)?.Theme;
        DateOnly day = days.AddBusinessDays(TokyoTime.DateOf(turn.Now), UsualLead);
        DateOnly month = new(day.Year, day.Month, 1);
        NewCouncilForm form = offered.Follows is { } previous
            ? NewCouncilForm.Following(previous, month, turn.Person!)
            : NewCouncilForm.For(templates, theme, month);
        return NewCouncilCard.Form(turn, offered, form, notice: null);
    }

    private async Task<CardReply> CreateAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (Refused(turn) is { } refusal)
        {
            return refusal;
        }
        Person person = turn.Person!;
        string? token = form.Text("k");
        if (!DrawnId.Is(token))
        {
            return await NewAsync(turn, themeId: null, form.Text("from"), ct);
        }
        NewCouncilForm filled = NewCouncilForm.Read(form, token);
        NewCouncilChoices offered = await ChoicesAsync(turn, form.Text("from"), ct);
        DateOnly today = TokyoTime.DateOf(turn.Now);
        if (filled.ErrorIn(templates, offered.Themes, offered.Others, today) is { } error)
        {
            return NewCouncilCard.Form(turn, offered, filled, new(turn.In(error), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled with { Title = PersonalData.Remove(filled.Title) };
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(turn, [filled.Title]) is { } question
        )
        {
            return NewCouncilCard.Form(turn, offered, filled, new(question, IsGood: false), asksPersonalData: true);
        }
        CouncilTemplate template = templates.Find(filled.Kind!)!;
        Council council = Council.Begin(
            CouncilId.Of(person.CentreCode!, token),
            template,
            filled.Title.Length > 0 ? filled.Title : Suggested(turn, offered.Centre, template),
            filled.Theme is null ? null : offered.Themes.First(t => t.Theme.Id.ToString() == filled.Theme).Theme.Id,
            filled.Month!.Value,
            [person.Ref, .. offered.Others.Where(p => filled.Others.Contains(p.ObjectId))],
            person.Ref,
            turn.Now
        );
        council = offered.Follows is { } previous ? council.Following(previous) : council;
        Council added = await councils.AddAsync(turn.TenantId, council, ct);
        // An old card pressed again with other contents, or after the council was changed: it is there, and is changed on its pages.
        bool isThis =
            added.Revision == 1
            && added.Title == council.Title
            && added.TemplateCode == council.TemplateCode
            && added.Theme == council.Theme
            && added.WishedMonth == council.WishedMonth
            && added.Coordinators.SequenceEqual(council.Coordinators);
        PageNotice notice = isThis
            ? new(turn.In(Texts.Begun(added.Tasks.Count, added.Papers.Count)))
            : new(turn.In(Texts.AlreadyMade), IsGood: false);
        return await desk.ShowAsync(turn, added, step: null, notice, ct);
    }

    /// <summary>The title in the language of whoever begins it: they see what they make, and can write another one.</summary>
    private static string Suggested(BotTurn turn, HealthCentre centre, CouncilTemplate template)
    {
        string title = turn.In(Texts.SuggestedTitle(Texts.AreaOf(centre.Name), template.Name));
        return title.Length <= Council.TitleLength ? title : turn.In(template.Name);
    }

    private CardReply? Refused(BotTurn turn) =>
        !MayBegin(turn.Person!) || places.FindCentre(turn.Person!.CentreCode!) is null
            ? CouncilPage.Sentence(turn, Texts.OnlyCentreCreates)
        : !turn.IsPersonal ? CouncilPage.Sentence(turn, CouncilTexts.InPersonalChat)
        : null;

    private async Task<NewCouncilChoices> ChoicesAsync(BotTurn turn, string? previousId, CancellationToken ct)
    {
        Person person = turn.Person!;
        string centre = person.CentreCode!;
        Council? previous =
            CouncilId.TryParse(previousId, out CouncilId? id) && id.CentreCode == centre
                ? await councils.FindAsync(turn.TenantId, id, ct)
                : null;
        IReadOnlyList<CentreMember> members = await people.MembersOfCentreAsync(turn.TenantId, centre, ct);
        return new(
            places.FindCentre(centre)!,
            templates,
            await themes.ListAsync(turn.TenantId, centre, FiscalYear.Containing(turn.Now).Year, ct),
            [.. members.Where(m => m.PreparesCouncils && m.Who.ObjectId != person.Id.ObjectId).Select(m => m.Who)],
            previous
        );
    }
}

/// <summary>What the card of a new council offers.</summary>
/// <param name="Centre">The centre that prepares it.</param>
/// <param name="Templates">The kinds of meeting.</param>
/// <param name="Themes">The centre's themes of the fiscal year.</param>
/// <param name="Others">Who can prepare it beside the one who begins it.</param>
/// <param name="Follows">The council it is the next of, if any.</param>
internal sealed record NewCouncilChoices(
    HealthCentre Centre,
    CouncilTemplates Templates,
    IReadOnlyList<ThemeSummary> Themes,
    IReadOnlyList<PersonRef> Others,
    Council? Follows
);
