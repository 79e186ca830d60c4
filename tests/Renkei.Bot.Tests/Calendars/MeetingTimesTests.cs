using Microsoft.Extensions.Options;
using Renkei.Bot.Calendars;
using Renkei.Bot.Trial;
using Renkei.Domain;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Calendars;

/// <summary>From calendars to proposals, with the sample prefecture's people.</summary>
public sealed class MeetingTimesTests : IAsyncLifetime
{
    private static readonly SlotWindow Week = new(new(2026, 12, 7), new(2026, 12, 11));

    private readonly EmbeddedWorld world = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => world.DisposeAsync().AsTask();

    [Fact]
    public async Task Read_SamplePeople_LeadsToProposals()
    {
        await SampleAsync();
        ICalendar calendar = world.Calendar;

        MeetingTimes times = await MeetingTimes.ReadAsync(
            calendar,
            Week,
            [
                Inside("sato", "佐藤", "tobu"),
                Inside("kobayashi", "あおば市 小林", "aoba"),
                new(new("doctor", "医師会長", "doctors", Required: true), null, TimeSpan.Zero),
            ],
            [
                .. (await calendar.RoomsAsync(CancellationToken.None)).Where(r =>
                    r.Name.StartsWith("東部", StringComparison.Ordinal)
                ),
            ],
            except: null,
            CancellationToken.None
        );
        RankedSlots ranked = SlotSearch.Rank(
            new()
            {
                Length = TimeSpan.FromHours(2),
                Window = Week,
                Hours = new(new(13, 30), new(16, 30), null),
                Invitees = times.Invitees,
                Room = new(20, times.Rooms),
            }
        );

        SlotProposal best = ranked.Page(0, 1)[0];
        Assert.Equal("12/7(月) 13:30", TokyoTime.Brief(best.Slot.Start, Language.Japanese));
        Assert.Equal("東部保健所 大会議室", best.Room.Room!.Name);
        Assert.Equal("医師会長（必須）は要確認、ほかは全員可", SlotReasons.Of(best).Ja);
        // On Tuesday Aoba has a check-up, on Wednesday Sato is out and the room is taken.
        Assert.Equal(
            "佐藤のみ予定あり・空いている会議室なし・医師会長（必須）は要確認",
            SlotReasons.Of(ranked.Page(ranked.Count - 1, 1)[0]).Ja
        );
    }

    [Fact]
    public async Task Read_Travel_SeesWhatStandsJustOutsideTheWindow()
    {
        DateTimeOffset monday = TokyoTime.StartOf(Week.From);
        await world.AddPersonAsync(
            new("1", "佐藤 美咲", "sato@hikari.example"),
            new(new([new(monday.AddHours(-1), monday)]), BusyTimes.None)
        );

        MeetingTimes times = await MeetingTimes.ReadAsync(
            world.Calendar,
            Week,
            [Inside("sato", "佐藤", "tobu") with { Travel = TimeSpan.FromHours(2) }],
            [],
            except: null,
            CancellationToken.None
        );

        Assert.Equal(monday.AddHours(-1), Assert.Single(times.Invitees[0].Times!.Busy.Slots).Start);
    }

    [Fact]
    public async Task Ensure_SampleCalendars_WritesThemOnce()
    {
        await SampleAsync();
        int rows = (await world.RowsAsync()).Count;
        await SampleAsync();

        Assert.Equal(17, rows);
        Assert.Equal(rows, (await world.RowsAsync()).Count);
        Assert.Equal(4, (await world.Calendar.RoomsAsync(CancellationToken.None)).Count);
    }

    private Task SampleAsync() =>
        new SampleCalendars(
            world.Table,
            world.Clock,
            Options.Create(new TrialOptions { TenantId = "tenant" })
        ).EnsureAsync(CancellationToken.None);

    private static InviteeCalendar Inside(string key, string name, string organisation) =>
        new(new(key, name, organisation, Required: false), $"{key}@hikari.example", TimeSpan.Zero);
}
