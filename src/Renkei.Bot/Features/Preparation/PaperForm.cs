using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Text;
using Texts = Renkei.Bot.Features.Preparation.PaperTexts;

namespace Renkei.Bot.Features.Preparation;

/// <summary>What the card of one paper shows, or was filled in with.</summary>
/// <param name="Id">The paper; of a new one drawn with the card, so that a double press adds one.</param>
/// <param name="IsNew">Whether the card adds a paper.</param>
/// <param name="Title">The title, in the reader's language.</param>
/// <param name="By">Who brings it, in the reader's language.</param>
/// <param name="Link">Where it lies.</param>
/// <param name="Seen">Names what the paper was like when the card was made; see <see cref="VersionOf"/>.</param>
internal sealed record PaperForm(string Id, bool IsNew, string Title, string By, string Link, string? Seen)
{
    // Teams keeps inputs to their length; what is much longer was not typed on this card.
    private const int LongestGivenBack = 800;

    /// <summary>Everything typed freely.</summary>
    public IEnumerable<string> FreeTexts => [Title, By];

    /// <summary>An empty card.</summary>
    public static PaperForm Empty() => new(DrawnId.New(), IsNew: true, "", "", "", Seen: null);

    /// <summary>A card filled with a paper.</summary>
    public static PaperForm Of(BotTurn turn, CouncilView view, Paper paper) =>
        new(
            paper.Id,
            IsNew: false,
            view.Worded(turn, paper.Title),
            view.Worded(turn, paper.By),
            paper.Link,
            VersionOf(paper)
        );

    /// <summary>What was filled in.</summary>
    public static PaperForm Read(ActionForm form, string id, bool isNew) =>
        new(
            id,
            isNew,
            Limited(form, "in_title"),
            Limited(form, "in_by"),
            Limited(form, "in_link"),
            ShownVersion.From(form)
        );

    /// <summary>What has to be corrected before it can be stored; <see langword="null"/> for nothing.</summary>
    public LocalText? Error =>
        Title.Length is 0 or > Paper.TitleLength ? Texts.TitleError
        : By.Length > Participant.NameLength ? Texts.ByError
        : Link.Length > 0 && !IsLink(Link) ? Texts.LinkError
        : null;

    /// <summary>The same without what may tell who a patient is.</summary>
    public PaperForm WithoutPersonalData() =>
        this with
        {
            Title = PersonalData.Remove(Title),
            By = PersonalData.Remove(By),
        };

    /// <summary>The paper it makes of the one that stands, or of nothing.</summary>
    public Paper Apply(BotTurn turn, CouncilView view, Paper? stored) =>
        new(
            Id,
            view.Stored(turn, Title, stored?.Title),
            view.Stored(turn, By, stored?.By),
            Link,
            stored?.IsReady ?? false
        );

    /// <summary>A short name of what the card of a paper shows.</summary>
    public static string VersionOf(Paper paper) => ShownVersion.Of(paper.Title, paper.By, paper.Link);

    private static bool IsLink(string text) =>
        text.Length <= Paper.LinkLength
        && !text.Any(char.IsWhiteSpace)
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? link)
        && link.Scheme == Uri.UriSchemeHttps
        && link.Host.Length > 0;

    private static string Limited(ActionForm form, string input) =>
        form.Text(input) is { } text ? text[..Math.Min(text.Length, LongestGivenBack)] : "";
}
