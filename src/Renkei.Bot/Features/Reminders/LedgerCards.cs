using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Reminders.LedgerTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>The cards of the record of notices: which council, and its reminders a page at a time.</summary>
internal static class LedgerCards
{
    private const int PageSize = 8;

    /// <summary>The reminders of a council.</summary>
    /// <param name="turn">The turn; its person may see the council.</param>
    /// <param name="view">The council.</param>
    /// <param name="lines">All lines, the latest first.</param>
    /// <param name="names">Names of people the council does not know any more, by object id.</param>
    /// <param name="isFuture">Whether what is still to come is shown.</param>
    /// <param name="page">From 0; clamped.</param>
    public static CardReply Record(
        BotTurn turn,
        CouncilView view,
        IReadOnlyList<LedgerLine> lines,
        IReadOnlyDictionary<string, string> names,
        bool isFuture,
        int page
    )
    {
        LedgerLine[] future = [.. lines.Where(IsToCome).OrderBy(WhenOf)];
        LedgerLine[] shown = isFuture ? future : [.. lines.Where(l => !IsToCome(l))];
        int pages = Math.Max(1, (shown.Length + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        string heading = turn.In(Texts.Title);
        List<CardElement> body =
        [
            TextBlock.Heading(heading),
            new TextBlock(CardText.Escape(view.Council.Title)) { Weight = TextWeight.Bolder },
            TextBlock.Remark(CouncilPage.WhenLine(turn, view)),
        ];
        if (!isFuture && page == 0 && future.Length > 0)
        {
            string who = CardText.Escape(NameOf(view.Council, names, future[0]));
            body.Add(new TextBlock(turn.In(Texts.NextOne(TokyoTime.Brief(WhenOf(future[0]), turn.Language), who))));
        }
        body.Add(
            new TextBlock(turn.In(isFuture ? Texts.Future : Texts.Past))
            {
                Weight = TextWeight.Bolder,
                Separator = true,
            }
        );
        if (shown.Length == 0)
        {
            body.Add(new TextBlock(turn.In(isFuture ? Texts.NothingFuture : Texts.NothingPast)));
        }
        body.AddRange(shown.Skip(page * PageSize).Take(PageSize).Select(l => Line(turn, view, names, l)));
        if (pages > 1)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.PageOf(page + 1, pages))));
        }
        List<AdaptiveAction> actions = [];
        if (page + 1 < pages)
        {
            actions.Add(To(turn, view.Council, isFuture ? Texts.LaterOn : Texts.Older, isFuture, page + 1));
        }
        if (page > 0)
        {
            actions.Add(To(turn, view.Council, isFuture ? Texts.Sooner : Texts.Newer, isFuture, page - 1));
        }
        actions.Add(To(turn, view.Council, isFuture ? Texts.Past : Texts.Future, !isFuture, 0));
        actions.Add(CouncilPage.ToOverview(turn, view.Council));
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(heading, view.Council.Title),
            body,
            actions,
            To(turn, view.Council, Texts.Title, isFuture, page)
        );
    }

    /// <summary>Asks which council.</summary>
    public static CardReply Choose(BotTurn turn, string centreCode, IReadOnlyList<CouncilLine> councils)
    {
        string heading = turn.In(Texts.Title);
        List<CardElement> body = [TextBlock.Heading(heading)];
        body.Add(new TextBlock(turn.In(councils.Count == 0 ? Texts.NoCouncils : Texts.ChooseCouncil)));
        body.AddRange(councils.Select(c => Choice(turn, centreCode, c)));
        return BotCards.Reply(turn, heading, body, [BotCards.Button(turn, CommandCodes.Councils, CouncilTexts.List)]);
    }

    /// <summary>One sentence, with the way on.</summary>
    public static CardReply Sentence(BotTurn turn, LocalText text) =>
        BotCards.Reply(
            turn,
            turn.In(text),
            [TextBlock.Heading(turn.In(Texts.Title)), new TextBlock(turn.In(text))],
            [BotCards.Button(turn, CommandCodes.Councils, CouncilTexts.List)]
        );

    private static Container Line(
        BotTurn turn,
        CouncilView view,
        IReadOnlyDictionary<string, string> names,
        LedgerLine line
    )
    {
        Council council = view.Council;
        string what = CardText.Escape(AboutOf(view, line, turn.Language));
        string when = TokyoTime.Brief(line.DueAt, turn.Language);
        string who = CardText.Escape(NameOf(council, names, line));
        bool isBad = line.State == LedgerState.Failed;
        return new([
            new TextBlock(turn.In(Texts.What(line.Key, what))),
            TextBlock.Remark(turn.Language.Beside(when, who)) with
            {
                Spacing = Spacing.None,
            },
            new TextBlock(turn.In(Texts.State(line)))
            {
                Size = TextSize.Small,
                Spacing = Spacing.None,
                Color = isBad ? TextColor.Attention : null,
            },
        ])
        {
            Spacing = Spacing.Small,
            Separator = true,
        };
    }

    private static ColumnSet Choice(BotTurn turn, string centreCode, CouncilLine line) =>
        new([
            new(
                ColumnWidth.Stretch,
                [
                    new TextBlock(CardText.Escape(line.Title)),
                    TextBlock.Remark(
                        line.When?.Brief(turn.Language) ?? turn.In(CouncilTexts.Wished(line.WishedMonth))
                    ) with
                    {
                        Spacing = Spacing.None,
                    },
                ]
            ),
            new(
                ColumnWidth.Auto,
                [
                    new ActionSet([
                        new ExecuteAction(
                            turn.In(Texts.Open),
                            ReminderVerbs.Ledger,
                            ActionData.Of(("c", CouncilId.Of(centreCode, line.Name).ToString()))
                        )
                        {
                            IgnoresInputs = true,
                            Tooltip = line.Title,
                        },
                    ]),
                ]
            ),
        ])
        {
            Separator = true,
        };

    private static ExecuteAction To(BotTurn turn, Council council, LocalText title, bool isFuture, int page) =>
        new(
            turn.In(title),
            ReminderVerbs.Ledger,
            ActionData.Of(("c", council.Id.ToString()), ("v", isFuture ? "next" : "past"), ("p", page))
        )
        {
            IgnoresInputs = true,
        };

    private static bool IsToCome(LedgerLine line) =>
        line.State is LedgerState.Planned or LedgerState.Waiting or LedgerState.Postponed;

    private static DateTimeOffset WhenOf(LedgerLine line) => line.Entry?.Until ?? line.DueAt;

    private static string NameOf(Council council, IReadOnlyDictionary<string, string> names, LedgerLine line) =>
        CouncilNames.Find(council, line.Key.To) ?? names.GetValueOrDefault(line.Key.To) ?? "–";

    private static string AboutOf(CouncilView view, LedgerLine line, Language language) =>
        view.Council.Tasks.FirstOrDefault(t => t.Id == line.Key.About) is { } task
            ? view.Template.Worded(task.Text, language)
            : view.Council.Minutes.Agreements.FirstOrDefault(a => a.Id == line.Key.About)?.What ?? "";
}
