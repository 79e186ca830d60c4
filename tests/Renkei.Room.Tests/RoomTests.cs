using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Renkei.Room.BotProcess;
using Renkei.Room.Conversations;
using Renkei.Room.Trouble;

namespace Renkei.Room.Tests;

/// <summary>The room itself: loopback, clock, memory, the child process.</summary>
public sealed class RoomTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "renkei-room-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, true);
        }
    }

    [Theory]
    [InlineData("https://bot.example/")]
    [InlineData("http://192.168.1.10:3978/")]
    [InlineData("http://127.0.0.1.example/")]
    [InlineData("http://0.0.0.0:3978/")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task Start_BotElsewhere_Refuses(string address)
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            PracticeRoom.StartAsync(new() { BotUrl = new Uri(address) }, default)
        );
        await using PracticeRoom room = await PracticeRoom.StartAsync(new(), default);
        Assert.Throws<ArgumentException>(() => room.BotUrl = new Uri(address));
    }

    [Fact]
    public async Task Page_InItsFolder_IsServedAndRunsNoForeignScripts()
    {
        Directory.CreateDirectory(Path.Combine(folder, "node_modules", "p"));
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), "<p>練習室</p>");
        await File.WriteAllTextAsync(Path.Combine(folder, "node_modules", "p", "p.js"), "1");
        await using PracticeRoom room = await PracticeRoom.StartAsync(new() { PagePath = folder }, default);
        using HttpClient http = new();
        using HttpResponseMessage page = await http.GetAsync(room.Url);

        Assert.Equal("<p>練習室</p>", await page.Content.ReadAsStringAsync());
        Assert.StartsWith(
            "default-src 'self';",
            page.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.Equal("1", await http.GetStringAsync(new Uri(room.Url, "packages/p/p.js")));
        using HttpResponseMessage outside = await http.GetAsync(new Uri(room.Url, "packages/..%2f..%2fetc/passwd"));
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            PracticeRoom.StartAsync(new() { PagePath = Path.Combine(folder, "node_modules") }, default)
        );
    }

    [Theory]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("http://localhost:3978/")]
    [InlineData("http://[::1]:3978/")]
    public async Task Start_BotHere_Accepts(string address)
    {
        await using PracticeRoom room = await PracticeRoom.StartAsync(new() { BotUrl = new Uri(address) }, default);
        Assert.Equal(new Uri(address), room.BotUrl);
    }

    [Fact]
    public async Task Listen_AnyOtherAddressOfThisMachine_DoesNotAnswer()
    {
        await using PracticeRoom room = await PracticeRoom.StartAsync(new(), default);
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        // 127.0.0.2 is this machine too, so only a listener on every address would take it.
        await Assert.ThrowsAsync<SocketException>(() =>
            socket.ConnectAsync(IPAddress.Parse("127.0.0.2"), room.Url.Port)
        );
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Request_FromAnotherSite_IsForbidden(string header, string value)
    {
        await using PracticeRoom room = await PracticeRoom.StartAsync(new(), default);
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(room.Url, "room/api/state"));
        request.Headers.TryAddWithoutValidation(header, value);
        using HttpResponseMessage response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Clock_MoveOn_TellsTheBotWithTheKey()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        DateTimeOffset before = bot.Room.Clock.Now;
        await bot.Room.Clock.MoveByAsync(TimeSpan.FromDays(7), default);

        Assert.True(bot.Room.Clock.BotFollows);
        Assert.Equal(bot.Room.TrialKey, bot.ClockKey);
        DateTimeOffset told = DateTimeOffset.Parse(bot.ClockSet!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(told - before, TimeSpan.FromDays(7), TimeSpan.FromDays(7) + TimeSpan.FromSeconds(10));
        await bot.Room.Person("sato").SayAsync("来週", default);
        Assert.InRange(bot.Room.Person("sato").Messages[0].At - told, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Clock_TypedInAChat_IsTheRoomsAndNotTheBots()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.SayAsync("こんにちは", default);
        int heard = bot.Messages.Count;
        DateTimeOffset before = bot.Room.Clock.Now;

        await sato.SayAsync("時間を進める ３日", default);

        Assert.Equal(heard, bot.Messages.Count);
        Assert.InRange(
            bot.Room.Clock.Now - before,
            TimeSpan.FromDays(3),
            TimeSpan.FromDays(3) + TimeSpan.FromSeconds(10)
        );
        Assert.NotNull(bot.ClockSet);
        MessageView said = sato.Messages[^1];
        Assert.Equal("room", said.From.Kind);
        DateTimeOffset there = bot.Room.Clock.Now.ToOffset(TimeSpan.FromHours(9));
        Assert.StartsWith(
            $"時計を進めました：{there.Year}年{there.Month}月{there.Day}日(",
            said.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Clock_TypedToTheNextReminder_GoesThereOrSaysThatThereIsNone()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");

        await sato.SayAsync("次の通知まで", default);
        Assert.Contains("次の通知の予定がありません。", sato.Messages[^1].Text, StringComparison.Ordinal);
        Assert.Null(bot.ClockSet);

        bot.NextDue = bot.Room.Clock.Now + TimeSpan.FromDays(5);
        await sato.SayAsync("次の通知まで", default);
        Assert.Contains("時計を進めました：", sato.Messages[^1].Text, StringComparison.Ordinal);
        Assert.InRange(bot.Room.Clock.Now - bot.NextDue.Value, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Clock_TypedWhileTheBotIsDown_SaysSo()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat clark = bot.Room.Person("emma");
        bot.Room.BotUrl = new Uri("http://127.0.0.1:9/");

        await clark.SayAsync("advance 1 day", default);

        Assert.Contains("The clock moved on: ", clark.Messages[^2].Text, StringComparison.Ordinal);
        Assert.Contains("The bot's clock did not follow.", clark.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_ToNextReminder_GoesThereOrStays()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Assert.Null(await bot.Room.Clock.ToNextReminderAsync(default));
        Assert.Null(bot.ClockSet);

        DateTimeOffset due = bot.Room.Clock.Now + TimeSpan.FromDays(3);
        bot.NextDue = due;
        Assert.Equal(due, await bot.Room.Clock.ToNextReminderAsync(default));
        Assert.InRange(bot.Room.Clock.Now - due, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Restart_KeepsMessagesCardsInstallationClockAndFiles()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync(o => o with { DataPath = folder });
        Seat sato = bot.Room.Person("sato").In("group-taiin");
        await sato.SayAsync("残る？", default);
        await bot.PostAsync(sato.ConversationId, Samples.Card);
        bot.AnswerInvokes(Samples.OtherCardAnswer);
        await sato.PressAsync(sato.Messages[1], "walk/save", null, default);
        sato.SetLocale("en-GB");
        await bot.Room.Clock.MoveByAsync(TimeSpan.FromDays(2), default);
        string[] before = [.. sato.Messages.Select(m => m.Id)];
        await bot.Room.DisposeAsync();

        bot.MoveTo(await PracticeRoom.StartAsync(new() { DataPath = folder }, default));
        Seat again = bot.Room.Person("sato").In("group-taiin");
        Assert.Equal(before, again.Messages.Select(m => m.Id));
        Assert.Equal("残る？", again.Messages[0].Text);
        Assert.True(again.Messages[1].Private);
        Assert.Contains("済み", again.Messages[1].Attachments[0].GetRawText(), StringComparison.Ordinal);
        Assert.InRange(
            bot.Room.Clock.Now - DateTimeOffset.UtcNow,
            TimeSpan.FromDays(2) - TimeSpan.FromSeconds(10),
            TimeSpan.FromDays(2)
        );
        int heard = bot.Heard.Count;
        await again.SayAsync("まだいる", default);
        Assert.Equal(heard + 1, bot.Heard.Count);
        Assert.Equal("en-GB", (string?)bot.Last.Activity["locale"]);
    }

    [Fact]
    public async Task Restart_AfterAKillInTheMiddleOfALine_DropsThatLineOnly()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync(o => o with { DataPath = folder });
        await bot.Room.Person("sato").SayAsync("書き終えた", default);
        await bot.Room.DisposeAsync();
        string journal = Path.Combine(folder, "room.jsonl");
        await File.AppendAllTextAsync(journal, """{"message":{"id":"17""");

        bot.MoveTo(await PracticeRoom.StartAsync(new() { DataPath = folder }, default));
        await bot.Room.Person("sato").SayAsync("続き", default);
        await bot.Room.DisposeAsync();
        bot.MoveTo(await PracticeRoom.StartAsync(new() { DataPath = folder }, default));
        Assert.Equal(["書き終えた", "続き"], bot.Room.Person("sato").Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task Start_DamagedJournal_NamesTheLine()
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "room.jsonl"), "{}\nnot json\n{}\n");
        InvalidDataException fault = await Assert.ThrowsAsync<InvalidDataException>(() =>
            PracticeRoom.StartAsync(new() { DataPath = folder }, default)
        );
        Assert.Contains("Line 2", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_ForgetsEverything()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync(o => o with { DataPath = folder });
        await bot.Room.Person("sato").SayAsync("忘れて", default);
        bot.Room.Trouble.On(TroubleTarget.Everything, TroubleKind.Slow);
        await bot.Room.Clock.MoveByAsync(TimeSpan.FromDays(1), default);
        await bot.Room.ResetAsync(default);

        Assert.Empty(bot.Room.Person("sato").Messages);
        Assert.Empty(bot.Room.Trouble.Current);
        Assert.InRange(bot.Room.Clock.Now - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(-10), TimeSpan.FromSeconds(10));
        await bot.Room.DisposeAsync();
        bot.MoveTo(await PracticeRoom.StartAsync(new() { DataPath = folder }, default));
        Assert.Empty(bot.Room.Person("sato").Messages);
    }

    [Fact]
    public async Task InstallForEveryone_LeavesOnlyTheNewcomerOut()
    {
        await using FakeBot bot = await FakeBot.StartAsync();
        await using PracticeRoom room = await PracticeRoom.StartAsync(
            new() { BotUrl = bot.Url, InstallForEveryone = true },
            default
        );
        IEnumerable<string> added = bot
            .Heard.Where(h => h.Type == "installationUpdate")
            .Select(h => (string)h.Activity["conversation"]!["id"]!);

        // Twelve of the thirteen chats, the group chat and two channels.
        Assert.Equal(15, added.Distinct().Count());
        Assert.DoesNotContain(room.Person("hayashi").ConversationId, added);
    }

    [Fact]
    public async Task TenThousandMessages_DoNotSlowThePage()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync(o => o with { DataPath = folder });
        Seat sato = bot.Room.Person("sato");
        Seat group = sato.In("group-taiin");
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < 10_000; i++)
        {
            await group.SayAsync($"{i}番目の発言です", false, default);
        }
        TimeSpan written = Stopwatch.GetElapsedTime(started);
        using HttpClient http = new();
        Uri page = new(bot.Room.Url, "room/api/conversations/group-taiin/messages?viewer=sato&limit=50");
        await http.GetStringAsync(page);
        started = Stopwatch.GetTimestamp();
        JsonNode last = JsonNode.Parse(await http.GetStringAsync(page))!;
        TimeSpan shown = Stopwatch.GetElapsedTime(started);
        await bot.Room.DisposeAsync();
        started = Stopwatch.GetTimestamp();
        bot.MoveTo(await PracticeRoom.StartAsync(new() { DataPath = folder }, default));
        TimeSpan reopened = Stopwatch.GetElapsedTime(started);

        Console.WriteLine(
            $"10,000 messages: written {written.TotalSeconds:F2} s, page of 50 {shown.TotalMilliseconds:F1} ms, reopened {reopened.TotalSeconds:F2} s"
        );
        Assert.Equal(50, last["messages"]!.AsArray().Count);
        Assert.Equal("9999番目の発言です", (string?)last["messages"]![49]!["text"]);
        Assert.True((bool?)last["more"]);
        Assert.Equal(10_000, bot.Room.Person("sato").In("group-taiin").Messages.Count);
        Assert.InRange(written.TotalSeconds, 0, 20);
        Assert.InRange(shown.TotalMilliseconds, 0, 200);
        Assert.InRange(reopened.TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task Child_StartKillStartReset_FollowsAndStopsCleanly()
    {
        string data = Path.Combine(folder, "bot");
        BotChild child = new(
            typeof(ChildBot).Assembly.Location,
            new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = "{botUrl}",
                ["Test__Issuer"] = "{issuer}",
                ["Test__Data"] = "{dataPath}",
            },
            data
        );
        Uri botUrl = new($"http://127.0.0.1:{FreePort()}/");
        using HttpClient http = new();
        async Task<JsonNode> ToldAsync() => JsonNode.Parse(await http.GetStringAsync(new Uri(botUrl, "told")))!;
        await using (PracticeRoom room = await PracticeRoom.StartAsync(new() { Bot = child, BotUrl = botUrl }, default))
        {
            JsonNode first = await ToldAsync();
            Assert.Equal(room.Issuer, (string?)first["issuer"]);
            Assert.Equal(data, (string?)first["data"]);
            Assert.Equal(200, (await room.Person("sato").SayAsync("こんにちは", default)).Answer?.Status);

            await room.Clock.MoveByAsync(TimeSpan.FromDays(7), default);
            await room.KillBotAsync(default);
            Assert.Equal(
                "botUnreachable",
                (await room.Person("sato").SayAsync("いますか", default)).Answer?.Error?.Code
            );
            Assert.True(await room.StartBotAsync(default));
            JsonNode second = await ToldAsync();
            Assert.NotEqual((int)first["process"]!, (int)second["process"]!);
            DateTimeOffset clock = DateTimeOffset.Parse(
                (string)second["clock"]!,
                System.Globalization.CultureInfo.InvariantCulture
            );
            Assert.InRange(room.Clock.Now - clock, TimeSpan.Zero, TimeSpan.FromSeconds(30));

            await File.WriteAllTextAsync(Path.Combine(data, "old"), "x");
            await room.ResetAsync(default);
            Assert.False(File.Exists(Path.Combine(data, "old")));
            Assert.NotEqual((int)second["process"]!, (int)(await ToldAsync())["process"]!);
        }
        Assert.Equal("yes", await File.ReadAllTextAsync(Path.Combine(data, "stopped-cleanly")));
        await Assert.ThrowsAsync<HttpRequestException>(ToldAsync);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
