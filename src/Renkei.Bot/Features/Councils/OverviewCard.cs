using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Downloads;
using Renkei.Bot.Requests;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Councils.CouncilsTexts;

namespace Renkei.Bot.Features.Councils;

/// <summary>The whole of a council: when it is, what is missing, the next useful step with its reason, and the way to every step.</summary>
internal static class OverviewCard
{
    public const string HistoryVerb = "council/history";

    public const int HistoryLength = 10;

    private const int MissingShown = 5;

    /// <summary>The whole of a council; in a group the short form with the way to one's own chat.</summary>
    public static CardReply Page(BotTurn turn, CouncilView view, PageNotice? notice, IEnumerable<CouncilStep> steps)
    {
        Council council = view.Council;
        NextStep? next = NextStep.Of(view);
        List<CardElement> body = CouncilPage.Head(turn, view, step: null);
        body.AddRange(notice.Elements());
        if (council.Status == CouncilStatus.Preparing && !view.DayHasCome && turn.IsPersonal)
        {
            body.Add(MissingOf(turn, view));
        }
        LocalText? said =
            next?.Reason
            ?? council.Status switch
            {
                CouncilStatus.Held => Texts.Held,
                CouncilStatus.Cancelled => Texts.Cancelled(council.Change?.Reason ?? ""),
                _ => null,
            };
        if (said is not null)
        {
            string text = CardText.Escape(turn.In(said));
            body.Add(new TextBlock(text) { Weight = TextWeight.Bolder, Separator = true });
        }
        string names = CardText.Escape(
            string.Join(turn.In(CommonTexts.ListComma), council.Coordinators.Select(c => c.Name))
        );
        body.Add(TextBlock.Remark(turn.In(Texts.PreparedBy(names))));
        string summary = said is null ? council.Title : turn.Language.ThenSay(council.Title, turn.In(said));
        if (!turn.IsPersonal)
        {
            return BotCards.Reply(
                turn,
                summary,
                body,
                [BotCards.ToPersonalChat(turn, Texts.InPersonalChat)],
                CouncilPage.ToOverview(turn, council),
                about: CardSubject.Of(view.Council.Id)
            );
        }
        if (council.Status != CouncilStatus.Cancelled && !council.MayEdit(turn.Person!))
        {
            body.Add(TextBlock.Remark(turn.In(Texts.ReadOnly)));
        }
        body.Add(StepChoice(turn, view, next, [.. steps]));
        // Below the steps, in a row of their own: the row of the card is full.
        ActionData data = ActionData.Of(("c", view.Council.Id.ToString()));
        body.Add(
            new ActionSet([
                new ExecuteAction(turn.In(Texts.Ledger), CouncilNotices.LedgerVerb, data) { IgnoresInputs = true },
                new ExecuteAction(turn.In(Texts.History), HistoryVerb, data) { IgnoresInputs = true },
                DownloadPage.ExportButton(
                    turn,
                    DownloadTexts.Export,
                    DownloadSubject.Of(DownloadSubject.Councils, council.Id.CentreCode)
                ),
            ])
        );
        return BotCards.Reply(turn, summary, body, Ways(turn, view, next), about: CardSubject.Of(view.Council.Id));
    }

    /// <summary>Who changed what, newest first.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="view">The council.</param>
    /// <param name="revisions">The newest, and one more where there are older ones.</param>
    public static CardReply History(BotTurn turn, CouncilView view, IReadOnlyList<CouncilRevision> revisions)
    {
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.HistoryHeading)),
            TextBlock.Remark(CardText.Escape(view.Council.Title)),
        ];
        foreach ((CouncilRevision now, int at) in revisions.Take(HistoryLength).Select((r, at) => (r, at)))
        {
            Council? before = at + 1 < revisions.Count ? revisions[at + 1].Council : null;
            string who = CardText.Escape(now.Council.ChangedBy.Name);
            string day = TokyoTime.Brief(now.Council.ChangedAt, turn.Language);
            body.Add(
                new TextBlock(turn.In(Texts.Changed(who, day, WhatChanged(turn, now, before)))) { Separator = at > 0 }
            );
        }
        if (revisions.Count > HistoryLength)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.HistoryRemark)));
        }
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(view.Council.Title, turn.In(Texts.HistoryHeading)),
            body,
            [CouncilPage.ToOverview(turn, view.Council)],
            about: CardSubject.Of(view.Council.Id)
        );
    }

    private static Container MissingOf(BotTurn turn, CouncilView view)
    {
        IReadOnlyList<MissingThing> missing = view.Readiness.Missing;
        if (missing.Count == 0)
        {
            return new([new TextBlock(turn.In(Texts.NothingMissing))]) { Style = ContainerStyle.Good };
        }
        List<CardElement> items = [new TextBlock(turn.In(Texts.MissingLabel)) { Weight = TextWeight.Bolder }];
        foreach (MissingThing thing in missing.Take(MissingShown))
        {
            string line = CardText.Escape(Missing.Line(thing, view.Template, view.Today, turn.Language));
            items.Add(
                new TextBlock(turn.Language == Language.Japanese ? $"・{line}" : $"– {line}")
                {
                    Spacing = Spacing.None,
                    Color = thing.Until < view.Today ? TextColor.Attention : null,
                }
            );
        }
        if (missing.Count > MissingShown)
        {
            items.Add(
                TextBlock.Remark(turn.In(Texts.MoreMissing(missing.Count - MissingShown))) with
                {
                    Spacing = Spacing.None,
                }
            );
        }
        return new(items) { Style = ContainerStyle.Emphasis };
    }

    private static ChoiceSetInput StepChoice(
        BotTurn turn,
        CouncilView view,
        NextStep? next,
        IReadOnlyList<CouncilStep> steps
    )
    {
        CouncilStep present = next is not null && steps.Contains(next.Step) ? next.Step : steps[0];
        return new(
            "in_step",
            turn.In(Texts.StepChoice),
            [.. steps.Select(s => new Choice(Titled(turn, view.Readiness[s]), Number(s)))]
        )
        {
            Value = Number(present),
        };
    }

    private static string Titled(BotTurn turn, StepState state)
    {
        string name = $"{Number(state.Step)} {turn.In(CouncilTexts.StepName(state.Step))}";
        return state.IsComplete ? $"{name} ✓"
            : state.All > 1 ? $"{name} {state.Done}/{state.All}"
            : name;
    }

    private static string Number(CouncilStep step) =>
        ((int)step + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static List<AdaptiveAction> Ways(BotTurn turn, CouncilView view, NextStep? next)
    {
        Council council = view.Council;
        ActionData data = ActionData.Of(("c", council.Id.ToString()));
        List<AdaptiveAction> ways = [];
        if (next is not null)
        {
            ways.Add(CouncilPage.To(turn, Texts.GoTo(CouncilTexts.StepName(next.Step)), council, next.Step));
        }
        else if (council.Status == CouncilStatus.Held)
        {
            ways.Add(CouncilPage.To(turn, Texts.ToMinutes, council, CouncilStep.Minutes));
        }
        ways.Add(new ExecuteAction(turn.In(Texts.OpenStep), CouncilPage.StepVerb, data));
        ways.Add(
            new ExecuteAction(
                turn.In(Texts.BackToList),
                CouncilPage.ListVerb,
                ActionData.Of(("c", council.Id.CentreCode), ("p", 0), ("z", council.Status != CouncilStatus.Preparing))
            )
            {
                IgnoresInputs = true,
            }
        );
        if (council.MayEdit(turn.Person!) && council.Status == CouncilStatus.Cancelled)
        {
            ways.Insert(
                0,
                new ExecuteAction(turn.In(Texts.Restore), CouncilPage.ResumeVerb, data) { IgnoresInputs = true }
            );
        }
        else if (council.MayEdit(turn.Person!) && council.Status == CouncilStatus.Preparing)
        {
            if (council.When is not null)
            {
                ways.Add(CouncilPage.To(turn, Texts.Move, council, CouncilStep.Date, secondary: true));
            }
            ways.Add(
                new ExecuteAction(turn.In(Texts.Cancel), CouncilPage.CancelVerb, data)
                {
                    IgnoresInputs = true,
                    IsSecondary = true,
                }
            );
        }
        return ways;
    }

    /// <summary>What a change was, as far as it can be told in a word; otherwise the step it was made on.</summary>
    private static LocalText WhatChanged(BotTurn turn, CouncilRevision revision, Council? before)
    {
        Council now = revision.Council;
        if (now.Revision == 1)
        {
            return Texts.WasBegun;
        }
        if (before is not null && before.Status != now.Status)
        {
            return now.Status switch
            {
                CouncilStatus.Cancelled => Texts.WasCancelled,
                CouncilStatus.Held => Texts.WasClosed,
                _ => Texts.WasTakenUp,
            };
        }
        return before is not null && before.When != now.When && now.When is { } when
            ? Texts.DateBecame(when.Brief(turn.Language))
            : CouncilTexts.StepName(revision.Step);
    }
}
