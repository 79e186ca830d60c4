using Renkei.Bot.Tests.Play;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Cards;

/// <summary>The cards of the search for a date and of booked meetings, made by people who press what leads to them.</summary>
internal sealed class ScheduleGallery(TestBot bot, bool isJapanese)
{
    private readonly List<(string Name, Shown Card)> cards = [];
    private readonly SampleCouncil council = new(bot);
    private readonly SamplePlan plan = new(bot);
    private Player kawakami = null!;

    /// <summary>The cards by name, e.g. <c>schedule-proposals.ja</c>.</summary>
    public static async Task<IReadOnlyList<(string Name, Shown Card)>> MakeAsync(bool isJapanese)
    {
        await using TestBot bot = new();
        ScheduleGallery gallery = new(bot, isJapanese);
        await gallery.council.AddAsync(isJapanese);
        await gallery.council.ChangeAsync(c => c with { When = null });
        await gallery.plan.AddCalendarsAsync(isJapanese);
        gallery.kawakami = await gallery.EnterAsync("川上 由美", "Yumi Kawakami", 4);
        await gallery.CouncilAsync();
        await gallery.OutlookAsync();
        await gallery.OwnAsync();
        return gallery.cards;
    }

    private async Task CouncilAsync()
    {
        Keep("schedule-date-step", await kawakami.ActAsync("council/step", SampleCouncil.Data(("s", 3))));
        Shown which = Keep("schedule-which", await kawakami.SayAsync(Say("日程調整", "find a date")));
        Shown request = Keep(
            "schedule-request",
            await kawakami.PressAsync(which, Say("この会議の日を探す", "Find a date for it"))
        );
        Keep("schedule-request-wrong", await kawakami.PressAsync(request, Propose, ("in_to", "2026-12-01")));
        Shown page = Keep(
            "schedule-proposals",
            await kawakami.PressAsync(request, Propose, ("in_from", "2026-12-14"), ("in_to", "2026-12-25"))
        );
        Keep("schedule-proposals-more", await kawakami.PressAsync(page, Say("もっと見る", "More")));
        bot.Calendar = new SilentCalendar(CalendarFault.NotAllowed);
        Keep("schedule-proposals-away", await kawakami.PressAsync(page, Say("次の週へ", "Later weeks")));
        bot.Calendar = null;
        Shown asked = Keep("schedule-ask", await kawakami.PressAsync(page, Take));
        bot.Clock.Now += TimeSpan.FromMinutes(1);
        Keep("booking-booked", await kawakami.PressAsync(asked, TakeIt));
        string id = (await plan.NowAsync()).Booked!.MeetingId;
        await bot.OwnCalendar.RespondAsync(id, "kobayashi@hikari.example", MeetingResponse.Accepted, default);
        await bot.OwnCalendar.RespondAsync(id, "jimu@example.jp", MeetingResponse.Declined, default);
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        await council.ChangeAsync(c =>
            c with
            {
                Participants = [.. c.Participants.Select(p => p with { InvitedAt = bot.Clock.Now })],
            }
        );
        Keep("booking-answers", await kawakami.ActAsync("booking/show", new() { ["p"] = SamplePlan.Id.ToString() }));
        Keep("schedule-ask-move", await AskAsync("2026-12-21T14:00"));
    }

    private async Task OutlookAsync()
    {
        int seen = kawakami.Received.Count;
        bot.Clock.Now += TimeSpan.FromHours(1);
        await bot.OwnCalendar.MoveAsync((await plan.NowAsync()).Booked!.MeetingId, SamplePlan.At(25, 13), default);
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        await bot.SendDueAsync();
        Keep("booking-moved-in-outlook", kawakami.Received.Skip(seen).Single(IsNews));
        seen = kawakami.Received.Count;
        await bot.OwnCalendar.CancelAsync((await plan.NowAsync()).Booked!.MeetingId, "", default);
        bot.Clock.Now += TimeSpan.FromHours(1);
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        await bot.SendDueAsync();
        Shown gone = Keep("booking-deleted-in-outlook", kawakami.Received.Skip(seen).Single(IsNews));
        Keep("booking-left-out", await kawakami.PressAsync(gone, Say("会議の予定", "The meeting")));
        bot.Calendar = new SilentCalendar(CalendarFault.Unavailable);
        Keep(
            "booking-away",
            await kawakami.PressAsync(gone, Say("予定表にもう一度入れる", "Put it in the calendar again"))
        );
        bot.Calendar = null;
        await council.ChangeAsync(c => c with { Status = CouncilStatus.Held });
        Keep("schedule-held", await kawakami.ActAsync("schedule/begin", SampleCouncil.Data()));
    }

    private async Task OwnAsync()
    {
        Player sato = await EnterAsync("佐藤 美咲", "Misaki Sato", 3);
        await bot.EnterAsync(
            Say("小林 結衣", "Yui Kobayashi"),
            10,
            Role.MunicipalStaff,
            "tobu",
            "002020",
            isJapanese ? "ja-JP" : "en-GB"
        );
        Shown request = Keep("schedule-own", await kawakami.ActAsync("schedule/own", []));
        Shown page = await kawakami.PressAsync(
            request,
            Propose,
            ("in_title", Say("難病担当者の打ち合わせ", "Planning the visits")),
            ("in_optional", $"{TestBot.IdOf(3)},{TestBot.IdOf(10)}")
        );
        Shown asked = Keep("schedule-own-ask", await kawakami.PressAsync(page, Take));
        bot.Clock.Now += TimeSpan.FromMinutes(1);
        Shown booked = Keep("booking-own", await kawakami.PressAsync(asked, TakeIt));
        int seen = sato.Received.Count;
        await bot.SendDueAsync();
        Shown invited = Keep("booking-invited", sato.Received.Skip(seen).Single());
        Keep("booking-invited-answered", await sato.PressAsync(invited, Say("出席", "Yes")));
        Keep("booking-not-for-you", await kawakami.ActAsync("booking/show", new() { ["p"] = "chubu.none" }));
        Shown off = Keep(
            "booking-off-ask",
            await kawakami.PressAsync(booked, Say("この集まりをやめる", "Call it off"))
        );
        Keep("booking-off", await kawakami.PressAsync(off, Say("やめる", "Call it off")));
        Keep("booking-invited-off", await sato.PressAsync(invited, Say("出席", "Yes")));
    }

    private Task<Shown> AskAsync(string date) =>
        kawakami.ActAsync("schedule/ask", new() { ["p"] = SamplePlan.Id.ToString(), ["d"] = date });

    private bool IsNews(Shown card) => card.Text.Contains("Outlook", StringComparison.Ordinal);

    private string Propose => Say("候補を出す", "Propose dates");

    private string Take => Say("この日に決める", "Take this date");

    private string TakeIt => Say("決める", "Take it");

    private Task<Player> EnterAsync(string ja, string en, int number) =>
        bot.EnterAsync(
            Say(ja, en),
            number,
            number == 4 ? Role.Coordinator : Role.Nurse,
            "tobu",
            locale: isJapanese ? "ja-JP" : "en-GB"
        );

    private Shown Keep(string name, Shown card)
    {
        Assert.NotNull(card.Card);
        cards.Add(($"{name}.{(isJapanese ? "ja" : "en")}", card));
        return card;
    }

    private string Say(string ja, string en) => isJapanese ? ja : en;
}
