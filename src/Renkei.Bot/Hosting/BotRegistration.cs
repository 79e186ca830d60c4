using Microsoft.Extensions.Options;
using Renkei.Activities.Turns;
using Renkei.Bot.Checklists;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Downloads;
using Renkei.Bot.Features.Bookings;
using Renkei.Bot.Features.Checklist;
using Renkei.Bot.Features.Councils;
using Renkei.Bot.Features.Downloads;
using Renkei.Bot.Features.Exports;
using Renkei.Bot.Features.Feedback;
using Renkei.Bot.Features.Help;
using Renkei.Bot.Features.Invitations;
using Renkei.Bot.Features.Meetings;
using Renkei.Bot.Features.Membership;
using Renkei.Bot.Features.Participants;
using Renkei.Bot.Features.Polls;
using Renkei.Bot.Features.Preparation;
using Renkei.Bot.Features.Record;
using Renkei.Bot.Features.Reminders;
using Renkei.Bot.Features.Requests;
using Renkei.Bot.Features.Scheduling;
using Renkei.Bot.Features.Sheets;
using Renkei.Bot.Features.Summaries;
using Renkei.Bot.Features.Themes;
using Renkei.Bot.Groups;
using Renkei.Bot.Notices;
using Renkei.Bot.People;
using Renkei.Bot.Places;
using Renkei.Bot.Playbooks;
using Renkei.Bot.Scheduling;
using Renkei.Bot.Summaries;
using Renkei.Bot.Themes;
using Renkei.Bot.Trial;
using Renkei.Domain.Places;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Hosting;

/// <summary>What the bot is about: places, playbook, people, and the features in the order in which the help page names them.</summary>
internal static class BotRegistration
{
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        services
            .AddOptions<InstallationOptions>()
            .BindConfiguration(InstallationOptions.Section)
            .ValidateDataAnnotations()
            .Validate<IHostEnvironment>(
                (options, host) => options.OrganisationPath.Length > 0 || host.IsDevelopment(),
                $"{InstallationOptions.Section}:OrganisationPath is missing; the sample prefecture is for Development only."
            )
            .ValidateOnStart();
        services.AddSingleton(s =>
            Installation(s).OrganisationPath is { Length: > 0 } path
                ? OrganisationLoader.Load(path)
                : OrganisationLoader.LoadSample()
        );
        services.AddSingleton(s =>
            OverlayLoader.Load(
                [.. Installation(s).Overlays],
                PlaybookLoader.LoadNational(),
                s.GetRequiredService<Organisation>()
            )
        );
        services.AddSingleton(s => new FirstAdministrators(Installation(s).Administrators));
        services.AddSingleton(s => new BusinessDays([.. Installation(s).Closures.Select(LocalClosure.Parse)]));
        services.AddSingleton(s => new OfficeHours(Installation(s).OfficeHours));
        services.AddSingleton(_ => CouncilTemplateLoader.Load());
        services.AddSingleton<PeopleStore>();
        services.AddSingleton<GroupStore>();
        services.AddSingleton<ThemeStore>();
        services.AddSingleton<ChecklistStore>();
        services.AddSingleton<CouncilNotices>();
        services.AddSingleton<CouncilStore>();
        services.AddSingleton<CouncilDesk>();
        services.AddSingleton<MailInvitations>();
        services.AddSingleton<DownloadLedger>();
        services.AddSingleton<DownloadDesk>();
        services.AddSingleton<BotRoutes>();
        services.AddSingleton<IFeature, ThemesFeature>();
        services.AddSingleton<IFeature, ChecklistFeature>();
        services.AddSingleton<IFeature, CouncilsFeature>();
        services.AddSingleton<IFeature, NewCouncilFeature>();
        services.AddSingleton<IFeature, PurposeFeature>();
        services.AddSingleton<IFeature, ParticipantsFeature>();
        services.AddSingleton<IFeature, MeetingsFeature>();
        services.AddSingleton<IFeature, SchedulingFeature>();
        services.AddSingleton<IFeature, BookingsFeature>();
        services.AddSingleton<IFeature, PapersFeature>();
        services.AddSingleton<IFeature, TasksFeature>();
        services.AddSingleton<IFeature, SheetsFeature>();
        services.AddSingleton<IFeature, InvitationsFeature>();
        services.AddSingleton<IFeature, InvitationFilesFeature>();
        services.AddSingleton<IFeature, DayFeature>();
        services.AddSingleton<IFeature, MinutesFeature>();
        services.AddSingleton<IFeature, AgreementsFeature>();
        services.AddSingleton<IFeature, EffectsFeature>();
        services.AddPolls();
        services.AddSingleton<IFeature, ExportsFeature>();
        services.AddSingleton<IFeature, SummaryExportFeature>();
        services.AddSingleton<IFeature, DownloadsFeature>();
        services.AddReminders();
        services.AddScheduling();
        services.AddSingleton<INoticeSource, BookingSource>();
        services.AddRequests();
        services.AddSingleton<SummaryReader>();
        services.AddSingleton<SummaryDesk>();
        services.AddSingleton<SubscriptionStore>();
        services.AddSingleton<INoticeSource, SummarySource>();
        services.AddSingleton<IFeature, SummariesFeature>();
        services.AddSingleton<IFeature, SubscriptionsFeature>();
        services.AddFeedback();
        services.AddSingleton<IFeature, MembershipFeature>();
        services.AddSingleton<IFeature, OutlookFeature>();
        services.AddSingleton<IFeature, HelpFeature>();
        return services;
    }

    /// <summary>Lets every feature name its routes; a clash of commands or verbs is a fault of the program and throws here, at start.</summary>
    public static void RegisterFeatures(this IServiceProvider services)
    {
        BotRoutes routes = services.GetRequiredService<BotRoutes>();
        foreach (IFeature feature in services.GetServices<IFeature>())
        {
            feature.Register(routes);
        }
        services.GetServices<IFeature>().OfType<HelpFeature>().Single().CheckCommands();
        services.GetRequiredService<TurnRouter>().OnUnknownVerb(BotRoutes.StaleButtonAsync);
    }

    private static InstallationOptions Installation(IServiceProvider services) =>
        services.GetRequiredService<IOptions<InstallationOptions>>().Value;
}
