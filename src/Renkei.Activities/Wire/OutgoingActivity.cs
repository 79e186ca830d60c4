namespace Renkei.Activities.Wire;

/// <summary>An activity the bot sends. What is <see langword="null"/> is left out.</summary>
public sealed record OutgoingActivity
{
    /// <summary>message unless said otherwise.</summary>
    public string Type { get; init; } = ActivityTypes.Message;

    /// <summary>Text; Markdown as Teams reads it. Not together with a card: Teams may split such a message.</summary>
    public string? Text { get; init; }

    /// <summary>What notifications and previews show. Always set with a card.</summary>
    public string? Summary { get; init; }

    /// <summary>plain, markdown or xml.</summary>
    public string? TextFormat { get; init; }

    /// <summary>Cards and files.</summary>
    public IReadOnlyList<OutgoingAttachment>? Attachments { get; init; }

    /// <summary>Mentions used in <see cref="Text"/>.</summary>
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>Whether the message also rings in the receiver's activity feed, with <see cref="Summary"/> as its text.</summary>
    public bool Alert { get; init; }

    /// <summary>Shows "is typing" for about three seconds; counts against Teams' limits like a message.</summary>
    public static OutgoingActivity Typing { get; } = new() { Type = ActivityTypes.Typing };

    /// <summary>A message of plain text; nothing in it is read as Markdown.</summary>
    public static OutgoingActivity Plain(string text) => new() { Text = text, TextFormat = "plain" };

    /// <summary>A message with one Adaptive Card.</summary>
    /// <param name="cardJson">The card, UTF-8 JSON.</param>
    /// <param name="summary">What the notification says.</param>
    public static OutgoingActivity Card(ReadOnlyMemory<byte> cardJson, string summary) =>
        new() { Summary = summary, Attachments = [new(AttachmentTypes.AdaptiveCard, cardJson)] };
}

/// <summary>An attachment; to this project its content is just JSON.</summary>
/// <param name="ContentType">One of <see cref="AttachmentTypes"/>.</param>
/// <param name="Content">UTF-8 JSON, written out byte for byte and not parsed again: whoever makes it answers for it.</param>
/// <param name="Name">File name, for file cards.</param>
/// <param name="ContentUrl">Address of the file, for file cards.</param>
public sealed record OutgoingAttachment(
    string ContentType,
    ReadOnlyMemory<byte> Content,
    string? Name = null,
    string? ContentUrl = null
);

/// <summary>Content types of attachments.</summary>
public static class AttachmentTypes
{
    /// <summary>An Adaptive Card.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>Asks a person to accept a file.</summary>
    public const string FileConsent = "application/vnd.microsoft.teams.card.file.consent";

    /// <summary>A file that was delivered.</summary>
    public const string FileInfo = "application/vnd.microsoft.teams.card.file.info";
}
