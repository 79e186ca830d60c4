using System.Security.Cryptography;
using System.Text.Json;
using Renkei.Bot.Themes;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Tables;

namespace Renkei.Bot.Checklists;

/// <summary>
/// Reads and changes the lines of a theme. A save is one commit: the lines, their history, the theme's summary (and how it stood at the end
/// of the last period, at the first save after it), where the person is, and the mark by which a repeat of the same save is recognised.
/// </summary>
internal sealed class ChecklistStore(ITable table, ThemeStore themes, TimeProvider clock)
{
    private const int Attempts = 12;
    private readonly DecodedRows<StoredItem> decoded = new(capacity: 10_000);
    private readonly DecodedRows<PositionRow> decodedPositions = new(capacity: 1_000);

    /// <summary>Every line of a theme that somebody touched, by item key.</summary>
    public async Task<IReadOnlyDictionary<string, ItemState>> ItemsAsync(
        string tenantId,
        ThemeId theme,
        CancellationToken ct
    )
    {
        Dictionary<string, ItemState> items = new(StringComparer.Ordinal);
        foreach ((string item, StoredItem stored) in await ReadItemsAsync(tenantId, theme, ct))
        {
            items[item] = stored.State;
        }
        return items;
    }

    /// <summary>
    /// Saves what a person set on a card. Lines nobody else touched since are written; of the others those that merge; the rest comes
    /// back as conflicts and is not written.
    /// </summary>
    /// <returns>How the theme stands afterwards, or <see langword="null"/> when the theme does not exist.</returns>
    /// <exception cref="TableUnavailableException">Nothing is known to be saved.</exception>
    public async Task<SaveOutcome?> SaveAsync(Save save, CancellationToken ct)
    {
        string tenantId = save.By.Id.TenantId;
        for (int attempt = 1; ; attempt++)
        {
            Task<Dictionary<string, StoredItem>> itemsTask = ReadItemsAsync(tenantId, save.Theme, ct);
            ThemeSummary? summary = await themes.FindAsync(tenantId, save.Theme, ct);
            Dictionary<string, StoredItem> items = await itemsTask;
            if (summary is null)
            {
                return null;
            }
            (Dictionary<string, Answer> accepted, List<AnswerConflict> conflicts) = await MergeAsync(save, items, ct);
            if (conflicts.Count > 0 && await FindSaveAsync(tenantId, save.Theme, save.Id, ct) is { } done)
            {
                // A repeat. Lines it wrote and somebody changed afterwards are decided; what it could not write is still asked.
                conflicts.RemoveAll(c => done.Items.Any(i => i.Item == c.Item.Key));
                return Outcome(summary, items, conflicts, [.. done.Items.Select(i => i.Item)], save.Id);
            }
            if (
                await TryWriteAsync(
                    save.By,
                    save.Theme,
                    save.Id,
                    summary,
                    items,
                    accepted,
                    save.Position,
                    undo: false,
                    ct
                ) is
                { } written
            )
            {
                return written with { Conflicts = conflicts };
            }
            await BackOffAsync(attempt, ct);
        }
    }

    /// <summary>Takes a save of the same person back, where nobody changed the lines since.</summary>
    /// <returns>How the theme stands afterwards, or <see langword="null"/> when that save does not exist or is somebody else's.</returns>
    public async Task<UndoOutcome?> UndoAsync(
        Person by,
        ThemeId theme,
        string saveId,
        WalkPosition position,
        CancellationToken ct
    )
    {
        string tenantId = by.Id.TenantId;
        if (await FindSaveAsync(tenantId, theme, saveId, ct) is not { } done || done.By != by.Id.ObjectId)
        {
            return null;
        }
        for (int attempt = 1; ; attempt++)
        {
            Task<Dictionary<string, StoredItem>> itemsTask = ReadItemsAsync(tenantId, theme, ct);
            ThemeSummary? summary = await themes.FindAsync(tenantId, theme, ct);
            Dictionary<string, StoredItem> items = await itemsTask;
            if (summary is null)
            {
                return null;
            }
            if (await FindSaveAsync(tenantId, theme, UndoOf(saveId), ct) is { } undone)
            {
                // A repeat: what was taken back is so already.
                string[] reverted = [.. undone.Items.Select(i => i.Item)];
                SaveOutcome stands = Outcome(summary, items, [], reverted, lastSave: null);
                return new(summary, stands.Items, reverted, [.. done.Items.Select(i => i.Item).Except(reverted)]);
            }
            Dictionary<string, Answer> back = new(StringComparer.Ordinal);
            List<string> kept = [];
            foreach (SavedItem saved in done.Items)
            {
                if (items.TryGetValue(saved.Item, out StoredItem? now) && now.State.Revision == saved.Revision)
                {
                    back[saved.Item] = await RevisionAsync(tenantId, theme, saved.Item, saved.Revision - 1, ct);
                }
                else
                {
                    kept.Add(saved.Item);
                }
            }
            if (
                await TryWriteAsync(by, theme, UndoOf(saveId), summary, items, back, position, undo: true, ct) is
                { } written
            )
            {
                return new(written.Summary, written.Items, written.Saved, kept);
            }
            await BackOffAsync(attempt, ct);
        }
    }

    /// <summary>The revisions of a line, newest first.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="item">The line.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<IReadOnlyList<Revision>> HistoryAsync(
        string tenantId,
        ThemeId theme,
        ItemId item,
        int limit,
        CancellationToken ct
    )
    {
        List<Revision> revisions = [];
        TableQuery newest = TableQuery
            .Prefix(YearKeys.Partition(tenantId, theme), ChecklistKeys.HistoryPrefix(theme, item.Key))
            .Take(limit);
        await foreach (TableRow row in table.QueryAsync(newest, ct))
        {
            ItemRow stored = ItemRow.Read(row);
            revisions.Add(new(stored.ToState(), stored.Undo));
        }
        return revisions;
    }

    /// <summary>The revisions of all lines of a theme, by line, of each the newest first.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<IReadOnlyList<(string Item, Revision Revision)>> WholeHistoryAsync(
        string tenantId,
        ThemeId theme,
        int limit,
        CancellationToken ct
    )
    {
        List<(string, Revision)> revisions = [];
        string prefix = ChecklistKeys.HistoryPrefix(theme);
        TableQuery all = TableQuery.Prefix(YearKeys.Partition(tenantId, theme), prefix).Take(limit);
        await foreach (TableRow row in table.QueryAsync(all, ct))
        {
            ItemRow stored = ItemRow.Read(row);
            string key = row.Key.Row[prefix.Length..];
            revisions.Add((key[..key.LastIndexOf('~')], new(stored.ToState(), stored.Undo)));
        }
        return revisions;
    }

    /// <summary>Where somebody is in the walk of a centre's year, or <see langword="null"/> when they never began.</summary>
    public async ValueTask<WalkPosition?> FindPositionAsync(
        Person person,
        string centreCode,
        int fiscalYear,
        CancellationToken ct
    )
    {
        RowKey key = ChecklistKeys.Position(person.Id.TenantId, centreCode, fiscalYear, person.Id.ObjectId);
        if (await table.FindAsync(key, ct) is not { } row)
        {
            return null;
        }
        PositionRow stored = decodedPositions.Of(
            row,
            0,
            static (row, _) => RowBody.Read(row, ChecklistJson.Default.PositionRow)
        );
        return ThemeId.TryParse(stored.Theme, out ThemeId? theme) ? new(theme, stored.Group, stored.LastSave) : null;
    }

    /// <summary>Remembers where somebody is in the walk.</summary>
    public async Task KeepPositionAsync(Person person, WalkPosition position, CancellationToken ct) =>
        await table.CommitAsync([PutPosition(person, position)], ct);

    private async Task<(Dictionary<string, Answer> Accepted, List<AnswerConflict> Conflicts)> MergeAsync(
        Save save,
        Dictionary<string, StoredItem> items,
        CancellationToken ct
    )
    {
        Dictionary<string, Answer> accepted = new(StringComparer.Ordinal);
        List<AnswerConflict> conflicts = [];
        foreach (AnswerEdit edit in save.Edits)
        {
            ItemState now = items.TryGetValue(edit.Item.Key, out StoredItem? stored)
                ? stored.State
                : ItemState.Untouched;
            Answer seen =
                edit.SeenRevision == now.Revision
                    ? now.Answer
                    : await RevisionAsync(save.By.Id.TenantId, save.Theme, edit.Item.Key, edit.SeenRevision, ct);
            MergedAnswer merged = AnswerMerge.Merge(seen, edit.Mine, now.Answer);
            if (merged.Conflicts)
            {
                conflicts.Add(new(edit.Item, merged.Answer, now));
            }
            else if (merged.Answer != now.Answer)
            {
                accepted[edit.Item.Key] = merged.Answer;
            }
        }
        return (accepted, conflicts);
    }

    /// <summary>Writes the answers; <see langword="null"/> when somebody else was quicker and it has to be read again.</summary>
    private async Task<SaveOutcome?> TryWriteAsync(
        Person by,
        ThemeId theme,
        string saveId,
        ThemeSummary summary,
        Dictionary<string, StoredItem> items,
        Dictionary<string, Answer> answers,
        WalkPosition position,
        bool undo,
        CancellationToken ct
    )
    {
        string tenantId = by.Id.TenantId;
        if (answers.Count == 0)
        {
            await KeepPositionAsync(by, position, ct);
            return Outcome(summary, items, [], [], position.LastSave);
        }
        DateTimeOffset now = clock.GetUtcNow();
        List<SavedItem> saved = [];
        List<TableChange> changes = [];
        Dictionary<string, StoredItem> after = new(items, StringComparer.Ordinal);
        foreach ((string item, Answer answer) in answers)
        {
            StoredItem? before = items.GetValueOrDefault(item);
            ItemState next = (before?.State ?? ItemState.Untouched).Become(answer, by.Ref, now);
            ReadOnlyMemory<byte> body = ItemRow.Write(next, undo);
            RowKey key = ChecklistKeys.Item(tenantId, theme, item);
            changes.Add(
                before is null ? new TableChange.Insert(key, body) : new TableChange.Replace(key, body, before.ETag)
            );
            changes.Add(new TableChange.Insert(ChecklistKeys.History(tenantId, theme, item, next.Revision), body));
            saved.Add(new(item, next.Revision));
            after[item] = new(next, default);
        }
        ThemeSummary summaryAfter = summary.With(answers, new(by.Ref, now));
        WalkPosition positionAfter = position with { LastSave = undo ? null : saveId };
        RowKey saveKey = ChecklistKeys.Save(tenantId, theme, saveId);
        changes.Add(
            new TableChange.Insert(
                saveKey,
                RowBody.Write(new(by.Id.ObjectId, now, saved), ChecklistJson.Default.SaveRow)
            )
        );
        changes.AddRange(SummaryChange.Of(tenantId, summary, summaryAfter));
        changes.Add(PutPosition(by, positionAfter));
        try
        {
            await table.CommitAsync(changes, ct);
            return Outcome(summaryAfter, after, [], [.. saved.Select(s => s.Item)], positionAfter.LastSave);
        }
        catch (TableConflictException)
        {
            // Either somebody was quicker, or this very save was done already: only the mark tells.
            return await FindSaveAsync(tenantId, theme, saveId, ct) is { } done
                ? await AsItStandsAsync(tenantId, theme, done, saveId, ct)
                : null;
        }
    }

    private async Task<SaveOutcome> AsItStandsAsync(
        string tenantId,
        ThemeId theme,
        SaveRow done,
        string saveId,
        CancellationToken ct
    )
    {
        Dictionary<string, StoredItem> items = await ReadItemsAsync(tenantId, theme, ct);
        ThemeSummary summary =
            await themes.FindAsync(tenantId, theme, ct)
            ?? throw new InvalidOperationException($"Theme {theme} was there and is gone.");
        return Outcome(summary, items, [], [.. done.Items.Select(i => i.Item)], saveId);
    }

    private async Task<Dictionary<string, StoredItem>> ReadItemsAsync(
        string tenantId,
        ThemeId theme,
        CancellationToken ct
    )
    {
        Dictionary<string, StoredItem> items = new(StringComparer.Ordinal);
        string prefix = ChecklistKeys.ItemPrefix(theme);
        await foreach (
            TableRow row in table.QueryAsync(TableQuery.Prefix(YearKeys.Partition(tenantId, theme), prefix), ct)
        )
        {
            items[row.Key.Row[prefix.Length..]] = decoded.Of(
                row,
                0,
                static (row, _) => new StoredItem(ItemRow.Read(row).ToState(), row.ETag)
            );
        }
        return items;
    }

    private async ValueTask<Answer> RevisionAsync(
        string tenantId,
        ThemeId theme,
        string item,
        int revision,
        CancellationToken ct
    )
    {
        // A revision nobody wrote (a forged or damaged card) counts as nothing seen, so it can only lead to a question.
        TableRow? row = revision is < 1 or > 999_999
            ? null
            : await table.FindAsync(ChecklistKeys.History(tenantId, theme, item, revision), ct);
        return row is null ? Answer.None : ItemRow.Read(row).ToState().Answer;
    }

    private async ValueTask<SaveRow?> FindSaveAsync(
        string tenantId,
        ThemeId theme,
        string saveId,
        CancellationToken ct
    ) =>
        await table.FindAsync(ChecklistKeys.Save(tenantId, theme, saveId), ct) is { } row
            ? RowBody.Read(row, ChecklistJson.Default.SaveRow)
            : null;

    private TableChange.Put PutPosition(Person person, WalkPosition position) =>
        new(
            ChecklistKeys.Position(
                person.Id.TenantId,
                position.Theme.CentreCode,
                position.Theme.FiscalYear,
                person.Id.ObjectId
            ),
            RowBody.Write(
                new(position.Theme.ToString(), position.Group, clock.GetUtcNow(), position.LastSave),
                ChecklistJson.Default.PositionRow
            )
        );

    private static string UndoOf(string saveId) => $"u{saveId}";

    private static SaveOutcome Outcome(
        ThemeSummary summary,
        Dictionary<string, StoredItem> items,
        IReadOnlyList<AnswerConflict> conflicts,
        IReadOnlyList<string> saved,
        string? lastSave
    ) =>
        new(
            summary,
            items.ToDictionary(i => i.Key, i => i.Value.State, StringComparer.Ordinal),
            saved,
            conflicts,
            lastSave
        );

    private async Task BackOffAsync(int attempt, CancellationToken ct)
    {
        if (attempt >= Attempts)
        {
            throw new TableUnavailableException(
                "Others kept changing the same theme.",
                outcomeUnknown: false,
                inner: null
            );
        }
        await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 25 * attempt + 5)), clock, ct);
    }

    private sealed record StoredItem(ItemState State, RowETag ETag);
}
