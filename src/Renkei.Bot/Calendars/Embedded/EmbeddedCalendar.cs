using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Calendars.Embedded;

/// <summary>
/// A calendar of our own, for installations without a tenant and for the trial (R18). Partition <c>calendar~{tenant}</c>: people
/// <c>p~{address}</c>, rooms <c>r~{address}</c>, meetings <c>e~{id}</c>, beside them by time <c>s~{start}~{id}</c> who is taken by them, and
/// <c>b~{booking}</c> the meeting of a booking. A meeting's rows change in one commit. Addresses and bookings stand as their hash: they may
/// hold what a key must not.
/// </summary>
/// <remarks>
/// Nothing is mailed, nobody can join: <see cref="BookedMeeting.JoinUrl"/> is <see langword="null"/>. A room takes a meeting when it is free
/// at that moment; of two booked at the very same time both may be taken, as the rooms of a trial are nobody's. Where the store cannot be
/// reached, its own exception says so.
/// </remarks>
internal sealed class EmbeddedCalendar(ITable table, string tenantId, TimeProvider clock) : ICalendar
{
    private const int Tries = 20;

    // Nothing we book lasts longer, and an index by start has to be read from that much earlier.
    private static readonly TimeSpan LongestMeeting = TimeSpan.FromDays(1);

    private readonly string partition = $"calendar~{tenantId}";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Schedule>> FreeBusyAsync(
        IReadOnlyList<string> addresses,
        TimeSlot window,
        OwnMeeting? except,
        CancellationToken ct
    )
    {
        if (addresses.Count == 0)
        {
            return [];
        }
        Dictionary<string, EmbeddedTimes> known = new(StringComparer.OrdinalIgnoreCase);
        await foreach (PersonRow person in ReadAsync("p~", EmbeddedJson.Default.PersonRow, ct))
        {
            known[person.Address] = new(
                person.Busy.Select(b => b.ToSlot()),
                person.Tentative.Select(t => t.ToSlot()),
                person.Weekly
            );
        }
        await foreach (RoomRow room in ReadAsync("r~", EmbeddedJson.Default.RoomRow, ct))
        {
            known[room.Address] = new([], [], room.Weekly);
        }
        // Two meetings at the very same time: the other one counts.
        HashSet<string> leftOut = new(except?.Addresses ?? [], StringComparer.OrdinalIgnoreCase);
        TableQuery meetings = TableQuery.Range(partition, TimeKey(window.Start - LongestMeeting), TimeKey(window.End));
        await foreach (TableRow row in table.QueryAsync(meetings, ct))
        {
            TakenRow taken = RowBody.Read(row, EmbeddedJson.Default.TakenRow);
            TimeSlot slot = taken.Slot.ToSlot();
            foreach (AnswerRow answer in taken.Answers)
            {
                if (slot == except?.Slot && leftOut.Remove(answer.Address))
                {
                    continue;
                }
                known.GetValueOrDefault(answer.Address)?.Take(slot, answer.Response);
            }
        }
        return
        [
            .. addresses.Select(a =>
                known.TryGetValue(a, out EmbeddedTimes? times)
                    ? new Schedule(a, times.In(window), null)
                    : new Schedule(a, null, CalendarFault.NotFound)
            ),
        ];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<MeetingRoom>> RoomsAsync(CancellationToken ct)
    {
        List<MeetingRoom> rooms = [];
        await foreach (RoomRow room in ReadAsync("r~", EmbeddedJson.Default.RoomRow, ct))
        {
            rooms.Add(new(room.Address, room.Name, room.Seats));
        }
        return [.. rooms.OrderBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<CalendarPerson>> SearchPeopleAsync(string text, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 50);
        string[] wanted = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Length == 0)
        {
            return [];
        }
        List<CalendarPerson> found = [];
        await foreach (PersonRow person in ReadAsync("p~", EmbeddedJson.Default.PersonRow, ct))
        {
            string[] words = person.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (
                Array.TrueForAll(wanted, w => Array.Exists(words, word => Begins(word, w)))
                || Begins(person.Address, text.Trim())
            )
            {
                found.Add(new(person.ObjectId, person.Name, person.Address));
            }
        }
        return [.. found.OrderBy(p => p.Name, StringComparer.Ordinal).Take(limit)];
    }

    /// <inheritdoc />
    public async Task<BookedMeeting> BookAsync(string booking, Meeting meeting, CancellationToken ct)
    {
        RowKey bookingKey = Key($"b~{Hash(booking)}");
        for (int tries = 1; ; tries++)
        {
            if (await table.FindAsync(bookingKey, ct) is { } pointer)
            {
                BookingRow there = RowBody.Read(pointer, EmbeddedJson.Default.BookingRow);
                if (await FindAsync(there.MeetingId, ct) is { } booked)
                {
                    return booked;
                }
            }
            else
            {
                string id = Guid.NewGuid().ToString("N");
                MeetingRow row = MeetingRow.Of(id, bookingKey.Row, meeting, await AnswersAsync(id, meeting, [], ct));
                bool done = await TryCommitAsync(
                    [
                        new TableChange.Insert(
                            bookingKey,
                            RowBody.Write(new BookingRow(id), EmbeddedJson.Default.BookingRow)
                        ),
                        new TableChange.Insert(MeetingKey(id), row.ToBytes()),
                        new TableChange.Insert(TakenKey(row), row.Taken.ToBytes()),
                    ],
                    ct
                );
                if (done)
                {
                    return row.ToMeeting();
                }
            }
            ThrowAfter(tries);
        }
    }

    /// <inheritdoc />
    public async Task<BookedMeeting?> FindAsync(string meetingId, CancellationToken ct) =>
        await FindRowAsync(meetingId, ct) is { } found ? found.Meeting.ToMeeting() : null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<BookedMeeting?>> FindAllAsync(
        IReadOnlyList<string> meetingIds,
        CancellationToken ct
    )
    {
        List<BookedMeeting?> found = [];
        foreach (string id in meetingIds)
        {
            found.Add(await FindAsync(id, ct));
        }
        return found;
    }

    /// <inheritdoc />
    public async Task<BookedMeeting> ChangeAsync(string meetingId, Meeting meeting, CancellationToken ct)
    {
        MeetingRow changed =
            await ChangeRowAsync(
                meetingId,
                async now =>
                    now.Is(meeting) ? now : now.With(meeting, await AnswersAsync(meetingId, meeting, now.Answers, ct)),
                ct
            ) ?? throw new CalendarException(CalendarFault.NotFound, "", null, false, null);
        return changed.ToMeeting();
    }

    /// <inheritdoc />
    public async Task CancelAsync(string meetingId, string comment, CancellationToken ct)
    {
        for (int tries = 1; await FindRowAsync(meetingId, ct) is { } found; tries++)
        {
            List<TableChange> changes = [new TableChange.Delete(MeetingKey(meetingId), found.ETag)];
            foreach (RowKey beside in (RowKey[])[TakenKey(found.Meeting), Key(found.Meeting.BookingKey)])
            {
                if (await table.FindAsync(beside, ct) is { } row)
                {
                    changes.Add(new TableChange.Delete(beside, row.ETag));
                }
            }
            if (await TryCommitAsync(changes, ct))
            {
                return;
            }
            ThrowAfter(tries);
        }
    }

    /// <summary>Adds somebody, or replaces what was known of them.</summary>
    /// <param name="person">Who.</param>
    /// <param name="times">What else stands in their calendar.</param>
    /// <param name="weekly">What stands there every week.</param>
    /// <param name="ct">Cancels the call.</param>
    public Task AddPersonAsync(
        CalendarPerson person,
        CalendarTimes times,
        IReadOnlyList<WeeklyTime> weekly,
        CancellationToken ct
    ) =>
        PutAsync(
            Key($"p~{Hash(person.Address.ToLowerInvariant())}"),
            RowBody.Write(PersonRow.Of(person, times, weekly), EmbeddedJson.Default.PersonRow),
            ct
        );

    /// <summary>Adds a room, or replaces what was known of it.</summary>
    /// <param name="room">The room.</param>
    /// <param name="weekly">When it is taken every week.</param>
    /// <param name="ct">Cancels the call.</param>
    public Task AddRoomAsync(MeetingRoom room, IReadOnlyList<WeeklyTime> weekly, CancellationToken ct) =>
        PutAsync(
            RoomKey(room.Address),
            RowBody.Write(new RoomRow(room.Address, room.Name, room.Seats, weekly), EmbeddedJson.Default.RoomRow),
            ct
        );

    /// <summary>Plays somebody's answer to an invitation.</summary>
    /// <returns>Whether there is such a meeting, and they are invited.</returns>
    public async Task<bool> RespondAsync(
        string meetingId,
        string address,
        MeetingResponse response,
        CancellationToken ct
    )
    {
        MeetingRow? row = await ChangeRowAsync(
            meetingId,
            now => new(now.Answered(address, response, clock.GetUtcNow())),
            ct
        );
        return row?.Answers.Any(a => SameAddress(a.Address, address)) == true;
    }

    /// <summary>Plays that somebody moves a meeting in the calendar itself, past Renkei.</summary>
    /// <returns>Whether there is such a meeting.</returns>
    public async Task<bool> MoveAsync(string meetingId, TimeSlot to, CancellationToken ct) =>
        await FindAsync(meetingId, ct) is { } booked
        && await ChangeAsync(meetingId, booked.Meeting with { Slot = to }, ct) is not null;

    private static bool Begins(string word, string with) => word.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    private static bool SameAddress(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static void ThrowAfter(int tries)
    {
        if (tries >= Tries)
        {
            throw new CalendarException(CalendarFault.Changed, "", null, false, null);
        }
    }

    /// <summary>The answers after a change: kept where time and place stay, asked for anew otherwise; the room answers at once.</summary>
    private async Task<IReadOnlyList<AnswerRow>> AnswersAsync(
        string meetingId,
        Meeting meeting,
        IReadOnlyList<AnswerRow> before,
        CancellationToken ct
    )
    {
        List<AnswerRow> answers = [];
        foreach (string address in meeting.Invited.Select(i => i.Mailbox.Address))
        {
            answers.Add(
                before.FirstOrDefault(a => SameAddress(a.Address, address)) ?? new(address, MeetingResponse.None, null)
            );
        }
        if (meeting.Room is { } room)
        {
            bool taken = await IsTakenAsync(room, meeting.Slot, meetingId, ct);
            answers.Add(new(room, taken ? MeetingResponse.Declined : MeetingResponse.Accepted, clock.GetUtcNow()));
        }
        return answers;
    }

    private async Task<bool> IsTakenAsync(string room, TimeSlot slot, string butBy, CancellationToken ct)
    {
        if (
            await table.FindAsync(RoomKey(room), ct) is { } found
            && RowBody.Read(found, EmbeddedJson.Default.RoomRow).Weekly.Any(w => w.In(slot).Any(slot.Overlaps))
        )
        {
            return true;
        }
        TableQuery around = TableQuery.Range(partition, TimeKey(slot.Start - LongestMeeting), TimeKey(slot.End));
        await foreach (TableRow row in table.QueryAsync(around, ct))
        {
            TakenRow taken = RowBody.Read(row, EmbeddedJson.Default.TakenRow);
            if (
                !row.Key.Row.EndsWith($"~{butBy}", StringComparison.Ordinal)
                && taken.Slot.ToSlot().Overlaps(slot)
                && taken.Answers.Any(a => a.Response == MeetingResponse.Accepted && SameAddress(a.Address, room))
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Reads, changes and writes a meeting until nobody comes between; what stays the same is not written.</summary>
    private async Task<MeetingRow?> ChangeRowAsync(
        string meetingId,
        Func<MeetingRow, ValueTask<MeetingRow>> change,
        CancellationToken ct
    )
    {
        for (int tries = 1; await FindRowAsync(meetingId, ct) is { } found; tries++)
        {
            MeetingRow next = await change(found.Meeting);
            if (next == found.Meeting)
            {
                return next;
            }
            List<TableChange> changes =
            [
                new TableChange.Replace(MeetingKey(meetingId), next.ToBytes(), found.ETag),
                new TableChange.Put(TakenKey(next), next.Taken.ToBytes()),
            ];
            if (
                TakenKey(next) != TakenKey(found.Meeting)
                && await table.FindAsync(TakenKey(found.Meeting), ct) is { } old
            )
            {
                changes.Add(new TableChange.Delete(TakenKey(found.Meeting), old.ETag));
            }
            if (await TryCommitAsync(changes, ct))
            {
                return next;
            }
            ThrowAfter(tries);
        }
        return null;
    }

    private async Task<(MeetingRow Meeting, RowETag ETag)?> FindRowAsync(string meetingId, CancellationToken ct)
    {
        // An id that is none of ours need not be one that a key may hold.
        if (meetingId.Length != 32 || !meetingId.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }
        TableRow? row = await table.FindAsync(MeetingKey(meetingId), ct);
        return row is null ? null : (RowBody.Read(row, EmbeddedJson.Default.MeetingRow), row.ETag);
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(
        string prefix,
        JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (TableRow row in table.QueryAsync(TableQuery.Prefix(partition, prefix), ct))
        {
            yield return RowBody.Read(row, type);
        }
    }

    private async Task PutAsync(RowKey key, ReadOnlyMemory<byte> body, CancellationToken ct) =>
        await table.CommitAsync([new TableChange.Put(key, body)], ct);

    private async ValueTask<bool> TryCommitAsync(List<TableChange> changes, CancellationToken ct)
    {
        try
        {
            await table.CommitAsync(changes, ct);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    private RowKey Key(string row) => new(partition, row);

    private RowKey RoomKey(string address) => Key($"r~{Hash(address.ToLowerInvariant())}");

    private RowKey MeetingKey(string id) => Key($"e~{id}");

    private RowKey TakenKey(MeetingRow row) => Key($"{TimeKey(row.Slot.Start)}~{row.Id}");

    private static string TimeKey(DateTimeOffset instant) => $"s~{instant.UtcDateTime:yyyyMMdd'T'HHmmss}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
