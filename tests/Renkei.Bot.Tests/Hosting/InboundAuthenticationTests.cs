using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Renkei.Activities.Auth;
using Renkei.Activities.Connector;
using Renkei.Activities.Turns;
using Renkei.Bot.Hosting;

namespace Renkei.Bot.Tests.Hosting;

public sealed class InboundAuthenticationTests
{
    private static readonly string[] Good =
    [
        "--Renkei:Teams:AppId=b7f3f5c0-2222-4b5e-8f00-00000000abcd",
        "--Renkei:Teams:TenantIds:0=5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f",
    ];

    [Fact]
    public async Task Settings_OfTheRoom_AreBound()
    {
        await using WebApplication app = Build(
            "Production",
            "http://127.0.0.1:0",
            [
                .. Good,
                "--Renkei:Teams:Cloud=UsGovernment",
                "--Renkei:Teams:AdditionalIssuers:0:Issuer=https://room.invalid",
                "--Renkei:Teams:AdditionalIssuers:0:MetadataUrl=http://127.0.0.1:5080/openid",
                "--Renkei:Teams:AdditionalIssuers:0:ServiceHosts:0=127.0.0.1:5080",
            ]
        );

        InboundOptions options = app.Services.GetRequiredService<IOptions<InboundOptions>>().Value;

        Assert.Equal(TeamsCloud.UsGovernment, options.Cloud);
        Assert.Equal(["127.0.0.1:5080"], Assert.Single(options.AdditionalIssuers).ServiceHosts);
        Assert.IsType<InboundTokenValidator>(app.Services.GetRequiredService<IInboundGate>());
    }

    [Fact]
    public async Task Start_WithoutSettings_FailsNamingTheKeys()
    {
        await using WebApplication app = Build("Production", "http://127.0.0.1:0", []);

        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains("Renkei:Teams:AppId", e.Message, StringComparison.Ordinal);
        Assert.Contains("Renkei:Teams:TenantIds", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", "http://127.0.0.1:0", true)]
    [InlineData("Development", "http://localhost:5099;http://[::1]:5099", true)]
    [InlineData("Production", "http://127.0.0.1:0", false)]
    [InlineData("Development", "http://0.0.0.0:0", false)]
    [InlineData("Development", "http://*:5099", false)]
    [InlineData("Development", "http://+:5099", false)]
    [InlineData("Development", "http://[::]:5099", false)]
    [InlineData("Development", "http://127.0.0.1:0;http://192.0.2.1:5099", false)]
    [InlineData("Development", "http://127.0.0.1.example.org:5099", false)]
    public async Task Bypass_NeedsDevelopmentAndLoopback(string environment, string urls, bool built)
    {
        await using WebApplication app = Build(
            environment,
            urls,
            [.. Good, "--Renkei:Teams:DangerouslyAllowUnauthenticatedRequests=true"]
        );

        Exception? refused = Record.Exception(() => app.Services.GetRequiredService<IInboundGate>());

        Assert.Equal(built, refused is null);
        Assert.True(built || refused is InvalidOperationException);
    }

    [Fact]
    public async Task Bypass_AddressOpenedByCode_StopsTheStart()
    {
        await using WebApplication app = Build(
            "Development",
            "http://127.0.0.1:0",
            [.. Good, "--Renkei:Teams:DangerouslyAllowUnauthenticatedRequests=true"],
            host => host.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(0))
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());
    }

    private static WebApplication Build(
        string environment,
        string urls,
        string[] settings,
        Action<ConfigureWebHostBuilder>? configure = null
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder([
            $"--environment={environment}",
            $"--urls={urls}",
            .. settings,
        ]);
        configure?.Invoke(builder.WebHost);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddInboundAuthentication();
        // In Development the container checks that everything can be built; no turn runs here.
        builder.Services.AddSingleton(new TurnPipeline(null!, [], (_, _) => Task.FromResult(InvokeReply.Done)));
        return builder.Build();
    }
}
