using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Feedback;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Requests;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Conversation;

/// <summary>
/// 「本庁に相談」 in the menu of every card in a personal chat (R23), for those who may ask. It opens a card of its own below, so whatever
/// was being read or typed stays as it is.
/// </summary>
internal static class AskHeadOffice
{
    /// <summary>Opens a new request below the card; data as in <see cref="CardSubject"/>.</summary>
    public const string Verb = "request/new";

    /// <summary>What the entry and the command say.</summary>
    public static readonly LocalText Title = new("本庁に相談", "Ask head office");

    /// <summary>The entry, or <see langword="null"/> where it does not belong.</summary>
    /// <param name="language">The reader's.</param>
    /// <param name="reader">Who reads the card in their own chat; <see langword="null"/> for nobody in particular.</param>
    /// <param name="about">What the card is about.</param>
    public static ExecuteAction? From(Language language, Person? reader, CardSubject about) =>
        reader is not null && about != CardSubject.Request && SupportRequest.MayAsk(reader)
            ? new(Title.In(language), Verb, about.Data) { IgnoresInputs = true }
            : null;
}

/// <summary>What a card is about, as far as head office has to know when it is asked from there. Says nothing about rights.</summary>
/// <param name="Data">
/// <c>t</c> a theme, <c>i</c> a line of its checklist, <c>c</c> a council, <c>q</c> a poll, <c>d</c> a meeting whose date is looked for, <c>f</c>
/// something head office shared; each where there is one.
/// </param>
internal sealed record CardSubject(ActionData Data)
{
    /// <summary>Nothing in particular.</summary>
    public static CardSubject None { get; } = new(ActionData.Empty);

    /// <summary>A request to head office: from there nobody begins another.</summary>
    public static CardSubject Request { get; } = new(ActionData.Of(("request", true)));

    /// <summary>A theme.</summary>
    public static CardSubject Of(ThemeId theme) => new(ActionData.Of(("t", theme.ToString())));

    /// <summary>A line of a theme's checklist.</summary>
    public static CardSubject Of(ThemeId theme, ItemId item) =>
        new(ActionData.Of(("t", theme.ToString()), ("i", item.Key)));

    /// <summary>A council.</summary>
    public static CardSubject Of(CouncilId council) => new(ActionData.Of(("c", council.ToString())));

    /// <summary>A poll.</summary>
    public static CardSubject Of(PollId poll) => new(ActionData.Of(("q", poll.ToString())));

    /// <summary>A meeting whose date is looked for, by the id of its plan.</summary>
    public static CardSubject OfMeeting(string plan) => new(ActionData.Of(("d", plan)));

    /// <summary>Something head office shared.</summary>
    public static CardSubject Of(FeedbackId feedback) => new(ActionData.Of(("f", feedback.ToString())));
}
