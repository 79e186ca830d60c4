using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Renkei.Activities.Connector;
using Renkei.Bot.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Requests;

namespace Renkei.Bot.Requests;

/// <summary>A request's line in lists and summaries, so that no request has to be opened for them.</summary>
/// <param name="Id">The request.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AskedAt">When (UTC).</param>
/// <param name="Due">The day in Japan by whose end head office answers.</param>
/// <param name="TakenBy">Who of head office looks after it.</param>
/// <param name="FieldCode">The field it is about; <see langword="null"/> for none.</param>
/// <param name="EndedAt">When it was closed or withdrawn (UTC).</param>
internal sealed record RequestLine(
    RequestId Id,
    string Title,
    RequestStatus Status,
    PersonRef AskedBy,
    DateTimeOffset AskedAt,
    DateOnly Due,
    PersonRef? TakenBy,
    string? FieldCode,
    DateTimeOffset? EndedAt
)
{
    /// <summary>Whether head office should have answered before a day in Japan.</summary>
    public bool IsOverdue(DateOnly today) => Status is RequestStatus.Open or RequestStatus.Taken && today > Due;

    public static RequestLine Of(SupportRequest request) =>
        new(
            request.Id,
            request.Title,
            request.Status,
            request.AskedBy,
            request.AskedAt,
            request.Due,
            request.TakenBy,
            request.Context.FieldCode,
            request.EndedAt
        );
}

/// <summary>That a request came, ended, or began again.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Line">The request as it was then; one that ended as it stood just before.</param>
internal sealed record RequestEvent(RequestEventKind Kind, DateTimeOffset At, RequestLine Line);

/// <summary>What of a request counts in a period.</summary>
internal enum RequestEventKind
{
    /// <summary>It came.</summary>
    Came,

    /// <summary>It was closed or withdrawn.</summary>
    Ended,

    /// <summary>It is open again.</summary>
    Reopened,
}

/// <summary>Head office's channel, in which requests appear.</summary>
/// <param name="Address">The channel or group chat; never a thread in it.</param>
/// <param name="Name">What it is called, as far as Teams says; may be empty.</param>
/// <param name="SetBy">Who made it so.</param>
/// <param name="SetAt">When (UTC).</param>
internal sealed record RequestDesk(ConversationAddress Address, string Name, PersonRef SetBy, DateTimeOffset SetAt);

/// <summary>Ids as the texts that they are everywhere else.</summary>
internal sealed class RequestIdConverter : JsonConverter<RequestId>
{
    public override RequestId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RequestId.TryParse(reader.GetString(), out RequestId? id) ? id : throw new JsonException("No request id.");

    public override void Write(Utf8JsonWriter writer, RequestId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

[JsonSerializable(typeof(SupportRequest))]
[JsonSerializable(typeof(RequestLine))]
[JsonSerializable(typeof(RequestEvent))]
[JsonSerializable(typeof(RequestDesk))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(RequestIdConverter), typeof(CouncilIdConverter), typeof(ThemeIdConverter)]
)]
internal sealed partial class RequestJson : JsonSerializerContext;
