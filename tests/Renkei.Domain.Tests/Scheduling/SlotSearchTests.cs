using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Scheduling;

public sealed class SlotSearchTests
{
    private static readonly Invitee Chair = new("chair", "医師会長", "doctors", Required: true);
    private static readonly Invitee Nurse = new("nurse", "佐藤", "centre", Required: false);

    /// <summary>2026-12-04 is a Friday.</summary>
    private static readonly SlotRequest Friday = new()
    {
        Length = TimeSpan.FromHours(2),
        Window = new(new(2026, 12, 4), new(2026, 12, 4)),
        Hours = DailyHours.Office,
        Invitees = [new(Nurse, CalendarTimes.Empty, TimeSpan.Zero)],
    };

    [Fact]
    public void Rank_OfficeDay_LeavesOutLunchAndTheLastQuarterHour() =>
        Assert.Equal(
            ["09:00", "09:30", "10:00", "13:00", "13:30", "14:00", "14:30", "15:00"],
            Clocks(Friday).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Rank_OneDay_ChoicesDoNotOverlapAtFirst() =>
        Assert.Equal(["09:00", "13:00", "15:00", "09:30"], Clocks(Friday)[..4]);

    [Fact]
    public void Rank_PreferredStart_ComesFirst() =>
        Assert.Equal(["14:00", "10:00"], Clocks(Friday with { PreferredStart = new(14, 0) })[..2]);

    [Fact]
    public void Rank_SeveralDays_FirstChoicesLieOnDifferentDays() =>
        Assert.Equal(
            ["12/4(金) 09:00", "12/7(月) 09:00", "12/8(火) 09:00", "12/4(金) 13:00"],
            Starts(Friday with { Window = new(new(2026, 12, 4), new(2026, 12, 8)) })[..4]
        );

    [Fact]
    public void Rank_Evening_EndsAtMidnightExactly() =>
        Assert.Equal(
            ["20:00", "22:00"],
            Clocks(Friday with { Hours = new(new(20, 0), TimeOnly.MinValue, null), Grid = TimeSpan.FromHours(2) })
        );

    [Fact]
    public void Rank_BusyUntilTheStart_IsFree()
    {
        SlotRequest request = With(Friday, Chair, TimeSpan.Zero, (12, 0, 13, 0), (15, 0, 17, 0));

        SlotProposal best = SlotSearch.Rank(request).Page(0, 1)[0];

        Assert.Equal("12/4(金) 09:00", TokyoTime.Brief(best.Slot.Start, Language.Japanese));
        Assert.Equal(
            0,
            SlotSearch.Rank(request).Page(0, 99).Single(p => TokyoTime.Clock(p.Slot.Start) == "13:00").Fit.RequiredBusy
        );
    }

    [Fact]
    public void Rank_Travel_KeepsTheWayFreeOnBothSides()
    {
        SlotRequest request = With(Friday, Chair, TimeSpan.FromMinutes(30), (12, 0, 13, 0), (16, 0, 17, 0));

        string[] free =
        [
            .. SlotSearch
                .Rank(request)
                .Page(0, 99)
                .Where(p => p.Fit == default)
                .Select(p => TokyoTime.Clock(p.Slot.Start)),
        ];

        // 10:00 to 12:00 would leave no way to the noon meeting, 13:00 none from it, 14:00 none to the next.
        Assert.Equal(["09:00", "13:30", "09:30"], free);
    }

    [Fact]
    public void Rank_TimeAlreadyPast_IsNotProposed() =>
        Assert.Equal(["15:00"], Clocks(Friday with { NotBefore = TokyoTime.Instant(new(2026, 12, 4), new(14, 31)) }));

    [Fact]
    public void Rank_Holidays_AreLeftOutUnlessAnyDayCounts()
    {
        SlotRequest turnOfTheYear = Friday with { Window = new(new(2026, 12, 29), new(2027, 1, 3)) };

        Assert.Equal(0, SlotSearch.Rank(turnOfTheYear).Count);
        Assert.Equal(6 * 8, SlotSearch.Rank(turnOfTheYear with { Days = null }).Count);
    }

    [Fact]
    public void Rank_NoFreeSlot_ProposesTheLeastBad()
    {
        SlotRequest request = Friday with
        {
            Invitees =
            [
                new(Chair, Taken((9, 0, 11, 0), (13, 0, 17, 0)), TimeSpan.Zero),
                new(Nurse, Taken((9, 0, 17, 0)), TimeSpan.Zero),
            ],
        };

        SlotProposal best = SlotSearch.Rank(request).Page(0, 1)[0];

        Assert.Equal("09:00", TokyoTime.Clock(best.Slot.Start));
        Assert.Equal([Chair, Nurse], best.Busy);
    }

    [Fact]
    public void Rank_QuorumLacking_IsWorseThanARequiredPersonMissing()
    {
        Invitee town = new("town", "あおば市", "aoba", Required: false);
        SlotRequest request = Friday with
        {
            Invitees =
            [
                new(Chair, Taken((13, 0, 17, 0)), TimeSpan.Zero),
                new(town, Taken((9, 0, 12, 0)), TimeSpan.Zero),
            ],
            Quorum = [QuorumRule.All(new("全市町村", "every municipality"), ["aoba"])],
        };

        RankedSlots ranked = SlotSearch.Rank(request);

        Assert.Equal([Chair], ranked.Page(0, 1)[0].Busy);
        QuorumGap gap = Assert.Single(ranked.Page(ranked.Count - 1, 1)[0].Gaps);
        Assert.Equal((1, 0), (gap.Lacking, gap.Open));
        Assert.Equal(["aoba"], gap.Absent);
    }

    [Fact]
    public void Rank_OneOfTwoOfAnOrganisationFree_RepresentsIt()
    {
        Invitee other = new("other", "鈴木", "doctors", Required: false);
        SlotRequest request = Friday with
        {
            Invitees =
            [
                new(Chair, Taken((9, 0, 17, 0)), TimeSpan.Zero),
                new(other, CalendarTimes.Empty, TimeSpan.Zero),
            ],
            Quorum = [new(new("医師会", "the medical association"), ["doctors"], 1)],
        };

        Assert.Empty(SlotSearch.Rank(request).Page(0, 1)[0].Gaps);
    }

    [Fact]
    public void Rank_Rooms_TakesTheFirstFreeOneThatIsLargeEnough()
    {
        MeetingRoom small = new("s@example.jp", "小会議室", 8);
        MeetingRoom large = new("l@example.jp", "大会議室", 40);
        SlotRequest request = Friday with
        {
            Room = new(9, [new(small, CalendarTimes.Empty), new(large, Taken((9, 0, 12, 0)))]),
        };

        RankedSlots ranked = SlotSearch.Rank(request);

        Assert.Equal(new RoomFinding(RoomState.Free, large), ranked.Page(0, 1)[0].Room);
        Assert.Equal("13:00", TokyoTime.Clock(ranked.Page(0, 1)[0].Slot.Start));
        Assert.Equal(RoomFinding.None, ranked.Page(ranked.Count - 1, 1)[0].Room);
    }

    [Fact]
    public void Rank_RoomWhoseSeatsNobodyEntered_IsToBeConfirmed()
    {
        MeetingRoom hall = new("h@example.jp", "講堂", null);
        SlotRequest request = Friday with { Room = new(9, [new(hall, CalendarTimes.Empty)]) };

        SlotProposal best = SlotSearch.Rank(request).Page(0, 1)[0];

        Assert.Equal(new RoomFinding(RoomState.Uncertain, hall), best.Room);
        Assert.Equal("講堂は要確認", SlotReasons.Of(best).Ja);
    }

    [Fact]
    public void Page_More_GoesOnWhereTheLastEnded()
    {
        RankedSlots ranked = SlotSearch.Rank(Friday);

        Assert.Equal(8, ranked.Count);
        Assert.Equal(
            ranked.Page(0, 8).Select(p => p.Slot),
            ranked.Page(0, 5).Concat(ranked.Page(5, 5)).Select(p => p.Slot)
        );
        Assert.Empty(ranked.Page(8, 5));
    }

    [Fact]
    public void Later_Window_FollowsWithoutAGapAndComesBack()
    {
        SlotWindow december = new(new(2026, 12, 7), new(2026, 12, 27));

        Assert.Equal(new SlotWindow(new(2026, 12, 28), new(2027, 1, 17)), december.Later);
        Assert.Equal(december, december.Later.Earlier);
    }

    [Fact]
    public void Rank_SomebodyTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            SlotSearch.Rank(Friday with { Invitees = [Friday.Invitees[0], Friday.Invitees[0]] })
        );

    [Theory]
    [InlineData(4, 30)]
    [InlineData(721, 30)]
    [InlineData(60, 4)]
    [InlineData(60, 241)]
    public void Rank_OutsideTheRanges_IsRefused(int minutes, int grid) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SlotSearch.Rank(Friday with { Length = TimeSpan.FromMinutes(minutes), Grid = TimeSpan.FromMinutes(grid) })
        );

    private static string[] Starts(SlotRequest request) =>
        [.. SlotSearch.Rank(request).Page(0, 999).Select(p => TokyoTime.Brief(p.Slot.Start, Language.Japanese))];

    private static string[] Clocks(SlotRequest request) =>
        [.. SlotSearch.Rank(request).Page(0, 999).Select(p => TokyoTime.Clock(p.Slot.Start))];

    private static SlotRequest With(
        SlotRequest request,
        Invitee who,
        TimeSpan travel,
        params (int, int, int, int)[] taken
    ) => request with { Invitees = [new(who, Taken(taken), travel)] };

    private static CalendarTimes Taken(params (int FromHour, int FromMinute, int ToHour, int ToMinute)[] taken) =>
        new(
            new(
                taken.Select(t => new TimeSlot(
                    TokyoTime.Instant(new(2026, 12, 4), new(t.FromHour, t.FromMinute)),
                    TokyoTime.Instant(new(2026, 12, 4), new(t.ToHour, t.ToMinute))
                ))
            ),
            BusyTimes.None
        );
}
