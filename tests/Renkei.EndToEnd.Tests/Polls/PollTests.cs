using System.Globalization;
using Renkei.Bot.Groups;
using Renkei.Domain.Time;
using Renkei.EndToEnd.Tests.Setting;
using Renkei.Room.Scenario;
using Xunit.Abstractions;

namespace Renkei.EndToEnd.Tests.Polls;

/// <summary>A date poll in a group chat and a channel of the practice room, with the bot as a process of its own.</summary>
public sealed class PollTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Poll_InAGroupChatAndAChannel_EverybodySeesAllVotesAndTheDate()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        Colleague kawakami = trial.Colleague("kawakami");
        await kawakami.In("group-taiin").AskAsync("ヘルプ");
        await kawakami.In("channel-tobu").AskAsync("ヘルプ");
        ShownCard form = await kawakami.PressAsync(await kawakami.SayAsync("日程の投票"), "新しい投票");
        string day = new BusinessDays([])
            .AddBusinessDays(TokyoTime.DateOf(DateTimeOffset.UtcNow), 10)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        ShownCard check = await kawakami.PressAsync(
            form,
            "次へ（まだ送りません）",
            ("in_title", "退院支援ルールの打合せ"),
            ("in_dates", $"{day} 10:00-12:00\n{day} 14:00-16:00"),
            ("in_where", $"{IdOf("group-taiin")},{IdOf("channel-tobu")}")
        );
        // Four of the group chat, and the newcomer who is only in the channel.
        Assert.Contains("5人：", check.Text, StringComparison.Ordinal);
        ShownCard page = await kawakami.PressAsync(check, "投票を始める");
        Colleague group = trial.Colleague("sato").In("group-taiin");
        Colleague channel = trial.Colleague("tanaka").In("channel-tobu");
        ShownCard board = await CardAsync(group);
        ShownCard channelBoard = await CardAsync(channel);

        await Task.WhenAll(
            VoteAsync(trial, "kawakami", "group-taiin", board),
            VoteAsync(trial, "sato", "group-taiin", board),
            VoteAsync(trial, "tanaka", "channel-tobu", channelBoard),
            VoteAsync(trial, "hayashi", "channel-tobu", channelBoard)
        );
        await VoteAsync(trial, "kobayashi", "group-taiin", board);

        await SeesAsync(group, board, "回答済み 5人");
        await SeesAsync(channel, channelBoard, "回答済み 5人");
        // Pressed on the card from before the votes: what comes back is as things are now.
        ShownCard result = await kawakami.PressAsync(await kawakami.PressAsync(page, "締切・候補日を変える"), "戻る");
        ShownCard decided = await kawakami.PressAsync(
            result,
            result.Buttons.First(b => b.EndsWith("に決める", StringComparison.Ordinal) && b[0] is >= '0' and <= '9')
        );
        Assert.Contains("に決まりました", decided.Text, StringComparison.Ordinal);
        await SeesAsync(group, board, "に決まりました");
        await SeesAsync(channel, channelBoard, "に決まりました");
    }

    private static async Task VoteAsync(TrialRoom trial, string person, string conversation, ShownCard board)
    {
        Colleague here = trial.Colleague(person).In(conversation);
        ShownCard form = await here.PressAsync(board, "回答する");
        ShownCard thanks = await here.PressAsync(form, "すべて○で回答");
        Assert.Contains("回答しました。", thanks.Text, StringComparison.Ordinal);
    }

    private static async Task<ShownCard> CardAsync(Colleague here)
    {
        for (int i = 0; i < 100; i++)
        {
            if (here.FromBot.Count > 0 && here.Newest is { } card && card.Buttons.Contains("回答する"))
            {
                return card;
            }
            await Task.Delay(200);
        }
        throw new InvalidOperationException("The poll was not posted.");
    }

    private async Task SeesAsync(Colleague here, ShownCard board, string text)
    {
        for (int i = 0; i < 100; i++)
        {
            if (here.Look(board).Text.Contains(text, StringComparison.Ordinal))
            {
                output.WriteLine($"{text} after {i * 0.2:F1} s");
                return;
            }
            await Task.Delay(200);
        }
        Assert.Fail($"{text} is not shown, but:\n{here.Look(board).Text}");
    }

    private static string IdOf(string conversation) =>
        Group.IdOf(new HikariPrefecture().FindConversation(conversation)!.TeamsId);
}
