using Renkei.Domain.Checklists;
using Renkei.Domain.Summaries;
using Renkei.Domain.Themes;
using Renkei.Tables;

namespace Renkei.Bot.Themes;

/// <summary>The themes of the centres: one summary row each, and one for each period that ended before it was changed again.</summary>
internal sealed class ThemeStore(ITable table, TimeProvider clock)
{
    private readonly DecodedRows<ThemeSummary> decoded = new(capacity: 500);
    private readonly DecodedRows<ThemeSummary> decodedClosed = new(capacity: 5_000);

    /// <summary>One theme, or <see langword="null"/> where there is none.</summary>
    public async ValueTask<ThemeSummary?> FindAsync(string tenantId, ThemeId id, CancellationToken ct)
    {
        TableRow? row = await table.FindAsync(YearKeys.Summary(tenantId, id), ct);
        return row is null ? null : Decode(row, id);
    }

    /// <summary>The themes of a centre in a fiscal year, oldest first.</summary>
    public async Task<IReadOnlyList<ThemeSummary>> ListAsync(
        string tenantId,
        string centreCode,
        int fiscalYear,
        CancellationToken ct
    )
    {
        List<ThemeSummary> themes = [];
        string partition = YearKeys.Partition(tenantId, centreCode, fiscalYear);
        await foreach (TableRow row in table.QueryAsync(TableQuery.Prefix(partition, "s~"), ct))
        {
            themes.Add(Decode(row, ThemeId.Of(centreCode, fiscalYear, row.Key.Row[2..])));
        }
        themes.Sort((a, b) => a.Theme.CreatedAt.CompareTo(b.Theme.CreatedAt));
        return themes;
    }

    /// <summary>How the themes of a centre and fiscal year stood at the ends of periods, and stand now: one range.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="centreCode">The centre.</param>
    /// <param name="fiscalYear">The year in which it begins.</param>
    /// <param name="from">The first closing day that will be asked for.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<IReadOnlyList<Timeline<ThemeSummary>>> TimelinesAsync(
        string tenantId,
        string centreCode,
        int fiscalYear,
        DateOnly from,
        CancellationToken ct
    )
    {
        Dictionary<string, List<ClosedState<ThemeSummary>>> closed = new(StringComparer.Ordinal);
        List<Timeline<ThemeSummary>> themes = [];
        string partition = YearKeys.Partition(tenantId, centreCode, fiscalYear);
        TableQuery query = TableQuery.Range(partition, YearKeys.ClosedFrom(from), YearKeys.AfterSummaries);
        await foreach (TableRow row in table.QueryAsync(query, ct))
        {
            if (YearKeys.ReadClosed(row.Key.Row) is (DateOnly closing, string name))
            {
                if (!closed.TryGetValue(name, out List<ClosedState<ThemeSummary>>? states))
                {
                    closed[name] = states = [];
                }
                ThemeId id = ThemeId.Of(centreCode, fiscalYear, name);
                states.Add(new(closing, decodedClosed.Of(row, id, static (row, id) => ThemeRow.Read(id, row))));
            }
            else
            {
                string present = row.Key.Row[2..];
                themes.Add(
                    new(
                        closed.GetValueOrDefault(present) ?? [],
                        Decode(row, ThemeId.Of(centreCode, fiscalYear, present))
                    )
                );
            }
        }
        return themes;
    }

    /// <summary>Adds a theme; when one with its id is there already (a repeated press), nothing changes.</summary>
    /// <returns>The theme as it stands.</returns>
    public async Task<ThemeSummary> AddAsync(string tenantId, Theme theme, CancellationToken ct)
    {
        ThemeSummary summary = new(theme, new Dictionary<string, ItemStatus>(), null, default);
        try
        {
            RowKey key = YearKeys.Summary(tenantId, theme.Id);
            IReadOnlyList<RowETag> etags = await table.CommitAsync(
                [new TableChange.Insert(key, ThemeRow.Write(summary))],
                ct
            );
            return summary with { ETag = etags[0] };
        }
        catch (TableConflictException)
        {
            return await FindAsync(tenantId, theme.Id, ct)
                ?? throw new InvalidOperationException($"Theme {theme.Id} was there and is gone.");
        }
    }

    /// <summary>Replaces the theme's own facts (name, municipalities, members), keeping states.</summary>
    /// <returns>Whether it was still as it had been read.</returns>
    public async Task<bool> TryReplaceAsync(string tenantId, ThemeSummary read, Theme next, CancellationToken ct)
    {
        try
        {
            await table.CommitAsync(
                [.. SummaryChange.Of(tenantId, read, read with { Theme = next, ChangedAt = clock.GetUtcNow() })],
                ct
            );
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    private ThemeSummary Decode(TableRow row, ThemeId id) =>
        decoded.Of(row, id, static (row, id) => ThemeRow.Read(id, row));
}
