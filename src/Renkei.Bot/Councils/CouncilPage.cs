using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Texts = Renkei.Bot.Councils.CouncilTexts;

namespace Renkei.Bot.Councils;

/// <summary>What all pages of a council have in common: the head, the steps, the ways on.</summary>
internal static class CouncilPage
{
    /// <summary>Shows the whole council; data <c>c</c>.</summary>
    public const string ShowVerb = "council/show";

    /// <summary>Shows one step; data <c>c</c> and <c>s</c>, the step's number from 1.</summary>
    public const string StepVerb = "council/step";

    /// <summary>Lists the councils of a centre; data <c>c</c>, <c>p</c>, and <c>z</c> for those that are over.</summary>
    public const string ListVerb = "council/list";

    /// <summary>Begins a council; data <c>t</c>, the theme it serves, or <c>from</c>, the council it follows, if any.</summary>
    public const string NewVerb = "council/new";

    /// <summary>Asks whether the council shall be cancelled; data <c>c</c>.</summary>
    public const string CancelVerb = "council/cancel";

    /// <summary>Asks whether its cancellation shall be taken back; data <c>c</c>.</summary>
    public const string ResumeVerb = "council/resume";

    /// <summary>Asks for an invitation file (.ics) to attach to a mail; data <c>c</c>, and <c>p</c>, a participant, if any.</summary>
    public const string MailFileVerb = "invitation/file";

    /// <summary>Values of <c>go</c>: where a saving button leads. Anything else is the whole council.</summary>
    public const string GoNext = "next";
    public const string GoPrevious = "previous";
    public const string GoStay = "stay";
    public const string GoOverview = "overview";

    /// <summary>表1-9: partners have a place to talk.</summary>
    private static readonly ItemId PlaceToTalk = ItemId.National(9);

    /// <summary>A page of a step.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="view">The council.</param>
    /// <param name="step">The step.</param>
    /// <param name="notice">What is said above the content.</param>
    /// <param name="content">The step's own content.</param>
    /// <param name="own">Its own buttons; the first is the one most people press.</param>
    /// <param name="saveVerb">
    /// The verb that saves the page's inputs: next, previous and overview then save first (data <c>c</c>, <c>go</c> and <paramref name="data"/>);
    /// <see langword="null"/> for a page without inputs.
    /// </param>
    /// <param name="data">What else the saving buttons carry, e.g. what the card showed.</param>
    /// <param name="asksPersonalData">
    /// Whether <paramref name="notice"/> is a <see cref="PersonalDataQuestion"/>: its two answers are the only buttons that save then.
    /// </param>
    public static CardReply Step(
        BotTurn turn,
        CouncilView view,
        CouncilStep step,
        PageNotice? notice,
        IReadOnlyList<CardElement> content,
        IReadOnlyList<AdaptiveAction> own,
        string? saveVerb = null,
        ActionData? data = null,
        bool asksPersonalData = false
    )
    {
        List<CardElement> body = [.. Head(turn, view, step), .. notice.Elements(), .. content];
        List<AdaptiveAction> actions = [];
        if (asksPersonalData && saveVerb is not null)
        {
            ActionData known = data ?? ActionData.Empty;
            ActionData removed = known.With("ok", PersonalDataQuestion.Remove);
            ActionData kept = known.With("ok", PersonalDataQuestion.Keep);
            actions.Add(Save(turn, PersonalDataQuestion.RemoveAndSave, saveVerb, view.Council, GoStay, removed));
            actions.Add(Save(turn, PersonalDataQuestion.NotPersonal, saveVerb, view.Council, GoStay, kept));
            actions.Add(ToOverview(turn, view.Council));
        }
        else
        {
            actions.AddRange(own);
            actions.AddRange(Ways(turn, view, step, saveVerb, data));
        }
        string summary = turn.Language.Labelled(view.Council.Title, turn.In(Texts.StepName(step)));
        return BotCards.Reply(turn, summary, body, actions, about: CardSubject.Of(view.Council.Id));
    }

    /// <summary>A card with inputs that belongs to a step: a heading of its own, the council below it, the notice, the inputs.</summary>
    public static CardReply Form(
        BotTurn turn,
        CouncilView view,
        LocalText heading,
        PageNotice? notice,
        IReadOnlyList<CardElement> content,
        IReadOnlyList<AdaptiveAction> actions
    )
    {
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(heading)),
            TextBlock.Remark(turn.Language.Beside(CardText.Escape(view.Council.Title), WhenLine(turn, view))),
            .. notice.Elements(),
            .. content,
        ];
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(view.Council.Title, turn.In(heading)),
            body,
            actions,
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>The head of every page: title, when, how ready, and the steps with the present one marked.</summary>
    public static List<CardElement> Head(BotTurn turn, CouncilView view, CouncilStep? step)
    {
        Council council = view.Council;
        Readiness readiness = view.Readiness;
        List<CardElement> head =
        [
            TextBlock.Heading(CardText.Escape(council.Title)),
            TextBlock.Remark(WhenLine(turn, view)),
            Progress.Bar(
                readiness.Complete,
                Readiness.PreparationSteps,
                label: turn.In(Texts.Ready(readiness.Complete, Readiness.PreparationSteps))
            ),
            TextBlock.Remark(string.Join(turn.Language.Gap(), readiness.Steps.Select(s => Mark(turn, s)))),
        ];
        if (step is { } present)
        {
            int number = (int)present + 1;
            head.Add(
                new TextBlock($"{number} {turn.In(Texts.StepName(present))}")
                {
                    Weight = TextWeight.Bolder,
                    Separator = true,
                }
            );
        }
        return head;
    }

    /// <summary>12月18日(金) 14:00–16:00　あと20営業日 — or that the date is open, or that it was held or cancelled.</summary>
    public static string WhenLine(BotTurn turn, CouncilView view)
    {
        Council council = view.Council;
        string when = council.When is { } set ? set.Full(turn.Language) : turn.In(Texts.Wished(council.WishedMonth));
        string? state =
            council.Status == CouncilStatus.Cancelled ? turn.In(Texts.CancelledShort)
            : council.Status == CouncilStatus.Held ? turn.In(Texts.HeldShort)
            : council.When is not { Date: var day } ? null
            : view.DayHasCome ? turn.In(day == view.Today ? Texts.Today : Texts.Over)
            : turn.In(Texts.DaysLeft(view.Today, day, view.Days));
        string line = state is null ? when : $"{when}{turn.Language.Gap()}{state}";
        return turn.Language.Beside(line, view.Centre.Name.In(turn.Language));
    }

    /// <summary>A button that leads to a step without saving anything.</summary>
    public static ExecuteAction To(
        BotTurn turn,
        LocalText title,
        Council council,
        CouncilStep step,
        bool secondary = false
    ) =>
        new(turn.In(title), StepVerb, ActionData.Of(("c", council.Id.ToString()), ("s", (int)step + 1)))
        {
            IgnoresInputs = true,
            IsSecondary = secondary,
        };

    /// <summary>A button that leads to the whole council without saving anything.</summary>
    public static ExecuteAction ToOverview(BotTurn turn, Council council, bool secondary = false) =>
        new(turn.In(Texts.Overview), ShowVerb, ActionData.Of(("c", council.Id.ToString())))
        {
            IgnoresInputs = true,
            IsSecondary = secondary,
        };

    /// <summary>A button that leads to the invitation file of a council.</summary>
    public static ExecuteAction ToMailFile(BotTurn turn, Council council) =>
        new(turn.In(Texts.MailFile), MailFileVerb, ActionData.Of(("c", council.Id.ToString())))
        {
            IgnoresInputs = true,
        };

    /// <summary>A button that begins a council for a theme; in front where a place to talk (表1-9) is its next step.</summary>
    public static ExecuteAction BeginFor(BotTurn turn, ThemeId theme, PlaybookItem? next) =>
        new(turn.In(Texts.Begin), NewVerb, ActionData.Of(("t", theme.ToString())))
        {
            IgnoresInputs = true,
            IsSecondary = next is null || next.Id != PlaceToTalk,
        };

    /// <summary>One sentence where a council cannot be shown, with the way back.</summary>
    public static CardReply Sentence(BotTurn turn, LocalText text) =>
        BotCards.Reply(
            turn,
            turn.In(text),
            [TextBlock.Heading(turn.In(Texts.List)), new TextBlock(turn.In(text))],
            [BotCards.Button(turn, CommandCodes.Councils, Texts.List)]
        );

    private static List<AdaptiveAction> Ways(
        BotTurn turn,
        CouncilView view,
        CouncilStep step,
        string? saveVerb,
        ActionData? data
    )
    {
        Council council = view.Council;
        List<AdaptiveAction> ways = [];
        if (step < CouncilStep.Minutes)
        {
            ways.Add(
                saveVerb is null
                    ? To(turn, Texts.Next, council, step + 1)
                    : Save(turn, Texts.SaveAndNext, saveVerb, council, GoNext, data)
            );
        }
        else if (saveVerb is not null)
        {
            ways.Add(Save(turn, Texts.Save, saveVerb, council, GoStay, data));
        }
        if (step > CouncilStep.Purpose)
        {
            ways.Add(
                saveVerb is null
                    ? To(turn, Texts.Previous, council, step - 1)
                    : Save(turn, Texts.Previous, saveVerb, council, GoPrevious, data)
            );
        }
        ways.Add(
            saveVerb is null
                ? ToOverview(turn, council)
                : Save(turn, Texts.Overview, saveVerb, council, GoOverview, data)
        );
        return ways;
    }

    private static ExecuteAction Save(
        BotTurn turn,
        LocalText title,
        string verb,
        Council council,
        string go,
        ActionData? data
    ) => new(turn.In(title), verb, (data ?? ActionData.Empty).With("c", council.Id.ToString()).With("go", go));

    /// <summary>✓目的, 資料 2/3, 日程</summary>
    private static string Mark(BotTurn turn, StepState state)
    {
        string name = turn.In(Texts.StepShort(state.Step));
        return state.IsComplete ? $"✓{name}"
            : state.All > 1 ? $"{name} {state.Done}/{state.All}"
            : name;
    }
}
