using System.Security.Cryptography;
using System.Text;
using Renkei.Bot.Councils;
using Renkei.Bot.People;
using Renkei.Bot.Scheduling;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Places;

namespace Renkei.Bot.Features.Scheduling;

/// <summary>Somebody who can be asked to a meeting.</summary>
/// <param name="Key">As <see cref="PlanAttendee.Key"/>; stands in a list of choices.</param>
/// <param name="Label">東部医師会 事務局長.</param>
/// <param name="Name">The person's own name, by which the organisation's directory knows them; may be empty.</param>
/// <param name="Organisation">Whom they speak for.</param>
/// <param name="SectorCode">Where they come from.</param>
/// <param name="Contact">How they can be reached.</param>
/// <param name="ParticipantId">Their id in the council, if they are on its list.</param>
/// <param name="Needed">Whether the meeting usually makes no sense without them.</param>
internal sealed record AskablePerson(
    string Key,
    string Label,
    string Name,
    string Organisation,
    string SectorCode,
    ParticipantContact Contact,
    string? ParticipantId,
    bool Needed
)
{
    /// <summary>So many of the directory are offered, those used last.</summary>
    private const int DirectoryShown = 25;

    /// <summary>Whether they come from elsewhere and have a way to go.</summary>
    public bool Travels => SectorCode != Sector.HealthCentre.Code;

    /// <summary>A council's participants, and whoever prepares it.</summary>
    /// <param name="view">The council.</param>
    /// <param name="language">Of whoever asks: places are named in it.</param>
    public static IReadOnlyList<AskablePerson> Of(CouncilView view, Language language)
    {
        Council council = view.Council;
        HashSet<string> needed = [.. view.Template.Participants.Where(p => p.Needed).Select(p => p.Sector.Code)];
        IEnumerable<AskablePerson> participants = council.Participants.Select(p => new AskablePerson(
            p.Contact.ObjectId ?? p.Id,
            p.Label,
            p.Name,
            p.Organisation,
            p.SectorCode,
            p.Contact,
            p.Id,
            needed.Contains(p.SectorCode)
        ));
        IEnumerable<AskablePerson> preparing = council.Coordinators.Select(c =>
            Colleague(view.Centre, c, needed: true, language)
        );
        return [.. participants.Concat(preparing).DistinctBy(p => p.Key).Take(MeetingPlan.MostAsked)];
    }

    /// <summary>The people of a centre and its area, and whom it worked with lately.</summary>
    public static IReadOnlyList<AskablePerson> Of(
        HealthCentre centre,
        IReadOnlyList<CentreMember> members,
        IReadOnlyList<Stakeholder> directory,
        Organisation places,
        Language language
    )
    {
        IEnumerable<AskablePerson> near = members.Select(m =>
            m.MunicipalityCode is { } code && places.FindMunicipality(code) is { } town
                ? new(
                    m.Who.ObjectId,
                    $"{town.Name.In(language)} {m.Who.Name}",
                    m.Who.Name,
                    town.Name.In(language),
                    Sector.Municipality.Code,
                    new(m.Who.ObjectId, null, null),
                    null,
                    Needed: false
                )
                : Colleague(centre, m.Who, needed: false, language)
        );
        IEnumerable<AskablePerson> partners = directory
            .OrderByDescending(s => s.LastUsed)
            .Take(DirectoryShown)
            .Select(s => new AskablePerson(
                s.Contact.ObjectId ?? KeyOf(s),
                s.Name.Length == 0 ? s.Organisation : $"{s.Organisation} {s.Name}",
                s.Name,
                s.Organisation,
                s.SectorCode,
                s.Contact,
                null,
                Needed: false
            ));
        return [.. near.Concat(partners).DistinctBy(p => p.Key).Take(MeetingPlan.MostAsked)];
    }

    private static AskablePerson Colleague(HealthCentre centre, PersonRef who, bool needed, Language language) =>
        new(
            who.ObjectId,
            who.Name,
            who.Name,
            centre.Name.In(language),
            Sector.HealthCentre.Code,
            new(who.ObjectId, null, null),
            null,
            needed
        );

    private static string KeyOf(Stakeholder stakeholder)
    {
        byte[] who = Encoding.UTF8.GetBytes($"{stakeholder.Organisation}\n{stakeholder.Name}");
        return $"d{Convert.ToHexStringLower(SHA256.HashData(who).AsSpan(0, 6))}";
    }
}
