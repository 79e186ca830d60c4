using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Sheets;

public sealed class SheetsTests : CouncilStage
{
    [Fact]
    public async Task DrawUp_SuggestsQuestionsPeopleAndADayInTimeBeforeTheMeeting()
    {
        Player sato = await bot.SatoAsync();

        Shown draft = await sato.PressAsync(await ListAsync(sato), "シートを作る");

        Assert.StartsWith("退院の連絡は、いつ・だれから・どんな形で", draft.Inputs["in_q1"], StringComparison.Ordinal);
        Assert.NotEqual("", draft.Inputs["in_q5"]);
        // The template needs hospital, care managers, support centre and municipality; the centre does not ask itself.
        Assert.Equal("p1,p2,p3,p4", draft.Inputs["in_asked"]);
        Assert.Equal("2026-12-11", draft.Inputs["in_deadline"]);
        Assert.Null((await council.NowAsync()).Sheet);
    }

    [Fact]
    public async Task Send_ConfirmedTwice_IsSentOnceAndSaysWhomRenkeiReaches()
    {
        Player sato = await bot.SatoAsync();
        Shown confirm = await ConfirmAsync(sato);
        Assert.Contains("Renkei で届く方（2件）", confirm.Text, StringComparison.Ordinal);
        Assert.Contains("あおば市立病院 地域連携室（電話 0123-45-6789）", confirm.Text, StringComparison.Ordinal);
        Assert.Null((await council.NowAsync()).Sheet!.SentAt);

        Shown sent = await sato.PressAsync(confirm, "Renkei から2件に送る");
        DateTimeOffset at = bot.Clock.Now;
        bot.Clock.Now += TimeSpan.FromMinutes(3);
        await sato.PressAsync(confirm, "Renkei から2件に送る");

        Assert.Equal(at, (await council.NowAsync()).Sheet!.SentAt);
        Assert.Contains("2件に Renkei から送ります。届いたかどうかは", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("送りました", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ChangedAfterItWasConfirmed_AsksAgain()
    {
        Player sato = await bot.SatoAsync();
        Shown confirm = await ConfirmAsync(sato);
        await council.ChangeAsync(c => c with { Sheet = c.Sheet! with { Questions = ["別の質問"] } });

        Shown asked = await sato.PressAsync(confirm, "Renkei から2件に送る");

        Assert.Null((await council.NowAsync()).Sheet!.SentAt);
        Assert.Contains("川上 由美さんが12/4(金) 09:00に先に変えています", asked.Text, StringComparison.Ordinal);
        Assert.Contains("別の質問", asked.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in_deadline", "", "期限の日を選んでください。")]
    [InlineData("in_deadline", "2026-12-03", "期限が過ぎた日になっています。")]
    [InlineData("in_deadline", "2026-12-19", "期限が会議の日よりあとです。")]
    [InlineData("in_asked", "", "聞く相手を一人以上選んでください。")]
    [InlineData("in_asked", "p9,x", "聞く相手を一人以上選んでください。")]
    public async Task Save_SomethingWrong_GivesBackWhatWasTypedAndStoresNothing(
        string input,
        string value,
        string reason
    )
    {
        Player sato = await bot.SatoAsync();
        Shown draft = await sato.PressAsync(await ListAsync(sato), "シートを作る");

        Shown again = await sato.PressAsync(draft, "確かめて送る", ("in_q1", "困りごとは？"), (input, value));

        Assert.Contains(reason, again.Text, StringComparison.Ordinal);
        Assert.Equal("困りごとは？", again.Inputs["in_q1"]);
        Assert.Null((await council.NowAsync()).Sheet);
    }

    [Fact]
    public async Task Save_NoQuestionOrTooLong_IsRefused()
    {
        Player sato = await bot.SatoAsync();
        Shown draft = await sato.PressAsync(await ListAsync(sato), "シートを作る");
        (string, string)[] none = [.. Enumerable.Range(1, 6).Select(n => ($"in_q{n}", ""))];

        Shown empty = await sato.PressAsync(draft, "確かめて送る", none);
        Shown tooLong = await sato.PressAsync(draft, "確かめて送る", ("in_q6", new string('長', 121)));

        Assert.Contains("質問を一つ以上書いてください。", empty.Text, StringComparison.Ordinal);
        Assert.Contains("質問は120文字までです。", tooLong.Text, StringComparison.Ordinal);
        Assert.Equal(new string('長', 121), tooLong.Inputs["in_q6"]);
        Assert.Null((await council.NowAsync()).Sheet);
    }

    [Fact]
    public async Task Skip_AndBack_CountsTheStepAsDoneAndNotAnyMore()
    {
        Player sato = await bot.SatoAsync();

        Shown without = await sato.PressAsync(await ListAsync(sato), "シートなしで進める");
        Assert.True((await council.NowAsync()).WithoutSheet);
        Assert.Contains("✓シート", without.Text, StringComparison.Ordinal);
        await sato.PressAsync(without, "やはりシートを使う");

        Assert.False((await council.NowAsync()).WithoutSheet);
    }

    [Fact]
    public async Task Answer_ByTheParticipant_CanBeChangedAndIsMarkedLateAfterTheDeadline()
    {
        await SendAsync();
        Player kobayashi = await KobayashiAsync();
        Shown sheet = await OpenAsync(kobayashi, "p1");
        Assert.Contains("入院から退院までの連絡の時期と窓口を決める", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("12/11(金)まで・あと5営業日", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("東部保健所の保健師・調整役と県本庁。", sheet.Text, StringComparison.Ordinal);

        Shown receipt = await kobayashi.PressAsync(sheet, "回答する", ("in_a1", "前日の電話が多い"));
        Assert.Contains("受け取りました。", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await council.NowAsync()).SheetsAnswered);

        bot.Clock.Now = new(2026, 12, 14, 1, 0, 0, TimeSpan.Zero);
        Shown again = await kobayashi.PressAsync(receipt, "回答を変える");
        Assert.Equal("前日の電話が多い", again.Inputs["in_a1"]);
        Shown late = await kobayashi.PressAsync(again, "回答を変える", ("in_a1", "当日の電話が多い"));

        Assert.Contains("（期限のあと）", late.Text, StringComparison.Ordinal);
        SheetAnswer answer = (await AnswerAsync("p1"))!;
        Assert.Equal((2, "当日の電話が多い", kobayashi.Ref), (answer.Revision, answer.Answers[0], answer.By));
        Assert.Equal(1, (await council.NowAsync()).SheetsAnswered);
    }

    [Fact]
    public async Task Answer_ByNobodyElse_SaysNothingOfTheCouncil()
    {
        await SendAsync();
        Player kimura = await bot.EnterAsync("木村 剛", 11, Role.MunicipalStaff, "tobu", "002020");
        Player suzuki = await bot.SuzukiAsync();
        Player takahashi = await bot.TakahashiAsync();
        Player foreign = await bot.EnterAsync("小林", 10, Role.Nurse, "tobu", tenant: TestBot.OtherTenant);
        Player stranger = bot.Stranger("知らない人", 77);

        foreach (Player player in (Player[])[kimura, suzuki, takahashi, foreign, stranger])
        {
            foreach (string verb in (string[])["sheet/open", "sheet/save"])
            {
                Shown shown = await player.ActAsync(verb, SampleCouncil.Data(("p", "p1"), ("in_a1", "のぞき見")));
                Assert.Contains("このシートは開けませんでした。", shown.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("退院", shown.Text, StringComparison.Ordinal);
            }
        }
        Assert.Null(await AnswerAsync("p1"));
    }

    [Fact]
    public async Task Answer_OfSomebodyOnTheListWhomRenkeiDoesNotKnowYet_Works()
    {
        await SendAsync();
        Player kobayashi = bot.Stranger("小林 結衣", 10);

        Shown receipt = await kobayashi.PressAsync(
            await OpenAsync(kobayashi, "p1"),
            "回答する",
            ("in_a1", "前日の電話")
        );

        Assert.Contains("受け取りました。", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(new(TestBot.IdOf(10), "小林 結衣"), (await AnswerAsync("p1"))!.By);
    }

    [Fact]
    public async Task Answer_BeforeItWasSent_IsOpenToTheCentreOnly()
    {
        await DrawUpAsync();
        Player kobayashi = await KobayashiAsync();
        Player sato = await bot.SatoAsync();

        Shown refused = await OpenAsync(kobayashi, "p1");
        Shown proxy = await OpenAsync(sato, "p1");

        Assert.Contains("このシートは開けませんでした。", refused.Text, StringComparison.Ordinal);
        Assert.Contains("あおば市 小林 結衣 の代わりに入力します。", proxy.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ForSomebody_ShowsWhoEnteredIt()
    {
        await SendAsync();
        Player sato = await bot.SatoAsync();

        Shown entered = await sato.PressAsync(await OpenAsync(sato, "p2"), "保存", ("in_a1", "病棟から電話する"));
        Assert.Contains("あおば市立病院 地域連携室 の回答を入れました。", entered.Text, StringComparison.Ordinal);
        Shown read = await sato.PressAsync(entered, "回答を見る");

        Assert.Contains("12/4(金) 09:00に佐藤 美咲さんが代わりに入力", read.Text, StringComparison.Ordinal);
        Assert.Contains("病棟から電話する", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_EnteredBySomebodyElseFirst_ShowsBothAndLosesNeither()
    {
        await SendAsync();
        Player kobayashi = await KobayashiAsync();
        Player sato = await bot.SatoAsync();
        Shown mine = await OpenAsync(kobayashi, "p1");
        await sato.PressAsync(
            await OpenAsync(sato, "p1"),
            "保存",
            ("in_a1", "電話で聞いた話"),
            ("in_a2", "静かなまち")
        );

        Shown asked = await kobayashi.PressAsync(mine, "回答する", ("in_a1", "前日の電話が多い"));

        Assert.Contains(
            "佐藤 美咲さんが12/4(金) 09:00に先に回答を変えています。",
            asked.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("いまの回答：電話で聞いた話", asked.Text, StringComparison.Ordinal);
        Assert.Equal("前日の電話が多い", asked.Inputs["in_a1"]);
        // What was blank when the sheet was opened takes what is there.
        Assert.Equal("静かなまち", asked.Inputs["in_a2"]);
        Assert.Equal(sato.Ref, (await AnswerAsync("p1"))!.By);
        await kobayashi.PressAsync(asked, "回答を変える");
        Assert.Equal(["前日の電話が多い", "静かなまち"], (await AnswerAsync("p1"))!.Answers.Take(2));
    }

    [Fact]
    public async Task Answer_EmptyTooLongOrPersonal_ComesBackFilledIn()
    {
        await SendAsync();
        Player kobayashi = await KobayashiAsync();
        Shown sheet = await OpenAsync(kobayashi, "p1");

        Shown empty = await kobayashi.PressAsync(sheet, "回答する");
        Shown tooLong = await kobayashi.PressAsync(
            sheet,
            "回答する",
            ("in_a1", "短い"),
            ("in_a2", new string('長', 601))
        );
        Shown personal = await kobayashi.PressAsync(sheet, "回答する", ("in_a1", "山田さん 090-1234-5678"));

        Assert.Contains("どれか一つは書いてください。", empty.Text, StringComparison.Ordinal);
        Assert.Equal(("短い", new string('長', 601)), (tooLong.Inputs["in_a1"], tooLong.Inputs["in_a2"]));
        Assert.Contains("長すぎます", tooLong.Text, StringComparison.Ordinal);
        Assert.Equal("山田さん 090-1234-5678", personal.Inputs["in_a1"]);
        Assert.Null(await AnswerAsync("p1"));
        await kobayashi.PressAsync(personal, "消して保存");
        Assert.Equal("山田さん （削除）", (await AnswerAsync("p1"))!.Answers[0]);
    }

    [Fact]
    public async Task Answer_QuestionsChangedSince_ShowsTheNewOnesWithWhatWasTyped()
    {
        await SendAsync();
        Player kobayashi = await KobayashiAsync();
        Shown old = await OpenAsync(kobayashi, "p1");
        await council.ChangeAsync(c => c with { Sheet = c.Sheet! with { Questions = ["新しい質問"] } });

        Shown asked = await kobayashi.PressAsync(old, "回答する", ("in_a1", "前日の電話が多い"));

        Assert.Contains("質問が変わりました。", asked.Text, StringComparison.Ordinal);
        Assert.Contains("新しい質問", asked.Text, StringComparison.Ordinal);
        Assert.Equal("前日の電話が多い", asked.Inputs["in_a1"]);
        Assert.Null(await AnswerAsync("p1"));
    }

    [Theory]
    [InlineData(CouncilStatus.Cancelled, "この会議は中止になりました。")]
    [InlineData(CouncilStatus.Held, "この会議は終わりました。")]
    public async Task Answer_WhenNobodyNeedsIt_SaysWhy(CouncilStatus status, string sentence)
    {
        await SendAsync();
        Player kobayashi = await KobayashiAsync();
        Shown sheet = await OpenAsync(kobayashi, "p1");
        await council.ChangeAsync(c => c with { Status = status });

        Shown told = await kobayashi.PressAsync(sheet, "回答する", ("in_a1", "前日の電話が多い"));

        Assert.Contains(sentence, told.Text, StringComparison.Ordinal);
        Assert.Null(await AnswerAsync("p1"));
    }

    [Fact]
    public async Task Answer_CostsFourReadsAndOneCommit()
    {
        await SendAsync();
        Player kobayashi = await KobayashiAsync();
        Shown sheet = await OpenAsync(kobayashi, "p1");
        bot.Table.Reset();

        await kobayashi.PressAsync(sheet, "回答する", ("in_a1", "前日の電話が多い"));

        // The person, the council to see whose sheet it is, and council and answer to change both.
        Assert.EndsWith("1 commits", bot.Table.Counts, StringComparison.Ordinal);
        Assert.StartsWith("4 finds, 0 queries", bot.Table.Counts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_AfterTheFirstAnswer_KeepsQuestionsAndWhoAnswered()
    {
        await SendAsync();
        Player sato = await bot.SatoAsync();
        Shown entered = await sato.PressAsync(await OpenAsync(sato, "p2"), "保存", ("in_a1", "病棟から電話する"));

        Shown edit = await sato.PressAsync(entered, "シートを直す");
        Assert.DoesNotContain("in_q1", edit.Inputs.Keys);
        await sato.PressAsync(edit, "保存して次へ", ("in_asked", "p1,p5"), ("in_deadline", "2026-12-15"));

        InformationSheet sheet = (await council.NowAsync()).Sheet!;
        Assert.Equal(["p1", "p2", "p5"], sheet.Asked.Order());
        Assert.Equal(5, sheet.Questions.Count);
        Assert.Equal(new(2026, 12, 15), sheet.Deadline);
        Assert.NotNull(sheet.SentAt);
    }

    [Fact]
    public async Task Nudge_PressedTwice_AsksOnceAndNamesWhoHasToBeCalled()
    {
        await SendAsync();
        Player sato = await bot.SatoAsync();
        Shown list = await ListAsync(sato);

        Shown nudged = await sato.PressAsync(list, "未回答の2件に知らせる");
        DateTimeOffset at = bot.Clock.Now;
        bot.Clock.Now += TimeSpan.FromMinutes(1);
        await sato.PressAsync(list, "未回答の2件に知らせる");

        Assert.Equal(at, (await council.NowAsync()).Sheet!.NudgedAt);
        Assert.Contains("2件に、Renkei からもう一度お願いします", nudged.Text, StringComparison.Ordinal);
        Assert.Contains("あおば市立病院 地域連携室（電話 0123-45-6789）", nudged.Text, StringComparison.Ordinal);
        Assert.Contains("前回のお願い：12/4(金) 09:00", nudged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participant_TakenOffTheList_IsNotWaitedFor()
    {
        await SendAsync();
        await council.ChangeAsync(c => c with { Participants = [.. c.Participants.Where(p => p.Id is "p1" or "p5")] });
        Player kobayashi = await KobayashiAsync();

        await kobayashi.PressAsync(await OpenAsync(kobayashi, "p1"), "回答する", ("in_a1", "前日の電話"));

        Player sato = await bot.SatoAsync();
        Assert.Contains("回答がそろいました。", (await ListAsync(sato)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_LaysAnswersSideBySideQuestionByQuestion()
    {
        await SendAsync();
        Player sato = await bot.SatoAsync();
        await sato.PressAsync(await OpenAsync(sato, "p1"), "保存", ("in_a1", "前日の電話"), ("in_a2", "静かなまち"));
        await sato.PressAsync(await OpenAsync(sato, "p2"), "保存", ("in_a1", "病棟から|電話"));
        bot.Table.Reset();

        Shown compare = await sato.PressAsync(await ListAsync(sato), "回答を並べて見る");

        string text = compare.Text;
        Assert.Contains(
            "どこから\n回答\nあおば市 小林 結衣\n前日の電話\nあおば市立病院 地域連携室\n病棟から|電話",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("回答 2/4", text, StringComparison.Ordinal);
        Assert.Contains(
            "まだの方：東部ケアマネ連絡会（jimu@example.jp）、みどり町地域包括支援センター 木村 剛",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("書いた方はいません。", text, StringComparison.Ordinal);
        // Twice the person and the council, once all answers.
        Assert.Equal("4 finds, 1 queries, 0 commits", bot.Table.Counts);
        Shown whole = await sato.PressAsync(compare, "この方の回答を全部読む", ("in_who", "p2"));
        Assert.Contains("病棟から|電話", whole.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_InAGroup_ShowsNoAnswers()
    {
        await SendAsync();
        Player sato = await bot.SatoAsync();
        await sato.PressAsync(await OpenAsync(sato, "p1"), "保存", ("in_a1", "前日の電話"));

        Shown told = await sato.ActAsync("sheets/compare", SampleCouncil.Data(), inGroup: true);

        Assert.Contains("個人チャットで見てください", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("前日の電話", told.Text, StringComparison.Ordinal);
    }

    private static Task<Shown> ListAsync(Player player) => player.ActAsync("sheets/list", SampleCouncil.Data());

    private static Task<Shown> OpenAsync(Player player, string participant) =>
        player.ActAsync("sheet/open", SampleCouncil.Data(("p", participant)));

    private Task<Player> KobayashiAsync() => bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");

    private async Task<SheetAnswer?> AnswerAsync(string participant) =>
        await bot.Councils.FindAnswerAsync(TestBot.Tenant, SampleCouncil.Id, participant, default);

    private static async Task<Shown> ConfirmAsync(Player player) =>
        await player.PressAsync(await player.PressAsync(await ListAsync(player), "シートを作る"), "確かめて送る");

    private async Task DrawUpAsync() => await ConfirmAsync(await bot.SatoAsync());

    private async Task SendAsync()
    {
        Player sato = await bot.SatoAsync();
        await sato.PressAsync(await ConfirmAsync(sato), "Renkei から2件に送る");
    }
}
