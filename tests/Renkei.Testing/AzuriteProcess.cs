using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace Renkei.Testing;

/// <summary>
/// Azurite, the emulator of Azure Storage, with its tables only, as a process of its own on a free port of this machine. It is
/// installed by <c>npm ci --prefix tests</c>. It saves on a graceful stop only: right for semantics, not for durability.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(60);

    private readonly string program;
    private readonly string? folder;
    private readonly ConcurrentQueue<string> output = new();
    private Process? process;

    private AzuriteProcess(string program, string? folder) =>
        (this.program, this.folder, Port) = (program, folder, FreePort());

    /// <summary>The port on 127.0.0.1; the same after a stop and a new start.</summary>
    public int Port { get; }

    /// <summary>For a client with an account key; the account and key are the emulator's published ones.</summary>
    public string ConnectionString =>
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"TableEndpoint=http://127.0.0.1:{Port}/devstoreaccount1";

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="folder">Where it keeps its rows over a stop; <see langword="null"/> keeps them in memory.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">It is not installed or does not start; the message says what to do.</exception>
    public static async Task<AzuriteProcess> StartAsync(string? folder, CancellationToken ct)
    {
        AzuriteProcess azurite = new(FindProgram(), folder);
        try
        {
            await azurite.StartAgainAsync(ct);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it on the same port after <see cref="StopAsync"/>.</summary>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public async Task StartAgainAsync(CancellationToken ct)
    {
        ProcessStartInfo start = new("node")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                this.program,
                "--tableHost",
                "127.0.0.1",
                "--tablePort",
                Port.ToString(CultureInfo.InvariantCulture),
                "--disableTelemetry",
                "--silent",
            },
        };
        if (this.folder is null)
        {
            start.ArgumentList.Add("--inMemoryPersistence");
        }
        else
        {
            start.ArgumentList.Add("--location");
            start.ArgumentList.Add(this.folder);
        }

        this.process = Process.Start(start) ?? throw new InvalidOperationException("node could not be started.");
        this.process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        this.process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        this.process.BeginOutputReadLine();
        this.process.BeginErrorReadLine();
        await WaitForAnswerAsync(this.process, ct);
    }

    /// <summary>Stops it as Ctrl+C would; with a folder, its rows are saved.</summary>
    public async Task StopAsync()
    {
        if (this.process is not { HasExited: false } process)
        {
            return;
        }

        using (
            Process interrupt = Process.Start("kill", ["-s", "INT", process.Id.ToString(CultureInfo.InvariantCulture)])
        )
        {
            await interrupt.WaitForExitAsync();
        }

        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"Azurite did not stop. It said: {Said()}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        this.process?.Dispose();
    }

    private static string FindProgram()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string tests = Path.Combine(folder.FullName, "tests");
            if (!File.Exists(Path.Combine(tests, "package.json")))
            {
                continue;
            }

            string program = Path.Combine(tests, "node_modules", "azurite", "dist", "src", "table", "main.js");
            return File.Exists(program)
                ? program
                : throw new InvalidOperationException(
                    "Azurite is not installed. Run this in the repository's root: npm ci --prefix tests"
                );
        }

        throw new InvalidOperationException("The tests run outside the repository, so Azurite cannot be found.");
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitForAnswerAsync(Process process, CancellationToken ct)
    {
        using HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };
        Stopwatch waited = Stopwatch.StartNew();
        while (waited.Elapsed < StartWithin && !process.HasExited)
        {
            try
            {
                // Any answer will do; without a signature it is a refusal.
                using HttpResponseMessage answer = await http.GetAsync(new Uri($"http://127.0.0.1:{Port}/"), ct);
                return;
            }
            catch (Exception failure)
                when (failure is HttpRequestException
                    || (failure is TaskCanceledException && !ct.IsCancellationRequested)
                )
            {
                await Task.Delay(100, ct);
            }
        }

        throw new InvalidOperationException($"Azurite does not answer on port {Port}. It said: {Said()}");
    }

    private string Said() => string.Join(Environment.NewLine, output);
}
