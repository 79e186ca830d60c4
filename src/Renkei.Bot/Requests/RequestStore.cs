using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Renkei.Domain.People;
using Renkei.Domain.Requests;
using Renkei.Domain.Time;
using Renkei.Tables;

namespace Renkei.Bot.Requests;

/// <summary>
/// Reads and changes the requests to head office. A change is a function of the request as it stands; request, list lines and events change in
/// one commit, and what is to be sent is pointed at before it.
/// </summary>
internal sealed class RequestStore(ITable table, RequestNotices notices, TimeProvider clock)
{
    private const int Attempts = 12;
    private readonly DecodedRows<SupportRequest> decoded = new(capacity: 500);
    private readonly DecodedRows<RequestLine> decodedLines = new(capacity: 2_000);

    /// <summary>One request, or <see langword="null"/> where there is none.</summary>
    public async ValueTask<SupportRequest?> FindAsync(string tenantId, RequestId id, CancellationToken ct) =>
        await table.FindAsync(RequestKeys.Request(tenantId, id), ct) is { } row ? Decode(row) : null;

    /// <summary>Adds a request; when one with its id is there already (a repeated press), nothing changes.</summary>
    /// <returns>The request as it stands.</returns>
    public async Task<SupportRequest> AddAsync(string tenantId, SupportRequest request, CancellationToken ct)
    {
        await notices.BeforeCommitAsync(tenantId, request.Id, ct);
        try
        {
            await table.CommitAsync(
                [
                    new TableChange.Insert(RequestKeys.Request(tenantId, request.Id), Body(request)),
                    .. RequestKeys.Lines(tenantId, request).Select(key => new TableChange.Insert(key, LineOf(request))),
                    EventOf(tenantId, request, RequestLine.Of(request), RequestEventKind.Came, request.AskedAt),
                ],
                ct
            );
            return request;
        }
        catch (TableConflictException)
        {
            return await FindAsync(tenantId, request.Id, ct)
                ?? throw new InvalidOperationException($"Request {request.Id} was there and is gone.");
        }
    }

    /// <summary>Changes a request. When somebody else is quicker, the change is applied to what they made of it.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The request.</param>
    /// <param name="change">The change; may run several times. Where the revision stays nothing is written, so a repeated press costs a read.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>The request as it stands afterwards, or <see langword="null"/> where there is none.</returns>
    /// <exception cref="TableUnavailableException">Nothing is known to be changed.</exception>
    public async Task<SupportRequest?> ChangeAsync(
        string tenantId,
        RequestId id,
        Func<SupportRequest, SupportRequest> change,
        CancellationToken ct
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            RowKey key = RequestKeys.Request(tenantId, id);
            if (await table.FindAsync(key, ct) is not { } row)
            {
                return null;
            }
            SupportRequest before = Decode(row);
            SupportRequest after = change(before);
            if (after.Revision == before.Revision)
            {
                return before;
            }
            await notices.BeforeCommitAsync(tenantId, id, ct);
            try
            {
                await table.CommitAsync(
                    [
                        new TableChange.Replace(key, Body(after), row.ETag),
                        .. await LineChangesAsync(tenantId, before, after, ct),
                        .. EventsOf(tenantId, before, after),
                    ],
                    ct
                );
                return after;
            }
            catch (TableConflictException) when (attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 25 * attempt)), clock, ct);
            }
            catch (TableConflictException conflict)
            {
                throw new TableUnavailableException("Others kept changing the same request.", false, conflict);
            }
        }
    }

    /// <summary>All open requests of a prefecture, or of one of its centres; the one due first is first, those that wait for the centre last.</summary>
    public async Task<IReadOnlyList<RequestLine>> OpenAsync(
        string tenantId,
        string prefectureCode,
        string? centreCode,
        CancellationToken ct
    )
    {
        string prefix = centreCode is null ? RequestKeys.OpenLines : RequestKeys.OpenLinesOf(centreCode);
        TableQuery all = TableQuery.Prefix(RequestKeys.Partition(tenantId, prefectureCode), prefix);
        List<RequestLine> lines = [];
        await foreach (RequestLine line in LinesAsync(all, ct))
        {
            lines.Add(line);
        }
        return
        [
            .. lines
                .OrderBy(l => l.Status is not (RequestStatus.Open or RequestStatus.Taken))
                .ThenBy(l => l.Due)
                .ThenBy(l => l.AskedAt),
        ];
    }

    /// <summary>Requests that were closed or withdrawn, the latest day first: a page, and where the next one begins.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="prefectureCode">The prefecture.</param>
    /// <param name="centreCode">One of its centres; <see langword="null"/> for all.</param>
    /// <param name="after">Where the page before ended, as it was given then; anything else begins at the beginning.</param>
    /// <param name="size">How many.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<(IReadOnlyList<RequestLine> Page, string? Next)> EndedAsync(
        string tenantId,
        string prefectureCode,
        string? centreCode,
        string? after,
        int size,
        CancellationToken ct
    )
    {
        string prefix = centreCode is null ? RequestKeys.EndedLines : RequestKeys.EndedLinesOf(centreCode);
        string partition = RequestKeys.Partition(tenantId, prefectureCode);
        bool goesOn =
            after is { Length: > 0 and <= 64 }
            && after.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '~');
        TableQuery rest = goesOn
            // The key itself is left out; what no key holds comes before everything that keys may go on with.
            ? TableQuery.Range(partition, $"{prefix}{after}!", $"{prefix}a")
            : TableQuery.Prefix(partition, prefix);
        List<RequestLine> page = [];
        string? last = null;
        await foreach (TableRow row in table.QueryAsync(rest.Take(size + 1), ct))
        {
            if (page.Count == size)
            {
                return (page, last);
            }
            page.Add(DecodeLine(row));
            last = row.Key.Row[prefix.Length..];
        }
        return (page, null);
    }

    /// <summary>What came, ended and began again from a day in Japan up to another, which is not included; in the order of days.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="prefectureCode">The prefecture; all its centres are read at once.</param>
    /// <param name="from">The first day.</param>
    /// <param name="before">The day after the last.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<IReadOnlyList<RequestEvent>> EventsAsync(
        string tenantId,
        string prefectureCode,
        DateOnly from,
        DateOnly before,
        CancellationToken ct
    )
    {
        List<RequestEvent> events = [];
        TableQuery period = TableQuery.Range(
            RequestKeys.Partition(tenantId, prefectureCode),
            RequestKeys.EventsFrom(from),
            RequestKeys.EventsFrom(before)
        );
        await foreach (TableRow row in table.QueryAsync(period, ct))
        {
            events.Add(RowBody.Read(row, RequestJson.Default.RequestEvent));
        }
        return [.. events.OrderBy(e => e.At)];
    }

    /// <summary>The requests of a prefecture in figures: two ranges, whatever the history before the period.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="prefectureCode">The prefecture.</param>
    /// <param name="from">The first day of the period, Japan.</param>
    /// <param name="before">The day after its last.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<RequestFigures> FiguresAsync(
        string tenantId,
        string prefectureCode,
        DateOnly from,
        DateOnly before,
        CancellationToken ct
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset end = TokyoTime.StartOf(before);
        return RequestFigures.Of(
            await OpenAsync(tenantId, prefectureCode, centreCode: null, ct),
            await EventsAsync(tenantId, prefectureCode, from, TokyoTime.DateOf(now).AddDays(1), ct),
            end < now ? end : now.AddTicks(1)
        );
    }

    /// <summary>Head office's channel of a prefecture; <see langword="null"/> until there is one.</summary>
    public async ValueTask<RequestDesk?> DeskAsync(string tenantId, string prefectureCode, CancellationToken ct) =>
        await table.FindAsync(RequestKeys.Desk(tenantId, prefectureCode), ct) is { } row
            ? RowBody.Read(row, RequestJson.Default.RequestDesk)
            : null;

    /// <summary>Names head office's channel, or takes it away; the last one wins. The open requests move along.</summary>
    public async Task KeepDeskAsync(string tenantId, string prefectureCode, RequestDesk? desk, CancellationToken ct)
    {
        foreach (RequestLine line in await OpenAsync(tenantId, prefectureCode, centreCode: null, ct))
        {
            await notices.BeforeCommitAsync(tenantId, line.Id, ct);
        }
        RowKey key = RequestKeys.Desk(tenantId, prefectureCode);
        if (desk is not null)
        {
            await table.CommitAsync(
                [new TableChange.Put(key, RowBody.Write(desk, RequestJson.Default.RequestDesk))],
                ct
            );
        }
        else if (await table.FindAsync(key, ct) is { } row)
        {
            await table.CommitAsync([new TableChange.Delete(key, row.ETag)], ct);
        }
    }

    private async ValueTask<IReadOnlyList<TableChange>> LineChangesAsync(
        string tenantId,
        SupportRequest before,
        SupportRequest after,
        CancellationToken ct
    )
    {
        IReadOnlyList<RowKey> was = RequestKeys.Lines(tenantId, before);
        IReadOnlyList<RowKey> now = RequestKeys.Lines(tenantId, after);
        List<TableChange> changes = [.. now.Select(key => new TableChange.Put(key, LineOf(after)))];
        foreach (RowKey key in was.Where(key => !now.Contains(key)))
        {
            if (await table.FindAsync(key, ct) is { } row)
            {
                changes.Add(new TableChange.Delete(key, row.ETag));
            }
        }
        return changes;
    }

    private static IEnumerable<TableChange> EventsOf(string tenantId, SupportRequest before, SupportRequest after)
    {
        if (before.IsOpen != after.IsOpen)
        {
            // What ended is told as it stood until then: a summary of the days before shows it so.
            yield return after.IsOpen
                ? EventOf(tenantId, after, RequestLine.Of(after), RequestEventKind.Reopened, after.Steps[^1].At)
                : EventOf(tenantId, after, RequestLine.Of(before), RequestEventKind.Ended, after.Steps[^1].At);
        }
    }

    private static TableChange.Put EventOf(
        string tenantId,
        SupportRequest request,
        RequestLine line,
        RequestEventKind kind,
        DateTimeOffset at
    ) =>
        new(
            RequestKeys.Event(tenantId, request.Id, at, request.Revision),
            RowBody.Write(new(kind, at, line), RequestJson.Default.RequestEvent)
        );

    private async IAsyncEnumerable<RequestLine> LinesAsync(
        TableQuery query,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (TableRow row in table.QueryAsync(query, ct))
        {
            yield return DecodeLine(row);
        }
    }

    private SupportRequest Decode(TableRow row) =>
        decoded.Of(row, 0, static (row, _) => RowBody.Read(row, RequestJson.Default.SupportRequest));

    private RequestLine DecodeLine(TableRow row) =>
        decodedLines.Of(row, 0, static (row, _) => RowBody.Read(row, RequestJson.Default.RequestLine));

    private static ReadOnlyMemory<byte> Body(SupportRequest request) =>
        RowBody.Write(request, RequestJson.Default.SupportRequest);

    private static ReadOnlyMemory<byte> LineOf(SupportRequest request) =>
        RowBody.Write(RequestLine.Of(request), RequestJson.Default.RequestLine);
}
