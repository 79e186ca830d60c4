using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.People;
using Renkei.Bot.Themes;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Text;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Councils.CouncilsTexts;

namespace Renkei.Bot.Features.Councils;

/// <summary>The first step of a council (R12): its title, what it is for, the theme it serves, and who prepares it.</summary>
internal sealed class PurposeFeature(CouncilStore councils, CouncilDesk desk, ThemeStore themes, PeopleStore people)
    : IFeature
{
    public void Register(BotRoutes routes)
    {
        desk.OnStep(CouncilStep.Purpose, ShowAsync);
        routes.OnCard(PurposeCard.SaveVerb, desk.ToEdit(SaveAsync));
        routes.OnCard(PurposeCard.ExampleVerb, desk.ToEdit(ExampleAsync));
    }

    private async Task<CardReply> ShowAsync(BotTurn turn, CouncilView view, PageNotice? notice, CancellationToken ct)
    {
        if (view.IsEditableIn(turn))
        {
            PurposeChoices offered = await ChoicesAsync(turn, view.Council, ct);
            return PurposeCard.Form(turn, view, offered, PurposeForm.Of(view.Council), notice);
        }
        ThemeSummary? theme = view.Council.Theme is { } id ? await themes.FindAsync(turn.TenantId, id, ct) : null;
        return PurposeCard.ReadOnly(turn, view, theme?.Theme.Name, notice);
    }

    private async Task<CardReply> ExampleAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        PurposeForm filled = PurposeForm.Read(form, view.Council) with { Purpose = turn.In(view.Template.Purpose) };
        PurposeChoices offered = await ChoicesAsync(turn, view.Council, ct);
        return PurposeCard.Form(turn, view, offered, filled, new(turn.In(Texts.ExampleIsIn)));
    }

    private async Task<CardReply> SaveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        Council stored = view.Council;
        PurposeChoices offered = await ChoicesAsync(turn, stored, ct);
        PurposeForm filled = PurposeForm.Read(form, stored);
        if (filled.ErrorIn(stored, offered.Themes, offered.People, view.Today) is { } error)
        {
            return PurposeCard.Form(turn, view, offered, filled, new(turn.In(error), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled with
            {
                Title = PersonalData.Remove(filled.Title),
                Purpose = PersonalData.Remove(filled.Purpose),
            };
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(turn, Typed(filled, stored)) is { } question
        )
        {
            PageNotice asks = new(question, IsGood: false);
            return PurposeCard.Form(turn, view, offered, filled, asks, asksPersonalData: true);
        }
        bool collides = false;
        Council? council = await councils.ChangeAsync(
            turn.TenantId,
            stored.Id,
            turn.Person!.Ref,
            CouncilStep.Purpose,
            now =>
            {
                Council? next = filled.Apply(now, offered.Themes, offered.People);
                collides = next is null;
                return next ?? now;
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        return collides
            ? PurposeCard.Form(
                turn,
                desk.View(turn, council),
                await ChoicesAsync(turn, council, ct),
                filled.Over(council),
                new(await ChangedAsync(turn, council, ct), IsGood: false)
            )
            : await desk.GoAsync(
                turn,
                council,
                CouncilStep.Purpose,
                form.Text("go"),
                new(turn.In(CouncilTexts.Saved)),
                ct
            );
    }

    /// <summary>What stands now and who made it so, where the same thing was changed by two.</summary>
    private async Task<string> ChangedAsync(BotTurn turn, Council council, CancellationToken ct)
    {
        (PersonRef By, DateTimeOffset At)? last = await councils.LastChangeOfAsync(
            turn.TenantId,
            council.Id,
            c => string.Join('.', PurposeForm.VersionsOf(c)),
            ct
        );
        string stands = CardText.Escape(
            council.Purpose.Length == 0 ? council.Title : turn.Language.Beside(council.Title, council.Purpose)
        );
        return CouncilTexts.ChangedMeanwhile(turn, last, stands);
    }

    private async Task<PurposeChoices> ChoicesAsync(BotTurn turn, Council council, CancellationToken ct)
    {
        string centre = council.Id.CentreCode;
        int year = FiscalYear.Containing(turn.Now).Year;
        List<Theme> offered = [.. (await themes.ListAsync(turn.TenantId, centre, year, ct)).Select(t => t.Theme)];
        // A theme of another year stays possible where the council serves it already.
        if (
            council.Theme is { } present
            && offered.All(t => t.Id != present)
            && await themes.FindAsync(turn.TenantId, present, ct) is { } served
        )
        {
            offered.Add(served.Theme);
        }
        IReadOnlyList<CentreMember> members = await people.MembersOfCentreAsync(turn.TenantId, centre, ct);
        IEnumerable<PersonRef> preparing = members.Where(m => m.PreparesCouncils).Select(m => m.Who);
        return new(offered, [.. council.Coordinators.Concat(preparing).DistinctBy(p => p.ObjectId)]);
    }

    /// <summary>The texts that differ from what is stored: nothing is asked about twice, nor about the example.</summary>
    private static IEnumerable<string> Typed(PurposeForm filled, Council stored)
    {
        if (filled.Title != stored.Title)
        {
            yield return filled.Title;
        }
        if (filled.Purpose != stored.Purpose)
        {
            yield return filled.Purpose;
        }
    }
}

/// <summary>What the step 目的とテーマ offers.</summary>
/// <param name="Themes">The themes a council can serve.</param>
/// <param name="People">Who can prepare it; those who do already first.</param>
internal sealed record PurposeChoices(IReadOnlyList<Theme> Themes, IReadOnlyList<PersonRef> People);
