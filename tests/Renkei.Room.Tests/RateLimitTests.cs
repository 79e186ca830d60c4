using Renkei.Room.Connector;

namespace Renkei.Room.Tests;

public sealed class RateLimitTests
{
    private readonly ManualTime time = new();

    [Theory]
    [InlineData(0, 7)]
    [InlineData(1.5, 8)]
    public void Refuse_SendingOneByOne_FollowsTheShortWindows(double secondsAfterSeven, int taken)
    {
        TeamsLimits limits = new(time);
        int done = 0;
        while (done < 7 && limits.Refuse("a", false) is null)
        {
            done++;
        }
        time.Pass(TimeSpan.FromSeconds(secondsAfterSeven));
        while (limits.Refuse("a", false) is null)
        {
            done++;
        }

        Assert.Equal(taken, done);
    }

    [Fact]
    public void Refuse_TwoASecond_StopsAtSixtyInThirtySeconds()
    {
        TeamsLimits limits = new(time);
        int taken = 0;
        while (limits.Refuse("a", false) is null)
        {
            taken++;
            time.Pass(TimeSpan.FromSeconds(0.49));
        }

        Assert.Equal(60, taken);
    }

    [Fact]
    public void Refuse_TheEighthInASecond_SaysHowLongToWait()
    {
        TeamsLimits limits = new(time);
        for (int i = 0; i < 7; i++)
        {
            Assert.Null(limits.Refuse("a", false));
        }
        time.Pass(TimeSpan.FromSeconds(0.25));

        Assert.Equal(TimeSpan.FromSeconds(0.75), limits.Refuse("a", false));
        time.Pass(TimeSpan.FromSeconds(0.75));
        Assert.Null(limits.Refuse("a", false));
    }

    [Fact]
    public void Refuse_Reading_AllowsTwiceAsMuch()
    {
        TeamsLimits limits = new(time);
        int taken = 0;
        while (limits.Refuse("a", true) is null)
        {
            taken++;
        }

        Assert.Equal(14, taken);
    }

    [Fact]
    public void Refuse_ManyConversations_StopsAtFiftyForTheTenant()
    {
        TeamsLimits limits = new(time);
        int taken = 0;
        while (limits.Refuse($"c{taken}", false) is null)
        {
            taken++;
        }

        Assert.Equal(50, taken);
    }

    [Fact]
    public async Task Connector_TheEighthInASecond_Is429WithRetryAfter()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync(o => o with { KeepTeamsLimits = true });
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        string token = await bot.TokenAsync();
        string path = $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities";
        List<ConnectorReply> replies = [];
        // Eight fit into no window of two seconds plus one; a slow machine needs a few more to meet the limit.
        while (replies.Count < 200 && (replies.Count == 0 || replies[^1].Status == 201))
        {
            replies.Add(await bot.CallAsync("POST", path, Samples.Hello, token));
        }

        Assert.Equal(429, replies[^1].Status);
        Assert.Equal("Throttled", replies[^1].ErrorCode);
        Assert.InRange(replies[^1].RetryAfterSeconds!.Value, 1, 30);
        Assert.Equal(replies.Count - 1, sato.Messages.Count);
    }

    private sealed class ManualTime : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Pass(TimeSpan span) => ticks += span.Ticks;
    }
}
