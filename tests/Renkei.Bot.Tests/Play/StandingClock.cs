namespace Renkei.Bot.Tests.Play;

/// <summary>Shows one time until it is moved. Waiting takes real time, so that retries end.</summary>
internal sealed class StandingClock : TimeProvider
{
    /// <summary>Friday 2026-12-04 09:00 in Japan.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 12, 4, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
