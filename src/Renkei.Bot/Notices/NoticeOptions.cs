using System.ComponentModel.DataAnnotations;

namespace Renkei.Bot.Notices;

/// <summary>Messages Renkei sends on its own. Section <c>Renkei:Notices</c>.</summary>
internal sealed class NoticeOptions
{
    public const string Section = "Renkei:Notices";

    /// <summary>
    /// Messages a second to one tenant, of all instances together. 0.1 to 200; default 25, half of what Teams takes from one bot. Beyond
    /// 50 only where something else than Teams is at the other end.
    /// </summary>
    [Range(0.1, 200, ErrorMessage = $"{Section}:MessagesPerSecond is 0.1 to 200.")]
    public double MessagesPerSecond { get; set; } = 25;

    /// <summary>
    /// How long it may take until an instance notices what another one planned for at once. 1 second to 10 minutes; default 30 seconds.
    /// What is planned for later is sent in time whatever this says.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = $"{Section}:Poll is 1 second to 10 minutes.")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Messages one instance has on the way at the same time. 1 to 256; default 32.</summary>
    [Range(1, 256, ErrorMessage = $"{Section}:AtOnce is 1 to 256.")]
    public int AtOnce { get; set; } = 32;
}
