using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Record;

public sealed class MinutesTests : CouncilStage
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        bot.Clock.Now = new(2026, 12, 18, 8, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public async Task Decisions_OneLineEach_AreKept()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "決まったことを書く");

        Shown saved = await sato.PressAsync(
            form,
            "保存",
            ("in_decisions", "  3日以内に連絡する\n\n窓口は地域連携室 "),
            ("in_next", "2027-03-12")
        );

        Minutes minutes = (await council.NowAsync()).Minutes;
        Assert.Equal(["3日以内に連絡する", "窓口は地域連携室"], minutes.Decisions);
        Assert.Equal(new(2027, 3, 12), minutes.NextDate);
        Assert.Contains("次回：2027年3月12日(金)", saved.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in_next", "2026-12-18", "次回は、この会議よりあとの日に")]
    [InlineData("in_next", "来年", "次回の日付が読み取れません")]
    [InlineData("in_decisions", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13", "決まったことは12行まで")]
    public async Task Decisions_SomethingWrong_ComeBackFilledIn(string input, string value, string reason)
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "決まったことを書く");

        Shown again = await sato.PressAsync(form, "保存", [("in_decisions", "連絡する"), (input, value)]);

        Assert.Contains(reason, again.Text, StringComparison.Ordinal);
        Assert.Equal(input == "in_decisions" ? value : "連絡する", again.Inputs["in_decisions"]);
        Assert.Equal(1, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Decisions_TooLongLine_IsNamed()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "決まったことを書く");

        Shown again = await sato.PressAsync(form, "保存", ("in_decisions", $"連絡する\n{new string('長', 121)}"));

        Assert.Contains("2行目が長すぎます。120文字までにしてください。", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Decisions_WrittenBySomebodyElse_AsksFirst()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "決まったことを書く");
        await tanaka.PressAsync(form, "保存", ("in_decisions", "田中の記録"));

        Shown asked = await sato.PressAsync(form, "保存", ("in_decisions", "佐藤の記録"));

        Assert.Contains(
            "田中 浩さんが12/18(金) 17:00に先に変えています（いま：田中の記録）",
            asked.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("佐藤の記録", asked.Inputs["in_decisions"]);
        Assert.Equal(["田中の記録"], (await council.NowAsync()).Minutes.Decisions);
        await sato.PressAsync(asked, "保存");
        Assert.Equal(["佐藤の記録"], (await council.NowAsync()).Minutes.Decisions);
    }

    [Fact]
    public async Task Decisions_PersonalData_IsAskedAboutOnce()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "決まったことを書く");

        Shown asked = await sato.PressAsync(form, "保存", ("in_decisions", "連絡先 0123-45-6789"));
        Assert.Contains("電話番号のような数字", asked.Text, StringComparison.Ordinal);
        Shown kept = await sato.PressAsync(asked, "個人情報ではない");
        Shown again = await sato.PressAsync(kept, "決まったことを書く");
        Shown more = await sato.PressAsync(again, "保存", ("in_decisions", "連絡先 0123-45-6789\n年に一度直す"));

        Assert.Contains("保存しました。", more.Text, StringComparison.Ordinal);
        Assert.Equal(["連絡先 0123-45-6789", "年に一度直す"], (await council.NowAsync()).Minutes.Decisions);
    }

    [Fact]
    public async Task Review_FourGrades_AreKeptWithWhoSaidSo()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "会議を振り返る");
        Shown missing = await sato.PressAsync(form, "保存", ("in_people", "5"), ("in_remark", "師長も呼ぶ"));
        Assert.Contains("1から4で選んでください。", missing.Text, StringComparison.Ordinal);
        Assert.Equal("師長も呼ぶ", missing.Inputs["in_remark"]);
        Assert.Equal(1, (await council.NowAsync()).Revision);

        (string, string)[] grades = [("in_people", "3"), ("in_view", "4"), ("in_roles", "2")];
        await sato.PressAsync(missing, "保存", grades);
        await sato.PressAsync(missing, "保存", grades);

        Assert.Equal(new(3, 4, 2, "師長も呼ぶ", sato.Ref), (await council.NowAsync()).Minutes.Evaluation);
        Assert.Equal(2, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Agreement_PressedTwice_IsAddedOnceAndFollowedUp()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "合意を足す");
        (string, string)[] filled = [("in_who", "p2"), ("in_what", "一覧を作る"), ("in_due", "2027-01-15")];

        await sato.PressAsync(form, "この合意を足す", filled);
        await sato.PressAsync(form, "この合意を足す", filled);

        Agreement agreement = Assert.Single((await council.NowAsync()).Minutes.Agreements);
        Assert.Equal(
            ("一覧を作る", "p2", "あおば市立病院 地域連携室", new DateOnly(2027, 1, 15), bot.Clock.Now),
            (agreement.What, agreement.ParticipantId, agreement.Who, agreement.Due, agreement.AgreedAt)
        );
    }

    [Theory]
    [InlineData("in_what", "", "何をするかを120文字まで")]
    [InlineData("in_who", "-", "だれがするのかを選ぶか")]
    [InlineData("in_who", "p99", "だれがするのかを選ぶか")]
    [InlineData("in_due", "", "いつまでにするかを選んで")]
    [InlineData("in_due", "2026-12-17", "期限が会議の日より前です。")]
    public async Task Agreement_SomethingWrong_ComesBackFilledIn(string input, string value, string reason)
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "合意を足す");
        (string, string)[] good = [("in_who", "p2"), ("in_what", "一覧を作る"), ("in_due", "2027-01-15")];

        Shown again = await sato.PressAsync(form, "この合意を足す", [.. good, (input, value)]);

        Assert.Contains(reason, again.Text, StringComparison.Ordinal);
        foreach ((string id, string typed) in good.Where(g => g.Item1 != input))
        {
            Assert.Equal(typed, again.Inputs[id]);
        }
        Assert.Empty((await council.NowAsync()).Minutes.Agreements);
    }

    [Fact]
    public async Task Agreement_OfSomebodyNotOnTheList_IsNamedByHand()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "合意を足す");

        await sato.PressAsync(
            form,
            "この合意を足す",
            ("in_who", "-"),
            ("in_else", "薬剤師会"),
            ("in_what", "一覧を作る"),
            ("in_due", "2027-01-15")
        );

        Agreement agreement = Assert.Single((await council.NowAsync()).Minutes.Agreements);
        Assert.Equal((null, "薬剤師会"), (agreement.ParticipantId, agreement.Who));
    }

    [Fact]
    public async Task Agreement_Removed_CanBeTakenBack()
    {
        await AgreeAsync("一覧を作る", new(2027, 1, 15));
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "変える");
        Agreement before = (await council.NowAsync()).Minutes.Agreements[0];

        await sato.PressAsync(form, "この合意を消す");
        Shown removed = await sato.PressAsync(form, "この合意を消す");
        Assert.Empty((await council.NowAsync()).Minutes.Agreements);
        await sato.PressAsync(removed, "元に戻す");

        Assert.Equal([before], (await council.NowAsync()).Minutes.Agreements);
    }

    [Fact]
    public async Task Agreements_OverAllCouncils_OneRangeHoweverManyWereHeld()
    {
        await AgreeAsync("一覧を作る", new(2027, 1, 15));
        Council model = await council.NowAsync();
        for (int n = 0; n < 30; n++)
        {
            await bot.Councils.AddAsync(
                TestBot.Tenant,
                model with
                {
                    Id = CouncilId.Of("tobu", $"old{n}"),
                    Status = CouncilStatus.Held,
                    Minutes = Minutes.Empty,
                },
                default
            );
        }
        bot.Clock.Now = new(2027, 1, 20, 0, 0, 0, TimeSpan.Zero);
        Player sato = await bot.SatoAsync();
        bot.Table.Reset();

        Shown list = await sato.SayAsync("合意の進み");

        Assert.Equal("1 finds, 1 queries, 0 commits", bot.Table.Counts);
        Assert.Contains("期限の1/15(金)を5日すぎています", list.Text, StringComparison.Ordinal);
        Shown done = await sato.PressAsync(list, "済み");
        Assert.Contains("いま動いている合意はありません。", done.Text, StringComparison.Ordinal);
        Assert.Equal(sato.Ref, (await council.NowAsync()).Minutes.Agreements[0].Done!.By);
        Shown kept = await sato.PressAsync(done, "済んだ合意");
        Assert.Contains("✓ 佐藤 美咲さんが1/20(水)に済み", kept.Text, StringComparison.Ordinal);
        await sato.PressAsync(done, "元に戻す");
        Assert.Contains("一覧を作る", (await sato.SayAsync("合意の進み")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreements_OfAnotherCentre_AreNotListed()
    {
        await AgreeAsync("一覧を作る", new(2027, 1, 15));
        Player suzuki = await bot.SuzukiAsync();
        Player takahashi = await bot.TakahashiAsync();

        Assert.DoesNotContain("一覧を作る", (await suzuki.SayAsync("合意の進み")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("一覧を作る", (await takahashi.SayAsync("合意の進み")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_PressedTwice_TellsOnceAndSaysSoTruly()
    {
        await AgreeAsync("一覧を作る", new(2027, 1, 15));
        Player sato = await bot.SatoAsync();
        Shown sharing = await sato.PressAsync(await ListAsync(sato), "参加者に知らせる");
        Assert.Contains("あおば市立病院 地域連携室：一覧を作る（1/15(金)）", sharing.Text, StringComparison.Ordinal);

        Shown shared = await sato.PressAsync(sharing, "知らせる");
        DateTimeOffset at = bot.Clock.Now;
        bot.Clock.Now += TimeSpan.FromMinutes(1);
        await sato.PressAsync(sharing, "知らせる");

        Assert.Equal(at, (await council.NowAsync()).Minutes.SharedAt);
        Assert.Contains("3名に Renkei から知らせます。届いたかどうかは", shared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_NothingWritten_AsksForItFirst()
    {
        Player sato = await bot.SatoAsync();

        Shown told = await sato.PressAsync(await ListAsync(sato), "参加者に知らせる");

        Assert.Contains("決まったことか役割の合意を書いてから", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_SaysWhatIsOpenAndCanBeOpenedAgain()
    {
        Player sato = await bot.SatoAsync();
        Shown close = await sato.PressAsync(await ListAsync(sato), "記録を閉じる");
        Assert.Contains("出欠がまだの方が5名います", close.Text, StringComparison.Ordinal);
        Assert.Contains("決まったことが書かれていません", close.Text, StringComparison.Ordinal);
        Assert.Equal(CouncilStatus.Preparing, (await council.NowAsync()).Status);

        Shown closed = await sato.PressAsync(close, "閉じる");
        await sato.PressAsync(close, "閉じる");
        Assert.Equal(CouncilStatus.Held, (await council.NowAsync()).Status);
        Assert.Equal(2, (await council.NowAsync()).Revision);
        Assert.DoesNotContain("決まったことを書く", closed.Buttons);
        Assert.Equal("tobu.taiin1", closed.DataOf("次の会議を準備する")["from"]!.GetValue<string>());
        Shown opened = await sato.PressAsync(closed, "記録を直す");

        Assert.Equal(CouncilStatus.Preparing, (await council.NowAsync()).Status);
        Assert.Contains("決まったことを書く", opened.Buttons);
    }

    [Fact]
    public async Task NextCouncil_TakesOverWhatStaysTheSame()
    {
        Player sato = await bot.SatoAsync();
        Council held = await council.ChangeAsync(c =>
            c with
            {
                Status = CouncilStatus.Held,
                Minutes = c.Minutes with { NextDate = new(2027, 3, 12) },
            }
        );
        Shown form = await sato.ActAsync("council/new", new() { ["from"] = held.Id.ToString() });
        Assert.Contains($"「{held.Title}」の続きです", form.Text, StringComparison.Ordinal);
        Assert.Equal("2027-03", form.Inputs["in_month"]);

        await sato.PressAsync(form, "準備を始める", ("in_title", "第2回"));
        await sato.PressAsync(form, "準備を始める", ("in_title", "第2回"));

        var line = Assert.Single(
            await bot.Councils.OpenAsync(TestBot.Tenant, "tobu", default),
            c => c.Title == "第2回"
        );
        Council next = (await bot.Councils.FindAsync(TestBot.Tenant, CouncilId.Of("tobu", line.Name), default))!;
        Assert.Equal(held.Purpose, next.Purpose);
        Assert.Equal(held.TemplateCode, next.TemplateCode);
        Assert.Equal(held.Participants.Select(p => p.Label), next.Participants.Select(p => p.Label));
        Assert.All(next.Participants, p => Assert.Equal((null, Rsvp.Unknown, null), (p.InvitedAt, p.Rsvp, p.Attended)));
        Assert.Equal(held.When! with { Date = new(2027, 3, 12) }, next.When);
        Assert.All(next.Tasks, t => Assert.Null(t.Done));
    }

    [Theory]
    [InlineData("chubu.taiin1")]
    [InlineData("tobu.nosuch")]
    [InlineData("../tobu")]
    public async Task NextCouncil_OfSomethingElse_IsAnOrdinaryNewOne(string from)
    {
        Player sato = await bot.SatoAsync();

        Shown form = await sato.ActAsync("council/new", new() { ["from"] = from });

        Assert.DoesNotContain("続きです", form.Text, StringComparison.Ordinal);
        Assert.False(form.DataOf("準備を始める").ContainsKey("from"));
    }

    [Fact]
    public async Task Save_AfterItWasClosed_ChangesNothing()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "決まったことを書く");
        await council.ChangeAsync(c => c with { Status = CouncilStatus.Held });

        Shown told = await sato.PressAsync(form, "保存", ("in_decisions", "遅れた記録"));

        Assert.Empty((await council.NowAsync()).Minutes.Decisions);
        Assert.Contains("記録を直す", told.Buttons);
    }

    [Fact]
    public async Task Minutes_BeforeTheDay_CannotBeWrittenOrClosed()
    {
        bot.Clock.Now = new(2026, 12, 17, 8, 0, 0, TimeSpan.Zero);
        Player sato = await bot.SatoAsync();
        Assert.Contains("記録は、会議の日から書けます。", (await ListAsync(sato)).Text, StringComparison.Ordinal);

        foreach (string verb in (string[])["minutes/save", "minutes/review-save", "minutes/close-now"])
        {
            await sato.ActAsync(verb, SampleCouncil.Data(("in_decisions", "早い記録"), ("v", "x")));
        }

        Assert.Equal(1, (await council.NowAsync()).Revision);
    }

    private static Task<Shown> ListAsync(Player player) => player.ActAsync("minutes/list", SampleCouncil.Data());

    private Task<Council> AgreeAsync(string what, DateOnly due) =>
        council.ChangeAsync(c =>
            c with
            {
                Minutes = c.Minutes with
                {
                    Agreements =
                    [
                        new("g1", what, "p2", c.FindParticipant("p2")!.Label, due, bot.Clock.Now, Done: null),
                    ],
                },
            }
        );
}
