using Renkei.EndToEnd.Tests.Setting;
using Renkei.Room.Trouble;

namespace Renkei.EndToEnd.Tests.Conversation;

/// <summary>Roles that somebody has to confirm, and people who cannot be reached.</summary>
public sealed class RoleTests
{
    [Fact]
    public async Task Coordinator_ConfirmedByTheCentresOwn_IsTold()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        Colleague ito = trial.Colleague("ito");
        ShownCard asked = await AskToCoordinateAsync(ito, "seibu");
        Assert.Contains("確認をお願いした方：中村 剛、渡辺 誠。", asked.Text, StringComparison.Ordinal);
        Assert.Contains("それまでは西部保健所の保健師として使えます。", asked.Text, StringComparison.Ordinal);
        Colleague nakamura = trial.Colleague("nakamura");
        Assert.Equal("役割の確認のお願い", nakamura.Newest.Heading);
        Assert.Contains(
            "伊藤 直子さんが西部保健所の「調整役」として使いたいそうです。",
            nakamura.Newest.Text,
            StringComparison.Ordinal
        );

        ShownCard done = await nakamura.PressAsync(nakamura.Newest, "確認する");

        Assert.Contains("伊藤 直子さんを「調整役」として確認しました。", done.Text, StringComparison.Ordinal);
        Assert.Equal("中村 剛さんが「調整役」として確認しました。", ito.FromBot[^1].Text);
        // The other one who was asked is late.
        Colleague watanabe = trial.Colleague("watanabe");
        ShownCard late = await watanabe.PressAsync(watanabe.Newest, "見送る");
        Assert.Contains("伊藤 直子さんの希望は、もう処理されています。", late.Text, StringComparison.Ordinal);
        ShownCard standing = await ito.SayAsync("所属");
        Assert.Contains("調整役", standing.Texts);
        Assert.DoesNotContain("確認待ち", standing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coordinator_Declined_StaysANurseAndIsTold()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        Colleague suzuki = trial.Colleague("suzuki");
        await AskToCoordinateAsync(suzuki, "chubu");
        Colleague yamamoto = trial.Colleague("yamamoto");

        await yamamoto.PressAsync(yamamoto.Newest, "見送る");

        Assert.Contains("「調整役」の希望は見送られました。", suzuki.FromBot[^1].Text, StringComparison.Ordinal);
        Assert.Contains("保健所保健師", (await suzuki.SayAsync("所属")).Texts);
    }

    [Fact]
    public async Task Request_OneHasBlockedTheBotAndOneRemovedIt_FindsThemLater()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        Colleague nakamura = trial.Colleague("nakamura");
        Colleague watanabe = trial.Colleague("watanabe");
        Colleague ito = trial.Colleague("ito");
        TroubleTarget hers = new(Person: "nakamura");
        await trial.Room.SetTroubleAsync(hers, TroubleKind.Uninstalled, on: true, null, CancellationToken.None);
        trial.Room.Trouble.On(new(Person: "watanabe"), TroubleKind.Blocked);
        int before = watanabe.FromBot.Count;

        ShownCard asked = await AskToCoordinateAsync(ito, "seibu");

        Assert.Contains("該当する方がまだいません", asked.Text, StringComparison.Ordinal);
        Assert.Equal(before, watanabe.FromBot.Count);
        // Writing to the bot unblocks it, and who waits is on the card of places and roles.
        ShownCard standing = await watanabe.SayAsync("役割");
        Assert.Contains("伊藤 直子さん", standing.Text, StringComparison.Ordinal);
        // Installed again, the coordinator is greeted with what waits for him.
        await trial.Room.SetTroubleAsync(hers, TroubleKind.Uninstalled, on: false, null, CancellationToken.None);
        Assert.Contains("伊藤 直子さん", nakamura.Newest.Text, StringComparison.Ordinal);
        await nakamura.PressAsync(nakamura.Newest, "確認する");
        Assert.Equal("中村 剛さんが「調整役」として確認しました。", ito.FromBot[^1].Text);
    }

    private static async Task<ShownCard> AskToCoordinateAsync(Colleague who, string centre)
    {
        ShownCard standing = await who.SayAsync("所属と役割");
        ShownCard role = await who.PressAsync(standing, "変える");
        ShownCard place = await who.PressAsync(role, "次へ", ("in_role", "Coordinator"));
        return await who.PressAsync(place, "これで始める", ("in_centre", centre));
    }
}
