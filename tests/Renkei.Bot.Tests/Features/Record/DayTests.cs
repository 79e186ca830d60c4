using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Tests.Features.Record;

public sealed class DayTests : CouncilStage
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        bot.Clock.Now = new(2026, 12, 18, 4, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public async Task Page_ShowsTheAgendaWithTimes()
    {
        Player sato = await bot.SatoAsync();

        Shown day = await ListAsync(sato);

        Assert.Contains(
            "14:00\nねらいと前回の決まりごと（10分）\n14:10\n退院支援もれ調査の結果（20分）",
            day.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("15:50\n会議の振り返りと次回（10分）", day.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agenda_TypedInAnyWidth_IsKept()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "次第を直す");

        await sato.PressAsync(form, "保存", ("in_agenda", "１０分　あいさつ\n\n  25: 現状の報告\n90 協議"));

        Assert.Equal(
            [new AgendaPoint("あいさつ", 10), new("現状の報告", 25), new("協議", 90)],
            (await council.NowAsync()).Agenda
        );
        Assert.Contains(
            "次第は合わせて125分です。会議の120分に入りきりません。",
            (await ListAsync(sato)).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("10 あいさつ\n現状", "2行目が読み取れません")]
    [InlineData("4 あいさつ", "1行目が読み取れません")]
    [InlineData("241 あいさつ", "1行目が読み取れません")]
    [InlineData("10", "1行目が読み取れません")]
    [InlineData(
        "5 1\n5 2\n5 3\n5 4\n5 5\n5 6\n5 7\n5 8\n5 9\n5 10\n5 11\n5 12\n5 13\n5 14\n5 15\n5 16",
        "次第は15行まで"
    )]
    public async Task Agenda_SomethingWrong_ComesBackWithTheLine(string text, string reason)
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "次第を直す");

        Shown again = await sato.PressAsync(form, "保存", ("in_agenda", text));

        Assert.Contains(reason, again.Text, StringComparison.Ordinal);
        Assert.Equal(text, again.Inputs["in_agenda"]);
        Assert.Equal(1, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Agenda_ChangedBySomebodyElse_AsksFirst()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "次第を直す");
        await tanaka.PressAsync(form, "保存", ("in_agenda", "20 田中の次第"));

        Shown asked = await sato.PressAsync(form, "保存", ("in_agenda", "30 佐藤の次第"));

        Assert.Contains(
            "田中 浩さんが12/18(金) 13:00に先に変えています（いま：20 田中の次第",
            asked.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("田中の次第", (await council.NowAsync()).Agenda[0].Text);
        await sato.PressAsync(asked, "保存");
        Assert.Equal("佐藤の次第", (await council.NowAsync()).Agenda[0].Text);
    }

    [Fact]
    public async Task Everybody_OneTap_LeavesOutWhoDeclinedAndCanBeTakenBack()
    {
        await council.ChangeAsync(c =>
            c with
            {
                Participants = [.. c.Participants.Select(p => p.Id == "p3" ? p with { Rsvp = Rsvp.No } : p)],
            }
        );
        Player sato = await bot.SatoAsync();

        Shown all = await sato.PressAsync(await ListAsync(sato), "全員出席");

        Assert.Contains(
            "4名を出席にしました。欠席と返事のあった1名は欠席にしています。",
            all.Text,
            StringComparison.Ordinal
        );
        Assert.Equal([true, true, false, true, true], await AttendedAsync());
        await council.ChangeAsync(c =>
            c with
            {
                Participants = [.. c.Participants.Select(p => p.Id == "p1" ? p with { Attended = false } : p)],
            }
        );
        await sato.PressAsync(all, "元に戻す");
        // What was set since stays.
        Assert.Equal([false, null, null, null, null], await AttendedAsync());
    }

    [Fact]
    public async Task Attendance_OnlineAndAbsent_AreKept()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "出欠を直す");
        Assert.Equal("p1,p2,p3,p4,p5", form.Inputs["in_came"]);

        Shown saved = await sato.PressAsync(form, "保存", ("in_came", "p1,p2,p5"), ("in_online", "p4"));

        Assert.Equal([true, true, false, true, true], await AttendedAsync());
        Assert.Equal(["p4"], (await council.NowAsync()).Participants.Where(p => p.Remote).Select(p => p.Id));
        Assert.Contains("出席4名（うちオンライン1名）・欠席1名・まだ0名", saved.Text, StringComparison.Ordinal);
        Assert.Contains("✓当日", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attendance_TakenBySomebodyElse_AsksFirst()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "出欠を直す");
        await tanaka.PressAsync(form, "保存", ("in_came", "p1"));

        Shown asked = await sato.PressAsync(form, "保存", ("in_came", "p1,p2"));

        Assert.Contains(
            "田中 浩さんが12/18(金) 13:00に先に変えています（いま：出席1名・欠席4名・まだ0名）",
            asked.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("p1,p2", asked.Inputs["in_came"]);
        Assert.Equal([true, false, false, false, false], await AttendedAsync());
        await sato.PressAsync(asked, "保存");
        Assert.Equal([true, true, false, false, false], await AttendedAsync());
    }

    [Fact]
    public async Task Attendance_OfManyPeople_GoesPageByPage()
    {
        Participant model = SampleCouncil.Participants()[4];
        await council.ChangeAsync(c =>
            c with
            {
                Participants = [.. Enumerable.Range(1, 25).Select(n => model with { Id = $"q{n}" })],
            }
        );
        Player sato = await bot.SatoAsync();
        Shown first = await sato.PressAsync(await ListAsync(sato), "出欠を直す");

        Shown second = await sato.PressAsync(first, "保存して続きへ", ("in_came", "q1"));
        Shown third = await sato.PressAsync(second, "保存して続きへ");
        Assert.DoesNotContain("保存して続きへ", third.Buttons);
        await sato.PressAsync(third, "保存");

        Assert.Equal(16, (await AttendedAsync()).Count(a => a == true));
        Assert.Equal(9, (await AttendedAsync()).Count(a => a == false));
    }

    [Fact]
    public async Task Guest_PressedTwice_IsAddedOnceAndPresent()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "予定になかった方を足す");
        (string, string)[] filled =
        [
            ("in_org", "あおば市医師会"),
            ("in_sector", "medical-association"),
            ("in_remote", "true"),
        ];

        await sato.PressAsync(form, "出席者に足す", filled);
        Shown added = await sato.PressAsync(form, "出席者に足す", filled);

        Participant guest = (await council.NowAsync()).Participants[^1];
        Assert.Equal(6, (await council.NowAsync()).Participants.Count);
        Assert.Equal(
            ("あおば市医師会", (bool?)true, true, sato.Ref),
            (guest.Organisation, guest.Attended, guest.Remote, guest.AddedBy)
        );
        Assert.Contains("あおば市医師会 を出席者に足しました。", added.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in_org", "", "機関の名前を40文字まで")]
    [InlineData("in_sector", "moon", "分野を選んでください。")]
    [InlineData("in_sector", "", "分野を選んでください。")]
    [InlineData("in_name", "12345678901234567890123456789012345678901", "お名前は40文字まで")]
    public async Task Guest_SomethingWrong_ComesBackFilledIn(string input, string value, string reason)
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "予定になかった方を足す");

        Shown again = await sato.PressAsync(
            form,
            "出席者に足す",
            [("in_org", "あおば市医師会"), ("in_sector", "medical-association"), (input, value)]
        );

        Assert.Contains(reason, again.Text, StringComparison.Ordinal);
        Assert.Equal(input == "in_org" ? "" : "あおば市医師会", again.Inputs["in_org"] ?? "");
        Assert.Equal(5, (await council.NowAsync()).Participants.Count);
    }

    [Fact]
    public async Task Attendance_BeforeTheDay_IsRefused()
    {
        bot.Clock.Now = new(2026, 12, 17, 4, 0, 0, TimeSpan.Zero);
        Player sato = await bot.SatoAsync();
        Assert.DoesNotContain("全員出席", (await ListAsync(sato)).Buttons);

        foreach (
            string verb in (string[])["day/all", "day/attendance", "day/attendance-save", "day/guest", "day/guest-save"]
        )
        {
            Shown told = await sato.ActAsync(verb, SampleCouncil.Data(("i", "p1"), ("in_came", "p1")));
            Assert.Contains("出欠は、会議の日からここでつけられます。", told.Text, StringComparison.Ordinal);
        }
        Assert.Equal(1, (await council.NowAsync()).Revision);
    }

    private static Task<Shown> ListAsync(Player player) => player.ActAsync("day/list", SampleCouncil.Data());

    private async Task<bool?[]> AttendedAsync() => [.. (await council.NowAsync()).Participants.Select(p => p.Attended)];
}
