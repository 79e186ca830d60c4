using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Graph.Wire;

namespace Renkei.Graph;

/// <summary>
/// Asks when calendars are taken, in as many calls as it needs (20 addresses each, and not too many days), and puts the answers together.
/// </summary>
internal sealed class FreeBusyQuestion
{
    private const int AddressesPerCall = 20;
    private const int ViewMinutes = 15;

    private readonly IReadOnlyList<string> addresses;
    private readonly OwnMeeting? except;
    private readonly List<(string[] Addresses, TimeSlot Window)> parts = [];

    public FreeBusyQuestion(IReadOnlyList<string> addresses, TimeSlot window, OwnMeeting? except, TimeSpan longest)
    {
        this.addresses = addresses;
        this.except = except;
        string[][] groups = [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(AddressesPerCall)];
        // Whole minutes, and more than one cell of the view, which the service insists on.
        DateTimeOffset from = window.Start.AddTicks(-(window.Start.UtcTicks % TimeSpan.TicksPerMinute));
        DateTimeOffset to =
            window.End < from.AddMinutes(2 * ViewMinutes) ? from.AddMinutes(2 * ViewMinutes) : window.End;
        for (DateTimeOffset start = from; start < to; start += longest)
        {
            DateTimeOffset end = start + longest < to ? start + longest : to;
            if (end - start < TimeSpan.FromMinutes(2 * ViewMinutes))
            {
                end = start.AddMinutes(2 * ViewMinutes);
            }
            parts.AddRange(groups.Select(g => (g, new TimeSlot(start, end))));
        }
    }

    /// <summary>The calls.</summary>
    /// <param name="path">Where they go.</param>
    public IReadOnlyList<GraphCall> Calls(string path) =>
        [
            .. parts.Select(p => new GraphCall(
                HttpMethod.Post,
                path,
                GraphJson.Write(
                    new ScheduleQuery(
                        p.Addresses,
                        GraphTime.Of(p.Window.Start),
                        GraphTime.Of(Ceiling(p.Window.End)),
                        ViewMinutes
                    ),
                    GraphJson.Default.ScheduleQuery
                )
            )),
        ];

    /// <summary>What the answers to the calls say; one for each address, in the order in which they were given.</summary>
    /// <param name="answers">In the order of the calls.</param>
    public IReadOnlyList<Schedule> Read(IReadOnlyList<Collection<ScheduleInformation>> answers)
    {
        Dictionary<string, Found> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (((string[] asked, TimeSlot window), Collection<ScheduleInformation> answer) in parts.Zip(answers))
        {
            IReadOnlyList<ScheduleInformation> value = answer.Value ?? [];
            for (int i = 0; i < asked.Length; i++)
            {
                if (!found.TryGetValue(asked[i], out Found? calendar))
                {
                    found[asked[i]] = calendar = new();
                }
                // They come in the order of the question; the name is the surer sign where it is there.
                ScheduleInformation? information =
                    value.FirstOrDefault(v => asked[i].Equals(v.ScheduleId, StringComparison.OrdinalIgnoreCase))
                    ?? (i < value.Count && value[i].ScheduleId is null ? value[i] : null);
                calendar.Add(information, window.Start, except?.IsIn(asked[i]) == true ? except.Slot : null);
            }
        }
        return [.. addresses.Select(a => found[a].ToSchedule(a))];
    }

    private static DateTimeOffset Ceiling(DateTimeOffset time) =>
        time.UtcTicks % TimeSpan.TicksPerSecond == 0
            ? time
            : time.AddTicks(TimeSpan.TicksPerSecond - time.UtcTicks % TimeSpan.TicksPerSecond);

    /// <summary>What is known of one calendar so far.</summary>
    private sealed class Found
    {
        private readonly List<TimeSlot> busy = [];
        private readonly List<TimeSlot> tentative = [];
        private CalendarFault? why;

        /// <summary>Adds what an answer says.</summary>
        /// <param name="information">The answer; <see langword="null"/> where it is missing.</param>
        /// <param name="start">Where its view begins.</param>
        /// <param name="own">An entry with exactly these times does not count, once.</param>
        public void Add(ScheduleInformation? information, DateTimeOffset start, TimeSlot? own)
        {
            if (information is null || information.Error is not null)
            {
                why ??= information is null
                    ? CalendarFault.Unavailable
                    : GraphErrors.FaultOfSchedule(information.Error!.ResponseCode);
            }
            else if (information.ScheduleItems is { Count: > 0 } items)
            {
                foreach (ScheduleItem item in items)
                {
                    (DateTimeOffset from, DateTimeOffset to) = (GraphTime.Read(item.Start), GraphTime.Read(item.End));
                    if (own is not null && own.Start == from && own.End == to && item.Status != "free")
                    {
                        own = null;
                        continue;
                    }
                    Take(item.Status, from, to);
                }
            }
            else if (information.AvailabilityView is { } view)
            {
                // Where only free/busy is shared, the view may be all there is.
                for (int cell = 0; cell < view.Length; cell++)
                {
                    DateTimeOffset from = start.AddMinutes(cell * ViewMinutes);
                    Take(StatusOf(view[cell]), from, from.AddMinutes(ViewMinutes));
                }
            }
            else
            {
                why ??= CalendarFault.Unavailable;
            }
        }

        public Schedule ToSchedule(string address) =>
            why is { } fault ? new(address, null, fault) : new(address, new(new(busy), new(tentative)), null);

        private void Take(string? status, DateTimeOffset from, DateTimeOffset to)
        {
            List<TimeSlot>? list = status switch
            {
                "free" or "workingElsewhere" => null,
                "busy" or "oof" => busy,
                // A state that is not known is nothing to rely on.
                _ => tentative,
            };
            // A reminder without a length takes nobody's time.
            if (to > from)
            {
                list?.Add(new(from, to));
            }
        }

        private static string StatusOf(char cell) =>
            cell switch
            {
                '0' => "free",
                '1' => "tentative",
                '2' => "busy",
                '3' => "oof",
                '4' => "workingElsewhere",
                _ => "unknown",
            };
    }
}
