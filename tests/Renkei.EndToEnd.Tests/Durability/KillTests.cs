using System.Diagnostics;
using Renkei.EndToEnd.Tests.Setting;
using Renkei.Room.Client;
using Renkei.Testing;
using Xunit.Abstractions;

namespace Renkei.EndToEnd.Tests.Durability;

/// <summary>The bot is killed in the middle of a walk, again and again: what it acknowledged is there, once.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 50;

    [Fact]
    public async Task Sqlite_KilledFiftyTimes_KeepsEveryAcknowledgedAnswerOnce()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await KillAsync(trial);
    }

    [Fact]
    public async Task AzureTables_KilledFiftyTimes_KeepsEveryAcknowledgedAnswerOnce()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(folder: null, CancellationToken.None);
        await using TrialRoom trial = await TrialRoom.StartAsync(TrialSetup.OnAzureTables(azurite.ConnectionString));
        await KillAsync(trial);
    }

    private async Task KillAsync(TrialRoom trial)
    {
        int seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        Random random = new(seed);
        Colleague sato = trial.Colleague("sato");
        ShownCard overview = await sato.StartThemeAsync("電源が切れても");
        List<(int Group, string Line)> places = [];
        for (int group = 1; group <= 12; group++)
        {
            places.AddRange((await sato.OpenGroupAsync(overview, group)).Lines.Select(line => (group, line)));
        }
        List<(string Note, int Place, bool Acknowledged)> written = [];
        for (int kill = 0; kill < Kills; kill++)
        {
            int at = kill % places.Count;
            (int group, string line) = places[at];
            ShownCard card = await sato.OpenGroupAsync(overview, group);
            // Saves that nobody disturbs: the first one wakes a bot that has just started, the second one tells how long the next takes.
            double undisturbed = 0;
            foreach (string note in (string[])[$"静かに{kill}番", $"もう一度{kill}番"])
            {
                long from = Stopwatch.GetTimestamp();
                await sato.PressAsync(card, "今日はここまで", ($"in_n_{line}", note));
                undisturbed = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
                written.Add((note, at, true));
                card = await sato.OpenGroupAsync(overview, group);
            }
            Task<CardAnswer> press = sato.TryPressAsync(card, "今日はここまで", ($"in_n_{line}", $"途中で{kill}番"));
            await WaitAsync(random.NextDouble() * undisturbed);
            await trial.Room.KillBotAsync(CancellationToken.None);
            written.Add(($"途中で{kill}番", at, await press is { StatusCode: 200, Card: not null }));
            await trial.StartBotAsync();
        }

        int cutButSaved = 0;
        for (int at = 0; at < places.Count; at++)
        {
            (int group, string line) = places[at];
            IReadOnlyList<string> history = await sato.HistoryAsync(await sato.OpenGroupAsync(overview, group), line);
            foreach ((string note, _, bool acknowledged) in written.Where(w => w.Place == at))
            {
                int times = history.Count(r => r.EndsWith($"メモ：{note}", StringComparison.Ordinal));
                Assert.True(
                    times == 1 || (!acknowledged && times == 0),
                    $"\"{note}\", acknowledged {acknowledged}, is there {times} times:\n{string.Join('\n', history)}"
                );
                cutButSaved += acknowledged ? 0 : times;
            }
        }
        int acknowledgedLast = written.Count(w => w.Acknowledged) - (2 * Kills);
        Assert.True(acknowledgedLast < Kills, "No save was cut off: the kills came too late to prove anything.");
        output.WriteLine(
            $"{Kills} kills: {acknowledgedLast} saves were acknowledged just before, "
                + $"{Kills - acknowledgedLast} were cut off, of which {cutButSaved} had been committed."
        );
    }

    // Task.Delay is too coarse for a few milliseconds.
    private static Task WaitAsync(double milliseconds) =>
        Task.Run(() =>
        {
            long from = Stopwatch.GetTimestamp();
            SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(from).TotalMilliseconds >= milliseconds);
        });
}
