using Renkei.Bot.Calendars.Embedded;
using Renkei.Bot.Scheduling;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Play;

/// <summary>The date of the sample council as it is looked for, and the calendars of those who have one.</summary>
internal sealed class SamplePlan(TestBot bot)
{
    public static readonly PlanId Id = PlanId.Of(SampleCouncil.Id);
    public static readonly TimeSlot December22 = At(22, 14);

    /// <summary>Two hours of December 2026 in Japan.</summary>
    public static TimeSlot At(int day, int hour)
    {
        DateTimeOffset start = TokyoTime.Instant(new(2026, 12, day), new(hour, 0));
        return new(start, start.AddHours(2));
    }

    /// <summary>Kobayashi is busy on Tuesday afternoons, Sato on Wednesday afternoons; two rooms, the large one taken on Wednesdays.</summary>
    public async Task AddCalendarsAsync(bool isJapanese = true)
    {
        await PersonAsync(
            3,
            isJapanese ? "佐藤 美咲" : "Misaki Sato",
            "sato",
            new(DayOfWeek.Wednesday, new(13, 0), new(17, 0))
        );
        await PersonAsync(
            4,
            isJapanese ? "川上 由美" : "Yumi Kawakami",
            "kawakami",
            new(DayOfWeek.Monday, new(9, 0), new(10, 0))
        );
        await PersonAsync(
            10,
            isJapanese ? "小林 結衣" : "Yui Kobayashi",
            "kobayashi",
            new(DayOfWeek.Tuesday, new(13, 0), new(16, 0))
        );
        await bot.OwnCalendar.AddRoomAsync(
            new("dai@hikari.example", isJapanese ? "東部保健所 大会議室" : "Eastern centre, large room", 40),
            [new(DayOfWeek.Wednesday, new(9, 0), new(17, 0))],
            default
        );
        await bot.OwnCalendar.AddRoomAsync(
            new("sho@hikari.example", isJapanese ? "東部保健所 小会議室" : "Eastern centre, small room", 4),
            [],
            default
        );
    }

    /// <summary>Adds the plan behind everybody's back: Sato, Kobayashi and Kawakami have calendars, the hospital a telephone.</summary>
    public Task<MeetingPlan> AddAsync() =>
        bot.Plans.AddAsync(
            TestBot.Tenant,
            new()
            {
                Id = Id,
                Title = "東部圏域 退院支援ルールの調整会議",
                Council = SampleCouncil.Id,
                Organiser = SampleCouncil.Kawakami,
                Minutes = 120,
                From = new(2026, 12, 14),
                To = new(2026, 12, 25),
                HoursFrom = new(13, 0),
                HoursTo = new(17, 0),
                WantsRoom = true,
                Online = true,
                NeededSectors = ["municipality"],
                Asked =
                [
                    new(
                        TestBot.IdOf(10),
                        "あおば市 小林 結衣",
                        "あおば市",
                        "municipality",
                        true,
                        TestBot.IdOf(10),
                        "kobayashi@hikari.example",
                        null,
                        30,
                        "p1"
                    ),
                    new(
                        "p2",
                        "あおば市立病院 地域連携室",
                        "あおば市立病院",
                        "medical-care",
                        true,
                        null,
                        null,
                        "0123-45-6789",
                        30,
                        "p2"
                    ),
                    new(
                        TestBot.IdOf(3),
                        "東部保健所 佐藤 美咲",
                        "東部保健所",
                        "health-centre",
                        false,
                        TestBot.IdOf(3),
                        "sato@hikari.example",
                        null,
                        0,
                        "p5"
                    ),
                    new(
                        TestBot.IdOf(4),
                        "川上 由美",
                        "東部保健所",
                        "health-centre",
                        true,
                        TestBot.IdOf(4),
                        "kawakami@hikari.example",
                        null,
                        0,
                        null
                    ),
                ],
            },
            default
        );

    public async Task<MeetingPlan> NowAsync() => (await bot.Plans.FindAsync(TestBot.Tenant, Id, default))!;

    /// <summary>Chooses a date, as somebody's press would.</summary>
    public Task<SettledDate> ChooseAsync(TimeSlot slot) =>
        bot.Dates.ChooseAsync(TestBot.Tenant, Id, slot, SampleCouncil.Kawakami, bot.Clock.Now, default);

    /// <summary>The meeting as it stands in the calendar.</summary>
    public async Task<BookedMeeting?> EventAsync() =>
        (await NowAsync()).Booked is { } booked ? await bot.OwnCalendar.FindAsync(booked.MeetingId, default) : null;

    /// <summary>How many events there are in the calendar.</summary>
    public async Task<int> EventsAsync()
    {
        int events = 0;
        TableQuery all = TableQuery.Prefix($"calendar~{TestBot.Tenant}", "e~");
        await foreach (TableRow _ in bot.Table.QueryAsync(all, default))
        {
            events++;
        }
        return events;
    }

    private Task PersonAsync(int number, string name, string key, WeeklyTime busy) =>
        bot.OwnCalendar.AddPersonAsync(
            new(TestBot.IdOf(number), name, $"{key}@hikari.example"),
            CalendarTimes.Empty,
            [busy],
            default
        );
}
