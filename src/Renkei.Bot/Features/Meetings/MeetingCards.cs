using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Scheduling;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Meetings.MeetingTexts;

namespace Renkei.Bot.Features.Meetings;

/// <summary>The cards of the date: the step, the questions before a change, and who has to be telephoned afterwards.</summary>
internal static class MeetingCards
{
    public const string SaveVerb = "council/move";
    public const string EditVerb = "council/move-edit";
    public const string TellVerb = "council/move-tell";
    public const string CancelDoVerb = "council/cancel-do";
    public const string ResumeDoVerb = "council/resume-do";

    /// <summary>Value of <c>m</c>: the question before a change was answered.</summary>
    public const string Sure = "sure";

    private const int PageSize = 8;

    /// <summary>The step.</summary>
    public static CardReply Page(BotTurn turn, CouncilView view, MeetingForm form, PageNotice? notice)
    {
        Council council = view.Council;
        if (!view.IsEditableIn(turn) || council.Status == CouncilStatus.Held)
        {
            return CouncilPage.Step(turn, view, CouncilStep.Date, notice, [Facts(turn, council)], []);
        }
        string from = TokyoTime.Clock(view.Template.Hours.From);
        string to = TokyoTime.Clock(view.Template.Hours.To);
        List<CardElement> content =
        [
            .. Meaning(turn, view),
            .. Standing(turn, council),
            Finding(turn, council),
            new DateInput("in_date", turn.In(Texts.Date)) { Value = form.Date },
            new TimeInput("in_start", turn.In(Texts.Start)) { Value = form.Start },
            new NumberInput("in_length", turn.In(Texts.Length))
            {
                Value = form.Minutes,
                Min = MeetingTime.Shortest,
                Max = MeetingTime.Longest,
                ErrorMessage = turn.In(Texts.LengthError),
            },
            TextBlock.Remark(
                turn.In(Texts.Usual(from, to, view.Template.Hours.Why, council.Agenda.Sum(a => a.Minutes)))
            ),
            new TextInput("in_place", turn.In(Texts.Place))
            {
                Value = form.Place,
                MaxLength = Council.PlaceLength,
                Placeholder = turn.In(Texts.PlaceHint),
            },
            new TextInput("in_link", turn.In(Texts.Link))
            {
                Value = form.Link,
                MaxLength = Council.LinkLength,
                Style = TextInputStyle.Url,
            },
        ];
        List<AdaptiveAction> own =
        [
            new ExecuteAction(
                turn.In(Texts.Save),
                SaveVerb,
                form.Seen.With("c", council.Id.ToString()).With("go", CouncilPage.GoStay)
            ),
        ];
        if (ByHand(council, turn.Now).Count is > 0 and int calls)
        {
            own.Add(Button(turn, Texts.ToTell(calls), TellVerb, council));
        }
        own.Add(Button(turn, Texts.Cancel, CouncilPage.CancelVerb, council, secondary: true));
        return CouncilPage.Step(turn, view, CouncilStep.Date, notice, content, own, SaveVerb, form.Seen);
    }

    /// <summary>Asks before a date that was set, or a place people know, is changed.</summary>
    public static CardReply AskMove(
        BotTurn turn,
        CouncilView view,
        MeetingForm form,
        Council after,
        ChangeAudience audience,
        string reason,
        string go,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        Council council = view.Council;
        bool moves = after.When != council.When;
        LocalText heading = moves ? Texts.AskMove : Texts.AskPlace;
        List<CardElement> body = Begin(turn, heading, council, notice);
        body.Add(
            new FactSet([
                .. moves
                    ?
                    [
                        new Fact(turn.In(Texts.Before), council.When!.Full(turn.Language)),
                        new Fact(turn.In(Texts.Now), after.When!.Full(turn.Language)),
                    ]
                    : new Fact[] { new(turn.In(Texts.When), council.When!.Full(turn.Language)) },
                new Fact(turn.In(Texts.Place), Known(turn, after.Place)),
                .. after.OnlineLink.Length > 0
                    ? [new Fact(turn.In(Texts.Online), CardText.Escape(after.OnlineLink))]
                    : Array.Empty<Fact>(),
            ])
        );
        if (moves)
        {
            body.AddRange(Warnings(turn, view, after.When!).Select(w => Attention(w)));
            body.Add(TextBlock.Remark(turn.In(Texts.MovedTasks)));
        }
        body.AddRange(Told(turn, audience));
        int answers = council.Participants.Count(p => p.Rsvp != Rsvp.Unknown);
        if (answers > 0 && after.Participants.All(p => p.Rsvp == Rsvp.Unknown))
        {
            body.Add(TextBlock.Remark(turn.In(Texts.AskAnew(answers))));
        }
        if (!audience.IsEmpty)
        {
            body.Add(ReasonInput(turn, reason));
        }
        ActionData data = form.ToData().With("c", council.Id.ToString()).With("go", go);
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(
                turn.Language,
                Texts.ChangeDo,
                SaveVerb,
                data.With("m", Sure),
                asksPersonalData
            ),
            new ExecuteAction(turn.In(Texts.Back), EditVerb, data) { IgnoresInputs = true },
        ];
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(council.Title, turn.In(heading)),
            body,
            actions,
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>Asks before a council is cancelled.</summary>
    public static CardReply AskCancel(
        BotTurn turn,
        CouncilView view,
        string reason,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        Council council = view.Council;
        List<CardElement> body = Begin(turn, Texts.AskCancel, council, notice);
        body.Add(new TextBlock(CouncilPage.WhenLine(turn, view)));
        body.Add(TextBlock.Remark(turn.In(Texts.CancelMeans)));
        body.AddRange(Told(turn, ChangeAudience.OfCancellation(council, turn.Person!.Ref, turn.Now)));
        body.Add(ReasonInput(turn, reason));
        ActionData data = Data(council).With("v", MeetingForm.VersionOf(council));
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(council.Title, turn.In(Texts.AskCancel)),
            body,
            [
                .. PersonalDataQuestion.Buttons(turn.Language, Texts.CancelDo, CancelDoVerb, data, asksPersonalData),
                CouncilPage.To(turn, Texts.Back, council, CouncilStep.Date),
            ],
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>Asks before a cancellation is taken back.</summary>
    public static CardReply AskResume(BotTurn turn, CouncilView view)
    {
        Council council = view.Council;
        List<CardElement> body = Begin(turn, Texts.AskResume, council, notice: null);
        body.Add(new TextBlock(CouncilPage.WhenLine(turn, view)));
        body.Add(TextBlock.Remark(turn.In(Texts.ResumeMeans)));
        if (council.When is { } when && when.EndsAt <= turn.Now)
        {
            body.Add(Attention(turn.In(Texts.ResumePast)));
        }
        else if (council.When is not null)
        {
            body.AddRange(Told(turn, ChangeAudience.OfCancellation(council, turn.Person!.Ref, turn.Now)));
        }
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(council.Title, turn.In(Texts.AskResume)),
            body,
            [Button(turn, Texts.ResumeDo, ResumeDoVerb, council), CouncilPage.ToOverview(turn, council)],
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>Who has to be told of the last change by telephone or mail, with a text for it.</summary>
    public static CardReply Tell(BotTurn turn, CouncilView view, int? page, PageNotice? notice)
    {
        Council council = view.Council;
        IReadOnlyList<Participant> calls = ByHand(council, turn.Now);
        bool isCancelled = council.Status == CouncilStatus.Cancelled;
        LocalText heading = isCancelled ? Texts.IsCancelledNow : Texts.TellHeading;
        List<CardElement> body = Begin(turn, heading, council, notice);
        body.Add(TextBlock.Remark(CouncilPage.WhenLine(turn, view)));
        if (isCancelled && council.Change is { To: null } change)
        {
            string at = TokyoTime.Brief(change.At, turn.Language);
            body.Add(TextBlock.Remark(turn.In(Texts.CancelledBy(CardText.Escape(change.By.Name), at))));
        }
        int at0 = ListLine.Page(page, calls.Count, PageSize);
        if (calls.Count == 0)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.TellNobody)));
        }
        else
        {
            body.Add(new TextBlock(turn.In(Texts.ToTell(calls.Count))) { Weight = TextWeight.Bolder });
            body.AddRange(
                calls
                    .Skip(at0 * PageSize)
                    .Take(PageSize)
                    .Select(p =>
                        ListLine.Of(CardText.Escape(p.Label), CardText.Escape(ContactLine.Of(turn, p)), buttons: [])
                    )
            );
            body.AddRange(
                ListLine.Paging(
                    turn,
                    at0,
                    calls.Count,
                    PageSize,
                    (title, p) =>
                        new ExecuteAction(turn.In(title), TellVerb, Data(council).With("p", p)) { IgnoresInputs = true }
                )
            );
            body.Add(
                new TextInput("in_copy", turn.In(Texts.TextToCopy))
                {
                    Value = Text(turn, view, council.Change!),
                    IsMultiline = true,
                }
            );
        }
        List<AdaptiveAction> actions = [];
        if (council.MayEdit(turn.Person!) && turn.IsPersonal)
        {
            actions.Add(
                isCancelled
                    ? Button(turn, Texts.Resume, CouncilPage.ResumeVerb, council)
                    : CouncilPage.To(turn, Texts.ToDate, council, CouncilStep.Date)
            );
        }
        if (council.MayEdit(turn.Person!) && turn.IsPersonal && calls.Any(p => p.Contact.Email is not null))
        {
            actions.Add(CouncilPage.ToMailFile(turn, council));
        }
        actions.Add(CouncilPage.ToOverview(turn, council));
        actions.Add(BotCards.Button(turn, CommandCodes.Councils, CouncilTexts.List));
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(council.Title, turn.In(heading)),
            body,
            actions,
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>What about a time has to be looked at; it is not forbidden.</summary>
    public static IReadOnlyList<string> Warnings(BotTurn turn, CouncilView view, MeetingTime when)
    {
        List<string> warnings = [];
        if (view.Days.WhyClosed(when.Date) is { } why)
        {
            warnings.Add(turn.In(Texts.Closed(TokyoTime.Brief(when.Date, turn.Language), why)));
        }
        UsualHours usual = view.Template.Hours;
        if (when.Start < usual.From || when.End > usual.To)
        {
            warnings.Add(
                turn.In(Texts.UnusualHours(TokyoTime.Clock(usual.From), TokyoTime.Clock(usual.To), usual.Why))
            );
        }
        return warnings;
    }

    /// <summary>Who knows of the meeting, has no account, and was invited before the last change of it; nobody once it is over.</summary>
    public static IReadOnlyList<Participant> ByHand(Council council, DateTimeOffset now) =>
        council.Change is not { } change || (change.To ?? change.From)?.EndsAt <= now
            ? []
            : [.. council.Participants.Where(p => p.InvitedAt <= change.At && !p.Contact.HasAccount)];

    /// <summary>Who comes, once somebody was asked or has answered.</summary>
    private static IEnumerable<CardElement> Standing(BotTurn turn, Council council)
    {
        if (council.When is null || council.Participants.All(p => p.InvitedAt is null && p.Rsvp == Rsvp.Unknown))
        {
            yield break;
        }
        int Count(Rsvp rsvp) => council.Participants.Count(p => p.Rsvp == rsvp);
        yield return new TextBlock(
            turn.Language.Labelled(
                turn.In(BookingTexts.Answers),
                turn.In(BookingTexts.Count(Count(Rsvp.Yes), Count(Rsvp.Maybe), Count(Rsvp.No), Count(Rsvp.Unknown)))
            )
        );
    }

    /// <summary>The way to dates that suit people, and once there is one, to who comes.</summary>
    private static ActionSet Finding(BotTurn turn, Council council)
    {
        ExecuteAction find = new(turn.In(SchedulingVerbs.FindDate), SchedulingVerbs.FindDateVerb, Data(council))
        {
            IgnoresInputs = true,
        };
        return council.When is null
            ? new([find])
            : new([
                SchedulingVerbs.Button(turn, Texts.Booking, SchedulingVerbs.BookingVerb, PlanId.Of(council.Id)),
                find,
            ]);
    }

    private static IEnumerable<CardElement> Meaning(BotTurn turn, CouncilView view)
    {
        Council council = view.Council;
        if (council.When is not { } when || view.Plan is not { } plan || view.DayHasCome)
        {
            yield break;
        }
        foreach (string warning in Warnings(turn, view, when))
        {
            yield return Attention(warning);
        }
        if (plan.IsTight)
        {
            yield return TextBlock.Remark(turn.In(Texts.Tight(council.Tasks.Max(t => t.Lead), plan.Available)));
        }
        PreparationTask? next = council
            .Tasks.Where(t => !council.IsDone(t) && plan.DueOf(t) >= view.Today)
            .MinBy(plan.DueOf);
        if (next is not null)
        {
            string day = TokyoTime.Brief(plan.DueOf(next), turn.Language);
            yield return TextBlock.Remark(turn.In(Texts.FirstDue(day, CardText.Escape(view.Worded(turn, next.Text)))));
        }
    }

    private static IEnumerable<CardElement> Told(BotTurn turn, ChangeAudience audience)
    {
        if (audience.IsEmpty)
        {
            yield return new TextBlock(turn.In(Texts.NobodyToTell)) { Separator = true };
        }
        if (audience.ByRenkei.Count > 0)
        {
            string names = ContactLine.Names(turn, [.. audience.ByRenkei.Select(p => p.Name)]);
            yield return new TextBlock(turn.In(Texts.WillTell(audience.ByRenkei.Count, CardText.Escape(names))))
            {
                Separator = true,
            };
        }
        if (audience.ByHand.Count > 0)
        {
            string names = ContactLine.Names(turn, [.. audience.ByHand.Select(p => p.Label)]);
            yield return new TextBlock(turn.In(Texts.WillCall(audience.ByHand.Count, CardText.Escape(names))));
        }
    }

    /// <summary>What to say on the telephone or in a mail; plain text.</summary>
    private static string Text(BotTurn turn, CouncilView view, DateChange change)
    {
        Council council = view.Council;
        string? from = change.From?.Full(turn.Language);
        LocalText what =
            change.To is not { } to ? Texts.CancelledText(council.Title, from)
            : change.IsOfPlace ? Texts.PlaceText(council.Title, to.Full(turn.Language))
            : change.IsTakenUpAgain ? Texts.ResumedText(council.Title, to.Full(turn.Language))
            : Texts.MovedText(council.Title, from!, to.Full(turn.Language));
        List<string> lines = [turn.In(what)];
        if (change.Reason.Length > 0)
        {
            lines.Add(turn.Language.Labelled(turn.In(new("理由", "Reason")), change.Reason));
        }
        if (change.To is not null && council.Place.Length > 0)
        {
            lines.Add(turn.Language.Labelled(turn.In(Texts.Place), council.Place));
        }
        if (change.To is not null && council.OnlineLink.Length > 0)
        {
            lines.Add(turn.Language.Labelled(turn.In(Texts.Online), council.OnlineLink));
        }
        lines.Add(turn.In(change.To is null ? Texts.Sorry : Texts.PleaseAnswer));
        lines.Add(view.Centre.Name.In(turn.Language));
        return string.Join('\n', lines);
    }

    private static List<CardElement> Begin(BotTurn turn, LocalText heading, Council council, PageNotice? notice) =>
        [TextBlock.Heading(turn.In(heading)), TextBlock.Remark(CardText.Escape(council.Title)), .. notice.Elements()];

    private static FactSet Facts(BotTurn turn, Council council) =>
        new([
            new Fact(turn.In(Texts.When), council.When?.Full(turn.Language) ?? turn.In(Texts.NotYet)),
            new Fact(turn.In(Texts.Place), Known(turn, council.Place)),
            new Fact(turn.In(Texts.Online), Known(turn, council.OnlineLink)),
        ]);

    private static string Known(BotTurn turn, string text) =>
        text.Length > 0 ? CardText.Escape(text) : turn.In(Texts.NotYet);

    private static TextBlock Attention(string text) => new(text) { Color = TextColor.Attention };

    private static TextInput ReasonInput(BotTurn turn, string reason) =>
        new("in_reason", turn.In(Texts.Reason)) { Value = reason, MaxLength = DateChange.ReasonLength };

    private static ExecuteAction Button(
        BotTurn turn,
        LocalText title,
        string verb,
        Council council,
        bool secondary = false
    ) => new(turn.In(title), verb, Data(council)) { IgnoresInputs = true, IsSecondary = secondary };

    private static ActionData Data(Council council) => ActionData.Of(("c", council.Id.ToString()));
}
