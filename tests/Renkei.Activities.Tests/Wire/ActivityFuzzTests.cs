using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Tests.Wire;

public sealed class ActivityFuzzTests
{
    private static readonly string[] Scraps =
    [
        "null",
        "5",
        "-1e999",
        "\"\"",
        "[]",
        "{}",
        "[null]",
        "true",
        "\"\\ud83d\"",
        "\"Action.Execute\"",
        "{\"verb\":5}",
        "\\u0000",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"verb\"",
        "\"action\"",
        "\"type\":\"invoke\"",
        "\u3042",
    ];

    [Fact]
    public void Parse_ArbitraryBytes_NeverThrowsAnythingElse() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Survives(bytes)).Check(Quick(2000));

    [Fact]
    public void ParseAndDispatch_DamagedActivity_NeverThrowsAnythingElse()
    {
        Gen<byte[]> damaged =
            from sample in Gen.Elements(Samples.Text, Samples.Execute, Samples.Submit)
            from cuts in Gen.ListOf(
                from at in Gen.Choose(0, sample.Length - 1)
                from length in Gen.Frequency((3, Gen.Choose(0, 4)), (1, Gen.Choose(5, 60)))
                from scrap in Gen.Elements(Scraps)
                select (at, length, scrap)
            )
            select Damage(sample, cuts.Take(4));

        Prop.ForAll(damaged.ToArbitrary(), bytes => Survives(bytes)).Check(Quick(5000));
    }

    [Fact]
    public void ParseAndDispatch_AnyTokenReplaced_NeverThrowsAnythingElse()
    {
        foreach (string sample in new[] { Samples.Text, Samples.Execute, Samples.Submit })
        {
            // Every value of the sample, one after the other, becomes every scrap: the structure stays whole, the type changes.
            foreach (
                int colon in Enumerable.Range(0, sample.Length).Where(i => sample[i] == ':' && sample[i + 1] == ' ')
            )
            {
                int end = sample.IndexOfAny([',', '}', '\n'], colon);
                foreach (string scrap in Scraps)
                {
                    byte[] bytes = Encoding.UTF8.GetBytes(sample[..(colon + 2)] + scrap + sample[end..]);
                    Assert.True(Survives(bytes), Encoding.UTF8.GetString(bytes));
                }
            }
        }
    }

    [Fact]
    public void Survives_SampleItself_ReachesItsHandler()
    {
        Assert.Equal("text", Reached(Encoding.UTF8.GetBytes(Samples.Text)));
        Assert.Equal("item/done", Reached(Encoding.UTF8.GetBytes(Samples.Execute)));
        Assert.Equal("item/done", Reached(Encoding.UTF8.GetBytes(Samples.Submit)));
    }

    private static bool Survives(byte[] bytes)
    {
        try
        {
            _ = Reached(bytes);
            return true;
        }
        catch (MalformedActivityException)
        {
            return true;
        }
    }

    private static string Reached(byte[] bytes)
    {
        string reached = "";
        TurnRouter router = new();
        router.OnText(
            (turn, _) =>
            {
                reached = "text";
                return Task.CompletedTask;
            }
        );
        router.OnCardAction(
            "item/done",
            (turn, action, _) =>
            {
                reached = action.Verb;
                return Task.FromResult<CardReply>(new CardReply.Message("ok"));
            }
        );
        Turn turn = new(ActivityJson.Parse(bytes), Samples.Tenant, new RecordingConnector());
        Task<InvokeReply> run = router.DispatchAsync(turn, CancellationToken.None);
        // Nothing in here waits, so the task has ended; its exception is what is being looked for.
        run.GetAwaiter().GetResult();
        return reached;
    }

    private static byte[] Damage(string sample, IEnumerable<(int At, int Length, string Scrap)> cuts)
    {
        foreach ((int at, int length, string scrap) in cuts)
        {
            int start = Math.Min(at, sample.Length);
            sample = string.Concat(
                sample.AsSpan(0, start),
                scrap,
                sample.AsSpan(Math.Min(start + length, sample.Length))
            );
        }
        return Encoding.UTF8.GetBytes(sample);
    }

    private static Config Quick(int times) => Config.QuickThrowOnFailure.WithMaxTest(times);
}
