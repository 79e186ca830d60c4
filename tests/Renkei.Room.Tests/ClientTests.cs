using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.Room.Client;
using Renkei.Room.Conversations;

namespace Renkei.Room.Tests;

/// <summary>What people do, and what the bot then hears (protocol facts: sections 1, 5, 6 and 7).</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task Say_FirstContact_InstallsWithBothActivitiesThenSays()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        await bot.Room.Person("sato").SayAsync("こんにちは", default);
        await bot.Room.Person("sato").SayAsync("もう一度", default);

        Assert.Equal(["conversationUpdate", "installationUpdate", "message", "message"], bot.Heard.Select(h => h.Type));
        Assert.Equal(
            "28:00000000-0000-4000-c000-000000000001",
            (string?)bot.Heard[0].Activity["membersAdded"]![0]!["id"]
        );
        Assert.Equal("add", (string?)bot.Heard[1].Activity["action"]);
        Assert.Null(bot.Heard[1].Activity["locale"]);
    }

    [Fact]
    public async Task Say_Personal_IsWrittenAsTeamsWritesIt()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        MessageView said = (await bot.Room.Person("sato").SayAsync("段階チェック", default)).Message;
        JsonObject heard = bot.Last.Activity;

        Assert.Equal(said.Id, (string?)heard["id"]);
        Assert.Equal("段階チェック", (string?)heard["text"]);
        Assert.Equal("plain", (string?)heard["textFormat"]);
        Assert.Equal("msteams", (string?)heard["channelId"]);
        Assert.Equal("ja-JP", (string?)heard["locale"]);
        Assert.Equal("Asia/Tokyo", (string?)heard["localTimezone"]);
        Assert.EndsWith("+09:00", (string?)heard["localTimestamp"], StringComparison.Ordinal);
        Assert.Equal("personal", (string?)heard["conversation"]!["conversationType"]);
        Assert.Null(heard["conversation"]!["isGroup"]);
        Assert.Equal("00000000-0000-4000-b000-000000000001", (string?)heard["conversation"]!["tenantId"]);
        Assert.Equal("00000000-0000-4000-b000-000000000001", (string?)heard["channelData"]!["tenant"]!["id"]);
        Assert.Equal("00000000-0000-4000-a000-000000000003", (string?)heard["from"]!["aadObjectId"]);
        Assert.Equal("佐藤 美咲", (string?)heard["from"]!["name"]);
        Assert.Equal("clientInfo", (string?)heard["entities"]![0]!["type"]);
        Assert.False(string.IsNullOrEmpty(bot.Last.Trace));
    }

    [Fact]
    public async Task Say_WithoutMentionInAGroup_IsNotHeard()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        SaidMessage said = await bot.Room.Person("sato").In("group-taiin").SayAsync("ひとりごと", false, default);

        Assert.Null(said.Answer);
        Assert.Empty(bot.Heard);
        Assert.Equal("ひとりごと", Assert.Single(bot.Room.Person("tanaka").In("group-taiin").Messages).Text);
    }

    [Fact]
    public async Task Say_WithMentionInAChannel_NamesThreadTeamAndMention()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat channel = bot.Room.Person("takahashi").In("channel-honcho");
        MessageView said = (await channel.SayAsync("週次 <まとめ>", true, default)).Message;
        JsonObject heard = bot.Last.Activity;

        Assert.Equal("<at>Renkei</at>\u00A0週次 <まとめ>", (string?)heard["text"]);
        Assert.Equal(
            "mention 28:00000000-0000-4000-c000-000000000001 <at>Renkei</at>",
            heard["entities"]!
                .AsArray()
                .Where(e => (string?)e!["type"] == "mention")
                .Select(e => $"mention {e!["mentioned"]!["id"]} {e["text"]}")
                .Single()
        );
        Assert.Equal($"{channel.ConversationId};messageid={said.Id}", (string?)heard["conversation"]!["id"]);
        Assert.Equal("channel", (string?)heard["conversation"]!["conversationType"]);
        Assert.True((bool?)heard["conversation"]!["isGroup"]);
        Assert.Equal(channel.ConversationId, (string?)heard["channelData"]!["team"]!["id"]);
        Assert.Equal(channel.ConversationId, (string?)heard["channelData"]!["channel"]!["id"]);
        Assert.Equal("text/html", (string?)heard["attachments"]![0]!["contentType"]);
        Assert.Contains("&lt;まとめ&gt;", (string?)heard["attachments"]![0]!["content"], StringComparison.Ordinal);
        // The installation carries the channel itself, not a thread.
        Assert.Equal("teamMemberAdded", (string?)bot.Heard[0].Activity["channelData"]!["eventType"]);
    }

    [Fact]
    public async Task Say_EnglishPerson_HasHerLocale()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        await bot.Room.Person("emma").SayAsync("hello", default);
        Assert.Equal("en-GB", (string?)bot.Last.Activity["locale"]);
        Assert.Equal("Emma Clark", (string?)bot.Last.Activity["from"]!["name"]);

        bot.Room.Person("emma").SetLocale("ja-JP");
        await bot.Room.Person("emma").SayAsync("hello", default);
        Assert.Equal("ja-JP", (string?)bot.Last.Activity["locale"]);
    }

    [Fact]
    public async Task Press_Execute_MergesInputsAndShowsTheCardToThePresserAlone()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato").In("group-taiin");
        await sato.InstallAsync(default);
        string id = await bot.PostAsync(sato.ConversationId, Samples.Card);
        bot.AnswerInvokes(Samples.OtherCardAnswer);
        MessageView message = await sato.WaitForCardAsync(_ => true, default);
        CardAnswer answer = await sato.PressAsync(
            message,
            "walk/save",
            new Dictionary<string, string> { ["in_note"] = "新しい" },
            default
        );
        JsonObject invoke = bot.Last.Activity;

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal("adaptiveCard/action", (string?)invoke["name"]);
        Assert.StartsWith("f:", (string?)invoke["id"], StringComparison.Ordinal);
        Assert.Equal(id, (string?)invoke["replyToId"]);
        Assert.Equal("manual", (string?)invoke["value"]!["trigger"]);
        Assert.Equal("Action.Execute", (string?)invoke["value"]!["action"]!["type"]);
        Assert.Equal("walk/save", (string?)invoke["value"]!["action"]!["verb"]);
        Assert.Equal(
            """{"theme":"t1","in_note":"新しい"}""",
            invoke["value"]!["action"]!["data"]!.ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        );
        Assert.Equal("済み", FirstText(Assert.Single(sato.Messages)));
        Assert.True(sato.Messages[0].Private);
        MessageView others = Assert.Single(bot.Room.Person("tanaka").In("group-taiin").Messages);
        Assert.False(others.Private);
        Assert.DoesNotContain("済み", others.Attachments[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_ThenUpdateForEverybody_EndsThePrivateView()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato").In("group-taiin");
        await sato.InstallAsync(default);
        string id = await bot.PostAsync(sato.ConversationId, Samples.Card);
        bot.AnswerInvokes(Samples.OtherCardAnswer);
        await sato.PressAsync(sato.Messages[0], "walk/save", null, default);
        await bot.CallAsync(
            "PUT",
            $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities/{id}",
            Samples.Card.Replace("保存", "全員へ", StringComparison.Ordinal)
        );

        Assert.False(sato.Messages[0].Private);
        Assert.Contains("全員へ", sato.Messages[0].Attachments[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_InAChannel_ComesFromTheThreadOfTheCard()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat channel = bot.Room.Person("sato").In("channel-tobu");
        await channel.InstallAsync(default);
        string root = await bot.PostAsync(channel.ConversationId, Samples.Hello);
        string reply = await bot.PostAsync($"{channel.ConversationId};messageid={root}", Samples.Card);
        await channel.PressAsync(channel.Messages[1], "walk/save", null, default);

        Assert.Equal(reply, (string?)bot.Last.Activity["replyToId"]);
        Assert.Equal($"{channel.ConversationId};messageid={root}", (string?)bot.Last.Activity["conversation"]!["id"]);
    }

    [Fact]
    public async Task Press_MessageAnswer_LeavesTheCard()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        await bot.PostAsync(sato.ConversationId, Samples.Card);
        bot.AnswerInvokes(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"保存しました"}"""
        );
        CardAnswer answer = await sato.PressAsync(sato.Messages[0], "walk/save", null, default);

        Assert.Equal("保存しました", answer.Value!.Value.GetString());
        Assert.Contains("walk/save", sato.Messages[0].Attachments[0].GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(501, null, "botRefused")]
    [InlineData(200, "{oops", "botAnswerUnreadable")]
    public async Task Press_BadAnswer_IsAnError(int status, string? body, string code)
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        await bot.PostAsync(sato.ConversationId, Samples.Card);
        bot.Answer = (_, _) => Task.FromResult<(int, string?)>((status, body));
        CardAnswer answer = await sato.PressAsync(sato.Messages[0], "walk/save", null, default);

        Assert.Equal(code, answer.Error?.Code);
    }

    [Fact]
    public async Task Press_AsSubmit_IsAMessageWithValueAndWithoutText()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        string id = await bot.PostAsync(sato.ConversationId, Samples.Card);
        await sato.PressAsync(
            sato.Messages[0],
            a => a.Verb == "walk/save",
            new Dictionary<string, string> { ["in_note"] = "x" },
            asSubmit: true,
            default
        );
        JsonObject heard = bot.Last.Activity;

        Assert.Equal("message", (string?)heard["type"]);
        Assert.False(heard.ContainsKey("text"));
        Assert.Equal(id, (string?)heard["replyToId"]);
        Assert.Equal("""{"verb":"walk/save","theme":"t1","in_note":"x"}""", heard["value"]!.ToJsonString());
    }

    [Theory]
    [InlineData(
        """{"type":"messageBack","text":"status all","displayText":"状況","value":{"a":1}}""",
        "status all",
        "状況",
        """{"a":1}"""
    )]
    [InlineData("""{"type":"imBack","value":"ヘルプ"}""", "ヘルプ", "ヘルプ", null)]
    public async Task Press_SubmitThatSpeaks_SpeaksForThePerson(string teams, string text, string shown, string? value)
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        string id = await bot.PostAsync(sato.ConversationId, Samples.Card);
        using JsonDocument data = JsonDocument.Parse($$"""{"msteams":{{teams}}}""");
        await sato.PressAsync(id, new("Action.Submit", Data: data.RootElement), null, default);

        Assert.Equal(text, (string?)bot.Last.Activity["text"]);
        Assert.Equal(value, bot.Last.Activity["value"]?.ToJsonString());
        Assert.Equal(shown, sato.Messages[^1].Text);
        Assert.Equal("sato", sato.Messages[^1].From.Id);
    }

    [Theory]
    [InlineData(",\"userIds\":[\"{sato}\"]", "sato", true)]
    [InlineData(",\"userIds\":[\"{sato}\"]", "tanaka", false)]
    [InlineData(",\"userIds\":[]", "sato", false)]
    [InlineData("", "tanaka", true)]
    public async Task Refresh_AsksTheBotForTheListedPeopleOnly(string userIds, string person, bool asked)
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat seat = bot.Room.Person(person).In("group-taiin");
        await seat.InstallAsync(default);
        int before = bot.Heard.Count;
        string card = Samples.CardFor(
            userIds.Replace("{sato}", bot.Room.Person("sato").UserId, StringComparison.Ordinal)
        );
        await bot.PostAsync(seat.ConversationId, card);
        bot.AnswerInvokes(Samples.OtherCardAnswer);
        await seat.RefreshAsync(seat.Messages[0], default);

        Assert.Equal(asked ? 1 : 0, bot.Heard.Count - before);
        Assert.Equal(asked, seat.Messages[0].Private);
        if (asked)
        {
            Assert.Equal("automatic", (string?)bot.Last.Activity["value"]!["trigger"]);
            Assert.Equal("walk/view", (string?)bot.Last.Activity["value"]!["action"]!["verb"]);
        }
    }

    [Fact]
    public async Task Dialog_FetchAndSubmit_CarryDataAndTheme()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        await bot.PostAsync(sato.ConversationId, Samples.Card);
        bot.AnswerInvokes("""{"task":{"type":"continue","value":{"title":"シート"}}}""");
        CardAnswer opened = await sato.PressAsync(sato.Messages[0], a => a.Title == "開く", null, false, default);
        Heard fetch = bot.Last;
        bot.AnswerInvokes("""{"task":{"type":"message","value":"ありがとうございます"}}""");
        CardAnswer closed = await sato.AnswerDialogAsync(new JsonObject { ["in_a"] = "1" }, default);

        Assert.Equal("task/fetch", fetch.Name);
        Assert.Equal("sheet", (string?)fetch.Activity["value"]!["data"]!["what"]);
        Assert.Equal("default", (string?)fetch.Activity["value"]!["context"]!["theme"]);
        Assert.Equal("continue", opened.Task!.Value.GetProperty("type").GetString());
        Assert.Equal("task/submit", bot.Last.Name);
        Assert.Equal("1", (string?)bot.Last.Activity["value"]!["data"]!["in_a"]);
        Assert.Equal("ありがとうございます", closed.Task!.Value.GetProperty("value").GetString());
    }

    [Fact]
    public async Task Query_TextAndNone_AskAsTheSearchBoxDoes()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.QueryAsync("playbook", "query", "退院", default);
        Assert.Equal("composeExtension/query", bot.Last.Name);
        Assert.Equal(
            """{"name":"query","value":"退院"}""",
            bot.Last.Activity["value"]!["parameters"]![0]!.ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        );

        await sato.QueryAsync("playbook", "query", "", default);
        Assert.Equal(
            """{"name":"initialRun","value":"true"}""",
            bot.Last.Activity["value"]!["parameters"]![0]!.ToJsonString()
        );
    }

    [Fact]
    public async Task Extension_OnAMessage_CarriesTheMessage()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato").In("group-taiin");
        MessageView said = (await sato.SayAsync("医師会長と <面会>", false, default)).Message;
        await bot.Room.Person("tanaka").In("group-taiin").OpenExtensionAsync("note", said, default);
        JsonNode value = bot.Last.Activity["value"]!;

        Assert.Equal("composeExtension/fetchTask", bot.Last.Name);
        Assert.Equal("message", (string?)value["commandContext"]);
        Assert.Equal(said.Id, (string?)value["messagePayload"]!["id"]);
        Assert.Equal("<p>医師会長と &lt;面会&gt;</p>", (string?)value["messagePayload"]!["body"]!["content"]);
        Assert.Equal("00000000-0000-4000-a000-000000000003", (string?)value["messagePayload"]!["from"]!["user"]!["id"]);

        await sato.SubmitExtensionAsync("note", said, new JsonObject { ["in_a"] = "1" }, default);
        Assert.Equal("composeExtension/submitAction", bot.Last.Name);
        Assert.Equal("1", (string?)bot.Last.Activity["value"]!["data"]!["in_a"]);
    }

    [Fact]
    public async Task React_TwiceToTheBotsMessage_AddsThenRemoves()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        string id = await bot.PostAsync(sato.ConversationId, Samples.Hello);
        await sato.ReactAsync(sato.Messages[0], "like", default);
        Assert.Equal("like", (string?)bot.Last.Activity["reactionsAdded"]![0]!["type"]);
        Assert.Equal(id, (string?)bot.Last.Activity["replyToId"]);
        Assert.Equal(["sato"], Assert.Single(sato.Messages[0].Reactions).People);

        await sato.ReactAsync(sato.Messages[0], "like", default);
        Assert.Equal("like", (string?)bot.Last.Activity["reactionsRemoved"]![0]!["type"]);
        Assert.Empty(sato.Messages[0].Reactions);
    }

    [Fact]
    public async Task React_ToAPersonsMessage_IsNotHeard()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.SayAsync("こんにちは", default);
        int before = bot.Heard.Count;

        Assert.Null(await sato.ReactAsync(sato.Messages[0], "like", default));
        Assert.Equal(before, bot.Heard.Count);
    }

    [Fact]
    public async Task Conversation_OfTwentyTurns_TakesWellUnderASecond()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        string token = await bot.TokenAsync();
        string path = $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities";
        bot.Answer = async (h, _) =>
        {
            if (h.Type == "message")
            {
                await bot.CallAsync("POST", path, Samples.Card, token);
            }
            return (200, h.Type == "invoke" ? Samples.OtherCardAnswer : null);
        };
        await sato.SayAsync("温める", default);
        long started = System.Diagnostics.Stopwatch.GetTimestamp();
        for (int turn = 0; turn < 10; turn++)
        {
            await sato.SayAsync("段階チェック", default);
            MessageView card = await sato.WaitForCardAsync(
                c => c.GetRawText().Contains("walk/save", StringComparison.Ordinal),
                default
            );
            await sato.PressAsync(card, "walk/save", null, default);
        }

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 1);
    }

    private static string FirstText(MessageView message) =>
        message.Attachments[0].GetProperty("content").GetProperty("body")[0].GetProperty("text").GetString()!;
}
