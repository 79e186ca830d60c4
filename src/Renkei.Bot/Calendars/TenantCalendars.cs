using Renkei.Domain.Calendars;

namespace Renkei.Bot.Calendars;

/// <summary>The calendar of each tenant. Nobody sees another tenant's.</summary>
/// <param name="own">Gives a tenant's calendar; asked once for each call, so it has to be cheap.</param>
internal sealed class TenantCalendars(Func<string, ICalendar> own)
{
    /// <summary>A tenant's calendar.</summary>
    public ICalendar Of(string tenantId) => own(tenantId);
}
