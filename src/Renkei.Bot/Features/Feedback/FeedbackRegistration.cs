using Renkei.Bot.Conversation;
using Renkei.Bot.Feedback;
using Renkei.Bot.Notices;

namespace Renkei.Bot.Features.Feedback;

/// <summary>Wires what head office shares with health centres.</summary>
internal static class FeedbackRegistration
{
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton<FeedbackNotices>();
        services.AddSingleton<FeedbackStore>();
        services.AddSingleton<INoticeSource, FeedbackNoticeSource>();
        services.AddSingleton<IFeature, FeedbackFeature>();
        return services;
    }
}
