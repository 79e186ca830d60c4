using System.Globalization;
using Renkei.Bot.Tests.Notices.Model;
using Xunit.Abstractions;

namespace Renkei.Bot.Tests.Notices;

/// <summary>Random plays; a failing one prints its seed, and <c>RENKEI_NOTICE_SEED</c> plays it again.</summary>
public sealed class NoticeModelTests(ITestOutputHelper output)
{
    private const int Steps = 3_000;

    [Fact]
    public void Notices_AnyOrderOfEvents_AreNeitherLostNorSentTwice()
    {
        int? only = int.TryParse(
            Environment.GetEnvironmentVariable("RENKEI_NOTICE_SEED"),
            CultureInfo.InvariantCulture,
            out int seed
        )
            ? seed
            : null;
        int plays = int.TryParse(
            Environment.GetEnvironmentVariable("RENKEI_NOTICE_PLAYS"),
            CultureInfo.InvariantCulture,
            out int number
        )
            ? number
            : 60;
        (int deliveries, int doubles, int kills) = (0, 0, 0);
        SynchronizationContext? before = SynchronizationContext.Current;
        try
        {
            foreach (int one in only is { } again ? [again] : Enumerable.Range(1, plays))
            {
                RandomPlay play = new(one);
                try
                {
                    play.Run(Steps);
                }
                catch (Exception fault)
                {
                    throw new Xunit.Sdk.XunitException($"Seed {one}: {fault.Message}\n{fault.StackTrace}");
                }
                deliveries += play.Deliveries;
                doubles += play.Doubles;
                kills += play.Kills;
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
        output.WriteLine($"{deliveries} deliveries, {doubles} of them a second time and known as such, {kills} kills");
        // Plays in which nothing happens prove nothing.
        Assert.True(only is not null || deliveries > plays * 10, $"{deliveries} deliveries are too few.");
        Assert.True(only is not null || doubles > 0, "Not one crash hit a message on its way.");
    }
}
