using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Texts = Renkei.Bot.Features.Councils.CouncilsTexts;

namespace Renkei.Bot.Features.Councils;

/// <summary>The lists of councils: being prepared, over, and those somebody of a municipality is invited to.</summary>
internal static class ListCards
{
    public const int PastPageSize = 10;

    private const int PageSize = 6;
    private const int FewCentres = 6;

    /// <summary>What a centre prepares, the next one first. In a group only what everybody there may read.</summary>
    public static CardReply Open(BotTurn turn, CouncilList list, int? page, bool mayBegin)
    {
        string heading = turn.In(Texts.ListHeading(list.Centre.Name));
        int at = ListLine.Page(page, list.Lines.Count, PageSize);
        List<CardElement> body = [TextBlock.Heading(heading)];
        if (list.Lines.Count == 0)
        {
            body.Add(new TextBlock(turn.In(mayBegin ? Texts.None : Texts.NoneForReader)));
        }
        foreach (CouncilLine line in list.Lines.Skip(at * PageSize).Take(PageSize))
        {
            body.Add(turn.IsPersonal ? Line(turn, list, line) : ShortLine(turn, list, line));
        }
        body.AddRange(Paging(turn, list, at));
        List<AdaptiveAction> actions = [];
        if (turn.IsPersonal)
        {
            if (mayBegin)
            {
                actions.Add(BotCards.Button(turn, CommandCodes.NewCouncil, Texts.New));
            }
            actions.Add(Button(turn, Texts.Past, list.Centre.Code, page: 0, isPast: true));
            if (turn.Person!.CentreCode is null)
            {
                actions.Add(BotCards.Button(turn, CommandCodes.Councils, Texts.OtherCentre));
            }
        }
        else
        {
            actions.Add(BotCards.ToPersonalChat(turn, Texts.InPersonalChat));
        }
        return BotCards.Reply(
            turn,
            list.Lines.Count == 0 ? turn.In(Texts.NoneForReader) : turn.Language.ThenSay(heading, Next(turn, list)),
            body,
            actions,
            Button(turn, CouncilTexts.List, list.Centre.Code, at, isPast: false)
        );
    }

    /// <summary>What was held or cancelled, the latest first.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="list">Its lines up to the end of the page, and one more where there is a next page.</param>
    /// <param name="page">From 0.</param>
    public static CardReply Past(BotTurn turn, CouncilList list, int page)
    {
        string heading = turn.In(Texts.PastHeading(list.Centre.Name));
        CouncilLine[] shown = [.. list.Lines.Skip(page * PastPageSize).Take(PastPageSize)];
        List<CardElement> body = [TextBlock.Heading(heading)];
        if (shown.Length == 0)
        {
            body.Add(new TextBlock(turn.In(page == 0 ? Texts.NoPast : Texts.NoMorePast)));
        }
        foreach (CouncilLine line in shown)
        {
            string state = turn.In(
                line.Status == CouncilStatus.Cancelled ? CouncilTexts.CancelledShort : CouncilTexts.HeldShort
            );
            string when = line.When?.Full(turn.Language) ?? turn.In(Texts.MonthName(line.WishedMonth));
            body.Add(
                ListLine.Of(
                    CardText.Escape(line.Title),
                    turn.Language.Beside(when, state),
                    turn.IsPersonal ? [Open(turn, list, line)] : []
                )
            );
        }
        List<AdaptiveAction> ways = [];
        if (page > 0)
        {
            ways.Add(Button(turn, Texts.Newer, list.Centre.Code, page - 1, isPast: true));
        }
        if (list.Lines.Count > (page + 1) * PastPageSize)
        {
            ways.Add(Button(turn, Texts.Older, list.Centre.Code, page + 1, isPast: true));
        }
        ways.Add(Button(turn, Texts.BackToList, list.Centre.Code, page: 0, isPast: false));
        return BotCards.Reply(
            turn,
            heading,
            body,
            ways,
            Button(turn, Texts.Past, list.Centre.Code, page, isPast: true)
        );
    }

    /// <summary>What somebody of a municipality is invited to, without what the centre keeps to itself.</summary>
    public static CardReply Invited(BotTurn turn, CouncilList list, int? page)
    {
        string heading = turn.In(CouncilTexts.List);
        int at = ListLine.Page(page, list.Lines.Count, PageSize);
        List<CardElement> body = [TextBlock.Heading(heading)];
        if (list.Lines.Count == 0)
        {
            body.Add(new TextBlock(turn.In(Texts.NoneForMunicipality)));
        }
        foreach (CouncilLine line in list.Lines.Skip(at * PageSize).Take(PageSize))
        {
            string when = When(turn, list, line);
            string remark = line.Place.Length == 0 ? when : turn.Language.Beside(when, CardText.Escape(line.Place));
            Container container = ListLine.Of(CardText.Escape(line.Title), remark, []);
            body.Add(
                // How somebody answered is theirs to tell.
                turn.IsPersonal && InvitationOf(line, turn.Person!) is { } invitation
                    ? container with
                    {
                        Items =
                        [
                            .. container.Items,
                            new TextBlock(turn.In(Texts.YourAnswer(invitation.Rsvp))),
                            .. ToInvitation(turn, list, line, invitation.Rsvp),
                        ],
                    }
                    : container
            );
        }
        body.AddRange(Paging(turn, list, at));
        return BotCards.Reply(
            turn,
            turn.In(list.Lines.Count == 0 ? Texts.NoneForMunicipality : CouncilTexts.List),
            body,
            turn.IsPersonal
                ? [BotCards.Button(turn, CommandCodes.Themes, Texts.ToThemes)]
                : [BotCards.ToPersonalChat(turn, Texts.InPersonalChat)],
            Button(turn, CouncilTexts.List, list.Centre.Code, at, isPast: false)
        );
    }

    // The invitation itself, which may be far up in the chat.
    private static IEnumerable<CardElement> ToInvitation(BotTurn turn, CouncilList list, CouncilLine line, Rsvp answer)
    {
        if (line.When is not { } when || when.Date < list.Today)
        {
            return [];
        }
        ReminderKey key = ReminderKey.On(ReminderKind.Invitation, "c", when.Date, 0, turn.PersonId.ObjectId);
        ExecuteAction open = new(
            turn.In(answer == Rsvp.Unknown ? Texts.ToAnswer : Texts.ToAnswerAgain),
            CouncilNotices.ShowVerb,
            ActionData.Of(("c", CouncilId.Of(list.Centre.Code, line.Name).ToString()), ("k", key.ToString()))
        )
        {
            IgnoresInputs = true,
        };
        return [new ActionSet([open]) { Spacing = Spacing.Small }];
    }

    /// <summary>Asks head office and administrators which centre they want to see.</summary>
    public static CardReply ChooseCentre(BotTurn turn, Organisation places, IReadOnlyList<HealthCentre> centres) =>
        BotCards.Reply(
            turn,
            turn.In(Texts.ChooseCentre),
            [
                TextBlock.Heading(turn.In(CouncilTexts.List)),
                new ChoiceSetInput(
                    "in_centre",
                    turn.In(Texts.ChooseCentre),
                    [.. centres.Select(c => new Choice(turn.In(places.LabelOf(c)), c.Code))]
                )
                {
                    Style = centres.Count > FewCentres ? ChoiceStyle.Compact : ChoiceStyle.Expanded,
                    IsRequired = true,
                    ErrorMessage = turn.In(Texts.ChooseCentre),
                },
            ],
            [new ExecuteAction(turn.In(Texts.Open), CouncilPage.ListVerb, ActionData.Empty)]
        );

    /// <summary>How a person stands on a council they were invited to; <see langword="null"/> where they were not.</summary>
    public static LinePerson? InvitationOf(CouncilLine line, Person person) =>
        line.People.FirstOrDefault(p => p.ObjectId == person.Id.ObjectId && p.IsInvited);

    private static Container Line(BotTurn turn, CouncilList list, CouncilLine line)
    {
        bool isOver = line.When?.Date < list.Today;
        CouncilTemplate? template = list.Templates.Find(line.TemplateCode);
        MissingThing? first = line.Missing.Count == 0 ? null : line.Missing[0];
        string missing =
            isOver ? ""
            : first is null || template is null ? turn.In(Texts.NothingMissing)
            : turn.Language.Labelled(
                turn.In(Texts.MissingLabel),
                CardText.Escape(Missing.Line(first, template, list.Today, turn.Language))
            );
        List<CardElement> items =
        [
            new TextBlock(CardText.Escape(line.Title)) { Weight = TextWeight.Bolder },
            TextBlock.Remark(When(turn, list, line)) with
            {
                Spacing = Spacing.None,
            },
            Progress.Bar(
                line.Complete,
                Readiness.PreparationSteps,
                label: turn.In(CouncilTexts.Ready(line.Complete, Readiness.PreparationSteps))
            ) with
            {
                Spacing = Spacing.Small,
            },
        ];
        if (missing.Length > 0)
        {
            bool isLate = first?.Until < list.Today;
            items.Add(
                TextBlock.Remark(missing) with
                {
                    Spacing = Spacing.Small,
                    IsSubtle = !isLate,
                    Color = isLate ? TextColor.Attention : null,
                }
            );
        }
        items.Add(new ActionSet([Open(turn, list, line)]) { Spacing = Spacing.Small });
        return new(items) { Separator = true };
    }

    private static Container ShortLine(BotTurn turn, CouncilList list, CouncilLine line) =>
        ListLine.Of(
            CardText.Escape(line.Title),
            turn.Language.Beside(
                When(turn, list, line),
                turn.In(CouncilTexts.Ready(line.Complete, Readiness.PreparationSteps))
            ),
            []
        );

    /// <summary>12/18(金) 14:00–16:00　あと10営業日</summary>
    private static string When(BotTurn turn, CouncilList list, CouncilLine line)
    {
        if (line.When is not { } when)
        {
            return turn.In(CouncilTexts.Wished(line.WishedMonth));
        }
        LocalText left =
            when.Date > list.Today ? CouncilTexts.DaysLeft(list.Today, when.Date, list.Days)
            : when.Date == list.Today ? CouncilTexts.Today
            : CouncilTexts.Over;
        return $"{when.Brief(turn.Language)}{turn.Language.Gap()}{turn.In(left)}";
    }

    /// <summary>The next council in one sentence, to be read aloud.</summary>
    private static string Next(BotTurn turn, CouncilList list) =>
        turn.Language.Labelled(list.Lines[0].Title, When(turn, list, list.Lines[0]));

    private static IEnumerable<CardElement> Paging(BotTurn turn, CouncilList list, int page) =>
        ListLine.Paging(
            turn,
            page,
            list.Lines.Count,
            PageSize,
            (title, p) => Button(turn, title, list.Centre.Code, p, isPast: false)
        );

    private static ExecuteAction Open(BotTurn turn, CouncilList list, CouncilLine line) =>
        new(
            turn.In(Texts.Open),
            CouncilPage.ShowVerb,
            ActionData.Of(("c", CouncilId.Of(list.Centre.Code, line.Name).ToString()))
        )
        {
            IgnoresInputs = true,
            Tooltip = line.Title,
        };

    private static ExecuteAction Button(BotTurn turn, LocalText title, string centreCode, int page, bool isPast) =>
        new(turn.In(title), CouncilPage.ListVerb, ActionData.Of(("c", centreCode), ("p", page), ("z", isPast)))
        {
            IgnoresInputs = true,
        };
}
