using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Renkei.Room.Tests;

/// <summary>Consent, upload and download (protocol facts: section 6, Files).</summary>
public sealed class FileTests
{
    private const string Offer = """
        {"type":"message","attachments":[{"contentType":"application/vnd.microsoft.teams.card.file.consent",
        "name":"週次まとめ.xlsx","content":{"description":"まとめ","sizeInBytes":5,"acceptContext":{"id":"a"},"declineContext":{"id":"d"}}}]}
        """;

    [Fact]
    public async Task Accept_UploadAndDownload_GivesTheSameBytes()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        JsonNode upload = await AcceptAsync(bot);
        byte[] bytes = Encoding.UTF8.GetBytes("12345");

        Assert.Equal(201, await PutAsync(bot, upload, bytes, 0, 5));
        byte[] got = await bot.Room.Person("sato").DownloadAsync(new Uri((string)upload["contentUrl"]!), default);
        Assert.Equal(bytes, got);
        using HttpClient http = new();
        using HttpResponseMessage page = await http.GetAsync(new Uri((string)upload["contentUrl"]!));
        Assert.Equal(bytes, await page.Content.ReadAsByteArrayAsync());
        Assert.Equal("週次まとめ.xlsx", page.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("xlsx", (string?)upload["fileType"]);
    }

    [Fact]
    public async Task Upload_InPieces_TakesMultiplesOf320KibibytesInOrder()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        JsonNode upload = await AcceptAsync(bot);
        byte[] whole = new byte[400_000];
        Random.Shared.NextBytes(whole);

        Assert.Equal(416, await PutAsync(bot, upload, whole[..1000], 0, whole.Length));
        Assert.Equal(416, await PutAsync(bot, upload, whole[327_680..], 327_680, whole.Length));
        Assert.Equal(202, await PutAsync(bot, upload, whole[..327_680], 0, whole.Length));
        Assert.Equal(201, await PutAsync(bot, upload, whole[327_680..], 327_680, whole.Length));
        byte[] got = await bot.Room.Person("sato").DownloadAsync(new Uri((string)upload["contentUrl"]!), default);
        Assert.Equal(whole, got);
    }

    [Fact]
    public async Task Upload_WithTheBotsToken_IsRefused()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        JsonNode upload = await AcceptAsync(bot);
        using HttpRequestMessage request = new(HttpMethod.Put, (string)upload["uploadUrl"]!);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await bot.TokenAsync());
        request.Content = new ByteArrayContent([1]);

        Assert.Equal(401, (await bot.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Decline_SendsTheOtherContextAndNoUpload()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        await bot.PostAsync(sato.ConversationId, Offer);
        await sato.AnswerFileAsync(sato.Messages[0], accept: false, default);
        JsonNode value = bot.Last.Activity["value"]!;

        Assert.Equal("fileConsent/invoke", bot.Last.Name);
        Assert.Equal("decline", (string?)value["action"]);
        Assert.Equal("d", (string?)value["context"]!["id"]);
        Assert.Null(value["uploadInfo"]);
    }

    private static async Task<JsonNode> AcceptAsync(FakeBot bot)
    {
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        await bot.PostAsync(sato.ConversationId, Offer);
        await sato.AnswerFileAsync(sato.Messages[0], accept: true, default);
        JsonNode value = bot.Last.Activity["value"]!;
        Assert.Equal("fileUpload", (string?)value["type"]);
        Assert.Equal("a", (string?)value["context"]!["id"]);
        return value["uploadInfo"]!;
    }

    private static async Task<int> PutAsync(FakeBot bot, JsonNode upload, byte[] piece, int from, int total)
    {
        using HttpRequestMessage request = new(HttpMethod.Put, (string)upload["uploadUrl"]!);
        request.Content = new ByteArrayContent(piece);
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(from, from + piece.Length - 1, total);
        return (await bot.SendAsync(request)).Status;
    }
}
