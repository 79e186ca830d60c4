using Renkei.Domain.Time;

namespace Renkei.Domain.Scheduling;

/// <summary>
/// Looks for dates (R16). Every slot of the grid is a candidate, also one that does not suit everybody: where no date suits all, people want to
/// see the least bad ones and why.
/// </summary>
public static class SlotSearch
{
    /// <summary>Ranks all slots of a request.</summary>
    /// <remarks>
    /// The order: what suits better (<see cref="SlotFit"/>); among equals the first choice of each day, then the second of each, so that the
    /// first few proposals lie on different days; then the earlier. Choices of one day do not overlap as long as there are such that do not.
    /// </remarks>
    /// <exception cref="ArgumentException">The request is outside its ranges.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Business days are asked for outside 2000 to 2100.</exception>
    public static RankedSlots Rank(SlotRequest request)
    {
        request.Check();
        SlotJudge judge = new(request);
        List<Candidate> candidates = [];
        int[] starts = [.. request.Hours.Starts(request.Length, request.Grid)];
        long notBefore = request.NotBefore.UtcTicks;
        for (DateOnly day = request.Window.From; day <= request.Window.To; day = day.AddDays(1))
        {
            if (request.Days?.IsBusinessDay(day) == false)
            {
                continue;
            }
            long midnight = TokyoTime.StartOf(day).UtcTicks;
            foreach (int minute in starts)
            {
                long start = midnight + minute * TimeSpan.TicksPerMinute;
                if (start >= notBefore)
                {
                    candidates.Add(new(judge.FitOf(start), day, Distance(minute, request.PreferredStart), start));
                }
            }
        }
        return new(judge, Order(candidates, request.Length.Ticks));
    }

    private static int Distance(int minute, TimeOnly? preferred) =>
        preferred is { } time ? Math.Abs(minute - (int)(time.Ticks / TimeSpan.TicksPerMinute)) : 0;

    private static IReadOnlyList<(SlotFit Fit, long Start)> Order(IEnumerable<Candidate> candidates, long length) =>
        [
            .. candidates
                .GroupBy(c => (c.Fit, c.Day))
                .SelectMany(day => Choices([.. day.OrderBy(c => c.Distance).ThenBy(c => c.Start)], length))
                .OrderBy(c => c.Choice.Fit)
                .ThenBy(c => c.Number)
                .ThenBy(c => c.Choice.Start)
                .Select(c => (c.Choice.Fit, c.Choice.Start)),
        ];

    /// <summary>Numbers the slots of a day: those that do not overlap first, the best first.</summary>
    private static IEnumerable<(int Number, Candidate Choice)> Choices(List<Candidate> left, long length)
    {
        int number = 0;
        while (left.Count > 0)
        {
            List<Candidate> apart = [];
            List<Candidate> rest = [];
            foreach (Candidate candidate in left)
            {
                bool overlaps = apart.Exists(a => Math.Abs(a.Start - candidate.Start) < length);
                (overlaps ? rest : apart).Add(candidate);
            }
            foreach (Candidate candidate in apart)
            {
                yield return (number++, candidate);
            }
            left = rest;
        }
    }

    private readonly record struct Candidate(SlotFit Fit, DateOnly Day, int Distance, long Start);
}
