using System.Text.Json;

namespace Renkei.Room.Client;

/// <summary>What became of an activity.</summary>
/// <param name="Status">HTTP status of the bot; 0 where no answer came.</param>
/// <param name="Body">JSON body, if there was one.</param>
/// <param name="Error">Why it counts as failed, for the developer; <see langword="null"/> if it went well.</param>
public sealed record BotAnswer(int Status, JsonElement? Body, RoomError? Error)
{
    /// <summary>Whether the bot took it.</summary>
    public bool Ok => Error is null;
}

/// <summary>Why something did not work.</summary>
/// <param name="Code">botUnreachable, botTooLate, botRefused or botAnswerUnreadable.</param>
/// <param name="Message">One sentence in Japanese and one in English.</param>
public sealed record RoomError(string Code, string Message);
