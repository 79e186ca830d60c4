using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Renkei.Domain.Feedback;
using Renkei.Domain.People;
using Renkei.Tables;

namespace Renkei.Bot.Feedback;

/// <summary>
/// Where feedback is kept. Partition <c>feedback~{tenant}~{prefecture}</c>: <c>f~{fiscal year}~{name}</c> what was shared, the newest first;
/// <c>t~{name}</c> who it went to; <c>h~{name}~{revision, newest first}</c> history; <c>m~{name}~{object id}</c> who has seen it;
/// <c>a~{name}~{time}~{object id}</c> replies. The ledger of notices lies here too (<c>n~</c>).
/// </summary>
/// <remarks>Each reader's mark and each reply is a row of its own: forty people who open it at once wait for nobody.</remarks>
internal static class FeedbackKeys
{
    private const int LastRevision = 999_999;

    public static string Partition(string tenantId, string prefectureCode) => $"feedback~{tenantId}~{prefectureCode}";

    public static string Year(int fiscalYear) => string.Create(CultureInfo.InvariantCulture, $"f~{fiscalYear:D4}~");

    public static RowKey Item(string tenantId, FeedbackId id) => Key(tenantId, id, $"{Year(id.FiscalYear)}{id.Name}");

    public static RowKey Audience(string tenantId, FeedbackId id) => Key(tenantId, id, $"t~{id.Name}");

    public static string HistoryPrefix(FeedbackId id) => $"h~{id.Name}~";

    public static RowKey History(string tenantId, FeedbackId id, int revision) =>
        Key(
            tenantId,
            id,
            string.Create(CultureInfo.InvariantCulture, $"{HistoryPrefix(id)}{LastRevision - revision:D6}")
        );

    public static string SeenPrefix(FeedbackId id) => $"m~{id.Name}~";

    public static RowKey Seen(string tenantId, FeedbackId id, string objectId) =>
        Key(tenantId, id, SeenPrefix(id) + objectId);

    public static string ReplyPrefix(FeedbackId id) => $"a~{id.Name}~";

    public static RowKey Reply(string tenantId, FeedbackId id, string name) =>
        Key(tenantId, id, ReplyPrefix(id) + name);

    private static RowKey Key(string tenantId, FeedbackId id, string row) =>
        new(Partition(tenantId, id.PrefectureCode), row);
}

/// <summary>Who something was shared with: the people of its centres at that time.</summary>
/// <param name="Readers">By centre.</param>
internal sealed record FeedbackAudience(IReadOnlyList<FeedbackReader> Readers);

/// <summary>Somebody it was shared with.</summary>
/// <param name="Who">Who.</param>
/// <param name="CentreCode">Their centre.</param>
internal sealed record FeedbackReader(PersonRef Who, string CentreCode);

/// <summary>That somebody has seen it.</summary>
/// <param name="Who">Who.</param>
/// <param name="CentreCode">Their centre.</param>
/// <param name="At">When first (UTC).</param>
/// <param name="SaidSo">Whether they pressed 読みました; otherwise the card was opened.</param>
internal sealed record FeedbackSeen(PersonRef Who, string CentreCode, DateTimeOffset At, bool SaidSo);

/// <summary>What a centre replied.</summary>
/// <param name="Who">Who wrote it.</param>
/// <param name="CentreCode">Their centre; empty for head office.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Text">What they wrote.</param>
internal sealed record FeedbackReply(PersonRef Who, string CentreCode, DateTimeOffset At, string Text);

/// <summary>Ids as the texts that they are everywhere else.</summary>
internal sealed class FeedbackIdConverter : JsonConverter<FeedbackId>
{
    public override FeedbackId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FeedbackId.TryParse(reader.GetString(), out FeedbackId? id) ? id : throw new JsonException("No feedback id.");

    public override void Write(Utf8JsonWriter writer, FeedbackId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

[JsonSerializable(typeof(FeedbackItem))]
[JsonSerializable(typeof(FeedbackAudience))]
[JsonSerializable(typeof(FeedbackSeen))]
[JsonSerializable(typeof(FeedbackReply))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(FeedbackIdConverter)]
)]
internal sealed partial class FeedbackJson : JsonSerializerContext;
