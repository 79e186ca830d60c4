using Microsoft.Extensions.Options;
using Renkei.Bot.Places;
using Renkei.Bot.Playbooks;

namespace Renkei.Bot.Hosting;

/// <summary>Tells what an administrator can mend from a fault of the program.</summary>
internal static class StartFaults
{
    /// <summary>Whether the message alone says what to mend: a setting, an overlay or the organisation file.</summary>
    public static bool IsForAdministrators(Exception fault) =>
        fault
            is OptionsValidationException
                or OverlayException
                or OrganisationException
                // A file that is named in a setting and is not there; the message has its path.
                or IOException
                or UnauthorizedAccessException
                // A value of the wrong kind: the message names the key and the value.
                or InvalidOperationException { InnerException: FormatException or ArgumentException };
}
