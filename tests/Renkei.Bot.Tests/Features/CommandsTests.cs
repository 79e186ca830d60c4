using System.Text.Json.Nodes;
using Renkei.Bot.Conversation;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features;

public sealed class CommandsTests : IAsyncLifetime
{
    private readonly TestBot bot = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Command_TitleOrAnyWord_IsUnderstoodInBothLanguages()
    {
        Player sato = await bot.SatoAsync();
        Assert.Equal(
            [
                "themes",
                "newtheme",
                "continue",
                "undo",
                "councils",
                "newcouncil",
                "schedule",
                "mytasks",
                "agreements",
                "polls",
                "export",
                "noticeledger",
                "noticesettings",
                "centrelead",
                "askheadoffice",
                "requests",
                "requestdesk",
                "summary",
                "weeklydelivery",
                "feedback",
                "findfeedback",
                "membership",
                "help",
            ],
            bot.Routes.Commands.Select(c => c.Code)
        );
        // Words for a summary name the period as well: SummariesTests.
        foreach (BotCommand command in bot.Routes.Commands.Where(c => c.Code != "summary"))
        {
            string pressed = (await sato.ActAsync("command/run", new() { ["c"] = command.Code })).Text;
            foreach (string words in (string[])[command.Title.Ja, command.Title.En, .. command.Words])
            {
                Assert.Equal((words, pressed), (words, (await sato.SayAsync(words)).Text));
            }
        }
    }

    [Fact]
    public async Task Command_OfAMunicipality_OffersNoButtonThatLeadsBackToTheSameWords()
    {
        Player kobayashi = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");
        foreach (BotCommand command in bot.Routes.Commands)
        {
            Shown shown = await kobayashi.ActAsync("command/run", new() { ["c"] = command.Code });
            foreach (string button in shown.Buttons.Where(b => shown.DataOf(b)["c"] is not null))
            {
                Shown next = await kobayashi.PressAsync(shown, button);
                Assert.NotEqual((command.Code, button, shown.Text), (command.Code, button, next.Text));
            }
        }
    }

    [Theory]
    [InlineData(false, "取り組み 会議 日程 まとめとファイル 県本庁とのやりとり 通知と設定")]
    [InlineData(true, "取り組み 会議 まとめとファイル 県本庁とのやりとり 通知と設定")]
    public async Task Help_ShowsEveryCommandOnceUnderTheHeadingOfItsGroup(bool inGroup, string headings)
    {
        Player sato = await bot.SatoAsync();

        JsonObject[] body =
        [
            .. (await sato.SayAsync("ヘルプ", inGroup)).Card!["body"]!.AsArray().Select(e => e!.AsObject()),
        ];

        int[] facts =
        [
            .. Enumerable.Range(0, body.Length).Where(i => body[i]["type"]!.GetValue<string>() == "FactSet"),
        ];
        Assert.Equal(headings, string.Join(' ', facts.Select(i => body[i - 1]["text"]!.GetValue<string>())));
        string[] titles =
        [
            .. facts.SelectMany(i => body[i]["facts"]!.AsArray().Select(f => f!["title"]!.GetValue<string>())),
        ];
        Assert.Equal(
            bot.Routes.Commands.Where(c => !inGroup || c.InGroups)
                .Select(c => c.Title.Ja)
                .Order(StringComparer.Ordinal),
            titles.Order(StringComparer.Ordinal)
        );
        Assert.Equal("会議準備", inGroup ? titles[1] : titles[4]);
    }

    [Theory]
    [InlineData("ﾍﾙﾌﾟ", "Renkei でできること")]
    [InlineData("へるぷをお願いします。", "Renkei でできること")]
    [InlineData("段階チエック", "段階チェック（東部保健所・令和8年度）")]
    [InlineData("チェックリストを見せてください", "段階チェック（東部保健所・令和8年度）")]
    [InlineData("使い方が分からないです", "Renkei でできること")]
    [InlineData("次の会議はいつですか", "会議準備（東部保健所）")]
    [InlineData("STAGE CHECK", "段階チェック（東部保健所・令和8年度）")]
    public async Task Text_WidthKanaEndingOrSlip_IsUnderstood(string text, string heading)
    {
        Player sato = await bot.SatoAsync();

        Assert.Contains(heading, (await sato.SayAsync(text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_Unknown_GetsTheThreeNearestAndTheWholeListAsButtonsThatWork()
    {
        Player sato = await bot.SatoAsync();

        Shown unsure = await sato.SayAsync("明日の天気はどうですか");

        Assert.Equal(["ヘルプ", "本庁に相談"], unsure.Buttons.Skip(3));
        foreach (string button in unsure.Buttons)
        {
            Shown shown = await sato.PressAsync(unsure, button);
            Assert.Equal(200, shown.Status);
        }
    }

    [Theory]
    [InlineData("ありがとうございます。")]
    [InlineData("お疲れ様でした")]
    [InlineData("Thank you!")]
    public async Task Text_Courtesy_IsReturnedAndAsksNothing(string text)
    {
        Player sato = await bot.SatoAsync();

        Shown answer = await sato.SayAsync(text);

        Assert.Null(answer.Card);
        Assert.Contains("こちらこそ、ありがとうございます。", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_UnknownInAGroup_OffersOnlyWhatWorksThere()
    {
        Player sato = await bot.SatoAsync();

        Shown unsure = await sato.SayAsync("明日の天気はどうですか", inGroup: true);

        Assert.Equal(4, unsure.Buttons.Count);
        foreach (string button in unsure.Buttons)
        {
            string code = unsure.DataOf(button)["c"]!.GetValue<string>();
            Assert.Contains(bot.Routes.Commands, c => c.Code == code && c.InGroups);
        }
    }

    [Fact]
    public async Task Button_OfAnEarlierVersion_IsRefusedWithTheWayOn()
    {
        Player sato = await bot.SatoAsync();

        Shown refused = await sato.ActAsync("council/prepare", []);

        Assert.Equal(400, refused.Status);
        Assert.Contains("「ヘルプ」と送ると", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_InsteadOfExecute_ReplacesTheCard()
    {
        Player sato = await bot.SatoAsync();
        JsonObject submit = sato.Activity("message", inGroup: false);
        submit["replyToId"] = "100";
        submit["value"] = new JsonObject { ["verb"] = "command/run", ["c"] = "help" };

        await sato.DispatchAsync(submit);

        Assert.Contains("Renkei でできること", Assert.Single(sato.Received).Text, StringComparison.Ordinal);
    }
}
