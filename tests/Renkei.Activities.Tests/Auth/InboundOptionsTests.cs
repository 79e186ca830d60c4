using Microsoft.Extensions.Logging.Abstractions;
using Renkei.Activities.Auth;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;
using Renkei.Testing;

namespace Renkei.Activities.Tests.Auth;

public sealed class InboundOptionsTests
{
    private const string RoomIssuer = "https://room.invalid";

    public static InboundOptions Good() => new() { AppId = TokenSpec.AppId, TenantIds = { Samples.Tenant } };

    [Fact]
    public void Faults_GoodOptions_None() => Assert.Empty(WithRoom().Faults());

    [Fact]
    public void Faults_Nothing_NamesEachKey() =>
        Assert.Equal(
            ["AppId has to be the bot's app id, a GUID.", "TenantIds needs at least one tenant."],
            new InboundOptions().Faults()
        );

    [Fact]
    public void Faults_TenantThatIsNoGuid_NamesItsPlace()
    {
        InboundOptions options = Good();
        options.TenantIds.Add("contoso.example");

        Assert.Equal(["TenantIds:1 is not a GUID."], options.Faults());
    }

    [Fact]
    public void Faults_ChinaWithoutHosts_AsksForThem()
    {
        InboundOptions options = Good();
        options.Cloud = TeamsCloud.China;

        Assert.Single(options.Faults());
        options.ServiceHosts.Add("smba.example.cn");
        Assert.Empty(options.Faults());
    }

    [Theory]
    [InlineData("https://room.example.org/metadata", "127.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1/metadata", "127.0.0.1:5080")]
    [InlineData("", "127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080/metadata", "smba.trafficmanager.net")]
    [InlineData("http://127.0.0.1:5080/metadata", "127.0.0.1:5080/path")]
    [InlineData("http://127.0.0.1:5080/metadata", "room.example.org:5080")]
    public void Faults_AdditionalIssuerBeyondThisMachine_IsRefused(string metadata, string host)
    {
        InboundOptions options = Good();
        options.AdditionalIssuers.Add(
            new AdditionalIssuer
            {
                Issuer = RoomIssuer,
                MetadataUrl = metadata,
                ServiceHosts = { host },
            }
        );

        string fault = Assert.Single(options.Faults());
        Assert.StartsWith("AdditionalIssuers:0:", fault, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Validator(options, new IssuerStub()));
    }

    [Fact]
    public async Task AdditionalIssuer_OwnHost_IsAccepted()
    {
        InboundTokenValidator validator = Validator(WithRoom(), RoomStub());

        Assert.Equal(
            new InboundDecision.Accepted(Samples.Tenant),
            await DecideAsync(validator, RoomIssuer, "http://127.0.0.1:5080/")
        );
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/jp/")]
    [InlineData("http://127.0.0.1:5081/")]
    [InlineData("http://localhost:5080/")]
    public async Task AdditionalIssuer_AnotherHost_IsRefused(string serviceUrl)
    {
        InboundTokenValidator validator = Validator(WithRoom(), RoomStub());

        Assert.Equal(
            new InboundDecision.Refused(Refusal.ServiceHost),
            await DecideAsync(validator, RoomIssuer, serviceUrl)
        );
    }

    [Fact]
    public async Task AdditionalIssuer_DoesNotLendItsHostToTheCloud()
    {
        InboundTokenValidator validator = Validator(WithRoom(), new IssuerStub());

        Assert.Equal(
            new InboundDecision.Refused(Refusal.ServiceHost),
            await DecideAsync(validator, TokenSpec.Issuer, "http://127.0.0.1:5080/")
        );
    }

    [Theory]
    [InlineData(TeamsCloud.UsGovernment, "https://api.botframework.us", "https://login.botframework.azure.us/v1/")]
    [InlineData(TeamsCloud.China, "https://api.botframework.azure.cn", "https://login.botframework.azure.cn/v1/")]
    public async Task Cloud_DecidesIssuerAndMetadata(TeamsCloud cloud, string iss, string metadata)
    {
        InboundOptions options = Good();
        options.Cloud = cloud;
        options.ServiceHosts.Add("smba.example.org");
        IssuerStub stub = new() { MetadataIssuer = iss };
        InboundTokenValidator validator = Validator(options, stub);

        Assert.IsType<InboundDecision.Accepted>(await DecideAsync(validator, iss, "https://smba.example.org/"));
        Assert.StartsWith(metadata, stub.Asked[0], StringComparison.Ordinal);
        Assert.Equal(
            new InboundDecision.Refused(Refusal.UnknownIssuer),
            await DecideAsync(validator, TokenSpec.Issuer, "https://smba.example.org/")
        );
    }

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    public void UnauthenticatedInbound_NeedsTheOptionAndDevelopmentAndLoopback(
        bool option,
        bool development,
        bool loopback,
        bool built
    )
    {
        InboundOptions options = Good();
        options.DangerouslyAllowUnauthenticatedRequests = option;

        Exception? refused = Record.Exception(() => new UnauthenticatedInbound(options, development, loopback));

        Assert.Equal(built, refused is null);
        Assert.True(built || refused is InvalidOperationException);
    }

    [Fact]
    public async Task UnauthenticatedInbound_StillChecksTenantAndHost()
    {
        InboundOptions options = WithRoom();
        options.DangerouslyAllowUnauthenticatedRequests = true;
        UnauthenticatedInbound gate = new(options, isDevelopment: true, listensOnLoopbackOnly: true);
        VerifiedToken nobody = (await gate.AuthenticateAsync(null, CancellationToken.None)).Token!;
        Activity activity = Samples.Read(Samples.Text);

        Assert.Equal(new InboundDecision.Accepted(Samples.Tenant), gate.Authorise(nobody, activity));
        Assert.Equal(
            new InboundDecision.Refused(Refusal.ServiceHost),
            gate.Authorise(nobody, activity with { ServiceUrl = "https://example.org/" })
        );
        Assert.Equal(
            new InboundDecision.Refused(Refusal.TenantUnclear),
            gate.Authorise(nobody, activity with { ChannelData = null, Conversation = null })
        );
    }

    private static InboundOptions WithRoom()
    {
        InboundOptions options = Good();
        options.AdditionalIssuers.Add(
            new AdditionalIssuer
            {
                Issuer = RoomIssuer,
                MetadataUrl = "http://127.0.0.1:5080/openid",
                ServiceHosts = { "127.0.0.1:5080" },
            }
        );
        return options;
    }

    private static IssuerStub RoomStub() =>
        new() { MetadataIssuer = RoomIssuer, JwksUri = "http://127.0.0.1:5080/keys" };

    private static InboundTokenValidator Validator(InboundOptions options, IssuerStub stub) =>
        new(options, new HttpClient(stub), new FakeClock(), NullLogger<InboundTokenValidator>.Instance);

    private static async Task<InboundDecision> DecideAsync(
        InboundTokenValidator validator,
        string iss,
        string serviceUrl
    ) =>
        await validator.ValidateAsync(
            new TokenSpec { Iss = iss, ServiceUrl = serviceUrl }.Bearer(),
            Samples.Read(Samples.Text) with
            {
                ServiceUrl = serviceUrl,
            },
            CancellationToken.None
        );
}
