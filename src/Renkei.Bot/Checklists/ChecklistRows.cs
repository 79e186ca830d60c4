using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Bot.Themes;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Tables;

namespace Renkei.Bot.Checklists;

/// <summary>The row keys of a theme's checklist; the partition is described at <see cref="YearKeys"/>.</summary>
internal static class ChecklistKeys
{
    private const int LastRevision = 999_999;

    public static string ItemPrefix(ThemeId theme) => $"i~{theme.Name}~";

    public static RowKey Item(string tenantId, ThemeId theme, string itemKey) =>
        new(YearKeys.Partition(tenantId, theme), ItemPrefix(theme) + itemKey);

    public static string HistoryPrefix(ThemeId theme) => $"h~{theme.Name}~";

    public static string HistoryPrefix(ThemeId theme, string itemKey) => $"{HistoryPrefix(theme)}{itemKey}~";

    /// <summary>Newest first, so that a page of the newest changes is a range read from the start.</summary>
    public static RowKey History(string tenantId, ThemeId theme, string itemKey, int revision) =>
        new(
            YearKeys.Partition(tenantId, theme),
            HistoryPrefix(theme, itemKey) + (LastRevision - revision).ToString("D6", CultureInfo.InvariantCulture)
        );

    public static RowKey Save(string tenantId, ThemeId theme, string saveId) =>
        new(YearKeys.Partition(tenantId, theme), $"o~{theme.Name}~{saveId}");

    public static RowKey Position(string tenantId, string centreCode, int fiscalYear, string objectId) =>
        new(YearKeys.Partition(tenantId, centreCode, fiscalYear), $"w~{objectId}");
}

/// <summary>One revision of a line, as the item row (the newest) and as a history row (each).</summary>
/// <param name="Status">One letter.</param>
/// <param name="Reason">Left out when empty.</param>
/// <param name="Note">Left out when empty.</param>
/// <param name="Date">Day in Japan.</param>
/// <param name="NextStep">Left out when there is none.</param>
/// <param name="Revision">From 1.</param>
/// <param name="By">Who.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Undo">Whether this revision took an earlier one back.</param>
internal sealed record ItemRow(
    string Status,
    string? Reason,
    string? Note,
    DateOnly? Date,
    NextStep? NextStep,
    int Revision,
    PersonRef By,
    DateTimeOffset At,
    bool Undo
)
{
    public static ReadOnlyMemory<byte> Write(ItemState state, bool undo)
    {
        Answer answer = state.Answer;
        return RowBody.Write(
            new(
                answer.Status.Code().ToString(),
                answer.Reason is "" ? null : answer.Reason,
                answer.Note is "" ? null : answer.Note,
                answer.Date,
                answer.NextStep,
                state.Revision,
                state.By!,
                state.At,
                undo
            ),
            ChecklistJson.Default.ItemRow
        );
    }

    public static ItemRow Read(TableRow row) => RowBody.Read(row, ChecklistJson.Default.ItemRow);

    public ItemState ToState() =>
        new(
            new(
                ItemStatuses.FromCode(Status) ?? throw new InvalidDataException($"A line holds the state '{Status}'."),
                Reason ?? "",
                Note ?? "",
                Date,
                NextStep
            ),
            Revision,
            By,
            At
        );
}

/// <summary>A save that was done: what it changed, so that a repeat is recognised and it can be undone.</summary>
internal sealed record SaveRow(string By, DateTimeOffset At, IReadOnlyList<SavedItem> Items);

/// <summary>One line a save changed, and the revision it made.</summary>
internal sealed record SavedItem(string Item, int Revision);

/// <summary>Where somebody is in the walk, and their newest save there.</summary>
internal sealed record PositionRow(string Theme, int Group, DateTimeOffset At, string? LastSave);

[JsonSerializable(typeof(ItemRow))]
[JsonSerializable(typeof(SaveRow))]
[JsonSerializable(typeof(PositionRow))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault
)]
internal sealed partial class ChecklistJson : JsonSerializerContext;
