using Renkei.Domain.Councils;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Councils;

public sealed class CouncilTemplatesTests
{
    private static readonly CouncilTemplate Circle = new()
    {
        Code = "circle",
        Name = new("小さな会", "Small circle"),
        Purpose = new("顔を合わせる場", "To meet"),
        Fields = [],
        Hours = new(new(13, 30), new(15, 0), new("昼のあと", "After lunch")),
        Participants = [new(Sector.Municipality, new("担当者", "Officer"), Needed: true)],
        Agenda = [new(new("話し合い", "Talk"), 60), new(new("次回", "Next date"), 30)],
        Papers = [],
        Tasks = [new("invite", new("案内を送る", "Invite"), 10), new("ready", new("会場を整える", "Get ready"), 1)],
        Reminders = [5, 0],
        Steps = [],
        Serves = [ItemId.National(9)],
        Sources = [new(SourceDocument.Report, "表1-9")],
    };

    [Fact]
    public void Find_Code_IsTheKind()
    {
        CouncilTemplates templates = new([Circle]);

        Assert.Same(Circle, templates.Find("circle"));
        Assert.Null(templates.Find("Circle"));
    }

    [Fact]
    public void Templates_OneCodeTwice_Throws() => Refuses([Circle, Circle], "one code");

    [Fact]
    public void Templates_TasksOutOfOrder_Throws() =>
        Refuses([Circle with { Tasks = [Circle.Tasks[1], Circle.Tasks[0]] }], "tasks of circle");

    [Fact]
    public void Templates_ReminderTwice_Throws() =>
        Refuses([Circle with { Reminders = [5, 5, 0] }], "reminders of circle");

    [Fact]
    public void Templates_AgendaLongerThanItsHours_Throws() =>
        Refuses([Circle with { Agenda = [new(new("話し合い", "Talk"), 91)] }], "agenda of circle");

    [Fact]
    public void Length_Agenda_IsItsMinutes() => Assert.Equal(TimeSpan.FromMinutes(90), Circle.Length);

    [Theory]
    [InlineData(0, "2026-11-24")]
    [InlineData(1, "2026-11-20")]
    [InlineData(2, "2026-11-19")]
    [InlineData(15, "2026-10-30")]
    public void DueBefore_Lead_IsCountedInBusinessDays(int lead, string due) =>
        Assert.Equal(
            DateOnly.Parse(due),
            (Circle.Tasks[0] with { Lead = lead }).DueBefore(new(2026, 11, 24), BusinessDays.National)
        );

    [Fact]
    public void Sector_Codes_AreUniqueAndFound()
    {
        Assert.Equal(17, Sector.All.Select(s => s.Code).Distinct().Count());
        Assert.All(Sector.All, s => Assert.Same(s, Sector.Find(s.Code)));
        Assert.Null(Sector.Find("hospital"));
    }

    private static void Refuses(IReadOnlyList<CouncilTemplate> templates, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<ArgumentException>(() => new CouncilTemplates(templates)).Message,
            StringComparison.Ordinal
        );
}
