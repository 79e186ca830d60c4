using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain.People;
using Renkei.Domain.Requests;
using Renkei.Domain.Text;

namespace Renkei.Bot.Features.Requests;

/// <summary>What somebody wrote for a new request, and where they came from; all of it as the client gave it.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Text">The details.</param>
/// <param name="Origin">What the card was about from which it was begun.</param>
/// <param name="Token">Names the card, so that sending it twice is sending it once.</param>
internal sealed record NewRequestForm(string Title, string Text, RequestOrigin Origin, string Token)
{
    private const int TokenLength = 16;

    /// <summary>Reads the inputs of the first card, or what the second one carried.</summary>
    public static NewRequestForm Read(ActionForm form) =>
        new(
            form.Text("in_title") ?? form.Text("title") ?? "",
            form.Text("in_text") ?? form.Text("text") ?? "",
            RequestOrigin.Read(form),
            Short(form.Text("k"), TokenLength)
        );

    /// <summary>Whether title and text can be stored.</summary>
    public Domain.LocalText? Error =>
        Title.Length is 0 or > SupportRequest.TitleLength || Title.Any(char.IsControl) ? RequestTexts.TitleError
        : Text.Length > SupportRequest.TextLength ? RequestTexts.TextTooLong
        : null;

    /// <summary>Not longer than inputs may be: what is given back to the client has to fit into a card.</summary>
    public NewRequestForm Cut() =>
        this with
        {
            Title = Short(Title.ReplaceLineEndings(" "), SupportRequest.TitleLength),
            Text = Short(Text, SupportRequest.TextLength),
        };

    /// <summary>Without what may tell who a patient is.</summary>
    public NewRequestForm WithoutPersonalData() =>
        (this with { Title = PersonalData.Remove(Title), Text = PersonalData.Remove(Text) }).Cut();

    /// <summary>The name of the request: the same card sent by the same person with the same words is the same request.</summary>
    public string NameFor(PersonRef by) => ShownVersion.Of(Token, by.ObjectId, Title, Text);

    /// <summary>Where it came from and the token, for the buttons.</summary>
    public ActionData Data => Origin.Data.With("k", Token);

    /// <summary>All of it, for the card that shows what will be sent.</summary>
    public ActionData All => Data.With("title", Title).With("text", Text);

    private static string Short(string? text, int length)
    {
        if (text is null || text.Length <= length)
        {
            return text ?? "";
        }
        // Not between the halves of a character.
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
