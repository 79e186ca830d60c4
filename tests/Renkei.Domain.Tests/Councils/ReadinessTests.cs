using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Councils;

public sealed class ReadinessTests
{
    private static readonly PersonRef Sato = new("s", "佐藤");
    private static readonly DateTimeOffset Now = new(2026, 10, 1, 1, 0, 0, TimeSpan.Zero);

    private static readonly CouncilTemplate Template = new()
    {
        Code = "discharge",
        Name = new("退院支援ルールの調整会議", "Discharge"),
        Purpose = new("x", "x"),
        Fields = [ThemeField.Discharge],
        Hours = new(new(13, 30), new(16, 30), new("x", "x")),
        Participants =
        [
            new(Sector.MedicalAssociation, new("会長", "President"), Needed: true),
            new(Sector.MedicalAssociation, new("理事", "Board member"), Needed: true),
            new(Sector.CareManager, new("代表", "Head"), Needed: true),
            new(Sector.Residents, new("代表", "Head"), Needed: false),
        ],
        Agenda = [new(new("x", "x"), 60)],
        Papers = [],
        Tasks = [],
        Reminders = [5],
        Steps = [],
        Serves = [],
        Sources = [],
    };

    [Fact]
    public void Of_NothingPrepared_NeedsEverything()
    {
        Readiness readiness = Readiness.Of(Sample(), Template, BusinessDays.National);

        Assert.Equal(0, readiness.Complete);
        Assert.Equal(CouncilStep.Purpose, readiness.Next);
        Assert.Equal(
            [
                new MissingThing(MissingKind.Sector, "medical-association", "", null),
                new MissingThing(MissingKind.Sector, "care-manager", "", null),
                new MissingThing(MissingKind.Date, "", "", null),
            ],
            readiness.Missing
        );
        Assert.Equal(new StepState(CouncilStep.Participants, 0, 2, false), readiness[CouncilStep.Participants]);
    }

    [Fact]
    public void Of_EverythingThere_IsComplete()
    {
        Readiness readiness = Readiness.Of(Complete(), Template, BusinessDays.National);

        Assert.Equal(Readiness.PreparationSteps, readiness.Complete);
        Assert.Equal(7, readiness.Complete);
        Assert.Null(readiness.Next);
        Assert.Empty(readiness.Missing);
        Assert.False(readiness[CouncilStep.Day].IsComplete);
        Assert.False(readiness[CouncilStep.Minutes].IsComplete);
    }

    [Fact]
    public void Of_OpenThings_TheNearestDayComesFirst()
    {
        Council council = Complete() with
        {
            Papers = [new("a", "次第", "川上", "", IsReady: false)],
            Tasks =
            [
                new("chair", "座長と打ち合わせる", 10, Owner: Sato),
                new("send-papers", "資料を送る", 5),
                new("own", "弁当を頼む", 0, Done: new(Sato, Now)),
            ],
            Participants = [Someone("p1", Sector.CareManager), Someone("p3", Sector.Residents)],
            Sheet = new(["問い"], new(2026, 12, 9), ["p1", "p3"], Now),
            SheetAnsweredBy = ["p3"],
        };

        Readiness readiness = Readiness.Of(council, Template, BusinessDays.National);

        Assert.Equal(
            [
                new MissingThing(MissingKind.Task, "座長と打ち合わせる", "佐藤", new(2026, 12, 4)),
                new MissingThing(MissingKind.Sheets, "1", "", new(2026, 12, 9)),
                new MissingThing(MissingKind.Paper, "次第", "川上", new(2026, 12, 11)),
                new MissingThing(MissingKind.Task, "資料を送る", "", new(2026, 12, 11)),
                new MissingThing(MissingKind.Sector, "medical-association", "", null),
            ],
            readiness.Missing
        );
        Assert.Equal(new StepState(CouncilStep.Tasks, 1, 3, false), readiness[CouncilStep.Tasks]);
        Assert.Equal(CouncilStep.Participants, readiness.Next);
    }

    [Fact]
    public void Of_WithoutSheet_CountsTheStepAsDone()
    {
        Council council = Sample() with { WithoutSheet = true };

        Assert.True(Readiness.Of(council, Template, BusinessDays.National)[CouncilStep.Sheets].IsComplete);
    }

    [Fact]
    public void Of_SheetNotSent_IsNotDoneThoughNobodyIsAsked()
    {
        Council council = Sample() with { Sheet = new(["問い"], new(2026, 12, 9), [], null) };

        Assert.False(Readiness.Of(council, Template, BusinessDays.National)[CouncilStep.Sheets].IsComplete);
    }

    [Fact]
    public void Of_HeldCouncil_HasItsMinutes()
    {
        Council council = Complete() with { Status = CouncilStatus.Held };

        Assert.True(Readiness.Of(council, Template, BusinessDays.National)[CouncilStep.Minutes].IsComplete);
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

    private static Council Complete() =>
        Sample() with
        {
            Purpose = "連絡の時期を決める",
            When = new(new(2026, 12, 18), new(14, 0), 60),
            DateSetAt = Now,
            Participants = [Someone("p1", Sector.CareManager), Someone("p2", Sector.MedicalAssociation)],
            Papers = [new("a", "次第", "", "", IsReady: true)],
            Tasks = [new("chair", "座長と打ち合わせる", 10, Done: new(Sato, Now))],
            Sheet = new(["問い"], new(2026, 12, 9), ["p1", "p2"], Now),
            SheetAnsweredBy = ["p2", "p1"],
        };

    private static Participant Someone(string id, Sector sector) =>
        new(id, sector.Code, "機関", "", ParticipantContact.None, Sato, InvitedAt: Now);
}
