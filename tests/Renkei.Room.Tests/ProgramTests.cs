using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Renkei.Room.Tests;

/// <summary>The program as it is started from a command line.</summary>
public sealed class ProgramTests
{
    [Fact]
    public void Parse_Nothing_HasTheDocumentedDefaults()
    {
        RoomArguments arguments = RoomArguments.Parse([]);
        Assert.Equal(3979, arguments.Port);
        Assert.Equal(new Uri("http://127.0.0.1:3978/"), arguments.BotUrl);
        Assert.Null(arguments.BotDll);
        Assert.Null(arguments.DataPath);
        Assert.False(arguments.Fresh);
    }

    [Fact]
    public void Parse_Everything_TakesEachValue()
    {
        RoomArguments arguments = RoomArguments.Parse([
            .. (string[])["--port", "5001", "--bot-url", "http://localhost:5000", "--bot-dll", "b.dll"],
            .. (string[])["--data", "d", "--page", "p", "--fresh"],
        ]);
        Assert.Equal(new RoomArguments(5001, new Uri("http://localhost:5000/"), "b.dll", "d", true, "p"), arguments);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "--fresh")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--bot-url", "nowhere")]
    [InlineData("--verbose")]
    public void Parse_Nonsense_NamesTheOption(params string[] arguments)
    {
        FormatException fault = Assert.Throws<FormatException>(() => RoomArguments.Parse(arguments));
        Assert.Contains(arguments[0], fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PortTaken_EndsWithOneLineAndCode2()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using Process program = Start("--port", $"{port}");
        string errors = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.Contains($"Port {port} is taken", Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BotElsewhere_EndsWithCode2()
    {
        using Process program = Start("--port", "0", "--bot-url", "http://192.0.2.1:3978");
        string errors = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.Contains("this machine only", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BotPortTaken_EndsWithCode2()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using Process program = Start(
            "--port",
            "0",
            "--bot-url",
            $"http://127.0.0.1:{port}",
            "--bot-dll",
            typeof(ProgramTests).Assembly.Location
        );
        string errors = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.Contains($"Another program listens on port {port}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Terminated_PrintsThePageAndEndsWithCode0()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There is no SIGTERM to send.
        }
        using Process program = Start("--port", "0", "--bot-url", "http://127.0.0.1:9");
        string? page;
        do
        {
            page = await program.StandardOutput.ReadLineAsync();
        } while (page?.StartsWith("練習室はこちら", StringComparison.Ordinal) == false);
        using HttpClient http = new();
        using HttpResponseMessage state = await http.GetAsync(
            new Uri(new Uri(page![page!.IndexOf("http", StringComparison.Ordinal)..]), "room/api/state")
        );
        using Process kill = Process.Start("kill", $"-TERM {program.Id}");
        await program.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);

        Assert.Equal(HttpStatusCode.OK, state.StatusCode);
        Assert.Equal((0, ""), (program.ExitCode, await program.StandardError.ReadToEndAsync()));
    }

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Renkei.Room.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        return Process.Start(start)!;
    }
}
