using Renkei.Bot.Notices;
using Renkei.Domain.Feedback;

namespace Renkei.Bot.Feedback;

/// <summary>Feedback as an owner of notices: each reader gets one card, which is replaced when it is changed or taken back.</summary>
internal sealed class FeedbackNotices(NoticePointers pointers, TimeProvider clock)
{
    /// <summary>The kind of owner feedback is.</summary>
    public const string Kind = "feedback";

    /// <summary>The category people may switch off; it is found in the list all the same.</summary>
    public const string Category = "feedback";

    /// <summary>The category of replies, for whoever shared it.</summary>
    public const string ReplyCategory = "feedback-reply";

    /// <summary>To be called before a change is committed; the commit follows within a minute.</summary>
    public ValueTask BeforeCommitAsync(string tenantId, FeedbackId id, CancellationToken ct) =>
        pointers.KeepAsync(tenantId, Kind, id.ToString(), clock.GetUtcNow(), ct);
}
