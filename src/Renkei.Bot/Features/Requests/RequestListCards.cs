using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Requests;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Requests;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Requests;

/// <summary>The list of requests.</summary>
internal static class RequestListCards
{
    public const int PageSize = 6;

    private const string All = "-";

    /// <summary>What is open: the one due first is first.</summary>
    public static CardReply Open(BotTurn turn, RequestListView view, IReadOnlyList<RequestLine> lines)
    {
        int overdue = lines.Count(l => l.IsOverdue(view.Today));
        List<CardElement> body = Head(turn, view, RequestPage.List);
        if (lines.Count == 0)
        {
            body.Add(
                new TextBlock(turn.In(view.SeesAll ? ListTexts.NothingForHeadOffice : ListTexts.NothingForCentre))
            );
        }
        else
        {
            body.Add(new TextBlock(turn.In(ListTexts.Counts(lines.Count, overdue))) { Weight = TextWeight.Bolder });
        }
        int page = ListLine.Page(view.Place.Page, lines.Count, PageSize);
        body.AddRange(lines.Skip(page * PageSize).Take(PageSize).Select(l => Line(turn, view, l)));
        body.AddRange(
            ListLine.Paging(
                turn,
                page,
                lines.Count,
                PageSize,
                (title, p) => To(turn, title, view.Place with { IsEnded = false, Page = p })
            )
        );
        body.AddRange(Choices(turn, view, isEnded: false));
        List<AdaptiveAction> actions = [];
        if (turn.Person is { } person && SupportRequest.MayAsk(person))
        {
            actions.Add(BotCards.Button(turn, CommandCodes.AskHeadOffice, AskHeadOffice.Title));
        }
        actions.Add(To(turn, ListTexts.ShowEnded, view.Place with { IsEnded = true, After = null }));
        string said = turn.In(ListTexts.Counts(lines.Count, overdue));
        return BotCards.Reply(
            turn,
            turn.Language.ThenSay(turn.In(RequestPage.List), said),
            body,
            actions,
            view.SeesAll ? null : To(turn, RequestPage.List, view.Place),
            about: CardSubject.Request
        );
    }

    /// <summary>What ended, the latest day first.</summary>
    public static CardReply Ended(BotTurn turn, RequestListView view, IReadOnlyList<RequestLine> lines, string? next)
    {
        List<CardElement> body = Head(turn, view, ListTexts.Ended);
        if (lines.Count == 0)
        {
            body.Add(new TextBlock(turn.In(ListTexts.NothingEnded)));
        }
        body.AddRange(lines.Select(l => Line(turn, view, l)));
        body.AddRange(Choices(turn, view, isEnded: true));
        List<AdaptiveAction> actions = [];
        if (next is not null)
        {
            actions.Add(To(turn, ListTexts.More, view.Place with { IsEnded = true, After = next }));
        }
        if (view.Place.After is not null)
        {
            actions.Add(To(turn, ListTexts.FromStart, view.Place with { IsEnded = true, After = null }));
        }
        actions.Add(To(turn, ListTexts.ShowOpen, view.Place with { IsEnded = false, Page = 0 }));
        return BotCards.Reply(turn, turn.In(ListTexts.Ended), body, actions, about: CardSubject.Request);
    }

    private static List<CardElement> Head(BotTurn turn, RequestListView view, LocalText title)
    {
        string where =
            view.Place.CentreCode is { } code && view.Places.FindCentre(code) is { } centre ? turn.In(centre.Name)
            : view.Places.Prefectures.FirstOrDefault(p => p.Code == view.Place.PrefectureCode) is { } prefecture
                ? turn.In(prefecture.Name)
            : "";
        return [TextBlock.Heading(turn.In(title) + turn.Language.InBrackets(where))];
    }

    private static Container Line(BotTurn turn, RequestListView view, RequestLine line)
    {
        bool isLate = line.IsOverdue(view.Today);
        string centre = view.Places.FindCentre(line.Id.CentreCode)?.Name.In(turn.Language) ?? line.Id.CentreCode;
        string who = view.SeesAll
            ? turn.Language.Together(centre, CardText.Escape(line.AskedBy.Name))
            : CardText.Escape(line.AskedBy.Name);
        string status = line is { Status: RequestStatus.Taken, TakenBy: { } by }
            ? turn.In(RequestTexts.InHandsOf(CardText.Escape(by.Name)))
            : turn.In(RequestPage.NameOf(line.Status));
        string day = TokyoTime.Brief(TokyoTime.DateOf(line.EndedAt ?? line.AskedAt), turn.Language);
        List<string> parts = [who, day, status];
        if (isLate)
        {
            parts.Add(turn.In(RequestTexts.Late));
        }
        else if (line.Status is RequestStatus.Open or RequestStatus.Taken)
        {
            parts.Add(turn.In(RequestTexts.AnswerBy(TokyoTime.Brief(line.Due, turn.Language))));
        }
        return ListLine.Of(
            CardText.Escape(line.Title),
            string.Join(turn.Language.Gap(), parts),
            [
                new ExecuteAction(
                    turn.In(RequestTexts.Open),
                    RequestPage.ShowVerb,
                    ActionData.Of(("x", line.Id.ToString()))
                )
                {
                    IgnoresInputs = true,
                },
            ],
            needsALook: isLate
        );
    }

    /// <summary>Prefecture, where there are several, and centre; nothing for those who see one centre only.</summary>
    private static IEnumerable<CardElement> Choices(BotTurn turn, RequestListView view, bool isEnded)
    {
        if (!view.SeesAll)
        {
            yield break;
        }
        if (view.Prefectures.Count > 1)
        {
            yield return new ChoiceSetInput(
                "in_p",
                turn.In(ListTexts.Prefecture),
                [.. view.Prefectures.Select(p => new Choice(turn.In(p.Name), p.Code))]
            )
            {
                Value = view.Place.PrefectureCode,
            };
        }
        yield return new ChoiceSetInput(
            "in_c",
            turn.In(ListTexts.Centre),
            [
                new Choice(turn.In(ListTexts.AllCentres), All),
                .. view
                    .Places.CentresIn(view.Place.PrefectureCode ?? "")
                    .Select(c => new Choice(turn.In(c.Name), c.Code)),
            ]
        )
        {
            Value = view.Place.CentreCode ?? All,
            Separator = true,
        };
        yield return new ActionSet([
            new ExecuteAction(
                turn.In(ListTexts.Narrow),
                RequestPage.ListVerb,
                ActionData.Of(("p", view.Place.PrefectureCode ?? ""), ("z", isEnded))
            ),
        ])
        {
            Spacing = Spacing.Small,
        };
    }

    private static ExecuteAction To(BotTurn turn, LocalText title, RequestListPlace place)
    {
        ActionData data = ActionData.Of(("p", place.PrefectureCode ?? ""), ("z", place.IsEnded), ("n", place.Page));
        data = place.CentreCode is { } centre ? data.With("c", centre) : data;
        data = place is { IsEnded: true, After: { } after } ? data.With("a", after) : data;
        return new(turn.In(title), RequestPage.ListVerb, data) { IgnoresInputs = true };
    }
}
