using System.Text.Json;
using Renkei.Domain.Calendars;

namespace Renkei.Graph;

/// <summary>Graph's statuses and codes in plain terms (protocols: Graph, section 11). Codes that are not known fall back on the status.</summary>
internal static class GraphErrors
{
    /// <summary>A create call met another event with the same transaction id.</summary>
    public const string DuplicateTransaction = "ErrorDuplicateTransactionId";

    /// <summary>What an answer means.</summary>
    /// <param name="status">HTTP status; 0 when there was none.</param>
    /// <param name="code">Graph's code, or empty.</param>
    public static CalendarFault FaultOf(int status, string code) =>
        status switch
        {
            401 => CalendarFault.SignIn,
            403 => CalendarFault.NotAllowed,
            404 when IsOneOf(code, "MailboxNotEnabledForRESTAPI", "MailboxNotSupportedForRESTAPI") =>
                CalendarFault.NoMailbox,
            404 or 410 => CalendarFault.NotFound,
            409 or 412 => CalendarFault.Changed,
            429 => CalendarFault.Throttled,
            0 or 408 or >= 500 => CalendarFault.Unavailable,
            _ => CalendarFault.Refused,
        };

    /// <summary>What the error in an element of a free/busy answer means.</summary>
    public static CalendarFault FaultOfSchedule(string? responseCode) =>
        responseCode switch
        {
            { } c when IsOneOf(c, "ErrorMailRecipientNotFound", "ErrorInvalidSmtpAddress") => CalendarFault.NotFound,
            { } c when IsOneOf(c, "ErrorNoFreeBusyAccess", "ErrorAccessDenied", "ErrorProxyRequestNotAllowed") =>
                CalendarFault.NotAllowed,
            { } c when IsOneOf(c, "MailboxNotEnabledForRESTAPI", "ErrorMailboxNotFound", "ErrorNonExistentMailbox") =>
                CalendarFault.NoMailbox,
            _ => CalendarFault.Unavailable,
        };

    /// <summary>Whether waiting may help. Every call we make can be repeated.</summary>
    public static bool IsPassing(int status) => status is 0 or 408 or 429 or >= 500;

    /// <summary>Whether a try may have had its effect although it failed.</summary>
    public static bool IsAmbiguous(int status) => status is 0 or 408 or >= 500;

    /// <summary>The code in an error body; empty where there is none.</summary>
    public static string CodeIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return
                document.RootElement.ValueKind is JsonValueKind.Object
                && document.RootElement.TryGetProperty("error"u8, out JsonElement error)
                && error.ValueKind is JsonValueKind.Object
                && error.TryGetProperty("code"u8, out JsonElement code)
                && code.ValueKind is JsonValueKind.String
                ? code.GetString()!
                : "";
        }
        catch (JsonException)
        {
            // Proxies answer in HTML; the status alone has to do.
            return "";
        }
    }

    private static bool IsOneOf(string code, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (code.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }
}
