using Renkei.Room.Client;
using Renkei.Room.Trouble;

namespace Renkei.Room.Tests;

/// <summary>Deadlines, repetition and the trouble switches.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task Say_NoAnswerInTime_RepeatsTheSameIdTwiceThenGivesUp()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync(o =>
            o with
            {
                GiveUpAfter = TimeSpan.FromMilliseconds(400),
            }
        );
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        bot.Answer = NeverAsync;
        SaidMessage said = await sato.SayAsync("こんにちは", default);

        Assert.Equal("botTooLate", said.Answer?.Error?.Code);
        Assert.Equal(3, bot.Messages.Count);
        Assert.All(bot.Messages, m => Assert.Equal(said.Message.Id, m.Id));
    }

    [Fact]
    public async Task Press_NoAnswerInTime_RepeatsTheSameIdThenANewOne()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync(o =>
            o with
            {
                GiveUpAfter = TimeSpan.FromMilliseconds(400),
            }
        );
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        await bot.PostAsync(sato.ConversationId, Samples.Card);
        int asked = 0;
        bot.Answer = async (h, ct) =>
            Interlocked.Increment(ref asked) < 3 ? await NeverAsync(h, ct) : (200, Samples.OtherCardAnswer);
        CardAnswer answer = await sato.PressAsync(sato.Messages[0], "walk/save", null, default);
        IReadOnlyList<Heard> invokes = [.. bot.Heard.Where(h => h.Type == "invoke")];

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(3, invokes.Count);
        Assert.Equal(invokes[0].Id, invokes[1].Id);
        Assert.NotEqual(invokes[0].Id, invokes[2].Id);
        Assert.Equal(invokes[0].Activity["value"]!.ToJsonString(), invokes[2].Activity["value"]!.ToJsonString());
    }

    [Fact]
    public async Task Say_RepeatSameId_IsHeardTwiceAlike()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        bot.Room.Trouble.On(new(Person: "sato"), TroubleKind.RepeatSameId);
        await sato.SayAsync("一度だけ", default);
        await bot.Room.Person("tanaka").SayAsync("関係ない人", default);

        Assert.Equal(3, bot.Messages.Count);
        Assert.Equal(bot.Messages[0].Activity.ToJsonString(), bot.Messages[1].Activity.ToJsonString());
        Assert.Equal(2, sato.Messages.Count + bot.Room.Person("tanaka").Messages.Count);
    }

    [Fact]
    public async Task Say_RepeatNewId_IsHeardTwiceUnderTwoIds()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        bot.Room.Trouble.On(new(Conversation: "personal-sato"), TroubleKind.RepeatNewId);
        await sato.SayAsync("一度だけ", default);

        Assert.Equal(2, bot.Messages.Count);
        Assert.NotEqual(bot.Messages[0].Id, bot.Messages[1].Id);
        Assert.Equal((string?)bot.Messages[0].Activity["text"], (string?)bot.Messages[1].Activity["text"]);
    }

    [Fact]
    public async Task Press_Slow_UsesTheAnswerToTheRepeatUnderANewId()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        await bot.PostAsync(sato.ConversationId, Samples.Card);
        int asked = 0;
        bot.Answer = (_, _) =>
            Task.FromResult<(int, string?)>(
                (
                    200,
                    Samples.OtherCardAnswer.Replace(
                        "済み",
                        $"{Interlocked.Increment(ref asked)}回目",
                        StringComparison.Ordinal
                    )
                )
            );
        bot.Room.Trouble.On(TroubleTarget.Everything, TroubleKind.Slow, new(Remaining: 1));
        CardAnswer answer = await sato.PressAsync(sato.Messages[0], "walk/save", null, default);

        Assert.Contains("3回目", answer.Card!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(bot.Room.Trouble.Current);
    }

    [Fact]
    public async Task Say_NoBot_SaysSoAndInstallsLater()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        bot.Room.BotUrl = new Uri("http://127.0.0.1:9/");
        Seat sato = bot.Room.Person("sato");
        Assert.Equal("botUnreachable", (await sato.SayAsync("誰かいますか", default)).Answer?.Error?.Code);

        bot.Room.BotUrl = bot.Url;
        await sato.SayAsync("今度は", default);
        Assert.Equal(["conversationUpdate", "installationUpdate", "message"], bot.Heard.Select(h => h.Type));
    }

    [Theory]
    [InlineData(TroubleKind.Throttle, 429, 7, false)]
    [InlineData(TroubleKind.ThrottleNoRetryAfter, 429, null, false)]
    [InlineData(TroubleKind.BadGatewayBefore, 502, null, false)]
    [InlineData(TroubleKind.BadGatewayAfter, 502, null, true)]
    public async Task Connector_InTrouble_FailsAsSaidForThatPersonOnly(
        TroubleKind kind,
        int status,
        int? retryAfter,
        bool delivered
    )
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        Seat tanaka = bot.Room.Person("tanaka");
        await sato.InstallAsync(default);
        await tanaka.InstallAsync(default);
        bot.Room.Trouble.On(new(Person: "sato"), kind, new(RetryAfterSeconds: 7, Remaining: 1));
        string path = $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities";
        await bot.PostAsync(tanaka.ConversationId, Samples.Hello);
        ConnectorReply first = await bot.CallAsync("POST", path, Samples.Hello);
        ConnectorReply second = await bot.CallAsync("POST", path, Samples.Hello);

        Assert.Equal(status, first.Status);
        Assert.Equal(retryAfter, first.RetryAfterSeconds);
        Assert.Equal(201, second.Status);
        Assert.Equal(delivered ? 2 : 1, sato.Messages.Count);
    }

    [Fact]
    public async Task Blocked_RefusesInBothShapesUntilThePersonWrites()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        string path = $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities";
        string id = await bot.PostAsync(sato.ConversationId, Samples.Hello);
        bot.Room.Trouble.On(new(Person: "sato"), TroubleKind.Blocked);
        ConnectorReply post = await bot.CallAsync("POST", path, Samples.Hello);
        ConnectorReply put = await bot.CallAsync("PUT", $"{path}/{id}", Samples.Hello);

        Assert.Equal(403, post.Status);
        Assert.Equal(209, (int?)post.Json["errorCode"]);
        Assert.Contains(
            "\"subCode\":\"MessageWritesBlocked\"",
            (string?)post.Json["message"],
            StringComparison.Ordinal
        );
        Assert.Equal((403, "ConversationBlockedByUser"), (put.Status, put.ErrorCode));

        await sato.SayAsync("やっぱり", default);
        Assert.Equal(201, (await bot.CallAsync("POST", path, Samples.Hello)).Status);
    }

    [Fact]
    public async Task Uninstalled_TellsTheBotAndRefusesUntilInstalledAgain()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.SayAsync("こんにちは", default);
        await bot.Room.SetTroubleAsync(new(Person: "sato"), TroubleKind.Uninstalled, true, null, default);
        string path = $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities";

        Assert.Equal("remove", (string?)bot.Last.Activity["action"]);
        Assert.Equal("BotNotInConversationRoster", (await bot.CallAsync("POST", path, Samples.Hello)).ErrorCode);
        Assert.Equal("notInstalled", (await sato.SayAsync("いますか", default)).Answer?.Error?.Code);

        await sato.InstallAsync(default);
        Assert.Equal("add", (string?)bot.Last.Activity["action"]);
        Assert.Equal(201, (await bot.CallAsync("POST", path, Samples.Hello)).Status);
    }

    private static async Task<(int, string?)> NeverAsync(Heard heard, CancellationToken ct)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, ct);
        }
        catch (OperationCanceledException)
        {
            // The room gave up.
        }
        return (200, null);
    }
}
