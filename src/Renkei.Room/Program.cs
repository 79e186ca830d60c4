using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Renkei.Room;
using Renkei.Room.BotProcess;

RoomArguments arguments;
try
{
    arguments = RoomArguments.Parse(args);
}
catch (FormatException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

using ILoggerFactory loggers = LoggerFactory.Create(logging =>
    logging
        .AddFilter("Microsoft", LogLevel.Warning)
        // A start that fails is told in one line below.
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        })
);
using CancellationTokenSource stop = new();

// Whatever waits for the token may go on inside Cancel, so the end is told after it: nothing is disposed under its feet.
TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
    ended.TrySetResult();
}
using PosixSignalRegistration onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

string botData = Path.Combine(
    arguments.DataPath ?? Path.Combine(Path.GetTempPath(), $"renkei-practice-room-{Environment.ProcessId}"),
    "bot"
);
try
{
    await using PracticeRoom room = await PracticeRoom.StartAsync(
        new RoomOptions
        {
            Port = arguments.Port,
            BotUrl = arguments.BotUrl,
            Bot = arguments.BotDll is { } dll ? new BotChild(dll, TrialConfiguration.Environment, botData) : null,
            DataPath = arguments.DataPath is { } data ? Path.Combine(data, "room") : null,
            Fresh = arguments.Fresh,
            PagePath = arguments.PagePath,
            InstallForEveryone = true,
            Loggers = loggers,
        },
        stop.Token
    );
    Console.WriteLine($"練習室はこちら / The practice room is at: {room.Url}");
    await ended.Task;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await ended.Task;
    return 0;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(
        $"ポート {arguments.Port} は使われています。--port で別の番号を。 / Port {arguments.Port} is taken; choose another with --port."
    );
    return 2;
}
catch (Exception e) when (e is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
return 0;
