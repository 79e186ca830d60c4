using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Themes;
using Renkei.Tables;

namespace Renkei.Bot.Themes;

/// <summary>
/// Where a centre's fiscal year is kept. Partition <c>year~{tenant}~{centre}~{year}</c>: <c>s~{theme}</c> summaries, and for the
/// checklist <c>i~{theme}~{item}</c> states, <c>h~{theme}~{item}~{revision, newest first}</c> history, <c>o~{theme}~{token}</c>
/// saves already done, <c>w~{object id}</c> where somebody is in the walk.
/// </summary>
internal static class YearKeys
{
    public static string Partition(string tenantId, string centreCode, int fiscalYear) =>
        $"year~{tenantId}~{centreCode}~{fiscalYear:D4}";

    public static string Partition(string tenantId, ThemeId theme) =>
        Partition(tenantId, theme.CentreCode, theme.FiscalYear);

    public static RowKey Summary(string tenantId, ThemeId theme) => new(Partition(tenantId, theme), $"s~{theme.Name}");
}

/// <summary>The stored form of a <see cref="ThemeSummary"/>.</summary>
internal sealed record ThemeRow(
    string Name,
    string Field,
    IReadOnlyList<string> Municipalities,
    IReadOnlyList<PersonRef> Members,
    PersonRef CreatedBy,
    DateTimeOffset CreatedAt,
    IReadOnlyDictionary<string, string> Statuses,
    LastChange? LastChange
)
{
    public static byte[] Write(ThemeSummary summary)
    {
        Theme theme = summary.Theme;
        return JsonSerializer.SerializeToUtf8Bytes(
            new(
                theme.Name,
                theme.FieldCode,
                theme.MunicipalityCodes,
                theme.Members,
                theme.CreatedBy,
                theme.CreatedAt,
                summary.Statuses.ToDictionary(s => s.Key, s => s.Value.Code().ToString()),
                summary.LastChange
            ),
            ThemeJson.Default.ThemeRow
        );
    }

    public static ThemeSummary Read(ThemeId id, TableRow row)
    {
        ThemeRow stored = JsonSerializer.Deserialize(row.Body.Span, ThemeJson.Default.ThemeRow)!;
        Dictionary<string, ItemStatus> statuses = new(stored.Statuses.Count, StringComparer.Ordinal);
        foreach ((string item, string code) in stored.Statuses)
        {
            statuses[item] =
                ItemStatuses.FromCode(code)
                ?? throw new InvalidDataException(
                    $"The summary of theme {id} holds the state '{code}', which does not exist."
                );
        }
        return new(
            new(
                id,
                stored.Name,
                stored.Field,
                stored.Municipalities,
                stored.Members,
                stored.CreatedBy,
                stored.CreatedAt
            ),
            statuses,
            stored.LastChange,
            row.ETag
        );
    }
}

[JsonSerializable(typeof(ThemeRow))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
internal sealed partial class ThemeJson : JsonSerializerContext;
