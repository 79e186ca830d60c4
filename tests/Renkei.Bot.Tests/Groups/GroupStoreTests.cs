using System.Text.Json.Nodes;
using Renkei.Bot.Groups;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Groups;

public sealed class GroupStoreTests : IAsyncLifetime
{
    private readonly TestBot bot = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task List_OnlyTheCentreOfWhoWroteThere()
    {
        Player sato = await bot.SatoAsync();

        await sato.SayAsync("ヘルプ", inGroup: true);

        Group group = Assert.Single(await ListAsync("tobu"));
        Assert.Equal(Player.Group, group.Address.ConversationId);
        Assert.Empty(await ListAsync("chubu"));
        Assert.Empty(await ListAsync(null));
        Assert.Empty(await bot.Groups.ListAsync(TestBot.OtherTenant, "tobu", CancellationToken.None));
    }

    [Fact]
    public async Task Seen_SomebodyUnknown_ListsItForNobody()
    {
        Player stranger = bot.Stranger("木村 健", 30);

        await stranger.SayAsync("ヘルプ", inGroup: true);

        Assert.Empty(await ListAsync("tobu"));
        Assert.Empty(await ListAsync(null));
    }

    [Fact]
    public async Task Seen_Again_CostsNothing()
    {
        Player sato = await bot.SatoAsync();
        await sato.SayAsync("ヘルプ", inGroup: true);
        bot.Table.Reset();

        await sato.SayAsync("ヘルプ", inGroup: true);

        Assert.Equal("1 finds, 0 queries, 0 commits", bot.Table.Counts);
    }

    [Fact]
    public async Task Seen_InAThreadOfAChannel_IsKeptAsTheChannelWithItsNames()
    {
        Player sato = await bot.SatoAsync();
        Player suzuki = await bot.SuzukiAsync();
        await InChannelAsync(sato, "19:tobu@thread.tacv2;messageid=1700000000000", team: null, channel: null);
        await InChannelAsync(sato, "19:tobu@thread.tacv2;messageid=1700000000999", "東部保健所", "退院支援");
        await InChannelAsync(suzuki, "19:tobu@thread.tacv2", team: null, channel: null);

        Group group = Assert.Single(await ListAsync("tobu"));

        Assert.Equal("19:tobu@thread.tacv2", group.Address.ConversationId);
        Assert.Equal((true, "東部保健所 › 退院支援"), (group.IsChannel, group.Label));
        Assert.Equal("東部保健所 › 退院支援", Assert.Single(await ListAsync("chubu")).Label);
    }

    [Fact]
    public async Task Remove_TakesItOffAllListsAndGreetsAgainLater()
    {
        Player sato = await bot.SatoAsync();
        Player suzuki = await bot.SuzukiAsync();
        await sato.InstallAsync(inGroup: true);
        await suzuki.SayAsync("ヘルプ", inGroup: true);
        Assert.Single(await ListAsync("tobu"));
        JsonObject removed = sato.Activity("installationUpdate", inGroup: true);
        removed["action"] = "remove";

        await sato.DispatchAsync(removed);

        Assert.Empty(await ListAsync("tobu"));
        Assert.Empty(await ListAsync("chubu"));
        await sato.InstallAsync(inGroup: true);
        Assert.Equal(3, bot.Teams.SentTo(Player.Group).Count);
    }

    private Task<IReadOnlyList<Group>> ListAsync(string? centre) =>
        bot.Groups.ListAsync(TestBot.Tenant, centre, CancellationToken.None);

    private static async Task InChannelAsync(Player who, string conversation, string? team, string? channel)
    {
        JsonObject activity = who.Activity("message", inGroup: true);
        activity["text"] = "<at>Renkei</at> ヘルプ";
        activity["entities"]!
            .AsArray()
            .Add(JsonNode.Parse("""{"type":"mention","text":"<at>Renkei</at>","mentioned":{"id":"28:bot"}}"""));
        activity["conversation"]!["id"] = conversation;
        activity["conversation"]!["conversationType"] = "channel";
        activity["channelData"] = new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = "19:team", ["name"] = team },
            ["channel"] = new JsonObject { ["id"] = "19:tobu@thread.tacv2", ["name"] = channel },
        };
        await who.DispatchAsync(activity);
    }
}
