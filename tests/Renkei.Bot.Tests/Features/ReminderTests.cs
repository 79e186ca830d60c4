using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Features;

public sealed class ReminderTests
{
    [Fact]
    public async Task Task_FallsDue_ArrivesAndIsDoneByOnePress()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        await stage.Bot.SendDueAsync();
        int before = stage.Sato.Received.Count;

        await stage.Bot.GoToAsync(2026, 12, 8, 9, 0);

        Shown card = Assert.Single(stage.Sato.Received.Skip(before));
        Assert.Contains("今日が期限です：図を作る", card.Text, StringComparison.Ordinal);
        Assert.Contains("東部圏域 協議の場｜2026年12月18日(金) 14:00–16:00", card.Text, StringComparison.Ordinal);
        Assert.Equal(["済みました", "明日もう一度", "担当を替える", "会議を開く"], card.Buttons);

        Shown done = await stage.Sato.PressAsync(card, "済みました");

        Assert.Contains("済み：図を作る", done.Text, StringComparison.Ordinal);
        PreparationTask task = (await stage.CouncilAsync()).Tasks[0];
        Assert.Equal(stage.Sato.Ref, task.Done!.By);
        Assert.Equal("Answered done", (await stage.LedgerAsync(stage.Sato))["td.data.20261208.a0"]);
        // Nothing more is sent about it.
        await stage.Bot.GoToAsync(2026, 12, 9, 9, 0);
        await stage.Bot.GoToAsync(2026, 12, 10, 9, 0);
        Assert.Single(stage.Sato.Received.Skip(before));
        Assert.DoesNotContain("to.data.20261208.a2", await stage.LedgerAsync(stage.Kawakami));
    }
}
