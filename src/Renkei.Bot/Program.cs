using Renkei.Bot.Hosting;
using Renkei.Bot.Notices;
using Renkei.Bot.Trial;

try
{
    WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
    builder.AddLogging();
    builder.Services.AddTelemetry().AddTrial().AddStore().AddCalendars().AddTeams().AddNotices().AddBot();

    WebApplication app = builder.Build();
    app.Services.RegisterFeatures();
    await app.UseTrialAsync();
    app.MapHealth();
    app.MapMessages();
    await app.RunAsync();
    return 0;
}
catch (Exception fault) when (StartFaults.IsForAdministrators(fault))
{
    // What an administrator can mend is said in plain words, without a trace.
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
