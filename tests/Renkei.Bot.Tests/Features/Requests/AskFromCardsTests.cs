using Renkei.Bot.Conversation;
using Renkei.Bot.Scheduling;
using Renkei.Bot.Tests.Features.Feedback;
using Renkei.Bot.Tests.Features.Polls;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.Feedback;
using Renkei.Domain.People;
using Renkei.Domain.Requests;

namespace Renkei.Bot.Tests.Features.Requests;

/// <summary>「本庁に相談」 stands in the menu of every card, and head office learns what the card was about.</summary>
public sealed class AskFromCardsTests
{
    private const string Ask = "本庁に相談";

    [Fact]
    public async Task EveryCommand_OfANurse_LeadsToACardFromWhichHeadOfficeCanBeAsked()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();

        foreach (BotCommand command in stage.Bot.Routes.Commands)
        {
            Shown card = await stage.Sato.ActAsync("command/run", new() { ["c"] = command.Code });
            // What is about requests offers no second one in the menu; the list of requests has a button of its own.
            bool isAboutRequests =
                command.Code is CommandCodes.AskHeadOffice or CommandCodes.Requests or CommandCodes.RequestDesk;
            bool offers = card.Buttons.Contains(Ask) && (string?)card.Button(Ask)["verb"] == "request/new";
            Assert.Equal((command.Code, !isAboutRequests), (command.Code, offers));
        }
    }

    [Fact]
    public async Task Cards_OfHeadOfficeOrInAGroup_DoNotOfferIt()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();

        Assert.DoesNotContain(Ask, (await stage.Takahashi.SayAsync("段階チェック")).Buttons);
        Assert.DoesNotContain(Ask, (await stage.Sato.SayAsync("段階チェック", inGroup: true)).Buttons);
    }

    [Fact]
    public async Task Ask_FromACardBeingFilledIn_LeavesThatCardAsItIs()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        Shown walk = await stage.Sato.ActAsync("walk/open", new() { ["t"] = stage.Theme.ToString(), ["g"] = 3 });
        Assert.NotEmpty(walk.Inputs);

        Shown answer = await stage.Sato.PressAsync(walk, Ask);

        Assert.Null(answer.Card);
        Assert.Equal("相談を書くカードを下に出しました。", answer.Text);
        Assert.Contains(
            "何について：退院支援ルールづくり（表1-6）",
            stage.Sato.Received[^1].Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Ask_FromACouncil_TellsHeadOfficeWhichOne()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await new SampleCouncil(stage.Bot).AddAsync();
        foreach (int step in Enumerable.Range(1, 10))
        {
            Shown page = await stage.Sato.ActAsync("council/step", SampleCouncil.Data(("s", step)));
            Assert.Equal((step, SampleCouncil.Id.ToString()), (step, (string?)page.DataOf(Ask)["c"]));
        }
        Shown overview = await stage.Sato.ActAsync("council/show", SampleCouncil.Data());

        SupportRequest request = await SendAsync(stage, overview);

        Assert.Equal(SampleCouncil.Id, request.Context.Council);
        Assert.Equal("東部圏域 退院支援ルールの調整会議", request.Context.About);
    }

    [Fact]
    public async Task Ask_FromAReminder_TellsHeadOfficeWhichCouncil()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.Bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        await new SampleCouncil(stage.Bot).AddAsync();
        Player kawakami = await stage.Bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        stage.Bot.Clock.Now = new(2026, 12, 17, 0, 5, 0, TimeSpan.Zero);
        await stage.Bot.SendDueAsync();
        Shown reminder = kawakami.Received[^1];

        Shown form = await kawakami.AskFromAsync(reminder.DataOf(Ask));

        Assert.Contains("何について：東部圏域 退院支援ルールの調整会議", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_FromAPoll_NamesItForThoseWhoMaySeeIt()
    {
        await using PollStage stage = await PollStage.SetAsync();
        Shown poll = await stage.Kawakami.PressAsync(await stage.CheckAsync(), "投票を始める");
        string title = (await stage.PollAsync(poll)).Title;

        Shown form = await stage.Kawakami.AskFromAsync(poll.DataOf(Ask));
        Assert.Contains($"何について：{title}", form.Text, StringComparison.Ordinal);

        Player suzuki = await stage.Bot.EnterAsync("鈴木 彩", 6, Role.Nurse, "chubu");
        Shown forged = await suzuki.AskFromAsync(poll.DataOf(Ask));
        Assert.DoesNotContain("何について", forged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_FromADateBeingLookedFor_TellsHeadOfficeWhichCouncil()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await new SampleCouncil(stage.Bot).AddAsync();
        SamplePlan plan = new(stage.Bot);
        await plan.AddCalendarsAsync();
        await plan.AddAsync();
        Shown proposals = await stage.Sato.ActAsync(
            SchedulingVerbs.ProposalsVerb,
            new() { ["p"] = SamplePlan.Id.ToString() }
        );

        SupportRequest request = await SendAsync(stage, proposals);

        Assert.Equal(SampleCouncil.Id, request.Context.Council);
    }

    [Fact]
    public async Task Ask_FromFeedback_NamesItForThoseItWasSharedWith()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        FeedbackId id = await stage.ShareAsync(title: "様式の統一", centres: "tobu");

        Shown form = await stage.Sato.AskFromAsync(stage.Sato.Received[^1].DataOf(Ask));
        Assert.Contains("何について：様式の統一", form.Text, StringComparison.Ordinal);

        Shown forged = await stage.Suzuki.AskFromAsync(new() { ["f"] = id.ToString() });
        Assert.DoesNotContain("様式の統一", forged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WhereTeamsRefuses_SaysSoAndLeavesTheCard()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        stage.Bot.Teams.Unreachable.Add(stage.Sato.Chat);

        Shown answer = await stage.Sato.ActAsync("request/new", new() { ["t"] = stage.Theme.ToString() });

        Assert.Null(answer.Card);
        Assert.Contains("今は相談のカードを出せませんでした", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<SupportRequest> SendAsync(RequestStage stage, Shown from)
    {
        Shown form = await stage.Sato.AskFromAsync(from.DataOf(Ask));
        Shown check = await stage.Sato.PressAsync(form, "内容を確かめる", ("in_title", "誰を呼べばよいか"));
        await stage.Sato.PressAsync(check, "県本庁に送る");
        return await stage.ReadAsync((await stage.OpenLinesAsync()).Single().Id);
    }
}
