using Renkei.EndToEnd.Tests.Setting;
using Renkei.Room.Client;
using Renkei.Room.Conversations;
using Renkei.Room.Tokens;
using Renkei.Room.Trouble;

namespace Renkei.EndToEnd.Tests.Conversation;

/// <summary>What goes wrong on the way: repeated deliveries, forged tokens, throttling, gateways, old cards.</summary>
public sealed class TroubleTests(SharedTrial own) : IClassFixture<SharedTrial>
{
    private static readonly TroubleTarget Sato = new(Person: "sato");

    private TrialRoom Trial => own.Trial;

    [Theory]
    [InlineData(TroubleKind.RepeatSameId)]
    [InlineData(TroubleKind.RepeatNewId)]
    [InlineData(TroubleKind.Slow)]
    public async Task Save_DeliveredAgain_CountsOnce(TroubleKind kind)
    {
        Colleague sato = Trial.Colleague("sato");
        ShownCard overview = await sato.StartThemeAsync($"繰り返し {kind}");
        ShownCard first = await sato.PressAsync(overview, "次の一歩を開く");
        Trial.Room.Wire.Clear();
        Trial.Room.Trouble.On(Sato, kind, new(Remaining: 1));

        ShownCard next = await sato.PressAsync(first, "保存して次へ", ("in_s_01", "i"), ("in_n_01", "一度だけ"));

        Assert.InRange(Trial.Room.Wire.Entries.Count(e => e.Direction == "toBot"), 2, 3);
        Assert.Contains("役割 2／12", next.Text, StringComparison.Ordinal);
        ShownCard again = await sato.OpenGroupAsync(overview, 1);
        Assert.Contains("一度だけ", Assert.Single(await sato.HistoryAsync(again, "01")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_DeliveredAgain_IsAnsweredOnce()
    {
        Trial.Room.Trouble.On(Sato, TroubleKind.RepeatSameId, new(Remaining: 1));
        ShownCard card = await Trial.Colleague("sato").SayAsync("ヘルプ");
        Assert.Equal("Renkei でできること", card.Heading);
    }

    [Fact]
    public async Task Token_BrokenInAnyWay_IsRefusedAndChangesNothing()
    {
        Colleague sato = Trial.Colleague("sato");
        ShownCard overview = await sato.StartThemeAsync("だれかのふり");
        ShownCard first = await sato.PressAsync(overview, "次の一歩を開く");
        int before = sato.FromBot.Count;
        foreach (BrokenToken broken in Enum.GetValues<BrokenToken>())
        {
            Trial.Room.Trouble.On(Sato, TroubleKind.WrongToken, new(Token: broken, Remaining: 2));
            CardAnswer pressed = await sato.TryPressAsync(
                first,
                "保存して次へ",
                ("in_s_01", "e"),
                ("in_n_01", $"{broken}")
            );
            int? said = (await sato.Seat.SayAsync("段階チェック", CancellationToken.None)).Answer?.Status;
            Assert.True(pressed is { Body: null, Error: not null }, $"{broken}: {pressed.Body}");
            Assert.True(said == 401, $"{broken}: {said}");
            Assert.Equal(401, Trial.Room.Wire.Entries[^1].Status);
        }
        Assert.Equal(before, sato.FromBot.Count);
        ShownCard again = await sato.OpenGroupAsync(overview, 1);
        Assert.Equal("n", again.Inputs["in_s_01"]);
        Assert.Null(again.HistoryOf("01"));
    }

    [Theory]
    [InlineData(TroubleKind.Throttle, 429)]
    [InlineData(TroubleKind.ThrottleNoRetryAfter, 429)]
    public async Task Answer_Throttled_ComesLaterAndOnce(TroubleKind kind, int status)
    {
        Trial.Room.Wire.Clear();
        Trial.Room.Trouble.On(new(Person: "suzuki"), kind, new(Remaining: 2));

        Colleague suzuki = Trial.Colleague("suzuki");
        ShownCard card = await suzuki.SayAsync("段階チェック");

        Assert.StartsWith("段階チェック（中部保健所", card.Heading, StringComparison.Ordinal);
        // Reminders go to others meanwhile, and a token may have grown old when the clock was moved.
        string chat = Uri.EscapeDataString(suzuki.Seat.ConversationId);
        int[] sent =
        [
            .. Trial
                .Room.Wire.Entries.Where(e => e is { Direction: "fromBot", Method: "POST", Status: not 401 })
                .Where(e => e.Path.Contains(chat, StringComparison.Ordinal))
                .Select(e => e.Status),
        ];
        Assert.Equal([status, status, 201], sent);
    }

    [Theory]
    [InlineData(TroubleKind.BadGatewayBefore, 0)]
    [InlineData(TroubleKind.BadGatewayAfter, 1)]
    public async Task Answer_GatewayFails_NeverComesTwice(TroubleKind kind, int cards)
    {
        Colleague suzuki = Trial.Colleague("suzuki");
        int before = suzuki.FromBot.Count;
        Trial.Room.Trouble.On(new(Person: "suzuki"), kind, new(Remaining: 1));

        await suzuki.Seat.SayAsync("段階チェック", CancellationToken.None);

        IReadOnlyList<MessageView> came = [.. suzuki.FromBot.Skip(before)];
        Assert.Equal(cards, came.Count(m => m.Attachments.Count > 0));
        // Nobody can tell whether the first one arrived, so it is not repeated; the person is told in words.
        Assert.Contains(
            "返事が届いていないときは",
            Assert.Single(came, m => m.Text.Length > 0).Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith("段階チェック", (await suzuki.SayAsync("段階チェック")).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldCard_PressedAWeekLater_KeepsWhatWasTypedAndShowsToday()
    {
        Colleague sato = Trial.Colleague("sato");
        Colleague tanaka = Trial.Colleague("tanaka");
        ShownCard overview = await sato.StartThemeAsync("先週のカード", "00000000-0000-4000-a000-000000000005");
        ShownCard old = await sato.PressAsync(overview, "次の一歩を開く");
        await tanaka.PressAsync(
            new ShownCard((await tanaka.SayAsync("ヘルプ")).MessageId, old.Json),
            "保存して次へ",
            ("in_s_02", "e"),
            ("in_n_02", "その間に田中が")
        );
        await Trial.Room.Clock.MoveByAsync(TimeSpan.FromDays(7), CancellationToken.None);
        try
        {
            Assert.True(Trial.Room.Clock.BotFollows);
            DateTimeOffset today = Trial.Room.Clock.Now.ToOffset(TimeSpan.FromHours(9));

            ShownCard next = await sato.PressAsync(
                old,
                "保存して次へ",
                ("in_s_01", "i"),
                ("in_n_01", "先週から書きかけ")
            );

            Assert.Contains("1件を保存しました。", next.Text, StringComparison.Ordinal);
            ShownCard now = await sato.PressAsync(next, "前へ");
            Assert.Equal(("i", "先週から書きかけ"), (now.Inputs["in_s_01"], now.Inputs["in_n_01"]));
            Assert.Equal(("e", "その間に田中が"), (now.Inputs["in_s_02"], now.Inputs["in_n_02"]));
            string saved = Assert.Single(await sato.HistoryAsync(now, "01"));
            Assert.Contains($"{today:yyyy年M月d日}", saved, StringComparison.Ordinal);
        }
        finally
        {
            await Trial.Room.Clock.ToMachineTimeAsync(CancellationToken.None);
        }
    }
}
