using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Renkei.Benchmarks;

/// <summary>The bot or the bare endpoint as a process of its own, so that its processor time and memory are its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly Queue<string> said = new();
    private readonly string allocations;

    private ServerProcess(string name, int port, Process process, string allocations) =>
        (Name, Port, this.process, this.allocations) = (name, port, process, allocations);

    public string Name { get; }

    public int Port { get; }

    /// <summary>User and system time since it was started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes allocated on the managed heap since it was started, as it said some milliseconds ago.</summary>
    public long Allocated => AllocationCounter.Read(allocations);

    /// <summary>Most memory resident so far, in MiB.</summary>
    public double PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / (1024.0 * 1024);
        }
    }

    /// <summary>Starts the bot as it ships, with every check on: Development only lets it trust an issuer of this machine.</summary>
    public static ServerProcess StartBot(string bot, LocalTeams teams, string folder) =>
        Start(
            "Renkei",
            bot,
            [bot],
            new()
            {
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Renkei__Teams__AppId"] = Nurse.AppId,
                ["Renkei__Teams__TenantIds__0"] = Nurse.TenantId,
                ["Renkei__Teams__AdditionalIssuers__0__Issuer"] = TokenSigner.Issuer,
                ["Renkei__Teams__AdditionalIssuers__0__MetadataUrl"] = teams.MetadataUrl,
                ["Renkei__Teams__AdditionalIssuers__0__ServiceHosts__0"] = teams.Authority,
                ["Renkei__Credential__Kind"] = "Rehearsal",
                ["Renkei__Credential__ClientId"] = Nurse.AppId,
                ["Renkei__Credential__ClientSecret"] = "benchmark",
                ["Renkei__Credential__TokenUrl"] = teams.TokenUrl,
                ["Renkei__Store__Path"] = Path.Combine(folder, "renkei.db"),
            }
        );

    /// <summary>Starts the bare endpoint with the bot's own runtime settings, so that the garbage collector is not what is compared.</summary>
    public static ServerProcess StartBare(string bot, string answers) =>
        Start(
            "bare",
            bot,
            [
                "exec",
                "--runtimeconfig",
                Path.ChangeExtension(bot, ".runtimeconfig.json"),
                typeof(ServerProcess).Assembly.Location,
                BareServer.Command,
                answers,
            ],
            []
        );

    /// <summary>Waits until its port takes connections.</summary>
    /// <exception cref="InvalidOperationException">It ended, or took longer than half a minute.</exception>
    public async Task<TurnConnection> ConnectAsync()
    {
        for (long from = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(from) < TimeSpan.FromSeconds(30); )
        {
            if (process.HasExited)
            {
                break;
            }
            TurnConnection connection = new();
            try
            {
                await connection.ConnectAsync(Port);
                return connection;
            }
            catch (SocketException)
            {
                // Not listening yet.
                connection.Dispose();
                await Task.Delay(2);
            }
        }
        throw new InvalidOperationException($"{Name} did not start:\n{string.Join('\n', said)}");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        File.Delete(allocations);
    }

    private static ServerProcess Start(
        string name,
        string bot,
        IEnumerable<string> arguments,
        Dictionary<string, string> settings
    )
    {
        int port = FreePort();
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(bot),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        foreach ((string key, string value) in settings)
        {
            start.Environment[key] = value;
        }
        string allocations = Path.GetTempFileName();
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(ServerProcess).Assembly.Location;
        start.Environment[AllocationCounter.FileVariable] = allocations;
        ServerProcess server = new(name, port, Process.Start(start)!, allocations);
        server.process.OutputDataReceived += (_, line) => server.Keep(line.Data);
        server.process.ErrorDataReceived += (_, line) => server.Keep(line.Data);
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        return server;
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        lock (said)
        {
            if (line is not null)
            {
                said.Enqueue(line);
                if (said.Count > 20)
                {
                    said.Dequeue();
                }
            }
        }
    }
}
