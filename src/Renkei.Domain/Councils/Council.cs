using Renkei.Domain.People;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;

namespace Renkei.Domain.Councils;

/// <summary>A council (協議の場) with everything that is prepared for it (R12). Immutable: each change makes the next one.</summary>
public sealed record Council
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 60;

    /// <summary>Longest purpose, in characters.</summary>
    public const int PurposeLength = 300;

    /// <summary>Longest name of a place, in characters.</summary>
    public const int PlaceLength = 80;

    /// <summary>Longest address of an online meeting, in characters.</summary>
    public const int LinkLength = 500;

    /// <summary>Longest text of an invitation, in characters.</summary>
    public const int InvitationLength = 1_500;

    /// <summary>Most participants.</summary>
    public const int MostParticipants = 60;

    /// <summary>Most papers.</summary>
    public const int MostPapers = 20;

    /// <summary>Most tasks, those of the template included.</summary>
    public const int MostTasks = 30;

    /// <summary>Most points of the agenda.</summary>
    public const int MostAgendaPoints = 15;

    /// <summary>Names it and says where it is kept.</summary>
    public required CouncilId Id { get; init; }

    /// <summary>Its kind: see <see cref="CouncilTemplates.Find"/>.</summary>
    public required string TemplateCode { get; init; }

    /// <summary>1 to <see cref="TitleLength"/> characters, e.g. 東部圏域 退院支援ルールの調整会議.</summary>
    public required string Title { get; init; }

    /// <summary>The theme it serves; <see langword="null"/> where it serves none.</summary>
    public ThemeId? Theme { get; init; }

    /// <summary>What it is for, in a sentence or two; empty until somebody wrote it.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The first day of the month in which it is meant to take place, Japan.</summary>
    public required DateOnly WishedMonth { get; init; }

    /// <summary>Who prepares it, at least one: they are reminded, and overdue work rises to them.</summary>
    public required IReadOnlyList<PersonRef> Coordinators { get; init; }

    /// <summary>How far it is.</summary>
    public CouncilStatus Status { get; init; }

    /// <summary>When it takes place; <see langword="null"/> until the date is set. Set by <see cref="MovedTo"/>.</summary>
    public MeetingTime? When { get; init; }

    /// <summary>When the present date was set (UTC): nothing is planned for times before. Meaningless without a date.</summary>
    public DateTimeOffset DateSetAt { get; init; }

    /// <summary>The last move or cancellation people have to be told of; <see langword="null"/> where there was none.</summary>
    public DateChange? Change { get; init; }

    /// <summary>The room; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Where to take part online, an https address; may be empty.</summary>
    public string OnlineLink { get; init; } = "";

    /// <summary>Who is to come, at most <see cref="MostParticipants"/>, in the order in which they were added.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>At most <see cref="MostPapers"/>.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];

    /// <summary>At most <see cref="MostTasks"/>; those with the longest lead first.</summary>
    public IReadOnlyList<PreparationTask> Tasks { get; init; } = [];

    /// <summary>At most <see cref="MostAgendaPoints"/>.</summary>
    public IReadOnlyList<AgendaPoint> Agenda { get; init; } = [];

    /// <summary>The information sheet; <see langword="null"/> until it was drawn up.</summary>
    public InformationSheet? Sheet { get; init; }

    /// <summary>Whether the council goes without information sheets.</summary>
    public bool WithoutSheet { get; init; }

    /// <summary>Ids of the participants who answered the sheet, in the order in which they did; some may not be on the list any more.</summary>
    public IReadOnlyList<string> SheetAnsweredBy { get; init; } = [];

    /// <summary>How many of the participants who are asked have answered the sheet.</summary>
    public int SheetsAnswered => AskedForSheet().Count(p => SheetAnsweredBy.Contains(p.Id));

    /// <summary>The participants who are asked to fill in the sheet; those taken off the list of participants are not.</summary>
    public IReadOnlyList<Participant> AskedForSheet() =>
        Sheet is null ? [] : [.. Participants.Where(p => Sheet.Asked.Contains(p.Id))];

    /// <summary>The text of the invitation; empty until somebody wrote it.</summary>
    public string Invitation { get; init; } = "";

    /// <summary>What came out of it; <see cref="Minutes.Empty"/> before.</summary>
    public Minutes Minutes { get; init; } = Minutes.Empty;

    /// <summary>When somebody began to prepare it (UTC).</summary>
    public DateTimeOffset BegunAt { get; init; }

    /// <summary>0 before it was stored, then one more with every change.</summary>
    public int Revision { get; init; }

    /// <summary>Who changed it last.</summary>
    public required PersonRef ChangedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The due dates of its tasks; <see langword="null"/> until the date is set.</summary>
    public BackwardPlan? PlanIn(BusinessDays days) =>
        When is null
            ? null
            : new(When.Date, TokyoTime.DateOf(DateSetAt), Tasks.Count == 0 ? 0 : Tasks.Max(t => t.Lead), days);

    /// <summary>
    /// Whether a task is done: somebody said so, or what it asks for is there (the date is set, the invitations are out, …).
    /// </summary>
    public bool IsDone(PreparationTask task) =>
        task.Done is not null
        || task.Id switch
        {
            "purpose" => Purpose.Length > 0,
            "date" => When is not null,
            "sheet" => WithoutSheet || Sheet?.SentAt is not null,
            "sheet-answers" => WithoutSheet
                || (Sheet is { SentAt: not null } && SheetsAnswered >= AskedForSheet().Count),
            "invite" => Participants.Count > 0 && Participants.All(p => p.InvitedAt is not null),
            "papers" => Papers.Count > 0 && Papers.All(p => p.IsReady),
            _ => false,
        };

    /// <summary>The participant of an id, or <see langword="null"/>.</summary>
    public Participant? FindParticipant(string? id) => Participants.FirstOrDefault(p => p.Id == id);

    /// <summary>The participant with an account, or <see langword="null"/>.</summary>
    public Participant? ParticipantWith(string objectId) =>
        Participants.FirstOrDefault(p => p.Contact.ObjectId == objectId);

    /// <summary>Whether <paramref name="person"/> may change it: nurses and coordinators of its centre.</summary>
    public bool MayEdit(Person person) =>
        person.Role is Role.Nurse or Role.Coordinator && person.CentreCode == Id.CentreCode;

    /// <summary>
    /// Whether <paramref name="person"/> may see the whole of it: its centre's nurses and coordinators, head office, administrators.
    /// Others who take part see what they are sent.
    /// </summary>
    public bool MayRead(Person person) => person.Oversees(Id.CentreCode) || MayEdit(person);

    /// <summary>Begins to prepare a council of a kind, with its tasks, papers and agenda.</summary>
    /// <remarks>
    /// What comes from the template is kept in Japanese, which everybody who takes part reads; those who read English are shown the
    /// template's English as long as nobody changed the line (<see cref="CouncilTemplate.Worded"/>).
    /// </remarks>
    /// <param name="id">Its id.</param>
    /// <param name="template">Its kind.</param>
    /// <param name="title">Its title.</param>
    /// <param name="theme">The theme it serves, if any.</param>
    /// <param name="month">The first day of the month it is meant for.</param>
    /// <param name="coordinators">Who prepares it, at least one.</param>
    /// <param name="by">Who begins it.</param>
    /// <param name="at">When they do (UTC).</param>
    public static Council Begin(
        CouncilId id,
        CouncilTemplate template,
        string title,
        ThemeId? theme,
        DateOnly month,
        IReadOnlyList<PersonRef> coordinators,
        PersonRef by,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = id,
            TemplateCode = template.Code,
            Title = title,
            Theme = theme,
            WishedMonth = month,
            Coordinators = coordinators,
            Agenda = [.. template.Agenda.Select(a => new AgendaPoint(a.Text.Ja, a.Minutes))],
            Papers =
            [
                .. template.Papers.Select(
                    (p, n) => new Paper($"t{n + 1}", p.Text.Ja, p.By.Name.Ja, Link: "", IsReady: false)
                ),
            ],
            Tasks = [.. template.Tasks.Select(t => new PreparationTask(t.Code, t.Text.Ja, t.Lead))],
            BegunAt = at,
            ChangedBy = by,
            ChangedAt = at,
        };

    /// <summary>
    /// This one as the next of a series: with the purpose, the place and the participants of the one before, none of them invited yet, and on the
    /// date that was agreed there, at the same time of day, unless that is over.
    /// </summary>
    /// <param name="previous">The one before.</param>
    public Council Following(Council previous)
    {
        Council next = this with
        {
            Purpose = previous.Purpose,
            Place = previous.Place,
            Participants =
            [
                .. previous.Participants.Select(p => new Participant(
                    p.Id,
                    p.SectorCode,
                    p.Organisation,
                    p.Name,
                    p.Contact,
                    p.AddedBy
                )),
            ],
        };
        return
            previous is { Minutes.NextDate: { } date, When: { } last }
            && last with { Date = date } is { } when
            && when.StartsAt > ChangedAt
            ? next.MovedTo(when, ChangedBy, ChangedAt)
            : next;
    }

    /// <summary>With another date: the plan moves along, invited people are asked anew, and those concerned are to be told.</summary>
    /// <param name="when">The new time.</param>
    /// <param name="by">Who moves it.</param>
    /// <param name="at">When they do (UTC).</param>
    /// <param name="reason">Why, for those who are told; may be empty.</param>
    public Council MovedTo(MeetingTime when, PersonRef by, DateTimeOffset at, string reason = "") =>
        this with
        {
            When = when,
            DateSetAt = at,
            Change =
                When is null || Participants.All(p => p.InvitedAt is null) && Tasks.All(t => t.Owner is null)
                    ? Change
                    : new(When, when, by, at, reason),
            // Who said yes to one day said nothing about another.
            Participants =
                When?.Date == when.Date && When.Start == when.Start
                    ? Participants
                    : [.. Participants.Select(p => p.Unanswered)],
        };

    /// <summary>In another room, or online at another address: those who know of the meeting are to be told.</summary>
    /// <param name="place">The room; may be empty.</param>
    /// <param name="link">Where to take part online; may be empty.</param>
    /// <param name="by">Who decides it.</param>
    /// <param name="at">When they do (UTC).</param>
    /// <param name="reason">Why, for those who are told; may be empty.</param>
    public Council HeldAt(string place, string link, PersonRef by, DateTimeOffset at, string reason = "") =>
        place == Place && link == OnlineLink
            ? this
            : this with
            {
                Place = place,
                OnlineLink = link,
                // A move that was decided in the same breath tells the new place along with the new day.
                Change =
                    Change?.At == at || ChangeAudience.OfMove(this, by).IsEmpty
                        ? Change
                        : new(When, When, by, at, reason),
            };

    /// <summary>Cancelled: nobody is reminded any more, and those concerned are to be told.</summary>
    /// <param name="by">Who cancels it.</param>
    /// <param name="at">When they do (UTC).</param>
    /// <param name="reason">Why, for those who are told; may be empty.</param>
    public Council Cancelled(PersonRef by, DateTimeOffset at, string reason = "") =>
        this with
        {
            Status = CouncilStatus.Cancelled,
            Change = new(When, null, by, at, reason),
        };

    /// <summary>Not cancelled after all: it is prepared again as it was, and those who heard of the cancellation are to be told.</summary>
    /// <param name="by">Who takes it back.</param>
    /// <param name="at">When they do (UTC).</param>
    public Council TakenUpAgain(PersonRef by, DateTimeOffset at) =>
        this with
        {
            Status = CouncilStatus.Preparing,
            // Without a date there is none to tell; what was planned about the cancellation must not be sent any more.
            Change = When is null ? null : new(null, When, by, at),
        };
}

/// <summary>How far a council is.</summary>
public enum CouncilStatus
{
    /// <summary>It is being prepared, or its minutes are still open.</summary>
    Preparing,

    /// <summary>It took place and its minutes are closed.</summary>
    Held,

    /// <summary>It will not take place.</summary>
    Cancelled,
}

/// <summary>A move, another place on the same day, a cancellation, or a cancellation that was taken back.</summary>
/// <param name="From">
/// When it was to take place; <see langword="null"/> where no date had been set, or where it had been cancelled before.
/// </param>
/// <param name="To">When it takes place now; <see langword="null"/> when it was cancelled.</param>
/// <param name="By">Who decided it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Reason">Why, in their words; at most <see cref="ReasonLength"/> characters, may be empty.</param>
public sealed record DateChange(MeetingTime? From, MeetingTime? To, PersonRef By, DateTimeOffset At, string Reason = "")
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 100;

    /// <summary>Whether it takes place after all, having been cancelled.</summary>
    public bool IsTakenUpAgain => From is null && To is not null;

    /// <summary>Whether the day stays and only the room or the online address is another one.</summary>
    public bool IsOfPlace => From is not null && From == To;
}
