using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Summaries;
using Renkei.Domain.Themes;
using Renkei.Tables;

namespace Renkei.Bot.Themes;

/// <summary>
/// Where a centre's fiscal year is kept. Partition <c>year~{tenant}~{centre}~{year}</c>: <c>s~{theme}</c> summaries, right before them
/// <c>s-{closing day}~{theme}</c> summaries as they stood at the end of a period, and for the checklist <c>i~{theme}~{item}</c> states, <c>h~{theme}~{item}~{revision, newest first}</c> history, <c>o~{theme}~{token}</c>
/// saves already done, <c>w~{object id}</c> where somebody is in the walk.
/// </summary>
internal static class YearKeys
{
    public static string Partition(string tenantId, string centreCode, int fiscalYear) =>
        $"year~{tenantId}~{centreCode}~{fiscalYear:D4}";

    public static string Partition(string tenantId, ThemeId theme) =>
        Partition(tenantId, theme.CentreCode, theme.FiscalYear);

    public static RowKey Summary(string tenantId, ThemeId theme) => new(Partition(tenantId, theme), $"s~{theme.Name}");

    /// <summary>A summary as it stood at the end of a closing day. They sort before the present ones, so one range reads both.</summary>
    public static RowKey Closed(string tenantId, ThemeId theme, DateOnly closing) =>
        new(Partition(tenantId, theme), $"{ClosedFrom(closing)}~{theme.Name}");

    /// <summary>Where the summaries end.</summary>
    public const string AfterSummaries = "t";

    /// <summary>Where the rows of a closing day begin.</summary>
    public static string ClosedFrom(DateOnly closing) =>
        ClosedPrefix + closing.ToString(ClosingFormat, CultureInfo.InvariantCulture);

    /// <summary>The closing day and the theme's name of such a row; <see langword="null"/> for a present summary.</summary>
    public static (DateOnly Closing, string Name)? ReadClosed(string row) =>
        row.StartsWith(ClosedPrefix, StringComparison.Ordinal)
            ? (
                DateOnly.ParseExact(
                    row.AsSpan(ClosedPrefix.Length, ClosingFormat.Length),
                    ClosingFormat,
                    CultureInfo.InvariantCulture
                ),
                row[(ClosedPrefix.Length + ClosingFormat.Length + 1)..]
            )
            : null;

    private const string ClosedPrefix = "s-";
    private const string ClosingFormat = "yyyyMMdd";
}

/// <summary>What changing a theme's summary commits.</summary>
internal static class SummaryChange
{
    /// <summary>
    /// The new summary, and before the first change of a new period the one that stood when the last period ended, as a row of its own.
    /// </summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="read">As it was read.</param>
    /// <param name="next">As it will be; its <see cref="ThemeSummary.ChangedAt"/> is the present.</param>
    public static IEnumerable<TableChange> Of(string tenantId, ThemeSummary read, ThemeSummary next)
    {
        ThemeId id = read.Theme.Id;
        if (ClosingDay.PassedBetween(read.ChangedAt, next.ChangedAt) is { } closing)
        {
            yield return new TableChange.Put(YearKeys.Closed(tenantId, id, closing), ThemeRow.Write(read));
        }
        // Never back in time, whatever the clock of this instance says: a period that was closed stays as it is.
        DateTimeOffset changedAt = next.ChangedAt > read.ChangedAt ? next.ChangedAt : read.ChangedAt;
        ThemeSummary written = next with { ChangedAt = changedAt };
        yield return new TableChange.Replace(YearKeys.Summary(tenantId, id), ThemeRow.Write(written), read.ETag);
    }
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
    LastChange? LastChange,
    IReadOnlyDictionary<string, DateOnly>? Dues = null,
    DateTimeOffset? ChangedAt = null
)
{
    public static ReadOnlyMemory<byte> Write(ThemeSummary summary)
    {
        Theme theme = summary.Theme;
        return RowBody.Write(
            new(
                theme.Name,
                theme.FieldCode,
                theme.MunicipalityCodes,
                theme.Members,
                theme.CreatedBy,
                theme.CreatedAt,
                summary.Statuses.ToDictionary(s => s.Key, s => s.Value.Code().ToString()),
                summary.LastChange,
                summary.Dues.Count == 0 ? null : summary.Dues,
                summary.ChangedAt == (summary.LastChange?.At ?? theme.CreatedAt) ? null : summary.ChangedAt
            ),
            ThemeJson.Default.ThemeRow
        );
    }

    public static ThemeSummary Read(ThemeId id, TableRow row)
    {
        ThemeRow stored = RowBody.Read(row, ThemeJson.Default.ThemeRow);
        Dictionary<string, ItemStatus> statuses = new(stored.Statuses.Count, StringComparer.Ordinal);
        foreach ((string item, string code) in stored.Statuses)
        {
            statuses[item] =
                ItemStatuses.FromCode(code)
                ?? throw new InvalidDataException(
                    $"The summary of theme {id} holds the state '{code}', which does not exist."
                );
        }
        ThemeSummary summary = new(
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
        return summary with { Dues = stored.Dues ?? summary.Dues, ChangedAt = stored.ChangedAt ?? summary.ChangedAt };
    }
}

[JsonSerializable(typeof(ThemeRow))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
internal sealed partial class ThemeJson : JsonSerializerContext;
