using System.Text.Json.Nodes;
using Renkei.Bot.Polls;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Tests.Features.Polls;

/// <summary>Card data is in the hands of whoever sends it: nobody sees or changes more by making it up.</summary>
public sealed class PollAccessTests : IAsyncLifetime
{
    private PollStage stage = null!;

    public static TheoryData<string> Verbs =>
        [
            "poll/show",
            "poll/answer",
            "poll/vote",
            "poll/proxy",
            "poll/decide",
            "poll/change",
            "poll/prolong",
            "poll/offer",
            "poll/close",
            "poll/giveup",
        ];

    public async Task InitializeAsync() => stage = await PollStage.SetAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Anything_ByAStranger_ChangesNothingAndTellsNothing(string verb)
    {
        StoredPoll poll = await stage.BeginAsync();
        JsonObject data = Full(poll);
        Player stranger = await stage.Bot.EnterAsync("見知らぬ人", 50, Role.MunicipalStaff, "tobu", "002020");
        Player suzuki = await stage.Bot.EnterAsync("鈴木 彩", 6, Role.Coordinator, "chubu");
        Player foreign = await stage.Bot.EnterAsync(
            "川上 由美",
            4,
            Role.Coordinator,
            "tobu",
            tenant: TestBot.OtherTenant
        );
        await stage.Bot.SendDueAsync();

        foreach (Player player in (Player[])[stranger, suzuki, foreign])
        {
            Shown shown = await player.ActAsync(verb, data);
            Shown inGroup = await player.ActAsync(verb, data, inGroup: true);
            Assert.DoesNotContain("退院支援", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("退院支援", inGroup.Text, StringComparison.Ordinal);
            Assert.Contains("この投票は見られません。", shown.Text, StringComparison.Ordinal);
        }
        await AssertUntouchedAsync(poll);
    }

    [Theory]
    [InlineData("poll/proxy")]
    [InlineData("poll/decide")]
    [InlineData("poll/change")]
    [InlineData("poll/prolong")]
    [InlineData("poll/offer")]
    [InlineData("poll/close")]
    [InlineData("poll/giveup")]
    public async Task Management_BySomebodyAsked_IsRefused(string verb)
    {
        StoredPoll poll = await stage.BeginAsync();
        JsonObject data = Full(poll);

        Shown sato = await stage.Sato.ActAsync(verb, data);
        await stage.Kimura.ActAsync(verb, data);

        Assert.Contains(
            "これができるのは、聞いている方と、その保健所の調整役です。",
            sato.Text,
            StringComparison.Ordinal
        );
        await AssertUntouchedAsync(poll);
    }

    [Fact]
    public async Task Vote_ForSomebodyElseByNobodyOfTheCentre_IsRefused()
    {
        StoredPoll poll = await stage.BeginAsync();
        JsonObject data = Full(poll);
        data["w"] = stage.Kobayashi.Ref.ObjectId;

        await stage.Sato.ActAsync("poll/vote", data);
        await stage.Kimura.ActAsync("poll/vote", data);

        await AssertUntouchedAsync(poll);
    }

    [Fact]
    public async Task Vote_ForSomebodyNotAsked_IsRefused()
    {
        StoredPoll poll = await stage.BeginAsync();
        JsonObject data = Full(poll);
        data["w"] = TestBot.IdOf(77);

        await stage.Kawakami.ActAsync("poll/vote", data);

        await AssertUntouchedAsync(poll);
    }

    [Theory]
    [InlineData("q", "tobu.000000000000")]
    [InlineData("q", "chubu.../../x")]
    [InlineData("q", "")]
    public async Task Vote_ForgedPoll_IsNotFound(string name, string value)
    {
        StoredPoll poll = await stage.BeginAsync();
        JsonObject data = Full(poll);
        data[name] = value;

        Shown shown = await stage.Sato.ActAsync("poll/vote", data);

        Assert.Contains("この投票は見られません。", shown.Text, StringComparison.Ordinal);
        await AssertUntouchedAsync(poll);
    }

    [Fact]
    public async Task Vote_ForgedMarks_CountsNothing()
    {
        StoredPoll poll = await stage.BeginAsync();
        JsonObject data = Full(poll);
        foreach (PollCandidate candidate in poll.Poll.Candidates)
        {
            data[$"in_m_{candidate.Key}"] = "yes please";
        }

        Shown again = await stage.Sato.ActAsync("poll/vote", data);

        Assert.Contains("まだ選んでいない日があります", again.Text, StringComparison.Ordinal);
        await AssertUntouchedAsync(poll);
    }

    [Fact]
    public async Task Decide_ADateThatIsNone_IsRefused()
    {
        StoredPoll poll = await stage.BeginAsync();
        JsonObject data = Full(poll);
        data["k"] = "209901011200120";

        Shown shown = await stage.Kawakami.ActAsync("poll/decide", data);

        Assert.Contains("日を選んでください。", shown.Text, StringComparison.Ordinal);
        await AssertUntouchedAsync(poll);
    }

    [Fact]
    public async Task Answer_ByAMemberOfTheGroupWhoIsNotAsked_SaysWhomToTalkTo()
    {
        StoredPoll poll = await stage.BeginAsync();
        Player nurse = await stage.Bot.TanakaAsync();

        Shown shown = await nurse.ActAsync("poll/answer", new() { ["q"] = poll.Id.ToString() }, inGroup: true);

        Assert.Contains(
            "あなたにはお聞きしていません。加わりたいときは川上 由美さんに",
            shown.Text,
            StringComparison.Ordinal
        );
    }

    private static JsonObject Full(StoredPoll poll)
    {
        JsonObject data = new()
        {
            ["q"] = poll.Id.ToString(),
            ["k"] = poll.Poll.Candidates[0].Key,
            ["m"] = "sure",
            ["all"] = "no",
            ["in_day"] = "2026-12-25",
            ["in_time"] = "17:00",
            ["in_dates"] = "12/24 10:00",
        };
        foreach (PollCandidate candidate in poll.Poll.Candidates)
        {
            data[$"in_m_{candidate.Key}"] = "y";
        }
        return data;
    }

    private async Task AssertUntouchedAsync(StoredPoll poll)
    {
        StoredPoll now = await stage.FindAsync(poll.Id.ToString());
        Assert.Empty(now.Poll.Ballots);
        Assert.Null(now.Poll.Decision);
        Assert.False(now.Poll.IsWithdrawn);
        Assert.Equal(poll.Poll.Deadline, now.Poll.Deadline);
        Assert.Equal(3, now.Poll.Candidates.Count);
    }
}
