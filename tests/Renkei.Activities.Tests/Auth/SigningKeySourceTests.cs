using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Renkei.Activities.Auth;
using Renkei.Testing;

namespace Renkei.Activities.Tests.Auth;

/// <summary>How the issuer's keys are fetched and kept, seen through the validator.</summary>
public sealed class SigningKeySourceTests : IDisposable
{
    private readonly FakeClock clock = new();
    private readonly IssuerStub issuer = new();
    private readonly HttpClient http;
    private readonly InboundTokenValidator validator;

    public SigningKeySourceTests()
    {
        http = new HttpClient(issuer);
        validator = new(InboundOptionsTests.Good(), http, clock, NullLogger<InboundTokenValidator>.Instance);
    }

    public void Dispose()
    {
        http.Dispose();
        issuer.Dispose();
    }

    [Fact]
    public async Task Keys_AreFetchedThroughTheDocumentedAddress()
    {
        await ReasonAsync(new TokenSpec());

        Assert.Equal(
            [
                "https://login.botframework.com/v1/.well-known/openidconfiguration",
                "https://login.botframework.com/v1/.well-known/keys",
            ],
            issuer.Asked
        );
    }

    [Fact]
    public async Task Keys_AreKeptForADay()
    {
        TokenSpec lasting = new() { Exp = TokenSpec.Now + 1_000_000 };
        await ReasonAsync(lasting);
        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await ReasonAsync(lasting with { Nbf = 1 });
        Assert.Equal(1, issuer.Fetches);

        clock.Advance(TimeSpan.FromSeconds(1));
        await ReasonAsync(lasting with { Nbf = 2 });
        Assert.Equal(2, issuer.Fetches);
    }

    [Fact]
    public async Task UnknownKey_FetchesOnceInFiveMinutes()
    {
        Assert.Equal(Refusal.UnknownKey, await ReasonAsync(new TokenSpec { Kid = "made-up-1" }));
        Assert.Equal(2, issuer.Fetches);

        Assert.Equal(Refusal.UnknownKey, await ReasonAsync(new TokenSpec { Kid = "made-up-2" }));
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Equal(Refusal.UnknownKey, await ReasonAsync(new TokenSpec { Kid = "made-up-3" }));
        Assert.Equal(2, issuer.Fetches);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Refusal.UnknownKey, await ReasonAsync(new TokenSpec { Kid = "made-up-4" }));
        Assert.Equal(3, issuer.Fetches);
    }

    [Fact]
    public async Task NewKey_IsFoundByTheFetchForAnUnknownOne()
    {
        Assert.Equal(Refusal.None, await ReasonAsync(new TokenSpec()));
        issuer.Keys.Add(IssuerStub.KeyJson("k2", TokenSpec.OtherKey));

        Assert.Equal(Refusal.None, await ReasonAsync(new TokenSpec { Kid = "k2", SignedWith = TokenSpec.OtherKey }));
    }

    [Fact]
    public async Task FailedFetch_KeepsTheLastGoodCopy()
    {
        TokenSpec lasting = new() { Exp = TokenSpec.Now + 1_000_000 };
        await ReasonAsync(lasting);
        issuer.IsDown = true;
        clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(Refusal.None, await ReasonAsync(lasting with { Nbf = 1 }));
    }

    [Fact]
    public async Task FailedFetch_IsNotRepeatedForHalfAMinute()
    {
        issuer.IsDown = true;
        Assert.Equal(Refusal.KeysUnavailable, await ReasonAsync(new TokenSpec()));
        int asked = issuer.Asked.Count;
        Assert.Equal(Refusal.KeysUnavailable, await ReasonAsync(new TokenSpec()));
        Assert.Equal(asked, issuer.Asked.Count);

        issuer.IsDown = false;
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(Refusal.None, await ReasonAsync(new TokenSpec()));
    }

    [Fact]
    public async Task ManyAskers_CauseOneFetch()
    {
        TaskCompletionSource open = new();
        issuer.Gate = open.Task;
        Task<Refusal>[] askers = [.. Enumerable.Range(0, 20).Select(i => ReasonAsync(new TokenSpec { Nbf = i }))];
        open.SetResult();

        Assert.All(await Task.WhenAll(askers), reason => Assert.Equal(Refusal.None, reason));
        Assert.Equal(1, issuer.Fetches);
    }

    [Fact]
    public async Task AskerThatHangsUp_DoesNotEndTheFetchForOthers()
    {
        TaskCompletionSource open = new();
        issuer.Gate = open.Task;
        using CancellationTokenSource hangUp = new();
        Task<HeaderDecision> first = validator.AuthenticateAsync(new TokenSpec().Bearer(), hangUp.Token).AsTask();
        Task<Refusal> second = ReasonAsync(new TokenSpec());
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        open.SetResult();

        Assert.Equal(Refusal.None, await second);
        Assert.Equal(1, issuer.Fetches);
    }

    [Theory]
    [InlineData("https://api.botframework.us", "https://login.botframework.com/v1/.well-known/keys")]
    [InlineData("https://api.botframework.com", "http://login.botframework.com/v1/.well-known/keys")]
    [InlineData("https://api.botframework.com", "https://127.0.0.1/keys")]
    [InlineData("https://api.botframework.com", "keys")]
    public async Task MetadataThatLeadsElsewhere_IsNotFollowed(string metadataIssuer, string jwksUri)
    {
        issuer.MetadataIssuer = metadataIssuer;
        issuer.JwksUri = jwksUri;

        Assert.Equal(Refusal.KeysUnavailable, await ReasonAsync(new TokenSpec()));
        Assert.Single(issuer.Asked);
    }

    [Fact]
    public async Task KeysThatCannotSign_AreLeftOut()
    {
        using RSA small = RSA.Create(1024);
        issuer.Keys.Clear();
        issuer.Keys.Add("""{"kty":"EC","kid":"k1","crv":"P-256","x":"AA","y":"AA"}""");
        issuer.Keys.Add(IssuerStub.KeyJson("k2", small));
        issuer.Keys.Add(IssuerStub.KeyJson("k3", TokenSpec.Key, more: "\"alg\":\"RS512\","));
        issuer.Keys.Add("""{"kty":"RSA","kid":"k4","n":"+/","e":"AQAB"}""");
        issuer.Keys.Add("null");
        issuer.Keys.Add(IssuerStub.KeyJson("k5", TokenSpec.OtherKey));

        Assert.Equal(Refusal.UnknownKey, await ReasonAsync(new TokenSpec { Kid = "k1" }));
        Assert.Equal(Refusal.UnknownKey, await ReasonAsync(new TokenSpec { Kid = "k2", SignedWith = small }));
        Assert.Equal(Refusal.UnknownKey, await ReasonAsync(new TokenSpec { Kid = "k3" }));
        Assert.Equal(Refusal.UnknownKey, await ReasonAsync(new TokenSpec { Kid = "k4" }));
        Assert.Equal(Refusal.None, await ReasonAsync(new TokenSpec { Kid = "k5", SignedWith = TokenSpec.OtherKey }));
    }

    private async Task<Refusal> ReasonAsync(TokenSpec token) =>
        (await validator.AuthenticateAsync(token.Bearer(), CancellationToken.None)).Reason;
}
