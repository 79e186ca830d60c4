using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Activities.Connector;
using Renkei.Tables;

namespace Renkei.Bot.Notices;

/// <summary>What became of one notice. Planned ones to which nothing happened yet have none.</summary>
internal sealed record LedgerEntry
{
    /// <summary>As in the notice.</summary>
    public required string Key { get; init; }

    /// <summary>As in the notice.</summary>
    public required string Series { get; init; }

    /// <summary>As in the notice.</summary>
    public required string Category { get; init; }

    /// <summary>As in the notice.</summary>
    public required NoticeTarget To { get; init; }

    /// <summary>When it was planned (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required NoticeState State { get; init; }

    /// <summary>Why, where the state alone does not say it.</summary>
    public NoticeReason Reason { get; init; }

    /// <summary>Since when it stands there (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// Postponed: when it is due again. Sending, or withdrawn meanwhile: the real time at which the claim lapses. Otherwise absent.
    /// </summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Names the one claim a <see cref="NoticeState.Sending"/> mark belongs to.</summary>
    public string? Claim { get; init; }

    /// <summary>How often sending failed since it was due.</summary>
    public int Failures { get; init; }

    /// <summary>When it was first tried since it was due (UTC).</summary>
    public DateTimeOffset? TriedSince { get; init; }

    /// <summary>Teams' answer to the last failure, e.g. <c>502</c> or <c>403 ConversationBlockedByUser</c>.</summary>
    public string? LastAnswer { get; init; }

    /// <summary>
    /// Whether a try may have arrived of which nobody knows: a crash between sending and recording, or an answer that left it open. If it
    /// was sent again since, the reader may have it twice.
    /// </summary>
    public bool MaybeTwice { get; init; }

    /// <summary>When it was last sent (UTC); absent for one that never was.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How often it was sent; more than once after "tomorrow again".</summary>
    public int TimesSent { get; init; }

    /// <summary>Where the last one is.</summary>
    public ConversationAddress? Where { get; init; }

    /// <summary>The last message's id, to bring its card up to date; absent where Teams gave none.</summary>
    public string? ActivityId { get; init; }

    /// <summary>What its card shows, as <see cref="Notice.Version"/> named it; or was to show, where it could not be sent.</summary>
    public string? Version { get; init; }

    /// <summary>Real time before which its card is not replaced again (<see cref="Notice.Between"/>); absent where it may be at once.</summary>
    public DateTimeOffset? RestsUntil { get; init; }

    /// <summary>When its card was first looked at or pressed (UTC).</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>When it was answered (UTC).</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>By which button, as the feature names it.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>The version that was read; the default for one not stored yet.</summary>
    [JsonIgnore]
    public RowETag ETag { get; init; }

    /// <summary>Whether its reader surely has it: Teams took it, or they pressed something on it.</summary>
    [JsonIgnore]
    public bool Arrived => SentAt is not null || SeenAt is not null;

    /// <summary>The first entry of a notice.</summary>
    public static LedgerEntry Of(Notice notice, NoticeState state, DateTimeOffset at) =>
        new()
        {
            Key = notice.Key,
            Series = notice.Series,
            Category = notice.Category,
            To = notice.To,
            DueAt = notice.DueAt,
            State = state,
            At = at,
        };

    /// <summary>Reads a row.</summary>
    public static LedgerEntry Read(TableRow row) =>
        RowBody.Read(row, LedgerJson.Default.LedgerEntry) with
        {
            ETag = row.ETag,
        };

    /// <summary>The stored form.</summary>
    public ReadOnlyMemory<byte> ToBytes() => RowBody.Write(this, LedgerJson.Default.LedgerEntry);
}

/// <summary>Where a notice stands.</summary>
internal enum NoticeState
{
    /// <summary>Somebody is sending it; or was, when it crashed.</summary>
    Sending,

    /// <summary>Sent.</summary>
    Sent,

    /// <summary>Sent, and its card was looked at or pressed.</summary>
    Seen,

    /// <summary>Sent, and answered by a button.</summary>
    Answered,

    /// <summary>Due again later.</summary>
    Postponed,

    /// <summary>Not sent, for good.</summary>
    Skipped,

    /// <summary>What it says no longer holds.</summary>
    Withdrawn,

    /// <summary>It could not be sent, for good.</summary>
    Failed,
}

/// <summary>Why a notice stands where it stands.</summary>
internal enum NoticeReason
{
    /// <summary>The state says it.</summary>
    None,

    /// <summary>Postponed: the reader asked for it.</summary>
    Snoozed,

    /// <summary>Postponed: the reader wants quiet now.</summary>
    QuietHours,

    /// <summary>Postponed: Teams could not take it, or asked for a pause.</summary>
    TryAgain,

    /// <summary>Postponed: an administrator disabled the bot; it goes on when somebody of the tenant writes.</summary>
    TenantDisabled,

    /// <summary>Skipped: a newer one of its series was due as well.</summary>
    Outdated,

    /// <summary>Skipped: the reader opted out of the category.</summary>
    OptedOut,

    /// <summary>Failed: the reader never wrote to Renkei, so there is nowhere to send it.</summary>
    NeverWrote,

    /// <summary>Failed: the reader blocked Renkei.</summary>
    Blocked,

    /// <summary>Failed: the app is not installed for the reader.</summary>
    Uninstalled,

    /// <summary>Failed: the conversation is gone and could not be opened again.</summary>
    Gone,

    /// <summary>Failed: it is larger than Teams takes.</summary>
    TooLarge,

    /// <summary>Failed: credentials or permissions are configured wrongly, for as long as it was tried.</summary>
    Misconfigured,

    /// <summary>Failed: Teams refuses it.</summary>
    Refused,

    /// <summary>Failed: it was tried for as long as makes sense.</summary>
    TriedTooOften,

    /// <summary>Failed: it could not be written; a fault of the program.</summary>
    Faulty,
}

[JsonSerializable(typeof(LedgerEntry))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
internal sealed partial class LedgerJson : JsonSerializerContext;
