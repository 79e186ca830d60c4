using Renkei.Bot.Conversation;
using Renkei.Bot.Notices;
using Renkei.Bot.Requests;

namespace Renkei.Bot.Features.Requests;

/// <summary>Wires the requests to head office.</summary>
internal static class RequestRegistration
{
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddSingleton<RequestNotices>();
        services.AddSingleton<RequestStore>();
        services.AddSingleton<INoticeSource, RequestNoticeSource>();
        services.AddSingleton<RequestContextReader>();
        services.AddSingleton<IFeature, NewRequestFeature>();
        services.AddSingleton<IFeature, RequestListFeature>();
        services.AddSingleton<IFeature, RequestsFeature>();
        services.AddSingleton<IFeature, RequestDeskFeature>();
        return services;
    }
}
