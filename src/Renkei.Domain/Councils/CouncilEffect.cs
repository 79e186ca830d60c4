using Renkei.Domain.Playbooks;

namespace Renkei.Domain.Councils;

/// <summary>A line of 表1 that a council seems to have moved forward.</summary>
/// <param name="Item">The line.</param>
/// <param name="Reason">What in the council shows it.</param>
/// <param name="Count">How many of what the reason counts; 1 where it counts nothing.</param>
public sealed record CouncilEffect(ItemId Item, CouncilEffectReason Reason, int Count)
{
    private const int Agreeing = 3;
    private const int Several = 2;

    /// <summary>
    /// The lines that its kind of meeting serves and for which the council itself shows a reason, in the order of 表1; none before it took
    /// place. What nobody wrote down is no reason.
    /// </summary>
    public static IReadOnlyList<CouncilEffect> Of(Council council, CouncilTemplate template)
    {
        if (council.Status == CouncilStatus.Cancelled || council.When is null)
        {
            return [];
        }
        return
        [
            .. All(council, template)
                .Where(e => template.Serves.Contains(e.Item))
                .OrderBy(e => e.Item.Key, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<CouncilEffect> All(Council council, CouncilTemplate template)
    {
        Participant[] came = [.. council.Participants.Where(p => p.Attended == true)];
        int sectors = came.Select(p => p.SectorCode).Distinct().Count();
        int municipal = came.Count(p => p.SectorCode == Sector.Municipality.Code);
        Minutes minutes = council.Minutes;
        int responsible = minutes.Agreements.Select(a => a.Who).Distinct().Count();

        if (WasDone("data", "discharge-survey", "pathway-data", "indicators"))
        {
            yield return Line(7, CouncilEffectReason.IssueShown);
        }
        if (WasDone("consult"))
        {
            yield return Line(8, CouncilEffectReason.PeopleConsulted);
        }
        if (sectors >= Several)
        {
            yield return Line(9, CouncilEffectReason.PartnersMet, sectors);
        }
        if (WasDone("key-people", "core-talk"))
        {
            yield return Line(10, CouncilEffectReason.KeyPeopleVisited);
        }
        if (minutes.Evaluation is { SharedView: >= Agreeing } said)
        {
            yield return Line(11, CouncilEffectReason.ViewShared, said.SharedView);
        }
        if (council.SheetsAnswered >= Several && sectors >= Several)
        {
            yield return Line(12, CouncilEffectReason.WorkTold, council.SheetsAnswered);
        }
        if (came.Any(p => p.SectorCode == Sector.Residents.Code))
        {
            yield return Line(16, CouncilEffectReason.ResidentsHeard);
        }
        if (minutes.Decisions.Count > 0)
        {
            yield return Line(17, CouncilEffectReason.WaysDiscussed, minutes.Decisions.Count);
            yield return Line(21, CouncilEffectReason.DirectionDecided, minutes.Decisions.Count);
        }
        if (came.Any(p => p.SectorCode == Sector.HeadOffice.Code))
        {
            yield return Line(20, CouncilEffectReason.HeadOfficeHeard);
        }
        if (municipal >= Several)
        {
            yield return Line(24, CouncilEffectReason.MunicipalitiesMet, municipal);
        }
        if (responsible >= Several)
        {
            yield return Line(28, CouncilEffectReason.RolesAgreed, responsible);
        }
        if (template.Code == "training" && came.Length > 0)
        {
            yield return Line(31, CouncilEffectReason.TrainingHeld);
        }

        bool WasDone(params string[] tasks) => council.Tasks.Any(t => tasks.Contains(t.Id) && t.Done is not null);
    }

    private static CouncilEffect Line(int number, CouncilEffectReason reason, int count = 1) =>
        new(ItemId.National(number), reason, count);
}

/// <summary>What in a council shows that a line of 表1 moved.</summary>
public enum CouncilEffectReason
{
    /// <summary>People of several sectors attended.</summary>
    PartnersMet,

    /// <summary>The list of names was shown to municipalities and partners before.</summary>
    PeopleConsulted,

    /// <summary>Key people were visited before.</summary>
    KeyPeopleVisited,

    /// <summary>The issue was put into charts and figures.</summary>
    IssueShown,

    /// <summary>The review says that people see the issue alike.</summary>
    ViewShared,

    /// <summary>Several told in the information sheet how things stand with them.</summary>
    WorkTold,

    /// <summary>Residents attended.</summary>
    ResidentsHeard,

    /// <summary>Head office attended.</summary>
    HeadOfficeHeard,

    /// <summary>Several people of municipalities attended.</summary>
    MunicipalitiesMet,

    /// <summary>It was a training session and it took place.</summary>
    TrainingHeld,

    /// <summary>Something was decided, so ways were discussed.</summary>
    WaysDiscussed,

    /// <summary>Something was decided.</summary>
    DirectionDecided,

    /// <summary>Several have agreed to do something by a day.</summary>
    RolesAgreed,
}
