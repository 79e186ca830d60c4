using System.Text.Json;

namespace Renkei.Activities.Turns;

/// <summary>A pressed <c>Action.Execute</c>, or the <c>Action.Submit</c> it falls back to, with the same verb and data.</summary>
/// <param name="Verb">Which handler is meant.</param>
/// <param name="Data">Action data merged with the inputs, whose values are strings. The client controls it: authorise and validate everything.</param>
/// <param name="MessageId">The message the card is in, where Teams says so.</param>
/// <param name="IsAutomatic">Whether the card refreshed itself without anybody pressing.</param>
/// <param name="IsSubmit">Whether it came as a message (<c>Action.Submit</c>), so that the card has to be replaced by an update.</param>
public sealed record CardAction(string Verb, JsonElement Data, string? MessageId, bool IsAutomatic, bool IsSubmit);

/// <summary>What a card action is answered with.</summary>
public abstract record CardReply
{
    private CardReply() { }

    /// <summary>The card becomes this one, for the person who pressed.</summary>
    /// <param name="Json">UTF-8 JSON of the card.</param>
    /// <param name="Summary">What a notification says, when the card has to be sent as a message.</param>
    public sealed record Card(ReadOnlyMemory<byte> Json, string Summary) : CardReply;

    /// <summary>A short message under the card.</summary>
    public sealed record Message(string Text) : CardReply;

    /// <summary>The action is refused; nothing was changed.</summary>
    /// <param name="Status">400 for bad input, 403 for a missing right, 500 for a fault.</param>
    /// <param name="Code">Short code, letters only.</param>
    /// <param name="Text">What happened and what to do next, in the user's language.</param>
    public sealed record Refusal(int Status, string Code, string Text) : CardReply;
}

/// <summary>What an invoke is answered with: an HTTP status and a JSON body.</summary>
/// <param name="Status">HTTP status; 200 for every processed invoke.</param>
/// <param name="Body">UTF-8 JSON; empty for none.</param>
public readonly record struct InvokeReply(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>200 without a body: a processed activity that wants no answer, and a dialog that closes.</summary>
    public static InvokeReply Done { get; } = new(200, default);

    /// <summary>501: nobody handles this invoke.</summary>
    public static InvokeReply NotImplemented { get; } = new(501, default);
}
