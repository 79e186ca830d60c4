using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Text;
using Texts = Renkei.Bot.Features.Record.AgreementTexts;

namespace Renkei.Bot.Features.Record;

/// <summary>What the card of one agreement shows, or was filled in with.</summary>
/// <param name="Id">The agreement; of a new one drawn with the card, so that a double press adds one.</param>
/// <param name="IsNew">Whether the card adds an agreement.</param>
/// <param name="What">What is to be done.</param>
/// <param name="ParticipantId">Which participant does it; <see langword="null"/> for somebody else.</param>
/// <param name="Who">Who else does it.</param>
/// <param name="Due">Until when, Japan.</param>
/// <param name="Seen">Names what the agreement was like when the card was made; see <see cref="VersionOf"/>.</param>
internal sealed record AgreementForm(
    string Id,
    bool IsNew,
    string What,
    string? ParticipantId,
    string Who,
    DateOnly? Due,
    string? Seen
)
{
    /// <summary>The choice of somebody who is not on the list: a ChoiceSet cannot send an empty value.</summary>
    public const string SomebodyElse = "-";

    private const int LongestGivenBack = 300;

    /// <summary>Everything typed freely.</summary>
    public IEnumerable<string> FreeTexts => [What, Who];

    /// <summary>An empty card.</summary>
    public static AgreementForm Empty() => new(DrawnId.New(), IsNew: true, "", null, "", null, Seen: null);

    /// <summary>A card filled with an agreement.</summary>
    public static AgreementForm Of(Council council, Agreement agreement) =>
        council.FindParticipant(agreement.ParticipantId) is { } participant
            ? new(agreement.Id, IsNew: false, agreement.What, participant.Id, "", agreement.Due, VersionOf(agreement))
            : new(agreement.Id, IsNew: false, agreement.What, null, agreement.Who, agreement.Due, VersionOf(agreement));

    /// <summary>What was filled in.</summary>
    public static AgreementForm Read(ActionForm form, string id, bool isNew)
    {
        form.TryDay("in_due", out DateOnly? due);
        string? who = form.Text("in_who");
        return new(
            id,
            isNew,
            Limited(form, "in_what"),
            who is null or "" or SomebodyElse ? null : who,
            Limited(form, "in_else"),
            due,
            ShownVersion.From(form)
        );
    }

    /// <summary>What has to be corrected before it can be stored; <see langword="null"/> for nothing.</summary>
    public LocalText? ErrorIn(CouncilView view) =>
        What.Length is 0 or > Minutes.LineLength ? Texts.WhatError
        : ParticipantId is null && Who.Length is 0 or > Participant.NameLength * 2 ? Texts.WhoError
        : ParticipantId is not null && view.Council.FindParticipant(ParticipantId) is null ? Texts.WhoError
        : Due is null ? Texts.DueError
        : Due < view.Council.When?.Date ? Texts.DueTooEarly
        : null;

    /// <summary>The same without what may tell who a patient is.</summary>
    public AgreementForm WithoutPersonalData() =>
        this with
        {
            What = PersonalData.Remove(What),
            Who = PersonalData.Remove(Who),
        };

    /// <summary>The agreement it makes of the one that stands, or of nothing.</summary>
    public Agreement Apply(BotTurn turn, Council council, Agreement? stored) =>
        new(
            Id,
            What,
            council.FindParticipant(ParticipantId)?.Id,
            council.FindParticipant(ParticipantId)?.Label ?? Who,
            Due!.Value,
            stored?.AgreedAt ?? turn.Now,
            stored?.Done
        );

    /// <summary>A short name of what the card of an agreement shows.</summary>
    public static string VersionOf(Agreement agreement) =>
        ShownVersion.Of(agreement.What, agreement.ParticipantId, agreement.Who, $"{agreement.Due}");

    private static string Limited(ActionForm form, string input) =>
        form.Text(input) is { } text ? text[..Math.Min(text.Length, LongestGivenBack)] : "";
}
