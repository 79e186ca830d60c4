using Renkei.Bot.Notices;
using Renkei.Domain.Requests;

namespace Renkei.Bot.Requests;

/// <summary>Requests as owners of notices: the card in head office's channel, each step for whoever waits for it, and what rises when it is overdue.</summary>
internal sealed class RequestNotices(NoticePointers pointers, TimeProvider clock)
{
    /// <summary>The kind of owner a request is.</summary>
    public const string Kind = "request";

    /// <summary>The category of what is sent about requests. Nobody opts out of it: it is the answer to something they asked.</summary>
    public const string Category = "request";

    /// <summary>
    /// To be called before a change of a request is committed; the commit follows within a minute. Whoever looks finds out by themselves what
    /// is due later, so the present is enough.
    /// </summary>
    public ValueTask BeforeCommitAsync(string tenantId, RequestId id, CancellationToken ct) =>
        pointers.KeepAsync(tenantId, Kind, id.ToString(), clock.GetUtcNow(), ct);
}
