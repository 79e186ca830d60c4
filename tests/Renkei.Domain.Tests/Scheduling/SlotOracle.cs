using Renkei.Domain.Scheduling;

namespace Renkei.Domain.Tests.Scheduling;

/// <summary>
/// The slot search once more, by brute force: every minute of the window is tried, calendars are sets of taken minutes, and the order is
/// drawn slot by slot. Times are plain numbers, minutes since 2026-01-01 00:00 in Japan.
/// </summary>
internal sealed class SlotOracle(SlotRequest request)
{
    private static readonly DateTime Zero = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly int length = (int)request.Length.TotalMinutes;
    private readonly List<(HashSet<int>? Busy, HashSet<int>? Tentative)> people =
    [
        .. request.Invitees.Select(i => (Minutes(i.Times?.Busy), Minutes(i.Times?.Tentative))),
    ];

    /// <summary>Starts in UTC and fits, in order.</summary>
    public IReadOnlyList<(DateTimeOffset Start, SlotFit Fit)> Rank()
    {
        var drawn = AllStarts()
            .Select(start => (Start: start, Fit: FitOf(start)))
            .GroupBy(s => (s.Fit, Day: s.Start / 1440))
            .SelectMany(day => Draw([.. day.Select(s => s.Start)]).Select((start, i) => (start, i, day.Key.Fit)))
            .ToList();
        drawn.Sort(
            (a, b) =>
                Compare(a.Fit, b.Fit) is var fit and not 0 ? fit
                : a.i != b.i ? a.i - b.i
                : a.start - b.start
        );
        return [.. drawn.Select(d => (new DateTimeOffset(Zero.AddMinutes(d.start), TimeSpan.FromHours(9)), d.Fit))];
    }

    private IEnumerable<int> AllStarts()
    {
        int first = MinuteOf(request.Window.From.ToDateTime(default));
        int end = MinuteOf(request.Window.To.ToDateTime(default)) + 1440;
        for (int start = first; start < end; start++)
        {
            DateTime from = Zero.AddMinutes(start);
            DateTime midnight = from.Date;
            DateTime to = from.AddMinutes(length);
            DateTime closing =
                request.Hours.To == default ? midnight.AddDays(1) : midnight + request.Hours.To.ToTimeSpan();
            bool inHours = from >= midnight + request.Hours.From.ToTimeSpan() && to <= closing;
            bool atLunch =
                request.Hours.Lunch is { } lunch
                && Enumerable
                    .Range(0, length)
                    .Any(m => TimeOnly.FromDateTime(from.AddMinutes(m)).IsBetween(lunch.From, lunch.To));
            bool open = request.Days?.WhyClosed(DateOnly.FromDateTime(from)) is null;
            bool onGrid = (int)from.TimeOfDay.TotalMinutes % (int)request.Grid.TotalMinutes == 0;
            bool lateEnough = new DateTimeOffset(from, TimeSpan.FromHours(9)) >= request.NotBefore;
            if (inHours && !atLunch && open && onGrid && lateEnough)
            {
                yield return start;
            }
        }
    }

    private IEnumerable<int> Draw(List<int> starts)
    {
        List<int> layer = [];
        while (starts.Count > 0)
        {
            int[] choices = [.. starts.Where(s => layer.TrueForAll(l => l + length <= s || s + length <= l))];
            if (choices.Length == 0)
            {
                layer.Clear();
                continue;
            }
            int preferred = request.PreferredStart is { } time ? time.Hour * 60 + time.Minute : -1;
            int best = choices.OrderBy(s => preferred < 0 ? 0 : Math.Abs(s % 1440 - preferred)).ThenBy(s => s).First();
            starts.Remove(best);
            layer.Add(best);
            yield return best;
        }
    }

    private SlotFit FitOf(int start)
    {
        char[] answers =
        [
            .. request.Invitees.Select((invitee, i) => Answer(i, start, (int)invitee.Travel.TotalMinutes)),
        ];
        int Count(char answer, bool required) =>
            answers.Where((a, i) => a == answer && request.Invitees[i].Who.Required == required).Count();

        (int lacking, int open) = (0, 0);
        foreach (QuorumRule rule in request.Quorum)
        {
            string[] byOrganisation =
            [
                .. rule.Organisations.Select(o =>
                    string.Concat(answers.Where((_, i) => request.Invitees[i].Who.Organisation == o))
                ),
            ];
            int certain = byOrganisation.Count(o => o.Contains('o', StringComparison.Ordinal));
            int possible = byOrganisation.Count(o => o.Any(a => a != 'x'));
            // What the answers come to at worst and at best.
            int atWorst = Math.Max(0, rule.AtLeast - certain);
            int atBest = Math.Max(0, rule.AtLeast - possible);
            lacking += atBest;
            open += atWorst - atBest;
        }
        char room = RoomAt(start);
        return new(
            lacking,
            Count('x', required: true),
            room == 'x' ? 1 : 0,
            open,
            Count('t', required: true),
            Count('x', required: false),
            Count('t', required: false),
            room == 't' ? 1 : 0
        );
    }

    private char Answer(int person, int start, int travel)
    {
        (HashSet<int>? busy, HashSet<int>? tentative) = people[person];
        return Look(busy, tentative, start - travel, start + length + travel);
    }

    private char RoomAt(int start)
    {
        if (request.Room is null)
        {
            return '-';
        }
        string states = string.Concat(
            request
                .Room.Rooms.Where(r => (r.Room.Seats ?? int.MaxValue) >= request.Room.Seats)
                .Select(r =>
                    (Look(Minutes(r.Times?.Busy), Minutes(r.Times?.Tentative), start, start + length), r.Room.Seats)
                )
                .Select(r => r is ('o', null) ? '?' : r.Item1)
        );
        return states.Contains('o', StringComparison.Ordinal) ? 'o'
            : states.Any(s => s is 't' or '?') ? 't'
            : 'x';
    }

    private static char Look(HashSet<int>? busy, HashSet<int>? tentative, int from, int to)
    {
        if (busy is null || tentative is null)
        {
            return '?';
        }
        int[] minutes = [.. Enumerable.Range(from, to - from)];
        return minutes.Any(busy.Contains) ? 'x'
            : minutes.Any(tentative.Contains) ? 't'
            : 'o';
    }

    private static int Compare(SlotFit a, SlotFit b)
    {
        int[] difference =
        [
            a.QuorumLacking - b.QuorumLacking,
            a.RequiredBusy - b.RequiredBusy,
            a.NoRoom - b.NoRoom,
            a.QuorumOpen - b.QuorumOpen,
            a.RequiredTentative - b.RequiredTentative,
            a.OptionalBusy - b.OptionalBusy,
            a.OptionalTentative - b.OptionalTentative,
            a.RoomUncertain - b.RoomUncertain,
        ];
        return Array.Find(difference, d => d != 0);
    }

    private static HashSet<int>? Minutes(BusyTimes? times) =>
        times is null
            ? null
            :
            [
                .. times.Slots.SelectMany(slot =>
                    Enumerable.Range(MinuteOf(slot.Start.UtcDateTime.AddHours(9)), (int)slot.Length.TotalMinutes)
                ),
            ];

    private static int MinuteOf(DateTime local) => (int)(local - Zero).TotalMinutes;
}
