using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.People;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Places;

namespace Renkei.Bot.Features.Participants;

/// <summary>Who can be chosen for a council: whom the centre worked with before, and people registered in Renkei.</summary>
internal sealed class CandidateList(CouncilStore councils, PeopleStore people, Organisation places)
{
    /// <summary>The people of a sector, those used last first; those already on the list included.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The council.</param>
    /// <param name="sector">The sector.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<IReadOnlyList<Candidate>> OfAsync(
        string tenantId,
        CouncilId id,
        Sector sector,
        CancellationToken ct
    )
    {
        IReadOnlyList<Stakeholder> known = await councils.StakeholdersOfAsync(tenantId, id.CentreCode, sector.Code, ct);
        IReadOnlyList<Candidate> registered = await RegisteredAsync(tenantId, id.CentreCode, sector, ct);
        ILookup<string, Stakeholder> byAccount = known
            .Where(s => s.Contact.HasAccount)
            .ToLookup(s => s.Contact.ObjectId!);
        ILookup<(string, string), Stakeholder> byName = known.ToLookup(s => (s.Organisation, s.Name));
        List<Candidate> all = [];
        HashSet<Stakeholder> merged = [];
        foreach (Candidate person in registered)
        {
            // What is known of them by hand, such as a telephone number, comes along; the account is that of today.
            Stakeholder[] same =
            [
                .. byAccount[person.Contact.ObjectId!],
                .. byName[(person.Organisation, person.Name)].Where(s => !s.Contact.HasAccount),
            ];
            merged.UnionWith(same);
            all.Add(
                same.MaxBy(s => s.LastUsed) is { } last
                    ? person with
                    {
                        LastUsed = last.LastUsed,
                        Contact = last.Contact with { ObjectId = person.Contact.ObjectId },
                    }
                    : person
            );
        }
        all.AddRange(
            known
                .Where(s => !merged.Contains(s))
                .Select(s => new Candidate(
                    $"d~{ShownVersion.Of(s.SectorCode, s.Organisation, s.Name)}",
                    s.SectorCode,
                    s.Organisation,
                    s.Name,
                    s.Contact,
                    s.LastUsed
                ))
        );
        return [.. all.OrderByDescending(c => c.LastUsed).ThenBy(c => c.Organisation, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<Candidate>> RegisteredAsync(
        string tenantId,
        string centreCode,
        Sector sector,
        CancellationToken ct
    )
    {
        if (sector == Sector.HeadOffice)
        {
            IReadOnlyList<PersonRef> office = places.FindCentre(centreCode) is { } centre
                ? await people.HeadOfficeAsync(tenantId, centre.PrefectureCode, ct)
                : [];
            return [.. office.Select(p => Of(p, sector, sector.Name.Ja))];
        }
        if (sector != Sector.HealthCentre && sector != Sector.Municipality)
        {
            return [];
        }
        IReadOnlyList<CentreMember> members = await people.MembersOfCentreAsync(tenantId, centreCode, ct);
        return sector == Sector.HealthCentre
            ?
            [
                .. members
                    .Where(m => m.PreparesCouncils)
                    .Select(m => Of(m.Who, sector, places.FindCentre(centreCode)?.Name.Ja ?? sector.Name.Ja)),
            ]
            :
            [
                .. members
                    .Where(m => m.Role == Role.MunicipalStaff)
                    .Select(m =>
                        Of(m.Who, sector, places.FindMunicipality(m.MunicipalityCode ?? "")?.Name.Ja ?? sector.Name.Ja)
                    ),
            ];
    }

    private static Candidate Of(PersonRef who, Sector sector, string organisation) =>
        new(
            $"a~{who.ObjectId}",
            sector.Code,
            Fitting(organisation),
            Fitting(who.Name),
            new(who.ObjectId, null, null),
            LastUsed: null
        );

    private static string Fitting(string name) =>
        name.Length <= Participant.NameLength ? name : name[..Participant.NameLength];
}
