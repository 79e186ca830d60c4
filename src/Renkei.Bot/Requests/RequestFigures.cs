using Renkei.Domain.Requests;

namespace Renkei.Bot.Requests;

/// <summary>The requests of a prefecture in figures, for summaries.</summary>
/// <param name="Open">Open at the end of the period, the one due first is first.</param>
/// <param name="Came">How many came in the period, by centre.</param>
/// <param name="Ended">How many were closed or withdrawn in the period, by centre.</param>
internal sealed record RequestFigures(
    IReadOnlyList<RequestLine> Open,
    IReadOnlyDictionary<string, int> Came,
    IReadOnlyDictionary<string, int> Ended
)
{
    /// <summary>What awaited head office's answer for too long on a day in Japan.</summary>
    public IEnumerable<RequestLine> OverdueOn(DateOnly day) => Open.Where(l => l.IsOverdue(day));

    /// <summary>The open ones of a centre.</summary>
    public IEnumerable<RequestLine> OpenOf(string centreCode) => Open.Where(l => l.Id.CentreCode == centreCode);

    /// <summary>Figures of a period from what is open now and what happened since the period began. Pure.</summary>
    /// <param name="openNow">All that is open now.</param>
    /// <param name="events">What happened from the period's beginning until now, in the order of time.</param>
    /// <param name="end">When the period ends (UTC, not included); the present for one that still goes on.</param>
    public static RequestFigures Of(
        IReadOnlyList<RequestLine> openNow,
        IReadOnlyList<RequestEvent> events,
        DateTimeOffset end
    )
    {
        RequestEvent[] within = [.. events.Where(e => e.At < end)];
        // What happened to a request first after the end tells how it stood at the end.
        Dictionary<RequestId, RequestEvent> next = [];
        foreach (RequestEvent later in events.Where(e => e.At >= end))
        {
            next.TryAdd(later.Line.Id, later);
        }
        IEnumerable<RequestLine> still = openNow.Where(l => !next.ContainsKey(l.Id));
        IEnumerable<RequestLine> then = next.Values.Where(e => e.Kind == RequestEventKind.Ended).Select(e => e.Line);
        return new(
            [.. still.Concat(then).OrderBy(l => l.Due).ThenBy(l => l.AskedAt)],
            CountByCentre(within, RequestEventKind.Came),
            CountByCentre(within, RequestEventKind.Ended)
        );
    }

    private static Dictionary<string, int> CountByCentre(IEnumerable<RequestEvent> events, RequestEventKind kind) =>
        events
            .Where(e => e.Kind == kind)
            .GroupBy(e => e.Line.Id.CentreCode)
            .ToDictionary(g => g.Key, g => g.Select(e => e.Line.Id).Distinct().Count());
}
