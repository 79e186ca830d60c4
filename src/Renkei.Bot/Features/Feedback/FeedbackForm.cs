using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Feedback;
using Renkei.Domain.Places;
using Renkei.Domain.Text;
using Renkei.Domain.Themes;
using Texts = Renkei.Bot.Features.Feedback.FeedbackTexts;

namespace Renkei.Bot.Features.Feedback;

/// <summary>What somebody of head office wants to share, as the client gave it.</summary>
/// <param name="Item">Id of the item that is changed; empty for a new one.</param>
/// <param name="Revision">The revision the card showed; 0 for a new one.</param>
/// <param name="Kind">Name of a <see cref="FeedbackKind"/>.</param>
/// <param name="Field">Code of a field.</param>
/// <param name="Title">The title.</param>
/// <param name="Text">The text.</param>
/// <param name="Link">The link; may be empty.</param>
/// <param name="Centres">Codes of centres.</param>
/// <param name="Token">Names the card, so that sharing twice is sharing once.</param>
internal sealed record FeedbackForm(
    string Item,
    int Revision,
    string Kind,
    string Field,
    string Title,
    string Text,
    string Link,
    IReadOnlyList<string> Centres,
    string Token
)
{
    private const int ShortLength = 60;
    private const int MostCentres = 60;

    /// <summary>An empty form for all centres.</summary>
    public static FeedbackForm New(IEnumerable<HealthCentre> centres) =>
        new(
            "",
            0,
            nameof(FeedbackKind.Practice),
            ThemeField.Other.Code,
            "",
            "",
            "",
            [.. centres.Select(c => c.Code)],
            DrawnId.New()
        );

    /// <summary>The form of an item as it stands.</summary>
    public static FeedbackForm Of(FeedbackItem item) =>
        new(
            item.Id.ToString(),
            item.Revision,
            item.Kind.ToString(),
            item.FieldCode,
            item.Title,
            item.Text,
            item.Link,
            item.Centres,
            ""
        );

    /// <summary>Reads the inputs of the first card, or what the second one carried.</summary>
    public static FeedbackForm Read(ActionForm form) =>
        new(
            Short(form.Text("f"), ShortLength),
            form.Number("v") ?? 0,
            Short(form.Text("in_kind") ?? form.Text("kind"), ShortLength),
            Short(form.Text("in_field") ?? form.Text("field"), ShortLength),
            form.Text("in_title") ?? form.Text("title") ?? "",
            form.Text("in_text") ?? form.Text("text") ?? "",
            form.Text("in_link") ?? form.Text("link") ?? "",
            [
                .. (form.Find("in_centres") is null ? form.Choices("centres") : form.Choices("in_centres")).Take(
                    MostCentres
                ),
            ],
            Short(form.Text("k"), ShortLength)
        );

    /// <summary>What is wrong with it; <see langword="null"/> where it can be shared with <paramref name="centres"/> and no others.</summary>
    public LocalText? Error(IReadOnlyList<HealthCentre> centres) =>
        Title.Length is 0 or > FeedbackItem.TitleLength || Title.Any(char.IsControl) ? Texts.TitleError
        : Text.Length is 0 or > FeedbackItem.TextLength ? Texts.TextError
        : Link.Length > 0 && !IsLink(Link) ? Texts.LinkError
        : Centres.Count == 0 || Centres.Any(c => centres.All(known => known.Code != c)) ? Texts.CentresError
        : KindOf is null || ThemeField.Find(Field) is null ? Texts.ChoiceError
        : null;

    /// <summary>The kind; <see langword="null"/> for what is none.</summary>
    public FeedbackKind? KindOf =>
        Enum.TryParse(Kind, out FeedbackKind kind) && Enum.IsDefined(kind) && kind.ToString() == Kind ? kind : null;

    /// <summary>Not longer than inputs may be: what is given back to the client has to fit into a card.</summary>
    public FeedbackForm Cut() =>
        this with
        {
            Title = Short(Title.ReplaceLineEndings(" "), FeedbackItem.TitleLength),
            Text = Short(Text, FeedbackItem.TextLength),
            Link = Short(Link, FeedbackItem.LinkLength),
        };

    /// <summary>Without what may tell who a patient is.</summary>
    public FeedbackForm WithoutPersonalData() =>
        (this with { Title = PersonalData.Remove(Title), Text = PersonalData.Remove(Text) }).Cut();

    /// <summary>What tells the item from others of the same second: the same card with the same words is the same item.</summary>
    public string MarkFor(string objectId) => ShownVersion.Of(Token, objectId, Title, Text);

    /// <summary>Which item and which card, for the buttons.</summary>
    public ActionData Origin => ActionData.Of(("f", Item), ("v", Revision), ("k", Token));

    /// <summary>All of it, for the card that shows what will be shared.</summary>
    public ActionData All =>
        Origin
            .With("kind", Kind)
            .With("field", Field)
            .With("title", Title)
            .With("text", Text)
            .With("link", Link)
            .With("centres", string.Join(',', Centres));

    private static bool IsLink(string text) =>
        text.Length <= FeedbackItem.LinkLength
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && uri.Scheme == Uri.UriSchemeHttps;

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
