using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;

namespace Renkei.Domain.Tests.Councils;

public sealed class CouncilEffectTests
{
    private static readonly PersonRef Sato = new("3", "佐藤");
    private static readonly DateTimeOffset Now = new(2026, 12, 18, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_NothingWrittenDown_IsNothing() =>
        Assert.Empty(CouncilEffect.Of(Sample(), Template(1, 9, 17, 21, 28)));

    [Fact]
    public void Of_Decisions_MoveWaysAndDirection()
    {
        Council council = Sample() with { Minutes = Minutes.Empty with { Decisions = ["一つ", "二つ"] } };

        Assert.Equal(
            [
                new CouncilEffect(ItemId.National(17), CouncilEffectReason.WaysDiscussed, 2),
                new CouncilEffect(ItemId.National(21), CouncilEffectReason.DirectionDecided, 2),
            ],
            CouncilEffect.Of(council, Template(9, 17, 21, 28))
        );
    }

    [Fact]
    public void Of_WhatTheKindOfMeetingDoesNotServe_IsLeftOut()
    {
        Council council = Sample() with { Minutes = Minutes.Empty with { Decisions = ["一つ"] } };

        Assert.Equal([21], Lines(council, Template(21)));
    }

    [Fact]
    public void Of_Roles_NeedsTwoWhoAgreed()
    {
        Agreement one = new("a", "作る", null, "市立病院", new(2027, 1, 15), Now, null);
        Council same = Sample() with { Minutes = Minutes.Empty with { Agreements = [one, one with { Id = "b" }] } };
        Council two = Sample() with
        {
            Minutes = Minutes.Empty with { Agreements = [one, one with { Id = "b", Who = "医師会" }] },
        };

        Assert.Empty(Lines(same, Template(28)));
        Assert.Equal(
            new CouncilEffect(ItemId.National(28), CouncilEffectReason.RolesAgreed, 2),
            CouncilEffect.Of(two, Template(28))[0]
        );
    }

    [Theory]
    [InlineData("municipality,municipality", "24")]
    [InlineData("municipality,medical-care", "9")]
    [InlineData("municipality,residents", "9,16")]
    [InlineData("head-office", "20")]
    [InlineData("municipality", "")]
    public void Of_WhoCame_CountsSectors(string sectors, string lines)
    {
        Council council = Sample() with
        {
            Participants =
            [
                .. sectors.Split(',').Select((s, n) => Someone($"p{n}", s, attended: true)),
                Someone("x", "medical-association", attended: false),
                Someone("y", "care-manager", attended: null),
            ],
        };

        Assert.Equal(lines, string.Join(',', Lines(council, Template(9, 16, 20, 24))));
    }

    [Theory]
    [InlineData("consult", 8)]
    [InlineData("key-people", 10)]
    [InlineData("discharge-survey", 7)]
    [InlineData("data", 7)]
    public void Of_WhatSomebodyDidBefore_Counts(string task, int line)
    {
        Council open = Sample() with { Tasks = [new(task, "作業", 10)] };
        Council done = Sample() with { Tasks = [new(task, "作業", 10, Done: new(Sato, Now))] };

        Assert.Empty(Lines(open, Template(7, 8, 10)));
        Assert.Equal([line], Lines(done, Template(7, 8, 10)));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Of_SharedView_CountsFromThree(int grade, bool counts)
    {
        Council council = Sample() with { Minutes = Minutes.Empty with { Evaluation = new(1, grade, 1, "", Sato) } };

        Assert.Equal(counts ? [11] : [], Lines(council, Template(11)));
    }

    [Fact]
    public void Of_CancelledOrWithoutADay_IsNothing()
    {
        Council council = Sample() with { Minutes = Minutes.Empty with { Decisions = ["一つ"] } };

        Assert.Empty(Lines(council with { Status = CouncilStatus.Cancelled }, Template(17, 21)));
        Assert.Empty(Lines(council with { When = null }, Template(17, 21)));
    }

    private static int[] Lines(Council council, CouncilTemplate template) =>
        [
            .. CouncilEffect
                .Of(council, template)
                .Select(e => int.Parse(e.Item.Key, System.Globalization.CultureInfo.InvariantCulture)),
        ];

    private static Council Sample() =>
        new()
        {
            Id = CouncilId.Of("tobu", "taiin1"),
            TemplateCode = "area",
            Title = "会議",
            WishedMonth = new(2026, 12, 1),
            When = new(new(2026, 12, 18), new(14, 0), 60),
            Coordinators = [Sato],
            ChangedBy = Sato,
            ChangedAt = Now,
        };

    private static CouncilTemplate Template(params int[] serves) =>
        new()
        {
            Code = "area",
            Name = new("管内の協議の場", "Area"),
            Purpose = new("話す", "Talk"),
            Fields = [],
            Hours = new(new(13, 30), new(16, 30), new("午後", "Afternoon")),
            Participants = [],
            Agenda = [],
            Papers = [],
            Tasks = [],
            Reminders = [],
            Steps = [],
            Serves = [.. serves.Select(ItemId.National)],
            Sources = [],
        };

    private static Participant Someone(string id, string sector, bool? attended) =>
        new(id, sector, "機関", "", ParticipantContact.None, Sato, Attended: attended);
}
