namespace Renkei.Room.BotProcess;

/// <summary>How the room starts the bot.</summary>
/// <param name="DllPath">Path of the bot's assembly; run with <c>dotnet</c>.</param>
/// <param name="Environment">
/// Environment variables. In their values <c>{appId}</c>, <c>{tenantId}</c>, <c>{issuer}</c>, <c>{metadataUrl}</c>,
/// <c>{tokenUrl}</c>, <c>{clientSecret}</c>, <c>{serviceHost}</c>, <c>{trialKey}</c>, <c>{dataPath}</c>,
/// <c>{botUrl}</c> and <c>{roomUrl}</c> are filled in by the room.
/// </param>
/// <param name="DataPath">
/// The bot's own folder, <c>{dataPath}</c> in its environment. It is emptied when the room is reset or started fresh, so
/// nothing else may be in it.
/// </param>
/// <param name="HealthPath">Where the bot says that it is up; any answer below 500 counts.</param>
public sealed record BotChild(
    string DllPath,
    IReadOnlyDictionary<string, string> Environment,
    string DataPath,
    string HealthPath = "/health/ready"
);
