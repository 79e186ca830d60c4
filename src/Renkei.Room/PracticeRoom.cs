using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Renkei.Room.BotProcess;
using Renkei.Room.Client;
using Renkei.Room.Clock;
using Renkei.Room.Connector;
using Renkei.Room.Conversations;
using Renkei.Room.Hosting;
using Renkei.Room.Lesson;
using Renkei.Room.PageApi;
using Renkei.Room.Scenario;
using Renkei.Room.Tokens;
using Renkei.Room.Trouble;
using Renkei.Room.Wire;

namespace Renkei.Room;

/// <summary>
/// A stand-in for Teams on this machine: it issues tokens, calls the bot, and offers the connector. A browser drives it
/// through its page, a test through <see cref="Person"/>.
/// </summary>
public sealed class PracticeRoom : IAsyncDisposable
{
    private readonly RoomOptions options;
    private readonly RoomAddress address;
    private readonly RoomParts parts;
    private readonly CancellationTokenSource stopping;
    private readonly SocketsHttpHandler direct = new() { UseProxy = false, AllowAutoRedirect = false };
    private readonly HttpClient http;
    private readonly ILogger logger;
    private WebApplication? app;

    private PracticeRoom(RoomOptions options)
    {
        this.options = options;
        ILoggerFactory loggers = options.Loggers ?? NullLoggerFactory.Instance;
        logger = loggers.CreateLogger("Renkei.Room");
        address = new() { BotUrl = options.BotUrl ?? (options.Bot is null ? null : new("http://127.0.0.1:3978/")) };
        stopping = new();
        // Each call has its own deadline.
        http = new(direct, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        RoomClock clock = new(TimeProvider.System);
        Prefecture = new();
        (Journal? journal, IReadOnlyList<JournalLine> lines) = options.DataPath is { } folder
            ? Journal.Open(folder, options.Fresh)
            : (null, []);
        RoomLedger ledger = new(Prefecture, clock, journal, lines);
        RoomEvents events = new(TimeProvider.System.GetUtcNow());
        Wire = new(clock);
        Trouble = new();
        Notices notices = new(events);
        FileExchange files = new(address, ledger, new(options.DataPath));
        if (options.Fresh)
        {
            files.Clear();
        }
        ActivityWriter writer = new(address, ledger, clock);
        BotClient bot = new(address, new(address, clock), writer, Trouble, Wire, http);
        LessonProgress lesson = new(LessonProgress.FirstRound(), ledger, events);
        TrialClock trial = new(clock, ledger, address, events, http, options.TrialKey, logger);
        parts = new()
        {
            Prefecture = Prefecture,
            Ledger = ledger,
            Files = files,
            Events = events,
            Notices = notices,
            Clock = trial,
            Trouble = Trouble,
            Bot = new(options, address, events, http, logger),
            Lesson = lesson,
            Background = new(logger),
            Teams = new(options, Prefecture, ledger, writer, bot, Trouble, files, notices, lesson, new(ledger, trial)),
            Stopping = stopping.Token,
        };
        OutboundTokens = new(address, options.ClientSecret, clock);
        ledger.Written += notices.Message;
        Wire.Recorded += e =>
            events.Publish(
                "wire",
                new WireEvent(e.N, e.At, e.Direction, e.Method, e.Path, e.Status, e.Milliseconds),
                RoomJson.Readable.WireEvent
            );
        Trouble.Changed += (_, _) =>
            events.Publish("trouble", new TroubleEvent(parts.TroubleStates()), RoomJson.Readable.TroubleEvent);
    }

    /// <summary>Address of the page.</summary>
    public Uri Url => address.Root;

    /// <summary>Base address of the connector for the bot, with the tenant and a slash at the end.</summary>
    public string ServiceUrl => address.ServiceUrl;

    /// <summary>Issuer of inbound tokens.</summary>
    public string Issuer => address.Issuer;

    /// <summary>OpenID metadata of inbound tokens.</summary>
    public Uri MetadataUrl => address.MetadataUrl;

    /// <summary>Where the bot gets its outbound token by client_credentials.</summary>
    public Uri TokenUrl => address.TokenUrl;

    /// <summary>App id of the bot.</summary>
    public string AppId => HikariPrefecture.BotAppId;

    /// <summary>The bot's secret for <see cref="TokenUrl"/>.</summary>
    public string ClientSecret => options.ClientSecret;

    /// <summary>The tenant everybody is in.</summary>
    public string TenantId => HikariPrefecture.TenantId;

    /// <summary>What the bot has to compare <c>X-Trial-Key</c> with.</summary>
    public string TrialKey => options.TrialKey;

    /// <summary>Address of the bot; on this machine only.</summary>
    /// <exception cref="ArgumentException">The address is not on this machine.</exception>
    public Uri? BotUrl
    {
        get => address.BotUrl;
        set => address.BotUrl = value;
    }

    /// <summary>People and conversations.</summary>
    public HikariPrefecture Prefecture { get; }

    /// <summary>Requests between the room and the bot, both ways.</summary>
    public WireLog Wire { get; }

    /// <summary>The room's clock, which the bot follows.</summary>
    public TrialClock Clock => parts.Clock;

    /// <summary>What goes wrong on purpose. Removing the app is <see cref="SetTroubleAsync"/>, because the bot hears of it.</summary>
    public TroubleSwitches Trouble { get; }

    internal OutboundTokens OutboundTokens { get; }

    /// <summary>Starts a room, and the bot where it is the room's child.</summary>
    /// <exception cref="ArgumentException">The bot's address is not on this machine, or the page's folder holds no page.</exception>
    /// <exception cref="IOException">The room's or the bot's port is taken, or the data folder cannot be used.</exception>
    /// <exception cref="InvalidDataException">The journal is damaged.</exception>
    public static async Task<PracticeRoom> StartAsync(RoomOptions options, CancellationToken ct)
    {
        PracticeRoom room = new(options);
        try
        {
            await room.ListenAsync(ct);
            if (options.Fresh)
            {
                await room.parts.Bot.ForgetAsync();
            }
            if (room.BotUrl is not null)
            {
                await room.StartBotAsync(ct);
            }
            return room;
        }
        catch
        {
            await room.DisposeAsync();
            throw;
        }
    }

    /// <summary>A person in her or his personal chat with the bot.</summary>
    /// <exception cref="BadRequestException">There is nobody with this key.</exception>
    public Seat Person(string id)
    {
        RoomPerson person = parts.Teams.FindPerson(id);
        return new(parts, parts.Teams.Place(person.Id, person.PersonalChat));
    }

    /// <summary>Starts the bot again after it was killed; returns whether it answers.</summary>
    public async Task<bool> StartBotAsync(CancellationToken ct)
    {
        if (!await parts.Bot.StartAsync(ct))
        {
            return false;
        }
        await parts.Clock.TellBotAsync(ct);
        if (options.InstallForEveryone)
        {
            await InstallForEveryoneAsync(ct);
        }
        return true;
    }

    /// <summary>Kills the bot at once; only where it is the room's child.</summary>
    public Task KillBotAsync(CancellationToken ct) => parts.Bot.KillAsync(ct);

    /// <summary>Installs the app in every chat and channel where it is not, except in the newcomer's chat.</summary>
    public async Task InstallForEveryoneAsync(CancellationToken ct)
    {
        foreach (RoomConversation conversation in Prefecture.Conversations)
        {
            string first = conversation.Members[0];
            if (conversation.Kind != ConversationKinds.Personal || first != HikariPrefecture.Newcomer)
            {
                await parts.Teams.InstallAsync(parts.Teams.Place(first, conversation.Key), ct);
            }
        }
    }

    /// <summary>Switches trouble on or off; for <see cref="TroubleKind.Uninstalled"/> the bot is told as Teams does.</summary>
    public async Task SetTroubleAsync(
        TroubleTarget target,
        TroubleKind kind,
        bool on,
        TroubleSettings? settings,
        CancellationToken ct
    )
    {
        if (on)
        {
            Trouble.On(target, kind, settings);
        }
        else
        {
            Trouble.Off(target, kind);
        }
        if (kind != TroubleKind.Uninstalled)
        {
            return;
        }
        foreach (RoomConversation conversation in Prefecture.Conversations)
        {
            if (!target.Covers(conversation.Key, null))
            {
                continue;
            }
            Place place = parts.Teams.Place(conversation.Members[0], conversation.Key);
            if (on)
            {
                await parts.Teams.UninstallAsync(place, ct);
            }
            else
            {
                await parts.Teams.InstallAsync(place, ct);
            }
        }
    }

    /// <summary>Back to the first day: no messages, files or trouble, the machine's time. A bot that is the room's
    /// child starts again with an empty folder; another keeps its data.</summary>
    public async Task ResetAsync(CancellationToken ct)
    {
        Trouble.Clear();
        await parts.Bot.ForgetAsync();
        parts.Ledger.Clear();
        parts.Files.Clear();
        Wire.Clear();
        await parts.Clock.ToMachineTimeAsync(ct);
        parts.Events.Publish("reset", new EmptyEvent(), RoomJson.Readable.EmptyEvent);
        await StartBotAsync(ct);
    }

    /// <summary>Stops the room, and the bot where it is the room's child.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        parts.Events.Close();
        await parts.Bot.DisposeAsync();
        await parts.Background.EndAsync();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
        parts.Ledger.Dispose();
        http.Dispose();
        direct.Dispose();
        stopping.Dispose();
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 80 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore();
        if (options.Loggers is not null)
        {
            builder.Services.AddSingleton(options.Loggers);
        }
        app = builder.Build();
        app.Use(Loopback.GuardAsync);
        app.Use(AnswerFaultsAsync);
        app.Use(new WireRecording(Wire).RecordAsync);
        string? page = PageFiles.Find(options.PagePath);
        if (page is null)
        {
            Log.NoPage(logger);
        }
        PageFiles.Serve(app, page);
        app.UseRouting();
        Map(app);
        await app.StartAsync(ct);
        address.Port = new Uri(app.Urls.First()).Port;
        Log.Listening(logger, address.Root);
    }

    private void Map(WebApplication routes)
    {
        new TokenEndpoints(address, OutboundTokens).Map(routes);
        new ConnectorEndpoints(
            OutboundTokens,
            Trouble,
            options.KeepTeamsLimits ? new(TimeProvider.System) : null,
            new(Prefecture, parts.Ledger, Trouble, parts.Notices),
            new(Prefecture, parts.Ledger),
            Prefecture
        ).Map(routes);
        new PageEndpoints(this, parts).Map(routes);
        new FileEndpoints(parts.Files).Map(routes);
    }

    private async Task AnswerFaultsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadRequestException e)
        {
            await JsonAnswers.WriteAsync(
                context,
                e.Status,
                new ErrorAnswer(new("badRequest", e.Message)),
                RoomJson.Readable.ErrorAnswer
            );
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is waiting for the answer any more.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Log.RequestFailed(logger, e, context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
