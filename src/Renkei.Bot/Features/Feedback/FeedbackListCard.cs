using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Feedback;
using Renkei.Domain.Places;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Feedback.FeedbackTexts;

namespace Renkei.Bot.Features.Feedback;

/// <summary>The list of feedback, and what a search found of it.</summary>
internal static class FeedbackListCard
{
    private const int PageSize = 6;

    /// <summary>What was shared in a fiscal year, or what of it has the words of a search.</summary>
    public static CardReply For(
        BotTurn turn,
        Prefecture prefecture,
        IReadOnlyList<Prefecture> prefectures,
        int year,
        string words,
        int page,
        IReadOnlyList<FeedbackItem> items
    )
    {
        string prefectureCode = prefecture.Code;
        bool searches = words.Length > 0;
        string label = new FiscalYear(year).Label.In(turn.Language);
        if (prefectures.Count > 1)
        {
            label = turn.Language.Together(turn.In(prefecture.Name), label);
        }
        string heading = turn.In(searches ? Texts.Search : Texts.Title) + turn.Language.InBrackets(label);
        List<CardElement> body = [TextBlock.Heading(heading)];
        int at = ListLine.Page(page, items.Count, PageSize);
        if (items.Count == 0)
        {
            body.Add(new TextBlock(turn.In(searches ? Texts.NothingFound : Texts.Nothing)));
        }
        foreach (FeedbackItem item in items.Skip(at * PageSize).Take(PageSize))
        {
            string kind = turn.In(Texts.KindName(item.Kind));
            string field = turn.In((ThemeField.Find(item.FieldCode) ?? ThemeField.Other).Name);
            string state = item.IsWithdrawn ? turn.Language.Gap() + turn.In(Texts.Withdrawn) : "";
            body.Add(
                ListLine.Of(
                    CardText.Escape(item.Title),
                    turn.Language.Beside(
                        TokyoTime.Brief(TokyoTime.DateOf(item.At), turn.Language),
                        turn.Language.Beside(kind, field)
                    ) + state,
                    [FeedbackCards.Button(turn.Language, item, Texts.Open, FeedbackVerbs.Show)],
                    needsALook: item.IsWithdrawn
                )
            );
        }
        body.AddRange(
            ListLine.Paging(
                turn,
                at,
                items.Count,
                PageSize,
                (title, p) => ToList(turn, title, prefectureCode, year, words, p)
            )
        );
        if (prefectures.Count > 1)
        {
            body.Add(
                new ChoiceSetInput(
                    "in_p",
                    turn.In(Texts.Prefecture),
                    [.. prefectures.Select(p => new Choice(turn.In(p.Name), p.Code))]
                )
                {
                    Value = prefectureCode,
                    Separator = true,
                }
            );
        }
        body.Add(
            new TextInput("in_q", turn.In(Texts.Words2))
            {
                Value = searches ? words : null,
                MaxLength = FeedbackItem.TitleLength,
                Separator = true,
            }
        );
        List<AdaptiveAction> actions =
        [
            new ExecuteAction(
                turn.In(Texts.Find),
                FeedbackVerbs.List,
                ActionData.Of(("p", prefectureCode), ("y", year))
            ),
            ToList(turn, Texts.YearBefore, prefectureCode, year - 1, words, 0),
        ];
        if (searches)
        {
            actions.Add(ToList(turn, Texts.List, prefectureCode, year, "", 0));
        }
        int now = FiscalYear.Containing(turn.Now).Year;
        if (year != now)
        {
            actions.Add(ToList(turn, Texts.ThisYear, prefectureCode, now, words, 0));
        }
        if (FeedbackItem.MayShare(turn.Person!))
        {
            actions.Insert(0, new ExecuteAction(turn.In(Texts.New), FeedbackVerbs.Edit) { IgnoresInputs = true });
        }
        return BotCards.Reply(turn, heading, body, actions);
    }

    /// <summary>A button that leads to the list of a fiscal year, or to what of it has the words of a search.</summary>
    public static ExecuteAction ToList(
        BotTurn turn,
        LocalText title,
        string prefectureCode,
        int year,
        string words,
        int page
    ) =>
        new(
            turn.In(title),
            FeedbackVerbs.List,
            ActionData.Of(("p", prefectureCode), ("y", year), ("q", words), ("n", page))
        )
        {
            IgnoresInputs = true,
        };
}
