using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using Renkei.EndToEnd.Tests.Setting;

namespace Renkei.EndToEnd.Tests.Delivery;

/// <summary>One instance of the bot as a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string TrialKey = "a-key-for-this-very-trial";
    private readonly Process process;
    private readonly HttpClient http;
    private readonly ConcurrentQueue<string> said = new();

    private HostProcess(Process process, string url)
    {
        (this.process, http) = (process, new() { BaseAddress = new(url), Timeout = TimeSpan.FromSeconds(10) });
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The last lines it wrote.</summary>
    public string Said => string.Join('\n', said.TakeLast(40));

    /// <summary>Starts an instance and waits until it is ready.</summary>
    /// <param name="name">Its secret towards the sink, which tells instances apart by it.</param>
    /// <param name="sink">Where it sends.</param>
    /// <param name="store">Connection string of the store.</param>
    /// <param name="tenantId">The tenant it serves.</param>
    /// <param name="perSecond">Messages a second.</param>
    public static async Task<HostProcess> StartAsync(
        string name,
        ConnectorSink sink,
        string store,
        string tenantId,
        int perSecond
    )
    {
        string url = $"http://127.0.0.1:{Ports.Free()}/";
        ProcessStartInfo start = new("dotnet", [Repository.BotDll])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        string appId = "11111111-2222-4333-8444-555555555555";
        foreach (
            (string key, string value) in new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = url,
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["Renkei__Teams__AppId"] = appId,
                ["Renkei__Teams__TenantIds__0"] = tenantId,
                ["Renkei__Teams__AdditionalIssuers__0__Issuer"] = $"{sink.Url}/issuer",
                ["Renkei__Teams__AdditionalIssuers__0__MetadataUrl"] = $"{sink.Url}/metadata",
                ["Renkei__Teams__AdditionalIssuers__0__ServiceHosts__0"] = new Uri(sink.Url).Authority,
                ["Renkei__Credential__Kind"] = "Rehearsal",
                ["Renkei__Credential__ClientId"] = appId,
                ["Renkei__Credential__ClientSecret"] = name,
                ["Renkei__Credential__TokenUrl"] = $"{sink.Url}/token",
                ["Renkei__Store__Kind"] = "AzureTables",
                ["Renkei__Store__ConnectionString"] = store,
                ["Renkei__Notices__MessagesPerSecond"] = $"{perSecond}",
                ["Renkei__Trial__Enabled"] = "true",
                ["Renkei__Trial__TenantId"] = tenantId,
                ["Renkei__Trial__Key"] = TrialKey,
            }
        )
        {
            start.Environment[key] = value;
        }
        HostProcess host = new(Process.Start(start)!, url);
        Stopwatch waited = Stopwatch.StartNew();
        while (!await host.IsReadyAsync())
        {
            if (waited.Elapsed > TimeSpan.FromMinutes(1) || host.process.HasExited)
            {
                string last = host.Said;
                await host.DisposeAsync();
                Assert.Fail($"The bot does not start.\n{last}");
            }
            await Task.Delay(200);
        }
        return host;
    }

    /// <summary>Moves its clock.</summary>
    public async Task MoveClockAsync(DateTimeOffset to)
    {
        using HttpRequestMessage request = new(HttpMethod.Put, "trial/clock")
        {
            Content = JsonContent.Create(new { now = to }),
        };
        request.Headers.Add("X-Trial-Key", TrialKey);
        using HttpResponseMessage answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Ends it at once (signal 9).</summary>
    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        process.Dispose();
        http.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(new Uri("health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    private void Note(string? line)
    {
        said.Enqueue(line ?? "");
        while (said.Count > 400)
        {
            said.TryDequeue(out _);
        }
    }
}
