using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Features;

public sealed class ReminderTests
{
    private static readonly DateTimeOffset Set = TokyoTime.Instant(new(2026, 11, 2), new(10, 0));

    [Fact]
    public async Task Task_FallsDue_ArrivesAndIsDoneByOnePress()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();

        Shown card = await stage.OneForAsync(stage.Sato, 12, 8, 9, 0);

        Assert.Contains("今日が期限です：図を作る", card.Text, StringComparison.Ordinal);
        Assert.Contains("東部圏域 協議の場｜2026年12月18日(金) 14:00–16:00", card.Text, StringComparison.Ordinal);
        Assert.Equal(["済みました", "明日もう一度", "担当を替える", "会議を開く", "本庁に相談"], card.Buttons);

        Shown done = await stage.Sato.PressAsync(card, "済みました");

        Assert.Contains("済み：図を作る", done.Text, StringComparison.Ordinal);
        Assert.Equal(stage.Sato.Ref, (await stage.CouncilAsync()).Tasks[0].Done!.By);
        Assert.Equal("Answered done", (await stage.LedgerAsync(stage.Sato))["td.data.20261208.a0"]);
        // Nothing more is sent about it.
        Assert.Empty(await stage.NewForAsync(stage.Sato, 12, 9, 9, 0));
        await stage.Bot.GoToAsync(2026, 12, 10, 9, 0);
        Assert.DoesNotContain("to.data.20261208.a2", await stage.LedgerAsync(stage.Kawakami));
    }

    [Fact]
    public async Task Done_PressedTwiceAndBySomebodyElse_KeepsWhoWasFirst()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown card = await stage.OneForAsync(stage.Sato, 12, 8, 9, 0);
        await stage.Sato.PressAsync(card, "済みました");
        int revision = (await stage.CouncilAsync()).Revision;
        stage.Bot.Clock.Now += TimeSpan.FromHours(1);

        Shown again = await stage.Sato.PressAsync(card, "済みました");
        await stage.Kawakami.PressAsync(card, "済みました");

        Assert.Contains("12/8(火) 09:00に佐藤 美咲さんが済みにしました。", again.Text, StringComparison.Ordinal);
        Council council = await stage.CouncilAsync();
        Assert.Equal((revision, stage.Sato.Ref), (council.Revision, council.Tasks[0].Done!.By));
    }

    [Fact]
    public async Task Undo_AfterDone_BringsTheTaskAndItsRemindersBack()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown card = await stage.OneForAsync(stage.Sato, 12, 8, 9, 0);
        Shown done = await stage.Sato.PressAsync(card, "済みました");

        Shown undone = await stage.Sato.PressAsync(done, "元に戻す");

        Assert.Contains("元に戻しました。", undone.Text, StringComparison.Ordinal);
        Assert.Contains("済みました", undone.Buttons);
        Assert.Null((await stage.CouncilAsync()).Tasks[0].Done);
        Shown next = await stage.OneForAsync(stage.Sato, 12, 9, 9, 0);
        Assert.Contains("期限を1営業日過ぎています：図を作る", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_InTheListOfTheSummary_SaysWhichAndCanBeTakenBack()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        await stage.Bot.GoToAsync(2026, 12, 4, 9, 0);
        Shown summary = stage.Kawakami.Received.Single(c =>
            c.Text.StartsWith("あと10営業日", StringComparison.Ordinal)
        );

        Shown done = await stage.Kawakami.PressAsync(summary, "済み");

        Assert.Contains("「図を作る」を済みにしました。", done.Text, StringComparison.Ordinal);
        Assert.NotNull((await stage.CouncilAsync()).Tasks[0].Done);
        Shown undone = await stage.Kawakami.PressAsync(done, "元に戻す");
        Assert.Contains("元に戻しました。", undone.Text, StringComparison.Ordinal);
        Assert.Contains("済み", undone.Buttons);
        Assert.Null((await stage.CouncilAsync()).Tasks[0].Done);
    }

    [Fact]
    public async Task Take_OnTheDayItIsDue_PromisesNoReminderBeforeIt()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(
            (council, _) => council with { Tasks = [new("data", "図を作る", 8)] }
        );
        await stage.Bot.GoToAsync(2026, 12, 8, 9, 0);
        Shown unowned = stage.Kawakami.Received.Last(c => c.Buttons.Contains("自分が担当する"));

        Shown taken = await stage.Kawakami.PressAsync(unowned, "自分が担当する");

        Assert.Contains("今日が期限です：図を作る", taken.Text, StringComparison.Ordinal);
        Assert.Contains("あなたの担当にしました。", taken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("期限の前に", taken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_StoreWritesAndFallsSilent_SecondPressIsTheSame()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown card = await stage.OneForAsync(stage.Sato, 12, 8, 9, 0);
        int revision = (await stage.CouncilAsync()).Revision;
        stage.Bot.Table.NextCommits.Enqueue(Trouble.AfterWriting);

        Shown refused = await stage.Sato.PressAsync(card, "済みました");
        Shown done = await stage.Sato.PressAsync(card, "済みました");

        Assert.Equal(500, refused.Status);
        Assert.Contains("済み：図を作る", done.Text, StringComparison.Ordinal);
        Assert.Equal(revision + 1, (await stage.CouncilAsync()).Revision);
        Assert.Equal("Answered done", (await stage.LedgerAsync(stage.Sato))["td.data.20261208.a0"]);
    }

    [Fact]
    public async Task Later_OnAFriday_ComesAgainOnMonday()
    {
        // Due on Friday 11 December.
        await using ReminderStage stage = await ReminderStage.SetAsync(
            (council, stage) =>
                council with
                {
                    Tasks = [new("data", "図を作る", 5, null, stage.Sato.Ref, Set, stage.Sato.Ref)],
                }
        );
        Shown card = await stage.OneForAsync(stage.Sato, 12, 11, 9, 0);

        Shown later = await stage.Sato.PressAsync(card, "明日もう一度");
        Shown twice = await stage.Sato.PressAsync(card, "明日もう一度");

        Assert.Contains("12/14(月) 09:00にもう一度お知らせします。", later.Text, StringComparison.Ordinal);
        Assert.Equal(later.Text, twice.Text);
        Assert.Equal("Postponed", (await stage.LedgerAsync(stage.Sato))["td.data.20261211.a0"]);
        Assert.Empty(await stage.NewForAsync(stage.Sato, 12, 14, 8, 59));
        // The reminder of the day after the due date falls on the same morning and says all: one card, not two.
        Shown again = await stage.OneForAsync(stage.Sato, 12, 14, 9, 0);
        Assert.Contains("期限を1営業日過ぎています：図を作る", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_WhenTheCouncilWouldBeOver_SaysSo()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        await stage.Bot.GoToAsync(2026, 12, 17, 9, 0);
        Shown card = await stage.OneForAsync(stage.Kawakami, 12, 18, 9, 0);
        Assert.DoesNotContain("明日もう一度", card.Buttons);

        Shown told = await stage.Kawakami.ActAsync(
            "reminder/later",
            card.DataOf("通知の記録").With("k", stage.KeyOf("ah.c.20261218.a0", stage.Kawakami))
        );

        Assert.Contains("次の営業日には会議が終わっている", told.Text, StringComparison.Ordinal);
        Assert.Equal("Seen", (await stage.LedgerAsync(stage.Kawakami))["ah.c.20261218.a0"]);
    }

    [Fact]
    public async Task Hand_ToSomebody_TellsThemAndTakesItFromTheFirst()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown card = await stage.OneForAsync(stage.Sato, 12, 8, 9, 0);
        Shown ask = await stage.Sato.PressAsync(card, "担当を替える");
        Assert.Equal(["川上 由美", "田中 浩"], ask.Choices("in_to"));

        Shown handed = await stage.Sato.PressAsync(ask, "この方に頼む", ("in_to", stage.Tanaka.Ref.ObjectId));

        Assert.Contains("田中 浩さんに頼みました。", handed.Text, StringComparison.Ordinal);
        await stage.Bot.SendDueAsync();
        Shown told = Assert.Single(stage.Tanaka.Received);
        Assert.Contains("担当になりました：図を作る", told.Text, StringComparison.Ordinal);
        Assert.Contains("12/8(火) 09:00に佐藤 美咲さんから頼まれました。", told.Text, StringComparison.Ordinal);
        Shown old = await stage.Sato.PressAsync(card, "済みました");
        // A nurse of the centre may still finish it for a colleague.
        Assert.Contains("済みにしました。", old.Text, StringComparison.Ordinal);
        Assert.Equal("Answered done", (await stage.LedgerAsync(stage.Sato))["td.data.20261208.a0"]);
    }

    [Fact]
    public async Task Hand_PressedTwice_IsOneHandOver()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown ask = await stage.Sato.PressAsync(await stage.OneForAsync(stage.Sato, 12, 8, 9, 0), "担当を替える");
        await stage.Sato.PressAsync(ask, "この方に頼む", ("in_to", stage.Tanaka.Ref.ObjectId));
        int revision = (await stage.CouncilAsync()).Revision;
        stage.Bot.Clock.Now += TimeSpan.FromMinutes(1);

        await stage.Sato.PressAsync(ask, "この方に頼む", ("in_to", stage.Tanaka.Ref.ObjectId));

        Assert.Equal(revision, (await stage.CouncilAsync()).Revision);
        await stage.Bot.SendDueAsync();
        Assert.Single(stage.Tanaka.Received);
    }

    [Fact]
    public async Task Hand_SomebodyElseWasQuicker_IsAskedAgain()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown card = await stage.OneForAsync(stage.Sato, 12, 8, 9, 0);
        Shown mine = await stage.Sato.PressAsync(card, "担当を替える");
        await stage.ChangeAsync(
            stage.Kawakami,
            council =>
                council with
                {
                    Tasks = [council.Tasks[0] with { Owner = stage.Kawakami.Ref, AssignedAt = Set.AddDays(30) }],
                }
        );

        Shown asked = await stage.Sato.PressAsync(mine, "この方に頼む", ("in_to", stage.Tanaka.Ref.ObjectId));

        Assert.Contains("いまは川上 由美さんの担当です。", asked.Text, StringComparison.Ordinal);
        Assert.Equal(stage.Tanaka.Ref.ObjectId, asked.Inputs["in_to"]);
        Assert.Equal(stage.Kawakami.Ref, (await stage.CouncilAsync()).Tasks[0].Owner);
        Shown handed = await stage.Sato.PressAsync(asked, "この方に頼む");
        Assert.Contains("田中 浩さんに頼みました。", handed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hand_NobodyChosen_GivesTheQuestionBack()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown ask = await stage.Sato.PressAsync(await stage.OneForAsync(stage.Sato, 12, 8, 9, 0), "担当を替える");

        Shown again = await stage.Sato.PressAsync(
            ask,
            "この方に頼む",
            ("in_to", "00000000-0000-4000-a000-000000000010")
        );

        Assert.Contains("頼む方を選んでください。", again.Text, StringComparison.Ordinal);
        Assert.Equal(stage.Sato.Ref, (await stage.CouncilAsync()).Tasks[0].Owner);
    }

    [Fact]
    public async Task WithoutOwner_IsTakenByOnePress()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(
            (council, _) => council with { Tasks = [new("data", "図を作る", 8)] }
        );
        await stage.Bot.GoToAsync(2026, 12, 4, 9, 0);
        Shown card = await stage.OneForAsync(stage.Kawakami, 12, 8, 9, 0);
        Assert.Contains("担当が決まっていません：図を作る", card.Text, StringComparison.Ordinal);

        Shown taken = await stage.Kawakami.PressAsync(card, "自分が担当する");

        Assert.Contains("あなたの担当にしました。", taken.Text, StringComparison.Ordinal);
        Assert.Equal(stage.Kawakami.Ref, (await stage.CouncilAsync()).Tasks[0].Owner);
    }

    [Fact]
    public async Task Overdue_RisesToTheCoordinatorThenToTheLead()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown lead = await stage.Kawakami.SayAsync("責任者を決める");
        await stage.Kawakami.PressAsync(lead, "保存", ("in_lead", stage.Tanaka.Ref.ObjectId));

        await stage.Bot.GoToAsync(2026, 12, 4, 9, 0);
        Shown coordinator = await stage.OneForAsync(stage.Kawakami, 12, 10, 9, 0);
        Assert.Empty(await stage.NewForAsync(stage.Tanaka, 12, 11, 9, 0));
        Shown responsible = await stage.OneForAsync(stage.Tanaka, 12, 14, 9, 0);

        Assert.Contains("期限を2営業日過ぎています：図を作る", coordinator.Text, StringComparison.Ordinal);
        Assert.Contains("佐藤 美咲さん", coordinator.Text, StringComparison.Ordinal);
        Assert.Contains("期限を4営業日過ぎています：図を作る", responsible.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_NamesWhatIsOpenAndWhoComes()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(
            (council, stage) =>
                council with
                {
                    Participants =
                    [
                        stage.Guest("p1", "あおば市", stage.Kobayashi.Ref.ObjectId) with
                        {
                            Rsvp = Rsvp.Yes,
                        },
                        stage.Guest("p2", "東部医師会", null),
                        stage.Guest("p3", "市立病院", null) with
                        {
                            Rsvp = Rsvp.No,
                        },
                    ],
                    Sheet = new(["困っていること"], new(2026, 12, 11), ["p1", "p2"], Set),
                    SheetAnsweredBy = ["p1"],
                }
        );

        Shown card = await stage.OneForAsync(stage.Kawakami, 12, 4, 9, 0);

        Assert.Contains("あと10営業日：東部圏域 協議の場", card.Text, StringComparison.Ordinal);
        Assert.Contains("残っている作業 1", card.Text, StringComparison.Ordinal);
        Assert.Contains("図を作る\n佐藤 美咲さん｜12/8(火)まで", card.Text, StringComparison.Ordinal);
        Assert.Contains("出席 1・欠席 1・未定 0・返事なし 1", card.Text, StringComparison.Ordinal);
        Assert.Contains("1/2 届きました。まだ：東部医師会", card.Text, StringComparison.Ordinal);
        Shown done = await stage.Kawakami.PressAsync(card, "済み");
        Assert.Contains("残っている作業はありません。", done.Text, StringComparison.Ordinal);
        Assert.Equal("Answered done", (await stage.LedgerAsync(stage.Kawakami))["ah.c.20261218.b10"]);
    }

    [Fact]
    public async Task Summary_HandedOnFromThere_AsksForTheTaskToo()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown card = await stage.OneForAsync(stage.Kawakami, 12, 4, 9, 0);

        Shown ask = await stage.Kawakami.PressAsync(card, "担当を替える");
        Shown missing = await stage.Kawakami.PressAsync(ask, "この方に頼む", ("in_to", stage.Tanaka.Ref.ObjectId));
        Shown handed = await stage.Kawakami.PressAsync(missing, "この方に頼む", ("in_task", "data"));

        Assert.Equal(["12/8(火) 図を作る｜佐藤 美咲"], ask.Choices("in_task"));
        Assert.Equal(stage.Tanaka.Ref.ObjectId, missing.Inputs["in_to"]);
        Assert.Contains("田中 浩さんに頼みました。", handed.Text, StringComparison.Ordinal);
        Assert.Equal(stage.Tanaka.Ref, (await stage.CouncilAsync()).Tasks[0].Owner);
    }

    [Fact]
    public async Task Moved_TellsThoseConcernedOnceWithBothTimes_AndOldCardsKnow()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(WithGuest);
        Shown before = await stage.OneForAsync(stage.Kawakami, 12, 4, 9, 0);
        await stage.Bot.SendDueAsync();
        int sato = stage.Sato.Received.Count;
        int kobayashi = stage.Kobayashi.Received.Count;
        stage.Bot.Clock.Now = TokyoTime.Instant(new(2026, 12, 4), new(11, 0));
        await stage.ChangeAsync(
            stage.Kawakami,
            council =>
                council.MovedTo(
                    new(new(2026, 12, 25), new(10, 0), 120),
                    stage.Kawakami.Ref,
                    stage.Bot.Clock.Now,
                    "会場の都合"
                )
        );

        await stage.Bot.SendDueAsync();
        await stage.Bot.SendDueAsync();

        Shown told = Assert.Single(stage.Kobayashi.Received.Skip(kobayashi));
        Assert.Contains("日程が変わりました：東部圏域 協議の場", told.Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月18日(金) 14:00–16:00", told.Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月25日(金) 10:00–12:00", told.Text, StringComparison.Ordinal);
        Assert.Contains("会場の都合", told.Text, StringComparison.Ordinal);
        Assert.Equal(["出席", "未定", "欠席"], told.Buttons);
        Shown owner = Assert.Single(stage.Sato.Received.Skip(sato));
        Assert.Contains("あなたの作業の新しい期限", owner.Text, StringComparison.Ordinal);
        // Whoever moved it knows.
        Assert.Single(stage.Kawakami.Received);
        Shown old = await stage.Kawakami.PressAsync(before, "明日もう一度");
        Assert.Contains("この会議は2026年12月25日(金) 10:00–12:00に変わりました。", old.Text, StringComparison.Ordinal);
        Shown answered = await stage.Kobayashi.PressAsync(told, "出席");
        Assert.Contains("「出席」とうかがっています。", answered.Text, StringComparison.Ordinal);
        Assert.Equal(Rsvp.Yes, (await stage.CouncilAsync()).Participants[0].Rsvp);
        // The old plan is gone: nothing on the mornings of the old date, but on those of the new one.
        Assert.Empty(await stage.NewForAsync(stage.Kawakami, 12, 8, 9, 0));
        Shown ten = await stage.OneForAsync(stage.Kawakami, 12, 11, 9, 0);
        Assert.Contains("あと10営業日", ten.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_IsToldOnceAndNothingFollows()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(WithGuest);
        Shown card = await stage.OneForAsync(stage.Kawakami, 12, 4, 9, 0);
        await stage.Bot.SendDueAsync();
        int kobayashi = stage.Kobayashi.Received.Count;
        await stage.ChangeAsync(stage.Kawakami, council => council.Cancelled(stage.Kawakami.Ref, stage.Bot.Clock.Now));

        await stage.Bot.SendDueAsync();

        Shown told = Assert.Single(stage.Kobayashi.Received.Skip(kobayashi));
        Assert.Contains("中止になりました：東部圏域 協議の場", told.Text, StringComparison.Ordinal);
        foreach (int day in (int[])[8, 9, 10, 11, 14, 17, 18])
        {
            Assert.Empty(await stage.NewForAsync(stage.Kawakami, 12, day, 9, 0));
        }
        Shown old = await stage.Kawakami.PressAsync(card, "明日もう一度");
        Assert.Contains("この会議は中止になりました。", old.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_Answered_IsKeptWithItsNoteAndCountsOnce()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(WithGuest);
        await stage.Bot.SendDueAsync();
        Shown card = Assert.Single(stage.Kobayashi.Received);
        Assert.Contains("会議のご案内：東部圏域 協議の場", card.Text, StringComparison.Ordinal);
        Assert.Contains("退院のときの連絡の決まりをつくる", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("会議を開く", card.Buttons);

        Shown maybe = await stage.Kobayashi.PressAsync(card, "未定", ("in_note", "出張の予定しだいです"));
        int revision = (await stage.CouncilAsync()).Revision;
        await stage.Kobayashi.PressAsync(card, "未定", ("in_note", "出張の予定しだいです"));

        Assert.Contains("「未定」とうかがっています。", maybe.Text, StringComparison.Ordinal);
        Assert.Equal("出張の予定しだいです", maybe.Inputs["in_note"]);
        Council council = await stage.CouncilAsync();
        Assert.Equal(revision, council.Revision);
        Assert.Equal(
            (Rsvp.Maybe, "出張の予定しだいです", stage.Kobayashi.Ref),
            (council.Participants[0].Rsvp, council.Participants[0].RsvpNote, council.Participants[0].RsvpBy)
        );
        Assert.Equal("Answered maybe", (await stage.LedgerAsync(stage.Kobayashi)).Single().Value);
        Shown yes = await stage.Kobayashi.PressAsync(maybe, "出席", ("in_note", ""));
        Assert.Contains("お待ちしています。", yes.Text, StringComparison.Ordinal);
        Assert.Null((await stage.CouncilAsync()).Participants[0].RsvpNote);
        Assert.Empty(await stage.NewForAsync(stage.Kobayashi, 12, 11, 9, 0));
    }

    [Theory]
    [InlineData("消して保存", "お電話は （削除） です")]
    [InlineData("個人情報ではない", "お電話は 090-1234-5678 です")]
    public async Task Invitation_NoteWithANumber_IsAskedAboutAndTheAnswerCounts(string button, string kept)
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(WithGuest);
        await stage.Bot.SendDueAsync();
        Shown asked = await stage.Kobayashi.PressAsync(
            stage.Kobayashi.Received[0],
            "未定",
            ("in_note", "お電話は 090-1234-5678 です")
        );
        Assert.Equal(["消して保存", "個人情報ではない"], asked.Buttons);

        Shown answered = await stage.Kobayashi.PressAsync(asked, button);

        Assert.Contains("「未定」とうかがっています。", answered.Text, StringComparison.Ordinal);
        Participant guest = (await stage.CouncilAsync()).Participants[0];
        Assert.Equal((Rsvp.Maybe, kept), (guest.Rsvp, guest.RsvpNote));
    }

    [Theory]
    [InlineData("お電話は 090-1234-5678 です", "電話番号のような数字")]
    [InlineData(
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901",
        "100文字まで"
    )]
    public async Task Invitation_NoteThatCannotBeKept_ComesBackFilledIn(string note, string reason)
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(WithGuest);
        await stage.Bot.SendDueAsync();

        Shown again = await stage.Kobayashi.PressAsync(stage.Kobayashi.Received[0], "出席", ("in_note", note));

        Assert.Contains(reason, again.Text, StringComparison.Ordinal);
        Assert.Equal(note, again.Inputs["in_note"]);
        Assert.Equal(Rsvp.Unknown, (await stage.CouncilAsync()).Participants[0].Rsvp);
    }

    [Fact]
    public async Task Invitation_NotAnswered_IsAskedOnceMore()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(WithGuest);
        await stage.Bot.SendDueAsync();

        Shown again = await stage.OneForAsync(stage.Kobayashi, 12, 11, 9, 0);

        Assert.Contains("出欠をお知らせください：東部圏域 協議の場", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_TakenOffTheList_NeedsNothingAnyMore()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(WithGuest);
        await stage.Bot.SendDueAsync();
        Shown card = stage.Kobayashi.Received[0];
        await stage.ChangeAsync(stage.Kawakami, council => council with { Participants = [] });

        Shown told = await stage.Kobayashi.PressAsync(card, "出席");

        Assert.Contains(
            "この通知は、会議を準備している方と、宛先の方が見られます。",
            told.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("退院のときの連絡", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_NotAnswered_IsAskedForUntilItArrives()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(
            (council, stage) =>
                WithGuest(council, stage) with
                {
                    Sheet = new(["困っていること"], new(2026, 12, 11), ["p1"], Set),
                }
        );
        await stage.Bot.SendDueAsync();
        Shown asked = stage.Kobayashi.Received.Single(r =>
            r.Text.Contains("事前シートのお願い", StringComparison.Ordinal)
        );
        Assert.Equal("p1", asked.DataOf("シートを開く")["p"]!.GetValue<string>());

        Shown again = await stage.OneForAsync(stage.Kobayashi, 12, 8, 9, 0);
        await stage.Bot.Councils.SaveAnswerAsync(
            TestBot.Tenant,
            stage.Id,
            "p1",
            ["退院の連絡が前日になる"],
            stage.Kobayashi.Ref,
            0,
            CancellationToken.None
        );

        Assert.Contains("事前シートをお待ちしています", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            await stage.NewForAsync(stage.Kobayashi, 12, 11, 9, 0),
            r => r.Text.Contains("事前シート", StringComparison.Ordinal)
        );
        Shown seen = await stage.Kobayashi.ActAsync("reminder/show", again.RefreshData);
        Assert.Contains("シートは届いています。ありがとうございます。", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_FallsDue_IsKeptByWhoeverAgreed()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(
            (council, stage) =>
                WithGuest(council, stage) with
                {
                    Status = CouncilStatus.Held,
                    When = new(new(2026, 12, 3), new(14, 0), 120),
                    Minutes = Minutes.Empty with
                    {
                        Agreements = [new("a1", "窓口を一本にする", "p1", "あおば市", new(2026, 12, 15), Set, null)],
                    },
                }
        );

        Shown due = await stage.OneForAsync(stage.Kobayashi, 12, 15, 9, 0);
        Shown done = await stage.Kobayashi.PressAsync(due, "済みました");

        Assert.Contains("今日が期限です：窓口を一本にする", due.Text, StringComparison.Ordinal);
        Assert.Contains("済み：窓口を一本にする", done.Text, StringComparison.Ordinal);
        Assert.Equal(stage.Kobayashi.Ref, (await stage.CouncilAsync()).Minutes.Agreements[0].Done!.By);
        Assert.Empty(await stage.NewForAsync(stage.Kawakami, 12, 17, 9, 0));
    }

    [Fact]
    public async Task Minutes_Shared_ReachThoseWhoTookPart()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(
            (council, stage) =>
                WithGuest(council, stage) with
                {
                    Status = CouncilStatus.Held,
                    Minutes = Minutes.Empty with
                    {
                        Decisions = ["退院の3日前に連絡する"],
                        Agreements = [new("a1", "窓口を一本にする", "p1", "あおば市", new(2026, 12, 15), Set, null)],
                        NextDate = new(2027, 3, 5),
                        SharedAt = Set,
                    },
                }
        );

        await stage.Bot.SendDueAsync();

        Shown minutes = Assert.Single(stage.Kobayashi.Received);
        Assert.Contains("・退院の3日前に連絡する", minutes.Text, StringComparison.Ordinal);
        Assert.Contains("窓口を一本にする｜12/15(火)まで", minutes.Text, StringComparison.Ordinal);
        Assert.Contains("2027年3月5日(金)", minutes.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreachable_Participant_IsToldToTheCoordinatorOnce()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(WithGuest);
        stage.Bot.Teams.Unreachable.Add(stage.Kobayashi.Chat);
        await stage.Bot.SendDueAsync();
        Assert.Equal("Failed", (await stage.LedgerAsync(stage.Kobayashi)).Single().Value);

        Shown told = await stage.OneForAsync(stage.Kawakami, 12, 4, 8, 6);

        Assert.Contains("届かなかった方が1人います：東部圏域 協議の場", told.Text, StringComparison.Ordinal);
        Assert.Contains("あおば市\nRenkei をブロックしています", told.Text, StringComparison.Ordinal);
        Assert.Contains("電話などで伝えてください。", told.Text, StringComparison.Ordinal);
        // Once: what fails later for the same person is no news.
        await stage.Bot.GoToAsync(2026, 12, 11, 9, 30);
        Assert.Single(stage.Kawakami.Received, r => r.Text.Contains("届かなかった方", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refresh_OfTheReadersOwnCard_MeansSeen()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown card = await stage.OneForAsync(stage.Sato, 12, 8, 9, 0);
        Assert.Equal("Sent", (await stage.LedgerAsync(stage.Sato))["td.data.20261208.a0"]);

        await stage.Kawakami.ActAsync("reminder/show", card.RefreshData);
        Assert.Equal("Sent", (await stage.LedgerAsync(stage.Sato))["td.data.20261208.a0"]);
        await stage.Sato.ActAsync("reminder/show", card.RefreshData);

        Assert.Equal("Seen", (await stage.LedgerAsync(stage.Sato))["td.data.20261208.a0"]);
    }

    [Theory]
    [InlineData("reminder/show")]
    [InlineData("reminder/done")]
    [InlineData("reminder/undo")]
    [InlineData("reminder/later")]
    [InlineData("reminder/hand")]
    [InlineData("reminder/handto")]
    [InlineData("reminder/take")]
    [InlineData("reminder/rsvp")]
    public async Task AnyButton_ByAStranger_TellsNothingAndChangesNothing(string verb)
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(WithGuest);
        Player suzuki = await stage.Bot.SuzukiAsync();
        await stage.Bot.GoToAsync(2026, 12, 8, 9, 0);
        Council before = await stage.CouncilAsync();
        var ledger = await stage.LedgerAsync(stage.Sato);

        foreach (
            string key in (string[])
                [
                    stage.KeyOf("td.data.20261208.a0", stage.Sato),
                    stage.KeyOf("td.data.20261208.a0", suzuki),
                    stage.KeyOf("ah.c.20261218.b10", suzuki),
                    stage.KeyOf("in.p1.20261102010000000.a0", suzuki),
                    stage.KeyOf("sh.p1.20261102010000000.a0", suzuki),
                    stage.KeyOf("mv.c.20261102010000000.a0", suzuki),
                    stage.KeyOf("gd.a1.20261215.a0", suzuki),
                    stage.KeyOf("un.c.20261102010000000.a0", suzuki),
                    "nonsense",
                ]
        )
        {
            Shown told = await suzuki.ActAsync(
                verb,
                new()
                {
                    ["c"] = stage.Id.ToString(),
                    ["k"] = key,
                    ["t"] = "data",
                    ["in_to"] = suzuki.Ref.ObjectId,
                    ["a"] = "yes",
                    ["w"] = stage.Sato.Ref.ObjectId,
                }
            );
            Assert.DoesNotContain("図を作る", told.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("協議の場", told.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before.Revision, (await stage.CouncilAsync()).Revision);
        Assert.Equal(ledger, await stage.LedgerAsync(stage.Sato));
    }

    [Fact]
    public async Task Guest_PressingATasksButton_ChangesNothing()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(WithGuest);
        await stage.Bot.SendDueAsync();
        JsonObject mine = stage.Kobayashi.Received[0].DataOf("出席").DeepClone().AsObject();
        int revision = (await stage.CouncilAsync()).Revision;

        await stage.Kobayashi.ActAsync("reminder/done", mine.With("t", "data"));
        await stage.Kobayashi.ActAsync("reminder/take", mine.With("t", "data"));
        await stage.Kobayashi.ActAsync(
            "reminder/handto",
            mine.With("t", "data").With("in_to", stage.Kobayashi.Ref.ObjectId)
        );

        Council council = await stage.CouncilAsync();
        Assert.Equal((revision, stage.Sato.Ref), (council.Revision, council.Tasks[0].Owner));
    }

    [Fact]
    public async Task AfterAnOutage_OnlyTheNewestOfASeriesIsSent()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();

        Shown only = await stage.OneForAsync(stage.Sato, 12, 9, 15, 0);

        Assert.Contains("期限を1営業日過ぎています：図を作る", only.Text, StringComparison.Ordinal);
        IReadOnlyDictionary<string, string> ledger = await stage.LedgerAsync(stage.Sato);
        Assert.Equal(
            ("Skipped", "Skipped", "Sent"),
            (ledger["td.data.20261208.b3"], ledger["td.data.20261208.a0"], ledger["td.data.20261208.a1"])
        );
    }

    [Fact]
    public async Task AfterALongOutage_WhatHasLostItsUseIsNotSent()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();

        await stage.Bot.GoToAsync(2026, 12, 18, 16, 0);

        Assert.Empty(stage.Sato.Received);
        Assert.Empty(stage.Kawakami.Received);
    }

    [Fact]
    public async Task Done_Costs_TwoCommitsAndNoRange()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown card = await stage.OneForAsync(stage.Sato, 12, 8, 9, 0);
        stage.Bot.Table.Reset();

        await stage.Sato.PressAsync(card, "済みました");

        // The person, the council twice, the lead, the entry; the council's commit and the ledger's.
        Assert.Equal("5 finds, 0 queries, 2 commits", stage.Bot.Table.Counts);
    }

    private static Council WithGuest(Council council, ReminderStage stage) =>
        council with
        {
            Participants = [stage.Guest("p1", "あおば市", stage.Kobayashi.Ref.ObjectId)],
        };
}
