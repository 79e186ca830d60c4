using System.ComponentModel.DataAnnotations;

namespace Renkei.Bot.Hosting;

/// <summary>Where meetings are booked. Section <c>Renkei:Calendar</c>.</summary>
internal sealed class CalendarOptions : IValidatableObject
{
    public const string Section = "Renkei:Calendar";

    /// <summary>Microsoft Graph, or the bot's own (default): nothing is mailed then, and nobody's calendar is seen but the sample's.</summary>
    public CalendarKind Kind { get; set; }

    /// <summary>Graph: the tenant of the calendars, a GUID. Other tenants get the bot's own.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Graph: the service mailbox that invites; its object id or principal name. Best a shared mailbox of its own.</summary>
    public string Mailbox { get; set; } = "";

    /// <summary>Graph: its address with the version. Default <c>https://graph.microsoft.com/v1.0</c>.</summary>
    public string Service { get; set; } = "https://graph.microsoft.com/v1.0";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind != CalendarKind.Graph)
        {
            yield break;
        }
        if (!Guid.TryParseExact(TenantId, "D", out _))
        {
            yield return new($"{Section}:TenantId is not a GUID.");
        }
        if (string.IsNullOrWhiteSpace(Mailbox))
        {
            yield return new($"{Section}:Mailbox is missing.");
        }
        if (!Uri.TryCreate(Service, UriKind.Absolute, out Uri? url) || url.Scheme != Uri.UriSchemeHttps)
        {
            yield return new($"{Section}:Service is not an https address.");
        }
    }
}

/// <summary>The calendars.</summary>
internal enum CalendarKind
{
    /// <summary>The bot's own.</summary>
    Embedded,

    /// <summary>Microsoft Graph.</summary>
    Graph,
}
