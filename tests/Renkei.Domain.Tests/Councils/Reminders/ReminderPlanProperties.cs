using FsCheck;
using FsCheck.Fluent;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using static Renkei.Domain.Tests.Councils.Reminders.Sample;

namespace Renkei.Domain.Tests.Councils.Reminders;

public sealed class ReminderPlanProperties
{
    private static readonly PersonRef[] People = [Kawakami, Sato, Tanaka, Lead];

    private static readonly DateTimeOffset Begin = TokyoTime.StartOf(new(2026, 10, 1));

    private static readonly Gen<DateTimeOffset> Instants = Gen.Choose(0, 120 * 24 * 60)
        .Select(minutes => Begin.AddMinutes(minutes));

    private static readonly Gen<DateTimeOffset?> MaybeInstants = Gen.OneOf(
        Gen.Constant<DateTimeOffset?>(null),
        Instants.Select(i => (DateTimeOffset?)i)
    );

    private static readonly Gen<PersonRef?> Somebody = Gen.Elements<PersonRef?>(null, Kawakami, Sato, Tanaka, Lead);

    private static readonly Gen<PreparationTask> Tasks =
        from id in Gen.Elements("data", "room", "papers", "invite", "chair", "roles")
        from lead in Gen.Choose(0, 40)
        from owner in Somebody
        from namer in Gen.Elements(People)
        from at in Instants
        from done in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new PreparationTask(
            id,
            "作業",
            lead,
            null,
            owner,
            owner is null ? null : at,
            owner is null ? null : namer,
            done ? new(namer, at) : null
        );

    private static readonly Gen<Participant> Guests =
        from id in Gen.Elements("p1", "p2", "p3", "kawakami", "tanaka")
        from account in Gen.Elements(true, true, false)
        from invited in MaybeInstants
        from rsvp in Gen.Elements(Enum.GetValues<Rsvp>())
        select Guest(id, account) with
        {
            InvitedAt = invited,
            Rsvp = rsvp,
        };

    private static readonly Gen<Council> Councils =
        from meeting in Gen.Choose(1, 200)
        from set in Instants
        from tasks in Tasks.ListOf()
        from guests in Guests.ListOf()
        from coordinators in Gen.Elements<IReadOnlyList<PersonRef>>([Kawakami], [Kawakami, Sato], [Tanaka, Kawakami])
        from deadline in Gen.Choose(1, 150)
        from sent in MaybeInstants
        from agreed in Instants
        from status in Gen.Elements(Enum.GetValues<CouncilStatus>())
        select Prepared with
        {
            When = new(TokyoTime.DateOf(Begin).AddDays(meeting), new(14, 0), 120),
            DateSetAt = set,
            Coordinators = coordinators,
            Tasks = [.. tasks.DistinctBy(t => t.Id)],
            Participants = [.. guests.DistinctBy(g => g.Id)],
            Sheet = new(["？"], TokyoTime.DateOf(Begin).AddDays(deadline), [.. guests.Select(g => g.Id)], sent),
            Minutes = Minutes.Empty with
            {
                Agreements =
                [
                    new("a1", "約束", "p1", "あおば市", TokyoTime.DateOf(Begin).AddDays(deadline), agreed, null),
                ],
            },
            Status = status,
        };

    [Fact]
    public void Plan_AnyCouncil_HasEachKeyOnceAndReadsItBack() =>
        Holds(council =>
        {
            string[] keys = [.. Plan(council, Lead).All.Select(r => r.Key.ToString())];
            return keys.Distinct().Count() == keys.Length
                && keys.All(k => ReminderKey.TryParse(k, out ReminderKey? key) && key.ToString() == k);
        });

    [Fact]
    public void Plan_MadeTwice_IsTheSame() =>
        Holds(council =>
            Plan(council, Lead).All.SequenceEqual(Plan(council with { Revision = 9, Title = "別の名前" }, Lead).All)
        );

    [Fact]
    public void Plan_AnySlot_LiesAfterTheThingWasSet() =>
        Holds(council =>
            Plan(council, Lead)
                .All.All(r =>
                    r.DueAt
                    >= r.Kind switch
                    {
                        ReminderKind.Ahead or ReminderKind.TaskWithoutOwner => council.DateSetAt.AddTicks(1),
                        ReminderKind.TaskDue or ReminderKind.TaskOverdue => Max(
                                council.DateSetAt,
                                council.Tasks.First(t => t.Id == r.Key.About).AssignedAt
                            )
                            .AddTicks(1),
                        ReminderKind.InvitationAgain => council
                            .FindParticipant(r.Key.About)!
                            .InvitedAt!.Value.AddTicks(1),
                        ReminderKind.Sheet or ReminderKind.SheetAgain => council.Sheet!.SentAt!.Value,
                        ReminderKind.AgreementDue or ReminderKind.AgreementOverdue => council
                            .Minutes.Agreements[0]
                            .AgreedAt.AddTicks(1),
                        _ => DateTimeOffset.MinValue,
                    }
                )
        );

    [Fact]
    public void Plan_AnySlot_IsUsefulWhenItIsDue() =>
        Holds(council => Plan(council, Lead).All.All(r => r.DueAt < r.UsefulUntil));

    [Fact]
    public void Plan_OneMorning_HasNoSummaryBesideAnEarlyReminderForOnePerson() =>
        Holds(council =>
            Plan(council, Lead)
                .All.GroupBy(r => (r.To, r.DueAt))
                .All(g =>
                    g.All(r => r.Kind != ReminderKind.Ahead)
                    || g.All(r =>
                        r.Kind is not (ReminderKind.TaskDue or ReminderKind.TaskWithoutOwner) || r.Key.Offset >= 0
                    )
                )
        );

    [Fact]
    public void Moved_ByOneWeek_LeavesNoSlotOfTheOldDate() =>
        Holds(council =>
        {
            if (council.Status != CouncilStatus.Preparing)
            {
                return true;
            }
            // Set long before, so that both plans have all their slots and the leads are not shortened.
            Council early = council with
            {
                DateSetAt = TokyoTime.StartOf(new(2026, 1, 5)),
                Tasks = [.. council.Tasks.Select(t => t with { AssignedAt = TokyoTime.StartOf(new(2026, 1, 5)) })],
            };
            DateOnly to = early.When!.Date.AddDays(7);
            Council moved = early with { When = early.When with { Date = to } };
            PlannedReminder[] before = [.. CountedFromTheMeeting(Plan(early, Lead))];
            PlannedReminder[] after = [.. CountedFromTheMeeting(Plan(moved, Lead))];
            // Each slot is where the new date puts it, and nothing is where only the old one would.
            return !before.Select(r => r.Key).Intersect(after.Select(r => r.Key)).Any()
                && after
                    .Where(r => r.Kind == ReminderKind.Ahead)
                    .All(r =>
                        TokyoTime.DateOf(r.DueAt) == BusinessDays.National.AddBusinessDays(to, r.Key.Offset)
                        && r.UsefulUntil == moved.When.EndsAt
                    )
                && after.Count(r => r.Kind == ReminderKind.Ahead) == 5 * early.Coordinators.Count;
        });

    [Fact]
    public void Cancelled_AnyCouncil_KeepsOnlyNewsAndAgreements() =>
        Holds(council =>
            Plan(council.Cancelled(Kawakami, Begin.AddDays(60)), Lead)
                .All.All(r =>
                    r.Kind is ReminderKind.AgreementDue or ReminderKind.AgreementOverdue
                    || (r.Kind == ReminderKind.Cancelled && r.To != Kawakami.ObjectId)
                )
        );

    private static IEnumerable<PlannedReminder> CountedFromTheMeeting(ReminderPlan plan) =>
        plan.All.Where(r =>
            r.Kind
                is ReminderKind.Ahead
                    or ReminderKind.TaskDue
                    or ReminderKind.TaskWithoutOwner
                    or ReminderKind.TaskOverdue
                    or ReminderKind.InvitationAgain
        );

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset? other) =>
        other is { } at && at > one ? at : one;

    private static void Holds(Func<Council, bool> property) =>
        Prop.ForAll(Councils.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
