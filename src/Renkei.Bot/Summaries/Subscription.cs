using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Activities.Connector;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Summaries;
using Renkei.Tables;

namespace Renkei.Bot.Summaries;

/// <summary>That a channel or a group chat gets a summary every week.</summary>
/// <param name="Address">Where it is sent.</param>
/// <param name="When">Day and time.</param>
/// <param name="Scope">Of what.</param>
/// <param name="CentreCode">
/// The centre whose themes are named, as <see cref="SummaryRights.CentreCode"/> of who set it up; <see langword="null"/> for all. Kept instead
/// of the person: a delivery outlives a transfer, and nothing is seen through an account that is gone.
/// </param>
/// <param name="Language">Of whoever set it up.</param>
/// <param name="By">Who set it up.</param>
/// <param name="Since">When (UTC): nothing is sent for times before.</param>
/// <param name="ETag">The version that was read; default before it is stored.</param>
internal sealed record Subscription(
    ConversationAddress Address,
    WeeklyTime When,
    SummaryScope Scope,
    string? CentreCode,
    Language Language,
    PersonRef By,
    DateTimeOffset Since,
    RowETag ETag
)
{
    private const string ThreadMark = ";messageid=";

    /// <summary>Names a conversation in row keys, which its id could not be part of.</summary>
    public string Id => IdOf(Address);

    /// <summary>The channel itself for the address of one of its threads: a summary begins a post of its own.</summary>
    public static ConversationAddress ChannelOf(ConversationAddress address) =>
        address.ConversationId.IndexOf(ThreadMark, StringComparison.Ordinal) is >= 0 and int at
            ? address with
            {
                ConversationId = address.ConversationId[..at],
            }
            : address;

    /// <summary>The id of the conversation of an address.</summary>
    public static string IdOf(ConversationAddress address) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(ChannelOf(address).ConversationId)).AsSpan(0, 16)
        );
}

/// <summary>The stored form of a <see cref="Subscription"/>.</summary>
internal sealed record SubscriptionRow(
    ConversationAddress Address,
    DayOfWeek Day,
    string Time,
    string Scope,
    string? Centre,
    Language Language,
    PersonRef By,
    DateTimeOffset Since
)
{
    private const string TimeFormat = "HH:mm";

    public static ReadOnlyMemory<byte> Write(Subscription subscription) =>
        RowBody.Write(
            new(
                subscription.Address,
                subscription.When.Day,
                subscription.When.Time.ToString(TimeFormat, CultureInfo.InvariantCulture),
                subscription.Scope.Code,
                subscription.CentreCode,
                subscription.Language,
                subscription.By,
                subscription.Since
            ),
            SubscriptionJson.Default.SubscriptionRow
        );

    public static Subscription Read(TableRow row)
    {
        SubscriptionRow stored = RowBody.Read(row, SubscriptionJson.Default.SubscriptionRow);
        return new(
            stored.Address,
            new(stored.Day, TimeOnly.ParseExact(stored.Time, TimeFormat, CultureInfo.InvariantCulture)),
            SummaryScope.TryParse(stored.Scope, out SummaryScope? scope)
                ? scope
                : throw new InvalidDataException($"A subscription is for '{stored.Scope}', which is no scope."),
            stored.Centre,
            stored.Language,
            stored.By,
            stored.Since,
            row.ETag
        );
    }
}

[JsonSerializable(typeof(SubscriptionRow))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
