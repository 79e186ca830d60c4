using Renkei.Bot.Councils;
using Renkei.Domain.Councils;
using Renkei.Domain.Places;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Reminders;

/// <summary>Puts together what reminders are made of.</summary>
internal sealed class ReminderDesk(CouncilTemplates templates, Organisation places, BusinessDays days)
{
    /// <summary>The office's business days.</summary>
    public BusinessDays Days => days;

    /// <summary>A council with what its reminders are made of.</summary>
    /// <exception cref="InvalidOperationException">Its kind or its centre is not part of this installation any more.</exception>
    public ReminderView View(Council council, DateTimeOffset now, IReadOnlyList<UnreachedPerson> unreached)
    {
        CouncilTemplate template =
            templates.Find(council.TemplateCode)
            ?? throw new InvalidOperationException(
                $"Council {council.Id} is of the unknown kind {council.TemplateCode}."
            );
        HealthCentre centre =
            places.FindCentre(council.Id.CentreCode)
            ?? throw new InvalidOperationException(
                $"Council {council.Id} belongs to a centre that is not part of this installation."
            );
        CouncilView view = new(
            council,
            template,
            centre,
            Readiness.Of(council, template, days),
            days,
            TokyoTime.DateOf(now)
        );
        return new(view, now, unreached);
    }
}
