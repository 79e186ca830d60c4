using Renkei.Bot.Conversation;
using Renkei.Bot.Notices;

namespace Renkei.Bot.Features.Reminders;

/// <summary>Wires the reminders of councils: what is sent, its buttons, the settings and the ledger.</summary>
internal static class ReminderRegistration
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<ReminderDesk>();
        services.AddSingleton<ReminderRights>();
        services.AddSingleton<INoticeSource, CouncilReminderSource>();
        services.AddSingleton<IFeature, RemindersFeature>();
        services.AddSingleton<IFeature, LedgerFeature>();
        services.AddSingleton<IFeature, SettingsFeature>();
        return services;
    }
}
