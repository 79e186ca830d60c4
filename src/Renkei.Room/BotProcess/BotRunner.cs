using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Renkei.Room.Hosting;
using Renkei.Room.PageApi;
using Renkei.Room.Scenario;

namespace Renkei.Room.BotProcess;

/// <summary>Starts, watches, kills and stops the bot, where it is the room's child. Safe for many threads.</summary>
internal sealed partial class BotRunner : IAsyncDisposable
{
    private const int Terminate = 15;
    private const int KillSignal = 9;
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    private readonly RoomOptions options;
    private readonly RoomAddress address;
    private readonly RoomEvents events;
    private readonly HttpClient http;
    private readonly ILogger logger;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private Process? process;
    private string state = "stopped";

    public BotRunner(RoomOptions options, RoomAddress address, RoomEvents events, HttpClient http, ILogger logger) =>
        (this.options, this.address, this.events, this.http, this.logger) = (options, address, events, http, logger);

    /// <summary>A bot that somebody else runs counts as running.</summary>
    public BotState State =>
        options.Bot is null
            ? new(address.BotUrl is null ? "stopped" : "running", false)
            : new(Volatile.Read(ref state), true);

    /// <summary>Starts the bot, if it is not running, and waits until it answers.</summary>
    /// <returns>Whether it answers.</returns>
    /// <exception cref="IOException">Something else listens where the bot is to listen.</exception>
    public async Task<bool> StartAsync(CancellationToken ct)
    {
        if (options.Bot is not { } child)
        {
            return address.BotUrl is not null;
        }
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (process is { HasExited: false } && State.State == "running")
            {
                return true;
            }
            process?.Dispose();
            await RequireFreeAsync(address.BotUrl!, ct);
            Directory.CreateDirectory(child.DataPath);
            process = Launch(child);
            SetState("starting");
            Log.BotStarted(logger, process.Id);
            bool ready = await AnswersAsync(process, new Uri(address.BotUrl!, child.HealthPath), ct);
            if (ready)
            {
                SetState("running");
                Log.BotReady(logger);
            }
            else
            {
                SetState(process.HasExited ? "stopped" : "starting");
                Log.BotNotReady(logger, StartTime.TotalSeconds);
            }
            return ready;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Kills the bot at once, as a power cut would.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        if (process is not { HasExited: false } running)
        {
            return;
        }
        // The framework walks the table of processes before it kills, some tens of milliseconds: too late for "at once".
        if (OperatingSystem.IsWindows() || SendSignal(running.Id, KillSignal) != 0)
        {
            running.Kill(entireProcessTree: true);
        }
        await running.WaitForExitAsync(ct);
        SetState("stopped");
    }

    /// <summary>Stops the bot and empties its folder; it has to be started again.</summary>
    public async Task ForgetAsync()
    {
        if (options.Bot is not { } child)
        {
            return;
        }
        await StopAsync();
        if (Directory.Exists(child.DataPath))
        {
            Directory.Delete(child.DataPath, recursive: true);
        }
    }

    /// <summary>Stops the bot.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process?.Dispose();
        oneAtATime.Dispose();
    }

    // Asks first, kills after ten seconds.
    private async Task StopAsync()
    {
        if (process is { HasExited: false } running)
        {
            using CancellationTokenSource limit = new(StopTime);
            try
            {
                if (OperatingSystem.IsWindows() || SendSignal(running.Id, Terminate) != 0)
                {
                    running.Kill(entireProcessTree: true);
                }
                await running.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                running.Kill(entireProcessTree: true);
            }
            SetState("stopped");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int processId, int signal);

    // A bot left over from a room that was killed would answer in the child's place, with other secrets.
    private static async Task RequireFreeAsync(Uri bot, CancellationToken ct)
    {
        using TcpClient probe = new();
        try
        {
            await probe.ConnectAsync(bot.Host.Trim('[', ']'), bot.Port, ct);
        }
        catch (SocketException)
        {
            return;
        }
        throw new IOException(
            $"ポート {bot.Port} では別のプログラムが動いています。 / Another program listens on port {bot.Port}; end it, or choose another with --bot-url."
        );
    }

    private Process Launch(BotChild child)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(child.DllPath))!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.GetFullPath(child.DllPath));
        foreach ((string name, string value) in child.Environment)
        {
            start.Environment[name] = Fill(value);
        }
        Process started = new() { StartInfo = start, EnableRaisingEvents = true };
        started.OutputDataReceived += (_, line) => Forward(line.Data);
        started.ErrorDataReceived += (_, line) => Forward(line.Data);
        started.Exited += (_, _) =>
        {
            // The end of an earlier process says nothing about the one that took its place.
            if (ReferenceEquals(process, started))
            {
                SetState("stopped");
            }
            Log.BotEnded(logger, started.ExitCode);
        };
        started.Start();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private string Fill(string value) =>
        value
            .Replace("{appId}", HikariPrefecture.BotAppId, StringComparison.Ordinal)
            .Replace("{tenantId}", HikariPrefecture.TenantId, StringComparison.Ordinal)
            .Replace("{issuer}", address.Issuer, StringComparison.Ordinal)
            .Replace("{metadataUrl}", address.MetadataUrl.AbsoluteUri, StringComparison.Ordinal)
            .Replace("{tokenUrl}", address.TokenUrl.AbsoluteUri, StringComparison.Ordinal)
            .Replace("{clientSecret}", options.ClientSecret, StringComparison.Ordinal)
            .Replace("{serviceHost}", address.Root.Authority, StringComparison.Ordinal)
            .Replace("{serviceUrl}", address.ServiceUrl, StringComparison.Ordinal)
            .Replace("{trialKey}", options.TrialKey, StringComparison.Ordinal)
            .Replace("{dataPath}", Path.GetFullPath(options.Bot!.DataPath), StringComparison.Ordinal)
            .Replace("{botUrl}", address.BotUrl!.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("{roomUrl}", address.Root.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);

    private void Forward(string? line)
    {
        if (line is not null)
        {
            Log.BotSaid(logger, line);
        }
    }

    private async Task<bool> AnswersAsync(Process started, Uri health, CancellationToken ct)
    {
        long from = Stopwatch.GetTimestamp();
        while (!started.HasExited && Stopwatch.GetElapsedTime(from) < StartTime)
        {
            try
            {
                using HttpResponseMessage response = await http.GetAsync(health, ct);
                if ((int)response.StatusCode < 500)
                {
                    return true;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100, ct);
        }
        return false;
    }

    private void SetState(string now)
    {
        if (Interlocked.Exchange(ref state, now) != now)
        {
            events.Publish("bot", State, RoomJson.Readable.BotState);
        }
    }
}
