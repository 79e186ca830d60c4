using Renkei.Bot.Tests.Features.Feedback;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Feedback;
using Renkei.Domain.Requests;

namespace Renkei.Bot.Tests.Features.Requests;

/// <summary>Everything written as long as it may be still fits into what Teams takes.</summary>
public sealed class LargestRequestTests
{
    private const int Limit = 28 * 1024;

    private static readonly string Title = new('題', SupportRequest.TitleLength);
    private static readonly string Text = new('長', SupportRequest.TextLength);

    [Fact]
    public async Task Request_EverythingLong_Fits()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        Shown form = await stage.Sato.AskFromAsync(new() { ["t"] = stage.Theme.ToString(), ["i"] = "08" });
        Shown check = await stage.Sato.PressAsync(form, "内容を確かめる", ("in_title", Title), ("in_text", Text));
        Fits(check);
        Fits(await stage.Sato.PressAsync(check, "書き直す"));
        await stage.Sato.PressAsync(check, "県本庁に送る");
        await stage.Bot.SendDueAsync();
        RequestId id = Assert.Single(await stage.OpenLinesAsync()).Id;
        for (int i = 0; i < 3; i++)
        {
            Shown office = await stage.Takahashi.ActAsync("request/show", new() { ["x"] = id.ToString() });
            Fits(await stage.WriteAsync(stage.Takahashi, office, "たずね返す", Text));
            Shown centre = await stage.Sato.ActAsync("request/show", new() { ["x"] = id.ToString() });
            Fits(await stage.WriteAsync(stage.Sato, centre, "返事をする", Text));
        }
        Assert.All(stage.Channel, Fits);
        Assert.All(stage.Sato.Received, Fits);
        Fits(await stage.Sato.ActAsync("request/thread", new() { ["x"] = id.ToString(), ["n"] = 0 }));
    }

    [Fact]
    public async Task Feedback_EverythingLong_Fits()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        string text = new('長', FeedbackItem.TextLength);
        Shown list = await stage.Takahashi.SayAsync("フィードバック");
        Shown form = await stage.Takahashi.PressAsync(list, "共有する");
        Shown check = await stage.Takahashi.PressAsync(
            form,
            "内容を確かめる",
            ("in_title", Title),
            ("in_text", text),
            ("in_link", $"https://example.jp/{new string('a', FeedbackItem.LinkLength - 19)}")
        );
        Fits(check);
        Fits(await stage.Takahashi.PressAsync(check, "共有する"));
        await stage.Bot.SendDueAsync();
        Fits(stage.Sato.Received[^1]);
    }

    private static void Fits(Shown card) => Assert.True(card.Json.Length < Limit, $"{card.Json.Length} bytes");
}
