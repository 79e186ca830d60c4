using System.Globalization;

namespace Renkei.Room;

/// <summary>What the command line says.</summary>
/// <param name="Port">Port of the page.</param>
/// <param name="BotUrl">Address of the bot.</param>
/// <param name="BotDll">The bot's assembly, if the room is to start it.</param>
/// <param name="DataPath">Folder of room and bot; <see langword="null"/> keeps the room in memory.</param>
/// <param name="Fresh">Whether to begin on the first day.</param>
/// <param name="PagePath">Folder of the page.</param>
internal sealed record RoomArguments(
    int Port,
    Uri BotUrl,
    string? BotDll,
    string? DataPath,
    bool Fresh,
    string? PagePath
)
{
    public const string Usage =
        "--port N  --bot-url http://127.0.0.1:N  --bot-dll Renkei.Bot.dll  --data FOLDER  --page FOLDER  --fresh";

    /// <exception cref="FormatException">An option is unknown or has no proper value.</exception>
    public static RoomArguments Parse(IReadOnlyList<string> arguments)
    {
        RoomArguments result = new(3979, new("http://127.0.0.1:3978/"), null, null, false, null);
        for (int at = 0; at < arguments.Count; at++)
        {
            string option = arguments[at];
            result = option switch
            {
                "--port" => result with { Port = PortOf(option, Value(ref at)) },
                "--bot-url" => result with { BotUrl = AddressOf(option, Value(ref at)) },
                "--bot-dll" => result with { BotDll = Value(ref at) },
                "--data" => result with { DataPath = Value(ref at) },
                "--page" => result with { PagePath = Value(ref at) },
                "--fresh" => result with { Fresh = true },
                _ => throw new FormatException($"{option} is no option of the practice room. {Usage}"),
            };
        }
        return result;

        string Value(ref int at) =>
            at + 1 < arguments.Count && !arguments[at + 1].StartsWith("--", StringComparison.Ordinal)
                ? arguments[++at]
                : throw new FormatException($"{arguments[at]} has no value. {Usage}");
    }

    private static int PortOf(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535
            ? port
            : throw new FormatException($"{option} {value} is no port (0 to 65535).");

    private static Uri AddressOf(string option, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? address)
            ? new(address.GetLeftPart(UriPartial.Authority) + "/")
            : throw new FormatException($"{option} {value} is no address.");
}
