using Renkei.EndToEnd.Tests.Setting;
using Renkei.Room.Client;
using Renkei.Room.Conversations;
using Renkei.Testing;

namespace Renkei.EndToEnd.Tests.Durability;

/// <summary>The store goes away in the middle of a walk and comes back.</summary>
public sealed class OutageTests
{
    private const string NotSaved =
        "いま記録の置き場につながりません。保存はまだできていません。入力はこのカードに残っています。"
        + "1分ほどおいて、もう一度押してください。";

    [Fact]
    public async Task AzureTables_StoppedAndStarted_SaysSoAndTheSamePressWorks()
    {
        string rows = Directory.CreateTempSubdirectory("renkei-azurite-").FullName;
        try
        {
            await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(rows, CancellationToken.None);
            await using TrialRoom trial = await TrialRoom.StartAsync(
                TrialSetup.OnAzureTables(azurite.ConnectionString)
            );
            Colleague sato = trial.Colleague("sato");
            ShownCard overview = await sato.StartThemeAsync("置き場が止まる");
            ShownCard first = await sato.PressAsync(overview, "次の一歩を開く");
            (string, string)[] filled = [("in_s_01", "i"), ("in_n_01", "止まっている間に")];

            await azurite.StopAsync();
            AssertNotSaved(await sato.TryPressAsync(first, "保存して次へ", filled));
            Assert.Equal(first.Json.GetRawText(), sato.Look(first).Json.GetRawText());
            MessageView said = await sato.AskAsync("続き");
            Assert.Equal(NotSaved, said.Text);

            await azurite.StartAgainAsync(CancellationToken.None);
            ShownCard next = await sato.PressAsync(first, "保存して次へ", filled);

            Assert.Contains("役割 2／12", next.Text, StringComparison.Ordinal);
            ShownCard again = await sato.OpenGroupAsync(overview, 1);
            Assert.Contains(
                "止まっている間に",
                Assert.Single(await sato.HistoryAsync(again, "01")),
                StringComparison.Ordinal
            );
        }
        finally
        {
            Directory.Delete(rows, recursive: true);
        }
    }

    [SmallDiskFact]
    public async Task Sqlite_DiskFullAndEmptied_SaysSoAndTheSamePressWorks()
    {
        using SmallDisk disk = new("8m");
        await using TrialRoom trial = await TrialRoom.StartAsync(
            new() { BotFolder = Path.Combine(disk.Folder, "bot") }
        );
        Colleague sato = trial.Colleague("sato");
        ShownCard overview = await sato.StartThemeAsync("いっぱい");
        ShownCard card = await sato.PressAsync(overview, "次の一歩を開く");
        disk.Fill();
        // The files have a little room of their own left; a few saves may still fit into it.
        (string Button, (string, string)[] Filled)[] walk =
        [
            ("保存して次へ", [("in_s_01", "i"), ("in_n_01", Note(0))]),
            ("前へ", []),
        ];
        int presses = 0;
        CardAnswer answer = await sato.TryPressAsync(card, walk[0].Button, walk[0].Filled);
        while (answer.StatusCode == 200 && presses < 400)
        {
            card = card with { Json = answer.Card!.Value };
            presses++;
            walk[0].Filled[1].Item2 = Note(presses / 2);
            answer = await sato.TryPressAsync(card, walk[presses % 2].Button, walk[presses % 2].Filled);
        }
        AssertNotSaved(answer);
        Assert.Equal(card.Json.GetRawText(), sato.Look(card).Json.GetRawText());

        disk.Clear();
        card = await sato.PressAsync(card, walk[presses % 2].Button, walk[presses % 2].Filled);

        ShownCard again = await sato.OpenGroupAsync(card with { Json = overview.Json }, 1);
        Assert.Equal(Note(presses / 2), again.Inputs["in_n_01"]);
        IReadOnlyList<string> history = await sato.HistoryAsync(again, "01");
        Assert.Equal(Math.Min((presses / 2) + 1, 10), history.Count);
        Assert.Single(history, r => r.EndsWith(Note(presses / 2), StringComparison.Ordinal));
    }

    private static string Note(int number) => $"{new string('長', 300)}{number}";

    private static void AssertNotSaved(CardAnswer answer)
    {
        Assert.Equal((500, "application/vnd.microsoft.error"), (answer.StatusCode, answer.Type));
        Assert.Equal(NotSaved, answer.Value!.Value.GetProperty("message").GetString());
    }
}
