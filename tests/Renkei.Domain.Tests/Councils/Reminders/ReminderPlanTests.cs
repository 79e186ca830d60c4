using System.Globalization;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.Time;
using static Renkei.Domain.Tests.Councils.Reminders.Sample;

namespace Renkei.Domain.Tests.Councils.Reminders;

public sealed class ReminderPlanTests
{
    [Theory]
    // Over the turn of the year, with 成人の日 on 11 January.
    [InlineData("2027-01-15", "2026-12-11 2026-12-25 2027-01-07 2027-01-14 2027-01-15")]
    // Over Golden Week.
    [InlineData("2027-05-12", "2027-04-08 2027-04-22 2027-04-30 2027-05-11 2027-05-12")]
    // 国民の休日 on 22 September 2026 between two holidays.
    [InlineData("2026-09-25", "2026-08-25 2026-09-08 2026-09-15 2026-09-24 2026-09-25")]
    // A Saturday: the day itself is the Saturday.
    [InlineData("2026-12-19", "2026-11-20 2026-12-07 2026-12-14 2026-12-18 2026-12-19")]
    public void Ahead_MeetingDay_IsCountedInBusinessDays(string meeting, string expected)
    {
        Council council = Prepared with
        {
            When = new(Day(meeting), new(14, 0), 90),
            DateSetAt = TokyoTime.StartOf(new(2026, 4, 1)),
        };

        PlannedReminder[] ahead = [.. Plan(council).All.Where(r => r.Kind == ReminderKind.Ahead)];

        Assert.Equal(
            expected.Split(' '),
            ahead.Select(r => TokyoTime.DateOf(r.DueAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        );
        Assert.All(ahead, r => Assert.Equal(new TimeOnly(9, 0), TokyoTime.TimeOf(r.DueAt)));
        Assert.Equal([-20, -10, -5, -1, 0], ahead.Select(r => r.Key.Offset));
    }

    [Fact]
    public void Ahead_DateSetOnTheMorningOfASlot_BeginsWithTheNextOne()
    {
        Council atNine = Prepared with { DateSetAt = TokyoTime.Instant(new(2026, 12, 4), new(9, 0)) };
        Council before = Prepared with { DateSetAt = TokyoTime.Instant(new(2026, 12, 4), new(8, 59)) };

        Assert.Equal([-5, -1, 0], Plan(atNine).All.Select(r => r.Key.Offset));
        Assert.Equal([-10, -5, -1, 0], Plan(before).All.Select(r => r.Key.Offset));
    }

    [Fact]
    public void Ahead_TwoCoordinators_BothAreReminded() =>
        Assert.Equal(
            ["Ahead c kawakami 2026-12-18 09:00", "Ahead c sato 2026-12-18 09:00"],
            Lines(Plan(Prepared with { Coordinators = [Kawakami, Sato] })).TakeLast(2)
        );

    [Fact]
    public void Task_OfSomebody_IsRemindedThriceThenRises()
    {
        Council council = Prepared with { Tasks = [new("data", "図を作る", 8, null, Tanaka, Set, Tanaka)] };

        Assert.Equal(
            [
                "TaskDue data tanaka 2026-12-03 09:00",
                "TaskDue data tanaka 2026-12-08 09:00",
                "TaskDue data tanaka 2026-12-09 09:00",
                "TaskOverdue data kawakami 2026-12-10 09:00",
                "TaskOverdue data oka 2026-12-14 09:00",
            ],
            Lines(Plan(council, Lead)).Where(l => !l.StartsWith("Ahead", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Task_OfACoordinator_DoesNotRiseToThemselves()
    {
        Council council = Prepared with
        {
            Coordinators = [Kawakami, Sato],
            Tasks = [new("data", "図を作る", 8, null, Kawakami, Set, Kawakami)],
        };

        Assert.Equal(
            ["TaskOverdue data sato 2026-12-10 09:00"],
            Lines(Plan(council, lead: Sato), ReminderKind.TaskOverdue)
        );
    }

    [Fact]
    public void Task_OfTheLead_DoesNotRiseToTheLead()
    {
        Council council = Prepared with { Tasks = [new("data", "図を作る", 8, null, Lead, Set, Lead)] };

        Assert.Equal(
            ["TaskOverdue data kawakami 2026-12-10 09:00"],
            Lines(Plan(council, Lead), ReminderKind.TaskOverdue)
        );
    }

    [Fact]
    public void Task_OfNobody_GoesToCoordinatorsThenRises()
    {
        Council council = Prepared with { Tasks = [new("data", "図を作る", 8)] };

        Assert.Equal(
            [
                "TaskWithoutOwner data kawakami 2026-12-03 09:00",
                "TaskWithoutOwner data kawakami 2026-12-08 09:00",
                "TaskOverdue data kawakami 2026-12-10 09:00",
                "TaskOverdue data oka 2026-12-14 09:00",
            ],
            Lines(Plan(council, Lead)).Where(l => !l.StartsWith("Ahead", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Task_Done_PlansNothing()
    {
        Council council = Prepared with
        {
            Tasks =
            [
                new("data", "図を作る", 8, null, Tanaka, Set, Kawakami, new(Tanaka, Set)),
                // Done because the date stands, whoever says so.
                new("date", "日程を決める", 8, null, Tanaka, Set, Kawakami),
            ],
        };

        Assert.All(Plan(council, Lead).All, r => Assert.Equal(ReminderKind.Ahead, r.Kind));
    }

    [Fact]
    public void Task_OfACoordinatorOnTheMorningOfASummary_IsLeftToTheSummary()
    {
        // 13 leads: due 1 December, so three days before it is 26 November; 7: due 9 December, three before is 4 December, the 10-day summary.
        Council council = Prepared with
        {
            Tasks =
            [
                new("data", "図を作る", 13, null, Kawakami, Set, Kawakami),
                new("inside", "所内で確かめる", 7, null, Kawakami, Set, Kawakami),
            ],
        };

        Assert.Equal(
            [
                "TaskDue data kawakami 2026-11-26 09:00",
                "TaskDue data kawakami 2026-12-01 09:00",
                "TaskDue data kawakami 2026-12-02 09:00",
                "TaskDue inside kawakami 2026-12-09 09:00",
                "TaskDue inside kawakami 2026-12-10 09:00",
            ],
            Lines(Plan(council), ReminderKind.TaskDue)
        );
    }

    [Fact]
    public void Task_AfterTheMeeting_IsNotReminded_UnlessItsDayIsLater()
    {
        Council council = Prepared with
        {
            Tasks =
            [
                new("ready", "会場を整える", 0, null, Tanaka, Set, Tanaka),
                new("thanks", "お礼を送る", 0, new(2026, 12, 22), Tanaka, Set, Tanaka),
            ],
        };

        Assert.Equal(
            [
                "TaskDue ready tanaka 2026-12-15 09:00",
                "TaskDue thanks tanaka 2026-12-17 09:00",
                "TaskDue ready tanaka 2026-12-18 09:00",
                "TaskDue thanks tanaka 2026-12-22 09:00",
                "TaskDue thanks tanaka 2026-12-23 09:00",
            ],
            Lines(Plan(council), ReminderKind.TaskDue)
        );
    }

    [Fact]
    public void Task_DueOnASaturday_IsRemindedOnFriday()
    {
        Council council = Prepared with
        {
            Tasks = [new("data", "図を作る", 8, new(2026, 12, 12), Tanaka, Set, Tanaka)],
        };

        Assert.Equal(
            [
                "TaskDue data tanaka 2026-12-09 09:00",
                "TaskDue data tanaka 2026-12-11 09:00",
                "TaskDue data tanaka 2026-12-14 09:00",
            ],
            Lines(Plan(council), ReminderKind.TaskDue)
        );
    }

    [Fact]
    public void Task_HandedOverLate_IsTheNewOwnersFromThenOn()
    {
        DateTimeOffset handed = TokyoTime.Instant(new(2026, 12, 8), new(11, 30));
        Council council = Prepared with { Tasks = [new("data", "図を作る", 8, null, Tanaka, handed, Kawakami)] };

        Assert.Equal(
            ["TaskAssigned data tanaka 2026-12-08 11:30", "TaskDue data tanaka 2026-12-09 09:00"],
            Lines(Plan(council), ReminderKind.TaskAssigned, ReminderKind.TaskDue)
        );
    }

    [Fact]
    public void Assigned_ByOneself_IsNoNews()
    {
        Council council = Prepared with { Tasks = [new("data", "図を作る", 8, null, Tanaka, Set, Tanaka)] };

        Assert.Empty(Lines(Plan(council), ReminderKind.TaskAssigned));
    }

    [Fact]
    public void Assigned_BeforeThereIsADate_IsToldAllTheSame()
    {
        Council council = Prepared with
        {
            When = null,
            Tasks = [new("data", "図を作る", 8, null, Tanaka, Set, Kawakami)],
        };

        Assert.Equal(["TaskAssigned data tanaka 2026-11-02 10:00"], Lines(Plan(council)));
    }

    [Fact]
    public void Agreement_OfAParticipantWithAccount_IsTheirsThenRises()
    {
        Council council = Held(
            new Agreement("a1", "窓口を一本にする", "aoba", "あおば市", new(2027, 1, 15), Set, null)
        );

        Assert.Equal(
            [
                "AgreementDue a1 aoba 2027-01-15 09:00",
                "AgreementDue a1 aoba 2027-01-18 09:00",
                "AgreementOverdue a1 kawakami 2027-01-19 09:00",
            ],
            Lines(Plan(council))
        );
    }

    [Fact]
    public void Agreement_OfSomebodyRenkeiCannotReach_IsTheCoordinators()
    {
        Council council = Held(
            new Agreement("a1", "窓口を一本にする", "ishikai", "東部医師会", new(2027, 1, 15), Set, null),
            new Agreement("a2", "名簿を配る", null, "家族会", new(2027, 1, 20), Set, null),
            new Agreement("a3", "地図を配る", "aoba", "あおば市", new(2027, 1, 20), Set, new(Kawakami, Set))
        );

        Assert.Equal(
            [
                "AgreementDue a1 kawakami 2027-01-15 09:00",
                "AgreementDue a1 kawakami 2027-01-18 09:00",
                "AgreementDue a2 kawakami 2027-01-20 09:00",
                "AgreementDue a2 kawakami 2027-01-21 09:00",
            ],
            Lines(Plan(council))
        );
    }

    [Fact]
    public void Agreement_WrittenDownAfterItsDay_IsRemindedOfWhatIsLeft()
    {
        DateTimeOffset agreed = TokyoTime.Instant(new(2027, 1, 15), new(17, 0));
        Council council = Held(new Agreement("a1", "窓口", "aoba", "あおば市", new(2027, 1, 15), agreed, null));

        Assert.Equal(
            ["AgreementDue a1 aoba 2027-01-18 09:00", "AgreementOverdue a1 kawakami 2027-01-19 09:00"],
            Lines(Plan(council))
        );
    }

    [Fact]
    public void Moved_TellsEachOfThoseConcernedOnceButNotWhoMovedIt()
    {
        DateTimeOffset moved = Set.AddDays(7);
        Council council = (
            Prepared with
            {
                Coordinators = [Kawakami, Sato],
                Participants = [Guest("aoba"), Guest("sato"), Guest("ishikai", hasAccount: false), Late("hikari")],
                Tasks =
                [
                    new("data", "図を作る", 8, null, Tanaka, Set, Tanaka),
                    new("room", "会場", 8, null, Lead, Set, Lead, new(Lead, Set)),
                ],
            }
        ).MovedTo(new(new(2026, 12, 25), new(14, 0), 120), Kawakami, moved);

        Assert.Equal(
            ["Moved c aoba 2026-11-09 10:00", "Moved c sato 2026-11-09 10:00", "Moved c tanaka 2026-11-09 10:00"],
            Lines(Plan(council), ReminderKind.Moved)
        );

        static Participant Late(string id) => Guest(id) with { InvitedAt = Set.AddDays(8) };
    }

    [Fact]
    public void Moved_ForACoordinator_IsNewsForTwoDays()
    {
        Council council = (Prepared with { Coordinators = [Kawakami, Sato], Participants = [Guest("aoba")] }).MovedTo(
            new(new(2026, 12, 25), new(14, 0), 120),
            Kawakami,
            Set.AddDays(7)
        );

        ReminderPlan plan = Plan(council);

        Assert.Equal(Set.AddDays(9), plan.All.Single(r => r is { Kind: ReminderKind.Moved, To: "sato" }).UsefulUntil);
        Assert.Equal(
            council.When!.EndsAt,
            plan.All.Single(r => r is { Kind: ReminderKind.Moved, To: "aoba" }).UsefulUntil
        );
    }

    [Fact]
    public void Cancelled_LeavesNothingButTheNewsAndWhatWasAgreed()
    {
        Council council = (
            Prepared with
            {
                Participants = [Guest("aoba")],
                Tasks = [new("data", "図を作る", 8, null, Tanaka, Set, Kawakami)],
                Sheet = new(["困りごと"], new(2026, 12, 4), ["aoba"], Set),
                Minutes = Minutes.Empty with
                {
                    Agreements = [new("a1", "窓口", "aoba", "あおば市", new(2026, 12, 21), Set, null)],
                },
            }
        ).Cancelled(Kawakami, Set.AddDays(7));

        Assert.Equal(
            [
                "Cancelled c aoba 2026-11-09 10:00",
                "Cancelled c tanaka 2026-11-09 10:00",
                "AgreementDue a1 aoba 2026-12-21 09:00",
                "AgreementDue a1 aoba 2026-12-22 09:00",
                "AgreementOverdue a1 kawakami 2026-12-23 09:00",
            ],
            Lines(Plan(council))
        );
    }

    [Fact]
    public void Invitation_WithoutAnAnswer_IsRepeatedFiveBusinessDaysBefore()
    {
        Council council = Prepared with
        {
            Participants =
            [
                Guest("aoba"),
                Guest("hikari") with
                {
                    Rsvp = Rsvp.Maybe,
                },
                Guest("ishikai", hasAccount: false),
                Guest("kawakami"),
                Guest("midori") with
                {
                    InvitedAt = null,
                },
            ],
        };

        Assert.Equal(
            [
                "Invitation aoba aoba 2026-11-02 10:00",
                "Invitation hikari hikari 2026-11-02 10:00",
                "Invitation kawakami kawakami 2026-11-02 10:00",
                "InvitationAgain aoba aoba 2026-12-11 09:00",
            ],
            Lines(Plan(council), ReminderKind.Invitation, ReminderKind.InvitationAgain)
        );
    }

    [Fact]
    public void Invitation_SentInTheLastDays_IsNotRepeated()
    {
        Council council = Prepared with
        {
            Participants = [Guest("aoba") with { InvitedAt = TokyoTime.Instant(new(2026, 12, 14), new(10, 0)) }],
        };

        Assert.Equal(
            ["Invitation aoba aoba 2026-12-14 10:00"],
            Lines(Plan(council), ReminderKind.Invitation, ReminderKind.InvitationAgain)
        );
    }

    [Fact]
    public void Sheet_AskedOnesWithoutAnAnswer_AreRemindedUntilTheDeadline()
    {
        Council council = Prepared with
        {
            Participants = [Guest("aoba"), Guest("hikari"), Guest("ishikai", hasAccount: false), Guest("midori")],
            Sheet = new(["困りごと"], new(2026, 12, 4), ["aoba", "hikari", "ishikai"], Set.AddHours(1)),
        };

        Assert.Equal(
            [
                "Sheet aoba aoba 2026-11-02 11:00",
                "SheetAgain aoba aoba 2026-12-01 09:00",
                "SheetAgain aoba aoba 2026-12-04 09:00",
            ],
            Lines(
                Plan(council, answered: new HashSet<string> { "hikari" }),
                ReminderKind.Sheet,
                ReminderKind.SheetAgain
            )
        );
        Assert.Empty(Lines(Plan(council with { WithoutSheet = true }), ReminderKind.Sheet, ReminderKind.SheetAgain));
    }

    [Fact]
    public void Minutes_Shared_GoToThoseWithAnAccount()
    {
        Council council = Held() with { Participants = [Guest("aoba"), Guest("ishikai", hasAccount: false)] };
        council = council with { Minutes = council.Minutes with { SharedAt = Set.AddDays(60) } };

        Assert.Equal(["MinutesShared aoba aoba 2027-01-01 10:00"], Lines(Plan(council)));
    }

    [Fact]
    public void Unreached_WithinFiveMinutes_AreToldOfTogether()
    {
        Council council = Prepared with { Coordinators = [Kawakami, Sato] };
        Unreached[] lost =
        [
            new("hikari", Set.AddMinutes(2)),
            new("aoba", Set),
            new("midori", Set.AddMinutes(30)),
            new("sato", Set.AddMinutes(31)),
        ];

        Assert.Equal(
            ["Unreached c kawakami 2026-11-02 10:05", "Unreached c kawakami 2026-11-02 10:35"],
            Lines(Plan(council, Lead, unreached: lost), ReminderKind.Unreached)
        );
    }

    [Fact]
    public void Unreached_OnlyCoordinator_IsToldToTheLead() =>
        Assert.Equal(
            ["Unreached c oka 2026-11-02 10:05"],
            Lines(Plan(Prepared, Lead, unreached: [new("kawakami", Set)]), ReminderKind.Unreached)
        );

    [Fact]
    public void NextDue_After_IsTheFirstLaterOne()
    {
        ReminderPlan plan = Plan(Prepared);

        Assert.Equal(TokyoTime.Instant(new(2026, 11, 19), new(9, 0)), plan.NextDue(Set));
        Assert.Equal(
            TokyoTime.Instant(new(2026, 12, 4), new(9, 0)),
            plan.NextDue(TokyoTime.Instant(new(2026, 11, 19), new(9, 0)))
        );
        Assert.Null(plan.NextDue(TokyoTime.Instant(new(2026, 12, 18), new(9, 0))));
    }

    private static Council Held(params Agreement[] agreements) =>
        Prepared with
        {
            Status = CouncilStatus.Held,
            Participants = [Guest("aoba"), Guest("ishikai", hasAccount: false)],
            Minutes = Minutes.Empty with { Agreements = agreements },
        };

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
