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
    /// <param name="lines">All lines, what happened last first.</param>
    /// <param name="names">Names of people the council does not know any more, by object id.</param>
    /// <param name="part">Which of them are shown.</param>
    /// <param name="page">From 0; clamped.</param>
    public static CardReply Record(
        BotTurn turn,
        CouncilView view,
        IReadOnlyList<LedgerLine> lines,
        IReadOnlyDictionary<string, string> names,
        LedgerPart part,
        int page
    )
    {
        LedgerLine[] toCome = [.. lines.Where(l => l.IsToCome).OrderBy(l => l.LastAt).ThenBy(l => l.Key.ToString())];
        LedgerLine[] withdrawn = [.. lines.Where(l => l.State == LedgerState.Withdrawn)];
        LedgerLine[] shown = part switch
        {
            LedgerPart.ToCome => toCome,
            LedgerPart.Withdrawn => withdrawn,
            _ => [.. lines.Where(l => !l.IsToCome && l.State != LedgerState.Withdrawn)],
        };
        int pages = Math.Max(1, (shown.Length + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        string heading = turn.In(Texts.Title);
        List<CardElement> body =
        [
            TextBlock.Heading(heading),
            new TextBlock(CardText.Escape(view.Council.Title)) { Weight = TextWeight.Bolder },
            TextBlock.Remark(CouncilPage.WhenLine(turn, view)),
        ];
        if (part == LedgerPart.Past && page == 0)
        {
            if (toCome.Length > 0)
            {
                string who = CardText.Escape(NameOf(view.Council, names, toCome[0]));
                body.Add(new TextBlock(turn.In(Texts.NextOne(TokyoTime.Brief(toCome[0].LastAt, turn.Language), who))));
            }
            if (withdrawn.Length > 0)
            {
                body.Add(new TextBlock(turn.In(Texts.WithdrawnCount(withdrawn.Length))));
            }
        }
        body.Add(new TextBlock(turn.In(NameOf(part))) { Weight = TextWeight.Bolder, Separator = true });
        if (shown.Length == 0)
        {
            body.Add(
                new TextBlock(
                    turn.In(
                        part switch
                        {
                            LedgerPart.ToCome => Texts.NothingFuture,
                            LedgerPart.Withdrawn => Texts.NothingWithdrawn,
                            _ => Texts.NothingPast,
                        }
                    )
                )
            );
        }
        body.AddRange(shown.Skip(page * PageSize).Take(PageSize).Select(l => Line(turn, view, names, l)));
        if (pages > 1)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.PageOf(page + 1, pages))));
        }
        bool isFuture = part == LedgerPart.ToCome;
        List<AdaptiveAction> actions = [];
        if (page + 1 < pages)
        {
            actions.Add(To(turn, view.Council, isFuture ? Texts.LaterOn : Texts.Older, part, page + 1));
        }
        if (page > 0)
        {
            actions.Add(To(turn, view.Council, isFuture ? Texts.Sooner : Texts.Newer, part, page - 1));
        }
        actions.AddRange(
            Enum.GetValues<LedgerPart>()
                .Where(p => p != part && (p != LedgerPart.Withdrawn || withdrawn.Length > 0))
                .Select(p => To(turn, view.Council, NameOf(p), p, 0))
        );
        actions.Add(CouncilPage.ToOverview(turn, view.Council));
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(heading, view.Council.Title),
            body,
            actions,
            To(turn, view.Council, Texts.Title, part, page),
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>The part a card's data names; what happened so far where it names none.</summary>
    public static LedgerPart PartOf(string? code) =>
        code switch
        {
            "next" => LedgerPart.ToCome,
            "withdrawn" => LedgerPart.Withdrawn,
            _ => LedgerPart.Past,
        };

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

    private static ExecuteAction To(BotTurn turn, Council council, LocalText title, LedgerPart part, int page) =>
        new(
            turn.In(title),
            ReminderVerbs.Ledger,
            ActionData.Of(("c", council.Id.ToString()), ("v", CodeOf(part)), ("p", page))
        )
        {
            IgnoresInputs = true,
        };

    private static string CodeOf(LedgerPart part) =>
        part switch
        {
            LedgerPart.ToCome => "next",
            LedgerPart.Withdrawn => "withdrawn",
            _ => "past",
        };

    private static LocalText NameOf(LedgerPart part) =>
        part switch
        {
            LedgerPart.ToCome => Texts.Future,
            LedgerPart.Withdrawn => Texts.Withdrawals,
            _ => Texts.Past,
        };

    private static string NameOf(Council council, IReadOnlyDictionary<string, string> names, LedgerLine line) =>
        CouncilNames.Find(council, line.Key.To) ?? names.GetValueOrDefault(line.Key.To) ?? "–";

    private static string AboutOf(CouncilView view, LedgerLine line, Language language) =>
        view.Council.Tasks.FirstOrDefault(t => t.Id == line.Key.About) is { } task
            ? view.Template.Worded(task.Text, language)
            : view.Council.Minutes.Agreements.FirstOrDefault(a => a.Id == line.Key.About)?.What ?? "";
}

/// <summary>The parts of the record.</summary>
internal enum LedgerPart
{
    /// <summary>What was sent, or was not and why.</summary>
    Past,

    /// <summary>What is planned.</summary>
    ToCome,

    /// <summary>What had been planned and is not any more.</summary>
    Withdrawn,
}
