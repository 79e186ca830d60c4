using Microsoft.Extensions.Options;
using Renkei.Bot.Calendars.Embedded;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Trial;

/// <summary>
/// Calendars of ひかり県's people and its rooms, as a week in a health centre looks: meetings on Monday, visits, check-ups. They repeat
/// every week, so that there is something to plan around wherever the trial's clock is moved.
/// </summary>
internal sealed class SampleCalendars(ITable table, TimeProvider clock, IOptions<TrialOptions> options)
{
    private static readonly (int Number, string Name, string Key, WeeklyTime[] Week)[] People =
    [
        (1, "高橋 恵", "takahashi", [On(DayOfWeek.Monday, 9, 11), On(DayOfWeek.Thursday, 13, 16)]),
        (2, "渡辺 誠", "watanabe", [On(DayOfWeek.Tuesday, 10, 12)]),
        (3, "佐藤 美咲", "sato", [On(DayOfWeek.Monday, 9, 10), On(DayOfWeek.Wednesday, 13, 17)]),
        (4, "川上 由美", "kawakami", [On(DayOfWeek.Monday, 9, 10), On(DayOfWeek.Tuesday, 13, 15)]),
        (5, "田中 浩", "tanaka", [On(DayOfWeek.Monday, 9, 10), On(DayOfWeek.Friday, 9, 12)]),
        (6, "鈴木 彩", "suzuki", [On(DayOfWeek.Monday, 9, 10), On(DayOfWeek.Thursday, 9, 12)]),
        (7, "山本 薫", "yamamoto", [On(DayOfWeek.Monday, 9, 10), On(DayOfWeek.Wednesday, 9, 12)]),
        (8, "伊藤 直子", "ito", [On(DayOfWeek.Monday, 9, 10), On(DayOfWeek.Tuesday, 9, 12)]),
        (9, "中村 剛", "nakamura", [On(DayOfWeek.Monday, 9, 10), On(DayOfWeek.Friday, 13, 16)]),
        (10, "小林 結衣", "kobayashi", [On(DayOfWeek.Tuesday, 13, 16), On(DayOfWeek.Thursday, 9, 12)]),
        (11, "加藤 亮", "kato", [On(DayOfWeek.Monday, 13, 15), On(DayOfWeek.Friday, 13, 15)]),
        (12, "林 さくら", "hayashi", [On(DayOfWeek.Monday, 9, 10)]),
        (13, "Emma Clark", "emma", [On(DayOfWeek.Wednesday, 9, 12)]),
    ];

    private static readonly (MeetingRoom Room, WeeklyTime[] Week)[] Rooms =
    [
        (new("tobu-dai@hikari.example", "東部保健所 大会議室", 40), [On(DayOfWeek.Wednesday, 9, 17)]),
        (new("tobu-sho@hikari.example", "東部保健所 小会議室", 10), [On(DayOfWeek.Monday, 9, 12)]),
        (new("chubu-dai@hikari.example", "中部保健所 大会議室", 36), [On(DayOfWeek.Tuesday, 13, 17)]),
        (new("seibu-dai@hikari.example", "西部保健所 大会議室", 30), [On(DayOfWeek.Thursday, 13, 17)]),
    ];

    /// <summary>Writes them, unless they are there; a week that was changed since stays changed.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        EmbeddedCalendar calendar = new(table, options.Value.TenantId, clock);
        // They are written first to last, so where the last room is, everything is.
        if ((await calendar.RoomsAsync(ct)).Count == Rooms.Length)
        {
            return;
        }
        foreach ((int number, string name, string key, WeeklyTime[] week) in People)
        {
            CalendarPerson person = new($"00000000-0000-4000-a000-{number:D12}", name, $"{key}@hikari.example");
            await calendar.AddPersonAsync(person, CalendarTimes.Empty, week, ct);
        }
        foreach ((MeetingRoom room, WeeklyTime[] week) in Rooms)
        {
            await calendar.AddRoomAsync(room, week, ct);
        }
    }

    private static WeeklyTime On(DayOfWeek day, int from, int to) => new(day, new(from, 0), new(to, 0));
}
