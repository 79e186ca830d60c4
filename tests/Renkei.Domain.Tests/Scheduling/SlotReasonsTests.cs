using Renkei.Domain.Scheduling;

namespace Renkei.Domain.Tests.Scheduling;

public sealed class SlotReasonsTests
{
    private static readonly Invitee Chair = new("c", "医師会長", "doctors", Required: false);
    private static readonly Invitee Mayor = new("m", "あおば市", "aoba", Required: true);
    private static readonly Invitee Sato = new("s", "佐藤", "centre", Required: false);
    private static readonly Invitee Ito = new("i", "伊藤", "centre", Required: false);

    private static readonly SlotProposal Perfect = new()
    {
        Slot = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1)),
        Fit = default,
        Busy = [],
        Tentative = [],
        Unknown = [],
        Gaps = [],
        Room = RoomFinding.NotWanted,
    };

    [Fact]
    public void Of_NothingAgainst_SaysEverybodyCanCome() =>
        Assert.Equal(new LocalText("全員参加できます", "Everyone is free"), SlotReasons.Of(Perfect));

    [Fact]
    public void Of_OneBusy_NamesThem()
    {
        Assert.Equal(
            new LocalText("医師会長のみ予定あり", "Only 医師会長 is busy"),
            SlotReasons.Of(Perfect with { Busy = [Chair] })
        );
        Assert.Equal("あおば市（必須）のみ予定あり", SlotReasons.Of(Perfect with { Busy = [Mayor] }).Ja);
    }

    [Fact]
    public void Of_SeveralBusy_NamesThreeAndCountsMore()
    {
        Assert.Equal(
            "あおば市（必須）、医師会長、佐藤に予定あり",
            SlotReasons.Of(Perfect with { Busy = [Mayor, Chair, Sato] }).Ja
        );
        Assert.Equal("4名（必須1名）に予定あり", SlotReasons.Of(Perfect with { Busy = [Mayor, Chair, Sato, Ito] }).Ja);
    }

    [Fact]
    public void Of_OnlyUnseenCalendars_SaysThatTheOthersCan() =>
        Assert.Equal(
            new LocalText("医師会長は要確認、ほかは全員可", "Everyone free, 医師会長 to be asked"),
            SlotReasons.Of(Perfect with { Unknown = [Chair] })
        );

    [Fact]
    public void Of_Everything_GravestFirst()
    {
        QuorumGap gap = new(QuorumRule.All(new("全市町村", "every municipality"), ["aoba", "hikari"]), 1, 0, ["aoba"]);

        LocalText reason = SlotReasons.Of(
            Perfect with
            {
                Gaps = [gap],
                Busy = [Mayor],
                Tentative = [Sato],
                Unknown = [Chair],
                Room = RoomFinding.None,
            }
        );

        Assert.Equal(
            "全市町村がそろいません（あと1）・あおば市（必須）のみ予定あり・空いている会議室なし・佐藤に仮の予定・医師会長は要確認",
            reason.Ja
        );
        Assert.Equal(
            "Every municipality: 1 too few; only あおば市 (required) is busy; no room is free; provisional for 佐藤; 医師会長 to be asked",
            reason.En
        );
    }
}
