using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Renkei.EndToEnd.Tests.Setting;

namespace Renkei.EndToEnd.Tests.Launcher;

/// <summary>The one command with which somebody tries Renkei.</summary>
public sealed class TryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("renkei-try-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [LinuxFact]
    public async Task Try_StartedStoppedStartedFresh_FindsItsDataUntilItIsToldToForget()
    {
        int port = FreePair();
        await using (LaunchedTrial first = LaunchedTrial.Start(port, path: null, "--data", folder))
        {
            await first.WaitForAddressAsync();
            Assert.Contains("<title>Renkei 練習室</title>", await first.PageAsync(), StringComparison.Ordinal);
            // The launcher, the room and the bot at least.
            Assert.InRange(first.Running().Count, 3, 10);
            var greeting = await first.SayAsync("hayashi", "こんにちは");
            var registered = await first.PressAsync(
                "hayashi",
                greeting,
                new()
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = "join/done",
                    ["data"] = new JsonObject { ["role"] = "Nurse" },
                },
                new() { ["in_centre"] = "tobu" }
            );
            Assert.Contains("林 さくらさん、登録できました", registered.ToString(), StringComparison.Ordinal);

            await first.PressCtrlCAsync();

            Assert.Equal(0, await first.WaitForEndAsync());
            Assert.Empty(first.Running());
        }
        await using (LaunchedTrial second = LaunchedTrial.Start(port, path: null, "--data", folder))
        {
            await second.WaitForAddressAsync();
            Assert.NotEmpty(await second.MessagesAsync("hayashi"));
            var standing = await second.SayAsync("hayashi", "所属");
            Assert.Contains("林 さくらさん、こんにちは", standing.ToString(), StringComparison.Ordinal);

            await second.TerminateAsync();

            Assert.Equal(0, await second.WaitForEndAsync());
            Assert.Empty(second.Running());
        }
        await using LaunchedTrial fresh = LaunchedTrial.Start(port, path: null, "--data", folder, "--fresh");
        await fresh.WaitForAddressAsync();
        Assert.Empty(await fresh.MessagesAsync("hayashi"));
        var asked = await fresh.SayAsync("hayashi", "所属");
        Assert.DoesNotContain("林 さくらさん、こんにちは", asked.ToString(), StringComparison.Ordinal);
        await fresh.PressCtrlCAsync();
        Assert.Equal(0, await fresh.WaitForEndAsync());
    }

    [LinuxFact]
    public async Task Try_PortInUse_SaysSoInOneLine()
    {
        int port = FreePair();
        using TcpListener other = new(IPAddress.Loopback, port);
        other.Start();
        await using LaunchedTrial trial = LaunchedTrial.Start(port, path: null, "--data", folder);

        Assert.NotEqual(0, await trial.WaitForEndAsync());

        string line = Assert.Single(trial.Lines);
        Assert.StartsWith($"ポート {port} は使用中です。", line, StringComparison.Ordinal);
        Assert.Contains($"Port {port} is in use", line, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task Try_WithoutNode_SaysSoInOneLine()
    {
        string programs = Directory.CreateDirectory(Path.Combine(folder, "programs")).FullName;
        File.CreateSymbolicLink(Path.Combine(programs, "dotnet"), LaunchedTrial.Dotnet);
        await using LaunchedTrial trial = LaunchedTrial.Start(FreePair(), programs, "--data", folder);

        Assert.NotEqual(0, await trial.WaitForEndAsync());

        string line = Assert.Single(trial.Lines);
        Assert.StartsWith("Node.js 20 以上と npm を", line, StringComparison.Ordinal);
    }

    // The bot listens on the port below that of the page.
    private static int FreePair()
    {
        while (true)
        {
            int port = Ports.Free();
            using TcpListener below = new(IPAddress.Loopback, port - 1);
            try
            {
                below.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; try another pair.
            }
        }
    }
}
