using System.Collections.Concurrent;
using System.Diagnostics;

namespace Renkei.Benchmarks;

/// <summary>
/// Measures the bot against the bare endpoint: the same requests, the same answers, the same machine, in turns. Throughput depends on
/// what else the machine does; processor time for a thousand turns hardly does.
/// </summary>
internal sealed class Benchmark(BenchmarkOptions options)
{
    private const int Nurses = 64;
    private const int TokensASecond = 20_000;
    private const double WarmUpSeconds = 4;

    // A server that just started compiles its busiest methods again in the background; that must not count as work.
    private const int FirstWarmUpTurns = 40_000;
    private const int Starts = 7;

    private readonly string folder = Path.Combine(AppContext.BaseDirectory, "bench-data");

    public async Task<int> RunAsync()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        Directory.CreateDirectory(folder);
        using TokenSigner signer = new();
        await using LocalTeams teams = await LocalTeams.StartAsync(signer);
        string token = signer.Sign(teams.ServiceUrl);
        Nurse[] nurses =
        [
            .. Enumerable.Range(0, Math.Max(Nurses, options.Clients.Max())).Select(i => new Nurse(i, teams)),
        ];
        Report.Head(options);
        using (ServerProcess bot = ServerProcess.StartBot(options.Bot, teams, folder))
        {
            await PrepareAsync(bot, teams, nurses, token);
            using ServerProcess bare = ServerProcess.StartBare(options.Bot, folder);
            foreach (ServerProcess server in (ServerProcess[])[bare, bot])
            {
                await WarmUpAsync(server, nurses[..16], Scenario.Typing(Nurse.Continue, token));
            }
            foreach (Scenario scenario in Scenarios(signer, teams, token))
            {
                await MeasureAsync(scenario, bare, bot, teams, nurses);
            }
            Report.Memory(bare.PeakMemory, bot.PeakMemory);
        }
        if (IsWanted("start"))
        {
            await MeasureStartsAsync(teams, nurses[0], token);
        }
        return 0;
    }

    private static async Task WarmUpAsync(ServerProcess server, Nurse[] nurses, Func<Nurse, TurnConnection, Task> turn)
    {
        for (int turns = 0; turns < FirstWarmUpTurns; )
        {
            turns += (await Round.RunAsync(server, nurses, turn, WarmUpSeconds)).Turns;
        }
    }

    private IEnumerable<Scenario> Scenarios(TokenSigner signer, LocalTeams teams, string token)
    {
        ConcurrentQueue<string> fresh = [];
        Scenario[] all =
        [
            new("read", Nurse.Continue, options.Clients, _ => Scenario.Typing(Nurse.Continue, token)),
            new("list", Nurse.List, Middling, _ => Scenario.Typing(Nurse.List, token)),
            new(
                "token",
                $"{Nurse.Continue}, new token each",
                Middling,
                s =>
                {
                    int missing = (int)(TokensASecond * Math.Max(options.Seconds, WarmUpSeconds)) - fresh.Count;
                    for (int i = 0; i < missing; i++)
                    {
                        fresh.Enqueue(signer.Sign(teams.ServiceUrl));
                    }
                    return Scenario.TypingAnew(Nurse.Continue, fresh, isChecked: s.Name != "bare");
                }
            ),
            new("save", "save (card action)", options.Clients, s => Scenario.Saving(token, isKept: s.Name != "bare")),
        ];
        return all.Where(s => IsWanted(s.Name));
    }

    private IReadOnlyList<int> Middling => [options.Clients[options.Clients.Count / 2]];

    private bool IsWanted(string name) => name.Contains(options.Filter, StringComparison.OrdinalIgnoreCase);

    /// <summary>Lets the nurses join, and keeps the bot's answers for the bare endpoint.</summary>
    private async Task PrepareAsync(ServerProcess bot, LocalTeams teams, Nurse[] nurses, string token)
    {
        using TurnConnection connection = await bot.ConnectAsync();
        foreach (Nurse nurse in nurses)
        {
            await nurse.JoinAsync(connection, token);
        }
        foreach (
            (string text, string name) in ((string, string)[])
                [(Nurse.Continue, RecordedAnswers.Walk), (Nurse.List, RecordedAnswers.List)]
        )
        {
            Task<byte[]> message = teams.NextMessageAsync();
            await connection.PostAsync(nurses[0].Typed(token, text));
            await File.WriteAllBytesAsync(Path.Combine(folder, name), await message);
        }
    }

    private async Task MeasureAsync(
        Scenario scenario,
        ServerProcess bare,
        ServerProcess bot,
        LocalTeams teams,
        Nurse[] nurses
    )
    {
        ServerProcess[] servers = [bare, bot];
        foreach (ServerProcess server in servers)
        {
            await Round.RunAsync(server, nurses[..scenario.Clients.Max()], scenario.Turn(server), WarmUpSeconds);
        }
        foreach (int clients in scenario.Clients)
        {
            Dictionary<ServerProcess, List<Round>> rounds = servers.ToDictionary(s => s, _ => new List<Round>());
            for (int i = 0; i < options.Rounds; i++)
            {
                foreach (ServerProcess server in servers)
                {
                    int before = teams.Messages;
                    int savedBefore = nurses.Sum(n => n.Saves);
                    Round round = await Round.RunAsync(
                        server,
                        nurses[..clients],
                        scenario.Turn(server),
                        options.Seconds
                    );
                    rounds[server].Add(round);
                    Check(scenario, round, teams.Messages - before, nurses.Sum(n => n.Saves) - savedBefore, server);
                }
            }
            foreach (Nurse nurse in nurses)
            {
                nurse.DemandEverySaveKept();
            }
            Report.Row(scenario.Title, clients, Round.Middle(rounds[bare]), Round.Middle(rounds[bot]));
        }
    }

    /// <summary>A turn counts as one only if it had its effect.</summary>
    private static void Check(Scenario scenario, Round round, int messages, int saves, ServerProcess server)
    {
        // The bot answers a save in the HTTP response, the bare endpoint posts as always.
        bool isSaved = scenario.Name == "save" && server.Name != "bare";
        int happened = isSaved ? saves : messages;
        if (happened != round.Turns)
        {
            throw new InvalidDataException(
                $"{server.Name} answered {round.Turns} turns, but {happened} had an effect."
            );
        }
    }

    private async Task MeasureStartsAsync(LocalTeams teams, Nurse nurse, string token)
    {
        List<double> bare = [];
        List<double> bot = [];
        for (int i = 0; i < Starts; i++)
        {
            bare.Add(await FirstAnswerAsync(() => ServerProcess.StartBare(options.Bot, folder), teams, nurse, token));
            bot.Add(
                await FirstAnswerAsync(() => ServerProcess.StartBot(options.Bot, teams, folder), teams, nurse, token)
            );
        }
        Report.Starts(bare, bot);
    }

    /// <summary>From the start of the process to the first turn that is answered and posted, in milliseconds.</summary>
    private static async Task<double> FirstAnswerAsync(
        Func<ServerProcess> start,
        LocalTeams teams,
        Nurse nurse,
        string token
    )
    {
        byte[] request = nurse.Typed(token, Nurse.Continue);
        int before = teams.Messages;
        long from = Stopwatch.GetTimestamp();
        using ServerProcess server = start();
        using TurnConnection connection = await server.ConnectAsync();
        await connection.PostAsync(request);
        TimeSpan took = Stopwatch.GetElapsedTime(from);
        return teams.Messages == before + 1
            ? took.TotalMilliseconds
            : throw new InvalidDataException($"{server.Name} answered, but posted nothing.");
    }
}
