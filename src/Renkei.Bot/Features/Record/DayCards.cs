using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Record.DayTexts;

namespace Renkei.Bot.Features.Record;

/// <summary>The cards of the day: agenda with times, attendance, people nobody had expected.</summary>
internal static class DayCards
{
    public const string ListVerb = "day/list";
    public const string AgendaVerb = "day/agenda";
    public const string SaveAgendaVerb = "day/agenda-save";
    public const string AllVerb = "day/all";
    public const string UndoVerb = "day/undo";
    public const string AttendanceVerb = "day/attendance";
    public const string SaveAttendanceVerb = "day/attendance-save";
    public const string GuestVerb = "day/guest";
    public const string SaveGuestVerb = "day/guest-save";

    private const int PageSize = 10;
    private const string OnlineBox = "online";

    /// <summary>The step.</summary>
    public static CardReply Page(BotTurn turn, CouncilView view, int? page, PageNotice? notice, AdaptiveAction? undo)
    {
        Council council = view.Council;
        bool edits = view.IsEditableIn(turn);
        List<CardElement> content = [.. ListLine.Undo(undo), .. Agenda(turn, view)];
        if (edits)
        {
            content.Add(new ActionSet([Button(turn, Texts.EditAgenda, AgendaVerb, Data(council))]));
        }
        content.Add(new TextBlock(turn.In(Texts.Attendance)) { Weight = TextWeight.Bolder, Separator = true });
        int at = ListLine.Page(page, council.Participants.Count, PageSize);
        if (council.Participants.Count == 0)
        {
            content.Add(new TextBlock(turn.In(Texts.NobodyListed)));
        }
        else
        {
            content.Add(new TextBlock(turn.In(Counted(council))));
            content.Add(
                new FactSet([
                    .. council
                        .Participants.Skip(at * PageSize)
                        .Take(PageSize)
                        .Select(p => new Fact(CardText.Escape(p.InListOf(60)), turn.In(StateOf(p)))),
                ])
            );
            content.AddRange(
                ListLine.Paging(
                    turn,
                    at,
                    council.Participants.Count,
                    PageSize,
                    (title, p) => Button(turn, title, ListVerb, Data(council).With("p", p))
                )
            );
        }
        List<AdaptiveAction> own = [];
        if (edits && view.DayHasCome)
        {
            bool anyOpen = council.Participants.Any(p => p.Attended is null);
            if (anyOpen)
            {
                own.Add(Button(turn, Texts.AllCame, AllVerb, Data(council)));
            }
            if (council.Participants.Count > 0)
            {
                own.Add(Button(turn, Texts.EditAttendance, AttendanceVerb, Data(council).With("p", at)));
            }
            own.Add(Button(turn, Texts.AddGuest, GuestVerb, Data(council)));
        }
        else if (edits)
        {
            content.Add(TextBlock.Remark(turn.In(Texts.NotYet)));
        }
        return CouncilPage.Step(turn, view, CouncilStep.Day, notice, content, own);
    }

    /// <summary>The agenda as a text to change.</summary>
    public static CardReply AgendaForm(
        BotTurn turn,
        CouncilView view,
        string text,
        string seen,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        ActionData data = Data(view.Council).With("v", seen);
        return FormCard(
            turn,
            view,
            Texts.Agenda,
            notice,
            [
                new TextInput("in_agenda", turn.In(Texts.AgendaLabel))
                {
                    Value = text,
                    IsMultiline = true,
                    MaxLength = AgendaText.LongestText,
                },
            ],
            PersonalDataQuestion.Buttons(turn.Language, CouncilTexts.Save, SaveAgendaVerb, data, asksPersonalData)
        );
    }

    /// <summary>Attendance, so many people at a time.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="view">The council.</param>
    /// <param name="page">Which people.</param>
    /// <param name="typed">Ids ticked as present and as online, to be given back; <see langword="null"/> for what stands.</param>
    /// <param name="notice">What is said above.</param>
    public static CardReply AttendanceForm(
        BotTurn turn,
        CouncilView view,
        int? page,
        (IReadOnlyList<string> Came, IReadOnlyList<string> Online)? typed,
        PageNotice? notice
    )
    {
        Council council = view.Council;
        int at = ListLine.Page(page, council.Participants.Count, PageSize);
        Participant[] shown = [.. council.Participants.Skip(at * PageSize).Take(PageSize)];
        Choice[] choices = [.. shown.Select(p => new Choice(p.InListOf(PageSize), p.Id))];
        // Whoever did not decline is expected, until somebody says otherwise.
        string[] came =
        [
            .. shown.Where(p => typed?.Came.Contains(p.Id) ?? p.Attended ?? p.Rsvp != Rsvp.No).Select(p => p.Id),
        ];
        string[] online = [.. shown.Where(p => typed?.Online.Contains(p.Id) ?? p.Remote).Select(p => p.Id)];
        bool hasMore = (at + 1) * PageSize < council.Participants.Count;
        ActionData data = Data(council)
            .With("p", at)
            .With("i", string.Join(' ', shown.Select(p => p.Id)))
            .With("v", VersionOf(shown));
        List<AdaptiveAction> actions = [];
        if (hasMore)
        {
            actions.Add(
                new ExecuteAction(turn.In(Texts.SaveAndGoOn), SaveAttendanceVerb, data.With("go", CouncilPage.GoNext))
            );
        }
        actions.Add(new ExecuteAction(turn.In(CouncilTexts.Save), SaveAttendanceVerb, data));
        return FormCard(
            turn,
            view,
            Texts.Attendance,
            notice,
            [
                .. hasMore || at > 0
                    ?
                    [
                        TextBlock.Remark(
                            turn.In(
                                new(
                                    $"{(at * PageSize) + 1}–{(at * PageSize) + shown.Length}人目（全{council.Participants.Count}人）",
                                    $"{(at * PageSize) + 1}–{(at * PageSize) + shown.Length} of {council.Participants.Count}"
                                )
                            )
                        ),
                    ]
                    : Array.Empty<CardElement>(),
                new ChoiceSetInput("in_came", turn.In(Texts.Came), choices)
                {
                    Style = ChoiceStyle.Expanded,
                    IsMultiSelect = true,
                    Values = came,
                },
                new ActionSet([new ToggleVisibilityAction(turn.In(Texts.OnlineToggle), OnlineBox)]),
                new Container([
                    new ChoiceSetInput("in_online", turn.In(Texts.Online), choices)
                    {
                        Style = ChoiceStyle.Expanded,
                        IsMultiSelect = true,
                        Values = online,
                    },
                ])
                {
                    Id = OnlineBox,
                    IsVisible = online.Length > 0,
                },
            ],
            actions
        );
    }

    /// <summary>Somebody who came without being on the list.</summary>
    public static CardReply GuestForm(
        BotTurn turn,
        CouncilView view,
        GuestForm form,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        ActionData data = Data(view.Council).With("i", form.Id);
        return FormCard(
            turn,
            view,
            Texts.AddGuest,
            notice,
            [
                new TextInput("in_org", turn.In(Texts.Organisation))
                {
                    Value = form.Organisation,
                    MaxLength = Participant.NameLength,
                    IsRequired = true,
                    ErrorMessage = turn.In(Texts.OrganisationError),
                },
                new TextInput("in_name", turn.In(Texts.Name)) { Value = form.Name, MaxLength = Participant.NameLength },
                new ChoiceSetInput(
                    "in_sector",
                    turn.In(Texts.Sector),
                    [.. Sector.All.Select(s => new Choice(turn.In(s.Name), s.Code))]
                )
                {
                    Value = Sector.Find(form.Sector ?? "")?.Code,
                    IsRequired = true,
                    ErrorMessage = turn.In(Texts.SectorError),
                },
                new ToggleInput("in_remote", turn.In(Texts.How), turn.In(Texts.TookPartOnline)) { Value = form.Remote },
            ],
            PersonalDataQuestion.Buttons(turn.Language, Texts.AddThisGuest, SaveGuestVerb, data, asksPersonalData)
        );
    }

    /// <summary>A button that sets attendance back to what it was at a revision.</summary>
    public static ExecuteAction UndoAll(BotTurn turn, Council council, int revision) =>
        Button(turn, CouncilTexts.Undo, UndoVerb, Data(council).With("r", revision));

    /// <summary>Names what attendance of some people the card showed.</summary>
    public static string VersionOf(IEnumerable<Participant> shown) =>
        ShownVersion.Of(shown.Select(p => $"{p.Id} {p.Attended} {p.Remote}"));

    private static CardReply FormCard(
        BotTurn turn,
        CouncilView view,
        LocalText heading,
        PageNotice? notice,
        IReadOnlyList<CardElement> content,
        IReadOnlyList<AdaptiveAction> actions
    ) => CouncilPage.Form(turn, view, heading, notice, content, [.. actions, BackButton(turn, view.Council)]);

    private static ExecuteAction BackButton(BotTurn turn, Council council) =>
        Button(turn, Texts.Back, ListVerb, Data(council));

    private static IEnumerable<CardElement> Agenda(BotTurn turn, CouncilView view)
    {
        Council council = view.Council;
        if (council.Agenda.Count == 0)
        {
            yield return new TextBlock(turn.In(Texts.NoAgenda));
            yield break;
        }
        List<Fact> facts = [];
        TimeOnly? time = council.When?.Start;
        foreach (AgendaPoint point in council.Agenda)
        {
            string text = CardText.Escape(view.Worded(turn, point.Text));
            string length = turn.In(Texts.Minutes(point.Minutes));
            facts.Add(
                time is { } from
                    ? new(TokyoTime.Clock(from), text + turn.Language.InBrackets(length))
                    : new(length, text)
            );
            time = time?.AddMinutes(point.Minutes);
        }
        yield return new FactSet(facts);
        int total = council.Agenda.Sum(p => p.Minutes);
        if (council.When is { } when && total > when.Minutes)
        {
            yield return new TextBlock(turn.In(Texts.TooLong(total, when.Minutes))) { Color = TextColor.Attention };
        }
    }

    private static LocalText Counted(Council council) =>
        Texts.Counted(
            council.Participants.Count(p => p.Attended == true),
            council.Participants.Count(p => p is { Attended: true, Remote: true }),
            council.Participants.Count(p => p.Attended == false),
            council.Participants.Count(p => p.Attended is null)
        );

    private static LocalText StateOf(Participant participant) =>
        participant.Attended switch
        {
            true => participant.Remote ? Texts.WasThereOnline : Texts.WasThere,
            false => Texts.WasAway,
            null => Texts.RsvpOf(participant.Rsvp),
        };

    private static ExecuteAction Button(BotTurn turn, LocalText title, string verb, ActionData data) =>
        new(turn.In(title), verb, data) { IgnoresInputs = true };

    private static ActionData Data(Council council) => ActionData.Of(("c", council.Id.ToString()));
}
