using Renkei.Bot.Conversation;
using Renkei.Bot.Notices;
using Renkei.Bot.Polls;

namespace Renkei.Bot.Features.Polls;

/// <summary>Wires polls: their store, what is sent about them, the cards for everybody, and the features.</summary>
internal static class PollRegistration
{
    public static IServiceCollection AddPolls(this IServiceCollection services)
    {
        services.AddSingleton<StalePolls>();
        services.AddSingleton<PollList>();
        services.AddSingleton<PollStore>();
        services.AddSingleton<PollDecisions>();
        services.AddSingleton<INoticeSource, PollNoticeSource>();
        services.AddSingleton<PollBoards>();
        services.AddSingleton(s => new Lazy<PollBoards>(s.GetRequiredService<PollBoards>));
        services.AddHostedService<PollBoardKeeper>();
        services.AddSingleton<IFeature, PollsFeature>();
        services.AddSingleton<IFeature, NewPollFeature>();
        services.AddSingleton<IFeature, PollChangesFeature>();
        return services;
    }
}
