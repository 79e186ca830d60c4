using System.Text.Json;

namespace Renkei.Room.Client;

/// <summary>An action of a card, as the card says it.</summary>
/// <param name="Type"><c>Action.Execute</c> or <c>Action.Submit</c>.</param>
/// <param name="Verb">Verb of an Execute.</param>
/// <param name="Data">Data of the action; an object, or nothing.</param>
/// <param name="Title">What the button says.</param>
/// <param name="Id">Id of the action; some clients do not send it.</param>
public sealed record CardPress(
    string Type,
    string? Verb = null,
    JsonElement? Data = null,
    string? Title = null,
    string? Id = null
);
