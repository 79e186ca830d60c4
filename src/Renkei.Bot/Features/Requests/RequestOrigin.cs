using Renkei.Bot.Conversation;
using Renkei.Cards;

namespace Renkei.Bot.Features.Requests;

/// <summary>What the card was about from which head office is asked (<see cref="CardSubject"/>), as the client gave it; empty for nothing.</summary>
/// <param name="Theme">Id of a theme.</param>
/// <param name="Item">Key of a line of its checklist.</param>
/// <param name="Council">Id of a council.</param>
/// <param name="Poll">Id of a poll.</param>
/// <param name="Meeting">Id of the plan of a meeting.</param>
/// <param name="Feedback">Id of something head office shared.</param>
internal sealed record RequestOrigin(
    string Theme = "",
    string Item = "",
    string Council = "",
    string Poll = "",
    string Meeting = "",
    string Feedback = ""
)
{
    private const int IdLength = 60;

    /// <summary>Reads it from a card's data.</summary>
    public static RequestOrigin Read(ActionForm form) =>
        new(Id(form, "t"), Id(form, "i"), Id(form, "c"), Id(form, "q"), Id(form, "d"), Id(form, "f"));

    /// <summary>For the buttons of the next card; what is not there is left out.</summary>
    public ActionData Data
    {
        get
        {
            ActionData data = ActionData.Empty;
            foreach (
                (string name, string id) in (ReadOnlySpan<(string, string)>)
                    [("t", Theme), ("i", Item), ("c", Council), ("q", Poll), ("d", Meeting), ("f", Feedback)]
            )
            {
                data = id.Length == 0 ? data : data.With(name, id);
            }
            return data;
        }
    }

    private static string Id(ActionForm form, string name) => form.Text(name) is { Length: <= IdLength } id ? id : "";
}
