using Renkei.Domain.Places;

namespace Renkei.Domain.Playbooks;

/// <summary>The playbook as each centre sees it: national, then its prefecture's overlay, then its own. Immutable.</summary>
public sealed class PlaybookSet
{
    private readonly Dictionary<string, Playbook> byCentre;

    /// <summary>Lays the overlays over the national playbook once for every centre.</summary>
    /// <param name="national">The national playbook.</param>
    /// <param name="organisation">Says which prefecture a centre is in.</param>
    /// <param name="overlays">At most one for each prefecture and centre; any order.</param>
    /// <exception cref="ArgumentException">Two overlays have one scope, or one speaks of a line that is not there.</exception>
    public PlaybookSet(Playbook national, Organisation organisation, IReadOnlyList<Overlay> overlays)
    {
        National = national;
        if (overlays.Select(o => o.Scope).Distinct().Count() != overlays.Count)
        {
            throw new ArgumentException("A prefecture or a centre has one overlay.", nameof(overlays));
        }
        var byScope = overlays.ToDictionary(o => o.Scope);
        Playbook On(Playbook below, OverlayScope scope) =>
            byScope.TryGetValue(scope, out Overlay? overlay) ? overlay.On(below) : below;
        byCentre = organisation.Centres.ToDictionary(
            c => c.Code,
            c => On(On(national, new OverlayScope.OfPrefecture(c.PrefectureCode)), new OverlayScope.OfCentre(c.Code))
        );
    }

    /// <summary>Without any overlay.</summary>
    public Playbook National { get; }

    /// <summary>
    /// The playbook of a centre. A centre that is not, or no longer, in the organisation gets the national one, so that what
    /// it once answered can still be read.
    /// </summary>
    public Playbook For(string centreCode) => byCentre.GetValueOrDefault(centreCode, National);
}
