using System.Text.Json.Nodes;
using Renkei.Room.Conversations;

namespace Renkei.Room.Tests;

/// <summary>Requests and answers of the protocol facts: Bot Framework, section 4.</summary>
public sealed class ConnectorTests
{
    private const string Tanaka = "00000000-0000-4000-a000-000000000005";

    /// <summary>
    /// Words in braces are filled in: {p} sato's chat (installed), {q} tanaka's (not installed), {g} the group chat, {c} the
    /// east channel (both installed), {m} a message of the bot in {p}, {u} one sato wrote, {s} sato's id.
    /// </summary>
    [Theory]
    [InlineData("POST", "conversations/{p}/activities", """{"type":"message","text":"a"}""", 201, null)]
    [InlineData("POST", "conversations/{p}/activities", """{"type":"typing"}""", 201, null)]
    [InlineData("POST", "conversations/{p}/activities/{m}", """{"type":"message","text":"a"}""", 201, null)]
    [InlineData("POST", "conversations/{p}/activities", """{"type":"message"}""", 400, "BadSyntax")]
    [InlineData("POST", "conversations/{p}/activities", "{", 400, "BadSyntax")]
    [InlineData("POST", "conversations/{p}/activities", "[]", 400, "BadSyntax")]
    [InlineData("POST", "conversations/{p}/activities", """{"type":"invoke"}""", 400, "Bad Argument")]
    [InlineData(
        "POST",
        "conversations/a%3A1nobody/activities",
        """{"type":"message","text":"a"}""",
        404,
        "ConversationNotFound"
    )]
    [InlineData(
        "POST",
        "conversations/{q}/activities",
        """{"type":"message","text":"a"}""",
        403,
        "BotNotInConversationRoster"
    )]
    [InlineData(
        "POST",
        "conversations/{c}%3Bmessageid%3D1/activities",
        """{"type":"message","text":"a"}""",
        404,
        "ConversationNotFound"
    )]
    [InlineData("PUT", "conversations/{p}/activities/{m}", """{"type":"message","text":"b"}""", 200, null)]
    [InlineData(
        "PUT",
        "conversations/{p}/activities/1",
        """{"type":"message","text":"b"}""",
        404,
        "ActivityNotFoundInConversation"
    )]
    [InlineData(
        "PUT",
        "conversations/{p}/activities/{u}",
        """{"type":"message","text":"b"}""",
        403,
        "NotEnoughPermissions"
    )]
    [InlineData(
        "PUT",
        "conversations/{g}/activities/{m}",
        """{"type":"message","text":"b"}""",
        404,
        "ActivityNotFoundInConversation"
    )]
    [InlineData("DELETE", "conversations/{p}/activities/{m}", null, 200, null)]
    [InlineData("DELETE", "conversations/{p}/activities/1", null, 404, "ActivityNotFoundInConversation")]
    [InlineData("PUT", "conversations/{p}/activities/{m}/reactions/like", null, 200, null)]
    [InlineData("DELETE", "conversations/{p}/activities/{m}/reactions/like", null, 200, null)]
    [InlineData("POST", "conversations", """{"isGroup":false,"members":[{"id":"{s}"}],"tenantId":"{t}"}""", 201, null)]
    [InlineData(
        "POST",
        "conversations",
        """{"isGroup":false,"members":[{"id":"sato@hikari.example"}],"tenantId":"{t}"}""",
        400,
        "BadSyntax"
    )]
    [InlineData(
        "POST",
        "conversations",
        """{"isGroup":false,"members":[{"id":"{s}"},{"id":"{s}"}]}""",
        400,
        "BadSyntax"
    )]
    [InlineData("POST", "conversations", """{"isGroup":true,"members":[{"id":"{s}"}]}""", 400, "BadSyntax")]
    [InlineData(
        "POST",
        "conversations",
        """{"isGroup":false,"members":[{"id":"00000000-0000-4000-a000-000000000005"}]}""",
        403,
        "BotNotInConversationRoster"
    )]
    [InlineData(
        "POST",
        "conversations",
        """{"isGroup":false,"members":[{"id":"{s}"}],"tenantId":"other"}""",
        403,
        "InvalidBotApiHost"
    )]
    [InlineData(
        "POST",
        "conversations",
        """{"isGroup":true,"channelData":{"channel":{"id":"{c}"}}}""",
        400,
        "BadSyntax"
    )]
    [InlineData(
        "POST",
        "conversations",
        """{"isGroup":true,"channelData":{"channel":{"id":"{c}"}},"activity":{"type":"message","text":"a"}}""",
        201,
        null
    )]
    [InlineData("GET", "conversations/{g}/members/{s}", null, 200, null)]
    [InlineData(
        "GET",
        "conversations/{p}/members/00000000-0000-4000-a000-000000000005",
        null,
        404,
        "MemberNotFoundInConversation"
    )]
    [InlineData("GET", "conversations/{g}/members/00000000-0000-4000-a000-000000000005", null, 200, null)]
    [InlineData("GET", "conversations/{g}/members/sato%40hikari.example", null, 200, null)]
    [InlineData("GET", "conversations/{q}/members/{s}", null, 403, "BotNotInConversationRoster")]
    [InlineData("GET", "conversations/{g}/pagedmembers?pageSize=1", null, 200, null)]
    [InlineData("GET", "conversations/{g}/pagedmembers?continuationToken=x", null, 400, "Bad Argument")]
    [InlineData("GET", "conversations/{p}/activities/{m}/members", null, 200, null)]
    [InlineData("GET", "teams/{c}", null, 200, null)]
    [InlineData("GET", "teams/{c}/conversations", null, 200, null)]
    [InlineData("GET", "teams/{g}", null, 404, "NotFound")]
    [InlineData("GET", "attachments/1", null, 404, "NotFound")]
    public async Task Connector_Request_AnswersAsDocumented(
        string method,
        string path,
        string? body,
        int status,
        string? code
    )
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        string said = (await sato.SayAsync("こんにちは", default)).Message.Id;
        await sato.In("group-taiin").InstallAsync(default);
        await sato.In("channel-tobu").InstallAsync(default);
        string message = await bot.PostAsync(sato.ConversationId, Samples.Hello);
        string Fill(string text, Func<string, string> write) =>
            text.Replace("{p}", write(sato.ConversationId), StringComparison.Ordinal)
                .Replace("{q}", write(bot.Room.Person("tanaka").ConversationId), StringComparison.Ordinal)
                .Replace("{g}", write(sato.In("group-taiin").ConversationId), StringComparison.Ordinal)
                .Replace("{c}", write(sato.In("channel-tobu").ConversationId), StringComparison.Ordinal)
                .Replace("{m}", message, StringComparison.Ordinal)
                .Replace("{u}", said, StringComparison.Ordinal)
                .Replace("{t}", bot.Room.TenantId, StringComparison.Ordinal)
                .Replace("{s}", write(sato.UserId), StringComparison.Ordinal);

        ConnectorReply reply = await bot.CallAsync(
            method,
            "v3/" + Fill(path, Uri.EscapeDataString),
            body is null ? null : Fill(body, id => id)
        );

        Assert.Equal(status, reply.Status);
        if (code is not null)
        {
            Assert.Equal(code, reply.ErrorCode);
        }
    }

    [Fact]
    public async Task Ids_HaveTheShapesOfTeams()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        string message = (await sato.SayAsync("こんにちは", default)).Message.Id;

        Assert.Matches("^29:1[A-Za-z0-9_-]{65}$", sato.UserId);
        Assert.Matches("^a:1[A-Za-z0-9_-]{86}$", sato.ConversationId);
        Assert.Matches("^19:[0-9a-f]{32}@thread\\.v2$", sato.In("group-taiin").ConversationId);
        Assert.Matches("^19:[A-Za-z0-9_-]{43}1@thread\\.tacv2$", sato.In("channel-tobu").ConversationId);
        Assert.Matches("^1[0-9]{12}$", message);
        Assert.Equal(
            $"{bot.Room.Url}teams/00000000-0000-4000-b000-000000000001/",
            (string?)bot.Last.Activity["serviceUrl"]
        );
        Assert.Equal("28:00000000-0000-4000-c000-000000000001", (string?)bot.Last.Activity["recipient"]!["id"]);
    }

    [Fact]
    public async Task CreateConversation_Twice_GivesTheSameChatAndPostsNothing()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat tanaka = bot.Room.Person("tanaka");
        await tanaka.InstallAsync(default);
        string body =
            $$$"""{"isGroup":false,"members":[{"id":"{{{Tanaka}}}"}],"activity":{"type":"message","text":"a"}}""";

        ConnectorReply first = await bot.CallAsync("POST", "v3/conversations", body);
        ConnectorReply second = await bot.CallAsync("POST", "v3/conversations", body);

        Assert.Equal(tanaka.ConversationId, (string?)first.Json["id"]);
        Assert.Equal(first.Text, second.Text);
        Assert.Null(first.Json["activityId"]);
        Assert.Empty(tanaka.Messages);
    }

    [Fact]
    public async Task CreateConversation_InChannel_StartsAThreadThatTakesReplies()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat channel = bot.Room.Person("kawakami").In("channel-tobu");
        await channel.InstallAsync(default);
        ConnectorReply created = await bot.CallAsync(
            "POST",
            "v3/conversations",
            $$$"""{"isGroup":true,"channelData":{"channel":{"id":"{{{channel.ConversationId}}}"}},"activity":{{{Samples.Hello}}}}"""
        );
        string root = (string)created.Json["activityId"]!;
        string thread = (string)created.Json["id"]!;
        string reply = await bot.PostAsync(thread, Samples.Hello);

        Assert.Equal($"{channel.ConversationId};messageid={root}", thread);
        Assert.Equal([null, root], channel.Messages.Select(m => m.ReplyTo));
        Assert.Equal([root, reply], channel.Messages.Select(m => m.Id));
    }

    [Fact]
    public async Task Post_OverAHundredKilobytes_IsTooBig()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        string path = $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities";
        string Text(int letters) => $$"""{"type":"message","text":"{{new string('あ', letters)}}"}""";

        Assert.Equal(201, (await bot.CallAsync("POST", path, Text(51_200))).Status);
        ConnectorReply big = await bot.CallAsync("POST", path, Text(51_201));
        Assert.Equal(413, big.Status);
        Assert.Equal("MessageSizeTooBig", big.ErrorCode);
        // An image inside does not count.
        string image = $$$"""
            {"type":"message","attachments":[{"contentType":"x","content":{"url":"data:image/png;base64,{{{new string(
                'A',
                200_000
            )}}}"}}]}
            """;
        Assert.Equal(201, (await bot.CallAsync("POST", path, image)).Status);
    }

    [Fact]
    public async Task Post_TextWithCard_IsSplitAndNamesNoId()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        string both = Samples.Card.Replace(
            "\"type\":\"message\",",
            "\"type\":\"message\",\"text\":\"前置き\",",
            StringComparison.Ordinal
        );
        ConnectorReply reply = await bot.CallAsync(
            "POST",
            $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities",
            both
        );

        Assert.Equal(201, reply.Status);
        Assert.Null(reply.Json["id"]);
        Assert.Equal(["前置き", ""], sato.Messages.Select(m => m.Text));
        Assert.Equal([0, 1], sato.Messages.Select(m => m.Attachments.Count));
    }

    [Fact]
    public async Task Post_Targeted_OneMemberSeesIt()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato").In("group-taiin");
        await sato.InstallAsync(default);
        string path =
            $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities?isTargetedActivity=true";
        string To(string id) => $$$"""{"type":"message","text":"内緒","recipient":{"id":"{{{id}}}"}}""";
        ConnectorReply reply = await bot.CallAsync("POST", path, To(sato.UserId));

        Assert.Equal(202, reply.Status);
        Assert.True(Assert.Single(sato.Messages).Private);
        Assert.Empty(bot.Room.Person("tanaka").In("group-taiin").Messages);
        Assert.Equal(404, (await bot.CallAsync("POST", path, To(bot.Room.Person("suzuki").UserId))).Status);
    }

    [Fact]
    public async Task Put_ChangesTheMessageForEverybody()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato").In("group-taiin");
        await sato.InstallAsync(default);
        string id = await bot.PostAsync(sato.ConversationId, Samples.Hello);
        await bot.CallAsync(
            "PUT",
            $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities/{id}",
            """{"type":"message","text":"直しました"}"""
        );
        MessageView seen = Assert.Single(bot.Room.Person("tanaka").In("group-taiin").Messages);

        Assert.Equal("直しました", seen.Text);
        Assert.NotNull(seen.EditedAt);
    }

    [Fact]
    public async Task Members_NameTheFieldsOfTeams()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat group = bot.Room.Person("sato").In("group-taiin");
        await group.InstallAsync(default);
        string path = $"v3/conversations/{Uri.EscapeDataString(group.ConversationId)}/pagedmembers";
        JsonNode first = (await bot.CallAsync("GET", path)).Json["members"]![0]!;

        Assert.Equal(group.UserId, (string?)first["id"]);
        Assert.Equal("00000000-0000-4000-a000-000000000003", (string?)first["aadObjectId"]);
        Assert.Equal("佐藤 美咲", (string?)first["name"]);
        Assert.Equal("佐藤", (string?)first["surname"]);
        Assert.Equal("sato@hikari.example", (string?)first["userPrincipalName"]);
        Assert.Equal(bot.Room.TenantId, (string?)first["tenantId"]);
    }

    [Fact]
    public async Task Team_GeneralHasTheTeamsIdAndNoName()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat channel = bot.Room.Person("sato").In("channel-tobu");
        await channel.InstallAsync(default);
        string team = Uri.EscapeDataString(channel.ConversationId);
        JsonNode general = (await bot.CallAsync("GET", $"v3/teams/{team}/conversations")).Json["conversations"]![0]!;
        JsonNode details = (await bot.CallAsync("GET", $"v3/teams/{team}")).Json;

        Assert.Equal(channel.ConversationId, (string?)general["id"]);
        Assert.Null(general["name"]);
        Assert.Equal("東部保健所", (string?)details["name"]);
        Assert.Equal("00000000-0000-4000-d000-000000000002", (string?)details["aadGroupId"]);
    }
}
