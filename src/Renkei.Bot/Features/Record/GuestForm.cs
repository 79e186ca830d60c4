using Renkei.Bot.Conversation;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Text;
using Texts = Renkei.Bot.Features.Record.DayTexts;

namespace Renkei.Bot.Features.Record;

/// <summary>What the card about somebody unexpected was filled in with.</summary>
/// <param name="Id">The participant's id, drawn with the card, so that a double press adds one.</param>
/// <param name="Organisation">Where they come from.</param>
/// <param name="Name">The person or post; may be empty.</param>
/// <param name="Sector">Code of the sector.</param>
/// <param name="Remote">Whether they took part online.</param>
internal sealed record GuestForm(string Id, string Organisation, string Name, string? Sector, bool Remote)
{
    private const int LongestGivenBack = 200;

    /// <summary>An empty card.</summary>
    public static GuestForm Empty() => new(DrawnId.New(), "", "", null, Remote: false);

    /// <summary>What was filled in.</summary>
    public static GuestForm Read(ActionForm form, string id) =>
        new(id, Limited(form, "in_org"), Limited(form, "in_name"), form.Text("in_sector"), form.Flag("in_remote"));

    /// <summary>What has to be corrected before it can be stored; <see langword="null"/> for nothing.</summary>
    public LocalText? Error =>
        Organisation.Length is 0 or > Participant.NameLength ? Texts.OrganisationError
        : Name.Length > Participant.NameLength ? Texts.NameError
        : Domain.Councils.Sector.Find(Sector ?? "") is null ? Texts.SectorError
        : null;

    /// <summary>The same without what may tell who a patient is.</summary>
    public GuestForm WithoutPersonalData() =>
        this with
        {
            Organisation = PersonalData.Remove(Organisation),
            Name = PersonalData.Remove(Name),
        };

    private static string Limited(ActionForm form, string input) =>
        form.Text(input) is { } text ? text[..Math.Min(text.Length, LongestGivenBack)] : "";
}
