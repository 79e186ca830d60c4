using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Participants;

public sealed class ParticipantsTests : CouncilStage
{
    [Fact]
    public async Task List_NamesWhatIsNeededFirstAndWhoAddedWhom()
    {
        await council.ChangeAsync(c => c with { Participants = [.. c.Participants.Where(p => p.Id != "p2")] });
        Player sato = await bot.SatoAsync();

        Shown list = await ListAsync(sato);

        Assert.Contains(
            "病院・診療所\n退院支援の看護師、相談員（必要）｜まだいません",
            list.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "東部ケアマネ連絡会\njimu@example.jp｜川上 由美さんが追加",
            list.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "あおば市 小林 結衣\nTeamsでお知らせ｜川上 由美さんが追加",
            list.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task New_SavedTwice_IsAddedOnceWithWhoAddedThem()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await NewAsync(sato, "medical-association");

        Shown added = await AddAsync(sato, form);
        Shown again = await AddAsync(sato, form);

        Participant kondo = Assert.Single((await council.NowAsync()).Participants, p => p.Name == "近藤 理事");
        Assert.Equal(
            ("medical-association", "東部医師会", sato.Ref),
            (kondo.SectorCode, kondo.Organisation, kondo.AddedBy)
        );
        Assert.Equal(new ParticipantContact(null, "kondo@example.jp", "0123-45-0000"), kondo.Contact);
        Assert.Contains("「東部医師会 近藤 理事」を足しました。", added.Text, StringComparison.Ordinal);
        Assert.Equal(added.Text, again.Text);
    }

    [Fact]
    public async Task Choose_OffersWhomAnotherCouncilKnew_AndPeopleRegistered_AndAddsSeveralOnce()
    {
        Player sato = await bot.SatoAsync();
        await bot.TanakaAsync();
        await bot.EnterAsync("伊藤 忠", 12, Role.MunicipalStaff, "tobu", "003018");
        await AddAsync(sato, await NewAsync(sato, "health-centre"));
        await council.ChangeAsync(c => c with { Participants = [] });
        Shown choose = await ChooseAsync(sato, "health-centre");

        // Those who were on a list come first, the last one before; 田中 was on none.
        Assert.Equal(
            [
                "東部医師会 近藤 理事",
                "東部保健所 佐藤 美咲（Teamsでお知らせ）",
                "東部保健所 田中 浩（Teamsでお知らせ）",
            ],
            choose.Choices("in_who")
        );
        string both = $"a~{TestBot.IdOf(3)},a~{TestBot.IdOf(5)}";
        Shown list = await sato.PressAsync(choose, "選んだ人を足す", ("in_who", both));
        Shown again = await sato.PressAsync(choose, "選んだ人を足す", ("in_who", both));

        Assert.Contains("2名を足しました。", list.Text, StringComparison.Ordinal);
        Assert.Contains("もう一覧に入っています。", again.Text, StringComparison.Ordinal);
        Assert.Equal(
            [TestBot.IdOf(3), TestBot.IdOf(5)],
            (await council.NowAsync()).Participants.Select(p => p.Contact.ObjectId)
        );
        Shown towns = await ChooseAsync(sato, "municipality");
        Assert.Equal(
            ["みなと町 伊藤 忠（Teamsでお知らせ）"],
            towns.Choices("in_who").Where(c => c.EndsWith("伊藤 忠（Teamsでお知らせ）", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("新しい人を書く", "この人を足す")]
    [InlineData("ほかの分野を見る", "新しい人を書く")]
    public async Task Choose_WayOn_AddsThoseTickedFirst(string way, string then)
    {
        Player sato = await bot.SatoAsync();
        await bot.TanakaAsync();
        Shown choose = await ChooseAsync(sato, "health-centre");

        Shown next = await sato.PressAsync(
            choose,
            way,
            ("in_who", $"a~{TestBot.IdOf(5)}"),
            ("in_sector", "medical-association")
        );

        Assert.Contains("「東部保健所 田中 浩」を足しました。", next.Text, StringComparison.Ordinal);
        Assert.Contains(then, next.Buttons);
        Assert.Equal("medical-association", next.Inputs["in_sector"]);
        Assert.NotNull((await council.NowAsync()).ParticipantWith(TestBot.IdOf(5)));
    }

    [Fact]
    public async Task Choose_OfManyPeople_PagesWithoutLosingAnybody()
    {
        Player sato = await bot.SatoAsync();
        for (int n = 30; n < 45; n++)
        {
            await bot.EnterAsync($"職員{n}", n, Role.Nurse, "tobu");
        }
        Shown choose = await ChooseAsync(sato, "health-centre");
        List<string> seen = [.. choose.Choices("in_who")];

        // 15 nurses, 佐藤 is on the list already.
        Shown more = await sato.PressAsync(choose, "足して、続きの3名を見る", ("in_who", $"a~{TestBot.IdOf(30)}"));
        seen.AddRange(more.Choices("in_who"));

        Assert.Equal(15, seen.Distinct().Count());
        Assert.Equal(15, seen.Count);
        Assert.Contains("はじめから見る", more.Buttons);
    }

    [Fact]
    public async Task Choose_SomebodyEnteredByHandWhoRegisteredSince_GivesTheEntryItsAccount()
    {
        Player sato = await bot.SatoAsync();
        await AddAsync(
            sato,
            await NewAsync(sato, "municipality"),
            ("in_org", "みなと町"),
            ("in_name", "伊藤 忠"),
            ("in_mail", "")
        );
        await bot.EnterAsync("伊藤 忠", 12, Role.MunicipalStaff, "tobu", "003018");
        Shown choose = await ChooseAsync(sato, "municipality");

        Shown list = await sato.PressAsync(choose, "選んだ人を足す", ("in_who", $"a~{TestBot.IdOf(12)}"));

        Assert.Contains("一覧の1名に、これからはTeamsでお知らせします。", list.Text, StringComparison.Ordinal);
        Participant ito = Assert.Single((await council.NowAsync()).Participants, p => p.Name == "伊藤 忠");
        Assert.Equal(new ParticipantContact(TestBot.IdOf(12), null, "0123-45-0000"), ito.Contact);
    }

    [Fact]
    public async Task Save_TwoPeopleAtOnce_KeepsBoth()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown his = await NewAsync(tanaka, "medical-association");
        Shown mine = await NewAsync(sato, "welfare");
        bot.Table.BeforeNextCommit = () => AddAsync(tanaka, his);

        await AddAsync(sato, mine, ("in_org", "社会福祉協議会"));

        Assert.Equal(
            [("東部医師会", "田中 浩"), ("社会福祉協議会", "佐藤 美咲")],
            (await council.NowAsync()).Participants.TakeLast(2).Select(p => (p.Organisation, p.AddedBy.Name))
        );
    }

    [Theory]
    [InlineData("in_org", "", "所属を40文字までで書いてください。")]
    [InlineData("in_mail", "kondo@", "メールは「名前@example.jp」の形で")]
    [InlineData("in_mail", "a@example.jp, b@example.jp", "メールは「名前@example.jp」の形で")]
    [InlineData("in_tel", "あとで", "電話は数字とハイフンで")]
    [InlineData("in_tel", "0123-45-6789-0123-45-6789", "電話は数字とハイフンで")]
    [InlineData("in_sector", "nowhere", "分野を選んでください。")]
    public async Task Save_BadInput_KeepsWhatWasTypedAndChangesNothing(string input, string value, string why)
    {
        Player sato = await bot.SatoAsync();
        Shown form = await NewAsync(sato, "medical-association");
        int revision = (await council.NowAsync()).Revision;

        Shown back = await AddAsync(sato, form, (input, value));

        Assert.Contains(why, back.Text, StringComparison.Ordinal);
        Assert.Equal("近藤 理事", back.Inputs["in_name"]);
        if (input != "in_sector")
        {
            Assert.Equal(value, back.Inputs[input] ?? "");
        }
        Assert.Equal(revision, (await council.NowAsync()).Revision);
    }

    [Theory]
    [InlineData("０１２３ー４５ー６７８９", "0123-45-6789")]
    [InlineData("(0123)45-6789", "(0123)45-6789")]
    [InlineData("0123-45-6789 内線12", "0123-45-6789 内線12")]
    [InlineData("内線712", "内線712")]
    [InlineData("+81 123 45 6789", "+81 123 45 6789")]
    public async Task Save_TelephoneAsPeopleWriteIt_IsStoredNarrow(string typed, string stored)
    {
        Player sato = await bot.SatoAsync();

        await AddAsync(sato, await NewAsync(sato, "medical-association"), ("in_tel", typed));

        Assert.Equal(stored, (await council.NowAsync()).Participants[^1].Contact.Telephone);
    }

    [Fact]
    public async Task Save_SameNameInSamePlace_AsksToTellThemApart()
    {
        Player sato = await bot.SatoAsync();
        await AddAsync(sato, await NewAsync(sato, "medical-association"));

        Shown back = await AddAsync(sato, await NewAsync(sato, "medical-association"));

        Assert.Contains("「東部医師会 近藤 理事」はもう一覧にいます。", back.Text, StringComparison.Ordinal);
        Assert.Equal(6, (await council.NowAsync()).Participants.Count);
    }

    [Fact]
    public async Task Save_NameThatLooksPersonal_AsksBeforeStoring()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await NewAsync(sato, "residents");

        Shown asked = await AddAsync(sato, form, ("in_name", "会長 090-1234-5678"));

        Assert.Contains("電話番号のような数字", asked.Text, StringComparison.Ordinal);
        Assert.Equal(5, (await council.NowAsync()).Participants.Count);
        await sato.PressAsync(asked, "消して保存");
        Assert.Equal("会長 （削除）", (await council.NowAsync()).Participants[^1].Name);
    }

    [Fact]
    public async Task Save_ChangedBySomebodyElseMeanwhile_SaysWhatStandsAndSavesWhenPressedAgain()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown mine = await EditAsync(sato, "p2");
        await tanaka.PressAsync(await EditAsync(tanaka, "p2"), "保存", ("in_tel", "0123-45-1111"));

        Shown told = await sato.PressAsync(mine, "保存", ("in_tel", "0123-45-2222"));

        Assert.Contains("田中 浩さんが", told.Text, StringComparison.Ordinal);
        Assert.Contains("0123-45-1111", told.Text, StringComparison.Ordinal);
        Assert.Equal("0123-45-2222", told.Inputs["in_tel"]);
        Assert.Equal("0123-45-1111", (await TelephoneAsync("p2")));
        await sato.PressAsync(told, "保存");
        Assert.Equal("0123-45-2222", await TelephoneAsync("p2"));
    }

    [Fact]
    public async Task Save_WhileTheyAnswer_KeepsBoth()
    {
        Player sato = await bot.SatoAsync();
        Shown mine = await EditAsync(sato, "p2");
        await council.ChangeAsync(c =>
            c with
            {
                Participants = [.. c.Participants.Select(p => p.Id == "p2" ? p with { Rsvp = Rsvp.Yes } : p)],
            }
        );

        Shown list = await sato.PressAsync(mine, "保存", ("in_name", "退院支援室"));

        Participant stands = (await council.NowAsync()).FindParticipant("p2")!;
        Assert.Equal((Rsvp.Yes, "退院支援室"), (stands.Rsvp, stands.Name));
        Assert.Contains("出席｜0123-45-6789", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_PressedTwice_RemovesOnceAndIsTakenBackInItsPlace()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await EditAsync(sato, "p2");

        Shown removed = await sato.PressAsync(form, "参集者から外す");
        Shown again = await sato.PressAsync(form, "参集者から外す");

        Assert.Equal(["p1", "p3", "p4", "p5"], (await council.NowAsync()).Participants.Select(p => p.Id));
        Assert.Contains("「あおば市立病院 地域連携室」を外しました。", removed.Text, StringComparison.Ordinal);
        Assert.Equal(removed.Text, again.Text);
        await sato.PressAsync(again, "元に戻す");
        await sato.PressAsync(again, "元に戻す");
        Assert.Equal(["p1", "p2", "p3", "p4", "p5"], (await council.NowAsync()).Participants.Select(p => p.Id));
    }

    [Fact]
    public async Task Remove_AfterTheInvitation_SaysThatSomebodyHasToTellThem()
    {
        Player sato = await bot.SatoAsync();
        await council.ChangeAsync(c =>
            c with
            {
                Participants = [.. c.Participants.Select(p => p with { InvitedAt = bot.Clock.Now })],
            }
        );

        Shown removed = await sato.PressAsync(await EditAsync(sato, "p2"), "参集者から外す");

        Assert.Contains("外したことは直接お伝えください", removed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_BeyondSixty_IsRefusedWithWhatWasChosen()
    {
        Player sato = await bot.SatoAsync();
        await bot.TanakaAsync();
        await FillAsync(Council.MostParticipants);
        Shown choose = await ChooseAsync(sato, "health-centre");

        Shown refused = await sato.PressAsync(choose, "選んだ人を足す", ("in_who", $"a~{TestBot.IdOf(5)}"));

        Assert.Contains("参集者は60名までです。", refused.Text, StringComparison.Ordinal);
        Assert.Equal($"a~{TestBot.IdOf(5)}", refused.Inputs["in_who"]);
        Assert.Equal(60, (await council.NowAsync()).Participants.Count);
    }

    [Fact]
    public async Task Cards_OfSixtyPeopleWithTheLongestNames_AreBelowWhatTeamsTakes()
    {
        Player sato = await bot.SatoAsync();
        await FillAsync(Council.MostParticipants);
        Shown list = await ListAsync(sato);
        Shown form = await EditAsync(sato, "x7");
        await council.ChangeAsync(c => c with { Participants = [] });
        Shown choose = await ChooseAsync(sato, "health-centre");

        Assert.Equal(12, choose.Choices("in_who").Count);
        Assert.All([list, form, choose], c => Assert.True(c.Json.Length < 28 * 1024, $"{c.Json.Length} bytes"));
    }

    [Fact]
    public async Task Take_ForgedPeople_AddsNobody()
    {
        Player sato = await bot.SatoAsync();
        await bot.SuzukiAsync();
        int revision = (await council.NowAsync()).Revision;
        JsonObject data = SampleCouncil.Data(
            ("s", "health-centre"),
            ("k", "0123456789ab"),
            ("in_who", $"a~{TestBot.IdOf(6)},a~{TestBot.IdOf(99)}")
        );

        Shown shown = await sato.ActAsync("participants/take", data);

        Assert.Contains("選んだ方が見つかりませんでした。", shown.Text, StringComparison.Ordinal);
        Assert.Equal(revision, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Verbs_OfOthers_ChangeNothing()
    {
        await bot.TanakaAsync();
        Player[] others =
        [
            await bot.SuzukiAsync(),
            await bot.TakahashiAsync(),
            await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020"),
            await bot.EnterAsync("森 大輔", 20, Role.Coordinator, "tobu", tenant: TestBot.OtherTenant),
        ];
        int revision = (await council.NowAsync()).Revision;

        foreach (Player other in others)
        {
            foreach (string verb in (string[])["choose", "take", "edit", "save", "remove", "restore"])
            {
                JsonObject data = SampleCouncil.Data(
                    ("i", "p2"),
                    ("s", "health-centre"),
                    ("k", "0123456789ab"),
                    ("r", 1),
                    ("in_who", $"a~{TestBot.IdOf(5)}"),
                    ("in_sector", "medical-care"),
                    ("in_org", "別の病院"),
                    ("v", "")
                );
                Shown shown = await other.ActAsync($"participants/{verb}", data);
                Assert.DoesNotContain("0123-45-6789", shown.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("田中", shown.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(revision, (await council.NowAsync()).Revision);
        Shown read = await ListAsync(others[1]);
        Assert.Contains("あおば市立病院 地域連携室", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("変える", read.Buttons);
        Assert.DoesNotContain("あおば市立病院", (await ListAsync(others[0])).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("あおば市立病院", (await ListAsync(others[2])).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("あおば市立病院", (await ListAsync(others[3])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_InAGroup_HasNoContactsAndNoButtonsThatChange()
    {
        Player sato = await bot.SatoAsync();

        Shown list = await sato.ActAsync("participants/list", SampleCouncil.Data(), inGroup: true);

        Assert.Contains("あおば市立病院 地域連携室", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0123-45-6789", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("jimu@example.jp", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("変える", list.Buttons);
        Assert.DoesNotContain("参集者を足す", list.Buttons);
    }

    [Fact]
    public async Task Turns_CostTwoReadsToSeeAndOneCommitToAdd()
    {
        Player sato = await bot.SatoAsync();
        await ListAsync(sato);
        bot.Table.Reset();
        await ListAsync(sato);
        Assert.Equal("2 finds, 0 queries, 0 commits", bot.Table.Counts);

        bot.Table.Reset();
        Shown choose = await ChooseAsync(sato, "medical-care");
        // Whom the centre knows in this field.
        Assert.Equal("2 finds, 1 queries, 0 commits", bot.Table.Counts);

        Shown form = await sato.PressAsync(choose, "新しい人を書く");
        bot.Table.Reset();
        await AddAsync(sato, form);
        // The person, the council to see who may, and again to change it.
        Assert.Equal("3 finds, 0 queries, 1 commits", bot.Table.Counts);
    }

    [Fact]
    public async Task Data_OfAnyKind_NeverThrowsAndNeverWrites()
    {
        Player sato = await bot.SatoAsync();
        JsonNode?[] values =
        [
            null,
            true,
            -1,
            int.MaxValue,
            1.5,
            "",
            "-",
            "p2",
            "next",
            "more",
            "new",
            "sector",
            "medical-care",
            "0123456789ab",
            new string('あ', 5_000),
            new JsonObject { ["a"] = 1 },
            new JsonArray(1, 2),
        ];
        Random dice = new(20261204);
        int revision = (await council.NowAsync()).Revision;

        foreach (string verb in (string[])["list", "choose", "take", "edit", "save", "restore"])
        {
            for (int n = 0; n < 150; n++)
            {
                JsonObject data = SampleCouncil.Data();
                foreach (string name in "i s k p r v n go ok in_who in_sector in_name in_mail in_tel".Split(' '))
                {
                    data[name] = values[dice.Next(values.Length)]?.DeepClone();
                }
                Shown shown = await sato.ActAsync($"participants/{verb}", data);
                Assert.True(shown.Status == 200, $"{verb} {data.ToJsonString()}: {shown.Text}");
            }
        }

        Assert.Equal(revision, (await council.NowAsync()).Revision);
    }

    private async Task FillAsync(int count) =>
        await council.ChangeAsync(c =>
            c with
            {
                Participants =
                [
                    .. Enumerable
                        .Range(0, count)
                        .Select(n => new Participant(
                            $"x{n}",
                            n < 30 ? "health-centre" : "professions",
                            new('長', Participant.NameLength),
                            $"{n:D2}{new string('名', Participant.NameLength - 2)}",
                            new(null, $"{new string('a', 242)}@example.jp", "0123-45-6789 内線123456"),
                            new(TestBot.IdOf(4), new('人', 60)),
                            bot.Clock.Now,
                            Rsvp.Maybe
                        )),
                ],
            }
        );

    private static Task<Shown> ListAsync(Player player) => player.ActAsync("participants/list", SampleCouncil.Data());

    private static Task<Shown> EditAsync(Player player, string id) =>
        player.ActAsync("participants/edit", SampleCouncil.Data(("i", id)));

    private static Task<Shown> ChooseAsync(Player player, string sector) =>
        player.ActAsync("participants/choose", SampleCouncil.Data(("s", sector)));

    private static async Task<Shown> NewAsync(Player player, string sector) =>
        await player.PressAsync(await ChooseAsync(player, sector), "新しい人を書く");

    private static Task<Shown> AddAsync(Player player, Shown form, params (string Input, string Value)[] other) =>
        player.PressAsync(
            form,
            "この人を足す",
            [
                ("in_org", "東部医師会"),
                ("in_name", "近藤 理事"),
                ("in_mail", "kondo@example.jp"),
                ("in_tel", "0123-45-0000"),
                .. other,
            ]
        );

    private async Task<string?> TelephoneAsync(string id) =>
        (await council.NowAsync()).FindParticipant(id)!.Contact.Telephone;
}
