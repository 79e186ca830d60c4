using System.Runtime.InteropServices;
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
    logging.AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss ";
    })
);
using CancellationTokenSource stop = new();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
using PosixSignalRegistration onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    await using PracticeRoom room = await PracticeRoom.StartAsync(
        new RoomOptions
        {
            Port = arguments.Port,
            BotUrl = arguments.BotUrl,
            Bot = arguments.BotDll is { } dll ? new BotChild(dll, TrialConfiguration.Environment) : null,
            DataPath = arguments.DataPath,
            Fresh = arguments.Fresh,
            PagePath = arguments.PagePath,
            InstallForEveryone = true,
            Loggers = loggers,
        },
        stop.Token
    );
    Console.WriteLine($"練習室はこちら / The practice room is at: {room.Url}");
    await Task.Delay(Timeout.Infinite, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (IOException e)
{
    await Console.Error.WriteLineAsync(
        $"ポート {arguments.Port} または保存先が使えません / Port {arguments.Port} or the data folder is not free: {e.Message}"
    );
    return 2;
}
catch (Exception e) when (e is ArgumentException or InvalidDataException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
return 0;
