using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Invitations;

public sealed class InvitationsTests : CouncilStage
{
    [Fact]
    public async Task Send_AfterTheQuestion_InvitesThoseWithAnAccountAndOnlyThem()
    {
        Player sato = await bot.SatoAsync();
        Player kobayashi = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");

        Shown asked = await sato.PressAsync(
            await PageAsync(sato),
            "Teams で案内する（3人）",
            ("in_words", "年内に一度、顔を合わせましょう。")
        );
        Assert.All((await council.NowAsync()).Participants, p => Assert.Null(p.InvitedAt));
        Shown sent = await sato.PressAsync(asked, "送る");

        Council now = await council.NowAsync();
        Assert.Equal(["p1", "p4", "p5"], now.Participants.Where(p => p.InvitedAt is not null).Select(p => p.Id));
        Assert.Equal(sato.Ref, now.Participants[0].InvitedBy);
        Assert.Contains("3人に Teams で案内を送ります", sent.Text, StringComparison.Ordinal);
        // Two are still to be told by telephone: nobody waits for their answer yet.
        Assert.Contains("案内 3/5人｜出席 0・欠席 0・未定 0・返事なし 3", sent.Text, StringComparison.Ordinal);
        await bot.SendDueAsync();
        Shown invitation = kobayashi.Received[^1];
        Assert.Contains("年内に一度、顔を合わせましょう。", invitation.Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月18日(金) 14:00–16:00", invitation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_PressedTwice_InvitesOnce()
    {
        Player sato = await bot.SatoAsync();
        Shown asked = await sato.PressAsync(await PageAsync(sato), "Teams で案内する（3人）");
        await sato.PressAsync(asked, "送る");
        DateTimeOffset? first = (await council.NowAsync()).Participants[0].InvitedAt;
        bot.Clock.Now += TimeSpan.FromMinutes(5);

        await sato.PressAsync(asked, "送る");

        Assert.Equal(first, (await council.NowAsync()).Participants[0].InvitedAt);
    }

    [Fact]
    public async Task Send_WithoutADate_IsNotOffered()
    {
        await council.ChangeAsync(c => c with { When = null });
        Player sato = await bot.SatoAsync();

        Shown page = await PageAsync(sato);
        await sato.ActAsync("invitation/send", SampleCouncil.Data(("w", "p1,p4,p5")));

        Assert.Contains("日程を決める", page.Buttons);
        Assert.DoesNotContain(page.Buttons, b => b.StartsWith("Teams で", StringComparison.Ordinal));
        Assert.All((await council.NowAsync()).Participants, p => Assert.Null(p.InvitedAt));
    }

    [Fact]
    public async Task Answer_ByTelephone_IsKeptWithWhoEnteredItAndCountsAsTold()
    {
        Player sato = await bot.SatoAsync();
        Shown people = await sato.PressAsync(await PageAsync(sato), "返事と電話・メール");
        Assert.Contains("0123-45-6789", people.Text, StringComparison.Ordinal);

        Shown entered = await AnswerAsync(sato, "p2", "yes", "open");

        Participant hospital = (await council.NowAsync()).Participants[1];
        Assert.Equal((Rsvp.Yes, sato.Ref), (hospital.Rsvp, hospital.RsvpBy));
        Assert.NotNull(hospital.InvitedAt);
        Assert.Contains("出席（佐藤 美咲さんが12/4(金)に入れました）", entered.Text, StringComparison.Ordinal);
        await sato.PressAsync(entered, "元に戻す");
        Assert.Equal(Rsvp.Unknown, (await council.NowAsync()).Participants[1].Rsvp);
    }

    [Fact]
    public async Task Answer_GivenByThemselvesMeanwhile_IsNotWrittenOver()
    {
        Player sato = await bot.SatoAsync();
        await council.ChangeAsync(c =>
            c with
            {
                Participants =
                [
                    .. c.Participants.Select(p =>
                        p.Id == "p1" ? p.Answering(Rsvp.No, new(TestBot.IdOf(10), "小林 結衣"), bot.Clock.Now, null) : p
                    ),
                ],
            }
        );

        Shown told = await AnswerAsync(sato, "p1", "yes", "open");

        Assert.Equal(Rsvp.No, (await council.NowAsync()).Participants[0].Rsvp);
        Assert.Contains("先に「欠席」になっています。", told.Text, StringComparison.Ordinal);
        await sato.PressAsync(told, "出席");
        Assert.Equal(
            (Rsvp.Yes, sato.Ref),
            ((await council.NowAsync()).Participants[0].Rsvp, (await council.NowAsync()).Participants[0].RsvpBy)
        );
    }

    [Fact]
    public async Task Told_CanBeTakenBack()
    {
        Player sato = await bot.SatoAsync();

        Shown told = await sato.ActAsync("invitation/told", SampleCouncil.Data(("p", "p3"), ("d", true)));

        Assert.NotNull((await council.NowAsync()).Participants[2].InvitedAt);
        await sato.PressAsync(told, "元に戻す");
        Assert.Null((await council.NowAsync()).Participants[2].InvitedAt);
    }

    [Fact]
    public async Task Told_OfSomebodyWithAnAccount_ChangesNothing()
    {
        Player sato = await bot.SatoAsync();

        await sato.ActAsync("invitation/told", SampleCouncil.Data(("p", "p1"), ("d", true)));

        Assert.Null((await council.NowAsync()).Participants[0].InvitedAt);
    }

    [Fact]
    public async Task Save_OfWordsSomebodyElseChanged_KeepsTheirsUntilPressedAgain()
    {
        Player sato = await bot.SatoAsync();
        Shown page = await PageAsync(sato);
        await council.ChangeAsync(c => c with { Invitation = "先に書いたことば" });

        Shown told = await sato.PressAsync(page, "Teams で案内する（3人）", ("in_words", "あとから書いたことば"));

        Assert.Equal("先に書いたことば", (await council.NowAsync()).Invitation);
        Assert.Equal("あとから書いたことば", told.Inputs["in_words"]);
        await sato.PressAsync(told, "Teams で案内する（3人）");
        Assert.Equal("あとから書いたことば", (await council.NowAsync()).Invitation);
    }

    [Fact]
    public async Task Save_WithATelephoneNumber_AsksFirst()
    {
        Player sato = await bot.SatoAsync();

        Shown asked = await sato.PressAsync(
            await PageAsync(sato),
            "Teams で案内する（3人）",
            ("in_words", "患者さんの連絡先は 090-1234-5678 です")
        );

        Assert.Equal("", (await council.NowAsync()).Invitation);
        Assert.Contains("個人情報ではない", asked.Buttons);
    }

    [Fact]
    public async Task Text_ToCopy_HasDateAndAgendaAsTheyStand()
    {
        Player sato = await bot.SatoAsync();

        Shown copy = await sato.PressAsync(await PageAsync(sato), "文面を写す");

        Assert.Contains("日時：2026年12月18日(金) 14:00–16:00", copy.Inputs["in_copy"], StringComparison.Ordinal);
        Assert.Contains("東部保健所", copy.Inputs["in_copy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_SixtyWithTheLongestNames_StaysBelowTheLimit()
    {
        await council.ChangeAsync(c =>
            c with
            {
                Participants =
                [
                    .. Enumerable
                        .Range(0, 60)
                        .Select(n => new Participant(
                            $"x{n}",
                            "other",
                            new('漢', 40),
                            new('字', 40),
                            new(null, new string('a', 248) + "@b.jp", new string('9', 24)),
                            SampleCouncil.Kawakami,
                            RsvpNote: new('注', 100)
                        )),
                ],
                Invitation = new('案', 1_500),
            }
        );
        Player sato = await bot.SatoAsync();
        Shown page = await PageAsync(sato);

        Shown people = await sato.PressAsync(page, "返事と電話・メール");

        Assert.True(page.Json.Length < 28 * 1024, $"{page.Json.Length} bytes");
        Assert.True(people.Json.Length < 28 * 1024, $"{people.Json.Length} bytes");
    }

    [Theory]
    [InlineData("invitation/save")]
    [InlineData("invitation/ask")]
    [InlineData("invitation/send")]
    [InlineData("invitation/told")]
    [InlineData("council/rsvp")]
    public async Task Verbs_OfOthers_ChangeNothing(string verb)
    {
        Player kobayashi = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");
        Player stranger = await bot.EnterAsync("外部 人", 3, Role.Nurse, "tobu", tenant: TestBot.OtherTenant);
        Player[] others = [await bot.SuzukiAsync(), await bot.TakahashiAsync(), kobayashi, stranger];
        int before = (await council.NowAsync()).Revision;
        System.Text.Json.Nodes.JsonObject data = SampleCouncil.Data(
            ("p", "p2"),
            ("a", "yes"),
            ("w", "p1,p4,p5"),
            ("d", true),
            ("in_words", "よそから"),
            ("v", "-")
        );
        foreach (Player other in others)
        {
            await other.ActAsync(verb, data);
        }
        await (await bot.SatoAsync()).ActAsync(verb, data, inGroup: true);

        Assert.Equal(before, (await council.NowAsync()).Revision);
    }

    private static Task<Shown> AnswerAsync(Player player, string participant, string answer, string shown) =>
        player.ActAsync("council/rsvp", SampleCouncil.Data(("p", participant), ("a", answer), ("w", shown)));

    /// <summary>Shows the step: sending to nobody leads back to it.</summary>
    private static Task<Shown> PageAsync(Player player) =>
        player.ActAsync("invitation/send", SampleCouncil.Data(("w", "")));
}
