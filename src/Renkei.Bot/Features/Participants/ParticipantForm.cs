using System.Text;
using System.Text.RegularExpressions;
using Renkei.Bot.Conversation;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Texts = Renkei.Bot.Features.Participants.ParticipantTexts;

namespace Renkei.Bot.Features.Participants;

/// <summary>What the card of one participant shows, or was filled in with.</summary>
/// <param name="Id">The participant; of a new one drawn with the card, so that a double press adds one.</param>
/// <param name="IsNew">Whether the card adds somebody.</param>
/// <param name="SectorCode">Where they come from.</param>
/// <param name="Organisation">As the reader sees it.</param>
/// <param name="Name">May be empty.</param>
/// <param name="Email">May be empty.</param>
/// <param name="Telephone">May be empty.</param>
/// <param name="Seen">Names what the participant was like when the card was made; see <see cref="VersionOf"/>.</param>
internal sealed partial record ParticipantForm(
    string Id,
    bool IsNew,
    string SectorCode,
    string Organisation,
    string Name,
    string Email,
    string Telephone,
    string? Seen
)
{
    // Teams keeps inputs to their length; what is much longer was not typed on this card.
    private const int LongestGivenBack = 300;
    private const int MatchTimeout = 1000;

    /// <summary>An empty card for somebody of a sector.</summary>
    public static ParticipantForm Empty(Sector sector) =>
        new(DrawnId.New(), IsNew: true, sector.Code, "", "", "", "", Seen: null);

    /// <summary>A card filled with a participant.</summary>
    public static ParticipantForm Of(BotTurn turn, PartnerNames names, Participant participant) =>
        new(
            participant.Id,
            IsNew: false,
            participant.SectorCode,
            names.Shown(turn, participant.Organisation),
            participant.Name,
            participant.Contact.Email ?? "",
            participant.Contact.Telephone ?? "",
            VersionOf(participant)
        );

    /// <summary>What was filled in.</summary>
    public static ParticipantForm Read(ActionForm form, string id, bool isNew) =>
        new(
            id,
            isNew,
            form.Text("in_sector") ?? "",
            Given(form, "in_org"),
            Given(form, "in_name"),
            Narrow(Given(form, "in_mail")),
            Narrow(Given(form, "in_tel")),
            form.Text("v")
        );

    /// <summary>What has to be corrected before it can be stored; <see langword="null"/> for nothing.</summary>
    public LocalText? Error =>
        Sector.Find(SectorCode) is null ? Texts.SectorError
        : Organisation.Length is 0 or > Participant.NameLength ? Texts.OrganisationError
        : Name.Length > Participant.NameLength ? Texts.NameError
        : Email.Length > 0 && !IsEmail(Email) ? Texts.EmailError
        : Telephone.Length > 0 && !IsTelephone(Telephone) ? Texts.TelephoneError
        : null;

    /// <summary>The participant it makes of the one that stands, or of nobody.</summary>
    public Participant Apply(BotTurn turn, PartnerNames names, Participant? stored)
    {
        Participant participant =
            stored ?? new(Id, SectorCode, Organisation, Name, ParticipantContact.None, turn.Person!.Ref);
        return participant with
        {
            SectorCode = SectorCode,
            Organisation = names.Stored(turn, Organisation, stored?.Organisation),
            Name = Name,
            Contact = participant.Contact with
            {
                Email = Email.Length == 0 ? null : Email,
                Telephone = Telephone.Length == 0 ? null : Telephone,
            },
        };
    }

    /// <summary>A short name of what the card of a participant shows; whether they come is another matter.</summary>
    public static string VersionOf(Participant participant) =>
        ShownVersion.Of(
            participant.SectorCode,
            participant.Organisation,
            participant.Name,
            participant.Contact.ObjectId,
            participant.Contact.Email,
            participant.Contact.Telephone
        );

    /// <summary>Whether it can be written to: one address with a domain that has a dot.</summary>
    public static bool IsEmail(string email) =>
        email.Length <= ParticipantContact.EmailLength && EmailPattern().IsMatch(email);

    /// <summary>Whether it can be dialled; an extension (内線) may follow, or stand alone.</summary>
    public static bool IsTelephone(string telephone) =>
        telephone.Length <= ParticipantContact.TelephoneLength && TelephonePattern().IsMatch(telephone);

    /// <summary>As typed, with the full-width letters, digits and dashes of the input method made narrow.</summary>
    private static string Narrow(string typed)
    {
        if (typed.Length > ParticipantContact.EmailLength)
        {
            return typed;
        }
        StringBuilder narrow = new(typed.Normalize(NormalizationForm.FormKC));
        for (int i = 0; i < narrow.Length; i++)
        {
            narrow[i] = narrow[i] is '‐' or '‑' or '–' or '—' or '―' or '−' or '─' or 'ー' ? '-' : narrow[i];
        }
        return narrow.ToString().Trim();
    }

    private static string Given(ActionForm form, string name)
    {
        string text = form.Text(name) ?? "";
        return text.Length > LongestGivenBack ? text[..LongestGivenBack] : text;
    }

    [GeneratedRegex(
        @"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\z",
        RegexOptions.None,
        MatchTimeout
    )]
    private static partial Regex EmailPattern();

    [GeneratedRegex(
        @"^(?=(?:[^0-9]*[0-9]){3})(?:[(]?\+?[0-9]+(?:[ ()-]{1,2}[0-9]+)*)?(?: ?[(]?(?:内線|ext\.?) ?[0-9-]{1,8}[)]?)?\z",
        RegexOptions.IgnoreCase,
        MatchTimeout
    )]
    private static partial Regex TelephonePattern();
}
