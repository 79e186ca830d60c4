using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Renkei.Room.Tokens;
using Renkei.Room.Trouble;

namespace Renkei.Room.Tests;

public sealed class TokenTests
{
    [Fact]
    public async Task Say_GoodToken_VerifiesWithThePublishedKey()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        await bot.Room.Person("sato").SayAsync("こんにちは", default);

        Assert.Equal("good", await JudgeAsync(bot, bot.Last));
    }

    [Fact]
    public async Task Say_TwiceWithinTenMinutes_SendsTheSameToken()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        await bot.Room.Person("sato").SayAsync("一", default);
        await bot.Room.Person("tanaka").SayAsync("二", default);
        string? first = bot.Heard[0].Authorization;
        Assert.All(bot.Heard, h => Assert.Equal(first, h.Authorization));

        await bot.Room.Clock.MoveByAsync(TimeSpan.FromMinutes(10), default);
        await bot.Room.Person("sato").SayAsync("三", default);
        Assert.NotEqual(first, bot.Last.Authorization);
    }

    [Theory]
    [InlineData(BrokenToken.WrongKey, "signature")]
    [InlineData(BrokenToken.Missing, "header")]
    [InlineData(BrokenToken.NotBearer, "header")]
    [InlineData(BrokenToken.UnknownKey, "key")]
    [InlineData(BrokenToken.Expired, "exp")]
    [InlineData(BrokenToken.NotYetValid, "nbf")]
    [InlineData(BrokenToken.WrongAudience, "aud")]
    [InlineData(BrokenToken.WrongIssuer, "iss")]
    [InlineData(BrokenToken.WrongServiceUrl, "serviceurl")]
    [InlineData(BrokenToken.NoServiceUrl, "serviceurl")]
    [InlineData(BrokenToken.NotEndorsed, "endorsement")]
    [InlineData(BrokenToken.NoSignature, "alg")]
    [InlineData(BrokenToken.Hmac, "alg")]
    [InlineData(BrokenToken.Truncated, "signature")]
    [InlineData(BrokenToken.Tampered, "signature")]
    public async Task Say_BrokenToken_IsWrongInExactlyThisWay(BrokenToken kind, string fault)
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        await bot.Room.Person("sato").InstallAsync(default);
        bot.Room.Trouble.On(new(Person: "sato"), TroubleKind.WrongToken, new(Token: kind));
        await bot.Room.Person("sato").SayAsync("こんにちは", default);

        Assert.Equal(fault, await JudgeAsync(bot, bot.Last));
    }

    [Fact]
    public async Task Token_RightSecret_OpensTheConnector()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        string path = $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities";

        Assert.Equal(201, (await bot.CallAsync("POST", path, Samples.Hello)).Status);
        Assert.Equal(401, (await bot.CallAsync("POST", path, Samples.Hello, "made-up")).Status);
    }

    [Fact]
    public async Task Token_AfterAnHour_NoLongerOpensTheConnector()
    {
        await using FakeBot bot = await FakeBot.WithRoomAsync();
        Seat sato = bot.Room.Person("sato");
        await sato.InstallAsync(default);
        string path = $"v3/conversations/{Uri.EscapeDataString(sato.ConversationId)}/activities";
        string token = await bot.TokenAsync();
        await bot.Room.Clock.MoveByAsync(TimeSpan.FromHours(1), default);

        Assert.Equal(401, (await bot.CallAsync("POST", path, Samples.Hello, token)).Status);
    }

    [Theory]
    [InlineData("password", null, null, null, 400, "unsupported_grant_type")]
    [InlineData(null, "someone", null, null, 400, "unauthorized_client")]
    [InlineData(null, null, "guessed", null, 401, "invalid_client")]
    [InlineData(null, null, null, "https://graph.microsoft.com/.default", 400, "invalid_scope")]
    public async Task Token_WrongRequest_IsRefusedAsOAuthDoes(
        string? grant,
        string? client,
        string? secret,
        string? scope,
        int status,
        string error
    )
    {
        await using PracticeRoom room = await PracticeRoom.StartAsync(new(), default);
        using HttpClient http = new();
        using FormUrlEncodedContent form = new(
            new Dictionary<string, string>
            {
                ["grant_type"] = grant ?? "client_credentials",
                ["client_id"] = client ?? room.AppId,
                ["client_secret"] = secret ?? room.ClientSecret,
                ["scope"] = scope ?? "https://api.botframework.com/.default",
            }
        );
        using HttpResponseMessage response = await http.PostAsync(room.TokenUrl, form);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(error, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]);
    }

    /// <summary>The first check of the protocol facts, section 2, that a header fails.</summary>
    private static async Task<string> JudgeAsync(FakeBot bot, Heard heard)
    {
        if (heard.Authorization is not { } header || !header.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return "header";
        }
        string[] parts = header["Bearer ".Length..].Split('.');
        JsonNode head = Decode(parts[0]);
        JsonNode claims = Decode(parts[1]);
        if ((string?)head["alg"] != "RS256")
        {
            return "alg";
        }
        using HttpClient http = new();
        JsonNode metadata = JsonNode.Parse(await http.GetStringAsync(bot.Room.MetadataUrl))!;
        JsonNode keys = JsonNode.Parse(await http.GetStringAsync(new Uri((string)metadata["jwks_uri"]!)))!;
        JsonNode? key = keys["keys"]!.AsArray().FirstOrDefault(k => (string)k!["kid"]! == (string)head["kid"]!);
        if (key is null)
        {
            return "key";
        }
        using RSA rsa = RSA.Create(
            new RSAParameters
            {
                Modulus = Base64Url.DecodeFromChars((string)key["n"]!),
                Exponent = Base64Url.DecodeFromChars((string)key["e"]!),
            }
        );
        bool signed = rsa.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
            Base64Url.DecodeFromChars(parts[2]),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        if (!signed)
        {
            return "signature";
        }
        if (!key["endorsements"]!.AsArray().Any(e => (string)e! == (string)heard.Activity["channelId"]!))
        {
            return "endorsement";
        }
        long now = bot.Room.Clock.Now.ToUnixTimeSeconds();
        return (long)claims["exp"]! < now ? "exp"
            : (long)claims["nbf"]! > now ? "nbf"
            : (string?)claims["aud"] != "00000000-0000-4000-c000-000000000001" ? "aud"
            : (string?)claims["iss"] != (string)metadata["issuer"]! ? "iss"
            : (string?)claims["serviceurl"] != (string)heard.Activity["serviceUrl"]! ? "serviceurl"
            : "good";
    }

    private static JsonNode Decode(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!;
}
