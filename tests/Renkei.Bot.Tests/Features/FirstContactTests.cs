using System.Text.Json.Nodes;
using Renkei.Bot.People;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features;

public sealed class FirstContactTests : IAsyncLifetime
{
    private static readonly string Watanabe = TestBot.IdOf(2);
    private readonly TestBot bot = new(Watanabe);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Install_TwoEvents_GreetOnce()
    {
        Player sato = bot.Stranger("佐藤 美咲", 3);

        await sato.InstallAsync();
        await sato.InstallAsync();

        Shown greeting = Assert.Single(sato.Received);
        Assert.Contains("こんにちは、Renkei（連携）です", greeting.Text, StringComparison.Ordinal);
        Assert.Equal(["次へ"], greeting.Buttons);
    }

    [Theory]
    [InlineData("こんにちは")]
    [InlineData("段階チェック")]
    public async Task Newcomer_WhoWasJustGreeted_IsNotAskedTheSameByASecondCard(string text)
    {
        Player sato = bot.Stranger("佐藤 美咲", 3);
        await sato.InstallAsync();

        Shown answer = await sato.SayAsync(text);
        bot.Clock.Now += TimeSpan.FromSeconds(20);
        Shown later = await sato.SayAsync(text);

        Assert.Null(answer.Card);
        Assert.Contains("お送りしたカードで役割を選んで", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["次へ"], later.Buttons);
    }

    [Fact]
    public async Task Install_AgainAfterRemoval_ShowsWhereOneStands()
    {
        Player sato = await bot.SatoAsync();
        await sato.UninstallAsync();
        Assert.False((await sato.RecordAsync())!.Contact!.Installed);

        await sato.InstallAsync();

        Assert.Contains("佐藤 美咲さん、こんにちは", Assert.Single(sato.Received).Text, StringComparison.Ordinal);
        Assert.True((await sato.RecordAsync())!.Contact!.Installed);
    }

    [Fact]
    public async Task Group_TwoEvents_GreetOnce()
    {
        Player sato = await bot.SatoAsync();

        await sato.InstallAsync(inGroup: true);

        Shown greeting = Shown.Of(Assert.Single(bot.Teams.SentTo(Player.Group)));
        Assert.Contains("答えるのは、それぞれの個人チャットで", greeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newcomer_InAGroup_IsShownTheWayToThePersonalChat()
    {
        Shown answer = await bot.Stranger("佐藤 美咲", 3).SayAsync("段階チェック", inGroup: true);

        Assert.Null(answer.Card);
        Assert.Contains("個人チャットで", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("段階チェック")]
    [InlineData("続き")]
    [InlineData("何か教えて")]
    public async Task Newcomer_WhateverTyped_IsAskedWhereTheyWork(string text)
    {
        Shown card = await bot.Stranger("佐藤 美咲", 3).SayAsync(text);

        Assert.Contains("はじめに、あなたのことを教えてください。", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_Nurse_IsInAtOnce()
    {
        Player sato = bot.Stranger("佐藤 美咲", 3);
        Shown ask = await sato.SayAsync("はじめる");
        ask = ask.Buttons.Contains("次へ") ? ask : await sato.SayAsync("所属");

        Shown place = await sato.PressAsync(ask, "次へ", ("in_role", "Nurse"));
        Assert.Equal(["東部保健所", "中部保健所", "西部保健所"], place.Choices("in_centre"));
        Shown welcome = await sato.PressAsync(place, "これで始める", ("in_centre", "tobu"));

        Assert.Contains("佐藤 美咲さん、登録できました", welcome.Text, StringComparison.Ordinal);
        PersonRecord record = (await sato.RecordAsync())!;
        Assert.Equal(new Person(sato.Id, "佐藤 美咲", Role.Nurse, "tobu", null), record.Person);
        Assert.Null(record.Requested);
        Assert.Equal([sato.Ref], await bot.People.OfCentreAsync(TestBot.Tenant, "tobu", CancellationToken.None));
    }

    [Fact]
    public async Task Join_MunicipalStaff_BelongsToTheTownAndItsCentre()
    {
        Player kobayashi = bot.Stranger("小林 結衣", 10);

        await JoinAsync(kobayashi, Role.MunicipalStaff, ("in_municipality", "002020"));

        Assert.Equal(
            new Person(kobayashi.Id, "小林 結衣", Role.MunicipalStaff, "tobu", "002020"),
            (await kobayashi.RecordAsync())!.Person
        );
    }

    [Theory]
    [InlineData("in_centre", "")]
    [InlineData("in_centre", "nowhere")]
    public async Task Join_PlaceMissingOrUnknown_IsAskedAgain(string input, string value)
    {
        Player sato = bot.Stranger("佐藤 美咲", 3);
        Shown again = await JoinAsync(sato, Role.Nurse, (input, value));

        Assert.Contains("保健所を選んでください。", again.Text, StringComparison.Ordinal);
        Assert.Null((await sato.RecordAsync())!.Person);
    }

    [Theory]
    [InlineData("")]
    [InlineData("King")]
    [InlineData("99")]
    public async Task AskPlace_NoSuchRole_IsAskedAgain(string role)
    {
        Player sato = bot.Stranger("佐藤 美咲", 3);
        Shown again = await sato.ActAsync("join/place", new() { ["in_role"] = role });

        Assert.Contains("役割を一つ選んでください。", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_Coordinator_WaitsAsNurseUntilAnotherOfTheCentreConfirms()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player tanaka = bot.Stranger("田中 浩", 5);

        Shown waiting = await JoinAsync(tanaka, Role.Coordinator, ("in_centre", "tobu"));

        Assert.Contains("確認をお願いした方：川上 由美", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("それまでは東部保健所の保健師として使えます。", waiting.Text, StringComparison.Ordinal);
        Assert.Equal(Role.Nurse, (await tanaka.RecordAsync())!.Person!.Role);

        Shown request = Assert.Single(kawakami.Received);
        Assert.Contains("田中 浩さんが東部保健所の「調整役」", request.Text, StringComparison.Ordinal);
        Shown done = await kawakami.PressAsync(request, "確認する");

        Assert.Contains("田中 浩さんを「調整役」として確認しました。", done.Text, StringComparison.Ordinal);
        Assert.Contains(
            "川上 由美さんが「調整役」として確認しました。",
            tanaka.Received[^1].Text,
            StringComparison.Ordinal
        );
        PersonRecord record = (await tanaka.RecordAsync())!;
        Assert.Equal((Role.Coordinator, null), (record.Person!.Role, record.Requested));
        Assert.Empty(await bot.People.WaitingAsync(TestBot.Tenant, CancellationToken.None));
        Assert.Equal(
            [kawakami.Ref, tanaka.Ref],
            await bot.People.WithRoleAsync(TestBot.Tenant, Role.Coordinator, "tobu", CancellationToken.None)
        );
        Assert.Empty(await bot.People.WithRoleAsync(TestBot.Tenant, Role.Nurse, "tobu", CancellationToken.None));
    }

    [Fact]
    public async Task Confirm_PressedTwice_SaysItIsDoneAndTellsOnce()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player tanaka = bot.Stranger("田中 浩", 5);
        await JoinAsync(tanaka, Role.Coordinator, ("in_centre", "tobu"));
        Shown request = Assert.Single(kawakami.Received);

        await kawakami.PressAsync(request, "確認する");
        Shown again = await kawakami.PressAsync(request, "見送る");

        Assert.Contains("もう処理されています", again.Text, StringComparison.Ordinal);
        Assert.Equal(Role.Coordinator, (await tanaka.RecordAsync())!.Person!.Role);
        Assert.Single(tanaka.Received, said => said.Text.Contains("確認しました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confirm_Declined_StaysNurseAndIsTold()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player tanaka = bot.Stranger("田中 浩", 5);
        await JoinAsync(tanaka, Role.Coordinator, ("in_centre", "tobu"));

        await kawakami.PressAsync(Assert.Single(kawakami.Received), "見送る");

        PersonRecord record = (await tanaka.RecordAsync())!;
        Assert.Equal((Role.Nurse, null), (record.Person!.Role, record.Requested));
        Assert.Contains("見送られました", tanaka.Received[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Nurse, "tobu")]
    [InlineData(Role.Coordinator, "chubu")]
    [InlineData(Role.HeadOffice, null)]
    [InlineData(Role.MunicipalStaff, "tobu")]
    public async Task Confirm_ByTheWrongPerson_IsRefused(Role role, string? centre)
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player wrong = await bot.EnterAsync("別の人", 20, role, centre);
        Player tanaka = bot.Stranger("田中 浩", 5);
        await JoinAsync(tanaka, Role.Coordinator, ("in_centre", "tobu"));
        Shown request = Assert.Single(kawakami.Received);

        Shown refused = await wrong.PressAsync(request, "確認する");

        Assert.Contains("「調整役」の方か管理者ができます", refused.Text, StringComparison.Ordinal);
        Assert.Equal(Role.Nurse, (await tanaka.RecordAsync())!.Person!.Role);
        Assert.NotNull((await tanaka.RecordAsync())!.Requested);
    }

    [Fact]
    public async Task Confirm_OwnRequest_IsRefused()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player tanaka = bot.Stranger("田中 浩", 5);
        await JoinAsync(tanaka, Role.Coordinator, ("in_centre", "tobu"));

        await tanaka.PressAsync(Assert.Single(kawakami.Received), "確認する");

        Assert.Equal(Role.Nurse, (await tanaka.RecordAsync())!.Person!.Role);
    }

    [Fact]
    public async Task Confirm_FromAnotherTenant_ChangesNothing()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player stranger = await bot.EnterAsync("他県", 2, Role.Administrator, null, tenant: TestBot.OtherTenant);
        Player tanaka = bot.Stranger("田中 浩", 5);
        await JoinAsync(tanaka, Role.Coordinator, ("in_centre", "tobu"));

        Shown refused = await stranger.PressAsync(Assert.Single(kawakami.Received), "確認する");

        Assert.Equal(400, refused.Status);
        Assert.Equal(Role.Nurse, (await tanaka.RecordAsync())!.Person!.Role);
    }

    [Fact]
    public async Task Confirm_RequesterWritesAtTheSameMoment_StillCounts()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player tanaka = bot.Stranger("田中 浩", 5);
        await JoinAsync(tanaka, Role.Coordinator, ("in_centre", "tobu"));
        Player elsewhere = bot.Stranger("田中 浩（東部）", 5);
        bot.Table.BeforeNextCommit = async () => await elsewhere.SayAsync("ヘルプ");

        Shown done = await kawakami.PressAsync(Assert.Single(kawakami.Received), "確認する");

        Assert.Contains("として確認しました", done.Text, StringComparison.Ordinal);
        Assert.Equal(Role.Coordinator, (await tanaka.RecordAsync())!.Person!.Role);
    }

    [Fact]
    public async Task Confirm_TwoAtOnce_OneDecides()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player mori = await bot.EnterAsync("森 大輔", 21, Role.Coordinator, "tobu");
        Player tanaka = bot.Stranger("田中 浩", 5);
        await JoinAsync(tanaka, Role.Coordinator, ("in_centre", "tobu"));
        Shown request = Assert.Single(kawakami.Received);
        Shown? quicker = null;
        bot.Table.BeforeNextCommit = async () => quicker = await mori.PressAsync(request, "見送る");

        Shown slower = await kawakami.PressAsync(request, "確認する");

        Assert.Contains("見送りました", quicker!.Text, StringComparison.Ordinal);
        Assert.Contains("もう処理されています", slower.Text, StringComparison.Ordinal);
        Assert.Equal(Role.Nurse, (await tanaka.RecordAsync())!.Person!.Role);
    }

    [Fact]
    public async Task AskAgain_SendsTheRequestAgain()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player tanaka = bot.Stranger("田中 浩", 5);
        Shown waiting = await JoinAsync(tanaka, Role.Coordinator, ("in_centre", "tobu"));

        await tanaka.PressAsync(waiting, "もう一度お願いする");

        Assert.Equal(2, kawakami.Received.Count);
        await kawakami.PressAsync(kawakami.Received[0], "確認する");
        Assert.Equal(Role.Coordinator, (await tanaka.RecordAsync())!.Person!.Role);
    }

    [Fact]
    public async Task Join_ConfirmerCannotBeReached_NextOneIsAsked()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player watanabe = await bot.EnterAsync("渡辺 誠", 2, Role.Administrator, null);
        bot.Teams.Unreachable.Add(kawakami.Chat);
        Player tanaka = bot.Stranger("田中 浩", 5);

        Shown waiting = await JoinAsync(tanaka, Role.Coordinator, ("in_centre", "tobu"));

        Assert.Contains("確認をお願いした方：渡辺 誠", waiting.Text, StringComparison.Ordinal);
        Assert.Single(watanabe.Received);
    }

    [Fact]
    public async Task Join_HeadOffice_SeesNothingUntilConfirmed()
    {
        Player takahashi = bot.Stranger("高橋 恵", 1);
        Shown ask = await takahashi.SayAsync("所属");

        Shown waiting = await takahashi.PressAsync(ask, "次へ", ("in_role", "HeadOffice"));

        Assert.Contains("該当する方がまだいません", waiting.Text, StringComparison.Ordinal);
        Assert.Null((await takahashi.RecordAsync())!.Person);
        Assert.Contains(
            "はじめに、あなたのことを教えてください。",
            (await takahashi.SayAsync("段階チェック")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Join_FirstAdministrator_NeedsNobodyAndSeesWhoWaits()
    {
        Player takahashi = bot.Stranger("高橋 恵", 1);
        await takahashi.PressAsync(await takahashi.SayAsync("所属"), "次へ", ("in_role", "HeadOffice"));
        Player watanabe = bot.Stranger("渡辺 誠", 2);

        await watanabe.PressAsync(await watanabe.SayAsync("所属"), "次へ", ("in_role", "Administrator"));
        Assert.Equal(Role.Administrator, (await watanabe.RecordAsync())!.Person!.Role);

        Shown standing = await watanabe.SayAsync("所属");
        await watanabe.PressAsync(standing, "確認する");

        Assert.Equal(Role.HeadOffice, (await takahashi.RecordAsync())!.Person!.Role);
    }

    [Fact]
    public async Task Change_ToAnotherCentre_MovesThePersonInTheList()
    {
        Player sato = await bot.SatoAsync();
        Shown ask = await sato.PressAsync(await sato.SayAsync("所属"), "変える");
        Shown place = await sato.PressAsync(ask, "次へ", ("in_role", "Nurse"));

        await sato.PressAsync(place, "これで始める", ("in_centre", "seibu"));

        Assert.Empty(await bot.People.OfCentreAsync(TestBot.Tenant, "tobu", CancellationToken.None));
        Assert.Equal([sato.Ref], await bot.People.OfCentreAsync(TestBot.Tenant, "seibu", CancellationToken.None));
    }

    [Fact]
    public async Task Guest_WithoutEntraAccount_IsRefused()
    {
        Player guest = bot.Stranger("ゲスト", 30);
        JsonObject said = guest.Activity("message", inGroup: false);
        said["text"] = "段階チェック";
        said["from"]!.AsObject().Remove("aadObjectId");

        await guest.DispatchAsync(said);

        Assert.Contains("組織のアカウントで", Assert.Single(guest.Received).Text, StringComparison.Ordinal);
        Assert.Equal(0, bot.Table.Commits);
    }

    [Theory]
    [InlineData("+0000000-0000-4000-a000-000000000005")]
    [InlineData("{00000000-0000-4000-a000-000000000005}")]
    [InlineData("../../x")]
    [InlineData("")]
    public async Task Confirm_ForgedPerson_IsRefusedPlainly(string person)
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");

        Shown refused = await kawakami.ActAsync(
            "confirm/decide",
            new()
            {
                ["p"] = person,
                ["at"] = 1,
                ["d"] = "yes",
            }
        );

        Assert.Equal(400, refused.Status);
    }

    private async Task<Shown> JoinAsync(Player player, Role role, (string Input, string Value) place)
    {
        Shown ask = await player.SayAsync("所属");
        Shown where = await player.PressAsync(ask, "次へ", ("in_role", role.ToString()));
        return await player.PressAsync(where, "これで始める", place);
    }
}
