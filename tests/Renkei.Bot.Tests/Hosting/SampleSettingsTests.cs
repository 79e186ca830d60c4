using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Renkei.Activities.Auth;
using Renkei.Bot.Hosting;
using Renkei.Bot.Notices;
using Renkei.Bot.Scheduling;
using Renkei.Bot.Trial;

namespace Renkei.Bot.Tests.Hosting;

public sealed class SampleSettingsTests
{
    private static readonly (string Section, Type Options)[] Sections =
    [
        ("Renkei:Teams", typeof(InboundOptions)),
        ("Renkei:Credential", typeof(CredentialOptions)),
        ("Renkei:Store", typeof(StoreOptions)),
        ("Renkei:Calendar", typeof(CalendarOptions)),
        ("Renkei:Installation", typeof(InstallationOptions)),
        ("Renkei:Notices", typeof(NoticeOptions)),
        ("Renkei:CalendarWatch", typeof(CalendarWatchOptions)),
        ("Renkei:Telemetry", typeof(TelemetryOptions)),
        ("Renkei:Trial", typeof(TrialOptions)),
    ];

    [Fact]
    public void Sample_HasEveryOptionAndNoKeyNobodyReads()
    {
        using JsonDocument sample = JsonDocument.Parse(File.ReadAllText(SamplePath()));
        JsonElement renkei = Assert.Single(sample.RootElement.EnumerateObject()).Value;
        string[] written =
        [
            .. renkei
                .EnumerateObject()
                .SelectMany(s => s.Value.EnumerateObject().Select(key => $"Renkei:{s.Name}:{key.Name}"))
                .Order(),
        ];
        string[] read =
        [
            .. Sections
                .SelectMany(s =>
                    s.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Select(p => $"{s.Section}:{p.Name}")
                )
                .Order(),
        ];

        Assert.Equal(read, written);
    }

    [Fact]
    public void Sample_PassesEveryCheckInProduction()
    {
        using WebApplication app = Build();

        app.Services.GetRequiredService<IStartupValidator>().Validate();
        InboundOptions teams = app.Services.GetRequiredService<IOptions<InboundOptions>>().Value;
        Assert.Equal("66666666-7777-4888-8999-aaaaaaaaaaaa", Assert.Single(teams.TenantIds));
        Assert.Equal(TimeSpan.FromSeconds(6), app.Services.GetRequiredService<IOptions<StoreOptions>>().Value.TryFor);
    }

    [Fact]
    public void Sample_HoldsNoSecret()
    {
        IConfiguration sample = new ConfigurationBuilder().AddJsonFile(SamplePath()).Build();

        Assert.Equal("", sample["Renkei:Credential:ClientSecret"]);
        Assert.Equal("", sample["Renkei:Store:ConnectionString"]);
        Assert.Equal("", sample["Renkei:Trial:Key"]);
    }

    [Theory]
    [InlineData("Renkei:Teams:AppId", "", "Renkei:Teams:AppId")]
    [InlineData("Renkei:Teams:AppId", "renkei", "Renkei:Teams:AppId")]
    [InlineData("Renkei:Teams:TenantIds:0", "contoso", "Renkei:Teams:TenantIds:0")]
    [InlineData("Renkei:Teams:Cloud", "China", "Renkei:Teams:ServiceHosts")]
    [InlineData("Renkei:Teams:Cloud", "Moon", "Renkei:Teams:Cloud")]
    [InlineData("Renkei:Teams:ServiceHosts:0", "https://smba.example.net/x", "Renkei:Teams:ServiceHosts")]
    [InlineData("Renkei:Teams:AdditionalIssuers:0:Issuer", "room", "Renkei:Teams:AdditionalIssuers:0:MetadataUrl")]
    [InlineData("Renkei:Credential:Kind", "Rehearsal", "Renkei:Credential:Kind")]
    [InlineData("Renkei:Credential:Kind", "Secret", "Renkei:Credential")]
    [InlineData("Renkei:Credential:Kind", "Password", "Renkei:Credential:Kind")]
    [InlineData("Renkei:Store:Kind", "Paper", "Renkei:Store:Kind")]
    [InlineData("Renkei:Store:AccountUrl", "", "Renkei:Store:AccountUrl")]
    [InlineData("Renkei:Store:AccountUrl", "renkei", "Renkei:Store:AccountUrl")]
    [InlineData("Renkei:Store:TableName", "1", "Renkei:Store:TableName")]
    [InlineData("Renkei:Store:TryFor", "00:05:00", "Renkei:Store:TryFor")]
    [InlineData("Renkei:Store:TryFor", "soon", "Renkei:Store:TryFor")]
    [InlineData("Renkei:Calendar:Kind", "Paper", "Renkei:Calendar:Kind")]
    [InlineData("Renkei:Calendar:TenantId", "contoso", "Renkei:Calendar:TenantId")]
    [InlineData("Renkei:Calendar:Mailbox", " ", "Renkei:Calendar:Mailbox")]
    [InlineData("Renkei:Calendar:Service", "http://graph.example.com", "Renkei:Calendar:Service")]
    [InlineData("Renkei:Installation:OrganisationPath", "", "Renkei:Installation:OrganisationPath")]
    [InlineData("Renkei:Installation:Administrators:0", "admin@example.jp", "Renkei:Installation:Administrators:0")]
    [InlineData("Renkei:Telemetry:OtlpEndpoint", "collector", "Renkei:Telemetry:OtlpEndpoint")]
    [InlineData("Renkei:Trial:Enabled", "true", "Renkei:Trial")]
    public async Task Start_FaultyOption_StopsAndNamesTheKey(string key, string value, string named)
    {
        Exception fault = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            // With the file that the sample names, so that nothing but the option is at fault.
            const string File = "Renkei:Installation:OrganisationPath";
            await using WebApplication app =
                key == File ? Build((key, value)) : Build((File, SampleOrganisation()), (key, value));
            await app.StartAsync();
        });

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.True(StartFaults.IsForAdministrators(fault), fault.GetType().Name);
    }

    [Fact]
    public void Start_EverybodyLetInInProduction_Stops()
    {
        using WebApplication app = Build(("Renkei:Teams:DangerouslyAllowUnauthenticatedRequests", "true"));

        Exception fault = Assert.ThrowsAny<Exception>(() => app.MapMessages());

        Assert.Contains("DangerouslyAllowUnauthenticatedRequests needs", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_OrganisationFileMissing_NamesIt()
    {
        using WebApplication app = Build(("Renkei:Installation:OrganisationPath", "/nowhere/organisation.csv"));

        Exception fault = Assert.ThrowsAny<Exception>(() => app.Services.RegisterFeatures());

        Assert.Contains("/nowhere/organisation.csv", fault.Message, StringComparison.Ordinal);
        Assert.True(StartFaults.IsForAdministrators(fault), fault.GetType().Name);
    }

    [Fact]
    public void Start_OverlayFileMissing_NamesIt()
    {
        using WebApplication app = Build(
            ("Renkei:Installation:OrganisationPath", SampleOrganisation()),
            ("Renkei:Installation:Overlays:0", "/nowhere/overlay.yaml")
        );

        Exception fault = Assert.ThrowsAny<Exception>(() => app.Services.RegisterFeatures());

        Assert.Contains("/nowhere/overlay.yaml", fault.Message, StringComparison.Ordinal);
        Assert.True(StartFaults.IsForAdministrators(fault), fault.GetType().Name);
    }

    private static WebApplication Build(params (string Key, string Value)[] changed)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { EnvironmentName = Environments.Production }
        );
        builder.Configuration.AddJsonFile(SamplePath());
        builder.Configuration.AddInMemoryCollection([
            new("urls", "http://127.0.0.1:0"),
            .. changed.Select(c => new KeyValuePair<string, string?>(c.Key, c.Value)),
        ]);
        builder.Services.AddTelemetry().AddTrial().AddStore().AddCalendars().AddTeams().AddNotices().AddBot();
        return builder.Build();
    }

    private static string SamplePath() => Path.Combine(Root(), "appsettings.sample.json");

    private static string SampleOrganisation() => Path.Combine(Root(), "src", "Renkei.Bot", "Places", "sample.csv");

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Renkei.Bot.sln")))
        {
            folder = folder.Parent;
        }
        return folder!.FullName;
    }
}
