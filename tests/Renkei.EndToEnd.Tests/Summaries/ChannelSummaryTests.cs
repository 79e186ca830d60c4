using Renkei.Domain.Summaries;
using Renkei.Domain.Time;
using Renkei.EndToEnd.Tests.Setting;
using Renkei.Room.Conversations;

namespace Renkei.EndToEnd.Tests.Summaries;

/// <summary>Head office's channel of the practice room: asked for, opened, and sent by itself on the next Monday that is a business day.</summary>
public sealed class ChannelSummaryTests
{
    [Fact]
    public async Task Channel_AsksAndSubscribes_GetsTheSummaryAtNine()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        Colleague takahashi = trial.Colleague("takahashi").In("channel-honcho");
        ShownCard asked = await takahashi.SayAsync("週次まとめ");
        Assert.Equal("週次まとめ　ひかり県", asked.Heading);
        Assert.Contains("東部｜退院支援ルールづくり", asked.Text, StringComparison.Ordinal);

        ShownCard centre = await takahashi.PressAsync(asked, "見る", ("in_scope", "c.tobu"));

        // What is opened is for who opened it; everybody else sees the whole as before.
        Assert.Equal("週次まとめ　東部保健所", centre.Heading);
        Colleague kawakami = trial.Colleague("kawakami").In("channel-honcho");
        Assert.Equal("週次まとめ　ひかり県", kawakami.Look(asked).Heading);

        ShownCard set = await takahashi.SayAsync("毎週月曜9時");
        Assert.Contains(
            "毎週月曜 9:00 に、ひかり県の週次まとめをここへお送りします。",
            set.Text,
            StringComparison.Ordinal
        );
        DateTimeOffset now = trial.Room.Clock.Now;
        WeeklySlot next = WeeklyTime.Usual.Around(now, BusinessDays.National).First(s => s.At > now);
        await trial.Room.Clock.MoveToAsync(next.At, CancellationToken.None);

        MessageView sent = await kawakami.Seat.WaitForCardAsync(
            card =>
                card.GetRawText().Contains(next.Period.Code, StringComparison.Ordinal)
                && card.GetRawText().Contains("動いた取り組み", StringComparison.Ordinal),
            CancellationToken.None
        );
        Assert.True(sent.From.IsBot);
    }
}
