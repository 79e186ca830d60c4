using Renkei.Bot.Councils;
using Renkei.Bot.Notices;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.People;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;

namespace Renkei.Bot.Trial;

/// <summary>
/// A council of 東部 half prepared, 11 business days ahead: on the next business morning its coordinator, and two people with tasks, get
/// something from Renkei. What had been due before the trial began is in its record as sent and seen.
/// </summary>
internal sealed class SampleCouncil(
    CouncilStore councils,
    CouncilNotices notices,
    CouncilTemplates templates,
    NoticeLedger ledger,
    BusinessDays days
)
{
    private const int DaysAhead = 11;

    /// <summary>Writes it; one that is there stays as it is.</summary>
    /// <param name="tenantId">The tenant of the trial.</param>
    /// <param name="theme">The theme it serves.</param>
    /// <param name="coordinator">Who prepares it.</param>
    /// <param name="first">A nurse with tasks.</param>
    /// <param name="second">Another nurse with tasks.</param>
    /// <param name="town">Somebody of a municipality, who takes part and has not filled in the sheet.</param>
    /// <param name="now">When the trial begins (UTC).</param>
    /// <param name="ct">Cancels the commits.</param>
    public async Task EnsureAsync(
        string tenantId,
        ThemeId theme,
        PersonRef coordinator,
        PersonRef first,
        PersonRef second,
        PersonRef town,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        Council council = Prepare(theme, coordinator, first, second, town, TokyoTime.DateOf(now));
        NoticeOwner owner = CouncilNotices.OwnerOf(tenantId, council.Id);
        // Before the council itself: once it is there, the dispatcher would send what the past does not account for.
        foreach (PlannedReminder sent in notices.Plan(council, lead: null, []).All.Where(r => r.DueAt <= now))
        {
            await ledger.TryWriteAsync(owner, Sent(council, sent), ct);
        }
        await councils.AddAsync(tenantId, council, ct);
        await councils.SaveAnswerAsync(
            tenantId,
            council.Id,
            "p2",
            ["退院の連絡が当日になることがあり、訪問の準備が間に合いません。", "休日の連絡先を一つにしたいです。"],
            second,
            seenRevision: 0,
            ct
        );
    }

    private Council Prepare(
        ThemeId theme,
        PersonRef coordinator,
        PersonRef first,
        PersonRef second,
        PersonRef town,
        DateOnly today
    )
    {
        DateOnly meeting = days.AddBusinessDays(today, DaysAhead);
        DateTimeOffset begun = Before(55);
        DateTimeOffset assigned = Before(50);
        DateTimeOffset sheets = Before(25);
        DateTimeOffset invited = Before(20);
        CouncilTemplate template = templates.Find("discharge")!;
        Council council = Council.Begin(
            CouncilId.Of("tobu", "taiin"),
            template,
            "東部圏域 退院支援ルールの調整会議",
            theme,
            new(meeting.Year, meeting.Month, 1),
            [coordinator],
            coordinator,
            begun
        );
        return council with
        {
            Purpose = "入退院のときの連絡の時期と中身を、病院とケアマネジャーでそろえる",
            When = new(meeting, new(14, 0), 120),
            DateSetAt = begun,
            Place = "東部保健所 2階会議室",
            Participants =
            [
                Guest("p1", Sector.Municipality, "あおば市 高齢福祉課", town.Name, new(town.ObjectId, null, null))
                    .Answering(Rsvp.Yes, town, Before(18)),
                Guest(
                    "p2",
                    Sector.Municipality,
                    "みなと町 健康福祉課",
                    "担当者",
                    new(null, "kenko@minato.example", null)
                ),
                Guest(
                        "p3",
                        Sector.MedicalCare,
                        "東部市立病院",
                        "退院支援看護師",
                        new(null, "renkei@hospital.example", null)
                    )
                    .Answering(Rsvp.Yes, coordinator, Before(15)),
                Guest("p4", Sector.CareManager, "東部ケアマネジャー連絡会", "代表", new(null, null, "000-0000-0000")),
                Guest(
                        "p5",
                        Sector.CommunitySupport,
                        "あおば地域包括支援センター",
                        "主任ケアマネジャー",
                        ParticipantContact.None
                    )
                    .Answering(Rsvp.Maybe, coordinator, Before(14)),
                Guest("p6", Sector.HealthCentre, "東部保健所", "担当保健師", new(first.ObjectId, null, null))
                    .Answering(Rsvp.Yes, first, Before(19)),
            ],
            Sheet = new(
                ["入退院の連絡で困っていること", "この会議で決めたいこと"],
                days.AddBusinessDays(meeting, -8),
                ["p1", "p2"],
                sheets
            ),
            Papers = [.. council.Papers.Select((paper, n) => paper with { IsReady = n == 0 })],
            Tasks = [.. council.Tasks.Select(Given)],
        };

        DateTimeOffset Before(int businessDays) =>
            TokyoTime.Instant(days.AddBusinessDays(meeting, -businessDays), new(10, 30));

        Participant Guest(string id, Sector sector, string organisation, string name, ParticipantContact contact) =>
            new(id, sector.Code, organisation, name, contact, coordinator, invited, InvitedBy: coordinator);

        PreparationTask Given(PreparationTask task)
        {
            (PersonRef? owner, int? done) = task.Id switch
            {
                "purpose" => (coordinator, 46),
                "discharge-talks" => (coordinator, 41),
                "consult" => (first, 36),
                "room" => (second, 29),
                "discharge-survey" => (first, 15),
                "rule-draft" => (first, null),
                "chair" or "attendance" => (coordinator, null),
                "inside" or "send-papers" or "ready" => (second, null),
                _ => ((PersonRef?)null, (int?)null),
            };
            return owner is null
                ? task
                : task with
                {
                    Owner = owner,
                    AssignedAt = assigned,
                    AssignedBy = coordinator,
                    Done = done is { } before ? new(owner, Before(before)) : null,
                };
        }
    }

    private static LedgerEntry Sent(Council council, PlannedReminder reminder)
    {
        LedgerEntry entry = LedgerEntry.Of(CouncilNotices.NoticeOf(reminder), NoticeState.Seen, reminder.DueAt) with
        {
            SentAt = reminder.DueAt,
            SeenAt = reminder.DueAt.AddMinutes(7),
            TimesSent = 1,
        };
        return
            reminder.Kind == ReminderKind.Invitation
            && council.FindParticipant(reminder.Key.About) is { RsvpAt: { } at, Rsvp: Rsvp.Yes }
            ? entry with
            {
                State = NoticeState.Answered,
                AnsweredAt = at,
                AnsweredBy = "yes",
            }
            : entry;
    }
}

/// <summary>What sample participants said.</summary>
internal static class SampleAnswers
{
    /// <summary>The participant with an answer.</summary>
    public static Participant Answering(this Participant participant, Rsvp answer, PersonRef by, DateTimeOffset at) =>
        participant with
        {
            Rsvp = answer,
            RsvpBy = by,
            RsvpAt = at,
        };
}
