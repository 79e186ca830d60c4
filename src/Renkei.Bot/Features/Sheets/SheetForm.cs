using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Text;
using Texts = Renkei.Bot.Features.Sheets.SheetTexts;

namespace Renkei.Bot.Features.Sheets;

/// <summary>What the card that draws up a sheet shows, or was filled in with.</summary>
/// <param name="Questions">As they stand on the card, empty ones included, in the reader's language.</param>
/// <param name="Deadline">Until when answers are asked for; <see langword="null"/> where it cannot be read.</param>
/// <param name="Asked">Ids of participants.</param>
/// <param name="Seen">Names what the sheet was like when the card was made; see <see cref="VersionOf"/>.</param>
internal sealed record SheetForm(
    IReadOnlyList<string> Questions,
    DateOnly? Deadline,
    IReadOnlyList<string> Asked,
    string? Seen
)
{
    private const int LongestGivenBack = 300;

    // In business days: to answer, and between the answers and the meeting.
    private const int UsualTime = 10;
    private const int TimeToRead = 5;

    /// <summary>The sheet as it stands, or what is suggested where there is none yet.</summary>
    public static SheetForm Of(BotTurn turn, CouncilView view) =>
        view.Council.Sheet is { } sheet
            ? new(
                [.. sheet.Questions.Select(q => SheetQuestions.Worded(q, turn.Language))],
                sheet.Deadline,
                [.. view.Council.AskedForSheet().Select(p => p.Id)],
                VersionOf(view.Council)
            )
            : new(
                [.. SheetQuestions.For(view.Template).Select(q => SheetQuestions.Worded(q, turn.Language))],
                SuggestedDeadline(view),
                [.. SuggestedPeople(view).Select(p => p.Id)],
                VersionOf(view.Council)
            );

    /// <summary>What was filled in. Where the questions are settled already, they are not on the card.</summary>
    public static SheetForm Read(ActionForm form, Council council)
    {
        form.TryDay("in_deadline", out DateOnly? deadline);
        return new(
            [
                .. Enumerable
                    .Range(1, InformationSheet.MostQuestions)
                    .Select(n => form.Text($"in_q{n}") ?? "")
                    .Select(q => q[..Math.Min(q.Length, LongestGivenBack)]),
            ],
            deadline,
            [.. council.Participants.Select(p => p.Id).Intersect(form.Choices("in_asked"))],
            form.Text("v")
        );
    }

    /// <summary>Whether the questions cannot be changed any more: somebody has answered them.</summary>
    public static bool AreSettled(Council council) => council.SheetAnsweredBy.Count > 0;

    /// <summary>What has to be corrected before it can be stored; <see langword="null"/> for nothing.</summary>
    public LocalText? ErrorIn(CouncilView view)
    {
        bool settled = AreSettled(view.Council);
        return !settled && Questions.All(q => q.Length == 0) ? Texts.QuestionMissing
            : !settled && Questions.Any(q => q.Length > InformationSheet.QuestionLength) ? Texts.QuestionTooLong
            : Deadline is null ? Texts.DeadlineError
            : Deadline < view.Today && Deadline != view.Council.Sheet?.Deadline ? Texts.DeadlineIsPast
            : Deadline > view.Council.When?.Date ? Texts.DeadlineTooLate
            : Asked.Count == 0 ? Texts.NobodyAsked
            : null;
    }

    /// <summary>The same without what may tell who a patient is.</summary>
    public SheetForm WithoutPersonalData() => this with { Questions = [.. Questions.Select(PersonalData.Remove)] };

    /// <summary>The sheet it makes of the one that stands. Who answered is asked, whatever the card says.</summary>
    public InformationSheet Apply(BotTurn turn, Council council)
    {
        InformationSheet? stored = council.Sheet;
        IReadOnlyList<string> questions =
            stored is not null && AreSettled(council)
                ? stored.Questions
                :
                [
                    .. Questions
                        .Where(q => q.Length > 0)
                        .Select(q => StoredOf(turn, q, stored?.Questions ?? SheetQuestions.All)),
                ];
        return new(
            questions,
            Deadline!.Value,
            [.. Asked.Union(council.SheetAnsweredBy.Where(id => council.FindParticipant(id) is not null))],
            stored?.SentAt,
            stored?.NudgedAt
        );
    }

    /// <summary>A short name of what the card of a sheet shows.</summary>
    public static string VersionOf(Council council) =>
        council.Sheet is not { } sheet
            ? "-"
            : ShownVersion.Of([.. sheet.Questions, $"{sheet.Deadline}", .. sheet.Asked]);

    /// <summary>Until the day on which the answers are to be together; where no task says when that is, two weeks, but in time before the meeting.</summary>
    private static DateOnly SuggestedDeadline(CouncilView view)
    {
        DateOnly soonest = view.Days.Next(view.Today);
        DateOnly? due = view.Council.Tasks.FirstOrDefault(t => t.Id == "sheet-answers") is { } task
            ? view.Plan?.DueOf(task)
            : null;
        DateOnly inTwoWeeks = view.Days.AddBusinessDays(view.Today, UsualTime);
        DateOnly? beforeMeeting = view.Council.When is { } when
            ? view.Days.AddBusinessDays(when.Date, -TimeToRead)
            : null;
        DateOnly usual = due ?? (beforeMeeting < inTwoWeeks ? beforeMeeting.Value : inTwoWeeks);
        DateOnly deadline = usual < soonest ? soonest : usual;
        return view.Council.When is { } meeting && meeting.Date >= view.Today && deadline > meeting.Date
            ? meeting.Date
            : deadline;
    }

    /// <summary>Municipalities, and those from whom the meeting needs somebody; not the centre itself.</summary>
    private static IEnumerable<Participant> SuggestedPeople(CouncilView view)
    {
        string[] needed =
        [
            .. view.Template.Participants.Where(u => u.Needed).Select(u => u.Sector.Code),
            Sector.Municipality.Code,
        ];
        return view.Council.Participants.Where(p =>
            needed.Contains(p.SectorCode) && p.SectorCode != Sector.HealthCentre.Code
        );
    }

    private static string StoredOf(BotTurn turn, string typed, IEnumerable<string> known) =>
        known.FirstOrDefault(q => SheetQuestions.Worded(q, turn.Language) == typed) ?? typed;
}
