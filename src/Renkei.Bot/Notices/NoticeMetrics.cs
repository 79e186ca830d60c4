using System.Diagnostics.Metrics;

namespace Renkei.Bot.Notices;

/// <summary>Numbers for operators, in meter <c>Renkei.Notices</c>; no ids.</summary>
internal sealed class NoticeMetrics : IDisposable
{
    public const string Name = "Renkei.Notices";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> sent;
    private readonly Counter<long> replaced;
    private readonly Counter<long> throttled;
    private readonly Counter<long> failed;
    private readonly Histogram<double> lateness;

    public NoticeMetrics()
    {
        sent = meter.CreateCounter<long>("renkei.notices.sent", "{message}", "Messages Teams took.");
        replaced = meter.CreateCounter<long>(
            "renkei.notices.replaced",
            "{message}",
            "Cards for everybody brought up to date."
        );
        throttled = meter.CreateCounter<long>("renkei.notices.throttled", "{answer}", "Times Teams asked for a pause.");
        failed = meter.CreateCounter<long>(
            "renkei.notices.failed",
            "{message}",
            "Messages that will not be sent, by reason."
        );
        lateness = meter.CreateHistogram<double>("renkei.notices.lateness", "s", "From due to taken by Teams.");
    }

    /// <summary>One was sent, so long after it was due.</summary>
    public void Sent(TimeSpan late)
    {
        sent.Add(1);
        lateness.Record(Math.Max(0, late.TotalSeconds));
    }

    /// <summary>A card was replaced in place. How long ago it was sent says nothing about lateness.</summary>
    public void Replaced() => replaced.Add(1);

    /// <summary>Teams asked for a pause.</summary>
    public void Throttled() => throttled.Add(1);

    /// <summary>One will not be sent.</summary>
    public void Failed(NoticeReason reason) =>
        failed.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    public void Dispose() => meter.Dispose();
}
