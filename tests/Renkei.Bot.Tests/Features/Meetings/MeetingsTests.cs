using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Meetings;

/// <summary>The sample council is on Friday 18 December; the present day is Friday 4 December.</summary>
public sealed class MeetingsTests : CouncilStage
{
    [Fact]
    public async Task Save_OfAFirstDate_SetsItWithoutAsking()
    {
        await council.ChangeAsync(c => c with { When = null });
        Player sato = await bot.SatoAsync();
        Shown page = await PageAsync(sato);

        Shown saved = await sato.PressAsync(
            page,
            "この日程で保存",
            ("in_date", "2026-12-22"),
            ("in_place", "東部保健所 2階会議室")
        );

        Council now = await council.NowAsync();
        Assert.Equal(new DateOnly(2026, 12, 22), now.When!.Date);
        Assert.Equal("東部保健所 2階会議室", now.Place);
        Assert.Null(now.Change);
        Assert.Contains("2026年12月22日(火)", saved.Text, StringComparison.Ordinal);
        Assert.Contains("に決めました。", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_OfAnotherDate_AsksFirstAndSaysWhoWillBeTold()
    {
        await InviteAllAsync();
        Player sato = await bot.SatoAsync();

        Shown asked = await sato.PressAsync(
            await PageAsync(sato),
            "この日程で保存",
            ("in_date", "2026-12-23"),
            ("in_start", "14:00")
        );

        Assert.Contains("日程を変えますか", asked.Text, StringComparison.Ordinal);
        // 小林, 木村 and the coordinator 川上; 佐藤 decides it and knows.
        Assert.Contains("Renkei から知らせる方（3人）：", asked.Text, StringComparison.Ordinal);
        Assert.Contains(
            "電話・メールで伝える方（2人）：あおば市立病院 地域連携室、東部ケアマネ連絡会",
            asked.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(SampleCouncil.December18, (await council.NowAsync()).When);

        Shown moved = await sato.PressAsync(asked, "変える", ("in_reason", "座長の都合"));

        Council now = await council.NowAsync();
        Assert.Equal(new MeetingTime(new(2026, 12, 23), new(14, 0), 120), now.When);
        Assert.Equal(
            (SampleCouncil.December18, "座長の都合", sato.Ref),
            (now.Change!.From, now.Change.Reason, now.Change.By)
        );
        Assert.All(now.Participants, p => Assert.Equal(Rsvp.Unknown, p.Rsvp));
        Assert.Contains("3人に Renkei から知らせます", moved.Text, StringComparison.Ordinal);
        Shown tell = await sato.PressAsync(moved, "電話・メールで伝える方（2人）");
        Assert.Contains("0123-45-6789", tell.Text, StringComparison.Ordinal);
        Assert.Contains(
            "2026年12月23日(水) 14:00–16:00に変わりました。",
            tell.Inputs["in_copy"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Save_SurePressedTwice_MovesOnce()
    {
        await InviteAllAsync();
        Player sato = await bot.SatoAsync();
        Shown asked = await sato.PressAsync(await PageAsync(sato), "この日程で保存", ("in_date", "2026-12-22"));
        await sato.PressAsync(asked, "変える");
        Council once = await council.NowAsync();

        bot.Clock.Now += TimeSpan.FromMinutes(5);
        await sato.PressAsync(asked, "変える");

        Assert.Equal(once.Revision, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Save_BackFromTheQuestion_KeepsWhatWasTyped()
    {
        await InviteAllAsync();
        Player sato = await bot.SatoAsync();
        Shown asked = await sato.PressAsync(
            await PageAsync(sato),
            "この日程で保存",
            ("in_date", "2026-12-22"),
            ("in_place", "市民会館")
        );

        Shown back = await sato.PressAsync(asked, "やめて戻る");

        Assert.Equal(("2026-12-22", "市民会館"), (back.Inputs["in_date"], back.Inputs["in_place"]));
        Assert.Equal(SampleCouncil.December18, (await council.NowAsync()).When);
    }

    [Theory]
    [InlineData("2026-12-23", null)]
    [InlineData("2026-12-19", "12/19(土)は土曜日です。")]
    [InlineData("2026-12-30", "12/30(水)は年末年始です。")]
    [InlineData("2027-01-11", "1/11(月)は成人の日です。")]
    public async Task Save_OnADayTheOfficeIsClosed_WarnsWithItsName(string date, string? warning)
    {
        await council.ChangeAsync(c => c with { When = null });
        Player sato = await bot.SatoAsync();

        Shown saved = await sato.PressAsync(await PageAsync(sato), "この日程で保存", ("in_date", date));

        Assert.Equal(DateOnly.Parse(date, null), (await council.NowAsync()).When!.Date);
        if (warning is null)
        {
            Assert.DoesNotContain("お確かめください", saved.Text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(warning, saved.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("in_date", "2026-12-03", "過ぎた日時は選べません。")]
    [InlineData("in_date", "あした", "日付が読み取れません。")]
    [InlineData("in_date", "", "一度決めた日は空にできません。")]
    [InlineData("in_date", "2029-12-18", "2年より先の日")]
    [InlineData("in_start", "25:99", "始まる時刻を選んでください。")]
    [InlineData("in_start", "23:30", "終わりが翌日になります。")]
    [InlineData("in_length", "5", "長さは15分から600分までで")]
    [InlineData("in_link", "http://example.org/a", "https:// で始まるアドレス")]
    [InlineData("in_link", "javascript:alert(1)", "https:// で始まるアドレス")]
    public async Task Save_OfWhatCannotBe_SaysWhyKeepsTheRestAndChangesNothing(string input, string value, string why)
    {
        Player sato = await bot.SatoAsync();
        int before = (await council.NowAsync()).Revision;

        Shown again = await sato.PressAsync(
            await PageAsync(sato),
            "この日程で保存",
            [("in_place", "市民会館"), (input, value)]
        );

        Assert.Contains(why, again.Text, StringComparison.Ordinal);
        Assert.Equal("市民会館", again.Inputs["in_place"]);
        Assert.Equal(before, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Save_WhatSomebodyElseChangedFirst_SaysWhatStandsAndSavesOnTheSecondPress()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown page = await PageAsync(sato);
        await tanaka.PressAsync(await PageAsync(tanaka), "この日程で保存", ("in_place", "市民会館"));

        Shown told = await sato.PressAsync(page, "この日程で保存", ("in_place", "県庁"));

        Assert.Contains("田中 浩さんが", told.Text, StringComparison.Ordinal);
        Assert.Equal("市民会館", (await council.NowAsync()).Place);
        await sato.PressAsync(told, "この日程で保存");
        Assert.Equal("県庁", (await council.NowAsync()).Place);
    }

    [Fact]
    public async Task Save_OfAnotherThingThanSomebodyElse_KeepsBoth()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown page = await PageAsync(sato);
        await tanaka.PressAsync(await PageAsync(tanaka), "この日程で保存", ("in_place", "市民会館"));

        await sato.PressAsync(page, "この日程で保存", ("in_link", "https://example.org/a"));

        Council now = await council.NowAsync();
        Assert.Equal(("市民会館", "https://example.org/a"), (now.Place, now.OnlineLink));
    }

    [Fact]
    public async Task Save_OfAnotherPlacePeopleKnow_AsksAndTellsThemOnTheSameDay()
    {
        await InviteAllAsync();
        await council.ChangeAsync(c => c with { Place = "市民会館" });
        Player sato = await bot.SatoAsync();

        Shown asked = await sato.PressAsync(await PageAsync(sato), "この日程で保存", ("in_place", "県庁"));

        Assert.Contains("会場・参加方法を変えますか", asked.Text, StringComparison.Ordinal);
        await sato.PressAsync(asked, "変える");
        Council now = await council.NowAsync();
        Assert.True(now.Change!.IsOfPlace);
        Assert.Equal("県庁", now.Place);
        Assert.Equal(new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero), now.DateSetAt);
    }

    [Fact]
    public async Task Cancel_AsksThenCancels_AndCanBeTakenBack()
    {
        await InviteAllAsync();
        Player sato = await bot.SatoAsync();
        Shown asked = await sato.PressAsync(await PageAsync(sato), "中止する");
        Assert.Equal(CouncilStatus.Preparing, (await council.NowAsync()).Status);

        Shown cancelled = await sato.PressAsync(asked, "中止にする", ("in_reason", "台風のため"));

        Council now = await council.NowAsync();
        Assert.Equal((CouncilStatus.Cancelled, "台風のため"), (now.Status, now.Change!.Reason));
        Assert.Contains("3人に Renkei から知らせます", cancelled.Text, StringComparison.Ordinal);
        Assert.Contains("台風のため", cancelled.Inputs["in_copy"], StringComparison.Ordinal);
        Shown again = await sato.PressAsync(asked, "中止にする");
        Assert.Contains("佐藤 美咲さんが中止にしました。", again.Text, StringComparison.Ordinal);
        Assert.Equal(now.Revision, (await council.NowAsync()).Revision);

        Shown back = await sato.PressAsync(await sato.PressAsync(cancelled, "中止を取り消す"), "取り消して開く");

        now = await council.NowAsync();
        Assert.Equal((CouncilStatus.Preparing, SampleCouncil.December18), (now.Status, now.When));
        Assert.True(now.Change!.IsTakenUpAgain);
        Assert.Contains("中止を取り消しました。3人に Renkei から知らせます", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_WhatWasMovedMeanwhile_AsksAgain()
    {
        Player sato = await bot.SatoAsync();
        Shown asked = await sato.PressAsync(await PageAsync(sato), "中止する");
        await council.ChangeAsync(c =>
            c.MovedTo(c.When! with { Date = new(2026, 12, 21) }, c.ChangedBy, bot.Clock.Now)
        );

        Shown again = await sato.PressAsync(asked, "中止にする", ("in_reason", "台風のため"));

        Assert.Equal(CouncilStatus.Preparing, (await council.NowAsync()).Status);
        Assert.Equal("台風のため", again.Inputs["in_reason"]);
        await sato.PressAsync(again, "中止にする");
        Assert.Equal(CouncilStatus.Cancelled, (await council.NowAsync()).Status);
    }

    [Fact]
    public async Task Cancel_WithATelephoneNumberInTheReason_AsksFirst()
    {
        Player sato = await bot.SatoAsync();
        Shown asked = await sato.PressAsync(await PageAsync(sato), "中止する");

        Shown question = await sato.PressAsync(asked, "中止にする", ("in_reason", "連絡は 090-1234-5678 へ"));
        await sato.PressAsync(question, "消して保存");

        Council now = await council.NowAsync();
        Assert.Equal(CouncilStatus.Cancelled, now.Status);
        Assert.DoesNotContain("090", now.Change!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("council/move")]
    [InlineData("council/move-edit")]
    [InlineData("council/cancel")]
    [InlineData("council/cancel-do")]
    [InlineData("council/resume")]
    [InlineData("council/resume-do")]
    public async Task Verbs_OfOthers_ChangeNothing(string verb)
    {
        Player kobayashi = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");
        Player stranger = await bot.EnterAsync("外部 人", 3, Role.Nurse, "tobu", tenant: TestBot.OtherTenant);
        Player[] others = [await bot.SuzukiAsync(), await bot.TakahashiAsync(), kobayashi, stranger];
        Council before = await council.NowAsync();
        foreach (Player other in others)
        {
            await other.ActAsync(verb, Typed(before));
        }
        Player sato = await bot.SatoAsync();
        await sato.ActAsync(verb, Typed(before), inGroup: true);

        Assert.Equal(before.Revision, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Save_CostsThreeReadsAndOneCommit()
    {
        Player sato = await bot.SatoAsync();
        Shown page = await PageAsync(sato);
        bot.Table.Reset();

        await sato.PressAsync(page, "この日程で保存", ("in_place", "市民会館"));

        // The person, the council to see who may, and again to change it.
        Assert.Equal("3 finds, 0 queries, 1 commits", bot.Table.Counts);
    }

    private static JsonObject Typed(Council before) =>
        SampleCouncil.Data(
            ("in_date", "2026-12-22"),
            ("in_start", "14:00"),
            ("in_length", "60"),
            ("in_place", "よそ"),
            ("m", "sure"),
            ("go", "stay"),
            ("v", Renkei.Bot.Features.Meetings.MeetingForm.VersionOf(before))
        );

    /// <summary>Shows the step: taking back a cancellation there is none of leads to it.</summary>
    private static Task<Shown> PageAsync(Player player) => player.ActAsync("council/resume-do", SampleCouncil.Data());

    private Task<Council> InviteAllAsync() =>
        council.ChangeAsync(c =>
            c with
            {
                Participants =
                [
                    .. c.Participants.Select(p => p with { InvitedAt = bot.Clock.Now.AddDays(-1), Rsvp = Rsvp.Yes }),
                ],
            }
        );
}
