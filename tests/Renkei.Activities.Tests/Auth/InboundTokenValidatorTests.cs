using Microsoft.Extensions.Logging.Abstractions;
using Renkei.Activities.Auth;
using Renkei.Activities.Wire;
using Renkei.Testing;

namespace Renkei.Activities.Tests.Auth;

public sealed class InboundTokenValidatorTests
{
    private readonly FakeClock clock = new();
    private readonly IssuerStub issuer = new();

    [Fact]
    public async Task Validate_TokenOfTeams_AcceptsTheTenant() =>
        Assert.Equal(new InboundDecision.Accepted(Samples.Tenant), await DecideAsync(new TokenSpec().Bearer()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer  a.b.c")]
    [InlineData("Bearer a.b.c ")]
    [InlineData("Bearer a.b.c d")]
    [InlineData("bearer a.b.c")]
    [InlineData("BEARER a.b.c")]
    [InlineData("Basic a.b.c")]
    [InlineData("Bearer\ta.b.c")]
    public async Task Validate_HeaderOfAnotherForm_HasNoToken(string? header)
    {
        Assert.Equal(Refusal.NoToken, await ReasonAsync(header));
        Assert.Empty(issuer.Asked);
    }

    [Theory]
    [InlineData("Bearer a")]
    [InlineData("Bearer a.b")]
    [InlineData("Bearer a.b.c.d")]
    [InlineData("Bearer a.b.c.d.e")]
    public async Task Validate_NotThreeParts_IsRefused(string header) =>
        Assert.Equal(Refusal.NotThreeParts, await ReasonAsync(header));

    [Theory]
    [InlineData("Bearer a+b.c/d.e=")]
    [InlineData("Bearer あ.b.c")]
    [InlineData("Bearer a.b.c\u0000")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer e30.e30e.c")]
    [InlineData("Bearer bnVsbA.e30.c")]
    [InlineData("Bearer W10.e30.c")]
    [InlineData("Bearer e30.W10.c")]
    public async Task Validate_PartsThatAreNoJsonInBase64Url_AreRefused(string header)
    {
        Assert.Equal(Refusal.Unreadable, await ReasonAsync(header));
        Assert.Empty(issuer.Asked);
    }

    [Theory]
    [InlineData("""{"iss":5}""")]
    [InlineData("""{"iss":"https://api.botframework.com","aud":["b7f3f5c0-2222-4b5e-8f00-00000000abcd"]}""")]
    [InlineData("""{"iss":"https://api.botframework.com","exp":"1796346000"}""")]
    [InlineData("""{"iss":"https://api.botframework.com","exp":1e400}""")]
    [InlineData("""{"iss":"https://api.botframework.com","iss":"https://api.botframework.com"}""")]
    public async Task Validate_ClaimsOfAnotherType_AreUnreadable(string claims) =>
        Assert.Equal(
            Refusal.Unreadable,
            await ReasonAsync(
                $"Bearer {TokenSpec.Part("""{"alg":"RS256","kid":"k1"}""")}.{TokenSpec.Part(claims)}.AAAA"
            )
        );

    [Theory]
    [InlineData(8192, Refusal.NotThreeParts)]
    [InlineData(8193, Refusal.TokenTooLong)]
    public async Task Validate_LongToken_IsNotLookedAt(int length, Refusal expected) =>
        Assert.Equal(expected, await ReasonAsync("Bearer " + new string('a', length)));

    [Theory]
    [InlineData("https://sts.windows.net/5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f/")]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("HTTPS://api.botframework.com")]
    [InlineData("")]
    public async Task Validate_AnotherIssuer_IsRefusedWithoutAnyFetch(string iss)
    {
        Assert.Equal(Refusal.UnknownIssuer, await ReasonAsync(new TokenSpec { Iss = iss }.Bearer()));
        Assert.Empty(issuer.Asked);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("rs256")]
    [InlineData("")]
    public async Task Validate_AnotherAlgorithm_IsRefused(string alg) =>
        Assert.Equal(Refusal.Algorithm, await ReasonAsync(new TokenSpec { Alg = alg }.Bearer()));

    [Fact]
    public async Task Validate_CriticalExtension_IsRefused() =>
        Assert.Equal(Refusal.Algorithm, await ReasonAsync(new TokenSpec { Header = ("crit", """["b64"]""") }.Bearer()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("k2")]
    [InlineData("K1")]
    public async Task Validate_UnknownKey_IsRefused(string? kid) =>
        Assert.Equal(Refusal.UnknownKey, await ReasonAsync(new TokenSpec { Kid = kid }.Bearer()));

    [Fact]
    public async Task Validate_SignedWithAnotherKey_IsRefused() =>
        Assert.Equal(Refusal.Signature, await ReasonAsync(new TokenSpec { SignedWith = TokenSpec.OtherKey }.Bearer()));

    [Fact]
    public async Task Validate_ClaimsChangedAfterSigning_AreRefused()
    {
        string[] genuine = new TokenSpec().Sign().Split('.');
        string[] other = new TokenSpec { Exp = TokenSpec.Now + 999_999 }
            .Sign()
            .Split('.');

        Assert.Equal(Refusal.Signature, await ReasonAsync($"Bearer {genuine[0]}.{other[1]}.{genuine[2]}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("A")]
    public async Task Validate_SignatureMissingOrBroken_IsRefused(string signature)
    {
        string[] genuine = new TokenSpec().Sign().Split('.');

        Assert.Equal(Refusal.Signature, await ReasonAsync($"Bearer {genuine[0]}.{genuine[1]}.{signature}"));
    }

    [Theory]
    [InlineData(300, Refusal.None)]
    [InlineData(301, Refusal.NotYetValid)]
    public async Task Validate_NotBefore_MayBeFiveMinutesAhead(int seconds, Refusal expected) =>
        Assert.Equal(expected, await ReasonAsync(new TokenSpec { Nbf = TokenSpec.Now + seconds }.Bearer()));

    [Theory]
    [InlineData(300, Refusal.None)]
    [InlineData(301, Refusal.Expired)]
    public async Task Validate_Expiry_MayBeFiveMinutesAgo(int seconds, Refusal expected) =>
        Assert.Equal(expected, await ReasonAsync(new TokenSpec { Exp = TokenSpec.Now - seconds }.Bearer()));

    [Fact]
    public async Task Validate_TimesAtTheEndsOfNumbers_AreCompared()
    {
        Assert.Equal(Refusal.None, await ReasonAsync(new TokenSpec { Exp = long.MaxValue }.Bearer()));
        Assert.Equal(Refusal.Expired, await ReasonAsync(new TokenSpec { Exp = long.MinValue }.Bearer()));
        Assert.Equal(Refusal.None, await ReasonAsync(new TokenSpec { Nbf = long.MinValue }.Bearer()));
        Assert.Equal(Refusal.NotYetValid, await ReasonAsync(new TokenSpec { Nbf = long.MaxValue }.Bearer()));
    }

    [Fact]
    public async Task Validate_WithoutLifetime_IsRefused()
    {
        Assert.Equal(Refusal.Unreadable, await ReasonAsync(new TokenSpec { Exp = null }.Bearer()));
        Assert.Equal(Refusal.Unreadable, await ReasonAsync(new TokenSpec { Nbf = null }.Bearer()));
    }

    [Theory]
    [InlineData(null, Refusal.Audience)]
    [InlineData("", Refusal.Audience)]
    [InlineData("00000000-2222-4b5e-8f00-00000000abcd", Refusal.Audience)]
    [InlineData("https://api.botframework.com", Refusal.Audience)]
    [InlineData("B7F3F5C0-2222-4B5E-8F00-00000000ABCD", Refusal.None)]
    public async Task Validate_Audience_IsTheBot(string? audience, Refusal expected) =>
        Assert.Equal(expected, await ReasonAsync(new TokenSpec { Aud = audience }.Bearer()));

    [Theory]
    [InlineData("appid")]
    [InlineData("azp")]
    public async Task Validate_TokenOfAnotherBot_IsRefused(string claim)
    {
        Assert.Equal(
            Refusal.OtherCaller,
            await ReasonAsync(new TokenSpec { Claim = (claim, "\"00000000-2222-4b5e-8f00-00000000abcd\"") }.Bearer())
        );
        Assert.Equal(
            Refusal.None,
            await ReasonAsync(new TokenSpec { Claim = (claim, $"\"{TokenSpec.AppId}\"") }.Bearer())
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("http://smba.trafficmanager.net/jp/")]
    [InlineData("https://smba.trafficmanager.net.example.org/jp/")]
    [InlineData("https://smba.trafficmanager.net@example.org/jp/")]
    [InlineData("https://user@smba.trafficmanager.net/jp/")]
    [InlineData("https://smba.trafficmanager.net:8443/jp/")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("http://127.0.0.1:5080/")]
    public async Task Validate_ServiceThatIsNotTeams_IsRefused(string? serviceUrl) =>
        Assert.Equal(
            Refusal.ServiceHost,
            await ReasonAsync(
                new TokenSpec { ServiceUrl = serviceUrl }.Bearer(),
                Samples.Read(Samples.Text) with
                {
                    ServiceUrl = serviceUrl,
                }
            )
        );

    [Theory]
    [InlineData("https://smba.trafficmanager.net/jp/5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f/", Refusal.None)]
    [InlineData("https://smba.trafficmanager.net/jp/5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f", Refusal.None)]
    [InlineData("HTTPS://SMBA.trafficmanager.net/JP/5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f", Refusal.None)]
    [InlineData("https://smba.trafficmanager.net/jp/5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f//", Refusal.ServiceUrl)]
    [InlineData("https://smba.trafficmanager.net/jp/", Refusal.ServiceUrl)]
    [InlineData("https://smba.trafficmanager.net/amer/5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f/", Refusal.ServiceUrl)]
    [InlineData("", Refusal.ServiceUrl)]
    [InlineData(null, Refusal.ServiceUrl)]
    public async Task Validate_ServiceOfTheActivity_IsTheTokens(string? serviceUrl, Refusal expected) =>
        Assert.Equal(
            expected,
            await ReasonAsync(new TokenSpec().Bearer(), Samples.Read(Samples.Text) with { ServiceUrl = serviceUrl })
        );

    [Theory]
    [InlineData("msteams", Refusal.None)]
    [InlineData("msteams:COPILOT", Refusal.None)]
    [InlineData("webchat", Refusal.Channel)]
    [InlineData("directline", Refusal.Channel)]
    [InlineData("msteamsx", Refusal.Channel)]
    [InlineData("MSTEAMS", Refusal.Channel)]
    [InlineData("", Refusal.Channel)]
    [InlineData(null, Refusal.Channel)]
    public async Task Validate_Channel_IsTeams(string? channel, Refusal expected) =>
        Assert.Equal(
            expected,
            await ReasonAsync(new TokenSpec().Bearer(), Samples.Read(Samples.Text) with { ChannelId = channel })
        );

    [Theory]
    [InlineData("""["webchat"]""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Validate_KeyNotEndorsedForTeams_IsRefused(string endorsements)
    {
        issuer.Keys[0] = IssuerStub.KeyJson("k1", TokenSpec.Key, endorsements);

        Assert.Equal(Refusal.Endorsement, await ReasonAsync(new TokenSpec().Bearer()));
    }

    [Theory]
    [InlineData(Samples.Tenant, Samples.Tenant, Refusal.None)]
    [InlineData(Samples.Tenant, null, Refusal.None)]
    [InlineData(null, Samples.Tenant, Refusal.None)]
    [InlineData("", Samples.Tenant, Refusal.None)]
    [InlineData("5F6C1C52-1111-4A6E-9C1E-0A1B2C3D4E5F", Samples.Tenant, Refusal.None)]
    [InlineData(null, null, Refusal.TenantUnclear)]
    [InlineData("", "", Refusal.TenantUnclear)]
    [InlineData(Samples.Tenant, "00000000-1111-4a6e-9c1e-0a1b2c3d4e5f", Refusal.TenantUnclear)]
    [InlineData("00000000-1111-4a6e-9c1e-0a1b2c3d4e5f", Samples.Tenant, Refusal.TenantUnclear)]
    [InlineData("00000000-1111-4a6e-9c1e-0a1b2c3d4e5f", null, Refusal.Tenant)]
    [InlineData(null, "00000000-1111-4a6e-9c1e-0a1b2c3d4e5f", Refusal.Tenant)]
    public async Task Validate_Tenant_IsServedAndClear(string? byChannel, string? byConversation, Refusal expected)
    {
        Activity activity = Samples.Read(Samples.Text);

        Assert.Equal(
            expected,
            await ReasonAsync(
                new TokenSpec().Bearer(),
                activity with
                {
                    ChannelData = new TeamsChannelData { Tenant = new IdReference(byChannel) },
                    Conversation = activity.Conversation! with { TenantId = byConversation },
                }
            )
        );
    }

    [Fact]
    public async Task Validate_TenantInAnotherSpelling_IsGivenAsConfigured()
    {
        Activity activity = Samples.Read(Samples.Text) with { ChannelData = null };

        Assert.Equal(
            new InboundDecision.Accepted(Samples.Tenant),
            await DecideAsync(
                new TokenSpec().Bearer(),
                activity with
                {
                    Conversation = activity.Conversation! with { TenantId = "5F6C1C52-1111-4A6E-9C1E-0A1B2C3D4E5F" },
                }
            )
        );
    }

    [Fact]
    public async Task Authenticate_TokenUsedAgain_IsStillJudgedByTheTime()
    {
        InboundTokenValidator validator = Validator();
        string header = new TokenSpec { Exp = TokenSpec.Now + 60 }.Bearer();

        HeaderDecision first = await validator.AuthenticateAsync(header, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(360));
        HeaderDecision second = await validator.AuthenticateAsync(header, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(1));
        HeaderDecision third = await validator.AuthenticateAsync(header, CancellationToken.None);

        Assert.Same(first.Token, second.Token);
        Assert.Equal(new HeaderDecision(null, Refusal.Expired), third);
    }

    [Fact]
    public async Task Authenticate_TokenUsedAgain_IsCheckedAnewAfterTheKeysChanged()
    {
        InboundTokenValidator validator = Validator();
        string header = new TokenSpec { Exp = TokenSpec.Now + 1_000_000 }.Bearer();
        await validator.AuthenticateAsync(header, CancellationToken.None);
        issuer.Keys[0] = IssuerStub.KeyJson("k1", TokenSpec.OtherKey);
        clock.Advance(TimeSpan.FromHours(24));

        HeaderDecision again = await validator.AuthenticateAsync(header, CancellationToken.None);

        Assert.Equal(Refusal.Signature, again.Reason);
    }

    [Fact]
    public async Task Authenticate_OneCharacterOfAKnownTokenChanged_IsRefused()
    {
        InboundTokenValidator validator = Validator();
        string header = new TokenSpec().Bearer();
        await validator.AuthenticateAsync(header, CancellationToken.None);
        char[] changed = header.ToCharArray();
        changed[^20] = changed[^20] == 'A' ? 'B' : 'A';

        HeaderDecision again = await validator.AuthenticateAsync(new string(changed), CancellationToken.None);

        Assert.Equal(Refusal.Signature, again.Reason);
    }

    [Fact]
    public async Task Authenticate_MoreTokensThanAreRemembered_AllHold()
    {
        InboundTokenValidator validator = Validator();
        string first = new TokenSpec().Bearer();
        HeaderDecision before = await validator.AuthenticateAsync(first, CancellationToken.None);
        for (int i = 1; i <= 1024; i++)
        {
            HeaderDecision other = await validator.AuthenticateAsync(
                new TokenSpec { Exp = TokenSpec.Now + 3600 + i }.Bearer(),
                CancellationToken.None
            );
            Assert.Equal(Refusal.None, other.Reason);
        }

        HeaderDecision after = await validator.AuthenticateAsync(first, CancellationToken.None);

        // It was pushed out, so it was verified again, and holds.
        Assert.Equal(Refusal.None, after.Reason);
        Assert.NotSame(before.Token, after.Token);
    }

    [Fact]
    public async Task Authenticate_GoodAndBadTokens_AreNeverLogged()
    {
        RecordingLog<InboundTokenValidator> log = new();
        using HttpClient http = new(issuer);
        InboundTokenValidator validator = new(InboundOptionsTests.Good(), http, clock, log);
        string[] headers =
        [
            new TokenSpec().Bearer(),
            new TokenSpec { Aud = "x" }.Bearer(),
            new TokenSpec { SignedWith = TokenSpec.OtherKey }.Bearer(),
            new TokenSpec { Kid = "secret-looking-kid" }.Bearer(),
        ];
        foreach (string header in headers)
        {
            await validator.AuthenticateAsync(header, CancellationToken.None);
        }

        Assert.Equal([1301, 1301, 1301], log.Events);
        Assert.All(headers, h => Assert.DoesNotContain(h[^30..], log.AllText, StringComparison.Ordinal));
        Assert.DoesNotContain("eyJ", log.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-looking-kid", log.AllText, StringComparison.Ordinal);
    }

    private InboundTokenValidator Validator() =>
        new(InboundOptionsTests.Good(), new HttpClient(issuer), clock, NullLogger<InboundTokenValidator>.Instance);

    private async Task<InboundDecision> DecideAsync(string? header, Activity? activity = null) =>
        await Validator().ValidateAsync(header, activity ?? Samples.Read(Samples.Text), CancellationToken.None);

    private async Task<Refusal> ReasonAsync(string? header, Activity? activity = null) =>
        await DecideAsync(header, activity) switch
        {
            InboundDecision.Refused refused => refused.Reason,
            _ => Refusal.None,
        };
}
