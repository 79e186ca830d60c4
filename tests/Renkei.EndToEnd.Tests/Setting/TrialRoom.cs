using Renkei.Room;
using Renkei.Room.BotProcess;

namespace Renkei.EndToEnd.Tests.Setting;

/// <summary>The practice room in this process and the real bot as a process of its own, each with an empty store.</summary>
internal sealed class TrialRoom : IAsyncDisposable
{
    private readonly string folder;
    private readonly RoomLog log;

    private TrialRoom(PracticeRoom room, string folder, RoomLog log) =>
        (Room, this.folder, this.log) = (room, folder, log);

    /// <summary>The room.</summary>
    public PracticeRoom Room { get; }

    /// <summary>What room and bot wrote lately.</summary>
    public string Log => log.Tail;

    /// <summary>Starts both and waits until the bot answers.</summary>
    /// <param name="setup">What differs from a trial on one machine.</param>
    public static async Task<TrialRoom> StartAsync(TrialSetup? setup = null)
    {
        setup ??= new();
        string folder = Path.Combine(Path.GetTempPath(), $"renkei-end-to-end-{Guid.NewGuid():N}");
        Dictionary<string, string> environment = new(TrialConfiguration.Environment);
        foreach ((string name, string value) in setup.Environment)
        {
            environment[name] = value;
        }
        RoomLog log = new();
        RoomOptions options = new()
        {
            BotUrl = new($"http://127.0.0.1:{Ports.Free()}/"),
            Bot = new(Repository.BotDll, environment, setup.BotFolder ?? Path.Combine(folder, "bot")),
            DataPath = setup.KeepsMessages ? Path.Combine(folder, "room") : null,
            InstallForEveryone = setup.InstallForEveryone,
            RepeatPause = TimeSpan.FromSeconds(1),
            Loggers = log,
        };
        TrialRoom trial = new(await PracticeRoom.StartAsync(options, CancellationToken.None), folder, log);
        if (!await trial.Room.StartBotAsync(CancellationToken.None))
        {
            await trial.DisposeAsync();
            Assert.Fail($"The bot does not answer.\n{log.Tail}");
        }
        return trial;
    }

    /// <summary>Somebody in her or his personal chat with the bot.</summary>
    public Colleague Colleague(string person) => new(this, Room.Person(person));

    /// <summary>The bot is killed, as by a power cut, and started again.</summary>
    public async Task KillAndStartBotAsync()
    {
        await Room.KillBotAsync(CancellationToken.None);
        await StartBotAsync();
    }

    /// <summary>Starts the bot after it was killed.</summary>
    public async Task StartBotAsync() =>
        Assert.True(await Room.StartBotAsync(CancellationToken.None), $"The bot does not start again.\n{Log}");

    public async ValueTask DisposeAsync()
    {
        await Room.DisposeAsync();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>How a trial differs from the usual one.</summary>
internal sealed record TrialSetup
{
    /// <summary>Further settings of the bot, or others.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The bot's own folder; <see langword="null"/> for a new one.</summary>
    public string? BotFolder { get; init; }

    /// <summary>Whether the app is there for everybody but the newcomer. Default yes.</summary>
    public bool InstallForEveryone { get; init; } = true;

    /// <summary>Whether the room keeps its messages on disk. Default no.</summary>
    public bool KeepsMessages { get; init; }

    /// <summary>The same on Azure Tables.</summary>
    /// <param name="connectionString">Of the account.</param>
    public static TrialSetup OnAzureTables(string connectionString) =>
        new()
        {
            Environment = new Dictionary<string, string>
            {
                ["Renkei__Store__Kind"] = "AzureTables",
                ["Renkei__Store__ConnectionString"] = connectionString,
            },
        };
}
