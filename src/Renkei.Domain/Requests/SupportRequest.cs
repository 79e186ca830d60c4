using Renkei.Domain.People;
using Renkei.Domain.Time;

namespace Renkei.Domain.Requests;

/// <summary>
/// 「本庁に相談」 (R23): a need that rises from a health centre to head office, and what comes back. A change is a step that is taken if the
/// request still is as it has to be for it; a step that was taken already is not taken twice.
/// </summary>
/// <param name="Id">Names it and says where it is kept.</param>
/// <param name="Title">In a few words; 1 to <see cref="TitleLength"/> characters.</param>
/// <param name="Text">The whole of it; up to <see cref="TextLength"/> characters, may be empty.</param>
/// <param name="Context">What it is about.</param>
/// <param name="AskedBy">Who asks.</param>
/// <param name="AskedAt">When (UTC).</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Due">The day in Japan by whose end head office answers; counts only while <see cref="AwaitsAnswer"/>.</param>
/// <param name="TakenBy">Who of head office looks after it.</param>
/// <param name="Steps">What happened, oldest first.</param>
/// <param name="Revision">Counts the changes, from 1.</param>
public sealed record SupportRequest(
    RequestId Id,
    string Title,
    string Text,
    RequestContext Context,
    PersonRef AskedBy,
    DateTimeOffset AskedAt,
    RequestStatus Status,
    DateOnly Due,
    PersonRef? TakenBy,
    IReadOnlyList<RequestStep> Steps,
    int Revision
)
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 60;

    /// <summary>Longest text of the request and of each step, in characters.</summary>
    public const int TextLength = 1000;

    /// <summary>Most steps; a conversation that long belongs on the telephone.</summary>
    public const int MostSteps = 60;

    /// <summary>Business days until head office answers.</summary>
    public const int DaysToAnswer = 5;

    /// <summary>Business days after which a centre that was asked back is reminded.</summary>
    public const int DaysToReply = 3;

    /// <summary>Whether it is neither closed nor withdrawn.</summary>
    public bool IsOpen => Status is not (RequestStatus.Closed or RequestStatus.Withdrawn);

    /// <summary>Whether the next word is head office's.</summary>
    public bool AwaitsAnswer => Status is RequestStatus.Open or RequestStatus.Taken;

    /// <summary>When it was closed or withdrawn (UTC); <see langword="null"/> while it is open.</summary>
    public DateTimeOffset? EndedAt => IsOpen ? null : Steps[^1].At;

    /// <summary>A new request.</summary>
    public static SupportRequest New(
        RequestId id,
        string title,
        string text,
        RequestContext context,
        PersonRef by,
        DateTimeOffset at,
        BusinessDays days
    ) => new(id, title, text, context, by, at, RequestStatus.Open, DueFrom(at, days), null, [], 1);

    /// <summary>The last day on which an answer is in time, for what was asked at a moment.</summary>
    public static DateOnly DueFrom(DateTimeOffset at, BusinessDays days) =>
        days.AddBusinessDays(TokyoTime.DateOf(at), DaysToAnswer);

    /// <summary>Whether head office should have answered before a day in Japan.</summary>
    public bool IsOverdue(DateOnly today) => AwaitsAnswer && today > Due;

    /// <summary>
    /// The step with which head office asked back, and the day in Japan on which the centre is reminded of it; <see langword="null"/> while nobody
    /// waits for the centre.
    /// </summary>
    public (int Step, DateOnly Day)? ReminderOfReply(BusinessDays days)
    {
        int asked = Steps.ToList().FindLastIndex(s => s.Kind == RequestStepKind.AskedBack);
        return Status == RequestStatus.AskedBack
            ? (asked, days.AddBusinessDays(TokyoTime.DateOf(Steps[asked].At), DaysToReply))
            : null;
    }

    /// <summary>Whether somebody may read it: nurses and coordinators of its centre, head office of its prefecture, administrators.</summary>
    public bool MayRead(Person person) => person.OverseesPrefecture(Id.PrefectureCode) || SideOf(person) is not null;

    /// <summary>For which side somebody may take steps; <see langword="null"/> for none.</summary>
    public RequestSide? SideOf(Person person) =>
        person.Role switch
        {
            Role.HeadOffice when person.IsHeadOfficeOf(Id.PrefectureCode) => RequestSide.HeadOffice,
            Role.Nurse or Role.Coordinator when person.CentreCode == Id.CentreCode => RequestSide.Centre,
            _ => null,
        };

    /// <summary>Whether somebody may ask head office at all.</summary>
    public static bool MayAsk(Person person) =>
        person.Role is Role.Nurse or Role.Coordinator && person.CentreCode is not null;

    /// <summary>Whether a step of a kind can be taken now by a side.</summary>
    public bool Allows(RequestStepKind kind, RequestSide side) =>
        (kind, side) switch
        {
            (RequestStepKind.Taken or RequestStepKind.AskedBack, RequestSide.HeadOffice) => IsOpen,
            (RequestStepKind.Answered, RequestSide.HeadOffice) => IsOpen,
            (RequestStepKind.Replied, RequestSide.Centre) => IsOpen,
            (RequestStepKind.Thanked, RequestSide.Centre) => Status == RequestStatus.Answered,
            (RequestStepKind.Closed, _) => IsOpen,
            (RequestStepKind.Reopened, _) => !IsOpen,
            (RequestStepKind.Withdrawn, RequestSide.Centre) => IsOpen && Status != RequestStatus.Answered,
            _ => false,
        };

    /// <summary>Whether a step of this name was taken.</summary>
    public bool Has(string stepId) => Steps.Any(s => s.Id == stepId);

    /// <summary>The request after a step; itself where the step was taken already or cannot be taken now.</summary>
    public SupportRequest After(RequestStep step, BusinessDays days)
    {
        if (
            Has(step.Id)
            || !Allows(step.Kind, step.Side)
            || (Steps.Count >= MostSteps && step.Kind != RequestStepKind.Closed)
            || (step.Kind == RequestStepKind.Taken && TakenBy?.ObjectId == step.By.ObjectId)
        )
        {
            return this;
        }
        PersonRef? takenBy =
            step.Kind is RequestStepKind.Taken ? step.By
            : step.Side == RequestSide.HeadOffice ? TakenBy ?? step.By
            : TakenBy;
        RequestStatus status = step.Kind switch
        {
            RequestStepKind.Taken => Status == RequestStatus.Open ? RequestStatus.Taken : Status,
            RequestStepKind.Answered => RequestStatus.Answered,
            RequestStepKind.AskedBack => RequestStatus.AskedBack,
            RequestStepKind.Replied when Status is RequestStatus.AskedBack or RequestStatus.Answered => Waiting(
                takenBy
            ),
            RequestStepKind.Replied => Status,
            RequestStepKind.Thanked or RequestStepKind.Closed => RequestStatus.Closed,
            RequestStepKind.Reopened => Waiting(takenBy),
            RequestStepKind.Withdrawn => RequestStatus.Withdrawn,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "No such kind."),
        };
        // While head office waited for the centre, its own time stood still: it is counted anew from the reply.
        bool waitsAnew = !AwaitsAnswer && status is (RequestStatus.Open or RequestStatus.Taken);
        return this with
        {
            Status = status,
            TakenBy = takenBy,
            Due = waitsAnew ? DueFrom(step.At, days) : Due,
            Steps = [.. Steps, step],
            Revision = Revision + 1,
        };
    }

    private static RequestStatus Waiting(PersonRef? takenBy) =>
        takenBy is null ? RequestStatus.Open : RequestStatus.Taken;
}
