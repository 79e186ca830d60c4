using System.Text.Json.Serialization;

namespace Renkei.Bot.Notices;

/// <summary>
/// What the instances share about sending to a tenant: row <c>pace</c> of partition <c>pace~{tenant}</c>. All times are real.
/// </summary>
internal sealed record PaceRow
{
    /// <summary>The first moment no instance has reserved yet.</summary>
    public DateTimeOffset NextFree { get; init; }

    /// <summary>Teams asked the whole tenant to pause until then.</summary>
    public DateTimeOffset? RestsUntil { get; init; }

    /// <summary>Since when an administrator of the tenant has the bot disabled.</summary>
    public DateTimeOffset? DisabledSince { get; init; }

    /// <summary>Conversations Teams asked to pause in, by the hash of their id, and until when.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Resting { get; init; } =
        new Dictionary<string, DateTimeOffset>();
}

[JsonSerializable(typeof(PaceRow))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
internal sealed partial class PaceJson : JsonSerializerContext;
