using Renkei.Bot.Tests.Features.Requests;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Feedback;

namespace Renkei.Bot.Tests.Features.Feedback;

/// <summary>Head office and nurses of two centres, before anything was shared.</summary>
internal sealed class FeedbackStage : IAsyncDisposable
{
    private FeedbackStage(RequestStage stage) => Stage = stage;

    private RequestStage Stage { get; }

    public TestBot Bot => Stage.Bot;
    public Player Sato => Stage.Sato;
    public Player Tanaka => Stage.Tanaka;
    public Player Suzuki => Stage.Suzuki;
    public Player Takahashi => Stage.Takahashi;
    public Player Inoue => Stage.Inoue;

    public static async Task<FeedbackStage> OpenAsync(string locale = "ja-JP") =>
        new(await RequestStage.OpenAsync(locale));

    public string Say(string ja, string en) => Stage.Say(ja, en);

    /// <summary>高橋 shares a practice, and it is sent.</summary>
    public async Task<FeedbackId> ShareAsync(
        string title = "退院連絡の様式を圏域で統一",
        string text = "5病院で様式をそろえ、連絡が早くなりました。",
        string centres = "tobu,chubu",
        string field = "discharge"
    )
    {
        Shown check = await CheckAsync(title, text, centres, field);
        await Takahashi.PressAsync(check, Say("共有する", "Share"));
        await Bot.SendDueAsync();
        IReadOnlyList<FeedbackItem> all = await Bot.Feedback.YearAsync(
            TestBot.Tenant,
            "00",
            2026,
            CancellationToken.None
        );
        return all.First(i => i.Title == title).Id;
    }

    /// <summary>The card that shows what will be shared.</summary>
    public async Task<Shown> CheckAsync(string title, string text, string centres, string field = "discharge")
    {
        Shown list = await Takahashi.SayAsync(Say("フィードバック", "feedback"));
        Shown form = await Takahashi.PressAsync(list, Say("共有する", "Share something"));
        return await Takahashi.PressAsync(
            form,
            Say("内容を確かめる", "Check before sharing"),
            ("in_title", title),
            ("in_text", text),
            ("in_field", field),
            ("in_centres", centres)
        );
    }

    /// <summary>Somebody looks at an item.</summary>
    public Task<Shown> ShowAsync(Player player, FeedbackId id) =>
        player.ActAsync("feedback/show", new() { ["f"] = id.ToString() });

    public async Task<FeedbackItem> ReadAsync(FeedbackId id) =>
        (await Bot.Feedback.FindAsync(TestBot.Tenant, id, CancellationToken.None))!;

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
