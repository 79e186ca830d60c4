using FsCheck;
using FsCheck.Fluent;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Scheduling;

/// <summary>The slot search against <see cref="SlotOracle"/>, on small windows around month ends, holidays and midnight.</summary>
public sealed class SlotSearchProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(400);

    private static readonly string[] Organisations = ["a", "b", "c", ""];

    private static readonly SlotWindow[] Windows =
    [
        new(new(2026, 2, 27), new(2026, 3, 2)),
        new(new(2026, 4, 28), new(2026, 5, 7)),
        new(new(2026, 12, 26), new(2027, 1, 5)),
        new(new(2026, 12, 4), new(2026, 12, 4)),
    ];

    private static readonly DailyHours[] Hours =
    [
        DailyHours.Office,
        new(new(8, 30), new(17, 15), LunchBreak.Usual),
        new(new(18, 30), new(21, 0), null),
        new(new(19, 10), TimeOnly.MinValue, null),
        new(TimeOnly.MinValue, TimeOnly.MinValue, null),
    ];

    private static readonly Gen<SlotRequest> Requests =
        from window in Gen.Elements(Windows)
        from hours in Gen.Elements(Hours)
        from days in Gen.Elements<BusinessDays?>(null, BusinessDays.National)
        from length in Gen.Elements(15, 50, 60, 90, 120)
        from grid in Gen.Elements(15, 30, 45, 60)
        from notBefore in Gen.Choose(-24, 72)
        from preferred in Gen.Elements<TimeOnly?>(null, new TimeOnly(14, 0), new TimeOnly(19, 40))
        from people in People(window)
        from quorum in Gen.Elements<IReadOnlyList<QuorumRule>>(
            [],
            [QuorumRule.All(new("全部", "all"), ["a", "b"])],
            [new(new("二つ", "two"), ["a", "b", "c"], 2), new(new("医師会", "doctors"), ["d"], 1)]
        )
        from room in Room(window)
        select new SlotRequest
        {
            Length = TimeSpan.FromMinutes(length),
            Window = window,
            Hours = hours,
            Days = days,
            Grid = TimeSpan.FromMinutes(grid),
            NotBefore = TokyoTime.StartOf(window.From).AddHours(notBefore),
            PreferredStart = preferred,
            Invitees = people,
            Quorum = quorum,
            Room = room,
        };

    [Fact]
    public void Rank_AnyRequest_IsWhatBruteForceFinds() =>
        Prop.ForAll(
                Requests.ToArbitrary(),
                request =>
                {
                    RankedSlots ranked = SlotSearch.Rank(request);
                    var found = ranked.Page(0, ranked.Count).Select(p => (p.Slot.Start, p.Fit));
                    Assert.Equal(new SlotOracle(request).Rank(), found);
                }
            )
            .Check(Thorough);

    [Fact]
    public void Page_AnyRequest_NamesEverybodyWhoIsNotFreeOnce() =>
        Prop.ForAll(
                Requests.ToArbitrary(),
                request =>
                {
                    foreach (SlotProposal p in SlotSearch.Rank(request).Page(0, 40))
                    {
                        string[] named = [.. p.Busy.Concat(p.Tentative).Concat(p.Unknown).Select(i => i.Key)];
                        Assert.Equal(named.Distinct().Count(), named.Length);
                        Assert.Equal(p.Fit.RequiredBusy + p.Fit.OptionalBusy, p.Busy.Count);
                        Assert.Equal(p.Fit.RequiredTentative + p.Fit.OptionalTentative, p.Tentative.Count);
                        Assert.Equal(request.Invitees.Count(i => i.Times is null), p.Unknown.Count);
                        Assert.Equal(p.Fit.QuorumLacking, p.Gaps.Sum(g => g.Lacking));
                        Assert.Equal(p.Fit.QuorumOpen, p.Gaps.Sum(g => g.Open));
                        Assert.Equal(p.Fit.NoRoom == 1, p.Room.State == RoomState.None);
                        Assert.Equal(request.Length, p.Slot.Length);
                    }
                }
            )
            .Check(Thorough);

    [Fact]
    public void Slots_AnyTimes_AreInOrderApartAndCoverTheSameMinutes() =>
        Prop.ForAll(
                Slots(Windows[0]).ToArbitrary(),
                slots =>
                {
                    BusyTimes times = new(slots);
                    Assert.All(
                        times.Slots.Zip(times.Slots.Skip(1)),
                        pair => Assert.True(pair.First.End < pair.Second.Start)
                    );
                    DateTimeOffset from = TokyoTime.StartOf(Windows[0].From).AddDays(-1);
                    for (DateTimeOffset at = from; at < from.AddDays(7); at = at.AddMinutes(5))
                    {
                        TimeSlot cell = new(at, at.AddMinutes(5));
                        Assert.Equal(slots.Any(s => s.Overlaps(cell)), times.Touches(cell));
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // The tests end each slot on a whole number of 5 minutes; many touch, many cross midnight.
    private static Gen<TimeSlot[]> Slots(SlotWindow window) =>
        from count in Gen.Choose(0, 8)
        from slots in (
            from start in Gen.Choose(-24 * 4, window.Days * 24 * 4 + 24)
            from length in Gen.Choose(1, 60)
            let begin = TokyoTime.StartOf(window.From).AddMinutes(15 * start)
            select new TimeSlot(begin, begin.AddMinutes(5 * length))
        ).ArrayOf(count)
        select slots;

    private static Gen<CalendarTimes?> Times(SlotWindow window) =>
        from known in Gen.Choose(0, 4)
        from busy in Slots(window)
        from tentative in Slots(window)
        select known == 0 ? null : new CalendarTimes(new(busy), new(tentative));

    private static Gen<IReadOnlyList<InviteeTimes>> People(SlotWindow window) =>
        from count in Gen.Choose(1, 5)
        from people in (
            from organisation in Gen.Elements(Organisations)
            from required in Gen.Elements(true, false)
            from times in Times(window)
            from travel in Gen.Elements(0, 0, 30, 45)
            select (organisation, required, times, travel)
        ).ArrayOf(count)
        select (IReadOnlyList<InviteeTimes>)
            [
                .. people.Select(
                    (p, i) =>
                        new InviteeTimes(
                            new($"p{i}", $"人{i}", p.organisation, p.required),
                            p.times,
                            TimeSpan.FromMinutes(p.travel)
                        )
                ),
            ];

    private static Gen<RoomWish?> Room(SlotWindow window) =>
        from wanted in Gen.Choose(0, 2)
        from first in Times(window)
        from second in Times(window)
        from seats in Gen.Elements<int?>(null, 10, 30)
        select wanted == 0
            ? null
            : new RoomWish(20, [new(new("r1", "会議室1", 20), first), new(new("r2", "会議室2", seats), second)]);
}
