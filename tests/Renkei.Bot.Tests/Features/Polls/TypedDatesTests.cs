using Renkei.Bot.Features.Polls;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Features.Polls;

/// <summary>It is Friday 4 December 2026, 09:00 in Japan; meetings take an hour.</summary>
public sealed class TypedDatesTests
{
    private static readonly DateTimeOffset Now = TokyoTime.Instant(new(2026, 12, 4), new(9, 0));

    [Theory]
    [InlineData("12/18 14:00-16:00", "2026-12-18 14:00–16:00")]
    [InlineData("１２／１８　１４：００～１６：００", "2026-12-18 14:00–16:00")]
    [InlineData("12/18(金) 14:00–16:00", "2026-12-18 14:00–16:00")]
    [InlineData("12月18日（金）午後2時から4時", "2026-12-18 14:00–16:00")]
    [InlineData("12月18日 午前10時半〜午後1時", "2026-12-18 10:30–13:00")]
    [InlineData("12月18日 14時30分から", "2026-12-18 14:30–15:30")]
    [InlineData("12.18 9:30", "2026-12-18 09:30–10:30")]
    [InlineData("2027年1月8日 10時", "2027-01-08 10:00–11:00")]
    [InlineData("2027-01-08 10:00 - 12:00", "2027-01-08 10:00–12:00")]
    [InlineData("1/8 10:00", "2027-01-08 10:00–11:00")]
    [InlineData("12/4 9:30", "2026-12-04 09:30–10:30")]
    public void Read_OneLine_IsUnderstood(string line, string expected)
    {
        (IReadOnlyList<TimeSlot> slots, Renkei.Domain.LocalText? fault) = TypedDates.Read(line, 60, Now);

        Assert.Null(fault);
        TimeSlot slot = Assert.Single(slots);
        DateTimeOffset start = TokyoTime.LocalOf(slot.Start);
        Assert.Equal(expected, $"{start:yyyy-MM-dd} {TokyoTime.Clock(slot.Start)}–{TokyoTime.Clock(slot.End)}");
    }

    [Theory]
    [InlineData("12/18")]
    [InlineData("14:00")]
    [InlineData("2/30 10:00")]
    [InlineData("13/1 10:00")]
    [InlineData("12/18 24:00")]
    [InlineData("12/18 14:60")]
    [InlineData("12/18 14:00 会議室")]
    [InlineData("12/18 14:00-13:00")]
    [InlineData("2028-12-18 14:00")]
    [InlineData("2025-12-18 14:00")]
    [InlineData("12/18 8:00-19:00")]
    [InlineData("12/18 8:00-8:10")]
    [InlineData("12/31 23:30")]
    [InlineData("")]
    public void Read_WhatIsNoDate_IsRefusedWithTheLine(string line)
    {
        (IReadOnlyList<TimeSlot> slots, Renkei.Domain.LocalText? fault) = TypedDates.Read(
            $"12/21 10:00\n{line}\n",
            60,
            Now
        );

        if (line.Length == 0)
        {
            Assert.Single(slots);
            return;
        }
        Assert.Empty(slots);
        Assert.Contains(line.Normalize(System.Text.NormalizationForm.FormKC), fault!.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DatesTwiceAndOutOfOrder_AreSortedAndEachOnce()
    {
        (IReadOnlyList<TimeSlot> slots, _) = TypedDates.Read("12/21 10:00\n12/18 10:00\n12月21日 10時", 60, Now);

        Assert.Equal(
            ["12/18(金) 10:00", "12/21(月) 10:00"],
            slots.Select(s => TokyoTime.Brief(s.Start, Renkei.Domain.Language.Japanese))
        );
    }

    [Fact]
    public void Read_ThirteenDates_AreTooMany()
    {
        string text = string.Join('\n', Enumerable.Range(8, 13).Select(d => $"12/{d} 10:00"));

        Assert.Equal("候補日は合わせて12件までです。", TypedDates.Read(text, 60, Now).Fault!.Ja);
    }

    [Theory]
    [InlineData(Renkei.Domain.Language.Japanese, "1/8(金) 18:30–20:00")]
    [InlineData(Renkei.Domain.Language.English, "2027-01-08 18:30-20:00")]
    public void Write_IsReadBack(Renkei.Domain.Language language, string expected)
    {
        TimeSlot slot = new(
            TokyoTime.Instant(new(2027, 1, 8), new(18, 30)),
            TokyoTime.Instant(new(2027, 1, 8), new(20, 0))
        );

        string written = TypedDates.Write([slot], language);

        Assert.Equal(expected, written);
        Assert.Equal([slot], TypedDates.Read(written, 60, Now).Slots);
    }
}
