using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Councils;

public sealed class CouncilTests
{
    private static readonly PersonRef Sato = new("s", "佐藤");
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly MeetingTime December18 = new(new(2026, 12, 18), new(14, 0), 120);
    private static readonly PersonId Somebody = new("t", "x");

    [Theory]
    [InlineData("tobu.taiin1")]
    [InlineData("a.0")]
    public void Id_OfTheRightForm_IsReadAndWritten(string text)
    {
        Assert.True(CouncilId.TryParse(text, out CouncilId? id));
        Assert.Equal(text, id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tobu")]
    [InlineData("tobu.")]
    [InlineData("tobu.2026.taiin")]
    [InlineData("to~bu.x")]
    [InlineData("Tobu.x")]
    [InlineData("tobu.x\n")]
    [InlineData("tobu.123456789012345678901234567890123")]
    public void Id_OfAnotherForm_IsRefused(string? text) => Assert.False(CouncilId.TryParse(text, out _));

    [Theory]
    [InlineData(14, 0, 120, true)]
    [InlineData(23, 0, 59, true)]
    [InlineData(23, 0, 60, false)]
    [InlineData(14, 0, 14, false)]
    [InlineData(9, 0, 601, false)]
    public void MeetingTime_IsPossible_WithinOneDayAndItsLengths(int hour, int minute, int minutes, bool possible) =>
        Assert.Equal(possible, (December18 with { Start = new(hour, minute), Minutes = minutes }).IsPossible);

    [Fact]
    public void MeetingTime_InBothLanguages()
    {
        Assert.Equal("2026年12月18日(金) 14:00–16:00", December18.Full(Language.Japanese));
        Assert.Equal("Fri 18 Dec 2026, 14:00–16:00", December18.Full(Language.English));
        Assert.Equal("12/18(金) 14:00–16:00", December18.Brief(Language.Japanese));
        Assert.Equal(new DateTimeOffset(2026, 12, 18, 5, 0, 0, TimeSpan.Zero), December18.StartsAt);
        Assert.Equal(new DateTimeOffset(2026, 12, 18, 7, 0, 0, TimeSpan.Zero), December18.EndsAt);
    }

    // Counted by hand: 23 November 2026 is 勤労感謝の日.
    [Theory]
    [InlineData(0, 12, 18)]
    [InlineData(1, 12, 17)]
    [InlineData(5, 12, 11)]
    [InlineData(10, 12, 4)]
    [InlineData(20, 11, 19)]
    public void Plan_WithTimeEnough_CountsBusinessDaysBackwards(int lead, int month, int day)
    {
        BackwardPlan plan = new(December18.Date, new(2026, 10, 1), firstLead: 40, BusinessDays.National);

        Assert.False(plan.IsTight);
        Assert.Equal(new DateOnly(2026, month, day), plan.DueOf(new("t", "x", lead)));
    }

    [Theory]
    [InlineData(40, 12, 4)]
    [InlineData(20, 12, 11)]
    [InlineData(4, 12, 17)]
    [InlineData(0, 12, 18)]
    public void Plan_WithAQuarterOfTheTime_ShrinksAllLeads(int lead, int month, int day)
    {
        // From 4 to 18 December there are 10 business days, where the first task asks for 40.
        BackwardPlan plan = new(December18.Date, new(2026, 12, 4), firstLead: 40, BusinessDays.National);

        Assert.True(plan.IsTight);
        Assert.Equal(10, plan.Available);
        Assert.Equal(new DateOnly(2026, month, day), plan.DueOf(new("t", "x", lead)));
    }

    [Fact]
    public void Plan_SetOnASaturday_HasNothingDueBeforeTheNextBusinessDay()
    {
        // Saturday 21 November 2026; Monday is 勤労感謝の日.
        BackwardPlan plan = new(new(2027, 1, 4), new(2026, 11, 21), firstLead: 40, BusinessDays.National);

        Assert.Equal(new DateOnly(2026, 11, 24), plan.DueOf(new("t", "x", 40)));
    }

    [Theory]
    [InlineData("2026-12-18")]
    [InlineData("2026-12-19")]
    public void Plan_SetOnTheDayOrLater_HasEverythingDueOnTheDay(string plannedOn)
    {
        BackwardPlan plan = new(
            December18.Date,
            DateOnly.Parse(plannedOn, System.Globalization.CultureInfo.InvariantCulture),
            40,
            BusinessDays.National
        );

        Assert.Equal(December18.Date, plan.DueOf(new("t", "x", 40)));
    }

    [Fact]
    public void Plan_DayFixedByHand_StaysWhereItIs() =>
        Assert.Equal(
            new DateOnly(2026, 12, 25),
            new BackwardPlan(December18.Date, new(2026, 10, 1), 40, BusinessDays.National).DueOf(
                new("t", "x", 5, FixedDue: new(2026, 12, 25))
            )
        );

    [Fact]
    public void MovedTo_AnotherDay_AsksEverybodyAnewAndHasThemTold()
    {
        Council council = Sample() with
        {
            When = December18,
            Participants = [Someone("p1") with { InvitedAt = Now, Rsvp = Rsvp.Yes }],
        };
        MeetingTime later = December18 with { Date = new(2026, 12, 25) };

        Council moved = council.MovedTo(later, Sato, Now.AddDays(1));

        Assert.Equal(later, moved.When);
        Assert.Equal(Now.AddDays(1), moved.DateSetAt);
        Assert.Equal(new DateChange(December18, later, Sato, Now.AddDays(1)), moved.Change);
        Assert.Equal(Rsvp.Unknown, moved.Participants[0].Rsvp);
    }

    [Fact]
    public void MovedTo_AnotherLengthOnly_KeepsWhoComes()
    {
        Council council = Sample() with
        {
            When = December18,
            Participants = [Someone("p1") with { InvitedAt = Now, Rsvp = Rsvp.Yes }],
        };

        Assert.Equal(Rsvp.Yes, council.MovedTo(December18 with { Minutes = 90 }, Sato, Now).Participants[0].Rsvp);
    }

    [Fact]
    public void MovedTo_BeforeAnybodyKnows_HasNobodyTold()
    {
        Council council = Sample() with { When = December18, Participants = [Someone("p1")] };

        Assert.Null(council.MovedTo(December18 with { Date = new(2026, 12, 25) }, Sato, Now).Change);
    }

    [Fact]
    public void MovedTo_TheFirstDate_IsNoMove() => Assert.Null(Sample().MovedTo(December18, Sato, Now).Change);

    [Fact]
    public void Cancelled_HasTheOldDateTold()
    {
        Council cancelled = (Sample() with { When = December18 }).Cancelled(Sato, Now);

        Assert.Equal(CouncilStatus.Cancelled, cancelled.Status);
        Assert.Equal(new DateChange(December18, null, Sato, Now), cancelled.Change);
    }

    [Theory]
    [InlineData(Role.Nurse, "tobu", true, true)]
    [InlineData(Role.Coordinator, "tobu", true, true)]
    [InlineData(Role.Coordinator, "chubu", false, false)]
    [InlineData(Role.MunicipalStaff, "tobu", false, false)]
    [InlineData(Role.HeadOffice, null, true, false)]
    [InlineData(Role.Administrator, null, true, false)]
    public void MayReadAndEdit_ByRoleAndCentre(Role role, string? centre, bool reads, bool edits)
    {
        Person person = new(Somebody, "誰か", role, centre, null)
        {
            Area = role == Role.HeadOffice ? new("00", ["tobu", "chubu"]) : null,
        };

        Assert.Equal(reads, Sample().MayRead(person));
        Assert.Equal(edits, Sample().MayEdit(person));
    }

    [Fact]
    public void IsDone_FollowsWhatTheTaskAsksFor()
    {
        Council empty = Sample();
        Council full = empty with
        {
            Purpose = "連絡の時期を決める",
            When = December18,
            Participants = [Someone("p1") with { InvitedAt = Now }],
            Papers = [new("a", "次第", "", "", IsReady: true)],
            Sheet = new(["問い"], new(2026, 12, 9), ["p1"], Now),
            SheetAnsweredBy = ["p1"],
        };

        foreach (string code in (string[])["purpose", "date", "invite", "papers", "sheet", "sheet-answers"])
        {
            Assert.False(empty.IsDone(new(code, "x", 5)), code);
            Assert.True(full.IsDone(new(code, "x", 5)), code);
        }
        Assert.False(full.IsDone(new("chair", "x", 5)));
        Assert.True(full.IsDone(new("chair", "x", 5, Done: new(Sato, Now))));
        Assert.False((full with { SheetAnsweredBy = [] }).IsDone(new("sheet-answers", "x", 5)));
        Assert.True((empty with { WithoutSheet = true }).IsDone(new("sheet-answers", "x", 5)));
    }

    private static Council Sample() =>
        new()
        {
            Id = CouncilId.Of("tobu", "taiin1"),
            TemplateCode = "discharge",
            Title = "退院支援ルールの調整会議",
            WishedMonth = new(2026, 12, 1),
            Coordinators = [Sato],
            ChangedBy = Sato,
            ChangedAt = Now,
        };

    private static Participant Someone(string id) =>
        new(id, "medical-association", "東部医師会", "事務局長", ParticipantContact.None, Sato);
}
