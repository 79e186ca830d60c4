using Renkei.Bot.Polls;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Tests.Features.Polls;

public sealed class PollStoryTests : IAsyncLifetime
{
    private PollStage stage = null!;

    public async Task InitializeAsync() => stage = await PollStage.SetAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Vote_ByAGuestInTheGroup_IsSeenByEverybody()
    {
        StoredPoll poll = await stage.BeginAsync();

        Shown thanks = await stage.AnswerAsync(stage.Kimura, poll, "○△×", "15時からなら○");
        await stage.Bot.ShowPollsAsync();

        Assert.Contains("回答しました。", thanks.Text, StringComparison.Ordinal);
        Shown board = stage.Board();
        Assert.Contains("回答済み 1人：木村 健", board.Text, StringComparison.Ordinal);
        Assert.Contains("× 木村 健", board.Text, StringComparison.Ordinal);
        Assert.Contains("15時からなら○", board.Card!.ToJsonString(Golden.Plain), StringComparison.Ordinal);
        // The very message that was posted, the third of all, and nothing new beside it.
        Assert.Equal("3", Assert.Single(stage.Bot.Teams.UpdatesIn(Player.Group)).Id);
    }

    [Fact]
    public async Task Vote_ChangedBackAgain_ShowsTheLast()
    {
        StoredPoll poll = await stage.BeginAsync();

        await stage.AnswerAsync(stage.Sato, poll, "○○○");
        await ShowAsync();
        await stage.AnswerAsync(stage.Sato, poll, "×××");
        await ShowAsync();
        await stage.AnswerAsync(stage.Sato, poll, "○○○");
        await ShowAsync();

        Assert.DoesNotContain("× 佐藤 美咲", stage.Board().Text, StringComparison.Ordinal);
        Assert.Equal(3, stage.Bot.Teams.UpdatesIn(Player.Group).Count);
    }

    [Fact]
    public async Task Vote_WithoutAllMarks_ComesBackFilledInAndCountsNothing()
    {
        StoredPoll poll = await stage.BeginAsync();
        Shown form = await stage.Sato.ActAsync("poll/answer", new() { ["q"] = poll.Id.ToString() });
        string first = $"in_m_{poll.Poll.Candidates[0].Key}";

        Shown again = await stage.Sato.PressAsync(
            form,
            "この内容で回答する",
            (first, "n"),
            ("in_comment", "調整中です")
        );

        Assert.Contains(
            "まだ選んでいない日があります（12/21(月) 14:00、12/22(火) 10:00）",
            again.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(("n", "調整中です"), (again.Inputs[first], again.Inputs["in_comment"]));
        Assert.Empty((await stage.FindAsync(poll.Id.ToString())).Poll.Ballots);
    }

    [Fact]
    public async Task Vote_WithATelephoneNumber_AsksFirst()
    {
        StoredPoll poll = await stage.BeginAsync();

        Shown asked = await stage.AnswerAsync(stage.Sato, poll, "○○○", "患者の家族 090-1234-5678");
        Assert.Empty((await stage.FindAsync(poll.Id.ToString())).Poll.Ballots);
        await stage.Sato.PressInAsync(asked, "消して保存", inGroup: true);

        Ballot ballot = (await stage.FindAsync(poll.Id.ToString())).Poll.Ballots[stage.Sato.Ref.ObjectId];
        Assert.DoesNotContain("1234", ballot.Comment, StringComparison.Ordinal);
        Assert.Equal(PollMark.Yes, ballot.Marks[poll.Poll.Candidates[2].Key]);
    }

    [Fact]
    public async Task Proxy_ForWhoWasPhoned_SaysSo()
    {
        StoredPoll poll = await stage.BeginAsync();
        Shown page = await stage.Kawakami.ActAsync("poll/show", new() { ["q"] = poll.Id.ToString() });
        Shown whose = await stage.Kawakami.PressAsync(page, "電話の回答を入力");
        string doctor = poll.Poll.Voters.Single(v => v.Name == "東部医師会 事務局長").Key;
        Shown form = await stage.Kawakami.PressAsync(whose, "選ぶ", ("in_w", doctor));

        Shown entered = await stage.Kawakami.PressAsync(
            form,
            "この内容で入力する",
            [.. poll.Poll.Candidates.Select(c => ($"in_m_{c.Key}", "y"))]
        );
        await stage.Bot.ShowPollsAsync();

        Assert.Contains("東部医師会 事務局長さんの回答を入力しました。", entered.Text, StringComparison.Ordinal);
        Assert.Contains("東部医師会 事務局長（代理入力）", stage.Board().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_LastVote_TellsTheOrganiserOnceAndOneTapSettles()
    {
        StoredPoll poll = await stage.BeginAsync(("in_phone", ""));
        int before = stage.Kawakami.Received.Count;
        await stage.AnswerAsync(stage.Kawakami, poll, "○○○");
        await stage.AnswerAsync(stage.Sato, poll, "○○△");
        await stage.AnswerAsync(stage.Kobayashi, poll, "△○○");
        await stage.AnswerAsync(stage.Kimura, poll, "○○×");

        await stage.Bot.ShowPollsAsync();
        await stage.Bot.SendDueAsync();
        // Somebody changes their mind, and the deadline passes: no second result.
        await stage.AnswerAsync(stage.Kimura, poll, "○○○");
        await ShowAsync();
        await stage.Bot.GoToAsync(2026, 12, 12, 9, 0);

        Shown result = Assert.Single(stage.Kawakami.Received.Skip(before));
        Assert.Contains("投票の結果が出ました", result.Text, StringComparison.Ordinal);
        Assert.Contains("12/21(月) 14:00が第一候補です。", result.Text, StringComparison.Ordinal);
        Shown decided = await stage.Kawakami.PressAsync(result, "12/21(月) 14:00–16:00に決める");
        Assert.Contains("2026年12月21日(月) 14:00–16:00に決まりました（", decided.Text, StringComparison.Ordinal);
        await ShowAsync();
        await stage.Bot.SendDueAsync();
        Assert.Contains(
            "2026年12月21日(月) 14:00–16:00に決まりました（川上 由美さん",
            stage.Board().Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "日程が決まりました",
            Shown.Of(stage.Bot.Teams.SentTo(Player.Group)[^1]).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "いま開いている投票はありません。",
            (await stage.Sato.SayAsync("日程の投票")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nudge_BeforeTheDeadline_ReachesOnlyThoseWhoHaveNotVoted()
    {
        StoredPoll poll = await stage.BeginAsync();
        await stage.AnswerAsync(stage.Sato, poll, "○○○");

        await stage.Bot.GoToAsync(2026, 12, 10, 8, 59);
        Assert.Empty(stage.Kobayashi.Received);
        await stage.Bot.GoToAsync(2026, 12, 10, 9, 0);

        Assert.Contains("まもなく締切です", Assert.Single(stage.Kobayashi.Received).Text, StringComparison.Ordinal);
        Assert.Empty(stage.Sato.Received);
    }

    [Fact]
    public async Task Nudge_OptedOut_IsNotSent()
    {
        await stage.BeginAsync();
        Shown settings = await stage.Kobayashi.SayAsync("通知の設定");
        string wanted = string.Join(',', settings.Inputs["in_kinds"]!.Split(',').Where(k => k != "poll-nudge"));
        await stage.Kobayashi.PressAsync(settings, "保存", ("in_kinds", wanted));
        int before = stage.Kobayashi.Received.Count;

        await stage.Bot.GoToAsync(2026, 12, 10, 9, 0);

        Assert.Equal(before, stage.Kobayashi.Received.Count);
    }

    [Fact]
    public async Task Deadline_WithVotesMissing_ClosesTheCardAndTellsTheOrganiser()
    {
        StoredPoll poll = await stage.BeginAsync();
        await stage.AnswerAsync(stage.Sato, poll, "○△×");
        int before = stage.Kawakami.Received.Count;

        await stage.Bot.GoToAsync(2026, 12, 11, 17, 1);
        await ShowAsync();

        Assert.Contains("投票の結果が出ました", stage.Kawakami.Received[^1].Text, StringComparison.Ordinal);
        // The nudge of the day before came too late to be sent.
        Assert.Single(stage.Kawakami.Received.Skip(before));
        Assert.Contains("締め切りました。", stage.Board().Text, StringComparison.Ordinal);
        Assert.Equal(["くわしく見る"], stage.Board().Row);
        Shown late = await stage.Kobayashi.ActAsync("poll/answer", new() { ["q"] = poll.Id.ToString() });
        Assert.Contains("もう受け付けていません", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prolong_AfterTheDeadline_TakesVotesAgainAndNudgesForTheNewOne()
    {
        StoredPoll poll = await stage.BeginAsync();
        await stage.Bot.GoToAsync(2026, 12, 11, 17, 1);
        Shown change = await ChangeAsync(poll);

        Shown prolonged = await stage.Kawakami.PressAsync(
            change,
            "この締切で受け付けを再開する",
            ("in_day", "2026-12-16")
        );
        int before = stage.Kobayashi.Received.Count;
        await stage.Bot.GoToAsync(2026, 12, 15, 9, 0);

        Assert.Contains("受け付けを再開しました。", prolonged.Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月16日(水) 17:00", prolonged.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, stage.Kobayashi.Received.Count);
        Shown thanks = await stage.AnswerAsync(stage.Kobayashi, poll, "○○○");
        Assert.Contains("回答しました。", thanks.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_MoreDates_AsksThoseWhoVotedAboutTheNewOnes()
    {
        StoredPoll poll = await stage.BeginAsync();
        await stage.AnswerAsync(stage.Sato, poll, "○○○");
        Shown change = await ChangeAsync(poll);

        await stage.Kawakami.PressAsync(change, "候補日を足す", ("in_dates", "12/23 9:30"));
        await stage.Kawakami.PressAsync(change, "候補日を足す", ("in_dates", "12/23 9:30"));
        await stage.Bot.SendDueAsync();

        Shown more = Assert.Single(stage.Sato.Received);
        Assert.Contains("候補日が増えました", more.Text, StringComparison.Ordinal);
        Assert.Equal("y", more.Inputs[$"in_m_{poll.Poll.Candidates[0].Key}"]);
        Assert.Equal(4, (await stage.FindAsync(poll.Id.ToString())).Poll.Candidates.Count);
        Shown thanks = await stage.Sato.PressAsync(more, "この内容で回答する", ("in_m_202612230930120", "y"));
        Assert.Contains("回答しました。", thanks.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeBack_ADecision_OpensItAgain()
    {
        StoredPoll poll = await stage.BeginAsync();
        await stage.AnswerAsync(stage.Sato, poll, "○○○");
        await DecideAsync(poll, 0);
        await stage.Bot.ShowPollsAsync();

        Shown change = await ChangeAsync(poll);
        Shown open = await stage.Kawakami.PressAsync(change, "この締切で受け付けを再開する");

        Assert.Contains("受け付けを再開しました。", open.Text, StringComparison.Ordinal);
        Assert.Null((await stage.FindAsync(poll.Id.ToString())).Poll.Decision);
        await ShowAsync();
        Assert.Equal(["回答する", "くわしく見る"], stage.Board().Row);
        Assert.Contains(
            "あなたの回答がまだです",
            (await stage.Kobayashi.SayAsync("日程の投票")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task GiveUp_AsksFirstAndCanBeTakenUpAgain()
    {
        StoredPoll poll = await stage.BeginAsync();
        Shown asked = await stage.Kawakami.PressAsync(await ChangeAsync(poll), "投票を取りやめる");
        Assert.False((await stage.FindAsync(poll.Id.ToString())).Poll.IsWithdrawn);

        await stage.Kawakami.PressAsync(asked, "取りやめる");
        await stage.Bot.ShowPollsAsync();

        Assert.Contains("取りやめになりました", stage.Board().Text, StringComparison.Ordinal);
        await stage.Kawakami.PressAsync(await ChangeAsync(poll), "この締切で受け付けを再開する");
        Assert.Equal(PollState.Open, (await stage.FindAsync(poll.Id.ToString())).Poll.StateAt(stage.Bot.Clock.Now));
    }

    [Fact]
    public async Task Decide_TwoDatesByTwoPeople_TheFirstStandsAndTheSecondIsTold()
    {
        StoredPoll poll = await stage.BeginAsync();
        Player ono = await stage.Bot.EnterAsync("小野 実", 40, Role.Coordinator, "tobu");
        await DecideAsync(poll, 0);

        Shown told = await ono.ActAsync(
            "poll/decide",
            new() { ["q"] = poll.Id.ToString(), ["k"] = poll.Poll.Candidates[1].Key }
        );

        Assert.Contains("先に川上 由美さんが12/18(金) 14:00–16:00に決めています", told.Text, StringComparison.Ordinal);
        Assert.Equal(poll.Poll.Candidates[0].Key, (await stage.FindAsync(poll.Id.ToString())).Poll.Decision!.Candidate);
    }

    [Fact]
    public async Task List_CostsOneRangeAndOneForEachOpenPoll()
    {
        await stage.BeginAsync();
        await stage.Sato.SayAsync("日程の投票");
        stage.Bot.Table.Reset();

        await stage.Sato.SayAsync("日程の投票");

        Assert.Equal("1 finds, 2 queries, 0 commits", stage.Bot.Table.Counts);
    }

    private Task<Shown> ChangeAsync(StoredPoll poll) =>
        stage.Kawakami.ActAsync("poll/change", new() { ["q"] = poll.Id.ToString() });

    private Task<Shown> DecideAsync(StoredPoll poll, int date) =>
        stage.Kawakami.ActAsync(
            "poll/decide",
            new() { ["q"] = poll.Id.ToString(), ["k"] = poll.Poll.Candidates[date].Key }
        );

    /// <summary>Brings the card up to date, once the pause since the last time is over.</summary>
    private async Task ShowAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        await stage.Bot.ShowPollsAsync();
    }
}
