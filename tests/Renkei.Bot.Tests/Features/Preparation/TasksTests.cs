using Renkei.Bot.Councils;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Preparation;

public sealed class TasksTests : CouncilStage
{
    private const string Talks = "病院とケアマネジャーに、別々に困りごとを聞く";

    [Fact]
    public async Task List_SortsByDueDateAndSaysWhatIsLateInPlainWords()
    {
        Player sato = await bot.SatoAsync();

        Shown list = await ListAsync(sato);

        // 45 business days are asked for and 32 are there; 4 December is the present day.
        Assert.Contains(
            "ふだんは会議の45営業日前から準備します。今回は32営業日なので",
            list.Text,
            StringComparison.Ordinal
        );
        string[] lines = [.. list.Text.Split('\n')];
        int first = Array.IndexOf(lines, Talks);
        Assert.Equal("期限の11/9(月)を18営業日すぎています｜担当はまだいません", lines[first + 1]);
        Assert.True(first < Array.IndexOf(lines, "退院支援もれの調査をまとめる"));
        Assert.Contains("今日が期限です", list.Text, StringComparison.Ordinal);
        Assert.Contains("12/9(水)まで・あと3営業日", list.Text, StringComparison.Ordinal);
        Assert.Contains("1–8件目（全16件）", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhatIsDoneByItself_StandsLastAndSaysWhy()
    {
        Player sato = await bot.SatoAsync();

        Shown last = await sato.PressAsync(await ListAsync(sato), "続きの8件");

        string[] lines = [.. last.Text.Split('\n')];
        Assert.Contains("✓ 日程が決まっています", lines);
        Assert.Contains("✓ 目的が書いてあります", lines);
        Assert.DoesNotContain("済みを取り消す", last.Buttons);
    }

    [Fact]
    public async Task Done_PressedTwice_IsDoneOnceAndCanBeTakenBack()
    {
        Player sato = await bot.SatoAsync();
        Shown list = await ListAsync(sato);

        Shown done = await sato.PressAsync(list, "済み");
        DoneMark mark = (await TaskAsync("discharge-talks")).Done!;
        bot.Clock.Now += TimeSpan.FromMinutes(5);
        Shown again = await sato.PressAsync(list, "済み");

        Assert.Equal(sato.Ref, mark.By);
        Assert.Equal(mark, (await TaskAsync("discharge-talks")).Done);
        Assert.Equal(done.Text, again.Text);
        Assert.Contains($"「{Talks}」を済みにしました。", done.Text, StringComparison.Ordinal);
        Shown undone = await sato.PressAsync(again, "元に戻す");
        Assert.Contains("の済みを取り消しました。", undone.Text, StringComparison.Ordinal);
        Assert.Null((await TaskAsync("discharge-talks")).Done);
    }

    [Fact]
    public async Task Done_BySomebodyElseMeanwhile_KeepsWhoSaidItFirst()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown mine = await ListAsync(sato);
        await tanaka.PressAsync(await ListAsync(tanaka), "済み");

        await sato.PressAsync(mine, "済み");

        Assert.Equal(tanaka.Ref, (await TaskAsync("discharge-talks")).Done!.By);
    }

    [Fact]
    public async Task Done_CostsThreeReadsAndOneCommit()
    {
        Player sato = await bot.SatoAsync();
        Shown list = await ListAsync(sato);
        bot.Table.Reset();

        await sato.PressAsync(list, "済み");

        // The person, the council to see who may, and again to change it.
        Assert.Equal("3 finds, 0 queries, 1 commits", bot.Table.Counts);
    }

    [Fact]
    public async Task List_CostsTwoReads()
    {
        Player sato = await bot.SatoAsync();
        await ListAsync(sato);
        bot.Table.Reset();

        await ListAsync(sato, page: 1);

        Assert.Equal("2 finds, 0 queries, 0 commits", bot.Table.Counts);
    }

    [Fact]
    public async Task Add_PressedTwice_AddsOneWhereItsLeadBelongs()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "作業を足す");
        (string, string)[] filled = [("in_text", "名札を作る"), ("in_lead", "2"), ("in_owner", sato.Ref.ObjectId)];

        Shown added = await sato.PressAsync(form, "この作業を足す", filled);
        Shown again = await sato.PressAsync(form, "この作業を足す", filled);

        Assert.Equal(added.Text, again.Text);
        IReadOnlyList<PreparationTask> tasks = (await council.NowAsync()).Tasks;
        Assert.Equal(17, tasks.Count);
        PreparationTask task = tasks.Single(t => t.Text == "名札を作る");
        Assert.Equal((2, sato.Ref, sato.Ref), (task.Lead, task.Owner, task.AssignedBy));
        Assert.Equal("ready", tasks[^1].Id);
        Assert.Equal(task, tasks[^2]);
    }

    [Fact]
    public async Task Add_OldCardWithOtherContents_AsksInsteadOfAddingASecond()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "作業を足す");
        await sato.PressAsync(form, "この作業を足す", ("in_text", "名札を作る"));

        Shown asked = await sato.PressAsync(form, "この作業を足す", ("in_text", "名札と席札を作る"));

        Assert.Contains("この作業はもう足してあります", asked.Text, StringComparison.Ordinal);
        Assert.Equal("名札と席札を作る", asked.Inputs["in_text"]);
        await sato.PressAsync(asked, "保存");
        Assert.Contains((await council.NowAsync()).Tasks, t => t.Text == "名札と席札を作る");
        Assert.Equal(17, (await council.NowAsync()).Tasks.Count);
    }

    [Theory]
    [InlineData("in_text", "", "作業を80文字までで書いてください。")]
    [InlineData("in_text", "　 ", "作業を80文字までで書いてください。")]
    [InlineData("in_lead", "-1", "0から120までの数")]
    [InlineData("in_lead", "121", "0から120までの数")]
    [InlineData("in_lead", "三", "0から120までの数")]
    [InlineData("in_due", "2026-02-30", "日付が読み取れません")]
    [InlineData("in_due", "2026-12-03", "過ぎた日は選べません")]
    [InlineData("in_due", "9999-12-31", "日付が読み取れません")]
    [InlineData("in_owner", "00000000-0000-4000-a000-000000000006", "担当は、この保健所の方から")]
    public async Task Edit_SomethingWrong_GivesBackWhatWasTypedAndChangesNothing(
        string input,
        string value,
        string reason
    )
    {
        await bot.SuzukiAsync();
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "変える");
        (string, string)[] good = [("in_text", "病院を訪ねる"), ("in_lead", "30")];

        Shown again = await sato.PressAsync(form, "保存", [.. good, (input, value)]);

        Assert.Contains(reason, again.Text, StringComparison.Ordinal);
        foreach ((string id, string typed) in good.Where(g => g.Item1 != input))
        {
            Assert.Equal(typed, again.Inputs[id]);
        }
        Assert.Equal(1, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Edit_TooLong_IsRefusedAndGivenBack()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "変える");
        string text = new('長', 81);

        Shown again = await sato.PressAsync(form, "保存", ("in_text", text));

        Assert.Equal(text, again.Inputs["in_text"]);
        Assert.Equal(1, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Edit_PersonalData_IsAskedAboutAndRemoved()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "変える");

        Shown asked = await sato.PressAsync(form, "保存", ("in_text", "090-1234-5678 に電話"));
        Assert.Contains("電話番号のような数字", asked.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await council.NowAsync()).Revision);
        await sato.PressAsync(asked, "消して保存");

        Assert.Equal("（削除） に電話", (await TaskAsync("discharge-talks")).Text);
    }

    [Fact]
    public async Task Edit_SomebodyElseChangedTheSameTask_SaysWhoAndWhatAndSavesOnTheSecondPress()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown mine = await sato.PressAsync(await ListAsync(sato), "変える");
        await tanaka.PressAsync(mine, "保存", ("in_text", "病院に電話する"));

        Shown asked = await sato.PressAsync(mine, "保存", ("in_text", "病院を訪ねる"));

        Assert.Contains(
            "田中 浩さんが12/4(金) 09:00に先に変えています（いま：病院に電話する",
            asked.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("病院を訪ねる", asked.Inputs["in_text"]);
        Assert.Equal("病院に電話する", (await TaskAsync("discharge-talks")).Text);
        await sato.PressAsync(asked, "保存");
        Assert.Equal("病院を訪ねる", (await TaskAsync("discharge-talks")).Text);
    }

    [Fact]
    public async Task Edit_SomebodyElseChangedAnotherTask_SavesAtOnce()
    {
        Player sato = await bot.SatoAsync();
        Shown mine = await sato.PressAsync(await ListAsync(sato), "変える");
        await council.ChangeAsync(c => c with { Place = "会議室", Tasks = [.. c.Tasks.Where(t => t.Id != "room")] });

        Shown saved = await sato.PressAsync(mine, "保存", ("in_text", "病院を訪ねる"));

        Assert.Contains("保存しました。", saved.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("病院を訪ねる", "会議室"),
            ((await TaskAsync("discharge-talks")).Text, (await council.NowAsync()).Place)
        );
    }

    [Fact]
    public async Task Edit_InEnglishWithoutTouchingTheText_KeepsTheJapaneseThatIsStored()
    {
        Player sato = await bot.SatoAsync("en-GB");
        Shown form = await sato.PressAsync(await ListAsync(sato), "Change");
        Assert.Equal("Hear hospitals and care managers separately on what is difficult", form.Inputs["in_text"]);

        await sato.PressAsync(form, "Save", ("in_lead", "39"));

        PreparationTask task = await TaskAsync("discharge-talks");
        Assert.Equal((Talks, 39), (task.Text, task.Lead));
    }

    [Fact]
    public async Task Edit_FixedDay_StaysWhenTheMeetingMoves()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "変える");
        await sato.PressAsync(form, "保存", ("in_due", "2026-12-10"));

        await council.ChangeAsync(c =>
            c.MovedTo(new(new(2027, 1, 22), new(14, 0), 120), SampleCouncil.Kawakami, bot.Clock.Now)
        );

        Shown list = await ListAsync(sato);
        Assert.Contains("12/10(木)まで・あと4営業日", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_PressedTwice_CanStillBeTakenBack()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "変える");
        PreparationTask before = await TaskAsync("discharge-talks");

        await sato.PressAsync(form, "この作業を消す");
        Shown removed = await sato.PressAsync(form, "この作業を消す");
        Assert.DoesNotContain((await council.NowAsync()).Tasks, t => t.Id == "discharge-talks");
        Assert.Contains($"「{Talks}」を消しました。", removed.Text, StringComparison.Ordinal);
        await sato.PressAsync(removed, "元に戻す");
        await sato.PressAsync(removed, "元に戻す");

        Assert.Equal(before, await TaskAsync("discharge-talks"));
        Assert.Equal(16, (await council.NowAsync()).Tasks.Count);
    }

    [Fact]
    public async Task Share_AllWithoutAnOwner_GoesToOnePersonWhoIsNamed()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown share = await sato.PressAsync(await ListAsync(sato), "担当のいない14件を割り振る");
        Assert.Equal(["田中 浩", "佐藤 美咲"], share.Choices("in_owner").OrderByDescending(n => n == "田中 浩"));

        Shown given = await sato.PressAsync(share, "この人にお願いする", ("in_owner", tanaka.Ref.ObjectId));

        Assert.Contains(
            "14件を田中 浩さんの担当にしました。本人には Renkei からお知らせします。",
            given.Text,
            StringComparison.Ordinal
        );
        PreparationTask task = await TaskAsync("chair");
        Assert.Equal((tanaka.Ref, sato.Ref, bot.Clock.Now), (task.Owner, task.AssignedBy, task.AssignedAt));
        // What is done by itself is nobody's.
        Assert.Null((await TaskAsync("date")).Owner);
    }

    [Fact]
    public async Task Share_TakenBySomebodyElseMeanwhile_StaysWithThem()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown share = await sato.PressAsync(await ListAsync(sato), "担当のいない14件を割り振る");
        await council.ChangeAsync(c =>
            c with
            {
                Tasks = [.. c.Tasks.Select(t => t.Id == "chair" ? t with { Owner = SampleCouncil.Kawakami } : t)],
            }
        );

        Shown given = await sato.PressAsync(share, "この人にお願いする", ("in_owner", tanaka.Ref.ObjectId));

        Assert.Contains("13件を田中 浩さんの担当にしました。", given.Text, StringComparison.Ordinal);
        Assert.Contains("1件は、ほかの方が先に決めたか済ませていたので", given.Text, StringComparison.Ordinal);
        Assert.Equal(SampleCouncil.Kawakami, (await TaskAsync("chair")).Owner);
    }

    [Fact]
    public async Task Share_PressedTwice_NamesTheSameTimeOfGiving()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown share = await sato.PressAsync(await ListAsync(sato), "担当のいない14件を割り振る");
        (string, string) to = ("in_owner", tanaka.Ref.ObjectId);
        await sato.PressAsync(share, "この人にお願いする", to);
        int revision = (await council.NowAsync()).Revision;
        bot.Clock.Now += TimeSpan.FromMinutes(1);

        await sato.PressAsync(share, "この人にお願いする", to);

        Assert.Equal(revision, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Share_NobodyOrNothingChosen_AsksAgain()
    {
        Player sato = await bot.SatoAsync();
        Shown share = await sato.PressAsync(await ListAsync(sato), "担当のいない14件を割り振る");

        Shown noOwner = await sato.PressAsync(share, "この人にお願いする");
        Shown noTask = await sato.PressAsync(
            share,
            "この人にお願いする",
            ("in_owner", sato.Ref.ObjectId),
            ("in_tasks", "")
        );

        Assert.Contains("担当は、この保健所の方から", noOwner.Text, StringComparison.Ordinal);
        Assert.Contains("作業を一つ以上選んでください。", noTask.Text, StringComparison.Ordinal);
        Assert.Equal(sato.Ref.ObjectId, noTask.Inputs["in_owner"]);
        Assert.Equal(1, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Mine_OverAllCouncilsOfTheCentre_NearestFirstWithOneRange()
    {
        Player tanaka = await bot.TanakaAsync();
        await GiveAsync(tanaka.Ref, "chair", "send-papers");
        Council other = (await council.NowAsync()) with
        {
            Id = CouncilId.Of("tobu", "other"),
            Title = "別の会議",
            When = new(new(2026, 12, 11), new(14, 0), 60),
            Tasks =
            [
                new("a1", "弁当を頼む", 0, Owner: tanaka.Ref),
                new("a2", "人の作業", 0, Owner: SampleCouncil.Kawakami),
            ],
        };
        await bot.Councils.AddAsync(TestBot.Tenant, other, default);
        bot.Table.Reset();

        Shown mine = await tanaka.SayAsync("やること");

        Assert.Equal("1 finds, 1 queries, 0 commits", bot.Table.Counts);
        string[] lines = mine.Text.Split('\n');
        int lunch = Array.IndexOf(lines, "弁当を頼む");
        Assert.Equal("12/11(金)まで・あと5営業日｜別の会議", lines[lunch + 1]);
        Assert.True(lunch < Array.IndexOf(lines, "座長と議事の運びを打ち合わせる"));
        Assert.DoesNotContain("人の作業", mine.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mine_Done_LeavesTheListAndComesBackWithUndo()
    {
        Player tanaka = await bot.TanakaAsync();
        await GiveAsync(tanaka.Ref, "chair");

        Shown done = await tanaka.PressAsync(await tanaka.SayAsync("自分の作業"), "済み");
        Assert.Contains("いま引き受けている作業はありません", done.Text, StringComparison.Ordinal);
        Shown undone = await tanaka.PressAsync(done, "元に戻す");

        Assert.Contains(
            "座長と議事の運びを打ち合わせる",
            undone.Buttons.Count > 0 ? undone.Text : "",
            StringComparison.Ordinal
        );
        Assert.Null((await TaskAsync("chair")).Done);
    }

    [Fact]
    public async Task Mine_OfMunicipalStaff_SaysWhoseTasksTheseAre()
    {
        Player kobayashi = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");

        Shown told = await kobayashi.SayAsync("自分の作業");

        Assert.Contains("保健所の保健師と調整役の方が受け持ちます", told.Text, StringComparison.Ordinal);
    }

    private static Task<Shown> ListAsync(Player player, int page = 0) =>
        player.ActAsync("tasks/list", SampleCouncil.Data(("p", page)));

    private async Task<PreparationTask> TaskAsync(string id) =>
        (await council.NowAsync()).Tasks.Single(t => t.Id == id);

    private Task<Council> GiveAsync(PersonRef owner, params string[] tasks) =>
        council.ChangeAsync(c =>
            c with
            {
                Tasks = [.. c.Tasks.Select(t => tasks.Contains(t.Id) ? t with { Owner = owner } : t)],
            }
        );
}
