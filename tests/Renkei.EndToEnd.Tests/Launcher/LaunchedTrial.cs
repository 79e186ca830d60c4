using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.EndToEnd.Tests.Setting;

namespace Renkei.EndToEnd.Tests.Launcher;

/// <summary>The launcher as a person starts it in a terminal: a session of its own, so that Ctrl+C reaches all of it.</summary>
internal sealed class LaunchedTrial : IAsyncDisposable
{
    // The first start builds the programs; on a busy machine that takes minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient http;

    private LaunchedTrial(Process process, int port)
    {
        this.process = process;
        http = new() { BaseAddress = new($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromMinutes(1) };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything it wrote, without empty lines.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>Starts <c>dotnet run renkei.cs try</c>.</summary>
    /// <param name="port">Port of the page; the bot takes the one below.</param>
    /// <param name="path">The PATH it runs with; <see langword="null"/> for ours.</param>
    /// <param name="arguments">What follows the port.</param>
    public static LaunchedTrial Start(int port, string? path, params string[] arguments)
    {
        string[] command =
        [
            .. (string[])
                ["--wait", Dotnet, "run", "renkei.cs", "try", "--port", port.ToString(CultureInfo.InvariantCulture)],
            .. arguments,
        ];
        ProcessStartInfo start = new("setsid", command)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // What the test host sets for itself would change what is built and which runtime is found.
        foreach (string name in start.Environment.Keys.Where(IsOfTheTestHost).ToArray())
        {
            start.Environment.Remove(name);
        }
        if (path is not null)
        {
            start.Environment["PATH"] = path;
        }
        return new(Process.Start(start)!, port);
    }

    /// <summary>The program <c>dotnet</c>.</summary>
    public static string Dotnet { get; } =
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet"
            ? host
            : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Waits until it says where the page is.</summary>
    public async Task WaitForAddressAsync()
    {
        Task ended = process.WaitForExitAsync();
        Task first = await Task.WhenAny(address.Task, ended, Task.Delay(Patience));
        Assert.True(first == address.Task, $"It did not start:\n{string.Join('\n', Lines)}");
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> WaitForEndAsync()
    {
        using CancellationTokenSource limit = new(Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>Presses Ctrl+C: the terminal tells every process of the session.</summary>
    public Task PressCtrlCAsync() => SignalAsync("INT", $"-{process.Id}");

    /// <summary>Asks the launcher to end, as a service manager does.</summary>
    public Task TerminateAsync() => SignalAsync("TERM", $"{process.Id}");

    /// <summary>The programs of Renkei that run in this session.</summary>
    public IReadOnlyList<string> Running()
    {
        List<string> running = [];
        foreach (
            string folder in Directory
                .EnumerateDirectories("/proc")
                .Where(f => int.TryParse(Path.GetFileName(f), out _))
        )
        {
            try
            {
                // Fields after the name in brackets: state, parent, group, session.
                string[] stat = File.ReadAllText($"{folder}/stat").Split(") ", 2)[1].Split(' ');
                string command = File.ReadAllText($"{folder}/cmdline").Replace('\0', ' ');
                if (stat[3] == $"{process.Id}" && stat[0] != "Z" && command.Contains("enkei", StringComparison.Ordinal))
                {
                    running.Add(command);
                }
            }
            catch (IOException)
            {
                // It ended while we looked.
            }
        }
        return running;
    }

    /// <summary>The page as a browser gets it.</summary>
    public Task<string> PageAsync() => http.GetStringAsync(new Uri("", UriKind.Relative));

    /// <summary>What is in somebody's personal chat.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync(string person)
    {
        JsonElement answer = await http.GetFromJsonAsync<JsonElement>(
            new Uri($"room/api/conversations/personal-{person}/messages?viewer={person}&limit=50", UriKind.Relative)
        );
        return [.. answer.GetProperty("messages").EnumerateArray()];
    }

    /// <summary>Says something in one's personal chat and gets the bot's answer.</summary>
    public async Task<JsonElement> SayAsync(string person, string text)
    {
        JsonObject said = new()
        {
            ["person"] = person,
            ["text"] = text,
            ["mention"] = false,
        };
        using HttpResponseMessage response = await http.PostAsJsonAsync(
            new Uri($"room/api/conversations/personal-{person}/say", UriKind.Relative),
            said
        );
        JsonElement message = await response.Content.ReadFromJsonAsync<JsonElement>();
        string id = message.GetProperty("id").GetString()!;
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
        while (true)
        {
            JsonElement? answer = (await MessagesAsync(person))
                .SkipWhile(m => m.GetProperty("id").GetString() != id)
                .Skip(1)
                .Where(m => m.GetProperty("from").GetProperty("kind").ValueEquals("bot"))
                .Where(m => m.GetProperty("attachments").GetArrayLength() > 0)
                .Select(m => (JsonElement?)m)
                .LastOrDefault();
            if (answer is { } found)
            {
                return found;
            }
            await Task.Delay(100, limit.Token);
        }
    }

    /// <summary>Presses a button in one's personal chat.</summary>
    public async Task<JsonElement> PressAsync(string person, JsonElement message, JsonObject action, JsonObject inputs)
    {
        JsonObject press = new()
        {
            ["person"] = person,
            ["messageId"] = message.GetProperty("id").GetString(),
            ["action"] = action,
            ["inputs"] = inputs,
            ["asSubmit"] = false,
        };
        using HttpResponseMessage response = await http.PostAsJsonAsync(
            new Uri($"room/api/conversations/personal-{person}/press", UriKind.Relative),
            press
        );
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await SignalAsync("KILL", $"-{process.Id}");
            await process.WaitForExitAsync();
        }
        http.Dispose();
        process.Dispose();
    }

    private static bool IsOfTheTestHost(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_HOST_PATH" or "DOTNET_CLI_TELEMETRY_SESSIONID";

    private static async Task SignalAsync(string signal, string target)
    {
        using Process kill = Process.Start("kill", ["-s", signal, "--", target]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private void Take(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }
        lines.Enqueue(line);
        if (line.Contains($"練習室はこちら / The practice room is at: {http.BaseAddress}", StringComparison.Ordinal))
        {
            address.TrySetResult();
        }
    }
}
