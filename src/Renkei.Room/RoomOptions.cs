using Renkei.Room.BotProcess;

namespace Renkei.Room;

/// <summary>How a practice room is set up. What is left out suits a test: a free port, nothing on disk, no bot yet.</summary>
public sealed record RoomOptions
{
    /// <summary>Port on 127.0.0.1; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Address of the bot, loopback only; may be set later with <see cref="PracticeRoom.BotUrl"/>.</summary>
    public Uri? BotUrl { get; init; }

    /// <summary>The bot as a child process of the room; <see langword="null"/> if somebody else runs it.</summary>
    public BotChild? Bot { get; init; }

    /// <summary>The room's own folder for the journal and files; <see langword="null"/> keeps everything in memory.</summary>
    public string? DataPath { get; init; }

    /// <summary>Whether to forget what the room's folder, and that of a child bot, holds.</summary>
    public bool Fresh { get; init; }

    /// <summary>Folder of the page; by default it is looked for beside and above the program.</summary>
    public string? PagePath { get; init; }

    /// <summary>Sent in <c>X-Trial-Key</c> when the room moves the bot's clock; by default a new secret for each room.</summary>
    public string TrialKey { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>What the bot shows to get its outbound token; by default a new secret for each room.</summary>
    public string ClientSecret { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>How long the bot may take to answer before the room repeats the activity, as Teams does. Default 15 seconds.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The same for message extensions. Default 5 seconds.</summary>
    public TimeSpan ComposeGiveUpAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Pause before an invoke is repeated under a new id. Default 15 seconds.</summary>
    public TimeSpan RepeatPause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether sending is limited as Teams documents it. Default yes.</summary>
    public bool KeepTeamsLimits { get; init; } = true;

    /// <summary>
    /// Whether the app is installed for everybody but the newcomer, and in all chats and channels, as soon as the bot
    /// answers (as an organisation's policy does). Otherwise first contact installs it. Default no.
    /// </summary>
    public bool InstallForEveryone { get; init; }

    /// <summary>Where log lines go; <see langword="null"/> for nowhere.</summary>
    public ILoggerFactory? Loggers { get; init; }
}
