using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Activities.Connector;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Tables;

namespace Renkei.Bot.People;

/// <summary>The stored form of a <see cref="PersonRecord"/>.</summary>
internal sealed record PersonRow(
    string Name,
    Role? Role,
    string? Centre,
    string? Municipality,
    RoleRequest? Requested,
    Contact? Contact,
    NoticePreferences? Notices = null,
    string? Prefecture = null,
    DateTimeOffset? GreetedAt = null
)
{
    public static PersonRow Of(PersonRecord record) =>
        new(
            record.Name,
            record.Person?.Role,
            record.Person?.CentreCode,
            record.Person?.MunicipalityCode,
            record.Requested,
            record.Contact,
            record.Notices == NoticePreferences.Everything ? null : record.Notices,
            record.Person?.Area?.PrefectureCode,
            record.Person is null ? record.GreetedAt : null
        );

    public static PersonRecord Read(PersonId id, TableRow row, Organisation places)
    {
        PersonRow stored = RowBody.Read(row, PeopleJson.Default.PersonRow);
        Person? person = stored.Role is { } role
            ? new(id, stored.Name, role, stored.Centre, stored.Municipality)
            {
                Area =
                    role == Domain.People.Role.HeadOffice && PrefectureOf(stored.Prefecture, places) is { } prefecture
                        ? places.AreaOf(prefecture)
                        : null,
            }
            : null;
        return new(id, stored.Name, person, stored.Requested, stored.Contact, row.ETag)
        {
            Notices = stored.Notices ?? NoticePreferences.Everything,
            GreetedAt = stored.GreetedAt,
        };
    }

    /// <summary>The prefecture head office works for: what was stored, or the only one there is.</summary>
    public static string? PrefectureOf(string? stored, Organisation places) =>
        stored ?? (places.Prefectures is [var only] ? only.Code : null);

    public ReadOnlyMemory<byte> ToBytes() => RowBody.Write(this, PeopleJson.Default.PersonRow);
}

/// <summary>One line of the list of waiting role requests.</summary>
internal sealed record RequestRow(string Name, RoleRequest Request);

/// <summary>One line of the index by place and role: the person's name, the municipality of its staff, and the prefecture of head office.</summary>
internal sealed record PlaceRow(string Name, string? Municipality, string? Prefecture = null);

[JsonSerializable(typeof(PersonRow))]
[JsonSerializable(typeof(PlaceRow))]
[JsonSerializable(typeof(RequestRow))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
internal sealed partial class PeopleJson : JsonSerializerContext;
