using System.Globalization;
using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Scheduling;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Texts = Renkei.Bot.Features.Scheduling.SchedulingTexts;

namespace Renkei.Bot.Features.Scheduling;

/// <summary>What a request is about.</summary>
/// <param name="Id">The plan to be, or that is changed.</param>
/// <param name="Council">The council whose date is looked for; <see langword="null"/> for a meeting of its own.</param>
/// <param name="People">Who can be asked.</param>
internal sealed record RequestSubject(PlanId Id, CouncilView? Council, IReadOnlyList<AskablePerson> People);

/// <summary>The card on which a date is asked for, and the one that asks for which meeting.</summary>
internal static class RequestCard
{
    public const string OwnVerb = "schedule/own";
    public const string SearchVerb = "schedule/search";
    public const string EditVerb = "schedule/edit";

    /// <summary>For which meeting a date is looked for.</summary>
    public static CardReply Which(BotTurn turn, IReadOnlyList<CouncilLine> councils, PageNotice? notice)
    {
        List<CardElement> body = [TextBlock.Heading(turn.In(Texts.Heading)), .. notice.Elements()];
        body.Add(new TextBlock(turn.In(Texts.WhichLead)));
        string centre = turn.Person!.CentreCode!;
        body.Add(
            new ChoiceSetInput(
                "in_council",
                turn.In(Texts.Which),
                [
                    .. councils.Select(c => new Choice(
                        c.When is { } when
                            ? $"{c.Title}{turn.Language.InBrackets(when.Brief(turn.Language))}"
                            : c.Title,
                        CouncilId.Of(centre, c.Name).ToString()
                    )),
                ]
            )
            {
                Value = CouncilId.Of(centre, councils[0].Name).ToString(),
            }
        );
        return BotCards.Reply(
            turn,
            turn.In(Texts.Heading),
            body,
            [
                new ExecuteAction(turn.In(Texts.FindForThis), SchedulingVerbs.FindDateVerb),
                new ExecuteAction(turn.In(Texts.FindForOther), OwnVerb) { IgnoresInputs = true },
                BotCards.Button(turn, CommandCodes.Councils, CouncilTexts.List),
            ]
        );
    }

    /// <summary>The conditions.</summary>
    public static CardReply Form(
        BotTurn turn,
        RequestSubject subject,
        RequestForm form,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        Council? council = subject.Council?.Council;
        List<CardElement> body = [TextBlock.Heading(turn.In(Texts.Heading))];
        if (council is not null)
        {
            body.Add(TextBlock.Remark(CardText.Escape(council.Title)));
        }
        body.AddRange(notice.Elements());
        if (council is null)
        {
            body.Add(
                new TextInput("in_title", turn.In(Texts.Title))
                {
                    Value = form.Title,
                    MaxLength = Council.TitleLength,
                    Placeholder = turn.In(Texts.TitleHint),
                }
            );
        }
        body.Add(
            new NumberInput("in_length", turn.In(Texts.Length))
            {
                Value = form.Minutes,
                Min = MeetingTime.Shortest,
                Max = MeetingTime.Longest,
                ErrorMessage = turn.In(Texts.LengthError),
            }
        );
        body.Add(
            new ColumnSet([
                new Column(ColumnWidth.Stretch, [new DateInput("in_from", turn.In(Texts.From)) { Value = form.From }]),
                new Column(ColumnWidth.Stretch, [new DateInput("in_to", turn.In(Texts.To)) { Value = form.To }]),
            ])
        );
        body.Add(
            new ColumnSet([
                new Column(
                    ColumnWidth.Stretch,
                    [new TimeInput("in_begin", turn.In(Texts.HoursFrom)) { Value = form.HoursFrom }]
                ),
                new Column(
                    ColumnWidth.Stretch,
                    [new TimeInput("in_end", turn.In(Texts.HoursTo)) { Value = form.HoursTo }]
                ),
            ])
        );
        if (subject.Council is { } view)
        {
            body.Add(TextBlock.Remark(turn.In(view.Template.Hours.Why)) with { Spacing = Spacing.Small });
        }
        Choice[] people = [.. subject.People.Select(p => new Choice(p.Label, p.Key))];
        body.Add(Several("in_required", turn.In(Texts.Required), people, form.Required));
        if (council is null)
        {
            body.Add(Several("in_optional", turn.In(Texts.Optional), people, form.Optional));
        }
        else
        {
            body.Add(TextBlock.Remark(turn.In(Texts.OthersOptional)) with { Spacing = Spacing.Small });
        }
        Choice[] sectors = [.. Sectors(turn, subject.People)];
        if (sectors.Length > 0)
        {
            body.Add(Several("in_sectors", turn.In(Texts.Sectors), sectors, form.Sectors));
        }
        body.Add(
            new ChoiceSetInput(
                "in_travel",
                turn.In(Texts.Travel),
                [.. RequestForm.Ways.Select(w => new Choice(turn.In(Texts.Way(w)), Number(w)))]
            )
            {
                Value = Number(RequestForm.Ways.FirstOrDefault(w => w >= (form.Travel ?? 0), RequestForm.Ways[^1])),
            }
        );
        body.Add(new ToggleInput("in_room", turn.In(Texts.RoomLabel), turn.In(Texts.Room)) { Value = form.Room });
        body.Add(
            new ToggleInput("in_online", turn.In(Texts.OnlineLabel), turn.In(Texts.Online)) { Value = form.Online }
        );
        ActionData data = council is null
            ? ActionData.Of(("k", subject.Id.Name))
            : ActionData.Of(("c", council.Id.ToString()));
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(turn.Language, Texts.Search, SearchVerb, data, asksPersonalData),
        ];
        actions.Add(
            council is null
                ? BotCards.Button(turn, CommandCodes.Schedule, Texts.Back)
                : CouncilPage.To(turn, Texts.BackToDate, council, CouncilStep.Date)
        );
        return BotCards.Reply(
            turn,
            turn.In(Texts.Heading),
            body,
            actions,
            about: council is null ? CardSubject.None : CardSubject.Of(council.Id)
        );
    }

    /// <summary>Sectors that can be asked to be represented, with whom that means.</summary>
    private static IEnumerable<Choice> Sectors(BotTurn turn, IReadOnlyList<AskablePerson> people) =>
        Sector
            .All.Where(s => s != Sector.HealthCentre)
            .Select(s =>
                (
                    Sector: s,
                    Organisations: (IReadOnlyList<string>)
                        [
                            .. people
                                .Where(p => p.SectorCode == s.Code && p.Organisation.Length > 0)
                                .Select(p => p.Organisation)
                                .Distinct(),
                        ]
                )
            )
            .Where(s => s.Organisations.Count > 0)
            .Select(s => new Choice(
                turn.In(Texts.SectorChoice(MeetingPlan.NameOf(s.Sector, s.Organisations), s.Organisations.Count)),
                s.Sector.Code
            ));

    private static ChoiceSetInput Several(
        string id,
        string label,
        IReadOnlyList<Choice> choices,
        IReadOnlyList<string> chosen
    ) =>
        new(id, label, choices)
        {
            IsMultiSelect = true,
            Values = [.. choices.Select(c => c.Value).Where(chosen.Contains)],
        };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
