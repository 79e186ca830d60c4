using Renkei.EndToEnd.Tests.Setting;

namespace Renkei.EndToEnd.Tests.Conversation;

/// <summary>What people type, in the personal chat, a group chat and a channel, in Japanese and English.</summary>
[Collection(nameof(SharedTrial))]
public sealed class TypedCommandTests(SharedTrial shared)
{
    private const string ThemesOfEast = "段階チェック（東部保健所・令和";
    private const string Help = "Renkei でできること";

    [Theory]
    [InlineData("段階チェック", ThemesOfEast)]
    [InlineData("だんかいちぇっく", ThemesOfEast)]
    [InlineData("ﾁｪｯｸﾘｽﾄ", ThemesOfEast)]
    [InlineData("チェックリスト見せてください", ThemesOfEast)]
    [InlineData("取り組みの一覧をお願いします", ThemesOfEast)]
    [InlineData("段階チエック", ThemesOfEast)]
    [InlineData("Ｃｈｅｃｋｌｉｓｔ", ThemesOfEast)]
    [InlineData("show the checklist please", ThemesOfEast)]
    [InlineData("checklst", ThemesOfEast)]
    [InlineData("へるぷ", Help)]
    [InlineData("使い方を教えてください", Help)]
    [InlineData("新しい取り組み", "新しい取り組み")]
    [InlineData("役割", "川上 由美さん、こんにちは")]
    public async Task Text_AnyWording_IsUnderstood(string text, string heading)
    {
        ShownCard card = await shared.Trial.Colleague("kawakami").SayAsync(text);
        Assert.StartsWith(heading, card.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_NotUnderstood_OffersTheThreeNearestAndHelpThatWork()
    {
        Colleague kawakami = shared.Trial.Colleague("kawakami");
        ShownCard unsure = await kawakami.SayAsync("あしたの昼ごはんは何がいいかな");
        Assert.Equal("うまく読み取れませんでした", unsure.Heading);
        // What asks head office opens a card of its own below.
        string[] ways = [.. unsure.Buttons.Distinct().Where(b => b != "本庁に相談")];
        Assert.Equal(4, ways.Length);
        Assert.Equal("ヘルプ", ways[3]);
        foreach (string button in ways)
        {
            Assert.NotEqual(unsure.Heading, (await kawakami.PressAsync(unsure, button)).Heading);
        }
    }

    [Theory]
    [InlineData("group-taiin")]
    [InlineData("channel-tobu")]
    public async Task Group_Mention_ShowsAThemeToReadAndTheWayToThePersonalChat(string conversation)
    {
        Colleague here = shared.Trial.Colleague("tanaka").In(conversation);
        ShownCard themes = await here.SayAsync("段階チェック");
        Assert.StartsWith(ThemesOfEast, themes.Heading, StringComparison.Ordinal);
        Assert.DoesNotContain("新しい取り組み", themes.Buttons);

        ShownCard theme = await here.PressAsync(themes, "開く");

        Assert.Empty(theme.Inputs);
        Assert.DoesNotContain("次の一歩を開く", theme.Buttons);
        Assert.Contains("答えるのは個人チャットで", theme.Texts);
        Assert.StartsWith("https://teams.microsoft.com/l/chat/", Assert.Single(theme.Links), StringComparison.Ordinal);
        // Only who pressed sees it; for the others the list stays.
        Assert.Equal(themes.Heading, shared.Trial.Colleague("sato").In(conversation).Look(themes).Heading);
    }

    [Fact]
    public async Task Group_WithoutMention_StaysSilent()
    {
        Colleague here = shared.Trial.Colleague("sato").In("group-taiin");
        int before = here.FromBot.Count;
        Assert.Null((await here.Seat.SayAsync("段階チェック", mention: false, CancellationToken.None)).Answer);
        Assert.Equal(before, here.FromBot.Count);
    }

    [Fact]
    public async Task Group_PersonalCommand_PointsToThePersonalChat()
    {
        Colleague here = shared.Trial.Colleague("sato").In("group-taiin");
        Assert.Contains("個人チャット", (await here.AskAsync("続き")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channel_Mention_AnswersInTheThread()
    {
        Colleague here = shared.Trial.Colleague("kawakami").In("channel-tobu");
        await here.SayAsync("ヘルプ");
        string asked = here.Seat.Messages.Last(m => !m.From.IsBot).Id;
        Assert.Equal(asked, here.FromBot[^1].ReplyTo);
    }

    [Fact]
    public async Task EnglishTeams_EnglishCards()
    {
        Colleague emma = shared.Trial.Colleague("emma");
        ShownCard choose = await emma.SayAsync("stage check");
        ShownCard themes = await emma.PressAsync(choose, "Open", ("in_centre", "tobu"));
        Assert.StartsWith("Stage check (", themes.Heading, StringComparison.Ordinal);
        ShownCard theme = await emma.PressAsync(themes, "Open");
        ShownCard help = await emma.SayAsync("help");
        Assert.Equal("What Renkei can do", help.Heading);

        // Names of themes and people are what they are; everything else is English.
        string said = string.Join('\n', choose.Text, themes.Text, theme.Text, help.Text);
        foreach (string name in (string[])["退院支援ルールづくり", "佐藤 美咲", "田中 浩", "川上 由美"])
        {
            said = said.Replace(name, "", StringComparison.Ordinal);
        }
        Assert.DoesNotMatch(
            "[\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff]",
            said.Replace("表1", "", StringComparison.Ordinal)
        );
    }
}
