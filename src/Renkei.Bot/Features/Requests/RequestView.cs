using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Requests;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Requests;

/// <summary>A request with what its cards are made of.</summary>
/// <param name="Request">The request.</param>
/// <param name="Centre">The centre that asks.</param>
/// <param name="Days">Business days.</param>
/// <param name="Now">The moment (UTC).</param>
internal sealed record RequestView(SupportRequest Request, HealthCentre Centre, BusinessDays Days, DateTimeOffset Now)
{
    /// <summary>Today in Japan.</summary>
    public DateOnly Today => TokyoTime.DateOf(Now);

    /// <summary>Whether head office should have answered by now.</summary>
    public bool IsOverdue => Request.IsOverdue(Today);
}

/// <summary>Whom a card of a request is drawn for.</summary>
/// <param name="Language">Their language; Japanese for a channel.</param>
/// <param name="UserId">The <c>29:…</c> id; empty for a channel.</param>
/// <param name="Side">For which side they act; <see langword="null"/> where they only read.</param>
/// <param name="ObjectId">Who; <see langword="null"/> for a channel, where everybody sees the same card.</param>
internal sealed record RequestReader(Language Language, string UserId, RequestSide? Side, string? ObjectId)
{
    /// <summary>Everybody in head office's channel.</summary>
    public static RequestReader Channel { get; } = new(Language.Japanese, "", RequestSide.HeadOffice, null);
}
