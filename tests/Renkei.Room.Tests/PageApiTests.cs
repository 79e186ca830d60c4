using System.Text;
using System.Text.Json.Nodes;

namespace Renkei.Room.Tests;

/// <summary>The interface the page uses, over HTTP.</summary>
public sealed class PageApiTests
{
    [Fact]
    public async Task State_DescribesTheSamplePrefecture()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        using HttpClient http = new() { BaseAddress = bot.Room.Url };
        JsonNode state = JsonNode.Parse(await http.GetStringAsync(Api("state")))!;
        JsonNode sato = state["people"]!.AsArray().Single(p => (string)p!["id"]! == "sato")!;

        Assert.Equal(13, state["people"]!.AsArray().Count);
        Assert.Equal("佐藤 美咲", (string?)sato["name"]!["ja"]);
        Assert.Equal("Misaki Sato", (string?)sato["name"]!["en"]);
        Assert.Equal("東部保健所", (string?)sato["place"]!["ja"]);
        Assert.Equal(
            ["group-taiin", "channel-honcho", "channel-tobu"],
            state["conversations"]!
                .AsArray()
                .Select(c => (string)c!["key"]!)
                .Where(k => !k.StartsWith("personal-", StringComparison.Ordinal))
        );
        Assert.Equal("hayashi", (string?)state["lesson"]!["person"]);
        Assert.Equal("hello", (string?)state["lesson"]!["current"]);
        Assert.Equal("running", (string?)state["bot"]!["state"]);
        Assert.False((bool?)state["bot"]!["controlled"]);
    }

    [Fact]
    public async Task Say_AnswersAtOnceAndTheBotHears()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        using HttpClient http = new() { BaseAddress = bot.Room.Url };
        TaskCompletionSource release = new();
        bot.Answer = async (_, _) =>
        {
            await release.Task;
            return (200, null);
        };
        JsonNode said = await PostAsync(
            http,
            "conversations/personal-sato/say",
            """{"person":"sato","text":"こんにちは"}"""
        );
        release.SetResult();

        Assert.Equal("こんにちは", (string?)said["text"]);
        Assert.Equal("sato", (string?)said["from"]!["id"]);
    }

    [Theory]
    [InlineData("conversations/nowhere/say", """{"person":"sato","text":"a"}""", 404)]
    [InlineData("conversations/personal-sato/say", """{"person":"nobody","text":"a"}""", 404)]
    [InlineData("conversations/personal-sato/say", """{"person":"tanaka","text":"a"}""", 400)]
    [InlineData("conversations/personal-sato/say", """{"person":"sato","text":" "}""", 400)]
    [InlineData("conversations/personal-sato/say", "{", 400)]
    [InlineData(
        "conversations/personal-sato/press",
        """{"person":"sato","messageId":"1","action":{"type":"Action.Execute"}}""",
        404
    )]
    [InlineData("clock", "{}", 400)]
    [InlineData("trouble", """{"target":{"all":true},"kind":"nothing","on":true}""", 400)]
    [InlineData("bot/kill", "{}", 409)]
    [InlineData("people/sato/locale", """{"locale":"<script>"}""", 400)]
    public async Task Post_Nonsense_IsRefusedWithAReason(string path, string body, int status)
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        using HttpClient http = new() { BaseAddress = bot.Room.Url };
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.PostAsync(Api(path), content);
        JsonNode answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty((string)answer["error"]!["message"]!);
    }

    [Fact]
    public async Task Press_AnswersAsTheBotDid()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        using HttpClient http = new() { BaseAddress = bot.Room.Url };
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        string id = await bot.PostAsync(sato.ConversationId, Samples.Card);
        bot.AnswerInvokes(Samples.OtherCardAnswer);
        JsonNode answer = await PostAsync(
            http,
            "conversations/personal-sato/press",
            $$$"""{"person":"sato","messageId":"{{{id}}}","action":{"type":"Action.Execute","verb":"walk/save","data":{"theme":"t1"}},"inputs":{"in_note":"x"}}"""
        );

        Assert.Equal(200, (int?)answer["statusCode"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer["type"]);
        bot.Room.BotUrl = new Uri("http://127.0.0.1:9/");
        JsonNode failed = await PostAsync(
            http,
            "conversations/personal-sato/press",
            $$$"""{"person":"sato","messageId":"{{{id}}}","action":{"type":"Action.Execute","verb":"walk/save"}}"""
        );
        Assert.Equal("botUnreachable", (string?)failed["error"]!["code"]);
    }

    [Fact]
    public async Task Messages_PagesBackwards()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        using HttpClient http = new() { BaseAddress = bot.Room.Url };
        Seat group = bot.Room.Person("sato").In("group-taiin");
        for (int i = 1; i <= 5; i++)
        {
            await group.SayAsync($"{i}", false, default);
        }
        JsonNode last = JsonNode.Parse(
            await http.GetStringAsync(Api("conversations/group-taiin/messages?viewer=sato&limit=2"))
        )!;
        string before = (string)last["messages"]![0]!["id"]!;
        JsonNode older = JsonNode.Parse(
            await http.GetStringAsync(Api($"conversations/group-taiin/messages?viewer=sato&limit=3&before={before}"))
        )!;

        Assert.Equal(["4", "5"], last["messages"]!.AsArray().Select(m => (string)m!["text"]!));
        Assert.True((bool?)last["more"]);
        Assert.Equal(["1", "2", "3"], older["messages"]!.AsArray().Select(m => (string)m!["text"]!));
        Assert.False((bool?)older["more"]);
    }

    [Fact]
    public async Task Wire_ShowsBothWaysWithoutSecrets()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        using HttpClient http = new() { BaseAddress = bot.Room.Url };
        Seat sato = bot.Room.Person("sato");
        await sato.SayAsync("こんにちは", default);
        string token = await bot.TokenAsync();
        await bot.CallAsync(
            "POST",
            $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities",
            Samples.Hello,
            token
        );
        string text = await http.GetStringAsync(Api("wire?after=0"));
        JsonArray entries = JsonNode.Parse(text)!["entries"]!.AsArray();

        Assert.Equal(
            ["toBot POST 200", "toBot POST 200", "toBot POST 200", "fromBot POST 200", "fromBot POST 201"],
            entries.Select(e => $"{e!["direction"]} {e["method"]} {e["status"]}")
        );
        Assert.Contains("こんにちは", (string?)entries[2]!["requestBody"], StringComparison.Ordinal);
        Assert.Contains("a%3A1", (string?)entries[4]!["path"], StringComparison.Ordinal);
        Assert.DoesNotContain(token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Room.ClientSecret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_TellOfMessagesAndResumeWhereTheyStopped()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat group = bot.Room.Person("sato").In("group-taiin");
        using HttpClient http = new() { BaseAddress = bot.Room.Url };
        (string kind, string id, JsonNode data) first;
        using (EventReader events = await EventReader.OpenAsync(http, null))
        {
            await group.SayAsync("一", false, default);
            first = await events.NextAsync();
        }
        await group.SayAsync("二", false, default);
        using EventReader resumed = await EventReader.OpenAsync(http, first.id);
        (string kind, string id, JsonNode data) second = await resumed.NextAsync();

        Assert.Equal("message", first.kind);
        Assert.Equal("group-taiin", (string?)first.data["conversation"]);
        Assert.Equal("一", (string?)first.data["message"]!["text"]);
        Assert.Equal("二", (string?)second.data["message"]!["text"]);
    }

    [Fact]
    public async Task Events_OfAnEarlierRun_AskForAReset()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        using HttpClient http = new() { BaseAddress = bot.Room.Url };
        using EventReader events = await EventReader.OpenAsync(http, "7");

        Assert.Equal("reset", (await events.NextAsync()).Kind);
    }

    [Fact]
    public async Task Events_PrivateCard_NamesThePerson()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato").In("group-taiin");
        await sato.InstallAsync(default);
        await bot.PostAsync(sato.ConversationId, Samples.Card);
        bot.AnswerInvokes(Samples.OtherCardAnswer);
        using HttpClient http = new() { BaseAddress = bot.Room.Url };
        using EventReader events = await EventReader.OpenAsync(http, null);
        await sato.PressAsync(sato.Messages[0], "walk/save", null, default);
        (string kind, string id, JsonNode data) told;
        do
        {
            told = await events.NextAsync();
        } while (told.kind == "wire");

        Assert.Equal("privateCard", told.kind);
        Assert.Equal("sato", (string?)told.data["person"]);
        Assert.True((bool?)told.data["message"]!["private"]);
    }

    [Fact]
    public async Task Lesson_GoesOnStepByStepForTheNewcomerOnly()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat hayashi = bot.Room.Person("hayashi");
        using HttpClient http = new() { BaseAddress = bot.Room.Url };
        async Task<string?> CurrentAsync() =>
            (string?)JsonNode.Parse(await http.GetStringAsync(Api("state")))!["lesson"]!["current"];
        await bot.Room.Person("sato").SayAsync("はじめる", default);
        Assert.Equal("hello", await CurrentAsync());
        await hayashi.SayAsync("段階チェック", default);
        Assert.Equal("hello", await CurrentAsync());
        await hayashi.SayAsync("はじめる", default);
        Assert.Equal("register", await CurrentAsync());
        string id = await bot.PostAsync(hayashi.ConversationId, Samples.Card);
        bot.AnswerInvokes(Samples.OtherCardAnswer);
        await hayashi.PressAsync(id, new("Action.Execute", "join/role"), null, default);
        Assert.Equal("register", await CurrentAsync());
        await hayashi.PressAsync(id, new("Action.Execute", "join/done"), null, default);
        Assert.Equal("checklist", await CurrentAsync());
        await hayashi.PressAsync(id, new("Action.Execute", "help/go", Title: "段階チェックを始める"), null, default);
        Assert.Equal("open", await CurrentAsync());
    }

    private static Uri Api(string path) => new("room/api/" + path, UriKind.Relative);

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.PostAsync(Api(path), content);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private sealed class EventReader : IDisposable
    {
        private readonly HttpResponseMessage response;
        private readonly StreamReader reader;

        private EventReader(HttpResponseMessage response, StreamReader reader) =>
            (this.response, this.reader) = (response, reader);

        public static async Task<EventReader> OpenAsync(HttpClient http, string? lastSeen)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, Api("events"));
            if (lastSeen is not null)
            {
                request.Headers.TryAddWithoutValidation("Last-Event-ID", lastSeen);
            }
            HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            StreamReader reader = new(await response.Content.ReadAsStreamAsync());
            Assert.StartsWith("retry:", await reader.ReadLineAsync(), StringComparison.Ordinal);
            await reader.ReadLineAsync();
            return new(response, reader);
        }

        public async Task<(string Kind, string Id, JsonNode Data)> NextAsync()
        {
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(10));
            string id = (await reader.ReadLineAsync(limit.Token))!["id: ".Length..];
            string kind = (await reader.ReadLineAsync(limit.Token))!["event: ".Length..];
            string data = (await reader.ReadLineAsync(limit.Token))!["data: ".Length..];
            await reader.ReadLineAsync(limit.Token);
            return (kind, id, JsonNode.Parse(data)!);
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }
}
