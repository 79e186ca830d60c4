using Renkei.EndToEnd.Tests.Setting;

namespace Renkei.EndToEnd.Tests.Conversation;

/// <summary>A nurse who has never used Renkei, from the greeting to the last role group.</summary>
public sealed class FirstRoundTests
{
    [Fact]
    public async Task FirstContact_TwoEvents_GreetsOnce()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        Colleague hayashi = trial.Colleague("hayashi");
        trial.Room.Wire.Clear();

        await hayashi.Seat.InstallAsync(CancellationToken.None);

        Assert.Equal([200, 200], trial.Room.Wire.Entries.Where(e => e.Direction == "toBot").Select(e => e.Status));
        Assert.Single(hayashi.FromBot);
        Assert.Equal("こんにちは、Renkei（連携）です", hayashi.Newest.Heading);
    }

    [Fact]
    public async Task FirstContact_ByWriting_GreetsOnceAndAsks()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        Colleague hayashi = trial.Colleague("hayashi");

        await hayashi.Seat.SayAsync("段階チェック", CancellationToken.None);

        string[] said =
        [
            .. hayashi.FromBot.Select(m =>
                m.Attachments.Count == 0 ? m.Text : new ShownCard(m.Id, m.Attachments[0].GetProperty("content")).Heading
            ),
        ];
        Assert.Equal(
            ["こんにちは、Renkei（連携）です", "はじめに、お送りしたカードで役割を選んで「次へ」を押してください。"],
            said
        );
    }

    [Fact]
    public async Task Newcomer_FromGreetingToTheTwelfthRole_EveryAnswerIsThere()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        Colleague hayashi = trial.Colleague("hayashi");
        await hayashi.Seat.InstallAsync(CancellationToken.None);
        ShownCard group = await RegisterAndBeginAsync(hayashi);

        List<string> lines = [];
        for (int place = 1; place <= 12; place++)
        {
            Assert.Contains($"役割 {place}／12", group.Text, StringComparison.Ordinal);
            string first = group.Lines[0];
            lines.AddRange(group.Lines);
            ShownCard next = await hayashi.PressAsync(
                group,
                place < 12 ? "保存して次へ" : "保存して終わる",
                ($"in_s_{first}", "i"),
                ($"in_n_{first}", $"役割{place}のメモ")
            );
            Assert.Contains("1件を保存しました。", next.Text, StringComparison.Ordinal);
            group = next;
            if (place == 5)
            {
                await trial.KillAndStartBotAsync();
                ShownCard resumed = await hayashi.SayAsync("続きからお願いします");
                Assert.NotEqual(group.MessageId, resumed.MessageId);
                Assert.Contains("役割 6／12", resumed.Text, StringComparison.Ordinal);
                group = resumed;
            }
        }

        Assert.Equal("おつかれさまでした", group.Heading);
        Assert.Contains("12の役割をひとまわりしました。", group.Text, StringComparison.Ordinal);
        Assert.Equal(35, lines.Count);
        Assert.Equal([.. Enumerable.Range(1, 35).Select(n => $"{n:D2}")], lines.Order(StringComparer.Ordinal));
        ShownCard overview = await hayashi.PressAsync(group, "取り組みの全体を見る");
        Assert.Contains("最後の記録：林 さくらさん", overview.Text, StringComparison.Ordinal);
        for (int place = 1; place <= 12; place++)
        {
            ShownCard again = await hayashi.OpenGroupAsync(overview, place);
            string revision = Assert.Single(await hayashi.HistoryAsync(again, again.Lines[0]));
            Assert.Contains("林 さくら", revision, StringComparison.Ordinal);
            Assert.Contains($"実施中／メモ：役割{place}のメモ", revision, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Walk_BackSkipStop_GoesWhereTheButtonSays()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        Colleague sato = trial.Colleague("sato");
        ShownCard overview = await sato.StartThemeAsync("道順");
        ShownCard first = await sato.PressAsync(overview, "次の一歩を開く");
        Assert.DoesNotContain("前へ", first.Buttons);

        ShownCard second = await sato.PressAsync(first, "とばす", ("in_s_02", "p"));
        Assert.Contains("役割 2／12", second.Text, StringComparison.Ordinal);
        // What was chosen before skipping is kept: every button saves.
        Assert.Contains("1件を保存しました。", second.Text, StringComparison.Ordinal);
        ShownCard back = await sato.PressAsync(second, "前へ");
        Assert.Contains("役割 1／12", back.Text, StringComparison.Ordinal);
        Assert.Equal("p", back.Inputs["in_s_02"]);
        ShownCard stopped = await sato.PressAsync(back, "今日はここまで");
        Assert.Equal("おつかれさまでした", stopped.Heading);

        ShownCard later = await sato.SayAsync("つづき");
        Assert.Contains("役割 1／12", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_OwnLastSave_IsAsBefore()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        Colleague sato = trial.Colleague("sato");
        ShownCard overview = await sato.StartThemeAsync("取り消し");
        ShownCard first = await sato.PressAsync(overview, "次の一歩を開く");
        ShownCard second = await sato.PressAsync(first, "保存して次へ", ("in_s_01", "e"), ("in_n_01", "まちがい"));

        ShownCard undone = await sato.PressAsync(second, "元に戻す");

        Assert.Contains("表1-1 を元に戻しました。", undone.Text, StringComparison.Ordinal);
        ShownCard again = await sato.OpenGroupAsync(overview, 1);
        Assert.Equal(("n", ""), (again.Inputs["in_s_01"], again.Inputs["in_n_01"]));
        IReadOnlyList<string> history = await sato.HistoryAsync(again, "01");
        Assert.Equal(2, history.Count);
        Assert.Contains("（取り消し）", history[0], StringComparison.Ordinal);
        Assert.Contains("まちがい", history[1], StringComparison.Ordinal);
    }

    private static async Task<ShownCard> RegisterAndBeginAsync(Colleague hayashi)
    {
        ShownCard place = await hayashi.PressAsync(hayashi.Newest, "次へ", ("in_role", "Nurse"));
        ShownCard registered = await hayashi.PressAsync(place, "これで始める", ("in_centre", "tobu"));
        Assert.Equal("林 さくらさん、登録できました", registered.Heading);
        ShownCard themes = await hayashi.PressAsync(registered, "段階チェックを始める");
        Assert.StartsWith("段階チェック（東部保健所・令和", themes.Heading, StringComparison.Ordinal);
        Assert.Contains("退院支援ルールづくり", themes.Text, StringComparison.Ordinal);
        ShownCard form = await hayashi.PressAsync(themes, "新しい取り組み");
        ShownCard refused = await hayashi.PressAsync(form, "つくって始める", ("in_field", "dementia"));
        Assert.Contains("名前を40文字までで入れてください。", refused.Text, StringComparison.Ordinal);
        Assert.Equal("dementia", refused.Inputs["in_field"]);
        ShownCard overview = await hayashi.PressAsync(refused, "つくって始める", ("in_name", "認知症カフェ"));
        Assert.Equal("認知症カフェ", overview.Heading);
        return await hayashi.PressAsync(overview, "次の一歩を開く");
    }
}
