using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Polls;

/// <summary>"The cards of this poll may not show what is true": row <c>m~{poll}</c> of partition <c>pollmarks~{tenant}</c>.</summary>
/// <param name="Id">The poll.</param>
/// <param name="WrittenAt">Real time at which whoever changes the poll wrote it, before their commit.</param>
/// <param name="RestsUntil">Real time before which nobody needs to look.</param>
/// <param name="Shown">What each card showed when it was last looked at, by conversation.</param>
/// <param name="ETag">The version that was read.</param>
internal sealed record StalePoll(
    PollId Id,
    DateTimeOffset WrittenAt,
    DateTimeOffset? RestsUntil,
    IReadOnlyDictionary<string, string> Shown,
    RowETag ETag
)
{
    public ReadOnlyMemory<byte> ToBytes() =>
        JsonSerializer.SerializeToUtf8Bytes(new(WrittenAt, RestsUntil, Shown), StalePollJson.Default.StalePollRow);
}

/// <summary>The stored form of a mark; the poll is in its key.</summary>
internal sealed record StalePollRow(
    DateTimeOffset WrittenAt,
    DateTimeOffset? RestsUntil,
    IReadOnlyDictionary<string, string> Shown
);

/// <summary>Who is looking after a poll's cards: row <c>l~{poll}</c>.</summary>
/// <param name="Holder">Names the one look.</param>
/// <param name="Until">Real time at which it lapses.</param>
internal sealed record PollLease(string Holder, DateTimeOffset Until);

[JsonSerializable(typeof(StalePollRow))]
[JsonSerializable(typeof(PollLease))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
internal sealed partial class StalePollJson : JsonSerializerContext;
