using System.Globalization;
using Renkei.Domain.Requests;
using Renkei.Domain.Time;
using Renkei.Tables;

namespace Renkei.Bot.Requests;

/// <summary>
/// Where the requests to head office are kept. Partition <c>request~{tenant}~{prefecture}</c>: <c>r~{centre}~{name}</c> the request,
/// <c>l~o~{centre}~{name}</c> its line in the list while it is open and, once it ended, <c>l~z~{day, newest first}~{centre}~{name}</c> for head office
/// and <c>l~c~{centre}~{day, newest first}~{name}</c> for its centre; <c>e~{day}~{centre}~{name}~{revision}</c> that it came, ended or began again;
/// <c>k~desk</c> head office's channel. The ledger of notices lies here too (<c>n~</c>).
/// </summary>
/// <remarks>
/// One partition a prefecture: what head office sees every day, all open requests, is one range, and so are those of one centre. A
/// prefecture has some hundred requests a year, far below what a partition takes.
/// </remarks>
internal static class RequestKeys
{
    /// <summary>Lines of all open requests.</summary>
    public const string OpenLines = "l~o~";

    /// <summary>Lines of all requests that ended, the latest day first.</summary>
    public const string EndedLines = "l~z~";

    private const int LastDay = 99_999_999;

    public static string Partition(string tenantId, string prefectureCode) => $"request~{tenantId}~{prefectureCode}";

    public static RowKey Request(string tenantId, RequestId id) => Key(tenantId, id, $"r~{id.CentreCode}~{id.Name}");

    /// <summary>Lines of the open requests of a centre.</summary>
    public static string OpenLinesOf(string centreCode) => $"{OpenLines}{centreCode}~";

    /// <summary>Lines of the requests of a centre that ended, the latest day first.</summary>
    public static string EndedLinesOf(string centreCode) => $"l~c~{centreCode}~";

    /// <summary>The rows of a request's line: one while it is open, two afterwards.</summary>
    public static IReadOnlyList<RowKey> Lines(string tenantId, SupportRequest request)
    {
        RequestId id = request.Id;
        if (request.EndedAt is not { } ended)
        {
            return [Key(tenantId, id, $"{OpenLinesOf(id.CentreCode)}{id.Name}")];
        }
        string day = NewestFirst(TokyoTime.DateOf(ended));
        return
        [
            Key(tenantId, id, $"{EndedLines}{day}~{id.CentreCode}~{id.Name}"),
            Key(tenantId, id, $"{EndedLinesOf(id.CentreCode)}{day}~{id.Name}"),
        ];
    }

    /// <summary>Where events of a day in Japan begin.</summary>
    public static string EventsFrom(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"e~{day:yyyyMMdd}");

    public static RowKey Event(string tenantId, RequestId id, DateTimeOffset at, int revision) =>
        Key(
            tenantId,
            id,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{EventsFrom(TokyoTime.DateOf(at))}~{id.CentreCode}~{id.Name}~{revision:D3}"
            )
        );

    public static RowKey Desk(string tenantId, string prefectureCode) =>
        new(Partition(tenantId, prefectureCode), "k~desk");

    private static string NewestFirst(DateOnly day) =>
        (LastDay - ((day.Year * 10_000) + (day.Month * 100) + day.Day)).ToString("D8", CultureInfo.InvariantCulture);

    private static RowKey Key(string tenantId, RequestId id, string row) =>
        new(Partition(tenantId, id.PrefectureCode), row);
}
