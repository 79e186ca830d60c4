using Renkei.Room.Clock;

namespace Renkei.Room.Tests;

/// <summary>What is typed to move the clock.</summary>
public sealed class ClockCommandTests
{
    [Theory]
    [InlineData("時間を進める 3日", 72)]
    [InlineData("時間を進める　３日", 72)]
    [InlineData("時間を進める", 24)]
    [InlineData("時間を3日進めて", 72)]
    [InlineData("時計を2時間進める", 2)]
    [InlineData("2時間だけ進めてください。", 2)]
    [InlineData("1週間進める", 168)]
    [InlineData("進める 2週", 336)]
    [InlineData("advance 3 days", 72)]
    [InlineData("Advance the clock by 1 hour", 1)]
    [InlineData("move on a week", 168)]
    [InlineData("ａｄｖａｎｃｅ ２ ｄａｙｓ", 48)]
    [InlineData("366日進める", 8784)]
    public void Read_AStep_IsSoLong(string typed, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), ClockCommand.Read(typed)?.Step);

    [Theory]
    [InlineData("次の通知まで")]
    [InlineData("次の通知まで進める")]
    [InlineData("時間を次のお知らせまで進めて")]
    [InlineData("to the next reminder")]
    [InlineData("advance to next notice")]
    public void Read_NextReminder_HasNoStep(string typed)
    {
        ClockCommand? command = ClockCommand.Read(typed);

        Assert.NotNull(command);
        Assert.Null(command.Step);
    }

    [Theory]
    [InlineData("")]
    [InlineData("続きを進める")]
    [InlineData("会議の準備を進める")]
    [InlineData("3日")]
    [InlineData("時間")]
    [InlineData("0日進める")]
    [InlineData("367日進める")]
    [InlineData("9999週間進める")]
    [InlineData("12345日進める")]
    [InlineData("-3日進める")]
    [InlineData("advance 3 months")]
    [InlineData("advance care planning")]
    [InlineData("通知の設定")]
    [InlineData("次の会議まで")]
    public void Read_AnythingElse_IsForTheBot(string typed) => Assert.Null(ClockCommand.Read(typed));
}
